"""Pages of several places."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import targets
from tests.checks.runs import cases_of, check_case, chinese, drafts, fired


@pytest.mark.parametrize("example", cases_of(targets.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def ambiguous(*rows: str) -> list[tuple[object, object]]:
    found = drafts(targets.ambiguous_targets, zh=chinese(*rows))
    return [(d.params["problem"], d.params["target"]) for d in found]


def test_a_page_of_several_places_is_told_of_once() -> None:
    row = "[美國](美國.md)[里士滿](里士滿.md)"
    assert ambiguous(row) == [("namesakes", "里士滿")]
    assert ambiguous(row.replace("里士滿.md", "里士滿_(加利福尼亞州).md")) == []


def test_one_page_for_two_countries_is_shared_and_not_told_of_again() -> None:
    rows = ("[盧旺達](a.md)[南方省](南方省.md)", "[斯里蘭卡](b.md)[南方省](南方省.md)")
    assert ambiguous(*rows) == [("shared", "南方省")]


def test_home_places_of_one_full_name_are_told_apart_by_what_they_lie_in() -> None:
    host = next(d for d in fired(targets.ambiguous_targets, "N107") if d.params["whose"] == "host")
    assert host.params["places"] == ("通州区 (Beijing)", "通州区 (Nantong)")
    assert host.records == ()
