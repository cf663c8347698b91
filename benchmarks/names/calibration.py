"""From the weights of many candidates to the chance of each, and of none.

The weight of one pair is a log-likelihood ratio against any other name. Among thousands of
candidates two things differ from adding such weights up: names that sound alike grow no more
numerous in proportion with a pool, and rivals share what speaks for them. So the chance that any
of them is right and the choice among them are calibrated apart, the first as by Platt (1999).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from reconcile.names.model import NameModel
from reconcile.names.pool import NamePool
from reconcile.scripts import fold
from tools.names.pairs import NamePair

Doubles = npt.NDArray[np.float64]

_PULL = 0.02
"""Strength with which the numbers are held near those that change nothing."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Scale of the sum of the weights, exponent of the pool's size, addend, and sharpness.

    The first ones add weights up with a prior that all names of a pool share.
    """

    scale: float = 1.0
    exponent: float = 1.0
    addend: float = 0.0
    sharpness: float = 1.0

    def chances(self, weights: Doubles, size: int, present: float) -> Doubles:
        """The probability of each candidate; what is left to 1 is the probability of none.

        Args:
            weights: log-likelihood ratios of the best candidates, at least one.
            size: how many names they were chosen from.
            present: the prior probability that the right one is among these.
        """
        top = weights.max()
        mass = top + np.log(np.exp(weights - top).sum())
        odds = self.scale * mass - self.exponent * np.log(size) + self.addend
        odds += np.log(present / (1 - present))
        share = np.exp(self.sharpness * (weights - top))
        return np.asarray(share / share.sum() / (1 + np.exp(-odds)), np.float64)


def calibrate(
    model: NameModel, pairs: Sequence[NamePair], pools: Mapping[str | None, NamePool]
) -> Calibration:
    """The calibration under which what is right is likeliest.

    Each name is met with its right ones in the pool and without them, both equally likely.
    """
    queries: list[tuple[Doubles, npt.NDArray[np.bool_], int]] = []
    for pair in pairs:
        pool, accepted = pools[pair.country], {fold(name) for name in pair.en}
        chosen, rows = model.shortlist(pair.zh, pair.country, pool)
        weights = (rows @ model.trained.fusion).astype(np.float64)
        right = np.array([pool.folded[i] in accepted for i in chosen], np.bool_)
        queries += [
            (weights, right, len(pool.names)),
            (weights[~right], right[~right], len(pool.names)),
        ]
    queries = [query for query in queries if len(query[0])]
    first = np.array([1.0, 1.0, 0.0, 1.0])

    def loss(numbers: Doubles) -> float:
        calibration = Calibration(*numbers)
        good = []
        for weights, right, size in queries:
            chances = calibration.chances(weights, size, 0.5)
            good.append(chances[right].sum() if right.any() else 1 - chances.sum())
        pull = numbers - first
        return float(-np.log(np.maximum(good, 1e-9)).mean() + _PULL * pull @ pull)

    found = minimize(loss, first, method="Nelder-Mead", options={"maxiter": 600})
    return Calibration(*map(float, found.x))
