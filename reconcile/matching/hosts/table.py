"""Which English host a Chinese one stands for, where a table lists every place that can be one.

Both names are looked up among the places of the home country; they correspond where they share a
place. A name that several places have (苏州/宿州, 福州/抚州) is decided by its province where the
list states one, else by the partners, and is left open where neither decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.matching.hosts.index import HostIndex, identity
from reconcile.matching.hosts.listed import ListedHost, rank
from reconcile.models import HostMatch
from reconcile.names.model import Latin, NameModel
from reconcile.places.home.base import HomePlace
from reconcile.places.placename import place_name
from reconcile.scripts import fold
from reconcile.weights import HOST_BY_SOUND


@dataclass(frozen=True, slots=True)
class TableMatcher:
    """Matches hosts by the places that their names mean."""

    index: HostIndex
    model: NameModel

    def match(self, hosts: Sequence[ListedHost]) -> Mapping[str, HostMatch]:
        """What each Chinese host stands for, by its id."""
        found = {h.id: self._of(h) for h in hosts}
        taken = {match.block for match in found.values()}
        titles = [h for h in self.index.hosts if not h.places and h.id not in taken]
        unknown = [h for h in hosts if not h.places and found[h.id].block is None]
        for host, title in self._by_sound(unknown, titles):
            found[host.id] = replace(found[host.id], block=title.id)
        return found

    def _by_sound(
        self, hosts: Sequence[ListedHost], titles: Sequence[ListedHost]
    ) -> Iterator[tuple[ListedHost, ListedHost]]:
        """Hosts and titles that no table of the home country has, and that sound alike alone."""
        called = {Latin(title.text): title for title in titles}
        pool = self.model.pool(list(called))
        claims: dict[Latin, list[ListedHost]] = defaultdict(list)
        for host in hosts if called else ():
            best = self.model.rank(host.text, pool, 2)
            weights = [*(score.weight for _, score in best), 0.0, 0.0]
            if weights[0] - max(weights[1:]) >= HOST_BY_SOUND:
                claims[best[0][0]].append(host)
        yield from ((its[0], called[name]) for name, its in claims.items() if len(its) == 1)

    def _of(self, host: ListedHost) -> HostMatch:
        inside = tuple(p for p in host.places if host.division and p.province == host.division)
        places = inside or host.places
        if not places:
            return HostMatch(self._abroad(host) or self._by_reading(host), host.division)
        province = host.division or _shared({p.province for p in places})
        open_ = HostMatch(None, province, places[0].level, self._part_of(places))
        hits = _nearest_level(self.index.standing_for(places), places)
        found = self._most_shared(host, hits)
        if found is None:
            return replace(open_, ambiguous=tuple(h.id for h in hits))
        return self._unless_another(host, places, found, open_)

    def _most_shared(self, host: ListedHost, hits: Sequence[ListedHost]) -> ListedHost | None:
        """The one English host, or that of several which shares most partners; None for a tie."""
        if len(hits) < 2:
            return hits[0] if hits else None
        shared = [self._shared_partners(host, h) for h in hits]
        most = max(shared)
        return hits[shared.index(most)] if shared.count(most) == 1 else None

    def _unless_another(
        self, host: ListedHost, places: Sequence[HomePlace], found: ListedHost, open_: HostMatch
    ) -> HostMatch:
        """The match with `found`, unless its title means another place and no partner tells."""
        mine = set(map(identity, places))
        area = self.index.province
        likely = [p for p in found.places if area in (None, p.province)]
        rivals = [p for p in likely if identity(p) not in mine]
        if rivals and not self._shared_partners(host, found):
            ahead = min(map(rank, places)) - min(map(rank, rivals))
            if ahead > 0:
                return open_
            if ahead == 0 and not _same_name(places, rivals):
                return replace(open_, ambiguous=(found.id,))
        return replace(open_, block=found.id)

    def _shared_partners(self, host: ListedHost, other: ListedHost) -> int:
        """How many partners of a Chinese host have a likely counterpart in an English one."""
        listed = self.index.partners(other)
        return sum(any(fold(p.name) in listed for p in r.place.places) for r in host.rows)

    def _part_of(self, places: Sequence[HomePlace]) -> str | None:
        """The English host of the city that a host is a part of."""
        parent = _shared({p.parent for p in places if p.parent})
        hits = self.index.titled(parent) if parent else ()
        return hits[0].id if len(hits) == 1 else None

    def _abroad(self, host: ListedHost) -> str | None:
        """The title of a host that is a known place of another country: 檀香山, Honolulu."""
        name = place_name(host.text)
        latin = {p.name for p in name.places} | {n for x in name.exonyms for n in x.latin}
        hits = {h.id for text in latin for h in self.index.titled(text) if not h.places}
        return hits.pop() if len(hits) == 1 else None

    def _by_reading(self, host: ListedHost) -> str | None:
        """A host that no table knows: its plain pinyin may still be a title."""
        from pypinyin import lazy_pinyin  # slow to import, seldom needed

        plain = place_name(host.text).simple.rstrip("市县区州")
        reading = fold("".join(lazy_pinyin(plain)))
        hits = self.index.titled(reading) if reading else ()
        return hits[0].id if len(hits) == 1 else None


def _shared(values: set[str]) -> str | None:
    """The one value, if all share it."""
    return next(iter(values)) if len(values) == 1 else None


def _same_name(places: Sequence[HomePlace], rivals: Sequence[HomePlace]) -> bool:
    """Whether a rival is the same name at another level (塔城市 in 塔城地区): no other place."""
    mine = {(p.zh, p.province) for p in places}
    return all((p.zh, p.province) in mine for p in rivals)


def _nearest_level(hits: list[ListedHost], places: Sequence[HomePlace]) -> list[ListedHost]:
    """Of several English hosts, those that by its name are of the host's level, or may be so."""
    levels, names = {p.level for p in places}, {p.zh for p in places}
    sure = [h for h in hits if all(p.level in levels for p in h.places if p.zh in names)]
    return sure or [h for h in hits if any(p.level in levels for p in h.places)] or hits
