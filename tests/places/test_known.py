"""What the tables say of a pair of names."""

from __future__ import annotations

import pytest

from reconcile.places.known import known_pair, listed_keys, listing_keys


@pytest.mark.parametrize(
    ("zh", "latin", "country", "kind", "later"),
    [
        ("聖保羅", "Saint Paul", "US", "gazetteer", False),
        ("檀香山", "Honolulu", "US", "exonym", False),
        ("內爾斯普雷特", "Mbombela", "ZA", "exonym", True),
        ("內爾斯普雷特", "Nelspruit", "ZA", "exonym", False),
        ("加利福尼亞州", "California", "US", "region", False),
        ("科隆", "Köln", "DE", "gazetteer", False),
    ],
)
def test_a_listed_pair(zh: str, latin: str, country: str, kind: str, later: bool) -> None:
    evidence, is_later = known_pair([zh], [latin], country, stated=country)
    assert evidence is not None
    assert (evidence.name, is_later) == (kind, later)
    assert evidence.weight > 0
    assert zh in evidence.detail
    assert listed_keys([zh], curated=True) & listing_keys([latin], country, curated=True)


@pytest.mark.parametrize(
    ("zh", "latin", "country"),
    [
        ("聖保羅", "Saint Paul", "BR"),
        ("聖保羅", "Minneapolis", "US"),
        ("檀香山", "Honolulu", None),
        ("加利福尼亞州", "Nevada", "US"),
    ],
)
def test_no_pair(zh: str, latin: str, country: str | None) -> None:
    assert known_pair([zh], [latin], country) == (None, False)


def test_without_a_stated_country_a_namesake_is_not_ruled_out() -> None:
    stated, _ = known_pair(["聖保羅"], ["Saint Paul"], "US", stated="US")
    alone, _ = known_pair(["聖保羅"], ["Saint Paul"], "US")
    assert stated is not None
    assert alone is not None
    assert alone.weight < stated.weight


def test_what_is_written_by_hand_can_be_left_out() -> None:
    assert known_pair(["屋崙"], ["Oakland"], "US", curated=False)[0] is None
    assert known_pair(["加利福尼亞州"], ["California"], "US", curated=False)[0] is None
    assert known_pair(["聖保羅"], [""], "US") == (None, False)
