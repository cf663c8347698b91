"""Figures of the name benchmark: definitions as in README.md."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from benchmarks.names.calibration import Calibration
from reconcile.names.model import NameModel
from reconcile.names.pool import NamePool
from reconcile.scripts import fold
from tools.names.pairs import NamePair

GROUPS = {"JP": "JP", "KR": "KR", "KP": "KR", "VN": "VN"}
ENGLISH = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))


def group_of(country: str | None) -> str:
    """The group of countries that a figure is given for."""
    return "ENG" if country in ENGLISH else GROUPS.get(country or "", "OTHER")


@dataclass(frozen=True, slots=True)
class Answer:
    """The best candidate of a query, its probability, and whether it is right."""

    pair: NamePair
    name: str
    probability: float
    right: bool


def answer(
    model: NameModel,
    pair: NamePair,
    pool: NamePool,
    calibration: Calibration,
    *,
    present: float,
    remove: bool,
) -> Answer:
    """The best candidate; with `remove`, the right ones are taken out of the pool first.

    The probability is that of the candidate against all others and against none, where `present`
    is how likely the right one is in the pool at all.
    """
    accepted = {fold(name) for name in pair.en}
    chosen, rows = model.shortlist(pair.zh, pair.country, pool)
    keep = np.array([not (remove and pool.folded[i] in accepted) for i in chosen], dtype=bool)
    chosen, rows = chosen[keep], rows[keep]
    if not len(chosen):
        return Answer(pair, "", 0.0, False)
    weights = (rows @ model.trained.fusion).astype(np.float64)
    chances = calibration.chances(weights, len(pool.names), present)
    best = int(np.argmax(weights))
    # Names that fold to the same letters are one answer.
    same = np.array([pool.folded[i] == pool.folded[chosen[best]] for i in chosen])
    probability = float(chances[same].sum())
    right = not remove and pool.folded[chosen[best]] in accepted
    return Answer(pair, pool.names[chosen[best]].name, probability, right)


def closed(
    model: NameModel,
    pairs: Sequence[NamePair],
    pools: Mapping[str | None, NamePool],
    calibration: Calibration,
) -> list[Answer]:
    """Answers with the right one in the pool."""
    return [
        answer(model, p, pools[p.country], calibration, present=0.98, remove=False) for p in pairs
    ]


def opened(
    model: NameModel,
    pairs: Sequence[NamePair],
    pools: Mapping[str | None, NamePool],
    calibration: Calibration,
) -> list[Answer]:
    """Answers where every second query has its right one taken out."""
    return [
        answer(model, p, pools[p.country], calibration, present=0.5, remove=n % 2 == 1)
        for n, p in enumerate(pairs)
    ]


def top1(answers: Sequence[Answer]) -> float:
    """Share of right answers."""
    return float(np.mean([a.right for a in answers])) if answers else 0.0


def by_group(answers: Sequence[Answer]) -> dict[str, tuple[float, int]]:
    """`top1` and number of queries per group of countries."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for a in answers:
        found[group_of(a.pair.country)].append(a)
    return {group: (top1(rows), len(rows)) for group, rows in sorted(found.items())}


def precise_threshold(answers: Sequence[Answer], precision: float = 0.95) -> float:
    """The lowest probability at which the answers above it are that precise; above 1 if none."""
    ranked = sorted(answers, key=lambda a: -a.probability)
    right = np.cumsum([a.right for a in ranked])
    best = 1.1
    for n in range(25, len(ranked) + 1):
        tie = n < len(ranked) and ranked[n].probability == ranked[n - 1].probability
        if right[n - 1] / n >= precision and not tie:
            best = ranked[n - 1].probability
    return best


def at_threshold(answers: Sequence[Answer], threshold: float, possible: int) -> tuple[float, float]:
    """Precision and recall of the answers given at or above `threshold`."""
    given = [a.right for a in answers if a.probability >= threshold]
    return (float(np.mean(given)) if given else 0.0), sum(given) / max(possible, 1)


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def best_threshold(answers: Sequence[Answer], possible: int) -> float:
    """The probability at which F1 is highest."""
    levels = sorted({a.probability for a in answers})
    return max(levels, key=lambda t: f1(*at_threshold(answers, t, possible)), default=0.5)


LEAST_IN_BIN = 100


def calibration_error(answers: Sequence[Answer]) -> float:
    """Expected calibration error: mean distance between probability and share right.

    The answers, sorted by probability, fall into bins of at least `LEAST_IN_BIN`.
    """
    ranked = sorted(answers, key=lambda a: a.probability)
    count = max(1, len(ranked) // LEAST_IN_BIN)
    edges = [len(ranked) * i // count for i in range(count + 1)]
    gaps = [abs(sum(a.probability - a.right for a in ranked[x:y])) for x, y in pairwise(edges)]
    return sum(gaps) / max(len(ranked), 1)


def milliseconds(
    model: NameModel, pairs: Sequence[NamePair], pools: Mapping[str | None, NamePool]
) -> float:
    """Mean time of one `rank` call, the pools being ready."""
    start = time.perf_counter()
    for pair in pairs:
        model.rank(pair.zh, pools[pair.country], 1)
    return 1000 * (time.perf_counter() - start) / max(len(pairs), 1)
