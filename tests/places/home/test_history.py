"""What is known of a home country beside its places."""

from __future__ import annotations

from datetime import date

from reconcile.places.home.history import earliest, official_order


def test_provinces_have_their_official_order() -> None:
    order = official_order("CN")
    assert order["beijing"] < order["tianjin"] < order["hebei"] < order["xinjiang"]
    assert len(order) >= 31


def test_since_when_there_can_be_agreements() -> None:
    since = earliest("CN")
    assert since["*"] == date(1973, 6, 24)
    assert since["ZA"] == date(1998, 1, 1)
    assert all(isinstance(day, date) for day in since.values())


def test_a_country_without_tables_has_neither() -> None:
    assert official_order("IS") == {}
    assert earliest("IS") == {}
