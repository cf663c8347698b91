"""Rows that state one agreement with two partners."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import wrong_names
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(wrong_names.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def found(zh: str, en: str) -> list[tuple[str, str]]:
    """What is told of a pair of rows left over beside a pair that agrees."""
    lists = chinese("日本鹿兒島", zh), english("Kagoshima, Japan", en)
    return [
        (str(d.params["partner"]), str(d.params["other"]))
        for d in drafts(wrong_names.wrong_names, *lists)
    ]


@pytest.mark.parametrize(
    ("en", "pairs"),
    [
        ("Saint Paul, United States (9 May 1988)", [("亞特蘭大", "Saint Paul")]),
        ("Saint Paul, Canada (9 May 1988)", []),
        ("Saint Paul, United States (8 May 1988)", []),
        ("Saint Paul, United States (1988)", []),
        ("Saint Paul (9 May 1988)", []),
    ],
)
def test_country_and_day_have_to_be_the_same(en: str, pairs: list[tuple[str, str]]) -> None:
    assert found("美國亞特蘭大（1988年5月9日）", en) == pairs


def test_without_a_day_nothing_is_told() -> None:
    assert found("美國亞特蘭大（1988年）", "Saint Paul, United States (1988)") == []
