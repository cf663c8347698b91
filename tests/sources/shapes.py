"""Lists in the shapes that copying and converting leave, in many formats and languages of home.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from typing import NamedTuple

from reconcile.models import Side


class Shape(NamedTuple):
    """A list: its file and side, the home country, its text, and what each row states as
    `host|partner|country|date`.
    """

    file: str
    side: Side
    home: str
    text: str
    rows: tuple[str, ...]


PIPES = (
    Shape(
        "pipes-with-rule-en.md",
        "en",
        "JP",
        """\
## Hokkaido

City | Country | Sister city | Since
---|---|---|---
Sapporo | United States | Portland | 17 November 1959
Sapporo | Germany | Munich | 28 August 1972
Otaru | Russia | Nakhodka | 12 September 1966
""",
        (
            "Sapporo|Portland|US|1959-11-17",
            "Sapporo|Munich|DE|1972-08-28",
            "Otaru|Nakhodka|RU|1966-09-12",
        ),
    ),
    Shape(
        "pipes-without-rule-zh.md",
        "zh",
        "KR",
        """\
# 韩国友好城市

城市 | 国家 | 友好城市 | 结好时间
釜山广域市 | 中国 | 上海市 | 1993年8月24日
釜山广域市 | 日本 | 福冈市 | 2007年2月2日
大邱广域市 | 美国 | 亚特兰大 | 1981年10月6日
""",
        (
            "釜山广域市|上海市|CN|1993-08-24",
            "釜山广域市|福冈市|JP|2007-02-02",
            "大邱广域市|亚特兰大|US|1981-10-06",
        ),
    ),
    Shape(
        "pipes-two-tables-zh.txt",
        "zh",
        "CN",
        """\
青岛市友好城市
青岛市有以下国际友好城市：
国家 | 城市 | 日期
:--|:--|--:
日本 | 下关市 | 1979年10月3日
美国 | 长滩市 | 1985年4月8日

以下是较早前签署的：
国家 | 城市 | 日期
:--|:--|--:
德国 | 曼海姆市 | 2016年7月5日
""",
        (
            "青岛市|下关市|JP|1979-10-03",
            "青岛市|长滩市|US|1985-04-08",
            "青岛市|曼海姆市|DE|2016-07-05",
        ),
    ),
    Shape(
        "pipes-behind-only-de.md",
        "en",
        "DE",
        """\
# Cologne

Cologne is twinned with:

Partner city | Country | Year |
---|---|---|
Liverpool | United Kingdom | 1952 |
Kyoto | Japan | 1963 |
Beijing | China | 1987 |

© 2020
""",
        ("Cologne|Liverpool|GB|1952", "Cologne|Kyoto|JP|1963", "Cologne|Beijing|CN|1987"),
    ),
    Shape(
        "pipes-with-links-fr.md",
        "zh",
        "FR",
        """\
## 里昂

