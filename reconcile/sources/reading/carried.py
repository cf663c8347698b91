"""Countries stated once for the rows below them, as tables have them whose row spans were lost."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.places.cities import folded_cities
from reconcile.places.placename import place_name
from reconcile.scripts import fold
from reconcile.sources.reading.countries import country_of


def stated_above(countries: Sequence[str], names: Sequence[str]) -> list[int]:
    """For each row the one that states its country: itself, or the nearest above with one.

    An empty cell means the country above only where each country is stated once and most of the
    places without one are known there, and none is known elsewhere alone.

    Args:
        countries: what the cells of countries show.
        names: what those of the partners show.
    """
    own = list(range(len(countries)))
    above: list[int] = []
    for row in own:
        above.append(row if countries[row] or not above else above[-1])
    filled = [text for text in countries if text]
    empty = [row for row in own if not countries[row] and names[row]]
    if not empty or not countries[0] or len(set(filled)) < max(2, len(filled)):
        return own
    known = [_is_known(names[row], countries[above[row]]) for row in empty]
    return above if False not in known and 2 * known.count(True) >= len(known) else own


def _is_known(name: str, country: str) -> bool | None:
    """Whether a place is known in a country; None where it is not known at all."""
    named = country_of(country)
    if named is None:
        return False
    place = place_name(name, named.iso)
    elsewhere = {p.country for p in place.places} | {e.country for e in place.exonyms}
    if named.iso in elsewhere or place.regions:
        return True
    if not place.han and fold(name) in folded_cities(named.iso):
        return True
    return False if elsewhere else None
