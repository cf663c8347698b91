"""Entries that the copy of a list has probably lost.

Where a blank line splits a block that is in alphabetical order, and the partner that the other
list has would stand exactly there, the copy most likely lost it: then its absence says nothing
about the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.checks.latin_names import latin_names
from reconcile.checks.lists import LinkedLists
from reconcile.models import Record
from reconcile.names.readings import romanization
from reconcile.scripts import fold

IN_ORDER = 0.8
"""The share of neighbours in order from which a block counts as alphabetical."""
LARGEST_CHANCE = 0.34
"""From here on a gap hits a missing partner too easily by chance to say anything."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Where a missing partner would stand: its Latin name and the rows around the blank line.

    `chance` is the chance that one of the block's gaps is there by accident.
    """

    latin: str
    before: Record
    after: Record
    chance: float


def likely_dropped(lists: LinkedLists, record: Record) -> Dropped | None:
    """The gap of the other list's block that an unlinked Chinese record would fill."""
    rows = lists.en_records_of(lists.hosts[record.id].block)
    beside = [(a, b) for a, b in pairwise(rows) if a.block == b.block]
    gaps = [(a, b) for a, b in beside if b.gap_before]
    if not gaps or not _is_ordered(beside):
        return None
    chance = len(gaps) / (len(rows) + 1)
    if chance > LARGEST_CHANCE:
        return None
    for latin in _spellings(record):
        for before, after in gaps:
            if fold(before.name) < fold(latin) < fold(after.name):
                return Dropped(latin, before, after, chance)
    return None


def _is_ordered(beside: Sequence[tuple[Record, Record]]) -> bool:
    steps = [fold(a.name) <= fold(b.name) for a, b in beside]
    return sum(steps) >= IN_ORDER * len(steps)


def _spellings(record: Record) -> list[str]:
    """Latin spellings to look for in a block: those of tables, else how the name is read."""
    known = [latin for latin, _ in latin_names(record)]
    read = None if known else romanization(record.name, record.country)
    return [read.capitalize()] if read else known
