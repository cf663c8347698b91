"""Template filters: Chinese marked as such, hidden characters shown, lines cut to their span."""

from __future__ import annotations

from markupsafe import Markup, escape

from reconcile.models import SourceRef
from reconcile.report.excerpt import cut, runs
from reconcile.visible import is_hidden

CUT = 96
"""Display cells of a line in the list that is readable without script."""


def zh(text: object) -> Markup:
    """`text` with its Chinese parts in `<span lang="zh">`, and hidden characters made visible."""
    text = str(text)
    if text.isascii() and text.isprintable():
        return escape(text)
    parts = []
    for chinese, piece in runs(text):
        if piece.isprintable():
            safe = escape(piece)
        else:
            safe = Markup("").join(_hidden(c) if is_hidden(c) else escape(c) for c in piece)
        parts.append(Markup('<span lang="zh">{}</span>').format(safe) if chinese else safe)
    return Markup("").join(parts)


def _hidden(char: str) -> Markup:
    """A control or direction mark by its number: it must not act on the text around it."""
    return Markup('<bdi class="hidden">U+{:04X}</bdi>').format(ord(char))


def excerpt(line: str, ref: SourceRef) -> Markup:
    """The line of `ref` cut around its span, the span in `<mark>`."""
    part = cut(line, ref.column, ref.end_column, CUT)
    return Markup("<bdi>{}{}<mark>{}</mark>{}{}</bdi>").format(
        part.left, part.before, part.marked, part.after, part.right
    )


def number(value: int) -> str:
    """`1,407`."""
    return f"{value:,}"
