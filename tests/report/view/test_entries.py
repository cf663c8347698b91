"""Grouping and counting, for any findings at all."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.catalogue import CODES, LANGUAGES, Lang
from reconcile.models import Finding, Result
from reconcile.report.view.captions import ORIGINS, SEVERITIES
from reconcile.report.view.entries import AT_MOST, Section, build_entries, limited
from reconcile.report.view.view import View, build_view


@st.composite
def findings(draw: st.DrawFn) -> list[Finding]:
    """Findings of any code, severity, origin and grouping; messages are not the point here."""
    names = st.sampled_from([c for c in CODES if c.grouped is None])
    made = []
    for i in range(draw(st.integers(0, 150))):
        code = draw(names)
        made.append(
            Finding(
                id=f"{i:08x}",
                code=code.code,
                name=code.name,
                severity=draw(st.sampled_from(SEVERITIES)),
                origin=draw(st.sampled_from(ORIGINS)),
                message="A sentence.",
                params={},
                refs=(),
                group=draw(st.sampled_from([None, None, f"{code.name}-a", f"{code.name}-b"])),
                rule=draw(st.sampled_from([None, None, None, "r1"])),
            )
        )
    return made


@given(findings(), st.integers(1, 80))
def test_every_finding_is_in_one_entry_and_counts_add_up(
    given_findings: list[Finding], at_most: int
) -> None:
    entries = build_entries(given_findings, {}, (), at_most)
    assert Counter(f.id for e in entries for f in e.findings) == Counter(
        f.id for f in given_findings
    )
    assert len({e.id for e in entries}) == len(entries)
    for e in entries:
        assert {f.code for f in e.findings} == {e.code} or e.parts == ()
        assert [f for p in e.parts for f in p.findings] in ([], list(e.findings))
        assert len({f.rule is None for f in e.findings}) == 1
    open_ = [e for e in entries if not e.settled]
    single = {(e.code, e.origin == "copy", e.severity in ("error", "warning")) for e in open_}
    assert len(open_) <= max(at_most, len(single))


def test_a_reader_faces_no_more_than_so_many_entries(seeds: Result) -> None:
    view = build_view(seeds)
    assert view.findings.entries <= AT_MOST
    assert sum(e.count for e in view.entries) == view.findings.total


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_said_in_each_language(seeds: Result, lang: Lang) -> None:
    for entry in build_view(seeds).entries:
        said = [entry.sentence(lang), *(part.sentence(lang) for part in entry.parts)]
        assert all(said)
    view = build_view(seeds).in_language(lang)
    assert view.sentence.endswith("." if lang == "en" else "。")
    assert view.rate_sentence.endswith("." if lang == "en" else "。")


@pytest.mark.parametrize("limit", [None, 0, 1, 3, 1000])
def test_a_limit_hides_and_says_how_many(view: View, limit: int | None) -> None:
    sections = [Section("a", view.entries[:2]), Section("b", view.entries[2:])]
    shown, hidden = limited(sections, limit)
    kept = [e for s in shown for e in s.entries]
    assert kept == list(view.entries[:limit])
    assert hidden == len(view.entries) - len(kept)
    assert all(s.entries for s in shown)
