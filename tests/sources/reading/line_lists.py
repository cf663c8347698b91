"""Whole lists without tables, as people write them: every row and no more.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from tests.sources.reading.pages_of_hosts import HostPage

_SENTENCES = (
    HostPage(
        "sapporo.md",
        "en",
        "JP",
        """\
# International exchange

- On 17 November 1959, Sapporo and Portland (United States) became sister cities.
- On 28 August 1972, Sapporo and Munich (Germany) became sister cities.
- In 1980, Sapporo and Shenyang (China) signed a friendship city agreement.
- Delegations from Portland visited the Snow Festival in 2019.
""",
        (
            "Sapporo|Portland|US|1959-11-17",
            "Sapporo|Munich|DE|1972-08-28",
            "Sapporo|Shenyang|CN|1980",
        ),
    ),
    HostPage(
        "events.txt",
        "zh",
        "KR",
        """\
釜山广域市国际交流大事记

（1）1966年6月30日，釜山广域市与台湾高雄市结为姐妹城市。
（2）1967年12月18日，釜山广域市与美国洛杉矶市结为姐妹城市。
（3）1976年10月12日，釜山广域市与日本下关市缔结姐妹城市关系。
（4）1993年8月24日，釜山广域市与中国上海市正式签署友好城市协议。
""",
        (
            "釜山广域市|高雄市|TW|1966-06-30",
            "釜山广域市|洛杉矶市|US|1967-12-18",
            "釜山广域市|下关市|JP|1976-10-12",
            "釜山广域市|上海市|CN|1993-08-24",
        ),
    ),
    HostPage(
        "lyon.html",
        "en",
        "FR",
        """\
<h1>Chronicle</h1><ol>
<li>The twinning agreement between Lyon and Frankfurt, Germany, was signed on 15 October 1960.</li>
<li>Lyon signed a twinning agreement with Milan, Italy, on 3 May 1967.</li>
<li>Since 1986 Lyon has been twinned with Yokohama, Japan.</li>
</ol>
""",
        ("Lyon|Frankfurt|DE|1960-10-15", "Lyon|Milan|IT|1967-05-03", "Lyon|Yokohama|JP|1986"),
    ),
    HostPage(
        "bavaria.wiki",
        "en",
        "DE",
        """\
== Chronicle ==
* [[Bavaria]] established sister-province ties with [[Quebec]], Canada, in 1989.
* [[Bavaria]] established sister-state ties with [[São Paulo (state)|São Paulo]], Brazil, in 1997.
""",
        ("Bavaria|Quebec|CA|1989", "Bavaria|São Paulo|BR|1997"),
    ),
    HostPage(  # a sentence of two agreements is told as one that is not read
        "jinze.txt",
        "zh",
        "JP",
        """\
大事记

1. 1962年12月18日，金泽市与美国布法罗市结为姐妹城市。
2. 1967年与俄罗斯伊尔库茨克市、1970年与巴西阿雷格里港市结为姐妹城市。
""",
        ("金泽市|布法罗市|US|1962-12-18",),
    ),
)

_BY_YEAR = (
    HostPage(
        "guangzhou.md",
        "zh",
        "CN",
        """\
# 广州市国际友好城市

## 1979年

- 5月2日 福冈（日本）

## 1986年

- 5月12日 悉尼（澳大利亚）
- 十一月十二日 巴里（意大利）
""",
        ("广州市|福冈|JP|1979-05-02", "广州市|悉尼|AU|1986-05-12", "广州市|巴里|IT|1986-11-12"),
    ),
    HostPage(
        "kobe.txt",
        "en",
        "JP",
        """\
Sister cities of Kobe

1957
21 October: Seattle, United States

1961
May 5: Marseille, France

1993
- March 30: Barcelona, Spain
- 13 April 1993: Riga, Latvia
""",
        (
            "Kobe|Seattle|US|1957-10-21",
            "Kobe|Marseille|FR|1961-05-05",
            "Kobe|Barcelona|ES|1993-03-30",
            "Kobe|Riga|LV|1993-04-13",
        ),
    ),
    HostPage(
        "chicago.wiki",
        "en",
        "US",
        """\
== Sister cities of Chicago ==
=== 1960 ===
* [[Warsaw]], Poland
=== 1973 ===
* [[Milan]], Italy (June 12)
* [[Osaka]], Japan (22 November)
""",
        ("Chicago|Warsaw|PL|1960", "Chicago|Milan|IT|1973-06-12", "Chicago|Osaka|JP|1973-11-22"),
    ),
    HostPage(
        "munich.html",
        "zh",
        "DE",
        """\
<h1>慕尼黑的友好城市</h1>
<h2>1954年</h2><ul><li>英国爱丁堡（5月）</li></ul>
<h2>1960年</h2><ul><li>意大利维罗纳（3月17日）</li></ul>
<h2>参见</h2><ul><li>5月2日 福冈</li></ul>
""",
        ("慕尼黑|爱丁堡|GB|1954-05", "慕尼黑|维罗纳|IT|1960-03-17"),
    ),
)
_BY_COUNTRY = (
    HostPage(
        "beijing.txt",
        "en",
        "CN",
        """\
Sister cities of Beijing

EUROPE
Germany: Berlin (5 April 1994), Cologne (14 September 1987)
Spain: Madrid (16 September 1985)

NORTH AMERICA
United States: New York City (25 February 1980), Washington, D.C. (15 June 1984)
""",
        (
            "Beijing|Berlin|DE|1994-04-05",
            "Beijing|Cologne|DE|1987-09-14",
            "Beijing|Madrid|ES|1985-09-16",
            "Beijing|New York City|US|1980-02-25",
            "Beijing|Washington, D.C.|US|1984-06-15",
        ),
    ),
    HostPage(
        "seoul.md",
        "en",
        "KR",
        """\
# Sister cities of Seoul

- United States: Honolulu (1973); San Francisco (1976); Washington, D.C. (2006)
- Turkey: Ankara (1971)
- Australia: Sydney (1991); New South Wales (1991)
""",
        (
            "Seoul|Honolulu|US|1973",
            "Seoul|San Francisco|US|1976",
            "Seoul|Washington, D.C.|US|2006",
            "Seoul|Ankara|TR|1971",
            "Seoul|Sydney|AU|1991",
            "Seoul|New South Wales|AU|1991",
        ),
    ),
    HostPage(
        "osaka.txt",
        "zh",
        "JP",
        """\
大阪市姐妹城市

北美洲
美国：旧金山（1957年10月7日）、芝加哥（1973年11月9日）

欧洲
意大利：米兰（1981年6月8日）
俄罗斯：圣彼得堡（1979年8月16日）、莫斯科（1990年）
""",
        (
            "大阪市|旧金山|US|1957-10-07",
            "大阪市|芝加哥|US|1973-11-09",
            "大阪市|米兰|IT|1981-06-08",
            "大阪市|圣彼得堡|RU|1979-08-16",
            "大阪市|莫斯科|RU|1990",
        ),
    ),
)
PAGES = (*_SENTENCES, *_BY_YEAR, *_BY_COUNTRY)
