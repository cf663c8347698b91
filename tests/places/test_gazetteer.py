"""The gazetteer: look-ups, and the shape of the built table."""

import hashlib
from importlib.resources import files

import pytest

from reconcile.places.gazetteer import alias_key, aliases, beginning_with, lookup, named, places_of

DATA = files("reconcile").joinpath("data", "gazetteer.tsv").read_bytes()
LINES = DATA.decode("utf-8").splitlines()


@pytest.mark.parametrize(
    ("zh", "name", "country"),
    [
        ("貝爾格萊德", "Belgrade", "RS"),
        ("贝尔格莱德", "Belgrade", "RS"),
        ("科隆", "Köln", "DE"),
        ("克盧日-納波卡", "Cluj-Napoca", "RO"),
        ("克卢日·纳波卡", "Cluj-Napoca", "RO"),
        ("裏約熱內盧", "Rio de Janeiro", "BR"),
        ("岡山市", "Okayama", "JP"),
        ("広島", "Hiroshima", "JP"),
        ("東京", "Tokyo", "JP"),
        ("檀香山", "Honolulu", "US"),
        ("水原市", "Suwon", "KR"),
        ("澳門", "Macau", "MO"),
        ("耶夫勒市", "Gävle", "SE"),
    ],
)
def test_lookup(zh: str, name: str, country: str) -> None:
    places = lookup(zh)
    assert (name, country) in [(p.name, p.country) for p in places]
    assert all(p.alias == alias_key(p.alias) for p in places)


def test_largest_first() -> None:
    populations = [p.population for p in lookup("里士滿")]
    assert len(populations) > 3
    assert populations == sorted(populations, reverse=True)


def test_homographs_in_several_countries() -> None:
    assert {"US", "BR"} <= {p.country for p in lookup("聖保羅")}


@pytest.mark.parametrize("text", ["", "Lyon", "市", "沒有這個地方", "．"])
def test_nothing(text: str) -> None:
    assert lookup(text) == ()


def test_every_line_is_found() -> None:
    """The first, the last and every 97th line, so that the bisection meets all parts."""
    for line in [*LINES[::97], LINES[-1]]:
        alias, number, *_ = line.split("\t")
        assert int(number) in [p.id for p in lookup(alias)], alias


def test_table_is_sorted_and_clean() -> None:
    encoded = [line.encode("utf-8") for line in LINES]
    assert encoded == sorted(set(encoded))
    assert DATA.endswith(b"\n")
    assert len(DATA) < 4_500_000
    for line in LINES[::53]:
        alias, number, name, country, _, population = line.split("\t")
        assert alias == alias_key(alias)
        assert number.isdigit()
        assert population.isdigit()
        assert name == name.strip() != ""
        assert len(country) == 2


def test_table_is_the_one_described() -> None:
    """`README.md` states the hash that the build prints."""
    readme = files("reconcile").joinpath("data", "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(DATA).hexdigest() in readme


def test_by_latin_name_and_by_beginning() -> None:
    assert {p.country for p in named("Perth", "AU")} == {"AU"}
    assert {p.name for p in beginning_with("龐卡", "US")} == {"Ponca City"}


def test_all_names_and_those_of_a_country() -> None:
    everything = list(aliases())
    assert everything == sorted(everything, key=lambda found: found[0].encode())
    icelandic = list(places_of("IS"))
    assert len(icelandic) == sum(country == "IS" for _, country in everything)
    assert ("雷克雅未克", "Reykjavík") in {(p.alias, p.name) for p in icelandic}
