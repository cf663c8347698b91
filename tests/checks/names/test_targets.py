"""Pages of places elsewhere, and of several places."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import targets
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(targets.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def wrong(row: str, en: str = "Kagoshima, Japan") -> list[tuple[object, object, object]]:
    found = drafts(targets.wrong_links, chinese("日本鹿兒島", row), english(en))
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
