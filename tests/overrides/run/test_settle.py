from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.overrides import Decisions, settle
from tests.overrides.factory import AS_OF, FINDINGS, ROWS, rules
from tests.overrides.pair import PARIS, TOKYO, names, result_of


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


@pytest.mark.parametrize(
    ("partner", "finding", "rule"),
    [
        ("東京", "conflict-date", f"id: a, kind: date, {TOKYO}, value: 1979-03-14, because: x"),
        ("東京", "conflict-date", "id: a, kind: no-date, pair: {zh: {partner: 東京}}, because: x"),
        ("科隆", "missing-date", "id: a, kind: no-date, pair: {zh: {partner: 科隆}}, because: x"),
        (
            "科隆",
            "missing-date",
            "id: a, kind: date, pair: {zh: {partner: 科隆}}, value: 1987, because: x",
        ),
        ("巴黎", "impossible-date", PARIS),
        (
            "巴黎",
            "impossible-date",
            "id: a, kind: date, pair: {zh: {partner: 巴黎}}, value: 2015-03, because: x",
        ),
        (
            "塞德港",
            "weak-link",
            "id: a, kind: place, side: zh, name: 塞德港, is: {country: EG}, because: x",
        ),
        (
            "马德里",
            "only-zh",
            "id: a, kind: only-in, side: zh, pair: {zh: {partner: 马德里}}, because: x",
        ),
        ("塞德港", "weak-link", "id: a, kind: ignore, code: weak-link, because: x"),
    ],
)
def test_a_rule_settles_its_finding_which_comes_back_without_it(
    partner: str, finding: str, rule: str
) -> None:
    with_it = result_of(rule)
    assert finding not in names(with_it, partner)
    assert finding in names(result_of(), partner)
    (use,) = with_it.rules
    assert use.effects
    assert not [f for f in with_it.findings if f.name.startswith("rule-")]
