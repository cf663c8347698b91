"""Hosts are matched first: they decide which records are compared at all.

A host is what its place is known to be, where the home country has a table of its places, and
otherwise what the names, levels, divisions and partners make likely. The ways stay two because
they answer to different things: a table that has every place can say that a host is none of the
English ones, and lets several Chinese hosts be one English one; likelihood has them compete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reconcile.matching.hosts.index import HostIndex
from reconcile.matching.hosts.listed import ListedHost, listed_hosts
from reconcile.matching.hosts.names import NameMatcher
from reconcile.matching.hosts.ruled import HostNames
from reconcile.matching.hosts.table import TableMatcher
from reconcile.models import HostMatch, ParsedSource
from reconcile.names.model import NameModel
from reconcile.places.home.base import HomePlaces


class HostMatcher(Protocol):
    """Finds the English hosts that Chinese ones stand for."""

    def match(self, hosts: Sequence[ListedHost]) -> Mapping[str, HostMatch]:
        """What each Chinese host that has rows stands for, by its id."""


@dataclass(frozen=True, slots=True)
class MatchedHosts:
    """Record id → what its host stands for, and the English hosts."""

    of: Mapping[str, HostMatch]
    english: HostIndex


def match_hosts(
    zh: Sequence[ParsedSource],
    en: Sequence[ParsedSource],
    home: HomePlaces,
    model: NameModel,
    names: HostNames | None = None,
) -> MatchedHosts:
    """Match the hosts of two sides.

    Args:
        zh: the Chinese sources.
        en: the English sources.
        home: the places of the country whose cities are the hosts.
        model: compares names that no table has.
        names: the hosts to which rules give another name.
    """
    names = names or HostNames()
    chinese = listed_hosts(zh, home, names)
    index = HostIndex(listed_hosts(en, home, names))
    hosts, titles = _named(chinese), HostIndex(_named(index.hosts))
    if not (hosts or titles.hosts):
        hosts, titles = chinese, index
    matcher: HostMatcher = (
        TableMatcher(titles, model) if home.complete else NameMatcher(titles, home, model)
    )
    matches = _settled(hosts, matcher.match(hosts), titles)
    unnamed = HostMatch(None)
    found = {r.id: matches.get(h.id, unnamed) for h in chinese for r in h.rows}
    stated = {} if home.complete else {m.block: m.province for m in matches.values()}
    for host in index.hosts:
        match = HostMatch(host.id, host.province or stated.get(host.id))
        found.update((r.id, match) for r in host.rows)
    return MatchedHosts(found, index)


def _named(hosts: Sequence[ListedHost]) -> tuple[ListedHost, ...]:
    """The hosts with a name: what none is told of may be any of them, and is left open."""
    return tuple(h for h in hosts if h.text.strip())


def _settled(
    hosts: Sequence[ListedHost], matches: Mapping[str, HostMatch], index: HostIndex
) -> Mapping[str, HostMatch]:
    """The matches; a name that is just as the other list shows it decides."""
    settled = dict(matches)
    for host in hosts:
        hits = index.shown_as(host.text)
        if len(hits) == 1 and host.rows:
            settled[host.id] = replace(matches[host.id], block=hits[0].id, ambiguous=())
    return settled
