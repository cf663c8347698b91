from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.models import Result
from reconcile.report.changes import changes, print_changes


def test_a_run_does_not_differ_from_itself(
    result: Result, capsys: pytest.CaptureFixture[str]
) -> None:
    assert changes(result, result) == []
    print_changes([])
    assert capsys.readouterr().out == "  no finding and no verdict changes\n"


def test_findings_are_new_gone_settled_or_open_again(result: Result) -> None:
    first, second, third, *rest = (f for f in result.findings if f.rule is None)
    other = replace(third, params={**third.params, "host": "elsewhere"})
    old = replace(result, findings=(first, second, third, *rest))
    new = replace(result, findings=(replace(second, rule="r"), other, *rest))
    lines = changes(old, new)
    assert [line[0] for line in lines] == ["✓", "-", "~"]
    assert lines[0].endswith(f"{second.message} (rule r)")
    back = changes(new, old)
    assert [line[0] for line in back] == ["+", "+", "~"]
    assert back[1].endswith("(rule r is gone)")


def test_a_moved_line_is_no_change(result: Result) -> None:
    finding = replace(result.findings[0], params={"line": 3, "host": "x"})
    moved = replace(finding, params={"line": 9, "host": "x"})
    old, new = (replace(result, findings=(f,)) for f in (finding, moved))
    assert changes(old, new) == []


def test_two_rows_that_come_together_are_one_line(result: Result) -> None:
    pair = next(v for v in result.verdicts if v.zh and v.en)
    rest = tuple(v for v in result.verdicts if v is not pair)
    zh = replace(pair, en=None, verdict="only-zh")
    en = replace(pair, zh=None, verdict="only-en")
    apart = replace(result, verdicts=(zh, en, *rest))
    records = {r.id: r for r in result.records}
    names = [f"{records[i].host} – {records[i].partner}" for i in (pair.zh, pair.en) if i]
    assert changes(apart, result) == [f"~ {' = '.join(names)}: only-zh → {pair.verdict}"]
    assert changes(result, apart) == [
        f"~ {names[0]}: {pair.verdict} → only-zh",
        f"~ {names[1]}: {pair.verdict} → only-en",
    ]


def test_rows_that_come_and_go_are_named(result: Result) -> None:
    alone = next(v for v in result.verdicts if not v.en)
    fewer = replace(result, verdicts=tuple(v for v in result.verdicts if v is not alone))
    assert changes(result, fewer)[0].endswith(f": {alone.verdict} → gone")
    assert changes(fewer, result)[0].endswith(f": new row → {alone.verdict}")


def test_a_long_list_is_cut_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    print_changes([f"+ {n}" for n in range(50)], limit=3)
    assert capsys.readouterr().out == "  + 0\n  + 1\n  + 2\n  … and 47 more\n"
