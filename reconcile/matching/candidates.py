"""Blocking: which pairs of records are compared at all. Hosts decide.

A Chinese record is compared with the rows of the English host its own stands for, and, at a
cost, with those of a city that the host is part of, or that is part of the host.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.matching.hosts.index import HostIndex
from reconcile.matching.hosts.match import MatchedHosts
from reconcile.matching.shared_dates import SharedDates
from reconcile.models import HostMatch, Record


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two records that are compared. `other_host` tells that one host is part of the other.

    `one_row` tells that they are the two names of a row of a list in both languages. `date_share`
    is the share of other rows that have the date which these two share.
    """

    zh: Record
    en: Record
    other_host: bool
    one_row: bool = False
    date_share: float = 0.0


def candidate_pairs(
    records: Sequence[Record],
    hosts: MatchedHosts,
    dates: SharedDates,
    mates: Mapping[str, Record] | None = None,
) -> Iterator[CandidatePair]:
    """All pairs worth comparing, in source order.

    `mates` are the English names of rows that have one in both languages, by Chinese record id.
    """
    index = hosts.english
    parts = _parts(index)
    for record in records:
        mate = mates.get(record.id) if mates else None
        own = None if mate is None else CandidatePair(record, mate, other_host=False, one_row=True)
        for en, other_host in _of_hosts(hosts.of[record.id], index, parts):
            if own is not None and en is own.en:
                yield own
                own = None
            else:
                yield CandidatePair(record, en, other_host, date_share=dates.share(record, en))
        if own is not None:
            yield own


def _of_hosts(
    match: HostMatch, index: HostIndex, parts: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Record, bool]]:
    """The rows of a host, and of what it is part of or has as parts: these with True."""
    near = [match.part_of] if match.part_of is not None else []
    if match.block is not None:
        yield from ((en, False) for en in index.rows(match.block))
        near += parts.get(match.block, [])
    for other in near:
        if other != match.block:
            yield from ((en, True) for en in index.rows(other))


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
