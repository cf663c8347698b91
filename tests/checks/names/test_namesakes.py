"""The places of one name."""

from __future__ import annotations

from reconcile.checks.names.namesakes import places_called, shown
from reconcile.places.gazetteer import Place
from reconcile.places.placename import place_name


def place(number: int, people: int) -> Place:
    return Place(number, f"Place {number}", "US", "", people, "某地")


def test_only_places_of_the_very_name_count() -> None:
    found = places_called(place_name("劍橋"))
    assert {p.country for p in found} >= {"GB", "US"}
    assert {p.alias for p in found} <= {"剑桥", "剑桥市"}
    assert [p.population for p in found] == sorted((p.population for p in found), reverse=True)


def test_a_name_with_its_level_is_not_that_of_the_bare_name() -> None:
    bare = {p.alias for p in places_called(place_name("薩馬拉"))}
    assert "萨马拉州" not in bare


def test_four_places_are_shown_with_country_and_size() -> None:
    assert shown([place(1, 1234567)]) == ("Place 1 (US, 1,234,567)",)
    assert len(shown([place(n, 0) for n in range(9)])) == 4
    assert shown([place(1, 5), place(1, 5)]) == ("Place 1 (US, 5)",)
