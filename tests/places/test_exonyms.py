"""Exonyms and renamed places: look-ups, and what every entry must have."""

import pytest

from reconcile.datafiles import rows
from reconcile.places.countries import find_code
from reconcile.places.exonyms import exonyms, renames
from reconcile.scripts import has_han, to_simplified

TABLE = list(rows("exonyms.tsv"))


@pytest.mark.parametrize(
    ("zh", "latin", "country", "kind"),
    [
        ("檀香山", "Honolulu", "US", "exonym"),
        ("三藩市", "San Francisco", "US", "exonym"),
        ("舊金山", "San Francisco", "US", "exonym"),
        ("翡冷翠", "Florence", "IT", "exonym"),
        ("伯力", "Khabarovsk", "RU", "exonym"),
        ("海參崴", "Vladivostok", "RU", "exonym"),
        ("泗水", "Surabaya", "ID", "exonym"),
        ("雪梨", "Sydney", "AU", "exonym"),
        ("三寶壟", "Semarang", "ID", "exonym"),
        ("金邊", "Phnom Penh", "KH", "exonym"),
        ("胡志明市", "Ho Chi Minh City", "VN", "exonym"),
        ("西貢", "Ho Chi Minh City", "VN", "renamed"),
        ("內爾斯普雷特", "Mbombela", "ZA", "renamed"),
        ("浦和市", "Saitama", "JP", "merged"),
        ("努爾蘇丹", "Astana", "KZ", "renamed"),
    ],
)
def test_exonyms(zh: str, latin: str, country: str, kind: str) -> None:
    assert (latin, country, kind) in [(e.latin[0], e.country, e.kind) for e in exonyms(zh)]


@pytest.mark.parametrize(
    ("latin", "country", "year"),
    [
        ("Bangalore", "IN", 2014),
        ("Bengaluru", "IN", 2014),
        ("Nelspruit", "ZA", 2009),
        ("Urawa", "JP", 2001),
        ("Young Shire", "AU", 2016),
        ("Dnipropetrovsk", "UA", 2016),
        ("Moreland", "AU", 2022),
        ("Saigon", "VN", 1976),
        ("Rangoon", "MM", 1989),
        ("Ōmiya", "JP", 2001),
    ],
)
def test_renames(latin: str, country: str, year: int) -> None:
    assert year in [e.year for e in renames(latin, country)]
    assert renames(latin, "FR") == ()


def test_todays_names_of_renamed_places_are_no_renames() -> None:
    for zh in ("東京", "聖彼得堡", "阿斯塔納", "雅加達"):
        assert [e for e in exonyms(zh) if e.kind != "exonym"] == []


def test_table() -> None:
    seen = set()
    for row in TABLE:
        assert find_code(row["country"]) is not None
        assert row["source"].endswith((".", ")")), row
        assert row["kind"] in ("exonym", "renamed", "merged")
        assert to_simplified(row["zh"]) == row["zh"]
        assert row["zh"] or row["former"]
        assert row["former"] or row["kind"] == "exonym"
        assert not has_han(row["latin"] + row["former"])
        assert not row["year"] or 1800 < int(row["year"]) < 2100
        for zh in row["zh"].split("|"):
            key = (zh, row["latin"], row["country"])
            assert not zh or key not in seen, key
            seen.add(key)
