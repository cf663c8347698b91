from __future__ import annotations

import random
from collections.abc import Sequence

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
from tests.overrides.factory import AS_OF, FINDINGS, ROWS, link, rules

KL = "id: kl, kind: match, zh: {partner: 吉隆坡}, en: {partner: Kuala Lumpur}, because: x"


ALL = (
    KL,
    "id: m, kind: no-match, zh: {id: z2}, en: {id: e1}, because: x, expect: 2",
    "id: al, kind: alias, side: zh, name: 埃爾帕索, same-as: 厄爾巴索, because: x, expect: 3",
    "id: dead, kind: alias, side: zh, name: 沒有, same-as: x, because: 'A {brace}.'",
    "id: ig, kind: ignore, code: S101, because: x, expect: 2",
    "id: none, kind: ignore, code: D101, where: {host: x}, because: x, expect: 0",
)


LINKS = (link("l1", "z3", "e3", "kl"), link("l2", "z2", "e2"), link("l3", "z1", "e1", "al"))


def used(
    ruleset: RuleSet, decisions: Decisions | None = None, links: Sequence[Link] = ()
) -> tuple[RuleUse, ...]:
    decisions = decisions or resolve(ruleset, ROWS, AS_OF)
    _, settled = settle(ruleset, decisions, FINDINGS, ROWS, AS_OF)
    return uses(ruleset, decisions, links, {r.id: r for r in ROWS}, settled, {})


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


def test_an_expired_rule_is_reported() -> None:
    ruleset = rules(KL + ", until: 2026-11-30")
    assert [f.name for f in rule_findings(ruleset, used(ruleset), "2026-12-01")] == ["rule-expired"]


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
