from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from reconcile.models import Result
from reconcile.overrides import RuleSet, load_rules
from reconcile.overrides.rules.kinds import BY_KIND
from reconcile.overrides.run.redundant import redundant
from reconcile.pipeline import RunCache, Settings, run
from reconcile.sources import read_document
from tests.overrides.factory import AS_OF

DOCS = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
CACHE = RunCache()


def blocks(language: str) -> list[str]:
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE)
    return found


def loaded(block: str) -> RuleSet:
    head = "" if "version: 1" in block else "version: 1\n"
    head += "rules:\n" if block.startswith("  - ") else ""
    return load_rules([("docs/rules.md", head + block)])


EXAMPLES = {rule.kind: rules for rules in map(loaded, blocks("yaml")) for rule in rules.rules}


@cache
def result_with(rules: RuleSet) -> Result:
    (zh,), (en,) = blocks("markdown"), blocks("text")
    documents = [
        read_document(zh.encode(), "zh.md", "zh"),
        read_document(en.encode(), "en.txt", "en"),
    ]
    return run(documents, rules, Settings(AS_OF), cache=CACHE)


def test_every_kind_has_an_example() -> None:
    assert EXAMPLES.keys() == BY_KIND.keys()
    assert sum(len(loaded(block).tests) for block in blocks("yaml")) == 1


@pytest.mark.parametrize("kind", BY_KIND)
def test_each_example_does_something_that_is_not_done_without_it(kind: str) -> None:
    rules = EXAMPLES[kind]
    result = result_with(rules)
    assert [bool(use.effects) for use in result.rules] == [True]
    assert not [f.message for f in result.findings if f.name.startswith("rule-")]
    assert redundant(rules, result, result_with) == ()


def test_all_examples_go_together_and_the_test_holds() -> None:
    together = [r for rules in EXAMPLES.values() for r in rules.rules]
    tests = [t for block in blocks("yaml") for t in loaded(block).tests]
    result = result_with(RuleSet(tuple(together), tuple(tests)))
    assert all(use.effects for use in result.rules)
