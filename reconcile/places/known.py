"""What the tables know of a Chinese name and a Latin one: exonyms, renames, regions, GeoNames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.evidence import Evidence
from reconcile.places.cities import is_city
from reconcile.places.exonyms import Exonym
from reconcile.places.former import formers
from reconcile.places.placename import PlaceName, place_name
from reconcile.places.seats import counterparts
from reconcile.scripts import fold
from reconcile.weights import EXONYM, IN_GAZETTEER, IN_GAZETTEER_ALONE, REGION, SEAT

_REGION = "region "
LISTINGS = ("exonym", "gazetteer", "region", "seat")
"""What evidence that a table has two names together is called."""
SOUNDLESS = ("exonym", "seat")
"""Evidence of names that need not sound alike: their sound tells nothing."""
BROAD = {"region", "county"}
"""Levels of areas and not of cities."""


def known_pair(
    names: Sequence[str],
    latin: Iterable[str],
    country: str | None,
    *,
    stated: str | None = None,
    curated: bool = True,
) -> tuple[Evidence | None, bool]:
    """What the tables say of a pair of names.

    Args:
        names: Chinese names of one place; the first is the one displayed.
        latin: Latin names of one place, the first the usual one.
        country: ISO code of the country the Latin name is in: look-ups never leave it.
        stated: the country stated beside the Chinese name, if any.
        curated: False leaves out every table written by hand.

    Returns:
        The evidence, if any table has the pair, and whether the Latin name is a later one.
    """
    latin = [x for x in latin if x]
    if not latin:
        return None, False
    forms = _forms(latin, country, curated=curated)
    if curated:
        for name in names:
            for entry in place_name(name).exonyms:
                if entry.country == country and (found := _exonym(name, entry, forms)):
                    return found
    listed = _in_gazetteer(names, country, forms, stated)
    region = _same_region(names, latin[0], country) if curated else None
    if region and (listed is None or place_name(names[0], country).kind in BROAD):
        return region, False
    if listed is None and curated:
        successor = _successor(names, country, forms)
        return successor if successor[0] else (_seat(names, country, forms), False)
    return listed, False


def listed_keys(names: Iterable[str], *, curated: bool) -> set[tuple[str, str | None]]:
    """What the tables have under some Chinese names, for finding it among many Latin ones.

    `known_pair` says nothing of a pair whose Latin name has none of these as a `listing_keys`.
    """
    found: set[tuple[str, str | None]] = set()
    for name in map(place_name, names):
        found |= {(fold(p.name), p.country) for p in name.places}
        if curated:
            found |= {(fold(f.now), f.country) for f in formers(name.text)}
            entries = name.exonyms
            found |= {(fold(x), e.country) for e in entries for x in (*e.latin, *e.former)}
            found |= {(_REGION + r.en, r.iso) for r in name.regions}
            found |= {(fold(x), c.country) for c in counterparts(name) for x in c.latin}
    return found


def listing_keys(
    latin: Sequence[str], country: str | None, *, curated: bool
) -> set[tuple[str, str | None]]:
    """What one place may be listed under, by its Latin names."""
    found = {(form, country) for form in _forms(latin, country, curated=curated)}
    if curated:
        found |= {(_REGION + r.en, r.iso) for r in place_name(latin[0], country).regions}
    return found


def _forms(latin: Sequence[str], country: str | None, *, curated: bool) -> frozenset[str]:
    """Folded spellings under which the place may be listed."""
    names = {*latin, place_name(latin[0], country).stem}
    if not curated:
        return frozenset(map(fold, names))
    others = (place_name(x, country).other_names for x in names)
    return frozenset(map(fold, (*names, *(n for other in others for n in other))))


def _exonym(name: str, entry: Exonym, forms: frozenset[str]) -> tuple[Evidence, bool] | None:
    if any(fold(x) in forms for x in entry.latin):
        return (_established if entry.kind == "exonym" else _later)(name, entry)
    if any(fold(x) in forms for x in entry.former):
        params = {"name": name, "former": entry.former[0]}
        return Evidence("exonym", "{name} is {former}", params, EXONYM), False
    return None


def _established(name: str, entry: Exonym) -> tuple[Evidence, bool]:
    params = {"name": name, "latin": entry.latin[0]}
    return Evidence("exonym", "{name} is an established name of {latin}", params, EXONYM), False


def _later(name: str, entry: Exonym) -> tuple[Evidence, bool]:
    former = entry.former[0] if entry.former else name
    params = {"name": name, "former": former, "latin": entry.latin[0], "year": entry.year or ""}
    verb = "renamed" if entry.kind == "renamed" else "merged into"
    template = f"{{name}} is {{former}}, {verb} {{latin}}" + " in {year}" * bool(entry.year)
    return Evidence("exonym", template, params, EXONYM), True


def _successor(
    names: Sequence[str], country: str | None, forms: frozenset[str]
) -> tuple[Evidence | None, bool]:
    """A name of old, and that of the place which it became or became a part of."""
    for name in names:
        for entry in formers(name):
            if entry.country == country and fold(entry.now) in forms:
                params = {"name": name, "latin": entry.now, "year": entry.year or ""}
                verb = "was renamed" if entry.change == "renamed" else "became part of"
                template = f"{{name}} {verb} {{latin}} in {{year}}"
                return Evidence("exonym", template, params, EXONYM), True
    return None, False


def _in_gazetteer(
    names: Sequence[str], country: str | None, forms: frozenset[str], stated: str | None
) -> Evidence | None:
    for name in names:
        for place in place_name(name).places:
            if place.country == country and fold(place.name) in forms:
                return Evidence(
                    "gazetteer",
                    "{name}: GeoNames lists it among the names of {place} ({country})",
                    {"name": name, "place": place.name, "country": country},
                    IN_GAZETTEER if stated == country else IN_GAZETTEER_ALONE,
                )
    return None


def _same_region(names: Sequence[str], latin: str, country: str | None) -> Evidence | None:
    there = {(r.iso, r.en) for r in place_name(latin, country).regions}
    for name in names:
        for region in place_name(name, country).regions:
            if (region.iso, region.en) in there:
                params = {"name": name, "kind": region.kind, "region": region.en}
                return Evidence(
                    "region",
                    "{name} is the {kind} {region} ({country})",
                    {**params, "country": region.iso},
                    REGION,
                )
    return None


def _seat(names: Sequence[str], country: str | None, forms: frozenset[str]) -> Evidence | None:
    for name in names:
        for other in counterparts(place_name(name)):
            if other.country == country and any(fold(x) in forms for x in other.latin):
                params = {"name": name, "other": other.latin[0]}
                if other.is_seat:
                    return Evidence("seat", "{name} is the seat of {other}", params, SEAT)
                return Evidence("seat", "the seat of {name} is {other}", params, SEAT)
    return None


def is_known(latin: PlaceName) -> bool:
    """Whether a city or division of a Latin name's country, or of any, has the very name."""
    cities = (latin.text, f"{latin.text} City")
    return bool(latin.regions) or any(is_city(x, latin.country) for x in cities)
