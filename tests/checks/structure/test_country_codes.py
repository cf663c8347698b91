"""Codes and countries: who lacks one, which of two is the usual one, which scheme it is of."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.draft import group_id
from reconcile.checks.structure import country_codes
from reconcile.checks.structure.country_codes import (
    code_schemes,
    inconsistent_codes,
    missing_codes,
    missing_countries,
)
from tests.checks.runs import cases_of, check_case, chinese, drafts, english, facts_of, record

PLACES = ("Kagoshima", "Kobe", "Osaka", "Nara", "Akita", "Kyoto", "Himeji", "Sendai", "Saga")
CODED = tuple(f"JPN {place}, Japan" for place in PLACES)


@pytest.mark.parametrize("example", cases_of(country_codes.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_a_missing_code_is_told_from_nine_tenths_of_the_rows_on() -> None:
    en = english(*CODED, "Lyon, France")
    (draft,) = drafts(missing_codes, en=en)
    assert draft.refs[0].text == "Lyon"
    assert draft.params == {"partner": "Lyon", "host": "Changsha", "coded": 9, "all": 10}
    assert draft.records == [record(facts_of(en=en), "Lyon").id]
    assert draft.origin == "unknown"
    assert drafts(missing_codes, en=english(*CODED[1:], "Lyon, France")) == []


def test_two_bare_rows_among_twenty_are_both_told_of() -> None:
    more = [f"USA {place}, United States" for place in ("Dallas", "Denver", "Boston", "Miami")]
    more += [f"FRA {place}, France" for place in ("Nantes", "Nice", "Lille", "Metz", "Brest")]
    found = drafts(missing_codes, en=english(*CODED, *more, "Lyon, France", "Mons, Belgium"))
    assert [d.params["partner"] for d in found] == ["Lyon", "Mons"]
    assert {(d.params["coded"], d.params["all"]) for d in found} == {(18, 20)}


def test_where_every_row_or_none_has_a_code_none_is_missing() -> None:
    assert drafts(missing_codes, en=english(*CODED)) == []
    assert drafts(missing_codes, en=english(*(row.removeprefix("JPN ") for row in CODED))) == []


def test_the_usual_code_of_a_country_is_the_one_that_most_rows_have() -> None:
    en = english("GER Cologne, Germany", "DEU Bremen, Germany", "GER Kassel, Germany")
    (draft,) = drafts(inconsistent_codes, en=en)
    assert draft.refs[0].text == "DEU"
    assert draft.params == {
        "partner": "Bremen",
        "host": "Changsha",
        "code": "DEU",
        "country": "DE",
        "usual": "GER",
        "count": 2,
    }
    assert draft.records == [record(facts_of(en=en), "Bremen").id]
    assert draft.origin == "unknown"


def test_of_two_codes_that_as_many_rows_have_neither_is_the_usual_one() -> None:
    assert (
        drafts(inconsistent_codes, en=english("GER Cologne, Germany", "DEU Bremen, Germany")) == []
    )


def test_a_list_that_mixes_schemes_is_told_of_once_with_each_code_where_it_stands_first() -> None:
    rows = ("GER Cologne, Germany", "GER Bremen, Germany", "PHL Cebu City, Philippines")
    (draft,) = drafts(code_schemes, en=english(*rows, "NED Delft, Netherlands"))
    assert [(ref.line, ref.text) for ref in draft.refs] == [(3, "GER"), (5, "PHL"), (6, "NED")]
    assert draft.params == {"ioc": ("GER", "NED"), "iso": ("PHL",), "ioc_count": 2, "iso_count": 1}
    assert (draft.systemic, draft.origin, draft.key) == (True, "copy", ["en:en.txt"])


def test_codes_of_a_table_are_its_own() -> None:
    table = "host,code,partner\nChangsha,GER,Cologne\nChangsha,PHL,Cebu City\n"
    (draft,) = drafts(code_schemes, en=table)
    assert draft.origin == "unknown"


def test_no_more_than_five_codes_of_a_scheme_are_named_the_most_frequent_first() -> None:
    olympic = {
        "GER": "Cologne, Germany",
        "NED": "Delft, Netherlands",
        "DEN": "Odense, Denmark",
        "SUI": "Bern, Switzerland",
        "POR": "Porto, Portugal",
        "GRE": "Athens, Greece",
    }
    rows = [f"{code} {place}" for code, place in olympic.items()]
    rows += ["GRE Patras, Greece", "PHL Cebu City, Philippines"]
    (draft,) = drafts(code_schemes, en=english(*rows))
    assert draft.params["ioc"] == ("GRE", "GER", "NED", "DEN", "SUI")
    assert draft.params["ioc_count"] == 6


def test_the_second_code_of_a_country_is_inconsistent_and_of_no_other_scheme() -> None:
    en = english("GER Cologne, Germany", "GER Kassel, Germany", "DEU Bremen, Germany")
    assert drafts(code_schemes, en=en) == []
    assert len(drafts(inconsistent_codes, en=en)) == 1


def test_a_row_without_country_is_told_of_by_itself_where_the_section_names_them() -> None:
    en = english(
        "JPN Kagoshima, Japan", "USA Saint Paul, United States", "FRA Lyon, France", "Mons"
    )
    (draft,) = drafts(missing_countries, en=en)
    assert draft.params == {
        "partner": "Mons",
        "host": "Changsha",
        "named": 3,
        "all": 4,
        "unit": "rows",
    }
    assert draft.group == group_id("missing-country", "en:en.txt", "rows")
    assert draft.records == [record(facts_of(en=en), "Mons").id]
    assert (draft.systemic, draft.origin) == (False, "unknown")


def test_where_two_thirds_of_the_rows_name_a_country_it_is_no_habit() -> None:
    assert drafts(missing_countries, en=english("Kagoshima, Japan", "Lyon, France", "Mons")) == []


NAMED = chinese("日本鹿兒島", "美國聖保羅", "比利時蒙斯")


def test_a_section_of_three_rows_without_country_is_told_of_once() -> None:
    bare = chinese(
        "大分市（1979年9月7日）",
        "匹茲堡（1982年9月8日）",
        "里昂（1983年9月8日）",
        host="武漢市",
        section="湖北",
    )
    (draft,) = drafts(missing_countries, zh=NAMED + bare)
    assert [ref.text for ref in draft.refs] == ["武漢市", "大分市"]
    assert draft.params == {"place": "武漢市", "count": 3, "unit": "sections"}
    assert draft.group == group_id("missing-country", "zh:zh.md", "all")
    assert (draft.systemic, draft.origin, draft.key) == (True, "unknown", ["all", "武漢市"])


def test_a_section_of_two_rows_without_country_is_left_alone_where_too_few_name_one() -> None:
    bare = chinese(
        "大分市（1979年9月7日）", "匹茲堡（1982年9月8日）", host="武漢市", section="湖北"
    )
    assert drafts(missing_countries, zh=NAMED + bare) == []


def test_an_empty_column_of_countries_is_the_fault_of_the_copy() -> None:
    zh = """\
## 湖南

| 己方城市 | 國家 | 城市 | 日期 |
| --- | --- | --- | --- |
| 長沙市 | | [鹿兒島](c.md) | 1982年10月30日 |
| | | [聖保羅](c.md) | 1988年5月9日 |
| | | [蒙斯](c.md) | 1998年5月14日 |
"""
    (draft,) = drafts(missing_countries, zh=zh)
    assert [ref.text for ref in draft.refs] == ["國家", "鹿兒島"]
    assert draft.params == {"place": "zh:zh.md", "count": 3, "unit": "sections"}
    assert (draft.systemic, draft.origin) == (True, "copy")
    shorter = zh.replace("| | | [蒙斯](c.md) | 1998年5月14日 |\n", "")
    assert drafts(missing_countries, zh=shorter) == []
