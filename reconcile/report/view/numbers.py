"""Rounding that keeps the promise: the weights shown add up to the probability shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reconcile.models import Link


def shown_probability(p: float) -> float:
    """A probability as every output shows it: four decimals."""
    return round(p, 4)


def log_odds(p: float) -> float:
    """The natural log-odds of `p`; certainty is cut at 1e-9, so that it stays a number."""
    p = min(max(p, 1e-9), 1 - 1e-9)
    return math.log(p / (1 - p))


def shown_weights(weights: Sequence[float]) -> tuple[float, ...]:
    """Weights in hundredths whose sum is the rounded sum of the exact ones.

    Largest remainders: what rounding down took away goes to those that lost most, so no weight
    moves by a hundredth or more. Ties fall to the earlier weight.
    """
    cents = [w * 100 for w in weights]
    floors = [math.floor(c) for c in cents]
    missing = round(math.fsum(cents)) - sum(floors)
    order = sorted(range(len(cents)), key=lambda i: (floors[i] - cents[i], i))
    up = set(order[:missing])
    return tuple((f + (i in up)) / 100 for i, f in enumerate(floors))


def link_weights(link: Link) -> tuple[float, ...]:
    """The weights of a link's evidence as every output shows them."""
    return shown_weights([e.weight for e in link.evidence])
