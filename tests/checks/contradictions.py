"""Which findings contradict each other if they speak of one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from reconcile.models import Finding
from reconcile.report.contract import SavedFinding
from reconcile.scripts import fold

_MISSING = ("only-zh", "only-en")
_LINKED = ("conflict-country", "conflict-date", "conflict-host", "conflict-kind", "renamed")
_OPEN = ("weak-link", "tied-link", "wrong-name", "not-comparable", "missing-partner")
EXCLUSIVE: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        *((one, other) for one in _MISSING for other in (*_LINKED, *_OPEN, "level-difference")),
        *(("likely-dropped", other) for other in (*_MISSING, "elsewhere", "not-comparable")),
        ("wrong-link", "ambiguous-target"),
        ("wrong-link", "ambiguous-partner"),
        ("host-name", "label-target"),
        ("style", "note-in-name"),
        ("suspicious-date", "impossible-date"),
        ("suspicious-date",),
        ("missing-date", "imprecise-date"),
        ("missing-date", "impossible-date"),
        ("missing-date", "date-not-understood"),
        ("missing-country", "country-name"),
        ("missing-country", "conflict-country"),
        ("country-name", "conflict-country"),
        ("truncated-name", "unusual-transliteration"),
        ("renamed", "level-difference"),
    )
)
"""Two kinds of which one denies what the other says, or says the same again; one may be both."""
_SUBJECTS = {
    "elsewhere": 1,
    "mixed-transliteration": 1,
    "duplicate-agreement": 1,
    "weak-link": 2,
}
"""Kinds that name other rows for comparison, behind those that they speak of."""


def contradicting(findings: Iterable[Finding | SavedFinding]) -> list[str]:
    """Pairs of findings of one row, or of one place in a text, that cannot both be right."""
    said: dict[object, list[Finding | SavedFinding]] = defaultdict(list)
    for finding in findings:
        places = [(r.source, r.line, r.column) for r in finding.refs[:1]]
        for subject in (*finding.records[: _SUBJECTS.get(finding.name)], *places):
            said[subject].append(finding)
    pairs = (pair for found in said.values() for pair in combinations(found, 2))
    return sorted({f"{a.message} | {b.message}" for a, b in pairs if _contradict(a, b)})


def _contradict(one: Finding | SavedFinding, other: Finding | SavedFinding) -> bool:
    if frozenset((one.name, other.name)) in EXCLUSIVE:
        return True
    places = [*_places(one), *_places(other)]
    return len(set(places)) > 1


def _places(finding: Finding | SavedFinding) -> Iterator[str]:
    """The place that a finding says a row is of."""
    if finding.name in ("mixed-transliteration", "truncated-name", "unusual-transliteration"):
        yield fold(str(finding.params["place"])).removesuffix("city")
