"""Markdown dumps of wiki pages: `##` headings, HTML tables, pipe tables, lists.

A common Markdown parser drops the cells that a pipe row has beyond its header, which is where
these dumps keep their data, and gives no columns; so the table lines are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from reconcile.models import Document
from reconcile.sources.around_lines import is_page_foot, quote_end
from reconcile.sources.blocks import Cell, Entry, Heading, Row, SourceBlock, Structure, Table
from reconcile.sources.formats.html.markup import read_inline
from reconcile.sources.formats.html.rendered import read_html
from reconcile.sources.formats.plain.tables import plain_tables
from reconcile.sources.grid import check_width
from reconcile.sources.heading_lines import number_sign_heading

_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,4}[.)])\s+(?=\S)")
_RULE = r"\s*(?::-+:?|-+:|-{2,})\s*"
_PIPE_RULE = re.compile(rf"\|?{_RULE}(?:\|{_RULE})*\|?\s*$")
_CELL_BREAK = re.compile(r"(?<!\\)\|")


def recognise(text: str) -> int:
    """How much of the text looks like this format: lines with its marks."""
    return len(
        re.findall(
            r"(?m)^(?:#{1,6} |[ \t]*\||[ \t]*<(?:table|tr|td)\b|.*\]\([^)\s]+|"
            r"(?:[ \t]*[-*+] )?\*\*[^*\n]+\*\*)",
            text,
        )
    )


def read(document: Document) -> Iterator[SourceBlock]:
    """The blocks of the document, in order. What fits nothing is an `Entry`.

    Raises:
        ReconcileError: a table that is too wide or too large.
    """
    tables = plain_tables(document, partial(read_inline, document))
    line, total = 1, len(document.lines)
    while line <= total:
        text = document.lines[line - 1]
        lowered = text.lstrip().lower()
        if table := tables.get(line):
            yield table
            line = table.last + 1
        elif not text.strip():
            line += 1
        elif heading := number_sign_heading(text):
            start = document.start_of(line)
            title = read_inline(document, start + heading.start, start + heading.end)
            yield Heading(heading.level, title, line)
            line += 1
        elif lowered.startswith("<table"):
            blocks, last = _html_table(document, line)
            yield from blocks
            line = last + 1
        elif lowered.startswith("|"):
            table = _pipe_table(document, line)
            yield table
            line = table.last + 1
        else:
            yield _entry(document, line)
            line += 1


def _entry(document: Document, line: int) -> Entry | Structure:
    text = document.lines[line - 1]
    start, quote = document.start_of(line), quote_end(text)
    match = _ITEM.match(text, quote)
    skip = match.end() if match else quote
    if is_page_foot(text) or not text[skip:].strip():
        return Structure(line, line)
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
    check_width(len(breaks) - 1, document, line)
    for a, b in pairwise(breaks):
        yield Cell(read_inline(document, start + a + 1, start + b), line)


def _html_table(document: Document, first: int) -> tuple[list[SourceBlock], int]:
    """The table that begins on line `first` and its last line; unclosed, it ends at a heading."""
    depth, last = 0, len(document.lines)
    for line in range(first, len(document.lines) + 1):
        lowered = document.lines[line - 1].lower()
        if line > first and number_sign_heading(lowered):
            last = line - 1
            break
        depth += lowered.count("<table") - lowered.count("</table")
        if depth <= 0:
            last = line
            break
    start = document.start_of(first)
    end = document.start_of(last) + len(document.lines[last - 1])
    return read_html(document, start, end, markdown=True), last
