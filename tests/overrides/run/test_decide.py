from __future__ import annotations

import pytest

from reconcile.overrides import Decisions, RuleSet, load_rules, resolve
from reconcile.pipeline import Settings, run
from reconcile.sources import read_document
from tests.overrides.factory import AS_OF, ROWS, rules, text
from tests.overrides.pair import CACHE, EN, ZH, result_of

KL = "id: kl, kind: match, zh: {partner: 吉隆坡}, en: {partner: Kuala Lumpur}, because: x"


def test_no_rules_decide_nothing() -> None:
    assert resolve(RuleSet(), ROWS, AS_OF) == Decisions()


def test_match_forces_one_pair() -> None:
    (forced,) = resolve(rules(KL), ROWS, AS_OF).forced
    assert (forced.rule.id, forced.zh_id, forced.en_id) == ("kl", "z3", "e3")


def test_no_match_forbids_every_pair() -> None:
    ruleset = rules("id: a, kind: no-match, zh: {partner: 莫斯科}, en: {host: Baotou}, because: x")
    (apart,) = resolve(ruleset, ROWS, AS_OF).forbidden
    assert apart.pairs == {("z4", "e1"), ("z4", "e2"), ("z5", "e1"), ("z5", "e2")}


def test_alias_knows_its_rows_and_needs_none() -> None:
    ruleset = rules(
        "id: a, kind: alias, side: zh, name: 莫斯科, same-as: x, because: x",
        "id: b, kind: alias, side: en, name: 莫斯科, same-as: x, because: x",
    )
    one, two = resolve(ruleset, ROWS, AS_OF).aliases
    assert (one.side, one.name, one.same_as, one.records) == ("zh", "莫斯科", "x", ("z4", "z5"))
    assert two.records == ()


def test_the_same_match_twice_is_no_contradiction() -> None:
    assert len(resolve(rules(KL, KL.replace("kl", "kl2")), ROWS, AS_OF).forced) == 2


def test_a_rule_applies_on_its_last_day_and_not_later() -> None:
    ruleset = rules(KL + ", until: 2026-11-30")
    assert resolve(ruleset, ROWS, "2026-11-30").forced
    late = resolve(ruleset, ROWS, "2026-12-01")
    assert (late.forced, [r.id for r in late.expired]) == ((), ["kl"])


def test_an_expired_rule_may_name_rows_that_are_gone() -> None:
    ruleset = rules(KL.replace("吉隆坡", "nowhere") + ", until: 2020-01-01")
    assert not resolve(ruleset, ROWS, AS_OF).forced


def test_a_place_rule_may_be_limited_to_a_host() -> None:
    rule = "id: a, kind: place, side: zh, name: 塞德港, is: {country: EG}, because: x"
    there = result_of(rule + ", host: 北京市")
    assert {r.country for r in there.records if r.partner == "塞德港"} == {"EG"}
    elsewhere = result_of(rule + ", host: 上海市")
    assert {r.country for r in elsewhere.records if r.partner == "塞德港"} == {"SE"}
    assert [f.name for f in elsewhere.findings if f.name.startswith("rule-")] == ["rule-unused"]


@pytest.mark.parametrize(
    ("side", "name", "region", "parent"),
    [
        ("zh", "東京", "California", "加利福尼亚州"),
        ("en", "Tokyo", "California", "California"),
        ("zh", "東京", "加州", "加州"),
        ("zh", "東京", "Nowhere in particular", "Nowhere in particular"),
    ],
)
def test_a_region_is_said_in_the_language_of_its_side(
    side: str, name: str, region: str, parent: str
) -> None:
    keys = f"side: {side}, name: {name}, is: {{country: US, region: {region}}}"
    result = result_of(f"id: a, kind: place, {keys}, because: x")
    assert [r.parent for r in result.records if r.name == name] == [parent]


def test_an_agreement_may_end_and_be_of_another_kind() -> None:
    keys = "pair: {zh: {partner: 马德里}}, relation: friendship, ended: 1995"
    result = result_of(f"id: a, kind: status, {keys}, because: x")
    (row,) = [r for r in result.records if r.partner == "马德里"]
    assert (row.ended, row.relation) == (True, "friendship")


def test_what_a_rule_says_of_the_kind_is_compared() -> None:
    zh = ZH.replace("| 東京 |", "| 東京（友好協議） |")
    documents = [
        read_document(zh.encode(), "zh.md", "zh"),
        read_document(EN.replace("(1980)", "(memorandum)").encode(), "en.txt", "en"),
    ]
    both = "id: a, kind: status, because: x, relation: friendship, pair: "

    def kinds(*rules: str) -> list[str | None]:
        loaded = load_rules([("r.yaml", text(*rules))])
        found = run(documents, loaded, Settings(AS_OF), cache=CACHE).findings
        return [f.rule for f in found if f.name == "conflict-kind"]

    assert kinds() == [None]
    assert kinds(both + "{zh: {partner: 東京}, en: {partner: Tokyo}}") == []
    assert kinds(both + "{zh: {partner: 東京}}") == ["a"]


def test_a_row_that_stands_alone_is_linked_to_none_and_says_why() -> None:
    result = result_of("id: a, kind: only-in, side: zh, pair: {zh: {partner: 東京}}, because: x")
    (row,) = [r for r in result.records if r.partner == "東京"]
    (verdict,) = [v for v in result.verdicts if v.zh == row.id]
    assert (verdict.verdict, verdict.reason) == ("only-zh", "only-in")
    assert "rule a" in verdict.why


@pytest.mark.parametrize(
    ("side", "name", "means"),
    [
        ("zh", "香洲区", "Zhuhai"),  # as the other list shows it
        ("zh", "香洲区", "珠海市"),  # another name of the place
        ("en", "Zhuhai", "香洲区"),
    ],
)
def test_a_host_is_looked_up_by_the_name_that_a_rule_gives_it(
    side: str, name: str, means: str
) -> None:
    rows = "| 香洲区 | 日本福冈 |\n| 香洲区 | 美国底特律 |\n"
    zh = f"## 廣東\n\n| 城市 | 友好城市 |\n| --- | --- |\n{rows}"
    en = "==Z==\nZhuhai\n\n- Fukuoka, Japan\n- Detroit, United States\n"
    documents = [
        read_document(zh.encode(), "zh.md", "zh"),
        read_document(en.encode(), "en.txt", "en"),
    ]
    rule = f"id: h, kind: host, side: {side}, name: {name}, is: {means}, because: x"

    def relations(*rules: str) -> list[str]:
        loaded = load_rules([("r.yaml", text(*rules))])
        return [x.relation for x in run(documents, loaded, Settings(AS_OF)).links]

    assert relations() == ["other-host"] * 2
    assert relations(rule) == ["same"] * 2
    assert relations(rule + ", section: 廣西" * (side == "zh")) == (
        ["other-host"] * 2 if side == "zh" else ["same"] * 2
    )
