"""Fitting the coefficients that turn features into log-likelihood ratios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from reconcile.names.features import FIRST_FUSION
from reconcile.names.model import NameModel
from reconcile.names.pool import NamePool
from tools.names.pairs import NamePair

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

_SMALL = 12
"""Candidates of a small pool, as under one host of a list."""
_SMALL_SHARE = 0.3
_PULL = 0.02
"""Strength with which coefficients are held near their first values."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Feature rows of one name's candidates, which are right, and the size of their pool."""

    rows: Floats
    right: npt.NDArray[np.bool_]
    size: int
    share: float = 1.0
    """How much the choice counts in the fit."""


def choices(
    model: NameModel,
    pairs: Sequence[NamePair],
    pools: Mapping[str | None, NamePool],
    rng: np.random.Generator,
) -> list[Choice]:
    """For each pair one choice among its whole pool and two among a few names of it.

    In one of the small pools the country is unknown.
    """
    out = []
    for pair in pairs:
        pool = pools[pair.country]
        right = pool.with_folded(_accepted(pair))
        if not len(right):
            continue
        near, _ = model.shortlist(pair.zh, pair.country, pool)
        chosen = np.union1d(near, right)
        rows = model.feature_rows(pair.zh, pair.country, pool, chosen)
        out.append(Choice(rows, np.isin(chosen, right), len(pool.names)))
        for country in (pair.country, None):
            some = rng.integers(0, len(pool.names), _SMALL)
            chosen = np.union1d(some, right[:1])
            rows = model.feature_rows(pair.zh, country, pool, chosen)
            out.append(Choice(rows, np.isin(chosen, right), len(chosen), _SMALL_SHARE))
    return out


def _accepted(pair: NamePair) -> set[str]:
    from reconcile.scripts import fold

    return {fold(name) for name in pair.en}


def fit(found: Sequence[Choice]) -> Floats:
    """Coefficients that make the rows' sums log-likelihood ratios; the first ones without data."""
    if not found:
        return FIRST_FUSION
    rows = np.concatenate([c.rows for c in found]).astype(np.float64)
    return _minimum(rows, FIRST_FUSION.astype(np.float64), found)


def _minimum(rows: Doubles, first: Doubles, found: Sequence[Choice]) -> Floats:
    """Coefficients of least loss, held near the `first` ones.

    Each choice is met twice: with its right names, where one of them is to be chosen, and without
    them, where none is. Before the names are seen, both are equally likely, and so is every
    candidate of the pool; the loss is minus the logarithm of the probability of what is right.
    """
    right = np.concatenate([c.right for c in found])
    start = np.cumsum([0, *(len(c.rows) for c in found[:-1])])
    owner = np.repeat(np.arange(len(found)), [len(c.rows) for c in found])
    size = np.array([c.size for c in found], dtype=np.float64)
    share = np.array([c.share for c in found])
    share /= share.sum()

    def loss(coefficients: Doubles) -> tuple[float, Doubles]:
        mass = np.exp(np.clip(rows @ coefficients, -40, 60))
        good = np.add.reduceat(np.where(right, mass, 0), start) + 1e-30
        bad = np.add.reduceat(np.where(right, 0, mass), start)
        value = np.log((good + bad + size) / good) + np.log((bad + size) / size)
        slope = mass / (good + bad + size)[owner] + np.where(right, 0, mass / (bad + size)[owner])
        slope -= np.where(right, mass / good[owner], 0)
        pull = coefficients - first
        total = float(share @ value + _PULL / 2 * pull @ pull / len(first))
        return total, rows.T @ (slope * share[owner]) + _PULL * pull / len(first)

    best = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(best.x, np.float32)
