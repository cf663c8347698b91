"""Two names of a place, unusual ones, parts of one."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import spelling
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(spelling.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def mixed(*rows: str) -> list[tuple[str, str]]:
    found = drafts(spelling.mixed_transliterations, zh=chinese(*rows))
    return [(str(d.params["text"]), str(d.params["other"])) for d in found]


def test_of_two_spellings_the_rarer_is_told_of() -> None:
    assert mixed("瑞士蘇黎世", "瑞士蘇黎世州", "瑞士蘇黎士") == [("蘇黎士", "蘇黎世")]


def test_a_name_of_two_places_is_no_other_spelling() -> None:
    assert mixed("美國聖保羅", "巴西聖保羅") == []


def test_a_name_with_a_level_is_not_taken_for_the_place_without() -> None:
    assert mixed("瑞士蘇黎世", "瑞士蘇黎士州") == []


def unusual(row: str, en: str = "Kagoshima, Japan") -> list[tuple[str, object, str | None]]:
    found = drafts(spelling.unusual_names, chinese("日本鹿兒島", row), english(en))
    return [(d.name, d.params["usual"], d.suggestion) for d in found]


def test_a_cut_name_is_completed_and_a_misspelt_one_only_shown() -> None:
    assert unusual("美國龐卡") == [("truncated-name", ("龐卡城",), "龐卡城")]
    assert unusual("美國里弗塞德") == [("unusual-transliteration", ("里弗賽德",), None)]


@pytest.mark.parametrize("row", ["美國龐卡城", "美國里弗賽德", "日本龐卡", "美國龐卡郡"])
def test_known_names_names_of_han_countries_and_divisions_are_left_alone(row: str) -> None:
    assert unusual(row) == []


def test_usual_names_are_shown_in_the_script_of_the_list() -> None:
    zh = chinese("日本鹿儿岛", "美国庞卡", host="长沙市")
    (draft,) = drafts(spelling.unusual_names, zh=zh)
    assert draft.params["usual"] == ("庞卡城",)
