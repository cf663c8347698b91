"""The places of home countries that have no table of their own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.places.home import load_home


@pytest.mark.parametrize(
    ("country", "zh", "en", "level", "parent"),
    [
        ("JP", "鹿兒島市", "Kagoshima", "city", None),
        ("JP", "東京都新宿區", "Shinjuku", "district", "Tokyo"),
        ("JP", "北海道", "Hokkaidō", "province", None),
        ("JP", "大阪", "Osaka", "city", None),
        ("JP", "大阪府", "Osaka Prefecture", "province", None),
        ("DE", "科隆", "Köln", "city", None),
        ("DE", "巴伐利亞", "Bavaria", "province", None),
        ("DE", "米特區（柏林）", "", "district", "Berlin"),
        ("US", "紐約", "New York City", "city", None),
        ("US", "紐約州", "New York (state)", "province", None),
        ("TW", "嘉義縣", "Chiayi City", "county", None),
        ("BR", "聖保羅", "São Paulo", "city", None),
        ("KR", "釜山西區", "", "district", "Busan"),
    ],
)
def test_find(country: str, zh: str, en: str, level: str, parent: str | None) -> None:
    place = load_home(country).find(zh)[0]
    assert (place.en, place.level, place.parent) == (en, level, parent)


@pytest.mark.parametrize(
    ("country", "title", "en", "level", "province", "parent"),
    [
        ("DE", "Cologne", "Köln", "city", "", None),
        ("DE", "Berlin – Mitte", "Mitte", "district", "", "Berlin"),
        ("DE", "Frankfurt (Oder)", "Frankfurt (Oder)", "district", "", None),
        ("JP", "Sapporo, Hokkaido", "Sapporo", "city", "Hokkaidō", None),
        ("JP", "Hokkaido Prefecture", "Hokkaidō", "province", "Hokkaidō", None),
        ("JP", "Shinjuku (Tokyo)", "Shinjuku", "district", "", "Tokyo"),
        ("US", "Springfield, Illinois", "Springfield", "city", "Illinois", None),
        ("US", "Springfield, Illinois, USA", "Springfield", "city", "Illinois", None),
        ("US", "Springfield, IL", "Springfield", "city", "", None),
        ("TW", "New Taipei", "New Taipei City", "city", "", None),
        ("BR", "Santa Catarina", "Santa Catarina (state)", "province", None, None),
    ],
)
def test_find_en(
    country: str, title: str, en: str, level: str, province: str | None, parent: str | None
) -> None:
    place = load_home(country).find_en(title)[0]
    assert (place.en, place.level, place.parent) == (en, level, parent)
    assert province is None or place.province == province


@pytest.mark.parametrize(
    ("country", "home", "abroad"),
    [
        (
            "JP",
            "鹿兒島市 津市 高山市 中山町 東京都新宿區",
            "首爾 北京市 大連市 紐約 日本 市町村 友好城市",
        ),
        ("KR", "仁川 麗水市 首爾江南區", "北京 大阪 河內 韓國 亞洲"),
        ("VN", "太原市 芽莊", "大連 首爾 金邊"),
        ("TW", "高雄市 板橋區", "上海 福州市 香港 東京"),
        ("DE", "萊比錫 奧得河畔法蘭克福 巴伐利亞", "京都 倫敦 牛津 概要 城市 奧地利"),
        ("US", "聖保羅 伯明翰 路易斯維爾 紐約州", "利物浦 東京 墨西哥"),
        ("BR", "聖保羅 薩爾瓦多", "里斯本 布宜諾斯艾利斯"),
        ("SG", "新加坡", "吉隆坡 中國"),
    ],
)
def test_is_home(country: str, home: str, abroad: str) -> None:
    places = load_home(country)
    assert [x for x in home.split() if not places.is_home(x)] == []
    assert [x for x in abroad.split() if places.is_home(x)] == []


@pytest.mark.parametrize(
    ("country", "heading", "province"),
    [
        ("JP", "北海道", "Hokkaidō"),
        ("JP", "北海道地方", "Hokkaidō"),
        ("JP", "Hokkaido Prefecture", "Hokkaidō"),
        ("DE", "巴伐利亞", "Bavaria"),
        ("US", "加利福尼亞州的姐妹城市", "California"),
        ("US", "A", None),
        ("DE", "概要", None),
    ],
)
def test_province(country: str, heading: str, province: str | None) -> None:
    assert load_home(country).province(heading) == province


@pytest.mark.parametrize(
    ("country", "title", "levels"),
    [
        ("CN", "Guangdong", {"province"}),
        ("CN", "Jilin Province", {"province"}),
        ("CN", "Jilin City", set()),
        ("CN", "Kashgar", set()),
        ("CN", "Xishuangbanna", {"prefecture"}),
        ("JP", "Hokkaido", {"province"}),
        ("JP", "Nara", set()),
        ("RU", "Moscow Oblast", {"province"}),
        ("RU", "Moscow", set()),
    ],
)
def test_areas(country: str, title: str, levels: set[str]) -> None:
    assert load_home(country).areas(title) == levels


@settings(max_examples=60)
@given(st.sampled_from(("CN", "JP", "DE", "US", "VA", "AQ")), st.text(max_size=12))
def test_any_text_can_be_asked_for(country: str, text: str) -> None:
    places = load_home(country)
    for name in (text, text + "市", "京都" + text):
        assert isinstance(places.is_home(name), bool)
        assert places.may_be_host(name) or not places.is_home(name)
        assert all(p.en or p.zh for p in (*places.find(name), *places.find_en(name)))
        places.province(name)
