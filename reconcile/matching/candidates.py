"""Blocking: which pairs of records are compared at all. Hosts decide.

A Chinese record is compared with the rows of the English host its own stands for, and, at a
cost, with those of a city that the host is part of, or that is part of the host.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.matching.hosts.index import HostIndex
from reconcile.matching.hosts.match import MatchedHosts
from reconcile.models import Record


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two records that are compared. `other_host` tells that one host is part of the other."""

    zh: Record
    en: Record
    other_host: bool


def candidate_pairs(records: Sequence[Record], hosts: MatchedHosts) -> Iterator[CandidatePair]:
    """All pairs worth comparing, in source order."""
    index = hosts.english
    parts = _parts(index)
    for record in records:
        match = hosts.of[record.id]
        near = [match.part_of] if match.part_of is not None else []
        if match.block is not None:
            yield from (CandidatePair(record, en, False) for en in index.rows(match.block))
            near += parts.get(match.block, [])
        for other in near:
            if other != match.block:
                yield from (CandidatePair(record, en, True) for en in index.rows(other))


def _parts(index: HostIndex) -> dict[str, list[str]]:
    """English host that is a city → the hosts that are its districts and county-level cities."""
    found: dict[str, list[str]] = {}
    for host in index.hosts:
        parents = {p.parent for p in host.places if p.parent}
        if len(parents) == 1:
            for whole in index.titled(parents.pop()):
                if whole.id != host.id:
                    found.setdefault(whole.id, []).append(host.id)
    return found
