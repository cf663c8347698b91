"""The places that one Chinese name may mean, of all that the tables know.

Two ways lead to a candidate: a table lists it under the Chinese name, or its Latin name sounds
like it. Before anything is compared, a listed one has by far the better chance, as the others
share theirs among all places of the country.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from reconcile.datafiles import rows
from reconcile.evidence import Evidence
from reconcile.names.model import Latin, NameModel, NamePool
from reconcile.names.readings import readings, romanization
from reconcile.places.cities import City, all_cities, cities_of, towns_of
from reconcile.places.home import load_home
from reconcile.places.home.base import HomePlace
from reconcile.places.home.from_table import tabled_countries
from reconcile.places.levels import regions_of
from reconcile.places.placename import place_name
from reconcile.scripts import fold
from reconcile.weights import (
    AREA_SIZE,
    AS_READ,
    BY_SOUND,
    BY_SOUND_ANYWHERE,
    IN_GAZETTEER,
    IN_GAZETTEER_ALONE,
    LISTED,
    REGION,
    SIZE,
    SMALLEST,
    TABLED,
    TABLED_ANYWHERE,
    USUAL_SIZE,
)

LARGE = 100_000
"""Inhabitants of the cities that are ranked where no country is given."""
_RANKED = 10
"""Candidates by sound, at most."""
_READ = ("CN", "TW", "JP", "KR", "KP")
"""Countries whose places are written as their Chinese characters are read, by one standard."""
_LEVELS = {"province": "region", "prefecture": "region", "county": "county", "district": "district"}
"""Levels of a home table and the administrative level that they are; the others are cities."""


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A candidate, and what is known of it before its name is compared.

    `prior` is the log of the chance that it is the place, which it shares with `among`
    candidates; `known` what the tables say of it; `level` its level, where a table tells.
    """

    latin: Latin
    prior: float
    among: int
    known: tuple[Evidence, ...] = ()
    level: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """What a table has of a candidate. A division has no inhabitants, and the size `AREA_SIZE`."""

    people: int | None = None
    level: str | None = None
    known: tuple[Evidence, ...] = ()

    def size(self) -> int | None:
        return AREA_SIZE if self.level == "region" else self.people


def given(latin: Iterable[Latin]) -> tuple[NameCandidate, ...]:
    """Candidates of which nothing but their names is known, all equally likely."""
    names = dict.fromkeys(latin)
    return tuple(NameCandidate(x, math.log(LISTED / len(names)), len(names)) for x in names)


def candidates(
    model: NameModel, zh: str, country: str | None
) -> tuple[tuple[NameCandidate, ...], float]:
    """What the tables list under a name, and the places that sound like it.

    Args:
        model: the name model, which finds the latter.
        zh: the Chinese name.
        country: ISO code of the country the place is in, if that is known.

    Returns:
        The candidates, and the chance that the place is none of all that were looked at.
    """
    listed, searched = _listed(zh, country), _searched(country)
    if not listed and place_name(zh, country).facility:
        return (), 1.0  # 牛津大學 is no town, whatever it sounds like
    read = None if listed else _as_read(zh, country, searched.pool)
    tabled = (TABLED if country else TABLED_ANYWHERE) if listed else AS_READ if read else 0.0
    sounding = (1 - tabled) * (BY_SOUND if country else BY_SOUND_ANYWHERE)
    # That a table has the name is why a listed one is a candidate, and no evidence beyond that.
    told = IN_GAZETTEER if country else IN_GAZETTEER_ALONE
    found = _weighed(listed, tabled * math.exp(-told), len(listed), USUAL_SIZE)
    if read:
        found.append(NameCandidate(read, math.log(tabled), 1))
    taken = {(x.country, fold(n)) for x in listed for n in _names(x)}
    for latin, _ in model.rank(zh, searched.pool, _RANKED) if searched.places else ():
        if (latin.country, fold(latin.name)) not in taken:
            taken |= {(latin.country, fold(n)) for n in _names(latin)}
            place = {latin: searched.places[latin]}
            found += _weighed(place, sounding, len(searched.places), searched.usual)
    return tuple(found), 1 - tabled - sounding


