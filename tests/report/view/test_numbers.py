from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.models import Result
from reconcile.report.view.numbers import link_weights, log_odds, shown_probability, shown_weights


@given(st.lists(st.floats(-20, 20), max_size=12))
def test_rounded_weights_keep_their_sum(weights: list[float]) -> None:
    shown = shown_weights(weights)
    assert len(shown) == len(weights)
    assert abs(sum(shown) - math.fsum(weights)) < 0.00501
    assert all(abs(a - b) < 0.0101 for a, b in zip(shown, weights, strict=True))


@given(st.floats(0, 1))
def test_log_odds_are_numbers_even_of_certainty(p: float) -> None:
    odds = log_odds(p)
    assert math.isfinite(odds)
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(p, abs=1e-8)


def test_a_probability_has_four_decimals() -> None:
    assert shown_probability(0.987654321) == 0.9877


def test_the_weights_of_a_link_add_up_to_its_probability(result: Result) -> None:
    for link in result.links:
        total = sum(link_weights(link))
        # Half a hundredth of log-odds moves a probability by 0.00125 at most.
        assert 1 / (1 + math.exp(-total)) == pytest.approx(link.probability, abs=0.0013)
