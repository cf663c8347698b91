"""Places of the world by a Chinese name of theirs, from GeoNames (CC BY 4.0).

`data/gazetteer.tsv` is built by `tools/build_gazetteer.py`: one line for each alias and place,
sorted by its bytes, so that a look-up bisects the file and nothing has to be loaded or parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reconcile.places.scripts import has_han, to_simplified

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
    return files("reconcile").joinpath("data", "gazetteer.tsv").read_bytes()


@lru_cache(maxsize=16384)
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
    low, high = 0, len(table)
    while low < high:  # `low` is always the start of a line
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", middle) + 1
        if table[middle:end] < wanted:
            low = end
        else:
            high = middle
    found = []
    while table.startswith(wanted, low):
        end = table.index(b"\n", low)
        found.append(_place(table[low:end].decode("utf-8")))
        low = end + 1
    return tuple(sorted(found, key=lambda p: (-p.population, p.id)))


def _place(line: str) -> Place:
    alias, number, name, country, admin1, population = line.split("\t")
    return Place(int(number), name, country, admin1, int(population), alias)
