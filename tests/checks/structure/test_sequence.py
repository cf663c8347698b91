from __future__ import annotations

from itertools import combinations, pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from reconcile.checks.structure.sequence import misplaced

KEYS = st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=2, unique=True), max_size=7)


def _in_order(items: list[list[int]]) -> bool:
    return any(all(a <= b for a, b in pairwise(keys)) for keys in product(*items))


@given(KEYS)
def test_the_fewest_items_go(items: list[list[int]]) -> None:
    wrong = misplaced(items)
    assert _in_order([x for i, x in enumerate(items) if i not in wrong])
    for fewer in combinations(range(len(items)), max(0, len(wrong) - 1)):
        if len(wrong) > 0:
            assert not _in_order([x for i, x in enumerate(items) if i not in fewer])


def test_of_two_swapped_neighbours_the_later_goes() -> None:
    assert misplaced([["a"], ["c"], ["b"], ["d"]]) == [2]


def test_an_item_fits_by_any_of_its_keys() -> None:
    assert misplaced([["o"], ["la plata", "plata"], ["r"]]) == []
