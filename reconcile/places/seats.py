"""Areas and their seats, which lists put for each other: 額爾登特 and Orkhon.

The reviewed table is `data/seats.tsv`. The two are not one place, and a link by them says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.datafiles import rows
from reconcile.places.gazetteer import alias_key
from reconcile.places.placename import PlaceName
from reconcile.scripts import fold


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What lists may put for a place: its seat, or, if it `is_seat`, the area that it is that of.

    `latin` are its names, the first the usual one.
    """

    country: str
    latin: tuple[str, ...]
    is_seat: bool


@dataclass(frozen=True, slots=True)
class _Seat:
    """A row of the table."""

    country: str
    area: tuple[str, ...]
    zh: frozenset[str]
    seat: tuple[str, ...]
    seat_zh: frozenset[str]


@cache
def _seats() -> tuple[_Seat, ...]:
    return tuple(
        _Seat(
            row["country"],
            tuple(row["area"].split("|")),
            frozenset(map(alias_key, row["zh"].split("|"))),
            tuple(row["seat"].split("|")),
            frozenset(map(alias_key, row["seat_zh"].split("|"))),
        )
        for row in rows("seats.tsv")
    )


def counterparts(zh: PlaceName) -> Iterator[Counterpart]:
    """The seats of the areas that a Chinese name can mean, and the areas that it is a seat of."""
    listed = {(p.country, fold(p.name)) for p in zh.places}
    listed |= {(e.country, fold(x)) for e in zh.exonyms for x in e.latin}
    regions = {(r.iso, r.en) for r in zh.in_country(None).regions}
    for row in _seats():
        if zh.bare.key in row.zh or any((row.country, x) in regions for x in row.area):
            yield Counterpart(row.country, row.seat, is_seat=False)
        if zh.bare.key in row.seat_zh or any((row.country, fold(x)) in listed for x in row.seat):
            yield Counterpart(row.country, row.area, is_seat=True)
