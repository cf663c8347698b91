"""What every language's readings have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from reconcile.names.forms import simplified
from reconcile.scripts import convert

MAX_FORMS = 24
"""Readings that are returned for one name, at most."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a Chinese name is read in one language.

    `form` is in the folded spelling of `key(language, ...)`; `cost` is 0 for the usual reading
    and grows with the liberties taken (natural logarithm of a probability, roughly).
    """

    form: str
    cost: float
    language: str


@lru_cache(maxsize=8192)
def spellings(zh: str) -> tuple[str, ...]:
    """The name as written, in traditional characters, and in Japanese new forms."""
    plain = simplified(zh)
    traditional = convert("s2t", plain)
    written = "".join(c for c in zh[:32] if not c.isspace())
    return tuple(
        dict.fromkeys(
            (written, convert("t2jp", written), convert("t2jp", traditional), traditional, plain)
        )
    )


def combine(
    choices: Sequence[Sequence[tuple[str, float]]], limit: int
) -> Iterable[tuple[tuple[str, ...], float]]:
    """Products of the choices per character with the sum of their costs, at most `limit`."""
    for picked in islice(product(*choices), limit):
        yield tuple(text for text, _ in picked), sum(cost for _, cost in picked)


def cheapest(found: Iterable[tuple[str, float]], language: str) -> tuple[Reading, ...]:
    """The distinct forms with their lowest cost, cheapest first."""
    best: dict[str, float] = {}
    for form, cost in found:
        if form and cost < best.get(form, 1e9):
            best[form] = cost
    ranked = sorted(best.items(), key=lambda item: (item[1], item[0]))[:MAX_FORMS]
    return tuple(Reading(form, cost, language) for form, cost in ranked)