def _names(latin: Latin) -> tuple[str, ...]:
    return latin.name, *place_name(latin.name, latin.country).other_names


def _weighed(
    places: dict[Latin, _Place], chance: float, among: int, usual: float
) -> list[NameCandidate]:
    """Candidates that share a chance, each by its size beside the usual one."""
    out = []
    for latin, place in places.items():
        known = place.known
        if (size := place.size()) is not None:
            weight = SIZE * math.log((size + SMALLEST) / usual)
            known = (*known, Evidence("size", "{people:,} people", {"people": size}, weight))
        prior = math.log(chance / among)
        out.append(NameCandidate(latin, prior, among, known, place.level))
    return out


def _as_read(zh: str, country: str | None, pool: NamePool) -> Latin | None:
    """The name as it is read, where names are read: of a place that no table has."""
    if country not in _READ or pool.read_as(zh, country):
        return None
    written = place_name(zh, country).part
    text = romanization(written, country) or next((r.form for r in readings(written, country)), "")
    return Latin(text.title(), country) if text else None


def _listed(zh: str, country: str | None) -> dict[Latin, _Place]:
    """What the tables list under the name, inside the country if one is given."""
    name, found = place_name(zh, country), dict[Latin, _Place]()
    for entry in name.exonyms:
        if country in (None, entry.country):
            found[Latin(entry.latin[0], entry.country)] = _Place()
    units = list(_units(zh, country))
    older = {(iso, fold(other)) for iso, unit in units for other in unit.also}
    for place in reversed(name.places_there):  # of namesakes in one country the largest stays
        if (place.country, fold(place.name)) not in older:
            found[Latin(place.name, place.country)] = _Place(place.population, "city")
    for iso, unit in units:
        found[Latin(unit.en, iso)] = _unit(zh, iso, unit)
    for region in name.regions:
        if name.level or region.bare:
            found[Latin(region.en, region.iso)] = _Place(level=region.kind)
    return found


def _units(zh: str, country: str | None) -> Iterator[tuple[str, HomePlace]]:
    """The units of the tables of home countries that bear the name, with their ISO codes."""
    for home in tabled_countries():
        codes = _own_codes(home)
        if country in (None, home, *codes.values()):
            for unit in load_home(home).find(zh):
                if unit.en and country in (None, iso := codes.get(unit.province, home)):
                    yield iso, unit


@cache
def _own_codes(home: str) -> dict[str, str]:
    """Divisions of a home country that have an ISO code of their own: Hong Kong, Taiwan."""
    table = rows(f"home/{home.lower()}-admin1.tsv")
    return {row["province"]: row["code"] for row in table if row["code"].isalpha()}


def _unit(zh: str, iso: str, unit: HomePlace) -> _Place:
    level = _LEVELS.get(unit.level, "city")
    params = {"name": zh, "kind": level, "region": unit.en, "country": iso}
    sentence = "{name} is the {kind} {region} ({country})"
    return _Place(None, level, (Evidence("region", sentence, params, REGION),))


@dataclass(frozen=True)
class _Searched:
    """Places prepared for ranking; those of the `usual` size are as likely as on average."""

    pool: NamePool
    places: dict[Latin, _Place]
    usual: float


@cache
def _searched(country: str | None) -> _Searched:
    """All places of a country, by all names that the tables have; or large ones of any country."""
    found: dict[Latin, _Place] = {}
    for code, people, name in _cities(country):
        for known in (name, *place_name(name, code).other_names):
            found.setdefault(Latin(known, code), _Place(people, "city"))
    for region in regions_of(country) if country else ():
        found[Latin(region.en, region.iso)] = _Place(level=region.kind)
    sizes = [(place.size() or 0) + SMALLEST for place in found.values()]
    usual = (sum(n**SIZE for n in sizes) / max(len(sizes), 1)) ** (1 / SIZE)
    return _Searched(NamePool.of(list(found)), found, usual)


def _cities(country: str | None) -> Iterable[City]:
    if country:
        return chain(cities_of(country), towns_of(country))
    return (city for city in all_cities() if city.people >= LARGE)
