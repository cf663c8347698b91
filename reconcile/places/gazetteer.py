"""Places of the world by a Chinese name of theirs, from GeoNames (CC BY 4.0).

`data/gazetteer.tsv` is built by `tools/build_gazetteer.py`: one line for each alias and place,
sorted by its bytes, so that a look-up bisects the file and nothing has to be loaded or parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.datafiles import data_file
from reconcile.scripts import has_han, to_simplified

_BETWEEN = re.compile(r"[\s\-－‐–—·・‧•．.'’_]")
_SUFFIXES = (
    "特别市",
    "广域市",
    "直辖市",
    "街道",
    "地区",
    "市",
    "县",
    "区",
    "镇",
    "乡",
    "村",
    "町",
    "州",
    "府",
    "郡",
    "省",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in GeoNames. `admin1` is its code of the first-level division; `alias` what matched.

    `name` is GeoNames' main name, in Latin letters; a `population` of 0 means that it is unknown.
    """

    id: int
    name: str
    country: str
    admin1: str
    population: int
    alias: str


def alias_key(zh: str) -> str:
    """What a Chinese name is filed under: simplified, without hyphens, dots and spaces."""
    return _BETWEEN.sub("", to_simplified(zh))


@cache
def _table() -> bytes:
    return data_file("gazetteer.tsv").read_bytes()


def lookup(zh: str) -> tuple[Place, ...]:
    """The places that a Chinese name can mean, the largest first.

    Tried are the name as it is, the name without its level suffix, and the name with 市.
    """
    key = alias_key(zh)
    if not has_han(key):
        return ()
    for form in (key, _without_suffix(key), key + "市"):
        if form and (found := _find(form)):
            return found
    return ()


def _without_suffix(key: str) -> str | None:
    for suffix in _SUFFIXES:
        if key.endswith(suffix) and len(key) > len(suffix) + 1:
            return key[: -len(suffix)]
    return None


def _find(key: str) -> tuple[Place, ...]:
    table = _table()
    wanted = key.encode("utf-8") + b"\t"
    low = _first_line(wanted)
    found = []
    while table.startswith(wanted, low):
        end = table.index(b"\n", low)
        found.append(_place(table[low:end].decode("utf-8")))
        low = end + 1
    return tuple(sorted(found, key=lambda p: (-p.population, p.id)))


def _first_line(wanted: bytes) -> int:
    """Where the first line begins that does not sort before `wanted`."""
    table = _table()
    low, high = 0, len(table)
    while low < high:  # `low` is always the start of a line
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", middle) + 1
        if table[middle:end] < wanted:
            low = end
        else:
            high = middle
    return low


def _place(line: str) -> Place:
    alias, number, name, country, admin1, population = line.split("\t")
    return Place(int(number), name, country, admin1, int(population), alias)


def named(latin: str, country: str) -> list[Place]:
    """Every entry of the places with this main Latin name in a country: one for each alias."""
    table = _table()
    wanted = f"\t{latin}\t{country}\t".encode()
    found, at = [], table.find(wanted)
    while at >= 0:
        start, end = table.rfind(b"\n", 0, at) + 1, table.index(b"\n", at)
        found.append(_place(table[start:end].decode("utf-8")))
        at = table.find(wanted, end)
    return found


def beginning_with(prefix: str, country: str) -> list[Place]:
    """The entries of a country whose Chinese name begins with `prefix`."""
    table = _table()
    wanted = alias_key(prefix).encode("utf-8")
    found, at = [], _first_line(wanted)
    while table.startswith(wanted, at):
        end = table.index(b"\n", at)
        place = _place(table[at:end].decode("utf-8"))
        if place.country == country:
            found.append(place)
        at = end + 1
    return found


def aliases() -> Iterator[tuple[str, str]]:
    """Every Chinese name of a place, with the ISO code of its country."""
    for line in _table().decode("utf-8").splitlines():
        alias, _, _, country, _ = line.split("\t", 4)
        yield alias, country


def places_of(country: str) -> Iterator[Place]:
    """The places of a country that have a Chinese name: one for each alias."""
    line = rb"^[^\t\n]+\t\d+\t[^\t]*\t%s\t.*$" % country.encode()
    return (_place(found.decode("utf-8")) for found in re.findall(line, _table(), re.MULTILINE))
