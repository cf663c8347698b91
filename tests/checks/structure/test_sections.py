"""Rows without a partner, sections without rows."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.structure import sections
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(sections.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_empty_rows_of_one_host_are_a_group_and_have_ids_of_their_own() -> None:
    zh = """\
## 湖南

| 己方城市 | 國家 | 友城 | 日期 |
| --- | --- | --- | --- |
| 長沙市 | 日本 | 鹿兒島 | 1982年10月30日 |
| | | | |
| | | | |
"""
    found = drafts(sections.rows_without_partner, zh=zh)
    assert [d.name for d in found] == ["empty-row", "empty-row"]
    assert len({d.group for d in found}) == 1
    assert len({tuple(d.key) for d in found}) == 2
    assert {d.origin for d in found} == {"unknown"}


def without_partner(cells: str) -> list[tuple[str, object, str | None, str]]:
    zh = f"""\
## 湖南

| 序號 | 己方城市 | 國家 | 友城 | 日期 |
| --- | --- | --- | --- | --- |
| 1 | 長沙市 | 日本 | 鹿兒島 | 1982年10月30日 |
{cells}
"""
    found = drafts(sections.rows_without_partner, zh=zh)
    return [(d.name, d.params.get("given"), d.severity, d.origin) for d in found]


@pytest.mark.parametrize(
    ("cells", "given", "severity", "origin"),
    [
        ("| 2 | | 美國 | | 1988年5月9日 |", "country-date", None, "unknown"),
        ("| 2 | | 美國 | | |", "country", None, "unknown"),
        ("| 2 | | | | 1988年5月9日 |", "date", None, "unknown"),
        ("| 2 | | | | |", "number", "notice", "copy"),
    ],
)
def test_what_a_row_without_partner_gives_is_told(
    cells: str, given: str, severity: str | None, origin: str
) -> None:
    assert without_partner(cells) == [("missing-partner", given, severity, origin)]


def test_the_english_rows_that_may_be_meant_are_candidates() -> None:
    given, bare = fired(sections.rows_without_partner, "S102")
    assert given.params["candidates"] == ("Saint Paul, United States",)
    assert given.params["other_host"] == "Changsha"
    assert bare.params["elsewhere"] == ""
    assert "candidates" not in bare.params


def test_a_section_that_another_file_or_list_fills_is_told_of_as_such() -> None:
    en = english("Kagoshima, Japan") + "\n" + english("Oita, Japan", host="Wuhan")
    (draft,) = drafts(sections.empty_sections, chinese("日本鹿兒島") + "## 湖北\n", en)
    assert draft.params == {"section": "湖北", "elsewhere": "other", "others": 1}


def test_text_of_its_own_and_sections_inside_do_not_make_a_section_empty() -> None:
    said = chinese("日本鹿兒島") + "## 湖北\n\n见另页的说明。\n"
    assert drafts(sections.empty_sections, zh=said) == []
    nested = chinese("日本鹿兒島") + "## 湖北\n### 武漢市\n"
    assert [d.params["section"] for d in drafts(sections.empty_sections, zh=nested)] == ["湖北"]
