"""The table of cities: by country, by size, by name."""

from __future__ import annotations

from itertools import pairwise

from reconcile.places.cities import all_cities, cities_of, sizes, towns_of


def test_all_cities_are_the_cities_of_every_country() -> None:
    cities = list(all_cities())
    assert len(cities) > 30_000
    countries = dict.fromkeys(c.country for c in cities)
    assert list(countries) == sorted(countries)
    by_country = [city for country in countries for city in cities_of(country)]
    assert by_country == cities


def test_a_countrys_cities_come_by_size_and_none_is_lost() -> None:
    found = list(cities_of("IS"))
    assert found[0].name == "Reykjavík"
    assert {c.country for c in found} == {"IS"}
    assert all(a.people >= b.people for a, b in pairwise(found))
    assert list(cities_of("ZZ")) == []
    assert list(cities_of("")) == []


def test_towns_are_what_is_smaller_than_cities() -> None:
    towns = list(towns_of("IS"))
    assert "Selfoss" in {t.name for t in towns}
    assert max(t.people for t in towns) < 15_000 <= min(c.people for c in cities_of("IS"))
    assert list(towns_of("ZZ")) == []


def test_sizes_of_cities_of_one_name() -> None:
    found = sizes({("US", "Kansas City"), ("GB", "York"), ("ZZ", "York")}, 100_000)
    assert len(found["US", "Kansas City"]) == 2
    assert found.keys() == {("US", "Kansas City"), ("GB", "York")}
    assert found["US", "Kansas City"] == sorted(found["US", "Kansas City"], reverse=True)
    assert sizes({("GB", "York")}, 10_000_000) == {}
