"""Markdown dumps of wiki pages: `##` headings, HTML tables, pipe tables, lists.

A common Markdown parser drops the cells that a pipe row has beyond its header, which is where
these dumps keep their data, and gives no columns; so the table lines are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reconcile.models import Document
from reconcile.sources.blocks import Cell, Entry, Heading, Row, SourceBlock, Table
from reconcile.sources.inline import MarkupReader, read_inline

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,4}[.)])\s+(?=\S)")
_PIPE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_CELL_BREAK = re.compile(r"(?<!\\)\|")


def recognise(text: str) -> int:
    """How much of the text looks like this format: lines with its marks."""
    return len(re.findall(r"(?m)^(?:#{1,6} |\s*\||\s*<(?:table|tr|td)\b|.*\]\([^)\s]+)", text))


def read(document: Document) -> Iterator[SourceBlock]:
    """The blocks of the document, in order. Never fails: what fits nothing is an `Entry`."""
    line, total = 1, len(document.lines)
    while line <= total:
        text = document.lines[line - 1]
        lowered = text.lstrip().lower()
        if not text.strip():
            line += 1
        elif match := _HEADING.match(text):
            start = document.start_of(line)
            title = read_inline(document, start + match.start(2), start + match.end(2))
            yield Heading(len(match.group(1)), title, line)
            line += 1
        elif lowered.startswith("<table"):
            table = _html_table(document, line)
            yield table
            line = table.last + 1
        elif lowered.startswith("|"):
            table = _pipe_table(document, line)
            yield table
            line = table.last + 1
        else:
            yield _entry(document, line)
            line += 1


def _entry(document: Document, line: int) -> Entry:
    text = document.lines[line - 1]
    start = document.start_of(line)
    match = _ITEM.match(text)
    skip = match.end() if match else 0
    content = read_inline(document, start + skip, start + len(text))
    return Entry(content, line, bool(match), len(match.group(1)) if match else 0)


def _pipe_table(document: Document, first: int) -> Table:
    rows: list[Row] = []
    line = first
    while line <= len(document.lines) and document.lines[line - 1].lstrip().startswith("|"):
        text = document.lines[line - 1]
        if _PIPE_RULE.match(text.strip()):
            rows = [_as_header(row) for row in rows]
        else:
            rows.append(Row(tuple(_pipe_cells(document, line)), line, line))
        line += 1
    return Table(tuple(rows), first, line - 1)


def _as_header(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, header=True) for cell in row.cells))


def _pipe_cells(document: Document, line: int) -> Iterator[Cell]:
    text = document.lines[line - 1]
    start = document.start_of(line)
    breaks = [m.start() for m in _CELL_BREAK.finditer(text)]
    if text[breaks[-1] + 1 :].strip():
        breaks.append(len(text))
    for a, b in pairwise(breaks):
        yield Cell(read_inline(document, start + a + 1, start + b), line)


class _TableReader(MarkupReader):
    """Rows and cells of one HTML table; cells of a table inside a cell become its text."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        super().__init__(document, start, end)
        self.rows: list[Row] = []
        self._cells: list[Cell] = []
        self._row_start: int | None = None
        self._cell_start: int | None = None
        self._header = False
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        elif self._depth > 1:
            super().handle_starttag(tag, attrs)
        elif tag == "tr":
            self._end_row(self.here)
            self._row_start = self.here
        elif tag in ("td", "th"):
            self._end_cell(self.here)
            if self._row_start is None:
                self._row_start = self.here
            self.begin()
            self._cell_start = self.here + len(self.get_starttag_text() or "")
            self._header = tag == "th"
        else:
            super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
            if self._depth <= 0:
                self._end_row(self.here)
        elif self._depth > 1:
            super().handle_endtag(tag)
        elif tag in ("tr", "tbody", "thead"):
            self._end_row(self.here)
        elif tag in ("td", "th"):
            self._end_cell(self.here)
        else:
            super().handle_endtag(tag)

    def put(self, char: str, offset: int) -> None:
        if self._cell_start is not None:
            super().put(char, offset)

    def _end_cell(self, at: int) -> None:
        if self._cell_start is not None:
            start = self._cell_start
            line = self.document.line_of(start)
            self._cells.append(Cell(self.piece(start, max(start, at)), line, self._header))
        self._cell_start = None

    def _end_row(self, at: int) -> None:
        self._end_cell(at)
        if self._row_start is not None and self._cells:
            line = self.document.line_of
            last = line(max(self._row_start, at))
            self.rows.append(Row(tuple(self._cells), line(self._row_start), last))
        self._cells = []
        self._row_start = None

    def finish(self) -> tuple[Row, ...]:
        """All rows; an unclosed table ends where its text ends."""
        self._end_row(max(self.base, self.stop - 1))
        return tuple(self.rows)


def _html_table(document: Document, first: int) -> Table:
    """The table that begins on line `first`; unclosed, it ends at the next heading."""
    depth, last = 0, len(document.lines)
    for line in range(first, len(document.lines) + 1):
        lowered = document.lines[line - 1].lower()
        if line > first and _HEADING.match(lowered):
            last = line - 1
            break
        depth += lowered.count("<table") - lowered.count("</table")
        if depth <= 0:
            last = line
            break
    start = document.start_of(first)
    end = document.start_of(last) + len(document.lines[last - 1])
    reader = _TableReader(document, start, end)
    reader.read(markdown=False)
    return Table(reader.finish(), first, last)
