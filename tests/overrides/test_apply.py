from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from reconcile.models import Link, RuleUse
from reconcile.overrides import (
    Decisions,
    RuleSet,
    broken_tests,
    load_rules,
    miscounts,
    resolve,
    rule_findings,
    settle,
    uses,
)
from tests.overrides.factory import AS_OF, ROWS, finding, link, record, rules


def used(
    ruleset: RuleSet, decisions: Decisions | None = None, links: Sequence[Link] = ()
) -> tuple[RuleUse, ...]:
    decisions = decisions or resolve(ruleset, ROWS, AS_OF)
    _, settled = settle(ruleset, decisions, FINDINGS, ROWS, AS_OF)
    return uses(ruleset, decisions, links, {r.id: r for r in ROWS}, settled, {})


KL = "id: kl, kind: match, zh: {partner: 吉隆坡}, en: {partner: Kuala Lumpur}, because: x"


def stale(ruleset: RuleSet) -> list[str]:
    return [f"{s.rule.position}: {s.why}" for s in resolve(ruleset, ROWS, AS_OF).stale]


def refused(ruleset: RuleSet) -> list[str]:
    return [str(e) for e in resolve(ruleset, ROWS, AS_OF).clashes]


def test_no_rules_decide_nothing() -> None:
    assert resolve(RuleSet(), ROWS, AS_OF) == Decisions()


def test_match_forces_one_pair() -> None:
    (forced,) = resolve(rules(KL), ROWS, AS_OF).forced
    assert (forced.rule.id, forced.zh_id, forced.en_id) == ("kl", "z3", "e3")


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


def test_rules_about_rows_that_are_gone_leave_the_others_in_force() -> None:
    wrong = "kind: match, zh: {partner: xx}, en: {partner: yy}, because: x"
    ruleset = rules(f"id: a, {wrong}", KL, f"id: b, {wrong}")
    decisions = resolve(ruleset, ROWS, AS_OF)
    assert [s.rule.id for s in decisions.stale] == ["a", "b"]
    assert [f.rule.id for f in decisions.forced] == ["kl"]
    found = rule_findings(ruleset, used(ruleset), AS_OF, decisions.stale)
    assert [(f.name, f.params["rule"]) for f in found] == [
        ("rule-stale", "a"),
        ("rule-unused", "kl"),  # there are no links here
        ("rule-stale", "b"),
    ]


def test_no_match_forbids_every_pair() -> None:
    ruleset = rules("id: a, kind: no-match, zh: {partner: 莫斯科}, en: {host: Baotou}, because: x")
    (apart,) = resolve(ruleset, ROWS, AS_OF).forbidden
    assert apart.pairs == {("z4", "e1"), ("z4", "e2"), ("z5", "e1"), ("z5", "e2")}


def test_alias_knows_its_rows_and_needs_none() -> None:
    ruleset = rules(
        "id: a, kind: alias, side: zh, name: 莫斯科, same-as: x, because: x",
        "id: b, kind: alias, side: en, name: 莫斯科, same-as: x, because: x",
    )
    one, two = resolve(ruleset, ROWS, AS_OF).aliases
    assert (one.side, one.name, one.same_as, one.records) == ("zh", "莫斯科", "x", ("z4", "z5"))
    assert two.records == ()


def test_match_against_no_match_is_a_contradiction() -> None:
    apart = "id: apart, kind: no-match, zh: {host: 廣州市}, en: {id: e3}, because: x"
    assert refused(rules(KL, apart)) == [
        "rules/a.yaml:4:5: rule kl (rules/a.yaml:3:5) links 廣州市 – 吉隆坡 and Guangzhou – Kuala "
        "Lumpur, and rule apart (rules/a.yaml:4:5) keeps them apart: delete one of the two"
    ]


@pytest.mark.parametrize(
    ("zh", "en", "row"), [("z3", "e4", "廣州市 – 吉隆坡"), ("z5", "e3", "Guangzhou – Kuala Lumpur")]
)
def test_one_row_has_one_partner(zh: str, en: str, row: str) -> None:
    other = f"id: o, kind: match, zh: {{id: {zh}}}, en: {{id: {en}}}, because: x"
    assert refused(rules(KL, other)) == [
        f"rules/a.yaml:4:5: rules kl (rules/a.yaml:3:5) and o (rules/a.yaml:4:5) link {row} "
        "to two different rows: delete one of the two"
    ]


def test_the_same_match_twice_is_no_contradiction() -> None:
    assert len(resolve(rules(KL, KL.replace("kl", "kl2")), ROWS, AS_OF).forced) == 2


def test_a_rule_applies_on_its_last_day_and_not_later() -> None:
    ruleset = rules(KL + ", until: 2026-11-30")
    assert resolve(ruleset, ROWS, "2026-11-30").forced
    late = resolve(ruleset, ROWS, "2026-12-01")
    assert (late.forced, [r.id for r in late.expired]) == ((), ["kl"])
    assert [f.name for f in rule_findings(ruleset, used(ruleset, late), "2026-12-01")] == [
        "rule-expired"
    ]


def test_an_expired_rule_may_name_rows_that_are_gone() -> None:
    ruleset = rules(KL.replace("吉隆坡", "nowhere") + ", until: 2020-01-01")
    assert not resolve(ruleset, ROWS, AS_OF).forced


FINDINGS = (
    finding("f1", "S101", "empty-row", host="日喀則市", section="西藏"),
    finding("f2", "S101", "empty-row", "z1"),
    finding("f3", "S102", "other-name", "z3", "e3"),
    finding("f4", "D101", "missing-date", "e1", source="en:list.txt"),
)


