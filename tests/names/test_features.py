"""What is measured of a pair of names."""

from __future__ import annotations

import numpy as np
import pytest

from reconcile.names.features import FEATURES, Measures, features, reading_scores
from reconcile.names.pool import Sounds

COLUMN = {name: n for n, (name, _) in enumerate(FEATURES)}


def test_a_reading_is_exact_close_or_none() -> None:
    names = ["Kagoshima", "Kagashima", "Seattle"]
    similarity, exact = reading_scores("鹿兒島", Sounds.one("JP", 3), names)
    assert similarity[0] == 1
    assert exact[0] >= 0
    assert 0.8 < similarity[1] < 1
    assert np.isnan(exact[1])
    assert similarity[2] < 0.5


def test_names_of_a_country_without_readings_are_not_read_but_in_mandarin() -> None:
    similarity, exact = reading_scores("鹿兒島", Sounds.one("DE", 1), ["Kagoshima"])
    assert np.isnan(exact[0])
    assert not similarity[0] > 0.9


@pytest.mark.parametrize(("zh", "short", "long"), [("羅馬", 1, 0), ("貝爾格萊德", 0, 1)])
def test_the_length_counts_where_names_are_transcribed(zh: str, short: int, long: int) -> None:
    nothing = np.full(1, np.nan)
    found = Measures(np.array([5.0]), np.array([3.0]), nothing, nothing)
    (row,) = features(found, zh, Sounds.one("IT", 1))
    assert row[COLUMN["sound: one or two characters"]] == short
    assert row[COLUMN["sound: four or more characters"]] == long
    assert row[COLUMN["sound: channel"]] == pytest.approx(0.5)
    assert row[COLUMN["read: constant"]] == 0


def test_what_is_read_does_not_count_as_sound() -> None:
    found = Measures(np.array([5.0]), np.array([3.0]), np.array([1.0]), np.array([0.0]))
    (row,) = features(found, "鹿兒島", Sounds.one("JP", 1))
    assert row[COLUMN["reading: exact"]] == 1
    assert row[COLUMN["read: constant"]] == 1
    assert row[COLUMN["sound: constant"]] == 0
