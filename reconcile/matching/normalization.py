"""How the names of a pair are read before they are compared, one step after the other.

Nothing here decides anything: it repeats, with the same functions, what `evidence` does with a
record, so that a reader can follow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.matching.targets import linked_title
from reconcile.models import Record
from reconcile.names.readings import languages_of, readings
from reconcile.places.placename import PlaceName, place_name

READINGS_SHOWN = 3
"""Readings of one name that are worth a reader's time."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `before` became `after`. `level` is a level that was split off, if one was."""

    kind: str
    before: str
    after: str
    level: str | None = None


def normalization(record: Record, other: Record) -> tuple[Step, ...]:
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
    for name in (place_name(n, country) for n in names):
        if name.simple != name.text:
            yield Step("simplified", name.text, name.simple)
        yield from _level(name)
        if country is not None:
            yield from _readings(name.text, country)


def _level(name: PlaceName) -> Iterator[Step]:
    if name.level is not None:
        yield Step("level", name.text, name.stem, name.kind)


def _readings(name: str, country: str) -> Iterator[Step]:
    found = readings(name, country)
    for language in languages_of(country):
        forms = [x.form for x in found if x.language == language][:READINGS_SHOWN]
        if forms:
            yield Step(f"reading-{language}", name, ", ".join(forms))


def _latin(r: Record) -> Iterator[Step]:
    name = r.place
    yield from _level(name)
    if name.other_names:
        yield Step("other", r.name, ", ".join(name.other_names[:READINGS_SHOWN]))
    if name.folded != r.name.casefold():
        yield Step("letters", r.name, name.folded)


def _country(r: Record) -> Iterator[Step]:
    if r.country and r.country_text:
        yield Step("country", r.country_text, r.country)
