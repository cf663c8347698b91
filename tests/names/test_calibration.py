"""The chance of each candidate, and of none."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.names.calibration import Calibration


def test_weights_add_up_with_the_prior_where_nothing_is_fitted() -> None:
    found = Calibration().chances(np.array([3.0, 3.0]), 10, 0.5)
    odds = 2 * np.exp(3) / 10
    assert found.tolist() == pytest.approx([odds / (1 + odds) / 2] * 2)


@pytest.mark.parametrize("calibration", [Calibration(), Calibration(0.8, 0.7, -0.3, 1.4)])
def test_more_names_and_fewer_right_ones_leave_more_to_none(calibration: Calibration) -> None:
    def some(size: int, present: float) -> float:
        return float(calibration.chances(np.array([5.0, 1.0]), size, present).sum())

    assert 0 < some(1000, 0.5) < some(10, 0.5) < some(10, 0.98) < 1


def test_a_sharper_choice_favours_the_best_and_leaves_the_sum() -> None:
    weights = np.array([2.0, 1.0])
    flat, sharp = (Calibration(sharpness=x).chances(weights, 5, 0.5) for x in (1, 2))
    assert sharp[0] > flat[0]
    assert sharp.sum() == pytest.approx(flat.sum())
