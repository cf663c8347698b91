"""Whole lists without tables, as people write them: every row and no more.

Each was written with its answer before the program read it.
"""

from __future__ import annotations

from tests.sources.reading.pages_of_hosts import HostPage

PAGES = (
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
