"""From evidence to probabilities, when every record has at most one counterpart.

The sum of a pair's evidence is its log-odds as if it stood alone. That rows compete for the same
counterpart is settled by belief propagation on the bipartite graph of pairs, which is the
monomer-dimer model of matchings (Bayati and Nair, "A rigorous proof of the cavity method for
counting matchings", 2006): its messages converge, and two equal rivals get one half each.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MAX_LOG_ODDS = 30.0
ROUNDS = 60


def competing(
    left: Sequence[int] | NDArray[np.intp],
    right: Sequence[int] | NDArray[np.intp],
    log_odds: Sequence[float] | NDArray[np.float64],
) -> NDArray[np.float64]:
    """Log-odds of each pair given that each row and each column takes at most one partner.

    Args:
        left: row number of each pair, from 0.
        right: column number of each pair, from 0.
        log_odds: log-odds of each pair standing alone.

    Returns:
        One value a pair, never above the given one.
    """
    rows, columns = np.asarray(left, np.intp), np.asarray(right, np.intp)
    odds = np.exp(np.clip(np.asarray(log_odds, np.float64), -MAX_LOG_ODDS, MAX_LOG_ODDS))
    by_row = np.ones_like(odds)
    by_column = np.ones_like(odds)
    for _ in range(ROUNDS):
        from_columns = odds * by_column
        total = np.bincount(rows, from_columns)[rows]
        new_row = 1.0 / (1.0 + np.maximum(total - from_columns, 0.0))
        from_rows = odds * new_row
        total = np.bincount(columns, from_rows)[columns]
        new_column = 1.0 / (1.0 + np.maximum(total - from_rows, 0.0))
        done = np.allclose(new_row, by_row, atol=1e-9) and np.allclose(
            new_column, by_column, atol=1e-9
        )
        by_row, by_column = new_row, new_column
        if done:
            break
    return np.log(odds) + np.log(by_row) + np.log(by_column)


def probability(log_odds: float) -> float:
    """The logistic function."""
    return float(probabilities(np.asarray(log_odds)))


def probabilities(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The logistic function of many."""
    odds = np.exp(-np.clip(log_odds, -MAX_LOG_ODDS, MAX_LOG_ODDS))
    return np.asarray(1.0 / (1.0 + odds), np.float64)
