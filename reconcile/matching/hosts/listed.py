"""The hosts of one side: a host is all blocks that name it, in whichever source they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.matching.hosts.ruled import HostNames
from reconcile.models import Block, ParsedSource, Record, Side
from reconcile.places.home.base import HomePlace, HomePlaces
from reconcile.places.placename import place_name
from reconcile.scripts import has_han

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


@dataclass(frozen=True, slots=True)
class ListedHost:
    """A host as one side lists it. Its `id` is that of its first block.

    `text` is the name to look it up by: as it is shown, or, if `renamed`, as a rule calls it.
    `division` is the English name of the first-level division that its sections name, if any;
    `places` are the places of the home country that the name can mean.
    """

    text: str
    renamed: bool
    division: str | None
    places: tuple[HomePlace, ...]
    blocks: tuple[Block, ...]
    rows: tuple[Record, ...]

    @property
    def id(self) -> str:
        """What a `HostMatch` knows the host by."""
        return self.blocks[0].id

    @property
    def province(self) -> str | None:
        """The division that the likeliest readings of the name share."""
        return likeliest_province(self.places)


def rank(place: HomePlace) -> int:
    """How readily a bare name is read as this place: 0 most readily."""
    return _RANKS[place.level]


def likeliest_province(places: Sequence[HomePlace]) -> str | None:
    """The province of the likeliest of some places, where these share one."""
    best = min(map(rank, places), default=0)
    found = {p.province for p in places if rank(p) == best}
    return (found.pop() or None) if len(found) == 1 else None


def listed_hosts(
    sources: Sequence[ParsedSource], home: HomePlaces, names: HostNames
) -> tuple[ListedHost, ...]:
    """The hosts of the sources of one side, in the order of their first blocks."""
    rows: dict[str, list[Record]] = defaultdict(list)
    for source in sources:
        for record in source.records:
            rows[record.block].append(record)
    grouped: dict[tuple[str, str | None], list[_Named]] = defaultdict(list)
    for named in _named(sources, home, names):
        grouped[named.key].append(named)
    return tuple(_host(members, rows) for members in grouped.values())


@dataclass(frozen=True, slots=True)
class _Named:
    """A block under the name it is to be looked up by."""

    block: Block
    side: Side
    text: str
    renamed: bool
    division: str | None
    places: tuple[HomePlace, ...]

    @property
    def key(self) -> tuple[str, str | None]:
        """What blocks of one host share: the name, and the division that they put it in.

        Those of no host share that alone.
        """
        if not self.text.strip():
            return "", None
        if self.side == "zh":
            return place_name(self.text).simple, self.division
        return self.text.strip(), likeliest_province(self.places) or self.division


def _named(sources: Sequence[ParsedSource], home: HomePlaces, names: HostNames) -> Iterator[_Named]:
    for source in sources:
        side = source.document.side
        for block in source.blocks:
            name = names.of(side, block)
            text = name or block.host
            chinese = side == "zh" or (name is not None and has_han(name))
            places = home.find(text) if chinese else home.find_en(text)
            division = home.province(block.section)
            yield _Named(block, side, text, name is not None, division, places)


def _host(members: Sequence[_Named], rows: Mapping[str, Sequence[Record]]) -> ListedHost:
    first = members[0]
    return ListedHost(
        first.text,
        any(m.renamed for m in members),
        first.division,
        first.places,
        tuple(m.block for m in members),
        tuple(r for m in members for r in rows.get(m.block.id, ())),
    )
