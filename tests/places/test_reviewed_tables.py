"""The reviewed tables about names: their form."""

from __future__ import annotations

import pytest

from reconcile.datafiles import rows
from reconcile.places.countries import code_of
from reconcile.places.usage import REGIONS
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


def test_a_damaged_character_is_never_the_right_one_of_another() -> None:
    wrong = [row["wrong"] for row in rows("damaged.tsv")]
    assert len(wrong) == len(set(wrong))
    assert not {row["right"] for row in rows("damaged.tsv")} & set(wrong)
    for row in rows("damaged.tsv"):
        assert to_simplified(row["wrong"]) == to_simplified(row["right"]), row


def test_namesakes_are_several() -> None:
    assert all(len(set(row["places"].split("|"))) > 1 for row in rows("namesakes.tsv"))
