"""The letter pairs to expect in the rendering of a Chinese name."""

from __future__ import annotations

import numpy as np
import pytest

from reconcile.names.channel import group_of
from reconcile.names.model import NameModel
from reconcile.names.profile import (
    PairTable,
    Profile,
    background_of,
    count_keys,
    pair_indices,
    prune,
)


def scores(profile: Profile, zh: str, country: str, names: list[str]) -> list[float]:
    tables = profile.tables_of(zh, group_of(country))
    weights, letters = profile.weights(zh, tables)
    table = PairTable.of(names)
    found = table.score(np.stack([weights]), np.array([letters]), np.zeros(len(names), np.int64))
    return [float(x) for x in found]


@pytest.mark.parametrize(
    ("zh", "country", "right"), [("贝尔格莱德", "RS", "belgrade"), ("西雅图", "US", "seattle")]
)
def test_the_letters_of_the_right_name_are_expected(zh: str, country: str, right: str) -> None:
    names = [right, "kumamoto", "gdansk", "hue"]
    found = scores(NameModel.load().trained.profile, zh, country, names)
    assert found[0] == max(found)
    assert found[0] > 0


def test_some_rows_of_a_table_score_as_in_the_whole() -> None:
    profile = NameModel.load().trained.profile
    names = ["belgrade", "seattle", "hue"]
    weights, letters = profile.weights("贝尔格莱德", profile.tables_of("贝尔格莱德", "other"))
    whole = PairTable.of(names)
    some = whole.of_rows(np.array([2, 0]))
    args = np.stack([weights]), np.array([letters])
    all_of_them = whole.score(*args, np.zeros(3, np.int64))
    assert some.score(*args, np.zeros(2, np.int64)).tolist() == pytest.approx(
        [all_of_them[2], all_of_them[0]]
    )


def test_pairs_reach_over_both_ends() -> None:
    assert len(pair_indices("abc")) == 4
    assert pair_indices("abc") != pair_indices("acb")


def test_rare_runs_are_left_out() -> None:
    counts = {"贝": {"be": 9.0, "x": 0.001}}
    kept = prune(counts)
    assert "be" in kept["贝"]
    assert "x" not in kept["贝"]
    assert count_keys("贝", "RS")[0] == "syllable:bei"
    assert background_of(["aaa"]).sum() > 0
