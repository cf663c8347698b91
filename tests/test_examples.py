"""The second pair, in `examples/`: every planted fault is found, and nothing else is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from reconcile.models import Finding, Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from tests.conftest import AS_OF, ROOT, document_of

ZH = "examples/zh-sister-cities-of-japan.wiki"
EN = "examples/en-twin-towns-and-sister-cities-in-japan.wiki"
RULES = "examples/rules/japan.yaml"


@dataclass(frozen=True)
class Fault:
    """A row of the table in `examples/README.md`."""

    what: str
    zh: int | None
    en: int | None
    finding: str
    verdict: str

    @property
    def lines(self) -> set[tuple[Side, int]]:
        """Where it was planted."""
        places: tuple[tuple[Side, int | None], ...] = (("zh", self.zh), ("en", self.en))
        return {(side, line) for side, line in places if line is not None}


def planted() -> list[Fault]:
    """The faults that the README lists."""
    text = (ROOT / "examples/README.md").read_text(encoding="utf-8")
    cells = [
        [cell.strip(" `") for cell in line[1:-1].split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    return [
        Fault(what, int(zh) if zh else None, int(en) if en else None, finding, verdict)
        for what, zh, en, finding, verdict in cells[2:]
    ]


FAULTS = planted()


@cache
def result() -> Result:
    """The run of the pair with its rules."""
    rules = load_rules([(RULES, (ROOT / RULES).read_text(encoding="utf-8"))])
    documents = [document_of(ZH, "zh"), document_of(EN, "en")]
    return run(documents, rules, Settings(AS_OF, home="JP"))


def lines_of(finding: Finding) -> set[tuple[str, int]]:
    """Side and line of everything a finding points at."""
    return {(ref.source[:2], ref.line) for ref in finding.refs}


def test_the_readme_lists_the_faults() -> None:
    assert len(FAULTS) == 16
    assert {f.verdict for f in FAULTS} >= {"agree", "agree-differently", "conflict", "only-zh"}


@pytest.mark.parametrize("fault", [f for f in FAULTS if f.finding], ids=lambda f: f.what)
def test_fault_is_found_at_its_line(fault: Fault) -> None:
    found = [f for f in result().findings if f.name == fault.finding]
    assert any(lines_of(f) & fault.lines for f in found), [f.message for f in found]


@pytest.mark.parametrize("fault", [f for f in FAULTS if f.verdict], ids=lambda f: f.what)
def test_fault_has_its_verdict(fault: Fault) -> None:
    records = {r.id: (r.side, r.line) for r in result().records}
    verdicts = {records[i]: v.verdict for v in result().verdicts for i in (v.zh, v.en) if i}
    assert {verdicts[place] for place in fault.lines} == {fault.verdict}


def test_every_other_row_agrees() -> None:
    planted_at = {place for fault in FAULTS for place in fault.lines}
    records = {r.id: r for r in result().records}
    for verdict in result().verdicts:
        rows = [records[i] for i in (verdict.zh, verdict.en) if i]
        if not {(r.side, r.line) for r in rows} & planted_at:
            assert (verdict.verdict, verdict.reason) == ("agree", "same-place"), verdict.why


def test_nothing_else_is_a_warning_or_an_error() -> None:
    expected = {(f.finding, place) for f in FAULTS for place in f.lines}
    for finding in result().findings:
        if finding.severity in ("error", "warning"):
            assert {(finding.name, place) for place in lines_of(finding)} & expected, (
                finding.message
            )


def test_every_line_is_understood_and_every_rule_used() -> None:
    assert not [u for s in result().sources for u in s.uses if u == "not-understood"]
    assert all(rule.effects for rule in result().rules)
    assert not [f.message for f in result().findings if f.name.startswith("rule-")]
