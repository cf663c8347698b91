"""Findings as Markdown: a comment for a pull request or a page where editors talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reconcile.catalogue import say
from reconcile.models import SourceRef
from reconcile.report.excerpt import DOTS, cut
from reconcile.report.view import texts
from reconcile.report.view.captions import label
from reconcile.report.view.entries import Entry, Section, limited
from reconcile.report.view.view import View
from reconcile.visible import visible

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
        counts = say(texts.BASELINE_NEW, new, view.lang), say(texts.BASELINE_GONE, gone, view.lang)
        path = say(texts.BASELINE_SINCE, {"path": view.since.path}, view.lang)
        yield from (escaped(f"{', '.join(counts)} {path}"), "")
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
    times = f" {e.times}" if e.times else ""
    severity = label(texts.SEVERITIES, e.severity, view.lang)
    yield f"- **{e.code}** {severity}: {escaped(e.sentence(view.lang))}{times} `{e.id}`"
    for ref in e.places[:PLACES]:
        yield f"  - {code(view.position_of(ref))} {code(_source_line(view, ref))}"
    if len(e.places) > PLACES:
        yield f"  - {DOTS} {say(texts.MORE_PLACES, {'n': len(e.places) - PLACES}, view.lang)}"


def _source_line(view: View, ref: SourceRef) -> str:
    part = cut(view.line_of(ref), ref.column, ref.end_column, CELLS)
    return part.left + (part.before + part.marked + part.after).strip() + part.right


def escaped(text: str) -> str:
    """`text` without any meaning to Markdown, HTML or those who are mentioned by `@`."""
    return _SPECIAL.sub(r"\\\1", visible(text)).replace("\n", " ")


def code(text: str) -> str:
    """`text` as a code span, fenced by more backticks than it holds in a row."""
    text = visible(text).replace("\n", " ") or " "
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"
