"""How the names of a pair are read before they are compared, one step after the other.

Nothing here decides anything: it repeats, with the same functions, what `evidence` does with a
record, so that a reader can follow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.matching.evidence import linked_title
from reconcile.models import Record
from reconcile.names.readings import languages_of, readings
from reconcile.places.endonyms import other_names
from reconcile.places.levels import english_level, split_level
from reconcile.scripts import fold, to_simplified

READINGS_SHOWN = 3
"""Readings of one name that are worth a reader's time."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `before` became `after`. `level` is a level that was split off, if one was."""

    kind: str
    before: str
    after: str
    level: str | None = None


def steps(record: Record, other: Record) -> tuple[Step, ...]:
    """How `record` is read when it is compared with `other`, a record of the other side."""
    zh, en = (record, other) if record.side == "zh" else (other, record)
    made = _chinese(record, zh.country or en.country) if record.side == "zh" else _latin(record)
    return (*_split(record), *made, *_country(record))


def _split(r: Record) -> Iterator[Step]:
    if r.parent and r.name != r.partner:
        yield Step("parent", r.partner, f"{r.parent} + {r.name}")
    elif r.name != r.partner:
        yield Step("bracket", r.partner, r.name)


def _chinese(r: Record, country: str | None) -> Iterator[Step]:
    names = [r.name]
    if title := linked_title(r):
        yield Step("target", r.name, title)
        names.append(title)
    for name in names:
        simple = to_simplified(name)
        if simple != name:
            yield Step("simplified", name, simple)
        stem, level = split_level(name, country)
        if level is not None:
            yield Step("level", name, stem, level.kind)
        if country is not None:
            yield from _readings(name, country)


def _readings(name: str, country: str) -> Iterator[Step]:
    found = readings(name, country)
    for language in languages_of(country):
        forms = [x.form for x in found if x.language == language][:READINGS_SHOWN]
        if forms:
            yield Step(f"reading-{language}", name, ", ".join(forms))


def _latin(r: Record) -> Iterator[Step]:
    stem, level = english_level(r.name, r.country)
    if level is not None:
        yield Step("level", r.name, stem, level.kind)
    if others := other_names(r.name, r.country):
        yield Step("other", r.name, ", ".join(others[:READINGS_SHOWN]))
    if fold(r.name) != r.name.casefold():
        yield Step("letters", r.name, fold(r.name))


def _country(r: Record) -> Iterator[Step]:
    if r.country and r.country_text:
        yield Step("country", r.country_text, r.country)
