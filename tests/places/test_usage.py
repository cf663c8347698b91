"""Names that the Chinese-speaking regions write in different ways."""

from __future__ import annotations

from reconcile.datafiles import rows
from reconcile.places.usage import REGIONS, usage_for, usage_of


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


def test_usage_by_english_name() -> None:
    found = usage_for("Florence", "IT")
    assert found is not None
    assert found.usual == ("佛罗伦萨", "佛罗伦斯")
    assert usage_for("Florence", "US") is None
