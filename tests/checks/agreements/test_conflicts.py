"""Contradictions, differences, and what only one list says."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.agreements import conflicts
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(conflicts.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


@pytest.mark.parametrize(
    ("zh", "en", "how"),
    [
        ("1982年10月3日", "10 March 1982", "swapped"),
        ("1968年10月3日", "3 October 1986", "digits"),
        ("1982年10月12日", "21 October 1982", "digits"),
        ("1982年10月3日", "3 October 1983", "year"),
        ("1982年10月3日", "3 November 1982", "month"),
        ("1982年10月3日", "5 October 1982", "day"),
        ("1982年10月", "November 1982", "month"),
        ("1982年10月3日", "1983", "year"),
        ("1982年10月3日", "5 November 1983", ""),
    ],
)
def test_the_slip_between_two_dates_has_a_name(zh: str, en: str, how: str) -> None:
    lists = chinese(f"日本鹿兒島（{zh}）"), english(f"Kagoshima, Japan ({en})")
    (draft,) = drafts(conflicts.conflicts, *lists)
    assert draft.params["how"] == how
    assert [ref.text for ref in draft.refs] == [zh, en]


def test_a_conflict_of_hosts_tells_the_part_from_the_whole_and_may_be_right() -> None:
    (draft,) = fired(conflicts.conflicts, "A102")
    assert (draft.params["part"], draft.params["whole"]) == ("汨羅市", "Yueyang")
    assert draft.origin == "unknown"
    assert draft.link is not None


def test_levels_of_a_link_are_those_that_each_side_states() -> None:
    found = fired(conflicts.differences, "A104")
    assert {(d.params["zh_level"], d.params["en_level"]) for d in found} == {("region", "none")}
    assert [d.params["by"] for d in found] == ["name", "link"]


def test_rows_of_one_list_that_one_host_lacks_are_a_group() -> None:
    zh = chinese("日本鹿兒島", "比利時蒙斯", "法國里昂")
    found = drafts(conflicts.one_sided, zh, english("Kagoshima, Japan"))
    assert [d.params["partner"] for d in found] == ["蒙斯", "里昂"]
    assert len({d.group for d in found}) == 1
    assert {d.origin for d in found} == {"page"}


def test_what_stands_under_a_lesser_kind_need_not_be_in_the_other_list() -> None:
    zh = "## 長沙市\n### 友好城市\n- 比利時蒙斯\n### 友好交流城市\n- 法國里昂\n"
    found = drafts(conflicts.one_sided, zh, english("Kagoshima, Japan"))
    assert [(d.params["partner"], d.severity) for d in found[:2]] == [
        ("蒙斯", None),
        ("里昂", "info"),
    ]


def test_beside_a_blank_line_in_the_other_block_the_copy_may_have_lost_the_row() -> None:
    en = "Changsha\n\n- Kagoshima, Japan\n\n- Saint Paul, United States\n"
    found = drafts(conflicts.one_sided, chinese("日本鹿兒島", "美國聖保羅", "比利時安特衛普"), en)
    assert [(d.params["partner"], d.origin) for d in found] == [("安特衛普", "unknown")]


def test_what_cannot_be_compared_is_told_once_for_each_reason_and_host() -> None:
    zh = chinese("日本鹿兒島") + chinese("日本大分市", "法國里昂", host="武漢市", section="湖北")
    (draft,) = drafts(conflicts.not_comparable, zh, english("Kagoshima, Japan"))
    assert (draft.params["rows"], draft.params["host"]) == (2, "武漢市")
    assert (draft.params["why"], draft.params["side"]) == ("no-host-block", "zh")
    assert len(draft.records) == 2


def test_a_lost_entry_is_the_fault_of_the_copy() -> None:
    found = fired(conflicts.dropped, "A204")
    assert {d.origin for d in found} == {"copy"}
    assert all(0 < float(str(d.params["chance"])) < 0.34 for d in found)
