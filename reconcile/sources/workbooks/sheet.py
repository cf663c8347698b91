"""The cells of one sheet, gathered within limits, and the text that its rows are read as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.errors import ReconcileError
from reconcile.models import Sheet
from reconcile.sources.grid import MAX_CELLS, MAX_COLUMNS

MAX_ROWS = 200_000
"""The last row that may hold anything: no list of names is a tenth as long."""
MAX_CELL = 100_000
"""Characters in one cell; Excel's own limit is a third of it."""
MAX_TEXT = 50_000_000
"""Characters in all cells together; one string may stand in very many of them."""
_CELL_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_BLANKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class SheetText:
    """A sheet as lines of text, one a row, with tabs between the cells."""

    name: str
    text: str
    sheet: Sheet
    unsolved: int = 0
    """Formulas whose result the file does not hold."""

    @property
    def has_rows(self) -> bool:
        """Whether any cell holds something."""
        return bool(self.text)


@dataclass(slots=True)
class Size:
    """What the sheets of a workbook hold together, as far as they are read."""

    cells: int = 0
    characters: int = 0


class Cells:
    """Gathers the cells of a sheet; rows and columns count from 0."""

    def __init__(self, name: str, path: str, size: Size) -> None:
        self.name = name
        self.date1904 = False
        self.unsolved = 0
        self._path = path
        self._size = size
        self._rows: dict[int, dict[int, str]] = {}
        self._merged: list[tuple[int, int, int, int]] = []

    def put(self, row: int, column: int, text: str) -> None:
        """A cell's text; blank ones are left out.

        Raises:
            ReconcileError: it stands too far down or right, or the sheet holds too much.
        """
        text = text.replace("\r\n", "\n").strip()
        if not text:
            return
        if why := self._limit_broken(row, column, len(text)):
            raise self._too_large(why)
        self._rows.setdefault(row, {})[column] = text

    def _limit_broken(self, row: int, column: int, length: int) -> str | None:
        size = self._size
        size.cells += 1
        size.characters += length
        if row >= MAX_ROWS:
            return f"cell {cell_name(row, column)} holds a text below row {MAX_ROWS:,}"
        if column >= MAX_COLUMNS:
            return f"cell {cell_name(row, column)} holds a text beyond column {MAX_COLUMNS:,}"
        if length > MAX_CELL:
            return f"cell {cell_name(row, column)} has more than {MAX_CELL:,} characters"
        if size.cells > MAX_CELLS:
            return f"more than {MAX_CELLS:,} cells hold a text"
        if size.characters > MAX_TEXT:
            return f"its texts have more than {MAX_TEXT:,} characters"
        return None

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """A cell that spans rows or columns. Raises ReconcileError where there are too many."""
        if (first_row, first_column) == (last_row, last_column):
            return
        self._merged.append((first_row, first_column, last_row, last_column))
        if len(self._merged) > MAX_CELLS // 10:
            raise self._too_large(f"more than {MAX_CELLS // 10:,} cells are merged")

    def _too_large(self, why: str) -> ReconcileError:
        return ReconcileError(
            f"the sheet {self.name!r} is too large: {why}. No list of names is that large: delete "
            "what is not of it, or save the list alone",
            path=self._path,
        )

    def finished(self) -> SheetText:
        """The sheet as text."""
        height = max(self._rows, default=-1) + 1
        breaks: list[tuple[int, int]] = []
        lines = [self._line(row, breaks) for row in range(height)]
        width = max((max(cells) for cells in self._rows.values()), default=-1) + 1
        merged = tuple(self._clipped(height, width))
        sheet = Sheet(merged, frozenset(breaks), self.date1904)
        text = "\n".join(lines) + "\n" if lines else ""
        return SheetText(self.name, text, sheet, self.unsolved)

    def _line(self, row: int, breaks: list[tuple[int, int]]) -> str:
        """The line of a row; line breaks within its cells are noted and shown as blanks."""
        cells = self._rows.get(row)
        if not cells:
            return ""
        shown: list[str] = []
        offset = 0
        for column in range(max(cells) + 1):
            text = cells.get(column, "")
            if "\n" in text:
                breaks += [(row + 1, offset + i) for i, c in enumerate(text) if c == "\n"]
            shown.append(text.translate(_BLANKS))
            offset += len(text) + 1
        return "\t".join(shown)

    def _clipped(self, height: int, width: int) -> Iterator[tuple[int, int, int, int]]:
        """The merged cells as far as the sheet is used; as lines, which count from 1."""
        for top, left, bottom, right in self._merged:
            bottom, right = min(bottom, height - 1), min(right, width - 1)
            if (top, left) < (bottom, right) and self._rows.get(top, {}).get(left):
                yield top + 1, left, bottom + 1, right


def cell_name(row: int, column: int) -> str:
    """`B7` of the row 6 and the column 1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def read_cell_name(name: str) -> tuple[int, int] | None:
    """The row and column, from 0, of `B7` or `$B$7`; None for anything else."""
    match = _CELL_NAME.fullmatch(name)
    return (int(match[2]) - 1, _column(match[1])) if match else None


@cache
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
