from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reconcile.models import Result
from reconcile.report.view.captions import VERDICTS, family_of
from reconcile.report.view.counts import (
    FAMILIES,
    count_comparable,
    count_findings,
    count_reasons,
    count_source,
    count_verdicts,
)
from reconcile.report.view.entries import build_entries


def test_every_line_of_a_source_is_counted_once(result: Result) -> None:
    for source in result.sources:
        seen = count_source(source, ())
        ignored = sum(n for _, n in seen.ignored)
        lines = seen.record_lines + seen.structure + ignored + len(seen.not_understood)
        assert lines == seen.lines == len(source.uses)
        assert seen.records == len(source.records)
        assert seen.dated == sum(r.date is not None for r in source.records)


def test_reasons_for_ignoring_come_by_number_and_lines_not_understood_by_place(
    result: Result,
) -> None:
    uses = ("ignored:prose", "ignored:link", "not-understood", "ignored:link", "not-understood")
    source = replace(result.sources[0], uses=uses)
    seen = count_source(source, ())
    assert seen.ignored == (("link", 2), ("prose", 1))
    assert seen.not_understood == (3, 5)


def test_a_source_without_dates_has_no_first_and_last(result: Result) -> None:
    source = result.sources[1]
    bare = replace(source, records=tuple(replace(r, date=None) for r in source.records))
    seen = count_source(bare, ())
    assert (seen.dated, seen.first_date, seen.last_date) == (0, None, None)


def test_verdicts_that_nothing_has_are_counted_too(result: Result) -> None:
    assert count_verdicts(()) == dict.fromkeys(VERDICTS, 0)
    assert sum(count_verdicts(result.verdicts).values()) == len(result.verdicts)


def test_reasons_stand_by_verdict_and_number(result: Result) -> None:
    rows = count_reasons(result.verdicts)
    order = [(VERDICTS.index(r.verdict), -r.count) for r in rows]
    assert order == sorted(order)
    assert sum(r.count for r in rows) == len(result.verdicts)


def test_what_is_not_comparable_counts_for_neither_side(result: Result) -> None:
    seen = count_comparable(result)
    none = replace(
        result, verdicts=tuple(replace(v, verdict="not-comparable") for v in result.verdicts)
    )
    assert (count_comparable(none).zh, count_comparable(none).agreements) == (0, 0)
    assert count_comparable(none).zh_all == seen.zh_all == len(result.sources[0].records)


@given(st.data())
def test_each_way_of_counting_has_every_open_finding(result: Result, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(result.findings), unique_by=lambda f: f.id))
    entries = build_entries(chosen, {}, ())
    seen = count_findings(chosen, entries)
    open_ = [f for f in chosen if f.rule is None]
    assert (seen.total, seen.open) == (len(chosen), len(open_))
    for counts in (seen.by_family, seen.by_name, seen.by_code, seen.by_severity, seen.by_origin):
        assert sum(counts.values()) == len(open_)
    assert seen.by_name == Counter(f.name for f in open_)
    assert {k: n for k, n in seen.by_family.items() if n} == Counter(map(family_of, open_))
    assert list(seen.by_family)[: len(FAMILIES)] == list(FAMILIES)
    unsettled = [e for e in entries if not e.settled]
    for code, n in seen.entries_by["code"].items():
        assert n == sum(any(f.code == code for f in e.findings) for e in unsettled)
