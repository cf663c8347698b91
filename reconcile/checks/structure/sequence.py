"""Which items of a sequence are out of order, when the others are in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol


class Comparable(Protocol):
    """Anything that can be put in order."""

    def __le__(self, other: Any, /) -> bool: ...


class _Run(NamedTuple):
    """An ordered run: its first key, the item that has it, and the run behind it."""

    key: Comparable
    item: int
    rest: _Run | None


def misplaced(items: Sequence[Sequence[Comparable]]) -> list[int]:
    """The fewest items that must go for the rest to be in order.

    The rest is the longest ordered subsequence, by patience sorting (Fredman, "On computing the
    length of longest increasing subsequences", 1975) from the end, so that of two neighbours
    that are swapped the later one goes.

    Args:
        items: the keys of each item; an item with several keys is in order by any of them.

    Returns:
        Their indices.
    """
    best: list[_Run] = []  # for each length of a run, the one that begins with the largest key
    for item in range(len(items) - 1, -1, -1):
        found = []
        for key in items[item]:
            n = _length_behind(key, best)
            found.append((n, _Run(key, item, best[n - 1] if n else None)))
        for n, run in found:  # only now: an item stands once in a run
            if n == len(best):
                best.append(run)
            elif best[n].key <= run.key:
                best[n] = run
    kept = set()
    kept_run = best[-1] if best else None
    while kept_run is not None:
        kept.add(kept_run.item)
        kept_run = kept_run.rest
    return [i for i in range(len(items)) if i not in kept]


def _length_behind(key: Comparable, best: Sequence[_Run]) -> int:
    """How long a run can stand behind `key`: the first keys of `best` fall with the length."""
    low, high = 0, len(best)
    while low < high:
        middle = (low + high) // 2
        if key <= best[middle].key:
            low = middle + 1
        else:
            high = middle
    return low
