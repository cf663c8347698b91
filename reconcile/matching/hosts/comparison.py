"""What two lists say of a host: the place, its level, its division and its partners."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.matching.hosts.table import HostIndex
from reconcile.models import Block, Record
from reconcile.places.endonyms import other_names
from reconcile.places.exonyms import exonyms
from reconcile.places.gazetteer import alias_key, lookup
from reconcile.places.home.base import AREAS, HomeLevel, HomePlace
from reconcile.places.home.from_gazetteer import ChineseHost, GazetteerPlaces, home_level
from reconcile.places.levels import english_level, split_level
from reconcile.scripts import fold, to_simplified

SHARED_PARTNER = (0.5, 3.0)
"""Bounds of -log of the share of blocks that list the partner."""
_BROAD: tuple[HomeLevel, ...] = (*AREAS, "county")


@dataclass(frozen=True, slots=True)
class Partners:
    """Which English blocks list a partner: (folded name, country) → blocks."""

    blocks: Mapping[tuple[str, str | None], frozenset[int]]
    total: int

    @classmethod
    def of(cls, by_block: Mapping[int, Sequence[Record]]) -> Partners:
        """The partners of all English blocks."""
        found: dict[tuple[str, str | None], set[int]] = defaultdict(set)
        for block, records in by_block.items():
            for record in records:
                found[fold(record.name), record.country].add(block)
        return cls({k: frozenset(v) for k, v in found.items()}, max(1, len(by_block)))

    def shared(self, rows: Iterable[Record]) -> dict[int, list[float]]:
        """English block → what each partner that it shares with these Chinese rows tells."""
        found: dict[int, list[float]] = defaultdict(list)
        low, high = SHARED_PARTNER
        for row in rows:
            names = [(p.name, p.country) for p in lookup(row.name)]
            names += [(x, e.country) for e in exonyms(row.name) for x in e.latin]
            keys = {(fold(n), c) for n, c in names if row.country in (None, c)}
            for block in {b for key in keys for b in self.blocks.get(key, ())}:
                count = max(len(self.blocks.get(key, ())) for key in keys)
                found[block].append(min(max(math.log(self.total / count), low), high))
        return found


@dataclass(frozen=True, slots=True)
class Title:
    """An English block title: its name without division and parent, and what it states."""

    block: int
    text: str
    name: str
    forms: frozenset[str]
    province: str | None
    parent: str | None
    area: bool | None


@dataclass(frozen=True, slots=True)
class Host:
    """One Chinese host with all its blocks."""

    text: str
    read: ChineseHost
    blocks: tuple[int, ...]
    rows: tuple[Record, ...]
    places: tuple[HomePlace, ...]
    province: str | None
    level: HomeLevel | None
    area: bool | None
    forms: frozenset[str]
    """The folded Latin names that the tables know it by."""


def hosts_of(
    blocks: Sequence[Block], rows: Mapping[int, Sequence[Record]], home: GazetteerPlaces
) -> list[Host]:
    """The hosts of some blocks; blocks of one name in one division are one host's."""
    grouped: dict[tuple[str, str | None], list[Block]] = defaultdict(list)
    for block in blocks:
        grouped[to_simplified(block.host), home.province(block.section)].append(block)
    hosts = []
    for (_, section), members in grouped.items():
        text = members[0].host
        read, places = home.read(text), home.find(text)
        records = tuple(r for b in members for r in rows[b.index])
        province = read.province or section
        numbers = tuple(b.index for b in members)
        area = _is_area(read.name, places, home.country)
        names = {x for p in places if p.en for x in (p.en, english_level(p.en, home.country)[0])}
        forms = frozenset(map(fold, names))
        level = places[0].level if places else _stated(read.name, home.country)
        hosts.append(Host(text, read, numbers, records, places, province, level, area, forms))
    return hosts


def _is_area(name: str, places: Sequence[HomePlace], country: str) -> bool | None:
    """Whether a Chinese host is a division of the country; None where it may be its city too."""
    broad = _broad([p.level for p in places] or [_stated(name, country)])
    if broad and any(p.country == country and p.alias == alias_key(name) for p in lookup(name)):
        return None  # 東京都 is known as a name of the city as well
    return broad


def _stated(name: str, country: str) -> HomeLevel | None:
    level = split_level(name, country)[1]
    return home_level(level.kind) if level else None


def _broad(levels: Sequence[HomeLevel | None]) -> bool | None:
    """Whether all these readings are areas; None where only some are, or none is known."""
    broad = {None if level is None else level in _BROAD for level in levels}
    return broad.pop() if len(broad) == 1 else None


def title_of(block: Block, index: HostIndex, home: GazetteerPlaces) -> Title:
    """What the title of an English block says."""
    places = index.places[block.index]
    parent = next((p.parent for p in places if p.parent), None)
    name = block.host.partition(",")[0].strip()
    if parent:
        name = places[0].en
    stem, level = english_level(name, home.country)
    names = {name, stem, *other_names(name, home.country), *other_names(stem, home.country)}
    area = _broad([p.level for p in places] or [home_level(level.kind) if level else "city"])
    province = index.province(block.index) or home.province(block.section)
    forms = frozenset(map(fold, names | {p.en for p in places}))
    return Title(block.index, block.host, name, forms, province, parent, area)
