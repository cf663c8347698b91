"""The places that share a name, and how a finding tells them apart."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.places.gazetteer import Place
from reconcile.places.placename import PlaceName

LARGER = 2.5
"""Of namesakes less unlike in people than this, none is the one that a name surely means."""
_SHOWN = 4
"""So many places are named in a sentence."""


def places_called(name: PlaceName) -> list[Place]:
    """The places anywhere that have the very name, or the name with 市, the largest first."""
    return [p for p in name.places if p.alias in (name.key, name.key + "市")]


def shown(places: Iterable[Place]) -> tuple[str, ...]:
    """The first of the places by name, country and size."""
    first = list(places)[:_SHOWN]
    return tuple(dict.fromkeys(f"{p.name} ({p.country}, {p.population:,})" for p in first))
