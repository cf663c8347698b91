"""Checks of the places that names link to: namesakes elsewhere, pages of several places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import BRACKET, HAN_WRITING, StatedName, StatedNames
from reconcile.datafiles import rows
from reconcile.models import Param, ParsedSource, Record
from reconcile.places.countries import name_of, related
from reconcile.places.country_in_text import find_country
from reconcile.places.exonyms import exonyms
from reconcile.places.gazetteer import Place, alias_key, lookup, named
from reconcile.places.home.base import HomePlace
from reconcile.places.levels import find_region, split_level
from reconcile.scripts import to_simplified

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


def wrong_links(facts: Facts) -> Iterator[Draft]:
    """Links to a namesake in another country, and names that contradict their country."""
    for source in facts.side("zh"):
        for record in source.records:
            if found := _elsewhere(facts, record):
                problem, place, iso, certain = found
                params: dict[str, Param] = {
                    "problem": problem,
                    "partner": record.partner,
                    "host": record.host,
                    "country": facts.country_of(record) or "",
                    "target": record.target or "",
                    "place": place,
                    "other": iso,
                }
                yield Draft(
                    "wrong-link",
                    [record.partner_ref],
                    params,
                    records=[record.id],
                    severity=None if certain else "notice",
                )


def _elsewhere(facts: Facts, record: Record) -> tuple[str, str, str, bool] | None:
    """What is wrong, the place that is named, its country, and whether that is certain."""
    country = facts.country_of(record)
    title = record.target if record.target and "://" not in record.target else None
    if country is None or (title is not None and BRACKET.search(title)):
        return None
    name = title or record.name
    if _is_state(name, country):
        found = find_country(name)
        assert found is not None
        return ("target", name_of(found.iso, "en"), found.iso, True) if title else None
    if _in_country(name, country) and not _is_bare(name, country):
        return None
    abroad = _known_elsewhere(name, country)
    if abroad is None or abroad.country == facts.home.country:
        return None
    if {country, abroad.country} <= HAN_WRITING:
        return None
    if record.id not in facts.link_of and not _in_country(name, country):
        return "country", abroad.name, abroad.country, abroad.established
    if title is None or not _is_foremost(name, abroad):
        return None
    people = _people(facts, record, name, country)
    if abroad.people < FAR_LARGER * people or (not people and not abroad.established):
        return None
    return "target", abroad.name, abroad.country, True


def _is_state(name: str, country: str) -> bool:
    """Whether a name is that of another country or territory."""
    found = find_country(name)
    return (
        found is not None
        and found.form in ("standard", "short")
        and not related(found.iso, country)
        and split_level(name, country)[1] is None
    )


def _is_bare(name: str, country: str) -> bool:
    """Whether a name states no level that places it in the country's order: 聖保羅, not 基輔州."""
    return split_level(name, country)[1] is None and not any(
        r.bare for r in find_region(name, country)
    )


def _in_country(name: str, country: str) -> bool:
    """Whether any table has a place of that name in the country."""
    return (
        _largest(name, country) is not None
        or any(e.country == country for e in exonyms(name))
        or bool(find_region(name, country))
    )


def _exact(name: str) -> list[Place]:
    """The places that are called so, level words aside; a name with level stays whole."""
    key = alias_key(name)
    return [p for p in lookup(name) if p.alias in (key, key + "市")]


def _largest(name: str, country: str) -> Place | None:
    return next((p for p in lookup(name) if related(p.country, country)), None)


def _people(facts: Facts, record: Record, name: str, country: str) -> int:
    """The inhabitants of the place that is meant, or 0 where they are not known."""
    here = _largest(name, country)
    link = facts.link_of.get(record.id)
    linked = named(facts.by_id[link.en].name, country) if link else []
    return max([p.population for p in linked] + [here.population if here else 0])


def _is_foremost(name: str, place: _Known) -> bool:
    """Whether a bare name means a place before all others: no list of namesakes."""
    rivals = [p for p in _exact(name) if p.country != place.country]
    if any(r.bare and r.iso != place.country for r in find_region(name)):
        return False
    return all(place.people >= LARGER * p.population for p in rivals)


@dataclass(frozen=True, slots=True)
class _Known:
    """A place that is known by a name alone; `established` if a reviewed table says so."""

    name: str
    country: str
    people: int
    established: bool


def _known_elsewhere(name: str, country: str) -> _Known | None:
    """The largest place of that name outside the country, if it is well known."""
    established = [e for e in exonyms(name) if not related(e.country, country)]
    places = [p for p in _exact(name) if not related(p.country, country)]
    if places and places[0].population >= KNOWN:
        place = places[0]
        curated = any(e.country == place.country for e in established)
        return _Known(place.name, place.country, place.population, curated)
    if established:
        latin, there = established[0].latin[0], established[0].country
        people = max([KNOWN] + [p.population for p in named(latin, there)])
        return _Known(latin, there, people, True)
    return None


# -- pages of several places -------------------------------------------------------------------


