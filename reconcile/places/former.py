"""Divisions and towns that were renamed, merged into another, or dissolved.

The reviewed table is `data/former.tsv`; `exonyms` has the cities that were renamed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from reconcile.datafiles import rows
from reconcile.places.exonyms import renames
from reconcile.places.gazetteer import alias_key, named
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold, has_han

FormerKind = Literal["renamed", "merged", "dissolved"]


@dataclass(frozen=True, slots=True)
class Former:
    """What became of a place: since `year`, if known, it is (part of) `now`, `now_zh` in Chinese.

    `now_zh` is simplified, and empty where the table does not give it.
    """

    country: str
    change: FormerKind
    year: int | None
    now_zh: str
    now: str


@cache
def _table() -> dict[tuple[str, str], Former]:
    found = {}
    for row in rows("former.tsv"):
        entry = Former(
            row["country"], _change(row["kind"]), int(row["year"]), row["now_zh"], row["now"]
        )
        zh, latin = row["zh"].split("|"), filter(None, row["latin"].split("|"))
        for key in (*map(alias_key, zh), *map(fold, latin)):
            found[row["country"], key] = entry
    return found


@cache
def _by_chinese() -> dict[str, tuple[Former, ...]]:
    index: dict[str, tuple[Former, ...]] = {}
    for (_, key), entry in _table().items():
        if has_han(key):
            index[key] = (*index.get(key, ()), entry)
    return index


def formers(zh: str) -> tuple[Former, ...]:
    """What became of the places that a Chinese name is known for, in any country."""
    return _by_chinese().get(alias_key(zh), ())


def _change(text: str) -> FormerKind:
    for change in ("renamed", "merged", "dissolved"):
        if text == change:
            return change
    raise ValueError(text)


def former(name: str, country: str | None) -> Former | None:
    """What became of the place of that name, if it no longer is called so.

    Args:
        name: the whole name, in Chinese of either script or in Latin letters.
        country: ISO code of its country; nothing is known of a place without one.
    """
    if country is None:
        return None
    stated = place_name(name, country)
    if entry := _table().get((country, stated.key if stated.han else stated.folded)):
        return entry
    return _renamed_zh(stated, country) if stated.han else _renamed_latin(name, country)


def _renamed_zh(name: PlaceName, country: str) -> Former | None:
    """From the table of renamed cities, unless another place has the name today."""
    for entry in name.exonyms:
        if entry.country != country or entry.kind == "exonym":
            continue
        own = {fold(x) for x in (*entry.latin, *entry.former)}
        today = [p.name for p in name.places_there]
        today += [place_name(r.en, country).stem for r in name.regions]
        if all(fold(x) in own for x in today):
            return Former(country, entry.kind, entry.year, "", entry.latin[0])
    return None


def _renamed_latin(name: str, country: str) -> Former | None:
    key = fold(name)
    for entry in renames(name, country):
        today = key in map(fold, entry.latin) or named(name, country)
        if entry.kind != "exonym" and not today:
            return Former(country, entry.kind, entry.year, "", entry.latin[0])
    return None
