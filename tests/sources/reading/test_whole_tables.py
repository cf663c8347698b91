"""Whole tables as pages and exports have them, of several homes: every row and no more."""

from __future__ import annotations

import pytest

from reconcile.models import Side
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document
from tests.sources.reading.test_column_orders import shown

BOTH = ("长沙市 JP - 鹿儿岛市 1982-10-30", "岳阳市 JP - 沼津市 1985-04-05")
# file, home, text, what each row states: host, country, parent, partner, date
TABLES: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "partners in Chinese beside their states": (
        "zh.csv",
        "CN",
        (
            "市,外方城市中文名,外方城市所在州省,国别,日期\n"
            "南通市,斯旺西,,英国,1987-04-10\n"
            "南通市,泽西市,新泽西州,美国,1996-04-02\n"
            "常州市,高槻市,大阪府,日本,1987-03-19\n"
        ),
        (
            "南通市 GB - 斯旺西 1987-04-10",
            "南通市 US 新泽西州 泽西市 1996-04-02",
            "常州市 JP 大阪府 高槻市 1987-03-19",
        ),
    ),
    "states before partners in Chinese, German hosts": (
        "zh.md",
        "DE",
        (
            "| 己方城市 | 对方城市所属省份 | 友城中文名称 | 国家 | 时间 |\n"
            "| --- | --- | --- | --- | --- |\n"
            "| 汉堡 | | 上海市 | 中国 | 1986-05-29 |\n"
            "| 杜伊斯堡 | 湖北省 | 武汉市 | 中国 | 1982-10-08 |\n"
        ),
        (
            "汉堡 CN - 上海市 1986-05-29",
            "杜伊斯堡 CN 湖北省 武汉市 1982-10-08",
        ),
    ),
    "hlj dump": (
        "zh.md",
        "CN",
        (
            "## 黑龙江省\n"
            "\n"
            "<table>\n"
            "<thead>\n"
            '<tr class="header">\n'
            "<th><p>序号</p></th>\n"
            "<th><p>地级市</p></th>\n"
            "<th><p>友城所在国</p></th>\n"
            "<th><p>友城所在州县</p></th>\n"
            "<th><p>友城名称</p></th>\n"
            "<th><p>缔结时间</p></th>\n"
            "<th><p>备注</p></th>\n"
            "</tr>\n"
            "</thead>\n"
            "<tbody>\n"
            '<tr class="odd">\n'
            "<td><p>1</p></td>\n"
            '<td><p><a href="../Page/哈尔滨市.md">哈尔滨市</a></p></td>\n'
            "<td><p>日本</p></td>\n"
            "<td><p>新潟县</p></td>\n"
            '<td><p><a href="../Page/新潟市.md">新潟市</a></p></td>\n'
            "<td><p>1979年12月17日</p></td>\n"
            "<td></td>\n"
            "</tr>\n"
            '<tr class="even">\n'
            "<td><p>2</p></td>\n"
            "<td><p>加拿大</p></td>\n"
            "<td><p>艾伯塔省</p></td>\n"
            "<td><p>埃德蒙顿</p></td>\n"
            "<td><p>1985年12月4日</p></td>\n"
            "<td><p>恢复</p></td>\n"
            "</tr>\n"
            '<tr class="odd">\n'
            "<td><p>3</p></td>\n"
            "<td><p>齐齐哈尔市</p></td>\n"
            "<td><p>日本</p></td>\n"
            "<td><p>栃木县</p></td>\n"
            "<td><p>宇都宫市</p></td>\n"
            "<td><p>1984年9月29日</p></td>\n"
            "<td></td>\n"
            "</tr>\n"
            '<tr class="even">\n'
            "<td><p>4</p></td>\n"
            "<td></td>\n"
            "<td><p>俄罗斯</p></td>\n"
            "<td></td>\n"
            "<td><p>乌法</p></td>\n"
            "<td><p>1996年6月28日</p></td>\n"
            "<td></td>\n"
            "</tr>\n"
            "</tbody>\n"
            "</table>\n"
        ),
        (
            "哈尔滨市 JP 新潟县 新潟市 1979-12-17",
            "哈尔滨市 CA 艾伯塔省 埃德蒙顿 1985-12-04",
            "齐齐哈尔市 JP 栃木县 宇都宫市 1984-09-29",
            "齐齐哈尔市 RU - 乌法 1996-06-28",
        ),
    ),
    "sichuan wiki": (
        "zh.wiki",
        "CN",
        (
            "== 市州 ==\n"
            '{| class="wikitable sortable"\n'
            "! 市州 !! 缔结友城 !! 所属国家 !! 所属省/州 !! 签约日期 !! 友城人口\n"
            "|-\n"
            "| rowspan=2 | [[成都市]] || [[蒙彼利埃]] || {{flag|法国}} || [[埃罗省]] || "
            "1981年6月22日 || 29万\n"
            "|-\n"
            "| [[甲府市]] || {{flag|日本}} || [[山梨县]] || 1984年9月27日 || 19万\n"
            "|-\n"
            "| [[乐山市]] || [[市川市]] || {{flag|日本}} || [[千叶县]] || "
            "1981年10月21日 || 49万\n"
            "|}\n"
        ),
        (
            "成都市 FR 埃罗省 蒙彼利埃 1981-06-22",
            "成都市 JP 山梨县 甲府市 1984-09-27",
            "乐山市 JP 千叶县 市川市 1981-10-21",
        ),
    ),
    "zhejiang html date first": (
        "zh.html",
        "CN",
        (
            "<h2>浙江省</h2><table>\n"
            "<tr><th>日期</th><th>外方</th><th>国别</th><th>中方</th></tr>\n"
            "<tr><td>1979年2月19日</td><td>岐阜市</td><td>日本</td><td>杭州市</td></tr>\n"
            "<tr><td>1982年2月</td><td>波士顿</td><td>美国</td><td>杭州市</td></tr>\n"
            "<tr><td>1984年10月</td><td>都灵</td><td>意大利</td><td>嘉兴市</td></tr>\n"
            "</table>\n"
        ),
        ("杭州市 JP - 岐阜市 1979-02-19", "杭州市 US - 波士顿 1982-02", "嘉兴市 IT - 都灵 1984-10"),
    ),
    "chongqing country first": (
        "zh.md",
        "CN",
        (
            "# 重庆市\n"
            "\n"
            "| 国家 | 友好城市 | 友城州省 | 区县 | 缔结时间 |\n"
            "|---|---|---|---|---|\n"
            "| 法国 | 图卢兹 | 上加龙省 | 重庆市 | 1982年12月 |\n"
            "| 美国 | 西雅图 | 华盛顿州 | 重庆市 | 1983年6月 |\n"
            "| 日本 | 取手市 | 茨城县 | 万州区 | 2005年 |\n"
        ),
        (
            "重庆市 FR 上加龙省 图卢兹 1982-12",
            "重庆市 US 华盛顿州 西雅图 1983-06",
            "万州区 JP 茨城县 取手市 2005",
        ),
    ),
    "jilin with levels": (
        "zh.csv",
        "CN",
        (
            "级别,地区,国家,州/省,友城,年份\n"
            "省级,吉林省,日本,,宫城县,1987\n"
            "市级,长春市,日本,宫城县,仙台市,1980\n"
            "市级,吉林市,俄罗斯,,纳霍德卡,1991\n"
        ),
        ("吉林省 JP - 宫城县 1987", "长春市 JP 宫城县 仙台市 1980", "吉林市 RU - 纳霍德卡 1991"),
    ),
    "gd text in header br": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><td>我省<br>城市</td><td>友好<br>城市</td><td>所在<br>国家</td>"
            "<td>结好<br>时间</td><td>缔结<br>情况</td></tr>\n"
            "<tr><td>广州市</td><td>福冈市</td><td>日本</td><td>1979年5月2日</td>"
            "<td>双方互派代表团多次，在经贸、教育等领域合作密切</td></tr>\n"
            "<tr><td>佛山市</td><td>伊丹市</td><td>日本</td><td>1985年5月8日</td>"
            "<td>正式友城</td></tr>\n"
            "</table>"
        ),
        ("广州市 JP - 福冈市 1979-05-02", "佛山市 JP - 伊丹市 1985-05-08"),
    ),
    "en numbers": (
        "en.wiki",
        "CN",
        (
            '{| class="wikitable"\n'
            "|-\n"
            "! #\n"
            "! Municipality\n"
            "! Partner\n"
            "! State\n"
            "! Country\n"
            "! Established\n"
            "! Population\n"
            "! Notes\n"
            "|-\n"
            "| 1\n"
            "| Harbin\n"
            "| Niigata\n"
            "| Niigata Prefecture\n"
            "| Japan\n"
            "| 17 December 1979\n"
            "| 789,275\n"
            "| \n"
            "|-\n"
            "| 2\n"
            "| Harbin\n"
            "| Edmonton\n"
            "| Alberta\n"
            "| Canada\n"
            "| 4 December 1985\n"
            "| 1,010,899\n"
            "| renewed in 2005\n"
            "|-\n"
            "| 3\n"
            "| Qiqihar\n"
            "| Utsunomiya\n"
            "| Tochigi\n"
            "| Japan\n"
            "| 29 September 1984\n"
            "| 518,000\n"
            "| \n"
            "|}\n"
        ),
        (
            "Harbin JP Niigata Prefecture Niigata 1979-12-17",
            "Harbin CA Alberta Edmonton 1985-12-04",
            "Qiqihar JP Tochigi Utsunomiya 1984-09-29",
        ),
    ),
    "one city, en, continent": (
        "en.md",
        "JP",
        (
            "# Sister cities of Nagoya\n"
            "\n"
            "| Continent | Country | City | Since | Type |\n"
            "|---|---|---|---|---|\n"
            "| North America | United States | Los Angeles | 1959 | Sister city |\n"
            "| North America | Mexico | Mexico City | 1978 | Sister city |\n"
            "| Europe | Italy | Turin | 2005 | Partner city |\n"
        ),
        ("Nagoya US - Los Angeles 1959", "Nagoya MX - Mexico City 1978", "Nagoya IT - Turin 2005"),
    ),
    "one city, zh, population": (
        "zh.md",
        "JP",
        (
            "# 名古屋市\n"
            "\n"
            "## 姊妹城市\n"
            "\n"
            "| 洲 | 国家 | 城市 | 人口 | 缔结日期 |\n"
            "|---|---|---|---|---|\n"
            "| 北美洲 | 美国 | 洛杉矶 | 390万 | 1959年4月1日 |\n"
            "| 欧洲 | 意大利 | 都灵 | 87万 | 2005年5月27日 |\n"
        ),
        ("名古屋市 US - 洛杉矶 1959-04-01", "名古屋市 IT - 都灵 2005-05-27"),
    ),
    "br pt table": (
        "en.csv",
        "BR",
        (
            "Município,UF,Cidade-irmã,País,Desde,Observações\n"
            "Curitiba,PR,Hangzhou,China,1997,acordo assinado em Curitiba renovado em 2007\n"
        ),
        ("Curitiba CN - Hangzhou 1997",),
    ),
    "kr korean": (
        "en.csv",
        "KR",
        (
            "지자체,국가,자매도시,체결일자,비고\n"
            "Busan,Japan,Fukuoka,1989-10-24,\n"
            "Incheon,China,Tianjin,1993-12-07,\n"
        ),
        ("Busan JP - Fukuoka 1989-10-24", "Incheon CN - Tianjin 1993-12-07"),
    ),
    "fr export": (
        "en.csv",
        "FR",
        (
            "commune_nom,commune_departement,ville_partenaire,pays_partenaire,"
            "date_jumelage\n"
            "Le Havre,Seine-Maritime,Dalian,Chine,1985-11-23\n"
            "Lyon,Rhône,Milan,Italie,1967-01-01\n"
        ),
        ("Le Havre - - Dalian 1985-11-23", "Lyon - - Milan 1967-01-01"),
    ),
    "de export": (
        "en.csv",
        "DE",
        (
            "Gemeinde;Bundesland;Partnergemeinde;Staat;Jahr;Art der Partnerschaft\n"
            "Bremen;Bremen;Dalian;China;1985;Freundschaft\n"
            "Wolfsburg;Niedersachsen;Changchun;China;2006;Städtepartnerschaft\n"
        ),
        ("Bremen CN - Dalian 1985", "Wolfsburg CN - Changchun 2006"),
    ),
    "camel json": (
        "en.json",
        "US",
        (
            '[{"hostCity":"Oakland","hostState":"California","partnerCity":"Dalian",'
            '"partnerCountry":"China","yearEstablished":1982,"isActive":true},'
            '{"hostCity":"Saint Paul","hostState":"Minnesota","partnerCity":"Changsha",'
            '"partnerCountry":"China","yearEstablished":1988,"isActive":true}]'
        ),
        ("Oakland CN - Dalian 1982", "Saint Paul CN - Changsha 1988"),
    ),
    "wikidata json": (
        "en.json",
        "PL",
        (
            '[{"item":"http://www.wikidata.org/entity/Q270","itemLabel":"Warsaw",'
            '"sistercity":"http://www.wikidata.org/entity/Q64","sistercityLabel":"Berlin",'
            '"countryLabel":"Germany","start":"1991-08-12T00:00:00Z"},'
            '{"item":"http://www.wikidata.org/entity/Q270","itemLabel":"Warsaw",'
            '"sistercity":"http://www.wikidata.org/entity/Q2807",'
            '"sistercityLabel":"Madrid","countryLabel":"Spain",'
            '"start":"1981-01-01T00:00:00Z"}]'
        ),
        ("Warsaw DE - Berlin 1991-08-12", "Warsaw ES - Madrid 1981"),
    ),
    "sparql json": (
        "zh.json",
        "PL",
        (
            '{"head":{"vars":["cityLabel","twinLabel","twinCountryLabel","pointInTime"]},'
            '"results":{"bindings":[{"cityLabel":{"type":"literal","xml:lang":"zh",'
            '"value":"华沙"},"twinLabel":{"type":"literal","xml:lang":"zh",'
            '"value":"柏林"},"twinCountryLabel":{"type":"literal","value":"德国"},'
            '"pointInTime":{"type":"literal",'
            '"datatype":"http://www.w3.org/2001/XMLSchema#dateTime",'
            '"value":"1991-08-12T00:00:00Z"}}]}}'
        ),
        ("华沙 DE - 柏林 1991-08-12",),
    ),
    "wikidata tsv angle": (
        "en.tsv",
        "PL",
        (
            "?cityLabel\t?partnerLabel\t?countryLabel\t?start\n"
            "Warsaw\tBerlin\tGermany\t1991-08-12\n"
            "Warsaw\tMadrid\tSpain\t1981\n"
        ),
        ("Warsaw DE - Berlin 1991-08-12", "Warsaw ES - Madrid 1981"),
    ),
    "unknown date, note and id": (
        "zh.csv",
        "CN",
        (
            "编码,我方,友好对象,所在国,签,交往\n"
            "A1,长沙市,鹿儿岛市,日本,1982-10-30,互派学生。\n"
            "A2,岳阳市,沼津市,日本,1985-04-05,互访。\n"
        ),
        BOTH,
    ),
    "partner col before host, both 城市": (
        "zh.md",
        "CN",
        (
            "| 外国城市 | 国家 | 我国城市 | 时间 |\n"
            "|---|---|---|---|\n"
            "| 鹿儿岛市 | 日本 | 长沙市 | 1982年 |\n"
            "| 沼津市 | 日本 | 岳阳市 | 1985年 |\n"
        ),
        ("长沙市 JP - 鹿儿岛市 1982", "岳阳市 JP - 沼津市 1985"),
    ),
    "no titles csv": (
        "zh.csv",
        "CN",
        ("长沙市,日本,鹿儿岛市,1982年10月30日\n岳阳市,日本,沼津市,1985年4月5日\n"),
        BOTH,
    ),
    "unknown titles csv": (
        "zh.csv",
        "CN",
        ("甲,乙,丙,丁\n长沙市,日本,鹿儿岛市,1982年10月30日\n岳阳市,日本,沼津市,1985年4月5日\n"),
        BOTH,
    ),
    "en group header in middle": (
        "en.wiki",
        "CN",
        (
            '{| class="wikitable"\n'
            "! City !! Sister city !! Country !! Year\n"
            "|-\n"
            "! colspan=4 | Asia\n"
            "|-\n"
            "| Changsha || Kagoshima || Japan || 1982\n"
            "|-\n"
            "! City !! Sister city !! Country !! Year\n"
            "|-\n"
            "! colspan=4 | Europe\n"
            "|-\n"
            "| Changsha || Mons || Belgium || 2001\n"
            "|-\n"
            "! colspan=4 | Total: 2\n"
            "|}\n"
        ),
        ("Changsha JP - Kagoshima 1982", "Changsha BE - Mons 2001"),
    ),
    "subtotals": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 友好城市 | 时间 |\n"
            "|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年 |\n"
            "| 小计 |  | 1个 |  |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年 |\n"
            "| 小计 |  | 1个 |  |\n"
            "| 总计 |  | 2个 |  |\n"
        ),
        ("长沙市 JP - 鹿儿岛市 1982", "岳阳市 JP - 沼津市 1985"),
    ),
    "long remark in partner-like unknown col": (
        "zh.md",
        "CN",
        (
            "| 城市 | 友好城市 | 国家 | 联系渠道 | 时间 |\n"
            "|---|---|---|---|---|\n"
            "| 长沙市 | 鹿儿岛市 | 日本 | "
            "由日中友好协会推动，双方于1980年开始接触，两年后签约 | 1982年 |\n"
            "| 岳阳市 | 沼津市 | 日本 | 民间 | 1985年 |\n"
        ),
        ("长沙市 JP - 鹿儿岛市 1982", "岳阳市 JP - 沼津市 1985"),
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_read_and_nothing_else(name: str) -> None:
    file, home, text, stated = TABLES[name]
    side: Side = "zh" if file.startswith("zh") else "en"
    source = parse(read_document(text.encode(), file, side), load_home(home))
    assert shown(source) == list(stated)
    assert not source.partnerless
    assert "not-understood" not in source.uses
