"""The one-to-one assignment: what it chooses."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.matching.assign import assign

Pairs = list[tuple[int, int, float]]


def chosen(pairs: Pairs) -> list[tuple[int, int]]:
    left, right, gain = zip(*pairs, strict=True)
    return [pairs[i][:2] for i in assign(left, right, gain)]


def test_a_pair_alone_is_taken_if_it_is_worth_it() -> None:
    assert chosen([(0, 0, 0.2)]) == [(0, 0)]
    assert chosen([(0, 0, 0.0)]) == []
    assert chosen([(0, 0, -0.2)]) == []


def test_of_rivals_for_one_column_the_better_one_is_taken() -> None:
    assert chosen([(0, 0, 0.1), (1, 0, 0.2)]) == [(1, 0)]
    assert chosen([(0, 0, 0.2), (1, 0, 0.1)]) == [(0, 0)]


def test_of_rivals_for_one_row_the_better_one_is_taken() -> None:
    assert chosen([(0, 0, 0.1), (0, 1, 0.2)]) == [(0, 1)]


def test_two_pairs_are_worth_more_than_the_best_one_alone() -> None:
    """Row 0 would take column 0 for itself, and leave row 1 without any."""
    assert chosen([(0, 0, 0.25), (0, 1, 0.2), (1, 0, 0.2)]) == [(0, 1), (1, 0)]


def test_the_best_pair_is_worth_more_than_two_poor_ones() -> None:
    assert chosen([(0, 0, 0.25), (0, 1, 0.1), (1, 0, 0.1)]) == [(0, 0)]


def test_a_pair_below_the_threshold_takes_no_place_of_another() -> None:
    """Row 1 has nothing but a pair that is worth nothing: row 0 keeps what it would have."""
    assert chosen([(0, 0, 0.2), (1, 0, -0.1), (0, 1, -0.1)]) == [(0, 0)]


def test_pairs_that_share_nothing_do_not_touch_each_other() -> None:
    assert chosen([(0, 5, 0.1), (7, 2, 0.2), (3, 3, 0.1)]) == [(0, 5), (7, 2), (3, 3)]


edges = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(-4, 8).map(float)),
    min_size=1,
    max_size=12,
    unique_by=lambda e: e[:2],
)


def best_total(pairs: Pairs) -> float:
    """The worth of the best assignment, by trying all."""
    gain = {(a, b): g for a, b, g in pairs if g > 0}
    return max(
        sum(gain.get((row, column), 0.0) for row, column in enumerate(columns))
        for columns in permutations(range(5))
    )


@given(edges)
def test_no_other_assignment_is_worth_more(pairs: Pairs) -> None:
    worth = {(a, b): g for a, b, g in pairs}
    taken = chosen(pairs)
    assert len({a for a, _ in taken}) == len({b for _, b in taken}) == len(taken)
    assert all(worth[pair] > 0 for pair in taken)
    assert sum(worth[pair] for pair in taken) == pytest.approx(best_total(pairs))
