"""Names and links that lead to a place in another country."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import wrong_links
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(wrong_links.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def wrong(row: str, en: str = "Kagoshima, Japan") -> list[tuple[object, object, object]]:
    found = drafts(wrong_links.wrong_links, chinese("日本鹿兒島", row), english(en))
    return [(d.params["problem"], d.params["place"], d.severity) for d in found]


def test_a_bare_title_is_that_of_a_far_larger_place() -> None:
    row = "[美國](美國.md)[聖保羅](聖保羅.md)"
    assert wrong(row, "Saint Paul, United States") == [("target", "São Paulo", None)]


@pytest.mark.parametrize(
    "row",
    [
        "[美國](美國.md)[聖保羅](聖保羅_(明尼蘇達州).md)",
        "[美國](美國.md)[聖保羅](https://example.org/x)",
        "[巴西](巴西.md)[聖保羅](聖保羅.md)",
    ],
)
def test_a_title_with_a_bracket_another_site_or_the_very_place_is_no_wrong_link(row: str) -> None:
    assert wrong(row, "Saint Paul, United States") == []


def test_a_name_of_another_country_contradicts_the_stated_one() -> None:
    assert wrong("瑞典塞德港") == [("country", "Port Said", None)]


def test_names_that_han_countries_share_contradict_nothing() -> None:
    assert wrong("韓國大阪") == []
