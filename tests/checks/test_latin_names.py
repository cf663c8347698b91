"""Latin names of Chinese partners, from the tables alone."""

from __future__ import annotations

import pytest

from reconcile.checks.latin_names import latin_names
from tests.checks.runs import chinese, english, facts_of, record

EN = english("Kagoshima, Japan")


@pytest.mark.parametrize(
    ("partner", "known"),
    [
        ("美國芝加哥", ("Chicago", "US")),
        ("德國漢堡", ("Hamburg", "DE")),
        ("日本鹿兒島", ("Kagoshima", "JP")),
    ],
)
def test_a_known_partner_has_its_latin_name_and_country(
    partner: str, known: tuple[str, str]
) -> None:
    (row,) = facts_of(chinese(partner), EN).side("zh")[0].records
    assert next(latin_names(row)) == known


def test_a_name_of_two_countries_is_that_of_the_stated_one() -> None:
    facts = facts_of(chinese("英國劍橋", "美國劍橋"), EN)
    one, other = facts.side("zh")[0].records
    assert {country for _, country in latin_names(one)} == {"GB"}
    assert {country for _, country in latin_names(other)} == {"US"}


def test_what_no_table_has_has_no_latin_name() -> None:
    facts = facts_of(chinese("法國呂呂呂呂"), EN)
    assert list(latin_names(record(facts, "呂呂呂呂"))) == []
