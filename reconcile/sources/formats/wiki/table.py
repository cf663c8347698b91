"""Tables of wikitext: rows, cells and their spans, read line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reconcile.models import Document
from reconcile.sources.blocks import Entry, Row, SourceBlock, Structure, Table
from reconcile.sources.formats.wiki.inline import WikiInline
from reconcile.sources.formats.wiki.nodes import Node, gaps, line_end, nodes_within
from reconcile.sources.grid import TableBuilder

_MARK = re.compile(r"[ \t:]*(?P<mark>\{\||\|\}(?!\}(?!\}))|\|-+|\|\+|\||!)")
_START = re.compile(r"[ \t:]*\{\|")
_TITLED_TABLE = re.compile(r"(?m)^[ \t:]*\{\|[^\n]*\n(?:[ \t]*\|[-+][^\n]*\n)*[ \t]*!")
_ATTRIBUTES = re.compile(
    r"(?:\s*(?:[\w:-]{1,40}\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'|]+)|nowrap|\{\{[^{}\n]*\}\}))*\s*"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a table: what `[start, end)` holds, its attributes, and where its line begins."""

    kind: Literal["open", "row", "cell", "header", "caption", "close"]
    start: int
    end: int
    attributes: str
    line: int


def is_table_start(text: str, start: int, end: int) -> int | None:
    """Where the `{|` of a table stands, if the line `[start, end)` begins one."""
    match = _START.match(text, start, end)
    return match.end() - 2 if match else None


def parts(text: str, start: int, end: int, nodes: list[Node]) -> Iterator[Part]:
    """The pieces of the table over `[start, end)`; a cell reaches to the next piece."""
    at = start
    waiting: Part | None = None
    while at < end:
        stop = line_end(text, at, end, nodes)
        match = _MARK.match(text, at, stop)
        if match is None or _holds_table(waiting, match, nodes):
            if waiting is not None:
                waiting = _longer(waiting, stop)
        else:
            if waiting is not None:
                yield waiting
            *done, waiting = _pieces(text, match, at, stop, nodes)
            yield from done
        at = stop + 1
    if waiting is not None:
        yield waiting


def _holds_table(part: Part | None, match: re.Match[str], nodes: list[Node]) -> bool:
    """Whether a table begins here that stands, whole, inside of a cell."""
    in_cell = part is not None and part.kind in ("cell", "header")
    return in_cell and match["mark"] == "{|" and bool(nodes_within(nodes, *match.span("mark")))


def _longer(part: Part, end: int) -> Part:
    return Part(part.kind, part.start, end, part.attributes, part.line)


def _pieces(text: str, match: re.Match[str], line: int, end: int, nodes: list[Node]) -> list[Part]:
    """The pieces on one line that begins with a mark."""
    mark, start = match["mark"], match.end()
    if mark in ("{|", "|}") or mark.startswith("|-"):
        kinds: dict[str, Literal["open", "close"]] = {"{|": "open", "|}": "close"}
        return [Part(kinds.get(mark, "row"), end, end, text[start:end], line)]
    inner = nodes_within(nodes, start, end)
    if mark == "|+":
        first, attributes = _content(text, start, end, inner)
        return [Part("caption", first, end, attributes, line)]
    kind: Literal["cell", "header"] = "header" if mark == "!" else "cell"
    found = []
    for a, b in _split(text, start, end, inner, header=mark == "!"):
        first, attributes = _content(text, a, b, inner)
        found.append(Part(kind, first, b, attributes, line))
    return found


def _split(
    text: str, start: int, end: int, nodes: list[Node], *, header: bool
) -> Iterator[tuple[int, int]]:
    """The cells of a line: between `||`, and between `!!` in a line of titles.

    A single bar with text before it that is no attribute separates cells too: that is what the
    writer of `| 長沙市 | 日本` meant.
    """
    marks = re.compile(r"\|\||!!|\|" if header else r"\|\||\|")
    first = start
    for a, b in gaps(start, end, nodes):
        for match in marks.finditer(text, a, b):
            if match.group() == "|" and _are_attributes(text[first : match.start()]):
                continue
            yield first, match.start()
            first = match.end()
    yield first, end


def _are_attributes(text: str) -> bool:
    return len(text) < 2000 and _ATTRIBUTES.fullmatch(text) is not None


def _content(text: str, start: int, end: int, nodes: list[Node]) -> tuple[int, str]:
    """Where the content of a cell begins, and the attributes before it."""
    for a, b in gaps(start, end, nodes):
        bar = text.find("|", a, b)
        if bar >= 0:
            if _are_attributes(text[start:bar]):
                return bar + 1, text[start:bar]
            break
    return start, ""


def arranges_lists(text: str, found: list[Part]) -> bool:
    """Whether a table is there for its looks.

    All its cells hold lists or tables, side by side; or it has no titles of columns, and a table
    inside of it has some.
    """
    held = [text[p.start : p.end].strip() for p in found if p.kind in ("cell", "header")]
    filled = [t for t in held if t]
    if any(map(_TITLED_TABLE.search, filled)) and all(p.kind != "header" for p in found):
        return True
    return bool(filled) and all(t.startswith(("*", "#", ";", "{|")) for t in filled)


def table_blocks(
    document: Document, inline: WikiInline, found: list[Part], nodes: list[Node]
) -> Iterator[SourceBlock]:
    """The caption, the table, and the lines that are only marks."""
    table = TableBuilder(document)
    first: int | None = None
    last = document.line_of(found[0].line)
    marks: list[int] = []
    for part in found:
        line = document.line_of(part.line)
        if part.kind in ("open", "row", "close"):
            begun = None if table.end_row(first or line, last) else first
            first = begun or line if part.kind == "row" else None
            marks.append(line)
            continue
        shown = inline.read(part.start, part.end, nodes_within(nodes, part.start, part.end))
        if part.kind == "caption":
            yield Entry(shown, document.line_of(part.start), bullet=False)
        else:
            at = document.line_of(_first_shown(document.text, part))
            header = part.kind == "header"
            table.add_cell(shown, at, header=header, attributes=part.attributes)
            first, last = first or line, document.line_of(max(part.line, part.end - 1))
    table.end_row(first or last, last)
    yield from _built(table.rows(), marks)


def _built(rows: Sequence[Row], marks: list[int]) -> Iterator[SourceBlock]:
    """The table, if it has rows, and the lines of marks that no row begins or ends on."""
    if rows:
        yield Table(tuple(rows), rows[0].first, rows[-1].last)
    in_rows = {n for row in rows for n in (row.first, row.last)}
    yield from (Structure(line, line) for line in marks if line not in in_rows)


def _first_shown(text: str, part: Part) -> int:
    """Where the text of a cell begins: its first line that is not blank."""
    shown = text[part.start : part.end]
    return part.start + len(shown) - len(shown.lstrip()) if shown.strip() else part.line
