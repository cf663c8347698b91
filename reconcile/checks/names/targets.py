"""Checks of the places that names link to: namesakes elsewhere, pages of several places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.namesakes import places_called, shown
from reconcile.checks.names.stated import (
    HAN_WRITING,
    StatedName,
    StatedNames,
    page_title,
)
from reconcile.datafiles import rows
from reconcile.models import ParsedSource, Record
from reconcile.places.countries import name_of, related
from reconcile.places.gazetteer import named
from reconcile.places.home.base import HomePlace
from reconcile.places.placename import PlaceName, place_name
from reconcile.vocabulary import LAST_BRACKET

FAR_LARGER = 10
"""A bare title is that of the place elsewhere if it has this many times the people."""
LARGER = 2.5
"""Of namesakes less unlike than this, none is the one that a bare title surely means."""
TOWN = 15_000
"""People that a place must have to be a reading of its name."""
METROPOLIS = 1_000_000
"""People from which a city, and not a state of its name, is meant by the bare name."""
FOREMOST = 5_000_000
"""People from which a city is meant by its bare name, whatever else has it."""
KNOWN = 100_000
"""People from which a place is known by its bare name."""

_WITH_LEVEL = frozenset(("JP", "KR"))
"""Countries whose cities and regions share names, which only the level word tells apart."""


# -- places in other countries -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Abroad:
    """A place in another country than the stated one, which a name or its link means.

    `problem` is `target` where the link is wrong, or `country` where name and country contradict
    each other.
    """

    problem: str
    place: str
    country: str
    certain: bool = True


def wrong_links(facts: Facts) -> Iterator[Draft]:
    """Links to a namesake in another country, and names that contradict their country."""
    for source in facts.side("zh"):
        for record in source.records:
            if found := _abroad(facts, record):
                yield Draft(
                    "wrong-link",
                    [record.partner_ref],
                    {
                        "problem": found.problem,
                        "partner": record.partner,
                        "host": record.host,
                        "country": facts.country_of(record) or "",
                        "target": record.target or "",
                        "place": found.place,
                        "other": found.country,
                    },
                    records=[record.id],
                    severity=None if found.certain else "notice",
                )


def _abroad(facts: Facts, record: Record) -> _Abroad | None:
    """The place in another country that a row names or links to."""
    country, title = facts.country_of(record), page_title(record.target)
    if country is None or (title and LAST_BRACKET.search(title)):
        return None
    name = place_name(title or record.name, country)
    if (state := _other_state(name, country)) is not None:
        return _Abroad("target", name_of(state, "en"), state) if title else None
    there = _is_in_country(name, country)
    namesake = None if there and not _is_bare(name) else _known_abroad(name, country)
    if namesake is None or namesake.country == facts.home.country:
        return None
    if {country, namesake.country} <= HAN_WRITING:
        return None
    if record.id not in facts.link_of and not there:
        return _Abroad("country", namesake.name, namesake.country, namesake.established)
    if not title or not _is_foremost(name, namesake):
        return None
    people = _people(facts, record, name)
    if namesake.people < FAR_LARGER * people or not (people or namesake.established):
        return None
    return _Abroad("target", namesake.name, namesake.country)


def _other_state(name: PlaceName, country: str) -> str | None:
    """The other country or territory (ISO code) whose name a name is."""
    found = name.named_country
    if found is None or found.form not in ("standard", "short") or name.level is not None:
        return None
    return None if related(found.iso, country) else found.iso


def _is_bare(name: PlaceName) -> bool:
    """Whether a name states no level that places it in the country's order: 聖保羅, not 基輔州."""
    return name.level is None and not any(r.bare for r in name.regions)


def _is_in_country(name: PlaceName, country: str) -> bool:
    """Whether any table has a place of that name in the country."""
    return (
        any(related(p.country, country) for p in name.places)
        or any(e.country == country for e in name.exonyms)
        or bool(name.regions)
    )


def _people(facts: Facts, record: Record, name: PlaceName) -> int:
    """The inhabitants of the place that is meant, or 0 where they are not known."""
    country = name.country or ""
    here = next((p.population for p in name.places if related(p.country, country)), 0)
    link = facts.link_of.get(record.id)
    linked = named(facts.by_id[link.en].name, country) if link else []
    return max([p.population for p in linked] + [here])


@dataclass(frozen=True, slots=True)
class _Known:
    """A place that is known by a name alone; `established` if a reviewed table says so."""

    name: str
    country: str
    people: int
    established: bool


def _known_abroad(name: PlaceName, country: str) -> _Known | None:
    """The largest place of that name outside the country, if it is well known."""
    established = [e for e in name.exonyms if not related(e.country, country)]
    places = [p for p in places_called(name) if not related(p.country, country)]
    if places and places[0].population >= KNOWN:
        place = places[0]
        reviewed = any(e.country == place.country for e in established)
        return _Known(place.name, place.country, place.population, reviewed)
    if established:
        latin, there = established[0].latin[0], established[0].country
        people = max([KNOWN] + [p.population for p in named(latin, there)])
        return _Known(latin, there, people, True)
    return None


def _is_foremost(name: PlaceName, place: _Known) -> bool:
    """Whether a bare name means a place before all others: no list of namesakes."""
    rivals = [p for p in places_called(name) if p.country != place.country]
    if any(r.bare and r.iso != place.country for r in name.in_country(None).regions):
        return False
    return all(place.people >= LARGER * p.population for p in rivals)


# -- pages of several places -------------------------------------------------------------------


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
        if name.record is None or not _abroad(facts, name.record):
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
    states = [r.en for r in page.regions if r.en.endswith("(state)")]
    if states and not any(p.population >= METROPOLIS for p in here):
        return (*states, *shown(here[:2]))
    if not here:
        return ()
    if page.regions:
        region = page.regions[0]
        shared = region.iso in _WITH_LEVEL and region.iso == here[0].country
        lesser = here[0].population < FOREMOST
        return (f"{here[0].name} (city)", region.en) if shared and lesser else ()
    rivals = [p for p in places if p.id != here[0].id]
    return shown([here[0], *(p for p in rivals if p.population * LARGER >= here[0].population)])


def _is_word(page: PlaceName) -> bool:
    """Whether a title is an ordinary word, or a single character, besides a place's name."""
    if page.simple in _words()["*"]:
        return True
    if page.country not in HAN_WRITING:
        return False
    return len(page.text) == 1 or page.simple in _words().get(page.country or "", ())


@cache
def _words() -> dict[str, frozenset[str]]:
    """Country, or `*` for any, → names of places there that are words of everyday language."""
    return {row["country"]: frozenset(row["names"].split("|")) for row in rows("words.tsv")}


CHECKS = (
    Check(wrong_links, ("wrong-link",)),
    Check(ambiguous_targets, ("ambiguous-target",)),
)
