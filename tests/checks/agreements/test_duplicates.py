"""Agreements that stand twice."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.agreements import duplicates
from reconcile.checks.agreements.duplicates import duplicates as find
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(duplicates.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def told(zh: str | None = None, en: str | None = None) -> list[tuple[str, str, str]]:
    """Host of each row that repeats another, that row's host, and whether only the day tells."""
    keys = ("host", "other_host", "date")
    return [tuple(str(d.params[k]) for k in keys) for d in drafts(find, zh, en)]  # type: ignore[misc]  # three keys


def test_a_row_that_stands_twice_under_its_host_is_told_of_once() -> None:
    assert told(zh=chinese("日本鹿兒島", "日本鹿兒島")) == [("長沙市", "長沙市", "")]
    assert told(en=english("Lyon, France", "Lyon, France")) == [("Changsha", "Changsha", "")]


def test_one_partner_on_one_day_under_two_hosts_is_one_agreement() -> None:
    part = chinese("日本秋田市（1982年8月5日）", host="蘭州市", section="甘肅")
    whole = chinese("日本秋田（1982年8月5日）", host="甘肅省", section="甘肅")
    assert told(zh=part + whole) == [("甘肅省", "蘭州市", "same")]
    assert told(zh=part + whole.replace("5日", "6日")) == []
    assert told(zh=part + whole.replace("8月5日", "8月")) == []


def test_the_level_of_an_english_name_is_part_of_it() -> None:
    one = english("Oregon, United States (5 May 1990)", host="Fuzhou")
    other = english("Oregon City, United States (5 May 1990)", host="Fujian")
    assert told(en=one + "\n" + other) == []


def test_a_part_of_a_host_repeats_it_only_where_the_title_says_so() -> None:
    whole, part = english("Chita, Russia", host="Hulunbuir"), "Hulunbuir – Hailar"
    assert told(en=whole + "\n" + english("Chita, Russia", host=part)) == [(part, "Hulunbuir", "")]
    assert told(en=whole + "\n" + english("Chita, Russia", host="Hailar")) == []
