"""Blocking: which pairs of records are compared at all. Hosts decide.

A Chinese record is compared with the rows of the English block its host stands for, and, at a
cost, with those of a city that the host is part of, or that is part of the host.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.matching.hosts.table import HostIndex
from reconcile.models import HostMatch, Record


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: two records, and whether their hosts differ (one being part of the other)."""

    zh: Record
    en: Record
    other_host: bool


def candidate_pairs(
    records: Sequence[Record],
    hosts: Mapping[str, HostMatch],
    by_block: Mapping[int, Sequence[Record]],
    index: HostIndex,
) -> Iterator[Pair]:
    """All pairs worth comparing, in source order."""
    parts = _parts(index)
    for record in records:
        match = hosts[record.id]
        if match.block is not None:
            yield from (Pair(record, en, False) for en in by_block.get(match.block, ()))
        near = [match.part_of] if match.part_of is not None else []
        near += parts.get(match.block, []) if match.block is not None else []
        for block in near:
            if block != match.block:
                yield from (Pair(record, en, True) for en in by_block.get(block, ()))


def _parts(index: HostIndex) -> dict[int, list[int]]:
    """English block of a city → the blocks of its districts and county-level cities."""
    found: dict[int, list[int]] = {}
    for block in index.blocks:
        parents = {p.parent for p in index.places[block.index] if p.parent}
        if len(parents) == 1:
            for whole in index.titled(parents.pop()):
                if whole != block.index:
                    found.setdefault(whole, []).append(block.index)
    return found
