"""The reviewed tables about names: their form, and what is looked up in them."""

from __future__ import annotations

import pytest

from reconcile.datafiles import rows
from reconcile.places.cities import sizes
from reconcile.places.countries import code_of
from reconcile.places.former import former
from reconcile.places.gazetteer import beginning_with, named
from reconcile.places.usage import REGIONS, usage_for, usage_of
from reconcile.scripts import to_simplified

SIMPLIFIED = [
    ("usage.tsv", REGIONS),
    ("former.tsv", ("zh", "now_zh")),
    ("words.tsv", ("names",)),
]


@pytest.mark.parametrize(("table", "columns"), SIMPLIFIED)
def test_chinese_names_are_simplified(table: str, columns: tuple[str, ...]) -> None:
    names = [name for row in rows(table) for c in columns for name in row[c].split("|")]
    assert names
    assert [n for n in names if to_simplified(n) != n or not n] == []


@pytest.mark.parametrize(
    "table", ["usage.tsv", "former.tsv", "namesakes.tsv", "words.tsv", "exonyms.tsv"]
)
def test_countries_are_iso_codes(table: str) -> None:
    anywhere = {"*"} if table == "words.tsv" else set()
    countries = {r["country"] for r in rows(table)} - anywhere
    assert {c for c in countries if code_of(c, "iso2") is None} == set()


def test_every_row_says_what_it_rests_on() -> None:
    for table in ("former.tsv", "damaged.tsv"):
        assert all(row["source"] for row in rows(table))


def test_a_usage_differs_between_regions_and_is_found_by_each_name() -> None:
    for row in rows("usage.tsv"):
        written = [frozenset(row[region].split("|")) for region in REGIONS]
        assert len(set(written)) > 1, row
        for name in frozenset().union(*written):
            found = usage_of(name, row["country"])
            assert found is not None
            assert found.regions_of(name), name


def test_no_name_stands_for_two_places_of_a_country() -> None:
    names = [
        (row["country"], name)
        for row in rows("usage.tsv")
        for name in {n for region in REGIONS for n in row[region].split("|")}
    ]
    assert len(names) == len(set(names))


def test_a_damaged_character_is_never_the_right_one_of_another() -> None:
    wrong = [row["wrong"] for row in rows("damaged.tsv")]
    assert len(wrong) == len(set(wrong))
    assert not {row["right"] for row in rows("damaged.tsv")} & set(wrong)
    for row in rows("damaged.tsv"):
        assert to_simplified(row["wrong"]) == to_simplified(row["right"]), row


def test_namesakes_are_several() -> None:
    assert all(len(set(row["places"].split("|"))) > 1 for row in rows("namesakes.tsv"))


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


def test_usage_by_english_name() -> None:
    found = usage_for("Florence", "IT")
    assert found is not None
    assert found.usual == ("佛罗伦萨", "佛罗伦斯")
    assert usage_for("Florence", "US") is None


def test_the_gazetteer_by_latin_name_by_beginning_and_by_size() -> None:
    assert {p.country for p in named("Perth", "AU")} == {"AU"}
    assert {p.name for p in beginning_with("龐卡", "US")} == {"Ponca City"}
    found = sizes({("US", "Kansas City"), ("GB", "York"), ("ZZ", "York")}, 100_000)
    assert len(found["US", "Kansas City"]) == 2
    assert found.keys() == {("US", "Kansas City"), ("GB", "York")}
