"""Tables that lost their rows: each cell stands on a line of its own, those of a row together.

The titles come first, and as many lines make each row; country, date and number must stand where
the titles say. Without titles, every row has the same facts in the same places.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcile.models import Document
from reconcile.sources.blocks import Cell, Row, Table
from reconcile.sources.formats.plain.facts import Fact, are_titles, fact_of
from reconcile.sources.formats.plain.lines import Show
from reconcile.sources.inline import Span, trim
from reconcile.sources.titles import meaning_of

_NO_CELL = re.compile(r"\s*(?:[<#={!]|\[\[|[-*+•·]\s)")
_LONGEST_CELL = 40
_MOST_COLUMNS = 10
_LEAST_ROWS = 2
_LEAST_ROWS_UNTITLED = 3
_FACTS: tuple[Fact, ...] = ("country", "date", "number")


@dataclass(frozen=True)
class _Piece:
    """A line that can be a cell: where its text stands, bars and blanks aside."""

    line: int
    span: Span
    text: str

    @cached_property
    def fact(self) -> Fact | None:
        """What it states by itself."""
        return fact_of(self.text)


_Row = Sequence[_Piece | None]
"""The cells of a row; None for one that is not there."""


def stacked_tables(document: Document, show: Show, taken: Container[int]) -> Iterator[Table]:
    """The tables of cells on lines of their own; lines that are `taken` are none of theirs."""
    for run in _runs(document, taken):
        at = 0
        while at < len(run):
            rows, titled = _rows(run, at)
            if rows:
                yield _table(document, show, rows, titled=titled)
            at += max(1, sum(piece is not None for row in rows for piece in row))


def _runs(document: Document, taken: Container[int]) -> Iterator[list[_Piece]]:
    """Lines that can be cells and follow each other; blank ones and bars stand between them."""
    run: list[_Piece] = []
    for line, text in enumerate(document.lines, 1):
        span = trim(text)
        if line in taken or _NO_CELL.match(text) or span.end - span.start > _LONGEST_CELL:
            yield run
            run = []
        elif span.start < span.end:
            run.append(_Piece(line, span, span.of(text)))
    yield run


def _rows(run: Sequence[_Piece], at: int) -> tuple[list[_Row], bool]:
    """The rows of the table that begins at a line, the titles first, and whether it has titles."""
    width = 0
    while width < min(_MOST_COLUMNS, len(run) - at) and meaning_of(run[at + width].text):
        width += 1
    for columns in range(width, 1, -1):
        titles = [piece.text for piece in run[at : at + columns]]
        meanings = [meaning_of(title) for title in titles]
        facts = [next((f for f in _FACTS if f == meaning), None) for meaning in meanings]
        if any(facts) and are_titles(titles):
            rows = _body(run, at + columns, facts)
            if len(rows) >= _LEAST_ROWS:
                return [run[at : at + columns], *rows], True
    return _untitled(run, at), False


def _untitled(run: Sequence[_Piece], at: int) -> list[_Row]:
    """Rows that state country and date in the same places each, up to the last line."""
    for columns in range(3, _MOST_COLUMNS):
        if (len(run) - at) % columns or len(run) - at < columns * _LEAST_ROWS_UNTITLED:
            continue
        facts = [piece.fact for piece in run[at : at + columns]]
        if {"country", "date", None} <= set(facts):
            rows = _body(run, at, facts)
            if len(rows) * columns == len(run) - at:
                return rows
    return []


def _body(run: Sequence[_Piece], at: int, facts: Sequence[Fact | None]) -> list[_Row]:
    """The rows from a line on, as far as the facts stand where they should."""
    rows: list[_Row] = []
    width = len(facts)
    while _fits(row := run[at : at + width], facts):
        rows.append(row)
        at += width
        undated = _undated(run[at : at + width - 1], facts)
        if undated and _fits(run[at + width - 1 : at + 2 * width - 1], facts):
            rows.append(undated)
            at += width - 1
    return rows


def _undated(row: _Row, facts: Sequence[Fact | None]) -> _Row | None:
    """A row whose date is missing, with nothing there, if it is one."""
    if "date" not in facts or "country" not in facts:
        return None
    date = facts.index("date")
    full = [*row[:date], None, *row[date:]]
    return full if _fits(full, facts) else None


def _fits(row: _Row, facts: Sequence[Fact | None]) -> bool:
    """Whether country, date and number stand in their places, and nowhere else."""
    return len(row) == len(facts) and all(
        piece is None or piece.fact == fact or (fact is None and piece.fact == "country")
        for piece, fact in zip(row, facts, strict=True)
    )


def _table(document: Document, show: Show, rows: Sequence[_Row], *, titled: bool) -> Table:
    found: list[Row] = []
    for row in rows:
        lines = [piece.line for piece in row if piece is not None]
        cells = []
        at = document.start_of(lines[0])
        for piece in row:
            if piece is not None:
                at = document.start_of(piece.line)
            span = piece.span if piece is not None else Span(0, 0)
            line = piece.line if piece is not None else lines[0]
            content = show(at + span.start, at + span.end)
            cells.append(Cell(content, line, header=titled and not found))
        found.append(Row(tuple(cells), lines[0], lines[-1]))
    return Table(tuple(found), found[0].first, found[-1].last)