def ambiguous_targets(facts: Facts) -> Iterator[Draft]:
    """Links that two different places share, and bare titles of which several places have."""
    for names in facts.names_of("zh"):
        shared: set[str] = set()
        for draft in _shared_targets(facts, names.source):
            shared.update(draft.records)
            yield draft
        for name in (*names.hosts, *names.partners):
            if name.target is None or "://" in name.target or BRACKET.search(name.target):
                continue
            if shared.intersection(name.records):
                continue
            if places := _homonyms(facts, name, name.target):
                if name.record is None or not _elsewhere(facts, name.record):
                    yield _ambiguous(names, name, "namesakes", places)
            elif name.role == "partner" and _is_word(name.target, name.country):
                yield _ambiguous(names, name, "word", ())
        for name in names.countries:
            found = find_country(name.target or "")
            if found is not None and found.form == "ambiguous":
                yield _ambiguous(names, name, "country", ())


def _homonyms(facts: Facts, name: StatedName, title: str) -> tuple[str, ...]:
    """Two or more places that a title may mean."""
    if name.role == "host":
        return _home_namesakes(facts, title)
    places = _namesakes(title, name.country)
    if name.country in HAN_WRITING and name.country != facts.home.country:
        found = [p for p in facts.home.find(title) if p.zh == to_simplified(title)]
        home = tuple(_placed(p) for p in found if p.level != "town")
        places = (*(places or (f"{name.text} ({name.country})",)), *home)
    return places if len(places) > 1 else ()


def _ambiguous(
    names: StatedNames, name: StatedName, problem: str, places: tuple[str, ...]
) -> Draft:
    params: dict[str, Param] = {
        "problem": problem,
        "partner": name.text,
        "host": name.record.host if name.record else "",
        "whose": name.role,
        "target": name.target or "",
        "places": places,
    }
    return Draft(
        "ambiguous-target",
        [name.ref],
        params,
        records=name.records,
        key=[name.role, name.text, name.target],
        group=group_id("ambiguous-target", names.side),
    )


def _shared_targets(facts: Facts, source: ParsedSource) -> Iterator[Draft]:
    """Pages to which rows of different countries link."""
    by_title: dict[str, dict[str, Record]] = {}
    for record in source.records:
        country = facts.country_of(record)
        if record.target and country and "://" not in record.target:
            by_title.setdefault(to_simplified(record.target), {}).setdefault(country, record)
    for records in by_title.values():
        if len(records) < 2:
            continue
        one, *others = records.values()
        for other in others:
            if related(facts.country_of(one) or "", facts.country_of(other) or ""):
                continue
            params: dict[str, Param] = {
                "problem": "shared",
                "whose": "partner",
                "partner": other.partner,
                "host": other.host,
                "other": one.partner,
                "other_host": one.host,
                "target": other.target or "",
            }
            yield Draft(
                "ambiguous-target",
                [other.partner_ref, one.partner_ref],
                params,
                records=[other.id, one.id],
                group=group_id("ambiguous-target", source.document.side),
            )


def _home_namesakes(facts: Facts, title: str) -> tuple[str, ...]:
    """The home places of one full name: 通州區 in Beijing and in Nantong."""
    simple = to_simplified(title)
    found = [p for p in facts.home.find(simple) if p.full == simple]
    return tuple(dict.fromkeys(_placed(p) for p in found)) if len(found) > 1 else ()


def _placed(place: HomePlace) -> str:
    within = place.parent or place.province
    return f"{place.full} ({within})" if within else place.full


def _namesakes(title: str, country: str | None) -> tuple[str, ...]:
    """Namesakes that a bare title may lead to as well, with their countries."""
    if split_level(to_simplified(title), country)[1] is not None:
        return ()
    places = [p for p in _exact(title) if p.population >= TOWN]
    here = [p for p in places if country in (None, p.country)]
    states = [r.en for r in find_region(title, country) if r.en.endswith("(state)")]
    if states and not any(p.population >= METROPOLIS for p in here):
        return (*states, *_shown(here[:2]))
    regions = find_region(title, country)
    one_country = bool(here and regions) and here[0].country == regions[0].iso
    if one_country and regions[0].iso in _WITH_LEVEL and here[0].population < FOREMOST:
        return (f"{here[0].name} (city)", regions[0].en)
    if not here or regions:
        return ()
    rivals = [p for p in places if p.id != here[0].id]
    return _shown([here[0], *(p for p in rivals if p.population * LARGER >= here[0].population)])


def _is_word(title: str, country: str | None) -> bool:
    """Whether a title is an ordinary word, or a single character, besides a place's name."""
    if to_simplified(title) in _words()["*"]:
        return True
    if country not in HAN_WRITING:
        return False
    return len(title) == 1 or to_simplified(title) in _words().get(country or "", ())


def _shown(places: list[Place]) -> tuple[str, ...]:
    """Some of the places by name, country and size."""
    return tuple(dict.fromkeys(f"{p.name} ({p.country}, {p.population:,})" for p in places[:4]))


@cache
def _words() -> dict[str, frozenset[str]]:
    return {row["country"]: frozenset(row["names"].split("|")) for row in rows("words.tsv")}


CHECKS = (
    Check(wrong_links, ("wrong-link",)),
    Check(ambiguous_targets, ("ambiguous-target",)),
)
