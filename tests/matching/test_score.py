"""From evidence to probabilities, where rows compete."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.matching.score import competing, probability


def chances(pairs: list[tuple[int, int, float]]) -> list[float]:
    left, right, odds = zip(*pairs, strict=True)
    return [probability(x) for x in competing(left, right, odds)]


def test_a_pair_alone_keeps_its_odds() -> None:
    assert competing([0], [0], [2.5])[0] == pytest.approx(2.5)


def test_two_equal_rivals_get_one_half_each() -> None:
    a, b = chances([(0, 0, 12.0), (0, 1, 12.0)])
    assert a == pytest.approx(0.5, abs=1e-3)
    assert b == pytest.approx(0.5, abs=1e-3)


def test_a_rival_that_is_explained_otherwise_does_not_compete() -> None:
    """Row 1 fits both columns, row 0 the first only: row 1 has the second for itself."""
    a, b, c = chances([(0, 0, 9.0), (1, 0, 3.0), (1, 1, 9.0)])
    assert a > 0.99
    assert b < 0.01
    assert c > 0.99


def test_exact_marginals_of_a_small_graph() -> None:
    """Three pairs on a path: enumerated by hand over the five matchings."""
    w = [2.0, 3.0, 5.0]
    total = 1 + sum(w) + w[0] * w[2]
    expected = [(w[0] + w[0] * w[2]) / total, w[1] / total, (w[2] + w[0] * w[2]) / total]
    found = chances([(0, 0, math.log(w[0])), (0, 1, math.log(w[1])), (1, 1, math.log(w[2]))])
    assert found == pytest.approx(expected, rel=1e-6)


edges = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.floats(-8, 8)),
    min_size=1,
    max_size=25,
    unique_by=lambda e: (e[0], e[1]),
)


@given(edges)
def test_competition_never_adds(pairs: list[tuple[int, int, float]]) -> None:
    for found, (_, _, alone) in zip(chances(pairs), pairs, strict=True):
        assert found <= probability(alone) + 1e-9


@given(edges, st.randoms())
def test_order_of_pairs_does_not_matter(pairs: list[tuple[int, int, float]], rng: object) -> None:
    mixed = list(pairs)
    rng.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    one = dict(zip([p[:2] for p in pairs], chances(pairs), strict=True))
    other = dict(zip([p[:2] for p in mixed], chances(mixed), strict=True))
    for key, value in one.items():
        assert other[key] == pytest.approx(value, abs=1e-6)
