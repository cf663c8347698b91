"""Which rows and findings of two runs are the same, although the lists were mended in between.

Ids come from content, so moved lines change nothing; but whoever corrects a name gives its row
another id, and with it all else that is said of the row. What is left of it then is not new. A row
that is gone and one that came are held for the same if they differ in one thing; a finding that is
gone and one of the same kind that came, if they share a row or, where they are about none, their
words differ by script or a slip. Each stands for one other at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from reconcile.evidence import Param
from reconcile.models import Record, Result
from reconcile.report.folding import search_key

_SLIP = 80
"""Likeness (0 to 100, letters in common) from which words differ by a slip; 河北省, 湖北省: 67."""
_EDITED = 50
"""The same for names of rows that are alike otherwise: of two characters one may be wrong."""


class Row(NamedTuple):
    """What tells a row from others."""

    side: str
    host: str
    partner: str
    country: str
    date: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a finding is about: code and name, the ids of its rows or, without rows, its words."""

    label: str
    rows: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def row_of(record: Record) -> Row:
    """What tells a record from others."""
    date = str(record.date or "")
    return Row(record.side, record.host, record.partner, record.country or "", date)


class Told(Protocol):
    """A finding of a run, or of a report that was read back."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def name(self) -> str:
        """What was found."""

    @property
    def params(self) -> Mapping[str, Param]:
        """The values that its sentence states."""

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of its rows."""


def known(finding: Told) -> Known:
    """What a finding is about."""
    words = (v for k, v in sorted(finding.params.items()) if isinstance(v, str))
    return Known(
        f"{finding.code} {finding.name}",
        finding.records,
        () if finding.records else tuple(words),
    )


@dataclass(frozen=True, slots=True)
class Carried:
    """New id → old id of the rows and findings that are the same in two runs."""

    rows: Mapping[str, str]
    findings: Mapping[str, str]


def between(old: Result, new: Result) -> Carried:
    """What is the same in two runs under other ids."""
    rows = edited_rows(*({r.id: row_of(r) for r in run.records} for run in (old, new)))
    before, now = ({f.id: known(f) for f in run.findings} for run in (old, new))
    return Carried(rows, carried(before, now, rows))


def edited_rows(old: Mapping[str, Row], new: Mapping[str, Row]) -> dict[str, str]:
    """New id → old id of rows that were edited, from all rows of both runs by id."""
    nearby: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for key, row in old.items():
        if key not in new:
            for place in _places(row):
                nearby[place].append(key)
    return _one_to_one(
        (_likeness(old[before], row), key, before)
        for key, row in new.items()
        if key not in old
        for before in dict.fromkeys(k for place in _places(row) for k in nearby.get(place, ()))
    )


def _places(row: Row) -> Iterator[tuple[str, int, str]]:
    """By host and by partner: rows that differ in one thing share one of the two."""
    yield row.side, 1, row.host
    yield row.side, 2, row.partner


def _likeness(old: Row, new: Row) -> float:
    """How sure it is that a row was edited into another, from 0 to 100."""
    differ = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    if len(differ) > 1 or old.side != new.side:
        return 0
    if not differ or differ[0] > 2:
        return 100
    alike = _alike(old[differ[0]], new[differ[0]])
    is_day = old.date.count("-") == 2  # two rows of a host seldom share country and day
    return max(alike, 1) if is_day or alike >= _EDITED else 0


def carried(
    old: Mapping[str, Known], new: Mapping[str, Known], edited: Mapping[str, str]
) -> dict[str, str]:
    """New id → old id of the findings that are the same under another id.

    Args:
        old: the findings that were known, by id.
        new: those of now.
        edited: the rows that were edited, from `edited_rows`.
    """
    gone: dict[str, list[str]] = defaultdict(list)
    for key, finding in old.items():
        if key not in new:
            gone[finding.label].append(key)
    return _one_to_one(
        (_same_subject(old[before], finding, edited), key, before)
        for key, finding in new.items()
        if key not in old
        for before in gone.get(finding.label, ())
    )


def _same_subject(old: Known, new: Known, edited: Mapping[str, str]) -> float:
    if old.rows or new.rows:
        return 100 if set(old.rows) & {edited.get(r, r) for r in new.rows} else 0
    differ = [(a, b) for a, b in zip(old.words, new.words, strict=False) if a != b]
    if len(differ) > 1 or len(old.words) != len(new.words) or not new.words:
        return 0
    alike = min((_alike(a, b) for a, b in differ), default=100)
    return alike if alike >= _SLIP else 0


def _one_to_one(pairs: Iterable[tuple[float, str, str]]) -> dict[str, str]:
    """New id → old id, the likeliest pairs first; pairs with a likeness of 0 are none."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, key, before in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if likeness and key not in found and before not in taken:
            found[key] = before
            taken.add(before)
    return found


def _alike(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # 70 ms that most runs can do without

    return fuzz.ratio(search_key(one), search_key(other))