@pytest.mark.parametrize(
    ("rule", "settled"),
    [
        ("code: S", "f1 f2 f3"),
        ("code: S1", "f1 f2 f3"),
        ("code: S101", "f1 f2"),
        ("code: empty-row", "f1 f2"),
        ("finding: f2", "f2"),
        ("finding: f2, code: S101", "f2"),
        ("finding: f2, code: S102", ""),
        ("code: S, where: {section: 西藏}", "f1"),
        ("code: S, where: {host: 日喀則市}", "f1"),
        ("code: S, where: {section: 内蒙古, host: 包头市}", "f2"),
        ("code: S, where: {section: 内蒙古, host: 廣州市}", ""),
        ("code: S, where: {partner: Kuala Lumpur}", "f3"),
        ("code: S, where: {host: 廣州市, partner: Kuala Lumpur}", ""),
        ("code: S, where: {source: zh:list.md}", "f1 f2 f3"),
        ("code: S, where: {source: list.md}", "f1 f2 f3"),
        ("code: S, where: {source: list.txt}", ""),
        ("code: S, until: 2020-01-01", ""),
    ],
)
def test_ignore_settles_what_it_names(rule: str, settled: str) -> None:
    ruleset = rules(f"id: a, kind: ignore, {rule}, because: x")
    findings, effects = settle(ruleset, Decisions(), FINDINGS, ROWS, AS_OF)
    assert [f.id for f in findings] == ["f1", "f2", "f3", "f4"]
    assert [f.id for f in findings if f.rule == "a"] == settled.split()
    assert effects.get("a", ()) == tuple(settled.split())


def test_a_group_is_ignored_as_a_whole() -> None:
    grouped = [replace(f, group="empty-row-1") for f in FINDINGS[:2]] + list(FINDINGS[2:])
    ruleset = rules("id: a, kind: ignore, group: empty-row-1, because: x")
    findings, _ = settle(ruleset, Decisions(), grouped, ROWS, AS_OF)
    assert [f.rule for f in findings] == ["a", "a", None, None]


def test_the_first_rule_settles_and_both_count() -> None:
    ruleset = rules(
        "id: a, kind: ignore, code: S101, because: x",
        "id: b, kind: ignore, finding: f2, because: x",
    )
    findings, effects = settle(ruleset, Decisions(), FINDINGS, ROWS, AS_OF)
    assert [f.rule for f in findings] == ["a", "a", None, None]
    assert effects == {"a": ("f1", "f2"), "b": ("f2",)}


def test_a_rule_that_is_removed_brings_its_finding_back() -> None:
    lines = [f"id: r{n}, kind: ignore, finding: f{n}, because: x" for n in (1, 2, 3, 4)]
    for left_out in range(4):
        ruleset = rules(*lines[:left_out], *lines[left_out + 1 :])
        findings, _ = settle(ruleset, Decisions(), FINDINGS, ROWS, AS_OF)
        assert [f.id for f in findings if f.rule is None] == [f"f{left_out + 1}"]


ALL = (
    KL,
    "id: m, kind: no-match, zh: {id: z2}, en: {id: e1}, because: x, expect: 2",
    "id: al, kind: alias, side: zh, name: 埃爾帕索, same-as: 厄爾巴索, because: x, expect: 3",
    "id: dead, kind: alias, side: zh, name: 沒有, same-as: x, because: 'A {brace}.'",
    "id: ig, kind: ignore, code: S101, because: x, expect: 2",
    "id: none, kind: ignore, code: D101, where: {host: x}, because: x, expect: 0",
)
LINKS = (link("l1", "z3", "e3", "kl"), link("l2", "z2", "e2"), link("l3", "z1", "e1", "al"))


def test_every_rule_is_listed_with_what_it_did() -> None:
    ruleset = rules(*ALL)
    made = used(ruleset, links=LINKS)
    assert (made[0].path, made[0].because) == ("rules/a.yaml", "x")
    assert [(u.id, u.kind, u.line, u.effects) for u in made] == [
        ("kl", "match", 3, ("l1",)),
        ("m", "no-match", 4, ("e1", "z2")),
        ("al", "alias", 5, ("l2", "l3")),
        ("dead", "alias", 6, ()),
        ("ig", "ignore", 7, ("f1", "f2")),
        ("none", "ignore", 8, ()),
    ]
    assert [(m.rule.id, m.expected, m.actual) for m in miscounts(ruleset, made, AS_OF)] == [
        ("al", 3, 2)
    ]
    found = rule_findings(ruleset, made, AS_OF)
    assert [(f.name, f.params["rule"]) for f in found] == [
        ("rule-count", "al"),
        ("rule-unused", "dead"),
    ]
    assert found[1].params["line"] == 6
    assert len({f.id for f in found}) == len(found)


def test_order_of_records_changes_nothing() -> None:
    ruleset = rules(*ALL)
    expected = resolve(ruleset, ROWS, AS_OF)
    rows = list(ROWS)
    random.Random(1).shuffle(rows)
    assert resolve(ruleset, rows, AS_OF) == expected


def test_tests_of_rule_files() -> None:
    body = "version: 1\ntests:\n" + "".join(
        f"  - {{zh: {zh}, links-to: {en}}}\n"
        for zh, en in (("吉隆坡", "Kuala Lumpur"), ("吉隆坡", "X"), ("莫斯科", "Y"), ("沒有", "Z"))
    )
    broken = broken_tests(load_rules([("t.yaml", body)]), LINKS, ROWS)
    assert [(b.test.position.line, b.why) for b in broken] == [
        (4, "吉隆坡 is linked to Kuala Lumpur, not to X"),
        (5, "莫斯科 is linked to no row; expected Y"),
        (6, "no row of the Chinese source has the partner 沒有"),
    ]
