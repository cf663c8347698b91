"""The home country: the places that the hosts of a list can be.

Any country can be the home country. One that `data/home/` has a table for is known down to its
counties and districts; of any other the gazetteer, the exonyms and the regions tell.
"""

from __future__ import annotations

from functools import cache

from reconcile.places.home.base import HomePlaces
from reconcile.places.home.from_gazetteer import GazetteerPlaces
from reconcile.places.home.from_table import tabled_countries, tabled_places

__all__ = ["HomePlaces", "load_home"]


@cache
def load_home(country: str) -> HomePlaces:
    """The places of `country`, an ISO 3166-1 alpha-2 code; read once per process."""
    return tabled_places(country) if country in tabled_countries() else GazetteerPlaces(country)
