"""Which country a list is about, told from the names of its hosts."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reconcile.places.cities import all_cities
from reconcile.places.placename import place_name
from reconcile.scripts import fold

LOOKED_AT = 200
"""So many hosts of each side are looked at: more tell no more."""
SHARE = 0.35
"""The least share of the hosts that must speak for a country, weighed by how clearly they do."""
LEAD = 2.0
"""How far it must be ahead of the next one."""
REGION = 300.0
"""A division counts like a city of some 90,000 people."""
_AFTER = re.compile(r"\s*(?:,|\s[–—-]\s|[(（]).*$")


def guess_home(zh_hosts: Sequence[str], en_hosts: Sequence[str]) -> str | None:
    """The home country of two lists, or None where their hosts do not decide.

    Args:
        zh_hosts: hosts of the Chinese list; may be empty.
        en_hosts: hosts of the English list; may be empty.

    Returns:
        Its ISO 3166-1 alpha-2 code.
    """
    sides = [_shares(map(_of_chinese, zh_hosts[:LOOKED_AT]))] if zh_hosts else []
    named = [_AFTER.sub("", host) for host in en_hosts[:LOOKED_AT]]
    cities = _cities(frozenset(map(fold, named)))
    sides += [_shares(_of_english(name, cities) for name in named)] if named else []
    total: dict[str, float] = defaultdict(float)
    for side in sides:
        for country, share in side.items():
            total[country] += share / len(sides)
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < SHARE:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
        return None
    return ranked[0][0]


def _shares(votes: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Country → the share of the hosts that speak for it; each host has one vote to divide."""
    found: dict[str, float] = defaultdict(float)
    count = 0
    for vote in votes:
        count += 1
        total = sum(vote.values())
        for country, weight in vote.items():
            found[country] += weight / total
    return {country: weight / count for country, weight in found.items()}


def _of_chinese(host: str) -> dict[str, float]:
    """Country → how likely a Chinese name means a place of it: the square root of its size."""
    name = place_name(_AFTER.sub("", host))
    found: dict[str, float] = {}
    for place in name.places:
        found[place.country] = max(found.get(place.country, 0.0), _weight(place.population))
    for entry in name.exonyms:
        found.setdefault(entry.country, REGION)
    for region in name.regions:
        found[region.iso] = max(found.get(region.iso, 0.0), REGION)
    return found


def _of_english(name: str, cities: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    found = dict(cities.get(fold(name), {}))
    for region in place_name(name).regions:
        if region.bare:
            found[region.iso] = max(found.get(region.iso, 0.0), REGION)
    return found


def _weight(population: int) -> float:
    return math.sqrt(population + 1000)


def _cities(wanted: frozenset[str]) -> dict[str, dict[str, float]]:
    """Folded name of a city → country → weight, for the names that are wanted.

    Folding all 34,000 names of the table would take longer than reading a list does: only those
    are folded that begin as a wanted one, or with something that folding changes.
    """
    starts = {name[:3] for name in wanted}
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for country, people, name in all_cities():
        start = name[:3].lower()
        plain = start.isascii() and start.isalnum()
        if (start in starts or not plain) and (key := fold(name)) in wanted:
            found[key].setdefault(country, _weight(people))
    return found
