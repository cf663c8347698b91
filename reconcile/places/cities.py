"""Cities of the world by Latin name, with their inhabitants, from GeoNames (CC BY 4.0).

`data/cities.tsv` and `data/towns.tsv.xz` are built by `tools/build_gazetteer.py`: country,
inhabitants and name of every city of 15,000 people and more, and of every smaller place, by
country, and there by size.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.datafiles import data_file
from reconcile.scripts import fold

ROMANIZED_LEVEL = re.compile("-(?:shi|ku|machi|chō|si|gun|gu|eup)$")
"""Level words of Japan and Korea, as the table has them: Nara-shi."""


class City(NamedTuple):
    """A city: ISO 3166-1 alpha-2 code of its country, inhabitants, GeoNames' main name."""

    country: str
    people: int
    name: str


@cache
def _table() -> bytes:
    return b"\n" + data_file("cities.tsv").read_bytes()


@cache
def _towns() -> bytes:
    return b"\n" + lzma.decompress(data_file("towns.tsv.xz").read_bytes())


def all_cities() -> Iterator[City]:
    """Every city, country by country."""
    return _cities(_table()[1:])


def is_any_city(name: str) -> bool:
    """Whether any city has just this main name."""
    return f"\t{name}\n".encode() in _table()


def cities_of(country: str) -> Iterator[City]:
    """The cities of a country, the largest first."""
    return _of_country(_table(), country)


def towns_of(country: str) -> Iterator[City]:
    """The places of a country that are smaller than its cities, the largest first."""
    return _of_country(_towns(), country)


def _of_country(table: bytes, country: str) -> Iterator[City]:
    start = f"\n{country}\t".encode()
    first, last = table.find(start) + 1, table.rfind(start) + 1
    return _cities(table[first : table.index(b"\n", last)]) if first else iter(())


@lru_cache(maxsize=64)
def folded_cities(country: str) -> frozenset[str]:
    """The names of a country's cities, folded; of Frankfurt am Main the first word as well."""
    firsts = (re.split(r" (?=[a-zß-ÿ])", c.name, maxsplit=1)[0] for c in cities_of(country))
    return city_keys(country) | frozenset(map(fold, firsts))


def _cities(lines: bytes) -> Iterator[City]:
    for line in lines.decode("utf-8").splitlines():
        country, people, name = line.split("\t")
        yield City(country, int(people), name)


def sizes(names: Collection[tuple[str, str]], least: int) -> dict[tuple[str, str], list[int]]:
    """(country, Latin name) → inhabitants of the cities of that very name, the largest first.

    Only cities of `least` people and more count.
    """
    found: dict[tuple[str, str], list[int]] = {}
    for country in sorted({country for country, _ in names}):
        for city in cities_of(country):
            if city.people < least:
                break
            if (country, city.name) in names:
                found.setdefault((country, city.name), []).append(city.people)
    return found


@cache
def city_keys(country: str) -> frozenset[str]:
    """The folded names of the cities of a country."""
    return frozenset(fold(city.name) for city in cities_of(country))


@cache
def _names_anywhere() -> frozenset[str]:
    return frozenset(fold(city.name) for city in all_cities())


def is_city(latin: str, country: str | None) -> bool:
    """Whether a city of the country, or of any, has this Latin name as its main one."""
    return fold(latin) in (city_keys(country) if country else _names_anywhere())
