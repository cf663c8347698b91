"""The kind of agreement that a heading, a label or a column states of each row."""

from __future__ import annotations

import pytest

from reconcile.models import Side
from reconcile.places.home import load_home
from reconcile.sources import parse, read_document

ROW = "| 国家 | 城市 | 时间 |\n|---|---|---|\n| {} | {} | 1999年 |\n\n"
# file, home, text, the partners and what notes say of each
KINDS: dict[str, tuple[str, str, str, list[str]]] = {
    "headings": (
        "zh.md",
        "CN",
        "# 大连市\n\n## 友好城市\n\n"
        + ROW.format("日本", "北九州市")
        + "## 友好合作关系城市\n\n"
        + ROW.format("韩国", "仁川广域市"),
        ["北九州市", "仁川广域市 友好合作关系城市"],
    ),
    "a heading below": (
        "zh.wiki",
        "JP",
        "== 大阪市 ==\n=== 姊妹城市 ===\n* [[芝加哥]]（美国，1973年）\n"
        "=== 友好交流城市 ===\n==== 亚洲 ====\n* [[首尔]]（韩国，1999年）\n",
        ["芝加哥", "首尔 友好交流城市"],
    ),
    "in English": (
        "en.wiki",
        "US",
        "== Oakland ==\n=== Sister cities ===\n* Dalian, China (1982)\n"
        "=== Friendship cities ===\n* Funchal, Portugal (1999)\n",
        ["Dalian", "Funchal Friendship cities"],
    ),
    "labels": (
        "zh.html",
        "CN",
        "<h1>大连市</h1><p>友好城市：</p><ul><li>日本北九州市（1979年）</li></ul>"
        "<p>友好交流城市：</p><ul><li>韩国仁川广域市（1994年）</li></ul>",
        ["北九州市", "仁川广域市 友好交流城市"],
    ),
    "a heading of both": (
        "zh.md",
        "CN",
        "# 大连市\n\n## 友好城市及友好合作城市\n\n" + ROW.format("日本", "北九州市"),
        ["北九州市"],
    ),
    "a heading of more": (
        "zh.md",
        "CN",
        "# 大连市\n\n## 国际交流\n\n" + ROW.format("日本", "北九州市"),
        ["北九州市"],
    ),
    "a column": (
        "zh.md",
        "KR",
        "| 城市 | 关系 | 国家 | 对方城市 |\n|---|---|---|---|\n"
        "| 釜山广域市 | 友好城市 | 日本 | 福冈 |\n| 釜山广域市 | 友好交流城市 | 中国 | 大连 |\n",
        ["福冈 友好城市", "大连 友好交流城市"],
    ),
    "a column of CSV": (
        "en.csv",
        "DE",
        "City,Partner city,Country,Type of partnership,Remarks\n"
        "Bremen,Dalian,China,friendship city,since 1985 in force\n"
        "Bremen,Haifa,Israel,sister city,\n",
        ["Dalian friendship city; since 1985 in force", "Haifa sister city"],
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_the_kind_of_each_row(name: str) -> None:
    file, home, text, stated = KINDS[name]
    side: Side = "zh" if file.startswith("zh") else "en"
    records = parse(read_document(text.encode(), file, side), load_home(home)).records
    found = [f"{r.name} {'; '.join(n.text for n in r.notes)}".strip() for r in records]
    assert found == stated
    assert all(note.apart for r in records for note in r.notes)
