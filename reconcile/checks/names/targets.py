"""The check of links to pages of several places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.namesakes import LARGER, places_called, shown
from reconcile.checks.names.stated import (
    HAN_WRITING,
    StatedName,
    StatedNames,
    page_title,
)
from reconcile.checks.names.wrong_links import abroad
from reconcile.datafiles import rows
from reconcile.models import ParsedSource, Record
from reconcile.places.countries import related
from reconcile.places.gazetteer import Place
from reconcile.places.home.base import HomePlace
from reconcile.places.levels import Region
from reconcile.places.placename import PlaceName, place_name
from reconcile.vocabulary import LAST_BRACKET

TOWN = 15_000
"""People that a place must have to be a reading of its name."""
METROPOLIS = 1_000_000
"""People from which a city, and not a state of its name, is meant by the bare name."""
FOREMOST = 5_000_000
"""People from which a city is meant by its bare name, whatever else has it."""

_WITH_LEVEL = frozenset(("JP", "KR"))
"""Countries whose cities and regions share names, which only the level word tells apart."""


def ambiguous_targets(facts: Facts) -> Iterator[Draft]:
    """Links that two different places share, and bare titles of which several places have."""
    for names in facts.names_of("zh"):
        shared = list(_shared_targets(facts, names.source))
        yield from shared
        said_already = {record for draft in shared for record in draft.records}
        for name in (*names.hosts, *names.partners):
            if said_already.isdisjoint(name.records):
                yield from _open_target(facts, names, name)
        for name in names.countries:
            found = place_name(name.target or "").named_country
            if found is not None and found.form == "ambiguous":
                yield _ambiguous(names, name, "country", ())


def _open_target(facts: Facts, names: StatedNames, name: StatedName) -> Iterator[Draft]:
    """What is said of a link to a bare title that several places have, or that is a word."""
    title = page_title(name.target)
    if title is None or LAST_BRACKET.search(title):
        return
    if places := _homonyms(facts, name, title):
        if name.record is None or not abroad(facts, name.record):
            yield _ambiguous(names, name, "namesakes", places)
    elif name.role == "partner" and _is_word(place_name(title, name.country)):
        yield _ambiguous(names, name, "word", ())


def _ambiguous(
    names: StatedNames, name: StatedName, problem: str, places: tuple[str, ...]
) -> Draft:
    return Draft(
        "ambiguous-target",
        [name.ref],
        {
            "problem": problem,
            "partner": name.text,
            "host": name.host,
            "whose": name.role,
            "target": name.target or "",
            "places": places,
        },
        records=name.records,
        key=[name.role, name.text, name.target],
        group=group_id("ambiguous-target", names.side),
    )


def _shared_targets(facts: Facts, source: ParsedSource) -> Iterator[Draft]:
    """Pages to which rows of different countries link."""
    by_title: dict[str, dict[str, Record]] = {}
    for record in source.records:
        country, title = facts.country_of(record), page_title(record.target)
        if title and country:
            by_title.setdefault(place_name(title).simple, {}).setdefault(country, record)
    for by_country in by_title.values():
        (stated, one), *others = by_country.items()
        for country, other in others:
            if not related(stated, country):
                yield _shared(one, other, source)


def _shared(one: Record, other: Record, source: ParsedSource) -> Draft:
    return Draft(
        "ambiguous-target",
        [other.partner_ref, one.partner_ref],
        {
            "problem": "shared",
            "whose": "partner",
            "partner": other.partner,
            "host": other.host,
            "other": one.partner,
            "other_host": one.host,
            "target": other.target or "",
        },
        records=[other.id, one.id],
        subject=[other.id],
        group=group_id("ambiguous-target", source.document.side),
    )


def _homonyms(facts: Facts, name: StatedName, title: str) -> tuple[str, ...]:
    """Two or more places that a title may mean."""
    page = place_name(title, name.country)
    if name.role == "host":
        return _home_namesakes(facts, page)
    places = _namesakes(page)
    if name.country in HAN_WRITING and name.country != facts.home.country:
        found = [p for p in facts.home.find(title) if p.zh == page.simple and p.level != "town"]
        places = (*(places or (f"{name.text} ({name.country})",)), *map(_placed, found))
    return places if len(places) > 1 else ()


def _home_namesakes(facts: Facts, page: PlaceName) -> tuple[str, ...]:
    """The home places of one full name: 通州區 in Beijing and in Nantong."""
    found = [p for p in facts.home.find(page.simple) if p.full == page.simple]
    return tuple(dict.fromkeys(map(_placed, found))) if len(found) > 1 else ()


def _placed(place: HomePlace) -> str:
    """A home place with what it lies in."""
    within = place.parent or place.province
    return f"{place.full} ({within})" if within else place.full


def _namesakes(page: PlaceName) -> tuple[str, ...]:
    """Namesakes that a bare title may lead to as well, with their countries."""
    if page.level is not None:
        return ()
    places = [p for p in places_called(page) if p.population >= TOWN]
    here = [p for p in places if page.country in (None, p.country)]
    if page.regions:
        return _cities_or_regions(here, page.regions)
    if not here:
        return ()
    rivals = [p for p in places if p.id != here[0].id]
    return shown([here[0], *(p for p in rivals if p.population * LARGER >= here[0].population)])


def _cities_or_regions(cities: list[Place], regions: tuple[Region, ...]) -> tuple[str, ...]:
    """The cities and regions of one bare name, unless it is clear which of them is meant."""
    states = [r.en for r in regions if r.en.endswith("(state)")]
    if states and not any(p.population >= METROPOLIS for p in cities):
        return (*states, *shown(cities[:2]))
    if not cities or cities[0].population >= FOREMOST:
        return ()
    shared = regions[0].iso in _WITH_LEVEL and regions[0].iso == cities[0].country
    return (f"{cities[0].name} (city)", regions[0].en) if shared else ()


def _is_word(page: PlaceName) -> bool:
    """Whether a title is an ordinary word, or a single character, besides a place's name."""
    if page.simple in _words()["*"]:
        return True
    if page.country not in HAN_WRITING:
        return False
    return (len(page.text) == 1 and page.han) or page.simple in _words().get(page.country or "", ())


@cache
def _words() -> dict[str, frozenset[str]]:
    """Country, or `*` for any, → names of places there that are words of everyday language."""
    return {row["country"]: frozenset(row["names"].split("|")) for row in rows("words.tsv")}


CHECKS = (Check(ambiguous_targets, ("ambiguous-target",)),)
