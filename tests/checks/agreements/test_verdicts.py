"""One verdict for every record, and why it is that one."""

from __future__ import annotations

import pytest

from reconcile.models import Verdict
from reconcile.pipeline import Settings
from reconcile.places.home.base import Scope
from tests.checks.runs import chinese, english, facts_of, rule
from tests.conftest import AS_OF

ZH = chinese("日本鹿兒島", "美國聖保羅")
EN = english("Kagoshima, Japan", "Saint Paul, United States")


def verdicts(zh: str, en: str, rules: str | None = None) -> dict[str, Verdict]:
    """The verdict by the name of the partner that it is about."""
    facts = facts_of(zh, en, rules)
    return {facts.subject(v).partner: v for v in facts.verdicts}


def said(verdict: Verdict) -> tuple[str, str]:
    return verdict.verdict, verdict.reason


# -- linked rows -------------------------------------------------------------------------------


def test_linked_rows_that_say_the_same_agree() -> None:
    facts = facts_of(ZH, EN)
    assert [said(v) for v in facts.verdicts] == [("agree", "same-place")] * 2
    assert all(v.zh and v.en for v in facts.verdicts)


def test_of_several_contradictions_the_gravest_is_the_reason() -> None:
    zh = chinese("日本鹿兒島（1982年10月30日）", "美國聖保羅")
    en = english("Kagoshima, South Korea (1990)", "Saint Paul, United States")
    same = rule("kind: match, zh: {partner: 鹿兒島}, en: {partner: Kagoshima}")
    verdict = verdicts(zh, en, same)["鹿兒島"]
    assert said(verdict) == ("conflict", "country")
    assert verdict.params["zh_country"] == "JP"
    assert verdict.params["en_country"] == "KR"


def test_a_renamed_place_agrees_differently() -> None:
    verdict = verdicts(ZH + "- 印度馬德拉斯\n", EN + "- Chennai, India\n")["馬德拉斯"]
    assert said(verdict) == ("agree-differently", "renamed")
    assert (verdict.params["now"], verdict.params["why"]) == ("Chennai", "renamed")


# -- rows without counterpart ------------------------------------------------------------------


def test_a_row_whose_host_the_other_list_has_is_missing_there() -> None:
    found = verdicts(ZH + "- 比利時蒙斯\n", EN + "- Lyon, France\n")
    assert said(found["蒙斯"]) == ("only-zh", "partner-missing")
    assert found["蒙斯"].params["block"] == "Changsha"
    assert said(found["Lyon"]) == ("only-en", "partner-missing")
    assert found["Lyon"].params["block"] == "長沙市"


def test_a_row_later_than_all_that_the_other_list_dates_is_missing_and_probably_newer() -> None:
    zh = chinese("日本鹿兒島（1982年10月30日）", "比利時蒙斯（2019年5月14日）")
    dated = ("Nara, Japan (1978)", "Nagoya, Japan (1980)", "Kagoshima, Japan (1982)")
    found = verdicts(zh, english(*dated))
    assert said(found["蒙斯"]) == ("only-zh", "probably-newer")
    assert found["蒙斯"].params["date"] == "2019-05-14"


@pytest.mark.parametrize(
    "dated",
    [
        ("Kagoshima, Japan (1982)",),  # one date tells nothing of when a list was written
        ("Nara, Japan (1950)", "Kagoshima, Japan (1982)"),  # nor do two, far apart
    ],
)
def test_a_short_list_may_have_been_written_long_after_its_last_date(dated: list[str]) -> None:
    zh = chinese("日本鹿兒島（1982年10月30日）", "比利時蒙斯（2019年5月14日）")
    assert said(verdicts(zh, english(*dated))["蒙斯"]) == ("only-zh", "partner-missing")


