from __future__ import annotations

import pytest

from reconcile.overrides import RuleSet, resolve
from tests.overrides.factory import AS_OF, ROWS, record, rules


def stale(ruleset: RuleSet) -> list[str]:
    return [f"{s.rule.position}: {s.why}" for s in resolve(ruleset, ROWS, AS_OF).stale]


@pytest.mark.parametrize(
    ("selector", "row"),
    [
        ("host: 北京市, partner: 莫斯科", "z5"),
        ("partner: 莫斯科, section: 遼寧省", "z4"),
        ("partner: 莫斯科, line: 40", "z5"),
        ("partner: 莫斯科, line: 39", "z5"),  # the line where the row begins
        ("partner: 吉隆坡, line: 999", "z3"),  # text comes first
        ("id: z2", "z2"),
        ("id: z2, host: 包头市", "z2"),
        ("partner: '\u3000吉隆坡 '", "z3"),
        ("partner: 首爾鍾路區", "z6"),
        ("partner: 鍾路區", "z6"),
        ("host: 廣州市", "z3"),
    ],
)
def test_selectors_find_their_row(selector: str, row: str) -> None:
    ruleset = rules(f"id: a, kind: match, zh: {{{selector}}}, en: {{id: e1}}, because: x")
    assert [f.zh_id for f in resolve(ruleset, ROWS, AS_OF).forced] == [row]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    rows = (record("z1", "a", "b", 1), record("e1", "a", "Málaga", 2))
    ruleset = rules("id: a, kind: match, zh: {id: z1}, en: {partner: Ma\u0301laga}, because: x")
    assert len(resolve(ruleset, rows, AS_OF).forced) == 1


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        (
            "host: 包头市, partner: 埃爾帕索x",
            "no row of the Chinese source has host 包头市 and partner 埃爾帕索x; "
            "nearest: 包头市 – 埃爾帕索 (line 12), 包头市 – 額爾登特 (line 10)",
        ),
        ("host: 包頭市", "no row of the Chinese source has host 包頭市; nearest: 包头市 –"),
        ("id: nowhere", "no row of the Chinese source has id nowhere"),
        ("id: z1, host: 北京市", "no row of the Chinese source has host 北京市 and id z1"),
        (
            "partner: 莫斯科",
            "2 rows of the Chinese source have partner 莫斯科; add host, section, line or id to "
            "choose one of: 大連市 – 莫斯科 (line 30), 北京市 – 莫斯科 (line 40)",
        ),
        (
            "partner: 莫斯科, line: 7",
            "no row with partner 莫斯科 and line 7 is left; correct the line, it may be one of: "
            "大連市 – 莫斯科 (line 30), 北京市 – 莫斯科 (line 40)",
        ),
    ],
)
def test_a_selector_that_names_no_row_or_several_is_stale(selector: str, said: str) -> None:
    (error,) = stale(rules(f"id: a, kind: match, zh: {{{selector}}}, en: {{id: e1}}, because: x"))
    assert error.startswith(f"rules/a.yaml:3:5: {said}")
