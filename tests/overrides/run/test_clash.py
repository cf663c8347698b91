from __future__ import annotations

import pytest

from reconcile.errors import CombinedError
from reconcile.overrides import RuleSet, resolve
from tests.overrides.factory import AS_OF, ROWS, rules
from tests.overrides.pair import TOKYO, result_of

KL = "id: kl, kind: match, zh: {partner: 吉隆坡}, en: {partner: Kuala Lumpur}, because: x"


def refused(ruleset: RuleSet) -> list[str]:
    return [str(e) for e in resolve(ruleset, ROWS, AS_OF).clashes]


def test_match_against_no_match_is_a_contradiction() -> None:
    apart = "id: apart, kind: no-match, zh: {host: 廣州市}, en: {id: e3}, because: x"
    assert refused(rules(KL, apart)) == [
        "rules/a.yaml:4:5: rule kl (rules/a.yaml:3:5) links 廣州市 – 吉隆坡 and Guangzhou – Kuala "
        "Lumpur, and rule apart (rules/a.yaml:4:5) keeps them apart: delete one of the two"
    ]


@pytest.mark.parametrize(
    ("zh", "en", "row"), [("z3", "e4", "廣州市 – 吉隆坡"), ("z5", "e3", "Guangzhou – Kuala Lumpur")]
)
def test_one_row_has_one_partner(zh: str, en: str, row: str) -> None:
    other = f"id: o, kind: match, zh: {{id: {zh}}}, en: {{id: {en}}}, because: x"
    assert refused(rules(KL, other)) == [
        f"rules/a.yaml:4:5: rules kl (rules/a.yaml:3:5) and o (rules/a.yaml:4:5) link {row} "
        "to two different rows: delete one of the two"
    ]


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        (
            f"kind: date, {TOKYO}, value: 1979",
            "kind: date, pair: {zh: {partner: 東京}}, value: 1980",
            "give 北京市 – 東京 two different dates",
        ),
        (
            f"kind: date, {TOKYO}, value: 1979",
            "kind: no-date, pair: {zh: {host: 北京市}}",
            "give 北京市 – 東京 two different dates",
        ),
        (
            "kind: place, side: zh, name: 塞德港, is: {country: EG}",
            "kind: place, side: zh, name: 塞德港, is: {country: US}, host: 北京市",
            "put 北京市 – 塞德港 into two different countries",
        ),
        (
            "kind: host, side: zh, name: 北京市, is: Beijing",
            "kind: host, side: zh, name: 北京市, is: Tokyo",
            "take the host of 北京市 – 東京 for two different places",
        ),
        (
            "kind: status, pair: {zh: {partner: 東京}}, relation: friendship",
            "kind: status, pair: {zh: {partner: 東京}}, relation: memorandum",
            "say of 北京市 – 東京 that it is two different kinds of agreement",
        ),
        (
            "kind: match, zh: {partner: 東京}, en: {partner: Tokyo}",
            "kind: only-in, side: en, pair: {en: {partner: Tokyo}}",
            "rule two (r.yaml:4:5) says that Beijing – Tokyo stands in one list only, and rule one "
            "(r.yaml:3:5) links it",
        ),
        (
            "kind: typo, at: {side: zh, quote: 20015年}, should-be: 2015年",
            "kind: typo, at: {side: zh, quote: 20015年3月}, should-be: 2001年3月",
            "read 20015年 in two ways",
        ),
    ],
)
def test_rules_that_contradict_each_other_are_both_named(one: str, two: str, said: str) -> None:
    with pytest.raises(CombinedError) as caught:
        result_of(f"id: one, {one}, because: x", f"id: two, {two}, because: x")
    (error,) = [e for e in caught.value.errors if said in str(e)]
    assert (error.path, error.line) == ("r.yaml", 4)
    assert "one (r.yaml:3:5)" in str(error)
    assert "two (r.yaml:4:5)" in str(error)
    assert str(error).endswith("delete one of the two")
