"""English names beside local and older ones."""

from __future__ import annotations

from reconcile.places.endonyms import other_names


def test_each_name_of_a_place_leads_to_the_others() -> None:
    assert "Köln" in other_names("Cologne", "DE")
    assert "Cologne" in other_names("Köln", "DE")
    assert "Cologne" in other_names("Koln", "DE")
    assert "Köln" not in other_names("Köln", "DE")


def test_only_in_its_country() -> None:
    assert other_names("Cologne", "US") == ()
    assert other_names("Cologne", None) == ()
