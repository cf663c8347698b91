from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reconcile.models import Severity
from reconcile.report.contract import SavedReport
from reconcile.report.saved.compare import Comparison, compare
from reconcile.report.saved.differences import (
    concise_lines,
    full_lines,
    render_jsonl,
    render_markdown,
    summary,
)


@pytest.fixture(scope="module")
def comparison(report: SavedReport) -> Comparison:
    """Five findings gone and one of another severity; one link gone, one verdict changed."""
    sixth, *rest = report.findings[5:]
    severity: Severity = "info" if sixth.severity != "info" else "error"
    pair = next(v for v in report.verdicts if v.zh and v.en)
    verdicts = tuple(
        replace(v, verdict="conflict", reason="date") if v is pair else v for v in report.verdicts
    )
    findings = (replace(sixth, severity=severity), *rest)
    new = replace(report, findings=findings, links=report.links[1:], verdicts=verdicts)
    return compare(report, new)


def test_every_form_shows_every_difference(comparison: Comparison) -> None:
    assert len(comparison.differences) == 8
    assert len(list(concise_lines(comparison))) == 8
    assert render_markdown(comparison).count("\n- **") == 8
    objects = [json.loads(line) for line in render_jsonl(comparison).splitlines()]
    assert len(objects) == 8
    for made in objects:
        outcome = "changed" if made["old"] and made["new"] else "new" if made["new"] else "gone"
        assert made["change"] == outcome
    text = [line for line, _ in full_lines(comparison, 80)]
    assert sum(line.startswith(("  + ", "  - ", "  ~ ")) for line in text) == 8


def test_the_counts_stand_under_each_kind_and_at_the_end(comparison: Comparison) -> None:
    said = "findings 5 gone, 1 changed; verdicts 1 changed; links 1 gone."
    lines = [line for line, _ in full_lines(comparison, 80)]
    assert summary(comparison) == lines[-1] == said
    assert "findings: 5 gone, 1 changed" in lines
    assert "### Links: 1 gone" in render_markdown(comparison)


def test_what_changed_is_said_with_both_values(comparison: Comparison, report: SavedReport) -> None:
    (finding,) = comparison.of("finding", "changed")
    old, new = report.findings[5], finding.item
    text = "\n".join(concise_lines(comparison))
    assert f"(severity {old.severity} → {new.severity})" in text
    assert ": conflict (verdict agree → conflict; reason same-place → date)" in text


def test_a_place_is_the_path_as_the_user_wrote_it(
    comparison: Comparison, report: SavedReport
) -> None:
    ref = report.findings[0].refs[0]
    place = f"{report.paths[ref.source]}:{ref.line}:{ref.column}"
    assert f"    --> {place}" in [line for line, _ in full_lines(comparison, 40)]
    assert any(line.startswith(f"- finding {place}: ") for line in concise_lines(comparison))


def test_escape_codes_of_a_report_do_nothing(report: SavedReport) -> None:
    evil = tuple(replace(f, message="\x1b[2J\u202e", suggestion=None) for f in report.findings)
    found = compare(replace(report, findings=()), replace(report, findings=evil))
    lines = [*concise_lines(found), *(line for line, _ in full_lines(found, 80))]
    for text in (*lines, render_markdown(found)):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_nothing_is_said_to_be_nothing(report: SavedReport) -> None:
    same = compare(report, report)
    assert [line for line, _ in full_lines(same, 80)] == ["Nothing has changed."]
    assert render_jsonl(same) == ""
