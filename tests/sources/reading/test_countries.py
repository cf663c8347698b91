"""The country that a text states, wherever in it."""

from __future__ import annotations

import pytest

from reconcile.sources.inline import Flag, Inline
from reconcile.sources.reading.countries import (
    country_at_end,
    country_at_start,
    country_of,
    country_within,
    flag_country,
    may_be_partner,
    sure_country,
)


def test_a_whole_text() -> None:
    assert [c.iso if (c := country_of(t)) else None for t in ("日本", "Japan", "名古屋")] == [
        "JP",
        "JP",
        None,
    ]


def test_a_text_one_letter_away_is_not_sure() -> None:
    assert country_of("Germny") is not None
    assert sure_country("Germny") is None
    assert sure_country("Germany") is not None


@pytest.mark.parametrize(
    ("text", "iso", "rest"),
    [("日本草加市", "JP", "草加市"), ("墨西哥城", None, ""), ("草加市", None, "")],
)
def test_at_the_start(text: str, iso: str | None, rest: str) -> None:
    found = country_at_start(text)
    assert (found.country.iso if found else None) == iso
    assert found is None or text[found.span.end :] == rest


@pytest.mark.parametrize(
    ("text", "iso", "rest"),
    [
        ("Sheffield, England, United Kingdom", "GB", "Sheffield"),
        ("La Possession, Réunion, France", "RE", "La Possession"),
        ("Japan", None, ""),
    ],
)
def test_at_the_end(text: str, iso: str | None, rest: str) -> None:
    found = country_at_end(text)
    assert (found.country.iso if found else None) == iso
    assert found is None or text[: found.span.start] == rest


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Japan 日本", "JP"),
        ("日本（Japan）", "JP"),
        ("England, United Kingdom", "GB"),
        ("日本和德国", None),
        ("日本、德国", None),
        ("亚洲", None),
    ],
)
def test_among_other_words(text: str, iso: str | None) -> None:
    found = country_within(text)
    assert (found.iso if found else None) == iso


def test_flags_by_name_and_code() -> None:
    def flagged(name: str) -> Inline:
        return Inline("x", (0,), (), (), 0, 1, (Flag(0, "none", 0, 0), Flag(0, name, 0, 0)))

    found = [flag_country(flagged(name)) for name in ("日本", "GER", "Nowhere")]
    assert [c.iso if c else None for c in found] == ["JP", "DE", None]


def test_city_states() -> None:
    assert may_be_partner(country_of("新加坡"))
    assert not may_be_partner(country_of("日本"))
    assert not may_be_partner(None)
