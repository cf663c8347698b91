from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from reconcile.errors import ReconcileError
from reconcile.models import Result
from reconcile.report.json import render_json
from reconcile.report.saved.compare import Change, compare
from reconcile.report.saved.differences import (
    concise_lines,
    full_lines,
    render_jsonl,
    render_markdown,
)
from reconcile.report.saved.read import read_report
from reconcile.report.view.view import View

Report = dict[str, Any]


@pytest.fixture(scope="module")
def report(view: View, result: Result) -> Report:
    return read_report(render_json(result, view), "report.json")


def changes(old: Report, new: Report) -> list[tuple[str, str]]:
    return [(c.kind, c.name) for c in compare(old, new).changes]


def test_a_report_does_not_differ_from_itself(report: Report) -> None:
    same = compare(report, deepcopy(report))
    assert (same.changes, same.sources) == ((), ())
    assert [line for line, _ in full_lines(same, 80)] == ["Nothing has changed."]


def test_moved_lines_change_nothing(report: Report) -> None:
    new = deepcopy(report)
    for f in new["findings"]:
        for ref in f["refs"]:
            ref["line"] += 7
        if "line" in f["params"]:
            f["params"]["line"] += 7
    for r in new["records"]:
        r["line"] += 7
        r["row_line"] += 7
    assert changes(report, new) == []


def test_new_gone_and_changed_findings(report: Report) -> None:
    new = deepcopy(report)
    gone = new["findings"].pop(0)
    new["findings"][0]["severity"] = "info"
    new["findings"].append({**gone, "id": "12345678"})
    found = compare(report, new)
    assert [(c.name, c.item["id"]) for c in found.of("finding")] == [
        ("changed", new["findings"][0]["id"]),
        ("new", "12345678"),
        ("gone", gone["id"]),
    ]
    text = "\n".join(concise_lines(found))
    assert f"severity {report['findings'][1]['severity']} → info" in text


def test_a_turned_comparison_is_the_comparison_turned(report: Report) -> None:
    new = deepcopy(report)
    del new["findings"][:3]
    del new["links"][2]
    for v in new["verdicts"][:4]:
        v.update(verdict="conflict", reason="date")
    turned = {"new": "gone", "gone": "new", "changed": "changed"}
    there, back = changes(report, new), changes(new, report)
    assert sorted(there) == sorted((kind, turned[name]) for kind, name in back)
    assert {name for _, name in there} == {"gone", "changed"}


def test_a_link_undone_changes_both_verdicts(report: Report) -> None:
    new = deepcopy(report)
    at = next(i for i, v in enumerate(new["verdicts"]) if v["zh"] and v["en"])
    whole = new["verdicts"].pop(at)
    new["verdicts"] += [
        {**whole, "en": None, "verdict": "only-zh", "reason": "partner-missing"},
        {**whole, "zh": None, "verdict": "only-en", "reason": "partner-missing"},
    ]
    found = compare(report, new).of("verdict")
    assert [c.name for c in found] == ["changed", "changed"]
    assert all(c.old == whole for c in found)


def test_the_last_digits_of_a_probability_are_no_change(report: Report) -> None:
    new = deepcopy(report)
    link = new["links"][0]
    link["probability"] = round(link["probability"], 2) + 0.001
    assert changes(report, new) == []
    link["probability"] = 0.11
    assert changes(report, new) == [("link", "changed")]


def test_every_form_shows_every_change(report: Report) -> None:
    new = deepcopy(report)
    del new["findings"][:5]
    new["findings"][0]["origin"] = "copy" if report["findings"][5]["origin"] == "page" else "page"
    found = compare(report, new)
    assert len(found.changes) == 6
    assert len(list(concise_lines(found))) == 6
    assert len(render_jsonl(found).splitlines()) == 6
    assert render_markdown(found).count("\n- **") == 6
    first = json.loads(render_jsonl(found).splitlines()[0])
    assert Change(first["kind"], first["old"], first["new"]).name == "changed"
    text = [line for line, _ in full_lines(found, 80)]
    assert sum(line.startswith(("  + ", "  - ", "  ~ ")) for line in text) == 6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nonsense", "valid JSON"),
        ("[" * 100_000, "valid JSON"),
        ("[1, 2]", "names no schema"),
        ('{"schema": "reconcile-report/7"}', "'reconcile-report/7'"),
        ('{"schema": "reconcile-report/1"}', "the report has no"),
    ],
)
def test_what_is_no_report_is_refused(text: str, message: str) -> None:
    with pytest.raises(ReconcileError, match=message) as error:
        read_report(text, "old.json")
    assert error.value.path == "old.json"


def test_a_damaged_report_is_refused_with_the_place(report: Report) -> None:
    broken = deepcopy(report)
    del broken["findings"][2]["id"]
    with pytest.raises(ReconcileError, match=r"findings\[2\] has no 'id'"):
        read_report(json.dumps(broken), "old.json")
    broken = deepcopy(report)
    broken["links"][1]["probability"] = "high"
    with pytest.raises(ReconcileError, match=r"links\[1\]\.probability is not of the type number"):
        read_report(json.dumps(broken), "old.json")
