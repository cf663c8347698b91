"""Copied blocks, blank lines, lines not understood."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.structure import blocks
from tests.checks.runs import cases_of, check_case, drafts, english


@pytest.mark.parametrize("example", cases_of(blocks.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


ROWS = ("Kagoshima, Japan", "Lyon, France", "Mons, Belgium", "Nara, Japan", "Oslo, Norway")


def copies(*rows: str, first: tuple[str, ...] = ROWS) -> list[tuple[object, object, str | None]]:
    en = english(*first) + "\n" + english(*rows, host="Wuhan")
    found = drafts(blocks.repeated_blocks, en=en)
    return [(d.params["how"], d.params["count"], d.severity) for d in found]


def test_a_block_of_the_same_rows_is_a_copy() -> None:
    assert copies(*ROWS) == [("all", 5, None)]
    assert copies(*ROWS[:3], first=ROWS[:3]) == [("all", 3, None)]


def test_two_rows_may_well_be_the_same() -> None:
    assert copies(*ROWS[:2], first=ROWS[:2]) == []


def test_of_five_rows_four_in_one_order_are_a_near_copy() -> None:
    assert copies(*ROWS[:4], "Reno, United States") == [("most", 4, "notice")]
    assert copies(*ROWS[:3], "Reno, United States", "Bergen, Norway") == []
    assert copies(*reversed(ROWS)) == []
    assert copies(*ROWS[:3], "Reno, United States", first=ROWS[:4]) == []


def test_the_first_block_that_it_repeats_is_the_other() -> None:
    en = "\n".join(english(*ROWS, host=host) for host in ("Changsha", "Wuhan", "Yueyang"))
    found = drafts(blocks.repeated_blocks, en=en)
    assert [(d.params["host"], d.params["other"]) for d in found] == [
        ("Wuhan", "Changsha"),
        ("Yueyang", "Changsha"),
    ]


def test_a_blank_line_is_the_fault_of_the_copy_unless_the_list_parts_its_rows_so() -> None:
    one = "Changsha\n\n- Kagoshima, Japan\n- Lyon, France\n\n- Mons, Belgium\n- Nara, Japan\n"
    (draft,) = drafts(blocks.split_lists, en=one)
    assert (draft.params["partner"], draft.origin) == ("Mons", "copy")
    every = "Changsha\n\n" + "\n".join(f"- {row}\n" for row in ROWS)
    assert drafts(blocks.split_lists, en=every) == []
