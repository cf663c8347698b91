"""Tables of a page: their rows become records, or are ignored for a named reason."""

from __future__ import annotations

import pytest

from tests.conftest import parse_text
from tests.sources.reading.test_lines import shown

# rows of a table, what they are used for, and the records
TABLES: dict[str, tuple[str, str, list[str]]] = {
    "titles": (
        "己方|國家|對方|日期\n长沙市|日本|鹿儿岛市|1982年\n岳阳市|日本|沼津市|1985年",
        "structure record record",
        ["长沙市 JP 鹿儿岛市 1982", "岳阳市 JP 沼津市 1985"],
    ),
    "groups": (
        "己方|友好城市\n亚洲|\n长沙市|鹿儿岛市\n欧洲|\n长沙市|蒙斯",
        "structure structure record structure record",
        ["长沙市 None 鹿儿岛市", "长沙市 None 蒙斯"],
    ),
    "a total": (
        "己方|友好城市\n长沙市|鹿儿岛市\n共计|1个",
        "structure record ignored:remark",
        ["长沙市 None 鹿儿岛市"],
    ),
    "several partners and dates": (
        "城市|友好城市|日期\n长沙市|鹿儿岛市、龟尾市|1982年、1998年",
        "structure record",
        ["长沙市 None 鹿儿岛市 1982", "长沙市 None 龟尾市 1998"],
    ),
    "several partners, another count of dates": (
        "城市|友好城市|日期\n长沙市|鹿儿岛市、龟尾市、蒙斯|1982年、1998年",
        "structure record",
        ["长沙市 None 鹿儿岛市", "长沙市 None 龟尾市", "长沙市 None 蒙斯"],
    ),
    "halves side by side": (
        "城市|友好城市|城市|友好城市\n长沙市|鹿儿岛市|岳阳市|沼津市",
        "structure record",
        ["长沙市 None 鹿儿岛市", "岳阳市 None 沼津市"],
    ),
    "the country in the title": (
        "城市|德国城市\n长沙市|弗莱堡",
        "structure record",
        ["长沙市 DE 弗莱堡"],
    ),
    "another topic": ("年份|人口\n1982年|374万", "ignored:other-topic ignored:other-topic", []),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    text, uses, records = TABLES[name]
    titles, *rows = (f"| {' | '.join(row.split('|'))} |" for row in text.split("\n"))
    rule = "|---" * titles.count(" | ") + "|---|"
    source = parse_text("\n".join([titles, rule, *rows, ""]))
    lines = source.uses[:1] + source.uses[2:]  # without the rule
    assert " ".join(lines) == uses
    assert shown(source) == records


def test_rows_without_partner() -> None:
    head = "| 己方 | 國家 | 對方 | 日期 |\n|---|---|---|---|\n"
    source = parse_text(f"{head}| 长沙市 | 日本 | | 1982年 |\n| | | | |\n")
    first, second = source.partnerless
    assert (first.host, first.country, str(first.date), first.bare) == (
        "长沙市",
        "JP",
        "1982",
        False,
    )
    assert (first.ref.line, first.ref.text) == (3, "")
    assert (second.host, second.bare) == ("长沙市", True)


def test_old_line_ends_are_line_ends() -> None:
    text = "## 湖南\r| | |\r| --- | --- |\r| 〖長沙市〗- | 日本鹿兒島（1982年） |\r"
    assert [(r.host, r.line) for r in parse_text(text).records] == [("長沙市", 4)]


def test_nothing_of_a_table_is_lost_silently() -> None:
    text = """\
<table>
<caption>Partners of Hunan</caption>
<tr><td>長沙市</td><td>鹿兒島<script>x</td><td>1982年</td></tr>
<tr><td>岳陽市</td><td>沼津</td><td>1985年</td></tr>
</table>
"""
    source = parse_text(text)
    assert [(r.host, str(r.date)) for r in source.records] == [
        ("長沙市", "1982"),
        ("岳陽市", "1985"),
    ]
    assert source.uses[1] == "not-understood"
