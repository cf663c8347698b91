"""Tables as they are built: rows of cells, and the cells that span rows and columns.

What a page declares is often wrong by a row or a column, and browsers hide it. A span that would
make a row longer than its table is wide is cut there, so that it does no harm to the next row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.errors import ReconcileError
from reconcile.models import Document
from reconcile.sources.blocks import Cell, Row
from reconcile.sources.inline import Inline

MAX_ROWSPAN = 1000
"""Rows that one cell may span: HTML's limit is larger, and no table of names needs it."""
MAX_COLUMNS = 1000
"""Cells that one row may have."""
MAX_CELLS = 1_000_000
"""Cells that one table may have, with the ones that span counted in every row."""
_FREELY_COPIED = 400
_MOST_COPIES = 20
"""Cells that spans may add to a table, and how many more for each cell that it has itself."""
_MANY_COPIES = f"spans (rowspan, colspan) that make more than {_MOST_COPIES} cells of each"
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpanCell:
    """A cell as it is declared: how many rows and columns it takes."""

    cell: Cell
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A row as it is declared: its own cells only, and its first and last line."""

    cells: tuple[SpanCell, ...]
    first: int
    last: int


def spans(attributes: str) -> tuple[int, int]:
    """Rows and columns that the attributes of a cell declare; 0 means all rows that follow."""
    found = {kind.lower(): int(n) for kind, n in _SPAN.findall(attributes)}
    rows = found.get("row", 1) or MAX_ROWSPAN
    return min(rows, MAX_ROWSPAN), min(max(found.get("col", 1), 1), MAX_ROWSPAN)


class TableBuilder:
    """Collects the cells of a table row by row, as they are declared."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._rows: list[SpanRow] = []
        self._cells: list[SpanCell] = []

    def add_cell(self, content: Inline, line: int, *, header: bool, attributes: str) -> None:
        """A cell of the next row, with what its markup says of spans.

        Raises:
            ReconcileError: the row is too long to be one.
        """
        self._cells.append(SpanCell(Cell(content, line, header), *spans(attributes)))
        check_width(len(self._cells), self.document, line)

    def end_row(self, first: int, last: int) -> bool:
        """Make one row, on the lines `first` to `last`, of the cells since the last; if any."""
        cells, self._cells = tuple(self._cells), []
        if cells:
            self._rows.append(SpanRow(cells, first, last))
        return bool(cells)

    def rows(self) -> tuple[Row, ...]:
        """The rows with the cells that span into them.

        Raises:
            ReconcileError: the table is too large.
        """
        return expand(self._rows, self.document)


def check_width(cells: int, document: Document, line: int) -> None:
    """Refuse a row that is too long to be one.

    Raises:
        ReconcileError: more than `MAX_COLUMNS` cells.
    """
    if cells > MAX_COLUMNS:
        raise ReconcileError(
            f"this row has more than {MAX_COLUMNS:,} cells; no table of names is that wide",
            path=document.path,
            line=line,
        )


def expand(rows: Sequence[SpanRow], document: Document) -> tuple[Row, ...]:
    """The rows with the cells that span into them, marked as copied.

    Raises:
        ReconcileError: more than `MAX_CELLS` cells.
    """
    width = _width(rows)
    total = 0
    most = _FREELY_COPIED + (_MOST_COPIES + 1) * sum(len(row.cells) for row in rows)
    found: list[Row] = []
    for row, cells in zip(rows, _filled(rows, width), strict=True):
        total += len(cells)
        if total > min(MAX_CELLS, most):
            large = f"more than {MAX_CELLS:,} cells" if total > MAX_CELLS else _MANY_COPIES
            raise ReconcileError(
                f"this table has {large}; no table of names is that large",
                path=document.path,
                line=row.first,
            )
        found.append(Row(tuple(cells), row.first, row.last))
    return tuple(found)


def _width(rows: Sequence[SpanRow]) -> int:
    """How many columns the table has: as most of its rows, and as its longest row of own cells."""
    if all(c.rows == 1 and c.columns == 1 for row in rows for c in row.cells):
        return MAX_COLUMNS
    declared = Counter(_declared_widths(rows))
    most = max(declared.values(), default=0)
    usual = min((w for w, n in declared.items() if n == most), default=0)
    return max(usual, max((len(row.cells) for row in rows), default=0))


def _declared_widths(rows: Sequence[SpanRow]) -> Iterator[int]:
    """The length of every row if all that is declared were true."""
    reaching = 0
    ending: Counter[int] = Counter()
    for number, row in enumerate(rows):
        reaching -= ending.pop(number, 0)
        yield reaching + sum(c.columns for c in row.cells)
        for cell in row.cells:
            if cell.rows > 1:
                reaching += cell.columns
                ending[number + cell.rows] += cell.columns


@dataclass(slots=True)
class _Reach:
    """The copy of a cell that reaches down from its row: for how many more rows."""

    cell: Cell
    rows: int


def _filled(rows: Sequence[SpanRow], width: int) -> Iterator[list[Cell]]:
    """The cells of every row, in the order of their columns."""
    reaching: dict[int, _Reach] = {}
    for row in rows:
        _cut(reaching, width - len(row.cells))
        cells: list[Cell] = []
        column = 0
        later: dict[int, _Reach] = {}
        free = width - len(row.cells) - len(reaching)
        for own in row.cells:
            column = _copy_down(reaching, column, cells)
            extra = min(own.columns - 1, max(free, 0))
            free -= extra
            cells.append(own.cell)
            copy = replace(own.cell, copied=True) if extra or own.rows > 1 else own.cell
            cells += [copy] * extra
            if own.rows > 1:
                for i in range(column, column + 1 + extra):
                    later[i] = _Reach(copy, own.rows - 1)
            column += 1 + extra
        cells += [reaching[rest].cell for rest in sorted(c for c in reaching if c >= column)]
        yield cells
        for at, reach in list(reaching.items()):
            reach.rows -= 1
            if not reach.rows:
                del reaching[at]
        reaching.update(later)


def _copy_down(reaching: dict[int, _Reach], column: int, cells: list[Cell]) -> int:
    """Add the cells that reach into the columns from `column` on; the next free column."""
    while column in reaching:
        cells.append(reaching[column].cell)
        column += 1
    return column


def _cut(reaching: dict[int, _Reach], room: int) -> None:
    """End the spans for which a row has no room, the rightmost first: left columns group rows."""
    for column in sorted(reaching, reverse=True)[: max(0, len(reaching) - max(room, 0))]:
        del reaching[column]
