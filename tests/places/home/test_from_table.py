"""The home country's places: hosts, English blocks, headings."""

import pytest

from reconcile.datafiles import rows
from reconcile.places.home import load_home
from reconcile.scripts import to_simplified, to_traditional

HOME = load_home("CN")
TABLE = list(rows("home/cn.tsv"))


@pytest.mark.parametrize(
    ("zh", "en", "level", "province", "parent"),
    [
        ("北京市", "Beijing", "municipality", "Beijing", None),
        ("廣東省", "Guangdong", "province", "Guangdong", None),
        ("內蒙古", "Inner Mongolia", "province", "Inner Mongolia", None),
        ("寧夏區", "Ningxia", "province", "Ningxia", None),
        ("新疆自治區", "Xinjiang", "province", "Xinjiang", None),
        ("吉林市", "Jilin City", "prefecture-city", "Jilin", None),
        ("蘇州", "Suzhou", "prefecture-city", "Jiangsu", None),
        ("西雙版納州", "Xishuangbanna", "prefecture", "Yunnan", None),
        ("喀什地區", "Kashgar", "prefecture", "Xinjiang", None),
        ("黔东南州", "Qiandongnan", "prefecture", "Guizhou", None),
        ("芷江侗族自治縣", "Zhijiang", "county", "Hunan", "Huaihua"),
        ("芷江", "Zhijiang", "county", "Hunan", "Huaihua"),
        ("唐縣", "Tang", "county", "Hebei", "Baoding"),
        ("梅縣", "Meixian", "district", "Guangdong", "Meizhou"),
        ("汨羅市", "Miluo", "county-city", "Hunan", "Yueyang"),
        ("石河子市", "Shihezi", "county-city", "Xinjiang", None),
        ("二連浩特市", "Erenhot", "county-city", "Inner Mongolia", "Xilingol"),
        ("海拉爾市", "Hailar", "district", "Inner Mongolia", "Hulunbuir"),
        ("紮蘭屯市", "Zhalantun", "county-city", "Inner Mongolia", "Hulunbuir"),
        ("武威市涼州區", "Liangzhou", "district", "Gansu", "Wuwei"),
        ("信陽市溮河區", "Shihe", "district", "Henan", "Xinyang"),
        ("佛山市南河區", "Nanhai", "district", "Guangdong", "Foshan"),
        ("江苏省苏州市吴江区", "Wujiang", "district", "Jiangsu", "Suzhou"),
        ("重慶市南川區", "Nanchuan", "district", "Chongqing", "Chongqing"),
        ("台州市（浙江省）", "Taizhou", "prefecture-city", "Zhejiang", None),
        ("海门（江苏南通）", "Haimen", "district", "Jiangsu", "Nantong"),
        ("延边（自治州）", "Yanbian", "prefecture", "Jilin", None),
        ("襄樊市", "Xiangyang", "prefecture-city", "Hubei", None),
        ("迪化", "Ürümqi", "prefecture-city", "Xinjiang", None),
        ("澳門", "Macau", "municipality", "Macau", None),
    ],
)
def test_find(zh: str, en: str, level: str, province: str, parent: str | None) -> None:
    place = HOME.find(zh)[0]
    assert (place.en, place.level, place.province, place.parent) == (en, level, province, parent)
    assert HOME.is_home(zh)


def test_several() -> None:
    assert [p.province for p in HOME.find("通州區")] == ["Beijing", "Jiangsu"]
    assert [p.level for p in HOME.find("吉林")] == ["province", "prefecture-city"]
    assert {p.province for p in HOME.find("朝陽區")} == {"Beijing", "Jilin"}


def test_towns_come_from_the_gazetteer() -> None:
    place = next(p for p in HOME.find("周庄镇") if p.province == "Jiangsu")
    assert (place.level, place.zh) == ("town", "周庄")


@pytest.mark.parametrize("text", ["東京", "貝爾格萊德", "省級", "", "Paris", "首爾鍾路區"])
def test_not_home(text: str) -> None:
    assert HOME.find(text) == ()
    assert not HOME.is_home(text)


