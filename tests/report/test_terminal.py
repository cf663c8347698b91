from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from reconcile.catalogue import LANGUAGES, Lang
from reconcile.models import Result, SourceRef
from reconcile.report.filter import Filter
from reconcile.report.terminal import render_concise, render_terminal
from reconcile.report.view.entries import Section, build_entries
from reconcile.report.view.view import View, build_view
from tests.report.factory import finding, make_result, with_page


def printed(
    view: View,
    columns: int = 80,
    limit: int = 10,
    ascii_only: bool = False,
    outputs: tuple[str, ...] = (),
    color: bool = False,
    no_color: bool = False,
    **more: Any,
) -> str:
    out = io.StringIO()
    console = Console(file=out, width=columns, force_terminal=color, no_color=no_color, _environ={})
    render_terminal(view, console, limit=limit, ascii_only=ascii_only, outputs=outputs, **more)
    return out.getvalue()


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_the_terminal(view: View, columns: int, ascii_only: bool) -> None:
    text = printed(view, columns, 100, ascii_only)
    # A path is never cut, so that terminals can open it.
    lines = [x for x in text.splitlines() if not x.lstrip().startswith("--> ")]
    assert max(map(cell_len, lines)) <= columns


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_carets_stand_under_the_span_by_display_width(columns: int) -> None:
    view = build_view(make_result(whole=True))
    lines = printed(view, columns, 100).splitlines()
    spans = {r.text for f in view.result.findings for r in f.refs}
    seen = 0
    for above, below in pairwise(lines):
        bar = below.find(" | ")
        carets = below[bar + 3 :].strip() if bar >= 0 else ""
        if not carets or set(carets) != {"^"}:
            continue
        seen += 1
        start = cell_len(below) - len(carets)
        assert within(above, start, len(carets)) in spans
    assert seen > 20


def within(line: str, start: int, cells: int) -> str:
    """The text that stands in the given cells of a line."""
    at, found = 0, ""
    for char in line:
        if start <= at < start + cells:
            found += char
        at += cell_len(char)
    return found


def test_a_pipe_gets_plain_text(view: View) -> None:
    assert "\x1b" not in printed(view)
    assert "\x1b[" in printed(view, color=True)


def test_no_color_has_no_colours(view: View) -> None:
    text = printed(view, color=True, no_color=True)
    assert not any(f"\x1b[{code}m" in text for code in range(30, 38))


def test_ascii_only_adds_nothing_beyond_ascii(result: Result) -> None:
    english = replace(result, findings=result.findings[-3:])
    for char in printed(build_view(english), ascii_only=True):
        assert ord(char) < 128 or ord(char) > 0x2E7F or char in "öäüÜ"


def test_it_says_how_many_are_hidden(view: View) -> None:
    shown = len(view.top(2))
    text = f"{len(view.open) - shown} more entries about the page not shown."
    assert text in printed(view, limit=2)


def test_the_last_lines_hold_the_numbers_of_the_view(view: View) -> None:
    text = printed(view, 120, outputs=("reports/index.html",))
    assert view.sentence in text.replace("\n", " ")
    assert f"{view.verdicts['only-en']} only in English" in text
    assert f"structure {view.findings.by_family['structure']}" in text
    assert "1 of 2 used" in text
    assert "0 not understood" in text
    assert text.endswith("reports/index.html\n")


def test_faults_of_the_copy_are_only_counted(view: View) -> None:
    text = printed(view, 200, limit=1000)
    count = sum(e.count for e in view.of_copy)
    assert f"{count} findings about this copy, not the page" in text
    assert not any(e.message in text for e in view.of_copy)


def test_escape_codes_of_a_source_do_nothing() -> None:
    line = "- USA Evil\x1b[31m\u202eTown\x07, United States\n"
    made = make_result(texts=("## 北京\n", f"Beijing\n\n{line}"))
    doc = made.sources[1].document
    ref = SourceRef(doc.id, 3, 7, 11, "Evil")
    found = finding("N101", "country-name", "error", "page", "A \x1b[2J name.", (ref,))
    text = printed(build_view(replace(made, findings=(found,))), 120)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<U+202E>" in text


def test_concise_is_one_line_a_finding(view: View) -> None:
    findings = Filter().pick(view)
    lines = render_concise(view, findings).splitlines()
    assert len(lines) == view.findings.open
    first = view.open[0].head
    ref = first.refs[0]
    path = view.documents[ref.source].path
    assert lines[0] == (
        f"{path}:{ref.line}:{ref.column}: {first.code} {first.name} {first.message} [{first.id}]"
    )


def test_verbose_shows_every_piece_of_evidence(view: View) -> None:
    link = next(view.links[f.link] for f in view.result.findings if f.link)
    text = printed(view, 160, 100, verbose=True)
    assert all(e.detail in text for e in link.evidence)
    assert not all(e.detail in printed(view, 160, 100) for e in link.evidence)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_said_in_each_language(view: View, lang: Lang) -> None:
    text = printed(view.in_language(lang), 120, 100)
    entry = next(e for e in view.open if e.name == "empty-section")
    assert entry.sentence(lang)[:20] in text
    said = {"en": "  do   ", "zh-Hans": "  处理 ", "zh-Hant": "  處理 "}
    assert said[lang] in text
    assert not any(other in text for key, other in said.items() if key != lang)


def test_entries_put_together_show_their_parts_and_the_way_to_the_rest(view: View) -> None:
    entries = build_entries(view.result.findings, view.links, view.documents, at_most=1)
    text = printed(view, 120, 100, sections=[Section("names", entries)])
    whole = next(e for e in entries if len(e.parts) > 3)
    assert whole.message in text
    assert all(e.message.split(" ")[0] in text for e in whole.parts[:3])
    assert f"reconcile --select {whole.code}" in text
    assert f"names ({view.findings.total})" in text


def test_a_source_that_is_a_page_is_told_with_its_revision(result: Result) -> None:
    assert "\npage " not in printed(build_view(result))
    known = build_view(with_page(result))
    text = printed(known, 100)
    assert 'page      Twin towns "<b>, revision 12 of 2026-11-28, CC BY-SA 4.0' in text
    assert "index.php?title=Twin_towns_%22%3Cb%3E&oldid=12\n" in text
    assert "頁面      Twin towns" in printed(known.in_language("zh-Hant"), 100)
