from __future__ import annotations

from collections import Counter

from reconcile.models import Result
from reconcile.report.view.breakdown import province_of, provinces, sections


def test_every_verdict_stands_in_one_province(result: Result) -> None:
    rows = provinces(result)
    verdicts = sum((Counter(row.verdicts) for row in rows), Counter())
    assert verdicts == Counter(v.verdict for v in result.verdicts)
    assert len({row.name for row in rows}) == len(rows)


def test_those_with_most_agreements_come_first_and_the_unknown_last(result: Result) -> None:
    named = [row for row in provinces(result) if row.name]
    sizes = [sum(row.verdicts.values()) for row in named]
    assert sizes == sorted(sizes, reverse=True)
    assert all(row.name for row in provinces(result)[: len(named)])


def test_a_province_has_the_title_of_its_chinese_section(result: Result) -> None:
    titles = {row.name: row.title for row in provinces(result)}
    assert titles["Yunnan"].startswith("雲南")
    assert titles["Beijing"].startswith("北京")


def test_the_side_that_leaves_a_province_empty_is_named(result: Result) -> None:
    for row in provinces(result):
        gaps = [
            v
            for v in result.verdicts
            if province_of(result, v) == row.name and v.reason == "section-empty"
        ]
        assert (row.empty_in == "zh") == bool(gaps)


def test_sections_count_the_rows_below_them(result: Result) -> None:
    rows = sections(result)
    for source in result.sources:
        own = [row for row in rows if row.source == source.document.id]
        assert sum(row.records for row in own) == len(source.records)
        assert all(sum(row.verdicts.values()) == row.records for row in own)
        assert [row.line for row in own] == sorted(row.line for row in own)