城市 | 国家 | 年份
--- | --- | ---
[伯明翰](https://zh.wikipedia.org/wiki/伯明翰) | [英国](https://zh.wikipedia.org/wiki/英国) | 1951
[横滨](https://zh.wikipedia.org/wiki/横滨) | [日本](https://zh.wikipedia.org/wiki/日本) | 1959
[广州](https://zh.wikipedia.org/wiki/广州) | [中国](https://zh.wikipedia.org/wiki/中国) | 1988
""",
        ("里昂|伯明翰|GB|1951", "里昂|横滨|JP|1959", "里昂|广州|CN|1988"),
    ),
    Shape(
        "pipes-empty-cells-br.md",
        "en",
        "BR",
        """\
Host | Twin town | Country | Date
--- | --- | --- | ---
Curitiba | Himeji | Japan |
 | Hangzhou | China | 1997
Santos | Nagasaki | Japan | 1972
""",
        ("Curitiba|Himeji|JP|", "Curitiba|Hangzhou|CN|1997", "Santos|Nagasaki|JP|1972"),
    ),
)

PASTED = (
    Shape(
        "pasted-tabs-with-lead.txt",
        "zh",
        "CN",
        """\
宁波市的国际友好城市

序号\t国家\t城市\t结好时间
1\t日本\t长冈京市\t1983年4月21日
2\t德国\t亚琛市\t1986年10月25日
3\t美国\t威尔明顿市\t1988年5月6日

共3个
""",
        (
            "宁波市|长冈京市|JP|1983-04-21",
            "宁波市|亚琛市|DE|1986-10-25",
            "宁波市|威尔明顿市|US|1988-05-06",
        ),
    ),
    Shape(
        "pasted-blanks-en.txt",
        "en",
        "US",
        """\
Sister cities of Seattle

City              Country         Year
Kobe              Japan           1957
Chongqing         China           1983
Christchurch      New Zealand     1981
Gdynia            Poland          1993
""",
        (
            "Seattle|Kobe|JP|1957",
            "Seattle|Chongqing|CN|1983",
            "Seattle|Christchurch|NZ|1981",
            "Seattle|Gdynia|PL|1993",
        ),
    ),
    Shape(
        "pasted-blanks-zh.txt",
        "zh",
        "CN",
        """\
城市      国家      友好城市      结好时间
无锡市    日本      明石市        1981年8月29日
无锡市    美国      查塔努加市    1982年10月12日
徐州市    日本      半田市        1993年5月27日
""",
        (
            "无锡市|明石市|JP|1981-08-29",
            "无锡市|查塔努加市|US|1982-10-12",
            "徐州市|半田市|JP|1993-05-27",
        ),
    ),
    Shape(
        "pasted-tabs-no-titles.md",
        "en",
        "KR",
        """\
# Busan

Kaohsiung\tTaiwan\t1966
Los Angeles\tUnited States\t1967
Shimonoseki\tJapan\t1976
""",
        ("Busan|Kaohsiung|TW|1966", "Busan|Los Angeles|US|1967", "Busan|Shimonoseki|JP|1976"),
    ),
    Shape(
        "pasted-tabs-sections.txt",
        "en",
        "CN",
        """\
== Fujian ==
City\tSister city\tCountry\tDate
Xiamen\tCardiff\tUnited Kingdom\t31 March 1983
Fuzhou\tNagasaki\tJapan\t20 October 1980
== Hainan ==
City\tSister city\tCountry\tDate
Haikou\tPerth\tUnited Kingdom\t1992
""",
        (
            "Xiamen|Cardiff|GB|1983-03-31",
            "Fuzhou|Nagasaki|JP|1980-10-20",
            "Haikou|Perth|GB|1992",
        ),
    ),
    Shape(
        "pasted-blanks-no-titles.txt",
        "zh",
        "JP",
        """\
横滨市的姊妹城市：
圣迭戈      美国      1957年10月29日
里昂        法国      1959年4月7日
孟买        印度      1965年6月26日
""",
        (
            "横滨市|圣迭戈|US|1957-10-29",
            "横滨市|里昂|FR|1959-04-07",
            "横滨市|孟买|IN|1965-06-26",
        ),
    ),
    Shape(
        "pasted-tabs-host-blank.txt",
        "zh",
        "CN",
        """\
山西省
主方\t国家\t友好城市\t结好时间
太原市\t日本\t姬路市\t1987年5月20日
\t澳大利亚\t朗塞斯顿市\t1995年11月28日
大同市\t日本\t大牟田市\t1981年10月16日
""",
        (
            "太原市|姬路市|JP|1987-05-20",
            "太原市|朗塞斯顿市|AU|1995-11-28",
            "大同市|大牟田市|JP|1981-10-16",
        ),
    ),
)

CELL_A_LINE = (
    Shape(
        "cell-a-line-zh.txt",
        "zh",
        "CN",
        """\
合肥市友好城市
国家
城市
结好日期
日本
久留米市
1980年5月12日
美国
哥伦布市
1988年11月1日
德国
奥斯纳布吕克市
2006年9月5日
""",
        (
            "合肥市|久留米市|JP|1980-05-12",
            "合肥市|哥伦布市|US|1988-11-01",
            "合肥市|奥斯纳布吕克市|DE|2006-09-05",
        ),
    ),
    Shape(
        "cell-a-line-en.txt",
        "en",
        "DE",
        """\
City

Twin town

Country

Year

Dresden

Coventry

United Kingdom

1959

Dresden

Ohio

United States

1992

Leipzig

Houston

United States

1993
""",
        ("Dresden|Coventry|GB|1959", "Dresden|Ohio|US|1992", "Leipzig|Houston|US|1993"),
    ),
    Shape(
        "cell-a-line-pipes.md",
        "zh",
        "US",
        """\
|
城市|
国家|
姐妹城市|
|
西雅图|
日本|
神户|
|
西雅图|
中国|
重庆|
|
波特兰|
日本|
札幌|
""",
        ("西雅图|神户|JP|", "西雅图|重庆|CN|", "波特兰|札幌|JP|"),
    ),
)

SHAPES = (*PIPES, *PASTED, *CELL_A_LINE)
