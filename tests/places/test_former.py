"""What became of places that are no longer called so."""

from __future__ import annotations

import pytest

from reconcile.places.former import former


@pytest.mark.parametrize(
    ("name", "country", "now"),
    [
        ("洛林大區", "FR", "Grand Est"),
        ("浦和市", "JP", "Saitama"),
        ("Nelspruit", "ZA", "Mbombela"),
        ("斯維爾德洛夫斯克", "RU", "Yekaterinburg"),
        ("斯塔夫羅波爾", "RU", None),  # another city has the name today
        ("Sendai", "JP", None),  # as above
        ("洛林大區", "DE", None),
        ("巴黎", "FR", None),
        ("洛林大區", None, None),
    ],
)
def test_former_places(name: str, country: str | None, now: str | None) -> None:
    found = former(name, country)
    assert (found.now if found else None) == now


def test_what_became_of_it_and_when() -> None:
    found = former("浦和市", "JP")
    assert found is not None
    assert (found.change, found.year) == ("merged", 2001)
