"""Which country a list is about, told from the names of its hosts."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.places.cities import ROMANIZED_LEVEL, all_cities
from reconcile.places.country_in_text import country_suffix
from reconcile.places.endonyms import countries_with, other_names
from reconcile.places.home.base import AREAS
from reconcile.places.home.from_table import tabled_countries, tabled_places
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold, has_han

LOOKED_AT = 200
"""So many hosts of each side are looked at: more tell no more."""
SHARE = 0.35
"""The least share of the hosts that must speak for a country, weighed by how clearly they do."""
LEAD = 2.0
"""How far it must be ahead of the next one."""
REGION = 300.0
"""A division counts like a city of some 90,000 people."""
_AFTER = re.compile(r"(?<!\s)(?:\s*+[,(（]|\s++[–—-]\s).*$")


Votes = Mapping[str, Mapping[str, float]]
"""Name → ISO code of a country → how likely the name means a place of it."""


def votes_of(names: Iterable[str]) -> Votes:
    """The countries that names in Chinese or English speak for; none for what is no known place.

    All names are looked up at once: going through the cities of the world takes a while.
    """
    names = dict.fromkeys(names)
    heads = {name: _AFTER.sub("", name) for name in names if not has_han(name)}
    others = (o for head in heads.values() for _, o in _endonyms(head))
    cities = _cities(frozenset(map(fold, (*heads.values(), *others))))
    return {
        name: _of_english(name, heads[name], cities) if name in heads else _of_chinese(name)
        for name in names
    }


def guess_home(
    zh_hosts: Sequence[str],
    en_hosts: Sequence[str],
    votes: Votes | None = None,
    *,
    certain: bool = False,
) -> str | None:
    """The home country of two lists, or None where their hosts do not decide.

    Args:
        zh_hosts: hosts of the Chinese list; may be empty.
        en_hosts: hosts of the English list; may be empty.
        votes: what `votes_of` says of them, where that is known.
        certain: whether these are hosts beyond doubt; then the likeliest country is taken, however
            many have places of these names.

    Returns:
        Its ISO 3166-1 alpha-2 code.
    """
    sides = [hosts[:LOOKED_AT] for hosts in (zh_hosts, en_hosts) if hosts]
    votes = votes_of(host for side in sides for host in side) if votes is None else votes
    shares = [_shares(votes[host] for host in side) for side in sides]
    mean = {c: sum(s.get(c, 0.0) for s in shares) / len(shares) for s in shares for c in s}
    # What both sides may mean counts twice: 奈良 and Nara are of Japan, whatever else is a Nara.
    joint = {c: math.prod(s.get(c, 0.0) for s in shares) ** (1 / len(shares)) for c in mean}
    support = {c: mean[c] + joint[c] for c in mean}
    ranked = sorted(support, key=lambda c: (-support[c], c))
    if not ranked or (mean[ranked[0]] < SHARE and not certain):
        return None
    if len(ranked) > 1 and support[ranked[0]] < LEAD * support[ranked[1]] and not certain:
        return None
    return ranked[0]


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
    if divisions := [code for code in tabled_countries() if _is_area(name, code)]:
        return dict.fromkeys(divisions, REGION)  # 云南省 is no 云南市
    found: dict[str, float] = {}
    for place in name.places:
        found[place.country] = max(found.get(place.country, 0.0), _weight(place.population))
    for entry in name.exonyms:
        found.setdefault(entry.country, REGION)
    for region in name.regions:
        found[region.iso] = max(found.get(region.iso, 0.0), REGION)
    return found


def _is_area(name: PlaceName, country: str) -> bool:
    """Whether a name is the full one of a division of a country that has a table."""
    found = tabled_places(country).find(name.text) if name.level else ()
    return any(p.full == name.simple and p.level in AREAS for p in found)


def _of_english(
    whole: str, name: str, cities: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """The same for an English name; what it is said to lie in decides: Toruń, Poland."""
    if stated := country_suffix(whole):
        return {stated[0].iso: REGION}
    found = dict(cities.get(fold(name), {}))
    for country, other in _endonyms(name):
        if weight := cities.get(fold(other), {}).get(country):
            found[country] = max(found.get(country, 0.0), weight)
    inside = whole.rpartition(",")[2].strip() if "," in whole else ""
    there = {r.iso for r in place_name(inside).regions} & set(found) if inside else set()
    if there:
        return {country: found[country] for country in there}
    for region in place_name(name).regions:
        if region.bare:
            found[region.iso] = max(found.get(region.iso, 0.0), REGION)
    return found


def _endonyms(name: str) -> Iterator[tuple[str, str]]:
    """Other Latin names of places that are called so, each with its country: Köln of Cologne."""
    for country in countries_with(name):
        yield from ((country, other) for other in other_names(name, country))


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
        if (start in starts or not plain) and (
            key := fold(ROMANIZED_LEVEL.sub("", name))
        ) in wanted:
            found[key].setdefault(country, _weight(people))
    return found
