"""Missing, imprecise, impossible and suspicious dates."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks import dates
from reconcile.checks.draft import Draft
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(dates.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def suspicious(*rows: str) -> list[Draft]:
    return drafts(dates.suspicious_dates, zh=chinese(*rows))


def test_a_list_without_dates_is_told_of_once() -> None:
    (draft,) = drafts(
        dates.missing_dates, zh=chinese("日本鹿兒島（1982年）"), en=english("Lyon, France")
    )
    assert (draft.systemic, draft.origin) == (True, "unknown")
    assert draft.params == {"side": "en", "count": 1}


def test_the_history_of_a_country_says_nothing_of_hosts_that_are_not_its_own() -> None:
    bare = "{}\n\n- Warsaw, Poland (1960)\n- Milan, Italy (12 May 1971)\n"
    for host, problems in (("Chicago", set()), ("Changsha", {"too-early"})):
        found = drafts(dates.suspicious_dates, en=bare.format(host))
        assert {d.params["problem"] for d in found} == problems


def test_rows_of_a_block_without_any_date_are_a_group() -> None:
    zh = chinese("日本鹿兒島（1982年）") + chinese(
        "日本大分市", "法國里昂", host="武漢市", section="湖北"
    )
    found = [d for d in drafts(dates.missing_dates, zh=zh) if not d.systemic]
    assert [d.params["partner"] for d in found] == ["大分市", "里昂"]
    assert len({d.group for d in found}) == 1
    assert found[0].group is not None


def test_a_row_without_date_among_dated_ones_stands_by_itself() -> None:
    zh = chinese("日本鹿兒島（1982年）", "法國里昂")
    (draft,) = (d for d in drafts(dates.missing_dates, zh=zh) if not d.systemic)
    assert draft.group is None


def test_a_date_of_the_day_of_the_run_is_possible_and_the_next_is_not() -> None:
    zh = chinese(
        "日本鹿兒島（2026年11月30日）", "法國里昂（2026年12月1日）", "德國漢堡（1982年2月30日）"
    )
    found = {
        d.params["partner"]: d.params["problem"] for d in drafts(dates.impossible_dates, zh=zh)
    }
    assert found == {"里昂": "future", "漢堡": "none"}


def test_precision_is_told_of_years_and_months() -> None:
    zh = chinese("日本鹿兒島（1982年）", "法國里昂（1982年5月）", "德國漢堡（1982年5月3日）")
    found = {
        d.params["partner"]: d.params["precision"] for d in drafts(dates.imprecise_dates, zh=zh)
    }
    assert found == {"鹿兒島": "year", "里昂": "month"}


def test_the_day_of_the_row_above_is_no_sign_where_host_and_country_are_the_same() -> None:
    same = suspicious("日本鹿兒島（1982年5月3日）", "日本大分市（1982年5月3日）")
    assert same == []
    (other,) = suspicious("日本鹿兒島（1982年5月3日）", "法國里昂（1982年5月3日）")
    assert other.params["problem"] == "row-above"
    assert (other.params["other"], other.params["other_host"]) == ("鹿兒島", "長沙市")
    assert suspicious("日本鹿兒島（1982年5月）", "法國里昂（1982年5月）") == []


def test_nothing_can_be_agreed_before_there_were_relations() -> None:
    (draft,) = suspicious("韓國龜尾市（1988年5月9日）")
    assert draft.params["problem"] == "before-relations"
    assert draft.params["first"] == "1992-08-24"
    assert suspicious("韓國龜尾市（1992年）") == []
    (draft,) = suspicious("韓國龜尾市（1972年5月9日）")
    assert (draft.params["problem"], draft.params["first"]) == ("too-early", "1973-06-24")


def spread(shared: int, rows: int) -> str:
    """Rows of as many hosts, of which the first `shared` have one day."""
    day = "2000年9月27日"
    hosts = (
        "長沙市",
        "株洲市",
        "湘潭市",
        "衡陽市",
        "岳陽市",
        "常德市",
        "益陽市",
        "郴州市",
        "永州市",
        "懷化市",
    )
    countries = ("日本", "法國", "德國", "英國", "美國", "巴西", "埃及", "印度", "泰國", "荷蘭")
    lines = ["## 湖南"]
    for n in range(rows):
        date = day if n < shared else f"{1990 + 3 * n}年{1 + n}月{3 + n}日"
        lines += [f"### {hosts[n]}", f"- {countries[n]}某{hosts[n][0]}城（{date}）"]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("shared", "found"), [(2, 0), (3, 3), (4, 4)])
def test_a_day_that_three_unrelated_hosts_share_was_filled_in(shared: int, found: int) -> None:
    repeated = [
        d
        for d in drafts(dates.suspicious_dates, zh=spread(shared, 10))
        if d.params["problem"] == "repeated"
    ]
    assert len(repeated) == found
    assert {d.params["others"] for d in repeated} <= {shared - 1}
    assert len({d.group for d in repeated}) <= 1
