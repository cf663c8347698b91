"""`summary.md`: the result on one page, for people and for golden files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reconcile.catalogue import counted
from reconcile.report.excerpt import position
from reconcile.report.view import texts
from reconcile.report.view.captions import VERDICTS, label, reason_label
from reconcile.report.view.view import View
from reconcile.visible import harmless

TOP = 20
_MEANS_SOMETHING = re.compile(r"[|`\[\]\\]")
"""What would end a cell, or begin a link, a picture or code."""


def render_summary(view: View) -> str:
    """Counts, what was comparable and the first findings, as Markdown."""
    return harmless("\n".join(_lines(view.in_language("en")))) + "\n"


def _lines(view: View) -> Iterator[str]:
    yield from ("# Reconciliation", "", view.sentence, "", view.rate_sentence)
    yield from ("", f"As of {view.result.as_of}.")
    yield from _sources(view)
    yield from _verdicts(view)
    yield from _coverage(view)
    yield from _findings(view)
    yield from _top(view)
    yield from _rules(view)


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    names = list(head)
    yield "| " + " | ".join(names) + " |"
    yield "| " + " | ".join("---" for _ in names) + " |"
    for row in rows:
        yield "| " + " | ".join(_cell(x) for x in row) + " |"


def _cell(value: object) -> str:
    text = f"{value:,}" if isinstance(value, int) else str(value)
    return " ".join(_MEANS_SOMETHING.sub(r"\\\g<0>", text).replace("<", "&lt;").split())


def _sources(view: View) -> Iterator[str]:
    yield from ("", "## Sources", "")
    head = ("source", "records", "lines", "of records", "structure", "ignored", "not understood")
    yield from _table(
        (*head, "dates"),
        (
            (
                s.id,
                s.records,
                s.lines,
                s.record_lines,
                s.structure,
                ", ".join(f"{reason} {n}" for reason, n in s.ignored) or "0",
                len(s.not_understood),
                f"{s.dated} ({s.first_date} to {s.last_date})" if s.dated else "none",
            )
            for s in view.sources
        ),
    )


def _verdicts(view: View) -> Iterator[str]:
    yield from ("", "## Verdicts", "")
    yield from _table(
        ("verdict", "agreements"), ((label(texts.VERDICTS, k), n) for k, n in view.verdicts.items())
    )
    yield from ("", "### Reasons", "")
    yield from _table(
        ("verdict", "reason", "agreements", "zh", "en"),
        ((r.verdict, reason_label(r.reason), r.count, r.zh, r.en) for r in view.reasons),
    )


def _coverage(view: View) -> Iterator[str]:
    yield from ("", "## Provinces", "")
    head = ("province", "section", "zh", "en", *(label(texts.VERDICTS, v) for v in VERDICTS))
    yield from _table(
        head,
        (
            (
                r.name or "not known",
                r.title,
                r.zh,
                r.en,
                *(r.verdicts.get(v, 0) for v in VERDICTS),
            )
            for r in view.provinces
        ),
    )


def _findings(view: View) -> Iterator[str]:
    f = view.findings
    yield from ("", "## Findings", "")
    yield f"{counted(f.open, 'open finding')} in {counted(f.entries, 'entry')}; "
    yield f"{f.settled:,} settled by rules."
    yield ""
    yield ", ".join(f"{n:,} {name}" for name, n in f.by_severity.items()) + "; "
    yield ", ".join(f"{n:,} {label(texts.ORIGINS, name)}" for name, n in f.by_origin.items()) + "."
    yield ""
    names = {x.code: x.name for x in view.result.findings}
    yield from _table(
        ("code", "name", "findings"),
        ((code, names[code], n) for code, n in f.by_code.items()),
    )


def _top(view: View) -> Iterator[str]:
    yield from ("", "## Most worth acting on", "")
    for e in view.top(TOP):
        times = f" ({e.times})" if e.times else ""
        places = [position(r.source.partition(":")[2], r.line, r.column) for r in e.head.refs]
        place = f" — {_cell(places[0])}" if places else ""
        yield f"- **{e.code} {e.name}** {e.severity}: {_cell(e.message)}{times}{place} [{e.id}]"


def _rules(view: View) -> Iterator[str]:
    yield from ("", "## Rules", "")
    yield f"{view.rules_used} of {counted(len(view.rules), 'rule')} used."
    for r in view.rules:
        yield f"- {r.id} ({r.kind}): {counted(len(r.effects), 'effect')}"
