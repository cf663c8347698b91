"""One-to-one assignment of the pairs whose probability reaches the threshold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np


def assign(left: Sequence[int], right: Sequence[int], gain: Sequence[float]) -> list[int]:
    """The pairs of the best one-to-one assignment, as positions in the given sequences.

    Args:
        left: row number of each pair.
        right: column number of each pair.
        gain: what taking a pair is worth; pairs at or below zero are never taken.
    """
    worth = [i for i, g in enumerate(gain) if g > 0]
    taken: list[int] = []
    for group in _components([(left[i], right[i], i) for i in worth]):
        if len(group) == 1:
            taken += group
            continue
        from scipy.optimize import linear_sum_assignment  # slow to import, seldom needed

        rows = sorted({left[i] for i in group})
        columns = sorted({right[i] for i in group})
        at = {(left[i], right[i]): i for i in group}
        matrix = np.zeros((len(rows), len(columns)))
        for (a, b), i in at.items():
            matrix[rows.index(a), columns.index(b)] = gain[i]
        for r, c in zip(*linear_sum_assignment(matrix, maximize=True), strict=True):
            if (pair := at.get((rows[r], columns[c]))) is not None:
                taken.append(pair)
    return sorted(taken)


def _components(edges: Sequence[tuple[int, int, int]]) -> list[list[int]]:
    """Pairs grouped by connected component, so that matrices stay small."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b, _ in edges:
        parent[root(("left", a))] = root(("right", b))
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for a, _, i in edges:
        groups[root(("left", a))].append(i)
    return list(groups.values())
