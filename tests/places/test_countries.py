"""Countries by name and code, and what belongs to what."""

import pytest

from reconcile.datafiles import rows
from reconcile.places.countries import (
    code_of,
    find_code,
    is_continent,
    related,
    territory_of,
)

ISOS = sorted({row["iso2"] for row in rows("codes.tsv")})
IOC = {row["iso2"]: row["ioc"] for row in rows("codes.tsv") if row["ioc"]}


@pytest.mark.parametrize(
    ("code", "iso", "schemes"),
    [
        ("GER", "DE", {"ioc", "fifa"}),
        ("DEU", "DE", {"iso3"}),
        ("DEN", "DK", {"ioc", "fifa"}),
        ("DNK", "DK", {"iso3"}),
        ("RSA", "ZA", {"ioc", "fifa"}),
        ("SUI", "CH", {"ioc", "fifa"}),
        ("JPN", "JP", {"iso3", "ioc", "fifa"}),
        ("REU", "RE", {"iso3"}),
        ("ALA", "AX", {"iso3"}),
        ("PYF", "PF", {"iso3"}),
        ("ENG", "GB", {"fifa"}),
        ("SCO", "GB", {"fifa"}),
        ("WAL", "GB", {"fifa"}),
        ("NIR", "GB", {"fifa"}),
        ("BRN", "BN", {"iso3"}),
        ("us", "US", {"iso2"}),
    ],
)
def test_codes(code: str, iso: str, schemes: set[str]) -> None:
    found = find_code(code)
    assert found is not None
    assert (found.iso, set(found.schemes)) == (iso, schemes)


def test_code_of_two_countries() -> None:
    bahrain = find_code("BRN", country="BH")
    assert bahrain is not None
    assert (bahrain.iso, set(bahrain.schemes)) == ("BH", {"ioc"})
    assert find_code("XYZ") is None
    assert code_of("DE", "ioc") == "GER"
    assert code_of("RE", "ioc") is None


def test_code_table_is_complete() -> None:
    assert len(ISOS) == 250
    assert len(IOC) == len(set(IOC.values())) == 206
    iso3 = [row["iso3"] for row in rows("codes.tsv") if row["iso3"]]
    assert len(iso3) == len(set(iso3)) == 250


def test_territories() -> None:
    assert related("RE", "FR")
    assert related("FR", "RE")
    assert related("GB", "GB")
    assert not related("RE", "GP")
    assert not related("JP", "KR")
    assert territory_of("FO") == "DK"
    assert territory_of("FR") is None


@pytest.mark.parametrize("text", ["亞洲", "欧洲", "北美洲", "大洋洲", "非洲", "Europe"])
def test_continents(text: str) -> None:
    assert is_continent(text)
    assert not is_continent("日本")
