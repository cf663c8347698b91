"""Which kind of agreement two linked rows state."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.agreements import kinds
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(kinds.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_where_only_one_row_says_that_it_ended_it_is_worth_a_look() -> None:
    differing, ended = fired(kinds.conflicting_kinds, "A106")
    assert (differing.severity, ended.severity) == (None, "notice")
    assert [ref.text for ref in differing.refs] == ["友好備忘錄", "friendship agreement"]
    assert [ref.text for ref in ended.refs] == ["1995年終止", "Kagoshima"]
    assert ended.params["en_kind"] == "unstated"


def test_a_kind_that_only_one_row_states_is_no_conflict() -> None:
    zh, en = chinese("日本鹿兒島（友好備忘錄）", "美國聖保羅"), english("Kagoshima, Japan")
    assert drafts(kinds.conflicting_kinds, zh, en) == []
