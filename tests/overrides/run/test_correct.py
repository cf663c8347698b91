from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from reconcile.models import ParsedSource, SourceRef
from reconcile.overrides import load_rules
from reconcile.overrides.run.correct import correct
from reconcile.sources import read_document
from tests.overrides.factory import AS_OF
from tests.overrides.pair import PARIS, ZH, names, result_of


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
