"""What the tests of checks share: the cases of a module, and the facts of a small pair of lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from reconcile import checks
from reconcile.catalogue import BY_CODE, BY_NAME
from reconcile.catalogue.examples import Example, default_pair, examples
from reconcile.checks import Check, Facts
from reconcile.checks.draft import Draft
from reconcile.models import Document, Finding, Record, Result
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.sources import read_document
from tests.conftest import AS_OF


def documents(zh: str, en: str, *, both: bool = False) -> list[Document]:
    if both:
        files = [read_document(zh.encode(), "both", "zh"), read_document(en.encode(), "both", "en")]
        return [replace(document, paired=True) for document in files]
    return [
        read_document(zh.encode(), "zh.md", "zh"),
        read_document(en.encode(), "en.txt", "en"),
    ]


def result_of(
    zh: str,
    en: str,
    rules: str | None = None,
    settings: Settings | None = None,
    *,
    both: bool = False,
) -> Result:
    ruleset = load_rules([("rules.yaml", rules)] if rules else [])
    return run(documents(zh, en, both=both), ruleset, settings or Settings(AS_OF))


# -- cases -------------------------------------------------------------------------------------


def cases_of(module: Sequence[Check]) -> list[Any]:
    """The cases of every kind of finding that the checks of a module declare, for a test."""
    names = dict.fromkeys(name for check in module for name in check.yields)
    return [
        pytest.param(example, id=f"{BY_NAME[name].code}-{n}")
        for name in names
        for n, example in enumerate(examples(BY_NAME[name].code), 1)
    ]


def findings_of(example: Example) -> list[Finding]:
    """The findings of the kind that a case is about."""
    found = result_of(example.zh, example.en, example.rules, both=example.both).findings
    return [f for f in found if f.name == example.name]


def place(finding: Finding) -> tuple[int, int, str]:
    """Line, column and message; a finding about a rule stands in the rule file."""
    if finding.refs:
        return finding.refs[0].line, finding.refs[0].column, finding.message
    line = finding.params["line"]
    assert isinstance(line, int)
    return line, 1, finding.message


def check_case(example: Example) -> None:
    """A case says of its kind of finding exactly what it lists, and where."""
    found = findings_of(example)
    assert [place(f) for f in found] == list(example.fires)
    assert all(f.code == BY_NAME[example.name].code for f in found)


# -- facts -------------------------------------------------------------------------------------


@cache
def facts_of(
    zh: str | None = None,
    en: str | None = None,
    rules: str | None = None,
    settings: Settings | None = None,
) -> Facts:
    """What the checks look at in a run; the default text for a side that is not given."""
    seen: list[Facts] = []

    def look(facts: Facts) -> Iterator[Draft]:
        seen.append(facts)
        yield from ()

    default_zh, default_en = default_pair()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "CHECKS", (Check(look, ()),))
        result_of(zh or default_zh, en or default_en, rules, settings)
    return seen[0]


def drafts(
    check: Callable[[Facts], Iterator[Draft]], zh: str | None = None, en: str | None = None
) -> list[Draft]:
    """All that one check finds in a pair of lists."""
    return list(check(facts_of(zh, en)))


def fired(check: Callable[[Facts], Iterator[Draft]], code: str) -> list[Draft]:
    """All that a check finds of a kind in the cases that fire."""
    cases = [x for x in examples(code) if x.fires]
    found = (d for x in cases for d in check(facts_of(x.zh, x.en, x.rules)))
    return [d for d in found if d.name == BY_CODE[code].name]


def record(facts: Facts, partner: str) -> Record:
    """The record of a partner by its displayed name."""
    return next(r for r in facts.by_id.values() if r.partner == partner)


def rule(fields: str) -> str:
    """A rule file with the rule `r`; `fields` are its kind and the rest, as YAML in one line."""
    return f"version: 1\nrules:\n- {{id: r, because: For a test., {fields}}}\n"


def english(*rows: str, host: str = "Changsha") -> str:
    """An English list with one host."""
    return "\n".join([host, "", *(f"- {row}" for row in rows)]) + "\n"


def chinese(*rows: str, host: str = "長沙市", section: str = "湖南") -> str:
    """A Chinese list with one section and host."""
    return "\n".join([f"## {section}", f"### {host}", *(f"- {row}" for row in rows)]) + "\n"
