"""Which block of the English list a Chinese host stands for, where a table lists the hosts.

Both names are looked up among the places of the home country; they correspond where they share a
place. A name that several places have (苏州/宿州, 福州/抚州) is decided by its province where the
list states one, else by the partners, and is left open where neither decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcile.models import Block, HostMatch
from reconcile.places.home.base import HomePlace, HomePlaces
from reconcile.scripts import fold, to_simplified

Overlap = Callable[[Block, Block], int]
"""How many partners of a Chinese block have a likely counterpart in an English one."""


@dataclass(frozen=True)
class HostIndex:
    """The English blocks with the home places that each may stand for."""

    blocks: tuple[Block, ...]
    places: Mapping[int, tuple[HomePlace, ...]]

    @classmethod
    def build(cls, blocks: Sequence[Block], home: HomePlaces) -> HostIndex:
        """Look up every English block title."""
        return cls(tuple(blocks), {b.index: home.find_en(b.host) for b in blocks})

    def province(self, index: int) -> str | None:
        """The province of a block, where its likeliest readings share one."""
        places = self.places[index]
        best = min(map(_rank, places), default=0)
        found = {p.province for p in places if _rank(p) == best}
        return (found.pop() or None) if len(found) == 1 else None

    def standing_for(self, place: HomePlace) -> tuple[int, ...]:
        """The blocks whose title may mean `place`."""
        return tuple(self._by_place.get(_identity(place), ()))

    def titled(self, english: str) -> tuple[int, ...]:
        """The blocks whose title is `english`, spelling folded."""
        return tuple(self._by_title.get(fold(english), ()))

    @cached_property
    def _by_place(self) -> dict[tuple[str | None, ...], list[int]]:
        found: dict[tuple[str | None, ...], list[int]] = {}
        for block in self.blocks:
            for place in dict.fromkeys(map(_identity, self.places[block.index])):
                found.setdefault(place, []).append(block.index)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for block in self.blocks:
            found.setdefault(fold(block.host), []).append(block.index)
        return found


def _identity(place: HomePlace) -> tuple[str | None, ...]:
    """What makes two look-ups one place: 吉林省 and 吉林市 have all but their rank in common."""
    return place.zh, place.province, place.parent, "province" * (place.level == "province")


def _means(places: Sequence[HomePlace], wanted: HomePlace) -> bool:
    return any(_identity(p) == _identity(wanted) for p in places)


def match_host(
    block: Block, index: HostIndex, home: HomePlaces, province: str | None, overlap: Overlap
) -> HostMatch:
    """The English block for one Chinese block.

    Args:
        block: the Chinese block.
        index: the English blocks.
        home: the places of the home country.
        province: the province its section names, or None.
        overlap: decides between blocks by their partners.
    """
    places = home.find(block.host)
    if province and any(p.province == province for p in places):
        places = tuple(p for p in places if p.province == province)
    if not places:
        return _by_reading(block, index, province)
    first = places[0]
    best_province = province or (first.province if _one(p.province for p in places) else None)
    hits = sorted({i for p in places for i in index.standing_for(p)})
    hits = _nearest_level(hits, index, places)
    part_of = _part_of(places, index)
    if not hits:
        return HostMatch(
            None,
            best_province,
            first.level,
            part_of,
            why=f"the English list has no block for {block.host}",
        )
    if len(hits) > 1:
        ranked = sorted(((overlap(block, index.blocks[i]), -i) for i in hits), reverse=True)
        if ranked[0][0] == ranked[1][0]:
            return HostMatch(None, best_province, first.level, part_of, tuple(hits))
        hits = [-ranked[0][1]]
    english = index.blocks[hits[0]]
    rivals = [p for p in index.places[hits[0]] if not _means(places, p)]
    if rivals and not overlap(block, english):
        mine, theirs = min(map(_rank, places)), min(map(_rank, rivals))
        if theirs < mine:
            why = f"the English block {english.host} is that of {rivals[0].full}"
            return HostMatch(None, best_province, first.level, part_of, (), why)
        if theirs == mine and not _same_name(places, rivals):
            why = f"{english.host} may be {rivals[0].full} in {rivals[0].province} as well"
            return HostMatch(None, best_province, first.level, part_of, tuple(hits), why)
    return HostMatch(
        hits[0], best_province, first.level, part_of, why=f"{block.host} is {english.host}"
    )


def _one(values: Iterable[str]) -> bool:
    return len(set(values)) == 1


_RANKS = {
    "province": 0,
    "municipality": 1,
    "prefecture-city": 2,
    "city": 2,
    "prefecture": 3,
    "county-city": 3,
    "county": 4,
    "district": 5,
    "town": 6,
}
"""How readily a bare name is read as a place of this level; a prefecture is no city."""


def _rank(place: HomePlace) -> int:
    return _RANKS[place.level]


def _same_name(places: Sequence[HomePlace], rivals: Sequence[HomePlace]) -> bool:
    """Whether a rival is the same name at another level (塔城市 in 塔城地区): no other place."""
    mine = {(p.zh, p.province) for p in places}
    return all((p.zh, p.province) in mine for p in rivals)


def _nearest_level(hits: list[int], index: HostIndex, places: Sequence[HomePlace]) -> list[int]:
    """Of several blocks, those that have a reading of the same level as the host."""
    levels = {p.level for p in places}
    same = [i for i in hits if any(p.level in levels for p in index.places[i])]
    return same or hits


def _part_of(places: Sequence[HomePlace], index: HostIndex) -> int | None:
    """The block of the city that the host is a part of."""
    parents = {p.parent for p in places if p.parent}
    if len(parents) != 1:
        return None
    hits = index.titled(parents.pop())
    return hits[0] if len(hits) == 1 else None


def _by_reading(block: Block, index: HostIndex, province: str | None) -> HostMatch:
    """A host that no table knows: its plain pinyin may still be a block's title."""
    from pypinyin import lazy_pinyin  # slow to import, seldom needed

    plain = to_simplified(block.host).rstrip("市县区州")
    reading = fold("".join(lazy_pinyin(plain)))
    hits = index.titled(reading) if reading else ()
    if len(hits) == 1:
        title = index.blocks[hits[0]].host
        return HostMatch(hits[0], province, None, None, (), f"{block.host} reads {title}")
    return HostMatch(None, province, why=f"{block.host} is not known as a place")
