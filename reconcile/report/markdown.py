"""Findings as Markdown: a comment for a pull request or a page where editors talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reconcile.catalogue import say
from reconcile.models import SourceRef
from reconcile.report.excerpt import cut, visible
from reconcile.report.view import texts
from reconcile.report.view.captions import label
from reconcile.report.view.entries import Entry, Section, limited
from reconcile.report.view.view import View

CELLS = 80
"""Display cells of a source line."""
PLACES = 5
"""An entry shows so many of its places, and says how many more there are."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$@])")


def render_markdown(view: View, sections: Iterable[Section], limit: int | None = None) -> str:
    """The result in a sentence, then every entry with its lines, as many as `limit` allows."""
    return "\n".join(_lines(view, *limited(sections, limit))) + "\n"


def _lines(view: View, sections: Sequence[Section], hidden: int) -> Iterator[str]:
    yield from (f"**{escaped(view.sentence)}**", "", escaped(view.rate_sentence), "")
    if view.since:
        new = {"n": len(view.since.new)}
        gone = {"n": len(view.since.gone)}
        said = (say(texts.BASELINE_NEW, new, view.lang), say(texts.BASELINE_GONE, gone, view.lang))
        path = say(texts.BASELINE_SINCE, {"path": view.since.path}, view.lang)
        yield from (escaped(f"{', '.join(said)} {path}"), "")
    for section in sections:
        if section.heading:
            yield from ("", f"### {escaped(section.heading)}", "")
        for e in section.entries:
            yield from _entry(view, e)
    if not sections and not hidden:
        yield texts.NOTHING_FITS.said_in(view.lang)
    if hidden:
        yield from ("", say(texts.NOT_SHOWN, {"n": hidden}, view.lang))


def _entry(view: View, e: Entry) -> Iterator[str]:
    times = f" ×{e.repeats:,}" if e.repeats else ""
    severity = label(texts.SEVERITIES, e.severity, view.lang)
    yield f"- **{e.code}** {severity}: {escaped(e.said_in(view.lang))}{times} `{e.id}`"
    refs = [r for f in e.findings for r in f.refs]
    for ref in refs[:PLACES]:
        yield f"  - {code(_place(view, ref))} {code(_source_line(view, ref))}"
    if len(refs) > PLACES:
        yield f"  - … {say(texts.MORE_PLACES, {'n': len(refs) - PLACES}, view.lang)}"


def _place(view: View, ref: SourceRef) -> str:
    return f"{view.documents[ref.source].path}:{ref.line}:{ref.column}"


def _source_line(view: View, ref: SourceRef) -> str:
    line = view.documents[ref.source].lines[ref.line - 1]
    part = cut(line, ref.column, ref.end_column, CELLS)
    whole = part.before + part.marked + part.after
    return "…" * part.cut_left + whole.strip() + "…" * part.cut_right


def escaped(text: str) -> str:
    """`text` without any meaning to Markdown, HTML or those who are mentioned by `@`."""
    return _SPECIAL.sub(r"\\\1", visible(text)).replace("\n", " ")


def code(text: str) -> str:
    """`text` as a code span, fenced by more backticks than it holds in a row."""
    text = visible(text).replace("\n", " ") or " "
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"
