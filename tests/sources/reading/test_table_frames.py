"""Tables with more around their rows: titles in two rows or above, captions, totals, lost spans."""

from __future__ import annotations

import pytest

from reconcile.models import Side
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document
from tests.sources.reading.test_column_orders import shown

BOTH = ("长沙市 JP - 鹿儿岛市 1982-10-30", "岳阳市 JP - 沼津市 1985-04-05")
SPANNED = (
    "长沙市 JP - 鹿儿岛市 1982-10-30",
    "长沙市 US - 圣保罗 1988-05-09",
    "岳阳市 JP - 沼津市 1985-04-05",
    "岳阳市 US - 泰特斯维尔 1988",
)
ROWS = """\
<tr><td>长沙市</td><td>日本</td><td>鹿儿岛市</td><td>1982年10月30日</td></tr>
<tr><td>岳阳市</td><td>日本</td><td>沼津市</td><td>1985年4月5日</td></tr>
"""
# file, home, text, what each row states: host, country, parent, partner, date
TABLES: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "two rows, both th": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            '<tr><th rowspan="2">中方城市</th><th colspan="2">外方</th>'
            '<th rowspan="2">结好时间</th></tr>\n'
            "<tr><th>国家</th><th>城市</th></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "two rows, both td": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            '<tr><td rowspan="2">中方城市</td><td colspan="2">外方</td>'
            '<td rowspan="2">结好时间</td></tr>\n'
            "<tr><td>国家</td><td>城市</td></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "two rows, no rowspan": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            '<tr><th>中方城市</th><th colspan="2">外方</th><th>结好时间</th></tr>\n'
            "<tr><th></th><th>国家</th><th>城市</th><th></th></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "group 友好城市 over 国 名": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            '<tr><td rowspan="2">市州</td><td colspan="2">友好城市</td>'
            '<td rowspan="2">结好时间</td></tr>\n'
            "<tr><td>国别</td><td>名称</td></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "br in title": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><th>己方<br>城市</th><th>国<br/>家</th><th>友好<br>城市</th>"
            "<th>结好<br>日期</th></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "br in title wiki": (
        "zh.wiki",
        "CN",
        (
            '{| class="wikitable"\n'
            "! 己方<br />城市 !! 国<br>家 !! 对方<br>城市 !! 结好<br>时间\n"
            "|-\n"
            "| 长沙市 || 日本 || 鹿儿岛市 || 1982年10月30日\n"
            "|-\n"
            "| 岳阳市 || 日本 || 沼津市 || 1985年4月5日\n"
            "|}\n"
        ),
        BOTH,
    ),
    "title row th above": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            '<tr><th colspan="4">湖南省友好城市一览表</th></tr>\n'
            "<tr><th>中方城市</th><th>国家</th><th>外方城市</th><th>结好时间</th></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "title row td above": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            '<tr><td colspan="4">湖南省国际友好城市一览表（截至2024年12月）</td></tr>\n'
            "<tr><td>中方城市</td><td>国家</td><td>外方城市</td><td>结好时间</td></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "title row td above no span": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><td>湖南省国际友好城市统计表</td></tr>\n"
            "<tr><td>中方城市</td><td>国家</td><td>外方城市</td><td>结好时间</td></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "title row + unit row": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            '<tr><td colspan="4">对外结好情况表</td></tr>\n'
            '<tr><td colspan="4">（2024年12月31日）</td></tr>\n'
            "<tr><td>中方城市</td><td>国家</td><td>外方城市</td><td>结好时间</td></tr>\n"
            f"{ROWS}</table>"
        ),
        BOTH,
    ),
    "title row pipe": (
        "zh.md",
        "CN",
        (
            "| 湖南省友好城市 | | | |\n"
            "|---|---|---|---|\n"
            "| 中方城市 | 国家 | 外方城市 | 结好时间 |\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年4月5日 |\n"
        ),
        BOTH,
    ),
    "caption host html": (
        "zh.html",
        "CN",
        (
            "<table><caption>长沙市友好城市</caption><tr><th>国家</th><th>城市</th>"
            "<th>时间</th></tr>\n"
            "<tr><td>日本</td><td>鹿儿岛市</td><td>1982年</td></tr>\n"
            "<tr><td>美国</td><td>圣保罗</td><td>1988年</td></tr>\n"
            "</table>"
        ),
        ("长沙市 JP - 鹿儿岛市 1982", "长沙市 US - 圣保罗 1988"),
    ),
    "caption wiki": (
        "zh.wiki",
        "CN",
        (
            '{| class="wikitable"\n'
            "|+ 湖南省国际友好城市\n"
            "! 城市 !! 国家 !! 友好城市 !! 时间\n"
            "|-\n"
            "| 长沙市 || 日本 || 鹿儿岛市 || 1982年10月30日\n"
            "|-\n"
            "| 岳阳市 || 日本 || 沼津市 || 1985年4月5日\n"
            "|}\n"
        ),
        BOTH,
    ),
    "repeated header": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><td>中方</td><td>国别</td><td>外方</td><td>日期</td></tr>\n"
            "<tr><td>长沙市</td><td>日本</td><td>鹿儿岛市</td><td>1982年10月30日</td></tr>\n"
            "<tr><td>中方</td><td>国别</td><td>外方</td><td>日期</td></tr>\n"
            "<tr><td>岳阳市</td><td>日本</td><td>沼津市</td><td>1985年4月5日</td></tr>\n"
            "</table>"
        ),
        BOTH,
    ),
    "totals": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 友好城市 | 结好时间 |\n"
            "|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年4月5日 |\n"
            "| 合计 | | 2对 | |\n"
        ),
        BOTH,
    ),
    "totals 2": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 友好城市 | 结好时间 |\n"
            "|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年4月5日 |\n"
            "| 总计 | 1国 | 2市 | |\n"
        ),
        BOTH,
    ),
    "totals 3 csv": (
        "zh.csv",
        "CN",
        (
            "城市,国家,友好城市,结好时间\n"
            "长沙市,日本,鹿儿岛市,1982年10月30日\n"
            "岳阳市,日本,沼津市,1985年4月5日\n"
            "合计,1个国家,2个城市,\n"
        ),
        BOTH,
    ),
    "totals en": (
        "en.md",
        "CN",
        (
            "| City | Sister city | Country | Since |\n"
            "|---|---|---|---|\n"
            "| Changsha | Kagoshima | Japan | 1982 |\n"
            "| Total | 1 | 1 | |\n"
        ),
        ("Changsha JP - Kagoshima 1982",),
    ),
    "totals en csv": (
        "en.csv",
        "CN",
        ("City,Sister city,Country,Since\nChangsha,Kagoshima,Japan,1982\nTotal,1,1,\n"),
        ("Changsha JP - Kagoshima 1982",),
    ),
    "remarks 缔结情况": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 友好城市 | 缔结情况 |\n"
            "|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日在长沙签署协议，两市互派代表团。 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 双方于1985年4月5日结为友好城市，至今往来密切。 |\n"
        ),
        ("长沙市 JP - 鹿儿岛市 -", "岳阳市 JP - 沼津市 -"),
    ),
    "remarks unknown": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 友好城市 | 时间 | 往来 |\n"
            "|---|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 | "
            "每年互派学生十人，至今三十余年，从未中断。 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年4月5日 | 建有友好花园 |\n"
        ),
        BOTH,
    ),
    "kind column": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 结好城市 | 类型 | 时间 |\n"
            "|---|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 友好城市 | 1982年10月30日 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 友好交流城市 | 1985年4月5日 |\n"
        ),
        BOTH,
    ),
    "kind column untitled words": (
        "zh.md",
        "CN",
        (
            "| 城市 | 关系 | 国家 | 对方城市 | 时间 |\n"
            "|---|---|---|---|---|\n"
            "| 长沙市 | 友好城市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| 岳阳市 | 友好交流城市 | 日本 | 沼津市 | 1985年4月5日 |\n"
        ),
        BOTH,
    ),
    "kind column en": (
        "en.md",
        "CN",
        (
            "| City | Country | Date | Relationship |\n"
            "|---|---|---|---|\n"
            "| Kagoshima | Japan | 1982 | Sister city |\n"
            "| Numazu | Japan | 1985 | Friendship city |\n"
        ),
        ("- JP - Kagoshima 1982", "- JP - Numazu 1985"),
    ),
    "kind en csv": (
        "en.csv",
        "CN",
        (
            "City,Partner,Country,Date,Type\n"
            "Changsha,Kagoshima,Japan,1982,Sister city\n"
            "Yueyang,Numazu,Japan,1985,Friendship city\n"
        ),
        ("Changsha JP - Kagoshima 1982", "Yueyang JP - Numazu 1985"),
    ),
    "empty host cells": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 友好城市 | 时间 |\n"
            "|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| | 美国 | 圣保罗 | 1988年5月9日 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年4月5日 |\n"
            "| | 美国 | 泰特斯维尔 | 1988年 |\n"
        ),
        SPANNED,
    ),
    "one cell fewer": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><th>城市</th><th>国家</th><th>友好城市</th><th>时间</th></tr>\n"
            "<tr><td>长沙市</td><td>日本</td><td>鹿儿岛市</td><td>1982年10月30日</td></tr>\n"
            "<tr><td>美国</td><td>圣保罗</td><td>1988年5月9日</td></tr>\n"
            "<tr><td>岳阳市</td><td>日本</td><td>沼津市</td><td>1985年4月5日</td></tr>\n"
            "<tr><td>美国</td><td>泰特斯维尔</td><td>1988年</td></tr>\n"
            "</table>"
        ),
        SPANNED,
    ),
    "one cell fewer padded": (
        "zh.md",
        "CN",
        (
            "| 城市 | 国家 | 友好城市 | 时间 |\n"
            "|---|---|---|---|\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| 美国 | 圣保罗 | 1988年5月9日 | |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年4月5日 |\n"
            "| 美国 | 泰特斯维尔 | 1988年 | |\n"
        ),
        SPANNED,
    ),
    "host and country lost": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><th>城市</th><th>国家</th><th>友好城市</th><th>时间</th></tr>\n"
            "<tr><td>长沙市</td><td>日本</td><td>鹿儿岛市</td><td>1982年10月30日</td></tr>\n"
            "<tr><td></td><td></td><td>彦根</td><td>1988年5月9日</td></tr>\n"
            "<tr><td>岳阳市</td><td>日本</td><td>沼津市</td><td>1985年4月5日</td></tr>\n"
            "</table>"
        ),
        (
            "长沙市 JP - 鹿儿岛市 1982-10-30",
            "长沙市 - - 彦根 1988-05-09",
            "岳阳市 JP - 沼津市 1985-04-05",
        ),
    ),
    "csv empty host": (
        "zh.csv",
        "CN",
        (
            "城市,国家,友好城市,时间\n"
            "长沙市,日本,鹿儿岛市,1982年10月30日\n"
            ",美国,圣保罗,1988年5月9日\n"
            "岳阳市,日本,沼津市,1985年4月5日\n"
            ",美国,泰特斯维尔,1988年\n"
        ),
        SPANNED,
    ),
    "number host lost": (
        "zh.md",
        "CN",
        (
            "| 序号 | 城市 | 国家 | 友好城市 | 时间 |\n"
            "|---|---|---|---|---|\n"
            "| 1 | 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| 2 | | 美国 | 圣保罗 | 1988年5月9日 |\n"
            "| 3 | 岳阳市 | 日本 | 沼津市 | 1985年4月5日 |\n"
            "| 4 | | 美国 | 泰特斯维尔 | 1988年 |\n"
        ),
        SPANNED,
    ),
    "number, one cell fewer": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><th>序号</th><th>城市</th><th>国家</th><th>友好城市</th><th>时间</th>"
            "</tr>\n"
            "<tr><td>1</td><td>长沙市</td><td>日本</td><td>鹿儿岛市</td>"
            "<td>1982年10月30日</td></tr>\n"
            "<tr><td>2</td><td>美国</td><td>圣保罗</td><td>1988年5月9日</td></tr>\n"
            "<tr><td>3</td><td>岳阳市</td><td>日本</td><td>沼津市</td>"
            "<td>1985年4月5日</td></tr>\n"
            "<tr><td>4</td><td>美国</td><td>泰特斯维尔</td><td>1988年</td></tr>\n"
            "</table>"
        ),
        SPANNED,
    ),
    "US host, one fewer": (
        "en.html",
        "US",
        (
            "<table>\n"
            "<tr><th>City</th><th>Sister city</th><th>Country</th><th>Year</th></tr>\n"
            "<tr><td>Oakland</td><td>Dalian</td><td>China</td><td>1982</td></tr>\n"
            "<tr><td>Fukuoka</td><td>Japan</td><td>1962</td></tr>\n"
            "<tr><td>Saint Paul</td><td>Changsha</td><td>China</td><td>1988</td></tr>\n"
            "<tr><td>Nagasaki</td><td>Japan</td><td>1955</td></tr>\n"
            "</table>"
        ),
        (
            "Oakland CN - Dalian 1982",
            "Oakland JP - Fukuoka 1962",
            "Saint Paul CN - Changsha 1988",
            "Saint Paul JP - Nagasaki 1955",
        ),
    ),
    "csv two header rows": (
        "zh.csv",
        "CN",
        (
            "中方,外方,,结好时间\n"
            ",国家,城市,\n"
            "长沙市,日本,鹿儿岛市,1982年10月30日\n"
            "岳阳市,日本,沼津市,1985年4月5日\n"
        ),
        BOTH,
    ),
    "pipe two header rows": (
        "zh.md",
        "CN",
        (
            "| 中方 | 外方 | | 结好时间 |\n"
            "|---|---|---|---|\n"
            "| | 国家 | 城市 | |\n"
            "| 长沙市 | 日本 | 鹿儿岛市 | 1982年10月30日 |\n"
            "| 岳阳市 | 日本 | 沼津市 | 1985年4月5日 |\n"
        ),
        BOTH,
    ),
    "colspan header en": (
        "en.html",
        "CN",
        (
            "<table>\n"
            "<tr><th rowspan=2>Chinese city</th><th colspan=2>Partner</th>"
            "<th rowspan=2>Since</th></tr>\n"
            "<tr><th>City</th><th>Country</th></tr>\n"
            "<tr><td>Changsha</td><td>Kagoshima</td><td>Japan</td><td>1982</td></tr>\n"
            "</table>"
        ),
        ("Changsha JP - Kagoshima 1982",),
    ),
    "header Host / Partner groups": (
        "en.html",
        "CN",
        (
            "<table>\n"
            "<tr><th colspan=2>Host</th><th colspan=3>Partner</th><th rowspan=2>Since</th>"
            "</tr>\n"
            "<tr><th>City</th><th>Province</th><th>City</th><th>State</th><th>Country</th>"
            "</tr>\n"
            "<tr><td>Changsha</td><td>Hunan</td><td>Saint Paul</td><td>Minnesota</td>"
            "<td>United States</td><td>1988</td></tr>\n"
            "</table>"
        ),
        ("Changsha US Minnesota Saint Paul 1988",),
    ),
    "中方 外方 groups": (
        "zh.html",
        "CN",
        (
            "<table>\n"
            "<tr><th colspan=2>中方</th><th colspan=3>外方</th><th rowspan=2>结好时间</th>"
            "</tr>\n"
            "<tr><th>省</th><th>市</th><th>国家</th><th>州</th><th>市</th></tr>\n"
            "<tr><td>湖南省</td><td>长沙市</td><td>美国</td><td>明尼苏达州</td>"
            "<td>圣保罗</td><td>1988年</td></tr>\n"
            "<tr><td>湖南省</td><td>岳阳市</td><td>日本</td><td>静冈县</td><td>沼津市</td>"
            "<td>1985年</td></tr>\n"
            "</table>"
        ),
        ("长沙市 US 明尼苏达州 圣保罗 1988", "岳阳市 JP 静冈县 沼津市 1985"),
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