@pytest.mark.parametrize(
    ("en", "full"),
    [
        ("Beijing", ["北京市"]),
        ("Suzhou, Jiangsu", ["苏州市"]),
        ("Suzhou, Anhui", ["宿州市"]),
        ("Suzhou (Anhui)", ["宿州市"]),
        ("Suzhou, Anhui, China", ["宿州市"]),
        ("Suzhou (prefecture-level city)", ["苏州市", "宿州市", "肃州区"]),
        ("Suzhou (Zhejiang)", []),
        ("Dali Bai Autonomous Prefecture", ["大理白族自治州"]),
        ("Xinjiang Uyghur Autonomous Region", ["新疆维吾尔自治区"]),
        ("Fuxin Mongol Autonomous County", ["阜新蒙古族自治县"]),
        ("Suzhou", ["苏州市", "宿州市", "肃州区"]),
        ("Taizhou", ["泰州市", "台州市"]),
        ("Fuzhou", ["福州市", "抚州市"]),
        ("Yichun", ["伊春市", "宜春市"]),
        ("Jilin City", ["吉林市"]),
        ("Hangzhou – Fuyang", ["富阳区"]),
        ("Wuxi – Xinwu", ["新吴区"]),
        ("Hulunbuir – Hailar", ["海拉尔区"]),
        ("Tang", ["唐县"]),
        ("Tang County", ["唐县"]),
        ("Macau", ["澳门特别行政区"]),
        ("Ürümqi", ["乌鲁木齐市", "乌鲁木齐县"]),
        ("Urumqi", ["乌鲁木齐市", "乌鲁木齐县"]),
        ("Karamay", ["克拉玛依市", "克拉玛依区"]),
        ("Kaili", ["凯里市"]),
        ("Shihezi", ["石河子市"]),
        ("Nowhere", []),
    ],
)
def test_find_en(en: str, full: list[str]) -> None:
    assert [p.full for p in HOME.find_en(en)] == full


def test_apostrophe() -> None:
    assert "献县" not in [p.full for p in HOME.find_en("Xi'an")]
    assert HOME.find_en("Xi’an")[0].full == "西安市"
    assert {"西安市", "献县"} <= {p.full for p in HOME.find_en("Xian")}


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("北京", "Beijing"),
        ("內蒙古自治区", "Inner Mongolia"),
        ("江蘇", "Jiangsu"),
        ("西藏", "Tibet"),
        ("澳門", "Macau"),
        ("天津市", "Tianjin"),
        ("广东省以及广东省辖下城市的友好城市（姐妹城市）列表", "Guangdong"),
        ("以下为中国四川省以及四川省辖下城市", "Sichuan"),
        ("蘇州市", "Jiangsu"),
        ("Inner Mongolia", "Inner Mongolia"),
        ("省级", None),
        ("外部連結", None),
        ("地市级（包括副省级）", None),
        ("Notes", None),
    ],
)
def test_province(text: str, province: str | None) -> None:
    assert HOME.province(text) == province


def test_table() -> None:
    provinces = {r["province"] for r in TABLE}
    assert len(provinces) == 34
    assert {r["province"] for r in rows("home/cn-admin1.tsv")} == provinces
    assert len([r for r in TABLE if r["level"] in ("province", "municipality")]) == 34
    mainland = [r for r in TABLE if r["province"] not in ("Taiwan", "Hong Kong", "Macau")]
    count = {
        level: sum(r["level"] == level for r in mainland)
        for level in ("prefecture-city", "prefecture", "county-city", "district")
    }
    assert count == {
        "prefecture-city": 293,
        "prefecture": 40,
        "county-city": 397,
        "district": 977,
    }
    parents = {
        (r["province"], r["en"])
        for r in TABLE
        if r["level"] in ("prefecture-city", "prefecture", "municipality")
    }
    for row in TABLE:
        assert to_simplified(row["full"]) == row["full"]
        assert not row["parent"] or (row["province"], row["parent"]) in parents


def test_every_place_is_found_by_its_names() -> None:
    for row in TABLE:
        short = row["zh"] if len(row["zh"]) > 1 else row["full"]
        for name in (row["full"], short, to_traditional(row["full"])):
            assert row["full"] in [p.full for p in HOME.find(name)], name
        assert row["full"] in [p.full for p in HOME.find_en(row["en"])], row["en"]
