"""A sheet of a workbook: rows of cells with tabs between, some of which span others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from reconcile.errors import ReconcileError
from reconcile.models import Document, Sheet
from reconcile.sources.blocks import SourceBlock
from reconcile.sources.formats.columns.titled import (
    CellRow,
    Head,
    find_head,
    read_rows,
    read_untitled,
    without_titles,
)
from reconcile.sources.grid import MAX_CELLS
from reconcile.sources.inline import Inline
from reconcile.sources.workbooks.values import is_error

_Place = tuple[int, int]
"""A line, from 1, and a column, from 0."""


def read(document: Document) -> Iterator[SourceBlock]:
    """The rows by the titles of their columns; without such titles, as the table of a page.

    Raises:
        ReconcileError: a column that the user names is not there, or cells span too much.
    """
    rows = _rows(document)
    head = find_head(rows, document)
    if head is None and without_titles(rows, document):
        head = Head(0, 0, tuple(rows[0].texts))
    if head is not None or document.columns:
        yield from read_rows(document, rows, head or Head(0, 1, tuple(rows[0].texts)))
        return
    yield from read_untitled(document, rows)


def titles_of(document: Document) -> list[str]:
    """The titles of the columns, where they name what the columns hold."""
    head = find_head(_rows(document), document)
    return list(head.titles) if head else []


def _rows(document: Document) -> list[CellRow]:
    """The rows that show something, all of one width, with the cells that span into them."""
    sheet = document.sheet or Sheet()
    breaks: dict[int, set[int]] = {}
    for line, column in sheet.breaks:
        breaks.setdefault(line, set()).add(column)
    own = [
        _cells(line, document.start_of(number), breaks.get(number, set()))
        for number, line in enumerate(document.lines, 1)
    ]
    width = max(map(len, own), default=0)
    reaching = _reaching(document, sheet)
    spanned = {line for line, _ in reaching}
    used = [n for n, line in enumerate(document.lines, 1) if n in spanned or line.strip()]
    if len(used) * width > MAX_CELLS:
        raise ReconcileError(
            f"{len(used):,} rows with {width:,} columns are more than {MAX_CELLS:,} cells; "
            "no list of names has that many",
            path=document.path,
            line=next((n for n in used if len(own[n - 1]) == width), 1),
        )
    rows = []
    for number in used:
        cells = own[number - 1]
        row = _row(number, cells, width, own, reaching)
        if row.filled:
            rows.append(row)
    return rows


def _row(
    number: int,
    cells: Sequence[Inline],
    width: int,
    own: Sequence[Sequence[Inline]],
    reaching: Mapping[_Place, _Place],
) -> CellRow:
    end = cells[-1].end if cells else 0
    found = [*cells, *[Inline.plain("", end)] * (width - len(cells))]
    copied = set()
    for column, cell in enumerate(found):
        if not cell.text and (place := reaching.get((number, column))):
            found[column] = own[place[0] - 1][place[1]]
            copied.add(column)
    return CellRow(number, number, found, frozenset(copied))


def _cells(line: str, start: int, breaks: Collection[int]) -> list[Inline]:
    """The cells of a line; the sign of a failed formula is no text."""
    if breaks:
        line = "".join("\n" if c == " " and i in breaks else c for i, c in enumerate(line))
    cells: list[Inline] = []
    for text in line.split("\t"):
        end = start + len(text)
        if is_error(text):
            cells.append(Inline.plain("", start, end))
        else:
            cells.append(Inline.plain(text, start))
        start = end + 1
    return cells


def _reaching(document: Document, sheet: Sheet) -> dict[_Place, _Place]:
    """For each place that a cell spans into, where that cell stands."""
    found: dict[_Place, _Place] = {}
    total = 0
    for top, left, bottom, right in sheet.merged:
        total += (bottom - top + 1) * (right - left + 1)
        if total > MAX_CELLS:
            raise ReconcileError(
                f"merged cells span more than {MAX_CELLS:,} others; no list of names has that many",
                path=document.path,
                line=top,
            )
        for line in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (line, column) != (top, left):
                    found.setdefault((line, column), (top, left))
    return found
