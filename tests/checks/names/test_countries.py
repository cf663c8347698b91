"""Names of countries."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import countries
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(countries.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_a_misspelt_country_has_a_suggestion_and_an_unclear_one_has_none() -> None:
    misspelt, ambiguous, *_ = fired(countries.country_names, "N101")
    assert (misspelt.severity, misspelt.suggestion) == ("warning", "阿爾及利亞")
    assert (ambiguous.severity, ambiguous.suggestion) == ("notice", None)


def test_the_standard_name_is_given_in_the_script_of_the_list() -> None:
    zh = chinese("[刚果](b.md)[布拉柴维尔](c.md)", "美国圣保罗", host="长沙市")
    (draft,) = drafts(countries.country_names, zh=zh)
    assert (draft.refs[0].text, draft.params["standard"]) == ("刚果", "刚果共和国")


def test_the_country_behind_a_division_counts() -> None:
    assert drafts(countries.country_names, en=english("Leeds, England, United Kingdom")) == []
