"""The rules in `rules/`: each is needed, and its findings come back when it is removed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reconcile.models import Result
from reconcile.overrides import RuleSet, load_rules
from reconcile.pipeline import RunCache, Settings, run
from tests.conftest import AS_OF, EN_SEED, ROOT, ZH_SEED, document_of

FILES = [
    (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    for path in sorted(Path(ROOT / "rules").glob("*.yaml"))
]
RULES = load_rules(FILES)
CACHE = RunCache()


@cache
def result_with(rules: RuleSet) -> Result:
    documents = [document_of(ZH_SEED, "zh"), document_of(EN_SEED, "en")]
    return run(documents, rules, Settings(AS_OF), cache=CACHE)


def still_open(result: Result) -> set[str]:
    return {f.id for f in result.findings if f.rule is None}


def test_every_rule_has_a_source_and_all_of_them_do_what_they_say() -> None:
    assert all(rule.source for rule in RULES.rules)
    result = result_with(RULES)
    assert not [f.message for f in result.findings if f.name.startswith("rule-")]


@pytest.mark.parametrize("gone", [rule.id for rule in RULES.rules])
def test_a_rule_that_is_removed_brings_its_finding_back(gone: str) -> None:
    others = RuleSet(tuple(r for r in RULES.rules if r.id != gone))
    assert still_open(result_with(others)) - still_open(result_with(RULES))
