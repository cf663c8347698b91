"""The hosts of the English list, by all that a Chinese host can be found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcile.matching.hosts.listed import ListedHost
from reconcile.models import Record
from reconcile.places.home.base import HomePlace
from reconcile.scripts import fold

ENOUGH = 3
"""So many hosts of one province, and none of another, make a list of that province."""


@dataclass(frozen=True)
class HostIndex:
    """The English hosts, in source order."""

    hosts: tuple[ListedHost, ...]

    def rows(self, host: str) -> tuple[Record, ...]:
        """The records of a host, by its id."""
        return self._by_id[host].rows

    def standing_for(self, places: Sequence[HomePlace]) -> list[ListedHost]:
        """The hosts whose title may mean one of the places, in source order."""
        found = {n for place in places for n in self._by_place.get(identity(place), ())}
        return [self.hosts[n] for n in sorted(found)]

    def titled(self, english: str) -> tuple[ListedHost, ...]:
        """The hosts whose title is `english`, spelling folded."""
        return tuple(self._by_title.get(fold(english), ()))

    def shown_as(self, text: str) -> tuple[ListedHost, ...]:
        """The hosts that are looked up by this very name, in upper or lower case."""
        wanted = text.strip().casefold()
        return tuple(h for h in self.hosts if h.text.strip().casefold() == wanted)

    @cached_property
    def province(self) -> str | None:
        """The one province of all hosts that can lie in only one, if these are several."""
        sure = [{p.province for p in host.places} for host in self.hosts]
        stated = [provinces for provinces in sure if len(provinces) == 1]
        one = set().union(*stated)
        return next(iter(one)) if len(one) == 1 and len(stated) >= ENOUGH else None

    def partners(self, host: ListedHost) -> frozenset[str]:
        """The folded names of a host's partners."""
        return self._partners[host.id]

    @cached_property
    def _by_id(self) -> dict[str, ListedHost]:
        return {h.id: h for h in self.hosts}

    @cached_property
    def _by_place(self) -> dict[tuple[str | None, ...], list[int]]:
        """Place → positions of the hosts."""
        found: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
        for number, host in enumerate(self.hosts):
            for place in set(map(identity, host.places)):
                found[place].append(number)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[ListedHost]]:
        found: dict[str, list[ListedHost]] = defaultdict(list)
        for host in self.hosts:
            found[fold(host.text)].append(host)
        return found

    @cached_property
    def _partners(self) -> dict[str, frozenset[str]]:
        return {h.id: frozenset(r.place.folded for r in h.rows) for h in self.hosts}


def identity(place: HomePlace) -> tuple[str | None, ...]:
    """What makes two look-ups one place: 新竹市 and 新竹縣 have all but their level in common."""
    return place.zh, place.province, place.parent, place.level
