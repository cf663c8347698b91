"""What is looked up in the linked lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.checks.lists import origin_of_bare_names
from reconcile.models import Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.provenance import PageRevision
from tests.checks.runs import chinese, english, facts_of, record
from tests.conftest import AS_OF

ZH = chinese(
    "日本鹿兒島（1982年10月30日）", "聖保羅（1988年5月9日）", "比利時蒙斯（2019年5月14日）"
)
EN = english("Kagoshima, Japan (1982)", "Saint Paul, United States (1988)", "Lyon, France (1990)")


def test_a_row_without_country_has_that_of_its_counterpart() -> None:
    facts = facts_of(ZH, EN)
    assert record(facts, "聖保羅").country is None
    assert facts.country_of(record(facts, "聖保羅")) == "US"
    assert facts.country_of(record(facts, "蒙斯")) == "BE"
    assert facts.country_of(record(facts, "Saint Paul")) == "US"


def test_rows_of_a_link_stand_in_the_order_of_the_lists() -> None:
    facts = facts_of(ZH, EN)
    zh, en = facts.rows_of(facts.link_of[record(facts, "Kagoshima").id])
    assert (zh.partner, en.partner) == ("鹿兒島", "Kagoshima")
    assert facts.link_of[zh.id] == facts.link_of[en.id]


def test_a_host_has_its_name_in_the_other_list() -> None:
    facts = facts_of(ZH + chinese("日本大分市", host="武漢市", section="湖北"), EN)
    assert facts.other_host(record(facts, "鹿兒島")) == "Changsha"
    assert facts.other_host(record(facts, "Kagoshima")) == "長沙市"
    assert facts.other_host(record(facts, "大分市")) == ""


def test_only_what_is_later_than_all_of_a_dated_list_is_probably_newer_than_it() -> None:
    facts = facts_of(ZH, EN)
    newer = [r.partner for r in facts.by_id.values() if facts.is_probably_newer(r)]
    assert newer == ["蒙斯"]
    hardly_dated = english("Kagoshima, Japan (1982)", "Saint Paul, United States", "Lyon, France")
    facts = facts_of(ZH, hardly_dated)
    assert not any(facts.is_probably_newer(r) for r in facts.by_id.values())


def test_what_is_later_than_the_revision_of_a_page_is_newer_than_it() -> None:
    zh, en = (s.document for s in facts_of(ZH, EN).sources)
    page = PageRevision("Twin towns", 1, 2, timestamp="2015-03-01T10:00:00Z")
    found = run([zh, replace(en, page=page)], load_rules([]), Settings(AS_OF)).verdicts
    (verdict,) = (v for v in found if v.reason == "newer-than-source")
    assert (verdict.verdict, verdict.params["date"]) == ("not-comparable", "2019-05-14")


def test_names_before_flags_are_those_of_a_page_whose_links_were_lost() -> None:
    table = "host,code,partner\nChangsha,JPN,Nara\n"
    for en, origin in ((english("JPN Nara, Japan"), "copy"), (EN, "page"), (table, "page")):
        (source,) = facts_of(ZH, en).side("en")
        assert origin_of_bare_names(source) == origin


def test_a_row_that_names_no_partner_may_be_the_english_one_of_its_country() -> None:
    zh = """\
## 湖南

| 己方城市 | 國家 | 友城 | 日期 |
| --- | --- | --- | --- |
| 長沙市 | 日本 | 鹿兒島 | 1982年10月30日 |
| | 法國 | | 1990年5月9日 |
"""
    facts = facts_of(zh, EN)
    row = facts.unnamed_partner[record(facts, "Lyon").id]
    assert (row.host, row.country) == ("長沙市", "FR")
    assert list(facts.unnamed_partner) == [record(facts, "Lyon").id]


def test_rows_are_counted_by_the_province_of_their_host() -> None:
    facts = facts_of(ZH, EN)
    sides: tuple[Side, Side] = ("zh", "en")
    assert [facts.rows_about("Hunan", side) for side in sides] == [3, 3]
    assert [facts.rows_about("Hubei", side) for side in sides] == [0, 0]
    assert facts.rows_about(None, "zh") == 0


def test_sections_are_found_by_their_province() -> None:
    facts = facts_of(ZH, EN)
    assert [s.title for s in facts.sections_of["Hunan"]] == ["湖南", "長沙市"]


@pytest.mark.parametrize(
    ("more", "scope", "expected"),
    [
        ("", None, {"province", "prefecture"}),
        ("\nSichuan\n\n- Lyon, France\n", None, {"prefecture"}),
        ("\nSichuan\n\n- Lyon, France\n", "cities", {"province", "prefecture"}),
        ("", "all", set()),
    ],
)
def test_levels_that_no_english_title_has_are_out_of_scope(
    more: str, scope: object, expected: set[str]
) -> None:
    settings = Settings(AS_OF, scope=scope)  # type: ignore[arg-type]  # one of the two words
    assert facts_of(ZH, EN + more, settings=settings).out_of_scope == expected


def test_rows_between_which_nothing_decides_are_rivals_and_undecided() -> None:
    zh = chinese("日本大阪市", "美國舊金山", "美國三藩市", host="上海市", section="上海")
    en = english("Osaka, Japan", "San Francisco, United States", host="Shanghai")
    facts = facts_of(zh, en)
    both = [record(facts, "舊金山"), record(facts, "三藩市")]
    contested = record(facts, "San Francisco")
    assert facts.rivals == {contested.id: both}
    assert facts.undecided.keys() == {contested.id, *(r.id for r in both)}
    assert facts_of(ZH, EN).rivals == {}
    assert facts_of(ZH, EN).undecided == {}
