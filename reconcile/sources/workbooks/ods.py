"""Workbooks of LibreOffice and its kin (ODS): OpenDocument 1.2 and later."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reconcile.dates import find_dates
from reconcile.errors import ReconcileError
from reconcile.sources.workbooks.archive import Archive
from reconcile.sources.workbooks.book import Entry
from reconcile.sources.workbooks.sheet import Cells, SheetText, Size
from reconcile.sources.workbooks.values import shown_text
from reconcile.sources.workbooks.xml import Attributes, Handler, NotXmlError, walk

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_CELLS = ("table-cell", "covered-table-cell")
_NO_CONTENT = ("annotation", "shapes", "frame", "custom-shape", "control")
"""Elements inside a cell or a sheet that hold texts of their own: comments, drawings."""
_MIDNIGHT = re.compile(r"T00:00(?::00(?:\.0+)?)?$")
_MOST_REPEATS = 1 << 21


class _Encrypted(Handler):
    found = False

    def start(self, name: str, attributes: Attributes) -> None:
        self.found |= name == "encryption-data"


@dataclass(slots=True)
class _Cell:
    attributes: Attributes
    shown: list[str] = field(default_factory=list)
    paragraphs: int = 0

    @property
    def repeats(self) -> int:
        return _count(self.attributes, "number-columns-repeated")


@dataclass(slots=True)
class _Run:
    """A cell's text, from its column on, and how many columns it takes by being repeated."""

    column: int
    repeats: int
    text: str
    rows: int
    columns: int


class _Tables(Handler):
    """The cells of all sheets."""

    def __init__(self, path: str) -> None:
        self.entries: list[Entry] = []
        self.sheets: list[Cells] = []
        self._path = path
        self._size = Size()
        self._style = ""
        self._hidden: set[str] = set()
        self._depth = 0
        """How many tables are open: one inside a cell is none of the sheets."""
        self._row = self._column = 0
        self._repeats = 1
        self._runs: list[_Run] = []
        self._cell: _Cell | None = None
        self._inside = False
        self._beside = 0
        """How many elements are open, the outermost of which is no content of a cell."""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin(attributes)
        elif self._depth == 0:
            self._head(name, attributes)
        elif self._depth > 1:
            return
        elif name in _NO_CONTENT or self._beside:
            self._beside += 1
        elif name == "table-row":
            self._runs, self._column = [], 0
            self._repeats = _count(attributes, "number-rows-repeated")
        elif name in _CELLS:
            self._cell = _Cell(attributes)
        elif self._cell is not None:
            self._content(self._cell, name, attributes)

    def _begin(self, attributes: Attributes) -> None:
        hidden = attributes.get("style-name", "") in self._hidden
        self.entries.append(Entry(attributes.get("name", ""), hidden))
        self.sheets.append(Cells(self.entries[-1].name, self._path, self._size))
        self._row = 0

    def _head(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden.add(self._style)

    def _content(self, cell: _Cell, name: str, attributes: Attributes) -> None:
        if name == "p":
            if cell.paragraphs:
                cell.shown.append("\n")
            cell.paragraphs += 1
            self._inside = True
        elif name == "s":
            cell.shown.append(" ")
        elif name == "line-break":
            cell.shown.append("\n")
        elif name == "tab":
            cell.shown.append("\t")

    def text(self, data: str) -> None:
        if self._cell is not None and self._inside and not self._beside and self._depth == 1:
            self._cell.shown.append(data)

    def end(self, name: str) -> None:
        if name == "table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif self._beside:
            self._beside -= 1
        elif name == "p":
            self._inside = False
        elif name in _CELLS and self._cell is not None:
            self._end_cell(self._cell, covered=name == _CELLS[1])
            self._cell = None
        elif name == "table-row":
            self._end_row(self.sheets[-1])

    def _end_cell(self, cell: _Cell, *, covered: bool) -> None:
        text = "" if covered else _shown(cell)
        if text.strip():
            rows = _count(cell.attributes, "number-rows-spanned")
            columns = _count(cell.attributes, "number-columns-spanned")
            self._runs.append(_Run(self._column, cell.repeats, text, rows, columns))
        elif "formula" in cell.attributes and "value-type" not in cell.attributes:
            self.sheets[-1].unsolved += 1
        self._column += cell.repeats

    def _end_row(self, cells: Cells) -> None:
        for row in range(self._row, self._row + self._repeats) if self._runs else ():
            for run in self._runs:
                for column in range(run.column, run.column + run.repeats):
                    cells.put(row, column, run.text)
                cells.merge(row, run.column, row + run.rows - 1, run.column + run.columns - 1)
        self._row += self._repeats


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    return min(max(int(text), 1), _MOST_REPEATS) if text.isdecimal() and len(text) < 10 else 1


def _shown(cell: _Cell) -> str:
    """The text of a cell, dates as 1985-11-23, numbers without what their format adds."""
    attributes, shown = cell.attributes, "".join(cell.shown)
    kind = attributes.get("value-type", "string")
    if kind == "date":
        return _date(attributes.get("date-value", shown), shown)
    if kind == "boolean":
        return attributes.get("boolean-value", shown).upper()
    if kind == "float" and "value" in attributes:
        as_shown = shown_text(shown)
        value = shown_text(attributes["value"])
        return shown.strip() if as_shown == value else value
    return shown or attributes.get("string-value", "")


def _date(value: str, shown: str) -> str:
    """The day that a cell holds, or the month or year that it shows."""
    day = _MIDNIGHT.sub("", value).replace("T", " ")
    seen = find_dates(shown)
    if len(seen) == 1 and seen[0].date and seen[0].date.precision != "day" and not seen[0].readings:
        coarse = str(seen[0].date)
        return coarse if day.startswith(coarse) else day
    return day


class OdsBook:
    """An open ODS workbook."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        encrypted = _Encrypted()
        if _MANIFEST in archive:
            self._walk(_MANIFEST, encrypted)
        if encrypted.found:
            raise ReconcileError(
                "this workbook is protected by a password: save it without one", path=archive.path
            )
        tables = _Tables(archive.path)
        self._walk(_CONTENT, tables)
        self.entries = tables.entries
        self._sheets = tables.sheets

    def read(self, index: int) -> SheetText:
        """See `Book`."""
        return self._sheets[index].finished()

    def _walk(self, name: str, handler: Handler) -> None:
        try:
            walk(self.archive.chunks(name), handler)
        except NotXmlError as error:
            raise self.archive.damaged(f"{name}: {error}") from None
