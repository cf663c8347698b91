"""English names beside local and older ones: Cologne and Köln are one place.

A gazetteer may file a place under its local name while a list uses the English one. The reviewed
table is `data/endonyms.tsv`.
"""

from __future__ import annotations

from functools import cache

from reconcile.datafiles import rows
from reconcile.scripts import fold


@cache
def _names() -> dict[tuple[str, str], tuple[str, ...]]:
    index: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows("endonyms.tsv"):
        names = (row["english"], *row["others"].split("|"))
        for name in names:
            key = row["country"], fold(name)
            index[key] = (*index.get(key, ()), *(n for n in names if fold(n) != key[1]))
    return index


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """Folded name → the countries that have such a place in the table."""
    found: dict[str, tuple[str, ...]] = {}
    for country, key in _names():
        found[key] = (*found.get(key, ()), country)
    return found


def countries_with(name: str) -> tuple[str, ...]:
    """ISO codes of the countries of which the table has a place of that name."""
    return _countries().get(fold(name), ())


def other_names(name: str, country: str | None) -> tuple[str, ...]:
    """Other Latin names of the same place; none where none are known."""
    return _names().get((country or "", fold(name)), ())
