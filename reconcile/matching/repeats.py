"""Rows of one side that state the same agreement: in two files, or twice in one.

Only the first of them is linked; the others share its verdict. Otherwise two rows that confirm
each other would tie, and neither would be linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from reconcile.matching.divisions import division_of
from reconcile.matching.targets import without_bracket
from reconcile.models import HostMatch, Record
from reconcile.places.levels import Region
from reconcile.places.placename import place_name
from reconcile.scripts import fold

_BARE = ("city", "town")
"""Levels whose suffix may stand or fall: 江陵 and 江陵市 are one city, 秋田 and 秋田縣 are not."""


def repeated(records: Sequence[Record], hosts: Mapping[str, HostMatch]) -> dict[str, str]:
    """Record id → id of the record that it repeats.

    Two rows repeat each other if host and partner are the same, and the countries and the link
    targets they state. Which of them stands for all depends on their content and not on their
    order.
    """
    groups: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in records:
        groups[_key(record, hosts[record.id])].append(record)
    found: dict[str, str] = {}
    for rows in (r for g in groups.values() if len(g) > 1 for r in _by_target(g)):
        if len(rows) > 1 and len({r.country for r in rows} - {None}) < 2:
            first, *others = sorted(rows, key=_fullest)
            found.update((r.id, first.id) for r in others)
    return found


def _key(record: Record, match: HostMatch) -> tuple[object, ...]:
    """What two rows share that say the same. English brackets tell places apart: no stem there."""
    host = match.block if match.block is not None else place_name(record.host).simple
    if record.side == "en":
        return "en", host, fold(record.partner)
    return "zh", host, place_name(record.parent or "").simple, _stem(record.name)


def _by_target(rows: Sequence[Record]) -> Collection[Sequence[Record]]:
    """Rows of one name apart by their link targets and states: 哥倫布（俄亥俄州）, (喬治亞州).

    Without either it is any one, but not of two: one file of a list may have links where another
    has none.
    """
    groups: dict[tuple[str, Region | None], list[Record]] = defaultdict(list)
    for row in rows:
        target = row.target or ""
        title = fold(target) if row.side == "en" else target and _stem(target)
        groups[title, division_of(row)].append(row)
    return [rows] if len(groups.keys() - {("", None)}) < 2 else groups.values()


def _stem(name: str) -> str:
    simple = place_name(place_name(without_bracket(name)).simple)
    return simple.stem if simple.kind in _BARE else simple.text


def _fullest(record: Record) -> tuple[bool, bool, str, str]:
    """Sorts the row that says most first: with country, with date; then by content."""
    return record.country is None, record.date is None, record.partner, record.id
