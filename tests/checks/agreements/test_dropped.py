"""Where an entry that the copy has lost would stand."""

from __future__ import annotations

import pytest

from reconcile.checks.agreements.dropped import Dropped, likely_dropped
from tests.checks.runs import chinese, facts_of, record

ZH = chinese("美國芝加哥", "美國達拉斯", "美國底特律", "美國休斯敦", "美國波特蘭", "美國西雅圖")


def dropped(*cities: str, partner: str = "底特律") -> Dropped | None:
    """What is found of a partner beside an English block in which "" is a blank line."""
    en = "Changsha\n\n" + "".join(f"- {c}, United States\n" if c else "\n" for c in cities)
    facts = facts_of(ZH, en)
    return likely_dropped(facts, record(facts, partner))


def test_the_rows_around_the_blank_line_and_the_chance_are_told() -> None:
    found = dropped("Chicago", "Dallas", "", "Houston", "Portland", "Seattle")
    assert found is not None
    assert (found.before.partner, found.latin, found.after.partner) == (
        "Dallas",
        "Detroit",
        "Houston",
    )
    assert found.chance == pytest.approx(1 / 6)


def test_a_blank_line_elsewhere_has_lost_something_else() -> None:
    assert dropped("Chicago", "Dallas", "Houston", "", "Portland", "Seattle") is None


def test_without_a_blank_line_nothing_was_lost() -> None:
    assert dropped("Chicago", "Dallas", "Houston", "Portland", "Seattle") is None


def test_a_block_in_no_order_tells_nothing() -> None:
    assert dropped("Portland", "Dallas", "", "Seattle", "Houston", "Chicago") is None


def test_many_gaps_hit_by_chance() -> None:
    assert dropped("Chicago", "Dallas", "", "Houston", "", "Portland", "", "Seattle") is None
