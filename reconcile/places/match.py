"""One Chinese name, ranked candidates: the name matching by itself, without lists or hosts.

>>> from reconcile.places import match_name
>>> match_name("貝爾格萊德", country="RS")[0].name
'Belgrade'
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.evidence import Evidence
from reconcile.names.model import Latin, NameModel, NamePool, NameScore
from reconcile.places.cities import all_cities, cities_of
from reconcile.places.known import known_pair
from reconcile.places.placename import place_name
from reconcile.weights import LISTED, LISTED_NAME_RANGE, SIZE, SMALLEST, USUAL_SIZE

LARGE = 100_000
"""Inhabitants of the cities that are ranked where no country is given."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A candidate with its probability and evidence; the weights (log-odds) add up to it.

    `relation` is `same`, or `renamed` where the Chinese name is that of an earlier time.
    """

    name: str
    country: str | None
    probability: float
    relation: str
    evidence: tuple[Evidence, ...]


def match_name(
    zh: str,
    candidates: Sequence[str | Latin] | None = None,
    *,
    country: str | None = None,
    limit: int = 5,
) -> tuple[NameMatch, ...]:
    """Rank Latin names by how likely they denote the place that a Chinese name denotes.

    Args:
        zh: a Chinese name of a place outside China, in either script.
        candidates: Latin names to choose from; by default what GeoNames, the exonyms and the
            regions list under the Chinese name, and the cities of the country by sound.
        country: ISO 3166-1 alpha-2 code of the country, where it is known. Without it the
            candidates' countries are ranked too.
        limit: how many to return at most.

    Returns:
        The best candidates, the likeliest first; empty where there is nothing to compare.
    """
    model = NameModel.load()
    if candidates is None:
        people = _default_candidates(model, zh, country)
    else:
        named = (c if isinstance(c, Latin) else Latin(c, country) for c in candidates)
        people = dict.fromkeys(named, None)
    pool = tuple(people)
    if not pool:
        return ()
    scores = model.compare(zh, pool)
    pieces = [_evidence(zh, x, s, country, people[x]) for x, s in zip(pool, scores, strict=True)]
    if not any(s.weight for s in scores) and not any(later or e for e, later in pieces):
        return ()
    return _ranked(pool, pieces, limit)


def _default_candidates(model: NameModel, zh: str, country: str | None) -> dict[Latin, int | None]:
    """Candidates with their inhabitants: what the tables list, and cities of like sound."""
    found = dict(_listed(zh, country))
    cities = _cities(country)
    if cities.pool.names:
        for latin, _ in model.rank(zh, cities.pool, 10):
            found.setdefault(latin, cities.people[latin])
    return found


def _evidence(
    zh: str, latin: Latin, score: NameScore, country: str | None, people: int | None
) -> tuple[list[Evidence], bool]:
    """What speaks for one candidate, and whether its name is a later one."""
    known, later = known_pair([zh], [latin.name], latin.country, stated=country)
    low, high = LISTED_NAME_RANGE if known else (-math.inf, math.inf)
    share = min(max(score.weight, low), high) / score.weight if score.weight else 1.0
    found = [known] if known else []
    if people is not None:
        weight = SIZE * math.log((people + SMALLEST) / USUAL_SIZE)
        found.append(Evidence("size", "{people:,} people", {"people": people}, weight))
    if known is None or known.name != "exonym":  # an exonym has no sound to compare
        found += [e.scaled(share) for e in score.evidence]
    return found, later


def _ranked(
    pool: Sequence[Latin], pieces: Sequence[tuple[list[Evidence], bool]], limit: int
) -> tuple[NameMatch, ...]:
    """The best candidates; the chance that none is right is `1 - LISTED` before comparing."""
    weights = [sum(e.weight for e in evidence) for evidence, _ in pieces]
    prior = math.log(LISTED / len(pool))
    top = max(weights)
    total = (1 - LISTED) * math.exp(-prior - top) + sum(math.exp(w - top) for w in weights)
    order = sorted(range(len(pool)), key=lambda i: (-weights[i], pool[i].name))
    out = []
    for i in order[:limit]:
        chance = min(max(math.exp(weights[i] - top) / total, 1e-4), 1 - 1e-4)
        rest = math.log(chance / (1 - chance)) - prior - weights[i]
        evidence = (
            Evidence("prior", "one of {count} candidates", {"count": len(pool)}, prior),
            *pieces[i][0],
            Evidence("alternatives", "how well the other candidates fit", {}, rest),
        )
        relation = "renamed" if pieces[i][1] else "same"
        out.append(NameMatch(pool[i].name, pool[i].country, chance, relation, evidence))
    return tuple(out)


def _listed(zh: str, country: str | None) -> Iterator[tuple[Latin, int | None]]:
    """What the tables list under the name, inside the country if one is given."""
    name = place_name(zh, country)
    for entry in name.exonyms:
        if country in (None, entry.country):
            yield Latin(entry.latin[0], entry.country), None
    for place in reversed(name.places_there):  # of namesakes in one country the largest stays
        yield Latin(place.name, place.country), place.population
    for region in name.regions:
        if name.level or region.bare:
            yield Latin(region.en, region.iso), None


@dataclass(frozen=True)
class _Cities:
    """Cities prepared for ranking, with their inhabitants."""

    pool: NamePool
    people: dict[Latin, int]


@cache
def _cities(country: str | None) -> _Cities:
    """The cities of a country, or the large ones of all countries."""
    known = cities_of(country) if country else (c for c in all_cities() if c.people >= LARGE)
    found: dict[Latin, int] = {}
    for code, people, name in known:
        found.setdefault(Latin(name, code), people)
    return _Cities(NamePool.of(list(found)), found)
