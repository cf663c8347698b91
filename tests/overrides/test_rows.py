"""Rules about single rows, names and texts: what they change, and how they contradict."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from reconcile.errors import CombinedError
from reconcile.models import ParsedSource, Result, SourceRef
from reconcile.overrides import load_rules
from reconcile.overrides.run.correct import correct
from reconcile.pipeline import RunCache, Settings, run
from reconcile.sources import read_document
from tests.overrides.factory import AS_OF, text

ZH = """\
## 北京

| 城市 | 國家 | 友好城市 | 結好日期 |
| --- | --- | --- | --- |
| 北京市 | 日本 | 東京 | 1979年3月14日 |
| 北京市 | 法国 | 巴黎 | 20015年3月1日 |
| 北京市 | 德国 | 科隆 |  |
| 北京市 | 瑞典 | 塞德港 | 1999年4月8日 |
| 北京市 | 西班牙 | 马德里 | 1985年9月16日 |
"""
EN = """\
==B==
Beijing

- Cologne, Germany
- Paris, France
- Port Said, Egypt
- Tokyo, Japan (1980)
"""
CACHE = RunCache()


def result_of(*rules: str, zh: str = ZH) -> Result:
    documents = [
        read_document(zh.encode(), "zh.md", "zh"),
        read_document(EN.encode(), "en.txt", "en"),
    ]
    loaded = load_rules([("r.yaml", text(*rules))])
    return run(documents, loaded, Settings(AS_OF), cache=CACHE)


def names(result: Result, partner: str, open_only: bool = True) -> set[str]:
    """The names of the findings about the rows of one partner."""
    ids = {r.id for r in result.records if partner in r.partner}
    return {
        f.name
        for f in result.findings
        if ids & set(f.records) and (f.rule is None or not open_only)
    }


PARIS = "id: t, kind: typo, at: {side: zh, quote: 20015年}, should-be: 2015年, because: x"
TOKYO = "pair: {zh: {partner: 東京}, en: {partner: Tokyo}}"


@pytest.mark.parametrize(
    ("partner", "finding", "rule"),
    [
        ("東京", "conflict-date", f"id: a, kind: date, {TOKYO}, value: 1979-03-14, because: x"),
        ("東京", "conflict-date", "id: a, kind: no-date, pair: {zh: {partner: 東京}}, because: x"),
        ("科隆", "missing-date", "id: a, kind: no-date, pair: {zh: {partner: 科隆}}, because: x"),
        (
            "科隆",
            "missing-date",
            "id: a, kind: date, pair: {zh: {partner: 科隆}}, value: 1987, because: x",
        ),
        ("巴黎", "impossible-date", PARIS),
        (
            "巴黎",
            "impossible-date",
            "id: a, kind: date, pair: {zh: {partner: 巴黎}}, value: 2015-03, because: x",
        ),
        (
            "塞德港",
            "weak-link",
            "id: a, kind: place, side: zh, name: 塞德港, is: {country: EG}, because: x",
        ),
        (
            "马德里",
            "only-zh",
            "id: a, kind: only-in, side: zh, pair: {zh: {partner: 马德里}}, because: x",
        ),
        ("塞德港", "weak-link", "id: a, kind: ignore, code: weak-link, because: x"),
    ],
)
def test_a_rule_settles_its_finding_which_comes_back_without_it(
    partner: str, finding: str, rule: str
) -> None:
    with_it = result_of(rule)
    assert finding not in names(with_it, partner)
    assert finding in names(result_of(), partner)
    (use,) = with_it.rules
    assert use.effects
    assert not [f for f in with_it.findings if f.name.startswith("rule-")]


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


def test_the_same_correction_twice_is_made_once() -> None:
    result = result_of(PARIS, PARIS.replace("id: t", "id: t2"))
    assert "impossible-date" not in names(result, "巴黎")
    assert all(use.effects for use in result.rules)


@pytest.mark.parametrize(
    ("at", "should", "said"),
    [
        ("quote: 1979年3月13日", "x", "the text 1979年3月13日 is not in the source (any more)"),
        ("quote: 西德", "德国", "; 德国 stands there already: delete the rule"),
        ("quote: 北京市", "x", "stands 5 times, in lines 5, 6, 7, 8, 9; add near-line"),
        ("quote: '|', near-line: 6", "x", "; quote more of the line"),
        ("quote: 東京, source: other.md", "x", "is not in the source"),
    ],
)
def test_a_quotation_that_names_no_single_text_is_reported(at: str, should: str, said: str) -> None:
    result = result_of(
        f"id: t, kind: typo, at: {{side: zh, {at}}}, should-be: {should}, because: x"
    )
    (finding,) = [f for f in result.findings if f.name == "rule-stale"]
    assert said in finding.message
    assert "Rule t (r.yaml:3)" in finding.message


def test_a_quotation_is_found_where_it_has_moved_to() -> None:
    rule = PARIS.replace("年}", "年, near-line: 6}")
    moved = result_of(rule, zh="# Lists\n\nOf cities.\n\n" + ZH)
    assert "impossible-date" not in names(moved, "巴黎")


def refs_of(value: Any) -> list[SourceRef]:
    if isinstance(value, SourceRef):
        return [value]
    if isinstance(value, tuple):
        return [r for v in value for r in refs_of(v)]
    if is_dataclass(value):
        return [r for f in fields(value) for r in refs_of(getattr(value, f.name))]
    return []


@pytest.mark.parametrize(
    ("quote", "should"),
    [
        ("20015年", "2015年"),
        ("巴黎", "巴黎城（友好協議）"),
        ("法国 | 巴黎", "法国 | 巴"),
        ("| 日本 |", "|日本|"),
        ("## 北京", "## 北京市和別的"),
    ],
)
def test_what_is_reported_points_at_what_the_source_says(quote: str, should: str) -> None:
    rule = f"id: t, kind: typo, at: {{side: zh, quote: '{quote}'}}, should-be: '{should}'"
    result = result_of(rule + ", because: x")
    lines = ZH.splitlines()
    source: ParsedSource = result.sources[0]
    assert source.document.text == ZH
    refs = refs_of((source.records, source.blocks, source.sections, source.partnerless))
    refs += [r for f in result.findings for r in f.refs if r.source == source.document.id]
    assert len(refs) > 20
    for ref in refs:
        assert lines[ref.line - 1][ref.column - 1 : ref.end_column - 1] == ref.text
    assert {r.raw for r in source.records} <= set(lines)


def test_documents_without_corrections_are_left_alone() -> None:
    document = read_document(ZH.encode(), "zh.md", "zh")
    assert correct([document], load_rules([]), AS_OF).documents[0] is document
