"""The override rules that the page offers, where more is needed than the names of two rows.

What a rule must say is known to `overrides.propose` alone. The script adds what can be said of
any entry: `ignore`, and `match`, `no-match` and `only-in` by the rows that `picks` tells apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.errors import ReconcileError
from reconcile.models import Finding, Record, Result, Side
from reconcile.overrides.build import Choice, Use, selector
from reconcile.overrides.propose import rules_for
from reconcile.overrides.run.locate import Rows
from reconcile.overrides.ways import kinds_for
from reconcile.overrides.wording import same
from reconcile.report.view.view import View

AT_MOST = 8
"""Entries of more findings are settled as a whole, not by a rule for each."""
_USES: Mapping[str, tuple[Use | None, ...]] = {
    "typo": (None, "zh", "en"),
    "host": (None,),
    "alias": (None,),
    "no-date": (None,),
    "date": ("zh", "en"),
    "place": ("zh", "en"),
}
"""Kinds of rules, and which lists may be right."""


def picks(result: Result, rows: Mapping[Side, Rows]) -> dict[str, Mapping[str, Any]]:
    """Record id → what a rule names it by, for those that share host and partner with another."""
    shown = Counter(key for r in result.records for key in _names(r))
    twice = [r for r in result.records if shown[r.side, same(r.host), same(r.partner)] > 1]
    return {r.id: selector(r, rows[r.side]) for r in twice}


def _names(r: Record) -> set[tuple[str, str, str]]:
    return {(r.side, same(r.host), same(name)) for name in (r.partner, r.name)}


def proposals(view: View, rows: Mapping[Side, Rows]) -> dict[str, list[Any]]:
    """Finding id → rules without id and reason, each with the side that it takes for right."""
    asked = [f for e in view.entries if e.count <= AT_MOST and not e.settled for f in e.findings]
    found = {f.id: list(_proposed(f, view.result, rows)) for f in asked}
    return {key: made for key, made in found.items() if made}


def _proposed(f: Finding, result: Result, rows: Mapping[Side, Rows]) -> Iterator[list[Any]]:
    for kind, use in ((k, u) for k in kinds_for(f) for u in _USES.get(k, ())):
        try:
            made = rules_for(f, result, Choice(result.as_of, use, kind=kind), rows)
        except (ReconcileError, ValueError):
            continue  # this choice is not enough for a rule
        bare = [{k: v for k, v in r.items() if k not in ("id", "because", "on")} for r in made]
        yield [use, bare]
