"""Areas and their seats."""

from __future__ import annotations

import pytest

from reconcile.datafiles import rows
from reconcile.places.countries import find_code
from reconcile.places.known import known_pair, listed_keys, listing_keys


@pytest.mark.parametrize(
    ("zh", "latin", "country", "detail"),
    [
        ("首都地區", "Canberra", "AU", "the seat of 首都地區 is Canberra"),
        ("坎培拉", "Australian Capital Territory", "AU", None),
        ("額爾登特", "Orkhon", "MN", "額爾登特 is the seat of Orkhon"),
        ("鄂爾渾省", "Erdenet", "MN", "the seat of 鄂爾渾省 is Erdenet"),
        ("赫維灣", "Fraser Coast", "AU", "赫維灣 is the seat of Fraser Coast"),
        ("德班", "eThekwini", "ZA", "德班 is the seat of eThekwini"),
    ],
)
def test_one_may_be_put_for_the_other(
    zh: str, latin: str, country: str, detail: str | None
) -> None:
    found, later = known_pair([zh], [latin], country)
    assert found is not None
    assert (found.name, later) == ("seat", False)
    assert detail in (None, found.detail)
    assert listed_keys([zh], curated=True) & listing_keys([latin], country, curated=True)
    assert known_pair([zh], [latin], country, curated=False)[0] is None


@pytest.mark.parametrize(
    ("zh", "latin", "country"),
    [
        ("首都地區", "Copenhagen", "DK"),
        ("額爾登特", "Darkhan", "MN"),
        ("首都地區", "Canberra", None),
    ],
)
def test_others_are_not_known(zh: str, latin: str, country: str | None) -> None:
    assert known_pair([zh], [latin], country)[0] is None


def test_a_name_of_the_place_itself_comes_first() -> None:
    assert known_pair(["德班"], ["Durban"], "ZA")[0] != known_pair(["德班"], ["eThekwini"], "ZA")[0]
    found = known_pair(["額爾登特"], ["Erdenet"], "MN")[0]
    assert found is not None
    assert found.name == "gazetteer"


def test_every_row_has_its_country_and_source() -> None:
    for row in rows("seats.tsv"):
        assert find_code(row["country"]), row
        assert all((row["area"], row["seat"], row["source"])), row
        assert row["area"] not in row["seat"].split("|"), row
