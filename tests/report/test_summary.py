from __future__ import annotations

import re
from dataclasses import replace

from reconcile.models import Result, SourceRef
from reconcile.report.summary import TOP, render_summary
from reconcile.report.view.view import View, build_view
from tests.report.factory import finding


def tables(text: str) -> dict[str, list[list[str]]]:
    """Heading → the rows of the table below it, its head among them."""
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for line in text.splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        elif line.startswith("|") and "---" not in line:
            found.setdefault(heading, []).append([c.strip() for c in line.strip("|").split(" | ")])
    return found


def test_it_begins_with_the_sentence_of_the_view(view: View) -> None:
    text = render_summary(view)
    assert text.startswith(f"# Reconciliation\n\n{view.sentence}\n\n{view.rate_sentence}\n")
    assert render_summary(view.in_language("zh-Hant")) == text


def test_its_tables_hold_the_numbers_of_the_view(view: View) -> None:
    found = tables(render_summary(view))
    assert [row[0] for row in found["Sources"][1:]] == [s.id for s in view.sources]
    numbers = [int(n.replace(",", "")) for _, n in found["Verdicts"][1:]]
    assert numbers == list(view.verdicts.values())
    assert len(found["Reasons"]) == len(view.reasons) + 1
    assert len(found["Provinces"]) == len(view.provinces) + 1
    assert [row[0] for row in found["Findings"][1:]] == list(view.findings.by_code)
    for rows in found.values():
        assert {len(row) for row in rows} == {len(rows[0])}


def test_the_first_findings_have_their_place(view: View) -> None:
    lines = re.findall(r"^- \*\*.*$", render_summary(view), re.M)
    assert len(lines) == len(view.top(TOP))
    head = view.top(1)[0].head
    ref = head.refs[0]
    name = ref.source.removeprefix("zh:").removeprefix("en:")
    assert f"— {name}:{ref.line}:{ref.column} [" in lines[0]


def test_rules_are_counted(view: View) -> None:
    text = render_summary(view)
    assert "1 of 2 rules used." in text
    assert "- muni (match): 1 effect\n" in text
    assert "- lost (no-match): 0 effects\n" in text


def test_a_text_breaks_no_table(result: Result) -> None:
    ref = SourceRef(result.sources[0].document.id, 1, 1, 2, "此")
    evil = finding("N101", "country-name", "error", "page", "a | b\n<i>\n", (ref,))
    text = render_summary(build_view(replace(result, findings=(evil,))))
    assert "error: a \\| b &lt;i> — " in text
