"""What two lists say of a host: the place, its level, its division and its partners."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.matching.hosts.index import HostIndex
from reconcile.matching.hosts.listed import ListedHost
from reconcile.models import Record
from reconcile.places.home.base import AREAS, ChineseHost, HomeLevel, HomePlace, HomePlaces
from reconcile.places.home.from_gazetteer import home_level
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold
from reconcile.weights import HOST_SHARED_PARTNER

_BROAD: tuple[HomeLevel, ...] = (*AREAS, "county")


@dataclass(frozen=True, slots=True)
class Partners:
    """Which English hosts list a partner: (folded name, country) → their ids."""

    hosts: Mapping[tuple[str, str | None], frozenset[str]]
    total: int

    @classmethod
    def of(cls, index: HostIndex) -> Partners:
        """The partners of all English hosts."""
        found: dict[tuple[str, str | None], set[str]] = defaultdict(set)
        listing = [h for h in index.hosts if h.rows]
        for host in listing:
            for record in host.rows:
                found[record.place.folded, record.country].add(host.id)
        return cls({k: frozenset(v) for k, v in found.items()}, max(1, len(listing)))

    def shared(self, rows: Iterable[Record]) -> dict[str, list[float]]:
        """English host → what each partner that it shares with these Chinese rows tells."""
        found: dict[str, list[float]] = defaultdict(list)
        low, high = HOST_SHARED_PARTNER
        for row in rows:
            names = [(p.name, p.country) for p in row.place.places]
            names += [(x, e.country) for e in row.place.exonyms for x in e.latin]
            keys = {(fold(n), c) for n, c in names if row.country in (None, c)}
            for host in {h for key in keys for h in self.hosts.get(key, ())}:
                count = max(len(self.hosts.get(key, ())) for key in keys)
                found[host].append(min(max(math.log(self.total / count), low), high))
        return found


@dataclass(frozen=True, slots=True)
class Title:
    """An English host: its name without division and parent, and what it states."""

    id: str
    name: str
    forms: frozenset[str]
    province: str | None
    parent: str | None
    area: bool | None


@dataclass(frozen=True, slots=True)
class Host:
    """A Chinese host, however the lists of its side call it."""

    text: str
    listed: tuple[ListedHost, ...]
    read: ChineseHost
    rows: tuple[Record, ...]
    places: tuple[HomePlace, ...]
    province: str | None
    level: HomeLevel | None
    area: bool | None
    forms: frozenset[str]
    """The folded Latin names that the tables know it by."""


def hosts_of(listed: Sequence[ListedHost], home: HomePlaces) -> list[Host]:
    """The Chinese hosts. Two sources may call one host otherwise: 悉尼 and 雪梨 are Sydney."""
    hosts = [_host([one], home) for one in listed]
    hosts = _joined(hosts, lambda host: place_name(host.text).simple, home)
    return _joined(hosts, lambda host: (host.forms, host.area) if host.forms else None, home)


def _joined(
    hosts: Sequence[Host], key: Callable[[Host], object | None], home: HomePlaces
) -> list[Host]:
    """The hosts, with those of one key as one, unless a source has two of them."""
    alike: dict[object, list[Host]] = defaultdict(list)
    for host in hosts:
        alike[key(host)].append(host)
    found = []
    for host in hosts:
        members = alike[key(host)]
        if len(members) == 1 or key(host) is None or not _may_be_one(members):
            found.append(host)
        elif host is members[0]:
            found.append(_host([one for m in members for one in m.listed], home))
    return found


def _may_be_one(hosts: Sequence[Host]) -> bool:
    """Whether no source has two of the hosts, and no two of them lie in different divisions."""
    sources = [b for h in hosts for b in {b.source for one in h.listed for b in one.blocks}]
    provinces = {h.province for h in hosts} - {None}
    return len(set(sources)) == len(sources) and len(provinces) < 2


def _host(listed: Sequence[ListedHost], home: HomePlaces) -> Host:
    text, places = listed[0].text, listed[0].places
    read = home.read(text)
    name = place_name(read.name, home.country)
    divisions = (read.province, *(one.division for one in listed))
    english = [place_name(p.en, home.country) for p in places if p.en]
    return Host(
        text,
        tuple(listed),
        read,
        tuple(r for one in listed for r in one.rows),
        places,
        next(filter(None, divisions), None),
        places[0].level if places else _stated(name),
        _is_area(name, places),
        frozenset(form for en in english for form in (en.folded, en.bare.folded)),
    )


def _is_area(name: PlaceName, places: Sequence[HomePlace]) -> bool | None:
    """Whether a Chinese host is a division of the country; None where it may be its city too."""
    broad = _broad([p.level for p in places] or [_stated(name)])
    if broad and any(p.alias == name.key for p in name.places_there):
        return None  # 東京都 is known as a name of the city as well
    return broad


def _stated(name: PlaceName) -> HomeLevel | None:
    return home_level(name.kind) if name.kind else None


def _broad(levels: Iterable[HomeLevel | None]) -> bool | None:
    """Whether all these readings are areas; None where only some are, or none is known."""
    broad = {None if level is None else level in _BROAD for level in levels}
    return broad.pop() if len(broad) == 1 else None


def title_of(host: ListedHost, home: HomePlaces) -> Title:
    """What the title of an English host says."""
    parent = next((p.parent for p in host.places if p.parent), None)
    shown = host.places[0].en if parent else host.text.partition(",")[0].strip()
    name = place_name(shown, home.country)
    names = {name.text, name.stem, *name.other_names, *name.bare.other_names}
    return Title(
        host.id,
        name.text,
        frozenset(map(fold, names | {p.en for p in host.places})),
        host.province or host.division,
        parent,
        _broad([p.level for p in host.places] or [_stated(name) or "city"]),
    )
