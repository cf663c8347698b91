"""A name understood once: what it says by itself, and in a country."""

from __future__ import annotations

import pytest

from reconcile.places.placename import PlaceName, place_name


def test_one_name_in_one_country_is_one_value() -> None:
    assert place_name("薩馬拉州", "RU") is place_name("薩馬拉州", "RU")
    assert place_name("薩馬拉州", "RU").in_country("RU") is place_name("薩馬拉州", "RU")
    assert place_name("薩馬拉州", "RU").in_country("KZ") is place_name("薩馬拉州", "KZ")
    assert place_name("薩馬拉州") == PlaceName("薩馬拉州")


@pytest.mark.parametrize(
    ("text", "country", "stem", "kind"),
    [
        ("薩馬拉州", "RU", "薩馬拉", "region"),
        ("墨西哥市", "MX", "墨西哥市", None),
        ("四日市", "JP", "四日市", None),
        ("大野町 (岐阜縣)", "JP", "大野", "town"),
        ("Canton of Bern", "CH", "Bern", "region"),
        ("Köln", "DE", "Köln", None),
        ("Cebu City", "PH", "Cebu", "city"),
    ],
)
def test_level(text: str, country: str, stem: str, kind: str | None) -> None:
    name = place_name(text, country)
    assert (name.stem, name.kind) == (stem, kind)
    assert name.bare.text == stem


def test_parent() -> None:
    assert (place_name("首爾鍾路區", "KR").parent, place_name("首爾鍾路區", "KR").part) == (
        "首爾",
        "鍾路區",
    )
    assert place_name("大阪狹山市", "JP").parent is None
    assert place_name("Dong (Daegu)", "KR").parent == "Daegu"


def test_what_the_tables_know() -> None:
    saint_paul = place_name("聖保羅", "US")
    assert {p.country for p in saint_paul.places} >= {"US", "BR"}
    assert {p.country for p in saint_paul.places_there} == {"US"}
    assert {p.country for p in place_name("聖保羅").places_there} >= {"US", "BR"}
    assert [r.en for r in place_name("加利福尼亞州", "US").regions] == ["California"]
    assert place_name("加利福尼亞州", "BR").regions == ()
    assert [e.latin[0] for e in place_name("檀香山").exonyms] == ["Honolulu"]
    assert "Köln" in place_name("Cologne", "DE").other_names


def test_a_country_is_named_by_the_whole_text() -> None:
    country = place_name("日本").named_country
    assert country is not None
    assert country.iso == "JP"
    assert place_name("日本橋").named_country is None
    indonesia = place_name("印尼").country_in("simplified")
    assert indonesia is not None
    assert indonesia.standard == "印度尼西亚"


def test_scripts() -> None:
    name = place_name("裏約熱內盧")
    assert (name.han, name.script, name.simple) == (True, "traditional", "里约热内卢")
    assert place_name("聖-保羅").key == "圣保罗"
    assert place_name("Xi'an").folded == "xian"
