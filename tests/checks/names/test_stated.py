"""The names that a list states."""

from __future__ import annotations

import pytest

from reconcile.checks.names.stated import StatedNames, page_title
from tests.checks.runs import chinese, english, facts_of

EN = english("Kagoshima, Japan", "Saint Paul, United States")
LINKED = """\
## 湖南
### [長沙市](長沙市.md)
- [日本](日本.md)[鹿兒島](鹿兒島市.md)
- [聖保羅](聖保羅_(明尼蘇達州).md)
"""


def names(zh: str) -> StatedNames:
    (found,) = facts_of(zh, EN).names_of("zh")
    return found


def test_each_kind_of_name_has_its_country_and_link() -> None:
    found = names(LINKED)
    assert [(n.role, n.text, n.country, n.target) for n in found.all if n.role != "section"] == [
        ("host", "長沙市", "CN", "長沙市"),
        ("country", "日本", "JP", "日本"),
        ("partner", "鹿兒島", "JP", "鹿兒島市"),
        ("partner", "聖保羅", "US", "聖保羅 (明尼蘇達州)"),
    ]
    assert [n.text for n in found.sections] == ["湖南", "長沙市"]


def test_a_name_of_a_row_knows_its_host_and_record() -> None:
    found = names(LINKED)
    assert (found.hosts[0].host, found.hosts[0].records) == ("", ())
    assert found.partners[0].host == "長沙市"
    assert len(found.partners[0].records) == 1


def test_a_division_that_one_country_has_needs_no_country_beside_it() -> None:
    partners = names(chinese("日本鹿兒島", "美國聖保羅", "阿肯色州", "里昂")).partners
    assert [n.country for n in partners] == ["JP", "US", "US", None]


def test_the_script_of_a_list_is_that_of_seven_tenths_of_its_names() -> None:
    assert names(chinese("日本鹿兒島", "美國聖保羅")).majority == ("traditional", 1.0)
    simplified = names(chinese("日本鹿儿岛", "美国圣保罗", host="长沙市"))
    assert simplified.majority == ("simplified", 1.0)
    script, share = names(chinese("日本鹿儿岛", "美国圣保罗", "德國漢堡")).majority
    assert script == "both"
    assert share == pytest.approx(4 / 7)


def test_a_name_is_written_in_the_script_of_the_list() -> None:
    assert names(chinese("日本鹿兒島", "美國聖保羅")).written("广岛") == "廣島"
    assert names(chinese("日本鹿儿岛", host="长沙市")).written("广岛") == "广岛"


@pytest.mark.parametrize(
    ("target", "title"),
    [("廣島市", "廣島市"), ("https://example.org/x", None), (None, None), ("", "")],
)
def test_only_a_page_has_a_title(target: str | None, title: str | None) -> None:
    assert page_title(target) == title
