"""Chinese names that no reading explains, and places that were renamed or merged.

The reviewed table `data/exonyms.tsv` names the source of each entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from reconcile.datafiles import rows
from reconcile.places.gazetteer import alias_key
from reconcile.scripts import fold

ExonymKind = Literal["exonym", "renamed", "merged"]


@dataclass(frozen=True, slots=True)
class Exonym:
    """An entry of the table. `latin` are today's names, the first the usual one.

    In `renamed` and `merged` the Chinese names `zh` are those of the place as it was, and `former`
    its Latin names then; `year` is when that ended, where known.
    """

    zh: tuple[str, ...]
    latin: tuple[str, ...]
    former: tuple[str, ...]
    country: str
    kind: ExonymKind
    year: int | None
    source: str


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _kind(text: str) -> ExonymKind:
    for kind in ("exonym", "renamed", "merged"):
        if text == kind:
            return kind
    raise ValueError(text)


@cache
def _entries() -> tuple[Exonym, ...]:
    return tuple(
        Exonym(
            _split(row["zh"]),
            _split(row["latin"]),
            _split(row["former"]),
            row["country"],
            _kind(row["kind"]),
            int(row["year"]) if row["year"] else None,
            row["source"],
        )
        for row in rows("exonyms.tsv")
    )


@cache
def _by_zh() -> dict[str, tuple[Exonym, ...]]:
    index: dict[str, list[Exonym]] = {}
    for entry in _entries():
        for name in entry.zh:
            index.setdefault(alias_key(name), []).append(entry)
    return {key: tuple(found) for key, found in index.items()}


@cache
def _by_latin() -> dict[str, tuple[Exonym, ...]]:
    index: dict[str, list[Exonym]] = {}
    for entry in _entries():
        if entry.former:
            for key in dict.fromkeys(map(fold, entry.latin + entry.former)):
                index.setdefault(key, []).append(entry)
    return {key: tuple(found) for key, found in index.items()}


def exonyms(zh: str) -> tuple[Exonym, ...]:
    """The entries for a Chinese name in any script, in any country."""
    return _by_zh().get(alias_key(zh), ())


def renames(latin: str, country: str | None = None) -> tuple[Exonym, ...]:
    """The entries in which a Latin name is today's or a former one: Bombay and Mumbai."""
    found = _by_latin().get(fold(latin), ())
    return tuple(e for e in found if country is None or e.country == country)


@cache
def _exonyms_by_latin() -> dict[str, tuple[Exonym, ...]]:
    index: dict[str, list[Exonym]] = {}
    for entry in _entries():
        for key in dict.fromkeys(map(fold, entry.latin if entry.kind == "exonym" else ())):
            index.setdefault(key, []).append(entry)
    return {key: tuple(found) for key, found in index.items()}


def exonyms_of(latin: str, country: str) -> tuple[str, ...]:
    """The established Chinese names of a place in a country, simplified."""
    found = _exonyms_by_latin().get(fold(latin), ())
    return tuple(zh for e in found if e.country == country for zh in e.zh)
