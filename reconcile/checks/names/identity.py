"""Checks of which place a name means: former places, namesakes, untranslated words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.lists import origin_of_bare_names
from reconcile.checks.names.namesakes import places_called, shown
from reconcile.checks.names.stated import HAN_WRITING, StatedName, StatedNames
from reconcile.datafiles import rows
from reconcile.models import Record
from reconcile.places.cities import sizes
from reconcile.places.former import Former, former
from reconcile.scripts import fold, has_han
from reconcile.vocabulary import LAST_BRACKET

UNLIKE = 4
"""A name means the largest of its namesakes if that has more than so many times the people."""
CITY = 50_000
"""People of a city that a bare English name may mean."""
TOWN = 15_000
"""People of a place that a bare name may mean."""


# -- former places -----------------------------------------------------------------------------


def outdated_names(facts: Facts) -> Iterator[Draft]:
    """Partners that were renamed, merged or dissolved since."""
    for names in facts.names:
        for name in names.partners:
            if name.record is None or (entry := _former(name)) is None:
                continue
            in_chinese = names.side == "zh" and entry.now_zh
            yield Draft(
                "outdated-name",
                [name.ref],
                {
                    "text": name.record.partner,
                    "problem": entry.change if entry.year else f"{entry.change}-undated",
                    "now": names.written(entry.now_zh) if in_chinese else entry.now,
                    "year": entry.year or 0,
                },
                records=name.records,
                group=group_id("outdated-name"),
            )


def _former(name: StatedName) -> Former | None:
    """What became of a partner, if it is known by its name or by its name with the bracket."""
    record = name.record
    whole = f"{record.name} ({record.disambiguator})" if record and record.disambiguator else ""
    return former(name.text, name.country) or (former(whole, name.country) if whole else None)


# -- namesakes ---------------------------------------------------------------------------------


def ambiguous_partners(facts: Facts) -> Iterator[Draft]:
    """Partners of whose name the stated country has several, or that name no country at all."""
    for names in facts.names_of("en"):
        bare = [r for r in names.source.records if r.country and not _is_placed(r)]
        people = sizes({(r.country or "", r.name) for r in bare}, CITY)
        for record in bare:
            if places := _english_namesakes(record, people):
                yield _ambiguous(names, record, places)
    for names in facts.names_of("zh"):
        for record in names.source.records:
            placed = _is_placed(record) or record.target is not None
            if not placed and (places := _chinese_namesakes(facts, record)):
                yield _ambiguous(names, record, places)


def _ambiguous(names: StatedNames, record: Record, places: tuple[str, ...]) -> Draft:
    return Draft(
        "ambiguous-partner",
        [record.partner_ref],
        {
            "partner": record.partner,
            "host": record.host,
            "count": len(places),
            "places": places,
        },
        origin=origin_of_bare_names(names.source),
        records=[record.id],
        group=group_id("ambiguous-partner", names.side),
    )


def _is_placed(record: Record) -> bool:
    """Whether a row says in which part of the country its partner lies."""
    title = record.target or ""
    return bool(record.parent or record.disambiguator or LAST_BRACKET.search(title) or "," in title)


def _english_namesakes(record: Record, people: dict[tuple[str, str], list[int]]) -> tuple[str, ...]:
    """The places that an English name can mean in the stated country, if there are several."""
    if known := _reviewed().get((record.country or "", fold(record.name))):
        return known
    found = people.get((record.country or "", record.name), [])
    close = [n for n in found if n * UNLIKE > found[0]]
    return tuple(f"{record.name} ({n:,})" for n in close) if len(close) > 1 else ()


@cache
def _reviewed() -> dict[tuple[str, str], tuple[str, ...]]:
    """(country, folded name) → the places of that name that readers take for each other."""
    return {
        (row["country"], fold(row["name"])): tuple(row["places"].split("|"))
        for row in rows("namesakes.tsv")
    }


def _chinese_namesakes(facts: Facts, record: Record) -> tuple[str, ...]:
    """The places of an unlinked Chinese name, in the stated country or in all."""
    country = facts.country_of(record)
    if country in HAN_WRITING or (country is None and record.id in facts.link_of):
        return ()
    towns = [
        p
        for p in places_called(record.place)
        if p.population >= TOWN and country in (None, p.country)
    ]
    close = [p for p in towns if p.population * UNLIKE > towns[0].population]
    return shown(close) if len({p.id for p in close}) > 1 else ()


# -- untranslated words ------------------------------------------------------------------------


def foreign_words(facts: Facts) -> Iterator[Draft]:
    """English names with a common noun of another language, and Chinese ones in other letters."""
    for names in facts.names:
        for record in names.source.records:
            if word := _foreign(record):
                yield Draft(
                    "foreign-word",
                    [record.partner_ref],
                    {"partner": record.partner, "host": record.host, "word": word},
                    records=[record.id],
                    group=group_id("foreign-word", names.side),
                )


def _foreign(record: Record) -> str | None:
    """The part of a partner's name that is in another language than its list."""
    name = record.partner
    if record.side == "zh":
        return name if any(c.isalpha() for c in name) and not has_han(name) else None
    match = _common_nouns().search(name)
    return match.group() if match else None


@cache
def _common_nouns() -> re.Pattern[str]:
    """The words of the table, longer ones first."""
    words = sorted((row["word"] for row in rows("foreign-words.tsv")), key=len, reverse=True)
    listed = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


CHECKS = (
    Check(outdated_names, ("outdated-name",)),
    Check(ambiguous_partners, ("ambiguous-partner",)),
    Check(foreign_words, ("foreign-word",)),
)