def test_rows_that_rules_keep_apart_or_alone_say_so() -> None:
    apart = rule("kind: no-match, zh: {partner: 鹿兒島}, en: {partner: Kagoshima}")
    found = verdicts(ZH, EN, apart)
    assert said(found["鹿兒島"]) == ("only-zh", "kept-apart")
    assert found["鹿兒島"].params == {"rule": "r", "rival": "Kagoshima"}
    assert found["Kagoshima"].params == {"rule": "r", "rival": "鹿兒島"}
    alone = rule("kind: only-in, side: zh, pair: {zh: {partner: 鹿兒島}}")
    assert verdicts(ZH, EN, alone)["鹿兒島"].params == {"rule": "r"}


def test_an_entry_that_the_copy_lost_cannot_be_compared() -> None:
    zh = chinese("美國芝加哥", "美國達拉斯", "美國底特律", "美國休斯敦", "美國波特蘭", "美國西雅圖")
    cities = ("Chicago", "Dallas", "", "Houston", "Portland", "Seattle")
    en = "Changsha\n\n" + "".join(f"- {c}, United States\n" if c else "\n" for c in cities)
    verdict = verdicts(zh, en)["底特律"]
    assert said(verdict) == ("not-comparable", "lost-in-copy")
    assert [verdict.params[k] for k in ("before", "after", "latin")] == [
        "Dallas",
        "Houston",
        "Detroit",
    ]


def test_a_row_stated_twice_has_the_verdict_of_the_first_and_points_at_it() -> None:
    facts = facts_of(ZH + "- 日本鹿兒島\n", EN)
    repeat = next(v for v in facts.verdicts if v.reason == "stated-twice")
    assert (repeat.verdict, repeat.en, repeat.params["line"]) == ("agree", None, 3)
    facts = facts_of(ZH, EN + "- Mons, Belgium\n- Mons, Belgium\n")
    first, second = (v for v in facts.verdicts if v.en and not v.zh)
    assert {said(first), said(second)} == {
        ("only-en", "partner-missing"),
        ("only-en", "stated-twice"),
    }


# -- hosts without counterpart -----------------------------------------------------------------


def test_a_host_that_the_other_list_has_not_cannot_be_compared() -> None:
    zh = ZH + chinese("日本大分市", host="武漢市", section="湖北")
    assert said(verdicts(zh, EN)["大分市"]) == ("not-comparable", "no-host-block")
    en = EN + "\n" + english("Lyon, France", host="Chengdu")
    assert said(verdicts(ZH, en)["Lyon"]) == ("not-comparable", "no-host-block")


def test_a_host_whose_section_is_empty_says_so() -> None:
    en = EN + "\n" + english("Lyon, France", host="Chengdu")
    verdict = verdicts(ZH + "## 四川\n", en)["Lyon"]
    assert said(verdict) == ("not-comparable", "section-empty")
    assert verdict.params["sections"] == ("四川",)


AREAS = """\
## 廣東

廣東省

- 日本兵庫縣

廣州市

- 日本福岡市

延邊朝鮮族自治州

- 日本鳥取縣
"""
CITIES = "Guangzhou\n\n- Fukuoka, Japan\n"
WITH_PROVINCE = CITIES + "\nSichuan\n\n- Lyon, France\n"


@pytest.mark.parametrize(
    ("en", "scope", "province", "prefecture"),
    [
        (CITIES, None, "level-out-of-scope", "level-out-of-scope"),
        (CITIES, "all", "no-host-block", "no-host-block"),
        (WITH_PROVINCE, None, "no-host-block", "level-out-of-scope"),
        (WITH_PROVINCE, "cities", "level-out-of-scope", "level-out-of-scope"),
    ],
)
def test_whether_a_host_could_have_been_listed_at_all(
    en: str, scope: Scope | None, province: str, prefecture: str
) -> None:
    facts = facts_of(AREAS, en, settings=Settings(AS_OF, scope=scope))
    reasons = {facts.subject(v).host: v.reason for v in facts.verdicts if v.zh}
    assert reasons == {
        "廣東省": province,
        "廣州市": "same-place",
        "延邊朝鮮族自治州": prefecture,
    }
