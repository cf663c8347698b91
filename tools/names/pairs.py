"""Lists of names to train and measure the name model on."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reconcile.names.forms import simplified
from reconcile.scripts import fold


@dataclass(frozen=True, slots=True)
class NamePair:
    """A Chinese name with the Latin names that are right for it."""

    country: str | None
    zh: str
    en: tuple[str, ...]


def read_pairs(path: Path) -> list[NamePair]:
    """Read a table with the columns country, zh, en (accepted names joined by `|`)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [NamePair(r["country"] or None, r["zh"], tuple(r["en"].split("|"))) for r in rows]


def read_pool(path: Path) -> dict[str | None, list[str]]:
    """Read a table with the columns country and en: candidate names by country."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return by_country((r["country"] or None, r["en"]) for r in rows)


def usable(pairs: Iterable[NamePair]) -> list[NamePair]:
    """The pairs that have letters on both sides, each country and Chinese name once."""
    found: dict[tuple[str | None, str], NamePair] = {}
    for pair in pairs:
        names = tuple(e for e in pair.en if fold(e))
        text = simplified(pair.zh)
        if names and text:
            found.setdefault((pair.country, text), NamePair(pair.country, pair.zh, names))
    return list(found.values())


def by_country(names: Iterable[tuple[str | None, str]]) -> dict[str | None, list[str]]:
    """Names by country, each once, in order of appearance."""
    found: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
    for country, name in names:
        if fold(name):
            found[country].setdefault(name)
    return {c: list(v) for c, v in found.items()}
