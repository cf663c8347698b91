"""Displayed names beside the titles of their links."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import labels
from tests.checks.runs import cases_of, check_case, chinese, drafts, fired


@pytest.mark.parametrize("example", cases_of(labels.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def told(label: str, page: str, country: str = "美國") -> list[tuple[str, str]]:
    """Label and kind of difference for a partner that links to a page."""
    zh = chinese(f"[{country}]({country}.md)[{label}]({page}.md)")
    found = drafts(labels.labels_and_targets, zh=zh)
    return [(str(d.params["label"]), str(d.params["difference"])) for d in found]


@pytest.mark.parametrize(
    ("label", "page"),
    [
        ("聖保羅", "圣保罗"),
        ("聖保羅", "聖保羅_(明尼蘇達州)"),
        ("休斯頓", "休斯頓市"),
        ("休斯頓市", "休斯頓"),
        ("聖保羅", "https://example.org/x"),
        ("Saint Paul", "聖保羅"),
        ("奧蘭治縣", "奧蘭治郡"),
    ],
)
def test_script_disambiguation_and_level_words_make_no_difference(label: str, page: str) -> None:
    assert told(label, page) == []


@pytest.mark.parametrize(
    ("label", "page", "difference"),
    [
        ("埃爾帕索", "厄爾巴索", "name"),
        ("堪薩斯", "堪薩斯州", "level"),
    ],
)
def test_another_name_or_level_does(label: str, page: str, difference: str) -> None:
    assert told(label, page) == [(label, difference)]


def test_a_region_is_not_the_city_of_its_name() -> None:
    assert told("奧盧省", "奧盧", "芬蘭") == [("奧盧省", "level")]


def test_a_district_that_links_to_its_city_is_shown_whole() -> None:
    zh = chinese("[韓國](韓國.md)[大田廣域市](大田廣域市.md)中區")
    (draft,) = drafts(labels.labels_and_targets, zh=zh)
    assert (draft.params["label"], draft.params["difference"]) == ("大田廣域市中區", "parent")


def test_english_labels_may_lack_accents_and_qualifiers() -> None:
    en = "### Changsha\n\n- [Zürich](Zurich.md)\n- [Reno](Reno,_Nevada.md)\n"
    assert drafts(labels.labels_and_targets, en=en) == []


def test_two_links_are_told_of_hosts_and_partners() -> None:
    host, partner = fired(labels.two_links, "N109")
    assert (partner.params["whose"], partner.params["host"]) == ("partner", "長沙市")
    assert (host.params["whose"], host.params["host"]) == ("host", "")
    assert partner.params["links"] == ("札幌市", "仙台市")


def test_a_country_before_its_partner_is_no_second_link() -> None:
    assert drafts(labels.two_links, zh=chinese("[日本](日本.md)[鹿兒島](鹿兒島市.md)")) == []
