"""The check of names and links that lead to a place in another country than the stated one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.checks.names.namesakes import LARGER, places_called
from reconcile.checks.names.stated import HAN_WRITING, page_title
from reconcile.models import Record
from reconcile.places.cities import cities_of
from reconcile.places.countries import name_of, related
from reconcile.places.gazetteer import named
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold
from reconcile.vocabulary import LAST_BRACKET

FAR_LARGER = 10
"""A bare title is that of the place elsewhere if it has this many times the people."""
KNOWN = 100_000
"""People from which a place is known by its bare name."""


@dataclass(frozen=True, slots=True)
class Abroad:
    """A place in another country than the stated one, which a name or its link means.

    `problem` is `target` where the link is wrong, `state` where it is that of a country or
    territory, or `country` where name and country contradict each other.
    """

    problem: str
    place: str
    country: str
    certain: bool = True


def wrong_links(facts: Facts) -> Iterator[Draft]:
    """Links to a namesake in another country, and names that contradict their country."""
    for source in facts.side("zh"):
        for record in source.records:
            if found := abroad(facts, record):
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


def abroad(facts: Facts, record: Record) -> Abroad | None:
    """The place in another country that a row names or links to."""
    country, title = facts.country_of(record), page_title(record.target)
    if country is None or (title and LAST_BRACKET.search(title)):
        return None
    name = place_name(title or record.name, country)
    if (state := _other_state(name, country)) is not None:
        return Abroad("state", name_of(state, "en"), state) if title else None
    there = _is_in_country(name, country)
    namesake = None if there and not _is_bare(name) else _known_abroad(name, country)
    if namesake is None or not _can_be_mistaken(facts, country, namesake):
        return None
    if record.id not in facts.link_of and not (there or _has_city(country, namesake.name)):
        return Abroad("country", namesake.name, namesake.country, namesake.established)
    if title and _is_meant(facts, record, name, namesake):
        return Abroad("target", namesake.name, namesake.country)
    return None


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


def _has_city(country: str, latin: str) -> bool:
    """Whether a country has a city of that Latin name, too: Newcastle (upon Tyne)."""
    wanted = _words(latin)
    return any(_words(city.name)[: len(wanted)] == wanted for city in cities_of(country))


def _words(name: str) -> list[str]:
    return [fold(word) for word in name.replace("-", " ").split()]


def _can_be_mistaken(facts: Facts, country: str, place: _Known) -> bool:
    """Whether a place elsewhere can be meant: no home place is, and Han countries share names."""
    return place.country != facts.home.country and not {country, place.country} <= HAN_WRITING


def _is_meant(facts: Facts, record: Record, name: PlaceName, place: _Known) -> bool:
    """Whether a bare title is that of a place elsewhere and not of the one that a row means."""
    if not _is_foremost(name, place):
        return False
    people = _people(facts, record, name)
    return place.people >= FAR_LARGER * people and bool(people or place.established)


def _is_foremost(name: PlaceName, place: _Known) -> bool:
    """Whether a bare name means a place before all others: no list of namesakes."""
    rivals = [p for p in places_called(name) if p.country != place.country]
    if any(r.bare and r.iso != place.country for r in name.in_country(None).regions):
        return False
    return all(place.people >= LARGER * p.population for p in rivals)


def _people(facts: Facts, record: Record, name: PlaceName) -> int:
    """The inhabitants of the place that is meant, or 0 where they are not known."""
    country = name.country or ""
    here = next((p.population for p in name.places if related(p.country, country)), 0)
    link = facts.link_of.get(record.id)
    linked = named(facts.by_id[link.en].name, country) if link else []
    return max([p.population for p in linked] + [here])


CHECKS = (Check(wrong_links, ("wrong-link",)),)
