"""What each list covers, and partners under another host."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.agreements import coverage
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(coverage.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


ZH = chinese("日本鹿兒島（1982年10月30日）") + chinese("日本大分市", host="武漢市", section="湖北")
EN = english("Kagoshima, Japan")


def test_the_provinces_that_only_the_other_list_has_are_missing() -> None:
    (draft,) = drafts(coverage.coverage, ZH, EN)
    assert draft.params == {
        "side": "en",
        "filled": 1,
        "all": 2,
        "missing": ("Hubei",),
        "last": "",
        "date": "",
    }
    assert (draft.systemic, draft.origin, draft.key) == (True, "unknown", ["en"])


def test_two_lists_of_one_province_or_of_the_same_ones_lack_none() -> None:
    assert drafts(coverage.coverage, chinese("日本鹿兒島"), EN) == []
    both = EN + "\n" + english("Oita, Japan", host="Wuhan")
    assert drafts(coverage.coverage, ZH, both) == []


def elsewhere(*hosts: str) -> list[str]:
    """What is told of 恩德培 of 長沙市 where the English list has it under these hosts."""
    zh = chinese("日本鹿兒島", "烏干達恩德培")
    zh += "".join(
        chinese("法國里昂", host=h, section=s) for h, s in (("武漢市", "湖北"), ("成都市", "四川"))
    )
    blocks = [english("Entebbe, Uganda", "Lyon, France", host=host) for host in hosts]
    en = "\n".join([english("Kagoshima, Japan"), *blocks])
    return [str(d.params["other_host"]) for d in drafts(coverage.elsewhere, zh, en)]


def test_a_partner_that_stands_under_one_other_host_is_elsewhere() -> None:
    assert elsewhere("Wuhan") == ["Wuhan"]


def test_a_partner_of_several_hosts_says_nothing() -> None:
    assert elsewhere("Wuhan", "Chengdu") == []


def test_a_region_is_not_the_city_of_its_name() -> None:
    zh = chinese("日本鹿兒島", "俄羅斯薩馬拉州") + chinese(
        "法國里昂", host="武漢市", section="湖北"
    )
    en = (
        english("Kagoshima, Japan") + "\n" + english("Samara, Russia", "Lyon, France", host="Wuhan")
    )
    assert drafts(coverage.elsewhere, zh, en) == []
