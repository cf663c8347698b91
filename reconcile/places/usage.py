"""Names that mainland China, Taiwan and Hong Kong write in different ways.

The reviewed table is `data/usage.tsv`; names of countries are in `countries`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reconcile.datafiles import rows
from reconcile.places.placename import place_name
from reconcile.scripts import fold

REGIONS = ("cn", "tw", "hk")
"""Mainland China; Taiwan; Hong Kong and Macau."""


@dataclass(frozen=True, slots=True)
class Usage:
    """A city or state, and what each region writes: simplified, the usual form first."""

    country: str
    latin: str
    names: dict[str, tuple[str, ...]]

    def regions_of(self, zh: str) -> frozenset[str]:
        """The regions that use a name."""
        return frozenset(region for region in REGIONS if zh in self.names[region])

    @property
    def usual(self) -> tuple[str, ...]:
        """The usual form of each region."""
        return tuple(dict.fromkeys(self.names[region][0] for region in REGIONS))


@cache
def _table() -> tuple[Usage, ...]:
    return tuple(
        Usage(row["country"], row["latin"], {r: tuple(row[r].split("|")) for r in REGIONS})
        for row in rows("usage.tsv")
    )


@cache
def _by_zh() -> dict[tuple[str, str], Usage]:
    return {(u.country, zh): u for u in _table() for names in u.names.values() for zh in names}


@cache
def _by_latin() -> dict[tuple[str, str], Usage]:
    return {(u.country, fold(u.latin)): u for u in _table()}


def usage_of(zh: str, country: str | None) -> Usage | None:
    """What is known of a name, simplified and without level word, in a country."""
    return _by_zh().get((country or "", zh))


def usage_for(latin: str, country: str) -> Usage | None:
    """What is known of a place by its English name; `Oregon` and `Oregon State` alike."""
    name = place_name(latin, country)
    by_latin = _by_latin()
    return by_latin.get((country, name.folded)) or by_latin.get((country, name.bare.folded))
