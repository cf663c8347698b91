from __future__ import annotations

import pytest

from reconcile.models import Result
from reconcile.overrides import RuleSet, load_rules
from reconcile.overrides.run.redundant import redundant
from tests.overrides.factory import text
from tests.overrides.pair import result_under

PORT = "kind: match, zh: {partner: 塞德港}, en: {partner: Port Said}, because: x"
PARIS = "kind: date, pair: {zh: {partner: 巴黎}}, value: 2015, because: x"
IGNORED = "kind: ignore, code: missing-date, because: x"


@pytest.mark.parametrize(
    ("rules", "unneeded"),
    [
        ([f"id: a, {PORT}"], []),
        ([f"id: a, {PARIS}", f"id: b, {PARIS}"], ["b"]),
        ([f"id: a, {PORT}", f"id: b, {PARIS}", f"id: c, {PARIS}"], ["c"]),
        ([f"id: a, {IGNORED}"], []),
        ([f"id: a, {IGNORED}", f"id: b, {IGNORED}"], ["b"]),
        (["id: a, kind: ignore, code: S1, because: without any effect"], []),
    ],
)
def test_what_can_go_is_found_by_running_without_it(rules: list[str], unneeded: list[str]) -> None:
    ruleset = load_rules([("r.yaml", text(*rules))])
    found = redundant(ruleset, result_under(ruleset), result_under)
    assert [r.id for r in found] == unneeded


def test_rules_of_different_hosts_are_tried_together() -> None:
    ruleset = load_rules([("r.yaml", text(f"id: a, {PORT}"))])
    runs: list[RuleSet] = []

    def run(rules: RuleSet) -> Result:
        runs.append(rules)
        return result_under(rules)

    redundant(ruleset, run(ruleset), run)
    assert [len(r.rules) for r in runs] == [1, 0]
