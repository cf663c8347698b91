"""Lists turned round: the host stands behind its partner, below the country of that."""

from __future__ import annotations

import pytest

from reconcile.places.home import load_home
from reconcile.sources import parse, read_document
from tests.sources.reading.pages_of_hosts import HostPage

PAGES = (
    HostPage(
        "us-zh.md",
        "zh",
        "US",
        """\
# 美国各市的国际姐妹城市（按国家排列）

## 德国
- 汉堡 — 芝加哥（1994年）
- 莱比锡 — 休斯敦（1992年）

## 日本
- 大阪 — 芝加哥（1973年）
- 神户 — 西雅图（1957年）
""",
        (
            "芝加哥|汉堡|DE|1994",
            "休斯敦|莱比锡|DE|1992",
            "芝加哥|大阪|JP|1973",
            "西雅图|神户|JP|1957",
        ),
    ),
    HostPage(
        "japan.txt",
        "en",
        "JP",
        """\
Sister cities of Japanese cities, by country (foreign city first)

Brazil
* Porto Alegre – Kanazawa (1967)
* Santos – Nagasaki (1972)

Germany
* Cologne – Kyoto (1963)
* Lübeck – Kawasaki (1992)
""",
        (
            "Kanazawa|Porto Alegre|BR|1967",
            "Nagasaki|Santos|BR|1972",
            "Kyoto|Cologne|DE|1963",
            "Kawasaki|Lübeck|DE|1992",
        ),
    ),
    HostPage(
        "korea-zh.txt",
        "zh",
        "KR",
        """\
韩国各地的友好城市（外国城市在前）

中国
· 上海市 — 釜山（1993年）
· 青岛市 — 大邱（1993年）

日本
· 福冈市 — 釜山（1989年）
· 广岛市 — 大邱（1997年）
""",
        (
            "釜山|上海市|CN|1993",
            "大邱|青岛市|CN|1993",
            "釜山|福冈市|JP|1989",
            "大邱|广岛市|JP|1997",
        ),
    ),
)


def test_a_sentence_of_a_partner_and_its_host_names_no_partner() -> None:
    text = "1. 1962年12月18日，美国布法罗市与金泽市结为姐妹城市。"
    assert not parse(read_document(text.encode(), "zh.txt", "zh"), load_home("JP")).records


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_the_host_stands_behind_its_partner(page: HostPage) -> None:
    document = read_document(page.text.encode(), page.file, page.side)
    records = parse(document, load_home(page.home)).records
    assert tuple(f"{r.host}|{r.name}|{r.country}|{r.date}" for r in records) == page.rows
