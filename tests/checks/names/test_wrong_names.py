"""Rows that state one agreement with two partners."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.draft import Draft
from reconcile.checks.names import wrong_names
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(wrong_names.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def told(zh: str, en: str) -> list[Draft]:
    """What is told of rows beside a pair that agrees."""
    lists = chinese("日本鹿兒島", zh), english("Kagoshima, Japan", en)
    return list(drafts(wrong_names.wrong_names, *lists))


def found(zh: str, en: str) -> list[str]:
    """How it is known that the names are of two places."""
    return [str(d.params["known"]) for d in told(zh, en)]


def only(zh: str, en: str) -> Draft:
    """The one thing that is told."""
    (draft,) = told(zh, en)
    return draft


@pytest.mark.parametrize(
    ("en", "known"),
    [
        ("Saint Paul, United States (9 May 1988)", ["listed"]),
        ("Saint Paul, Canada (9 May 1988)", ["left"]),
        ("Saint Paul, United States (8 May 1988)", []),
        ("Saint Paul, United States (1988)", []),
        ("Saint Paul (9 May 1988)", ["listed"]),
    ],
)
def test_one_day_of_one_host_is_one_agreement(en: str, known: list[str]) -> None:
    assert found("美國亞特蘭大（1988年5月9日）", en) == known


def test_without_a_day_nothing_is_told() -> None:
    assert found("美國亞特蘭大（1988年）", "Saint Paul, United States (1988)") == []


def test_two_names_that_are_known_are_an_error_and_one_alone_a_warning() -> None:
    both = only("美國亞特蘭大（1988年5月9日）", "Saint Paul, United States (9 May 1988)")
    one = only("拉脫維亞里加（1988年5月9日）", "Regina, Latvia (9 May 1988)")
    assert (both.severity, one.severity) == ("error", None)


def test_a_day_that_several_rows_of_a_host_share_says_nothing_of_rows_left_over() -> None:
    en = "Lyon, France (9 May 1988)\n- Brest, France (9 May 1988)"
    assert found("義大利拉奎拉（1988年5月9日）", en) == []
