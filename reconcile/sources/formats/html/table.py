"""One HTML table while it is read: its rows, its cells and where they stand."""

from __future__ import annotations

from reconcile.models import Document
from reconcile.sources.blocks import Cell, Entry, SourceBlock, Table
from reconcile.sources.grid import SpanCell, SpanRow, check_width, expand, spans
from reconcile.sources.inline import Inline

ROW_TAGS = frozenset(("tr", "tbody", "thead", "tfoot"))
CELL_TAGS = frozenset(("td", "th", "caption"))


class HtmlTable:
    """Takes the tags of a table in their order; all places are document offsets."""

    def __init__(self, document: Document, start: int) -> None:
        self.document = document
        self.start = start
        self.cell_start: int | None = None
        self._tag = ""
        self._attributes = ""
        self._rows: list[SpanRow] = []
        self._cells: list[SpanCell] = []
        self._row_start: int | None = None
        self._captions: list[Entry] = []

    def start_row(self, at: int) -> None:
        """A `<tr>` stands at `at`."""
        self.end_row(at)
        self._row_start = at

    def start_cell(self, tag: str, at: int, markup: str) -> None:
        """A `<td>`, `<th>` or `<caption>` stands at `at`; `markup` is the whole tag."""
        if self._row_start is None and tag != "caption":
            self._row_start = at
        self.cell_start = at + len(markup)
        self._tag, self._attributes = tag, markup

    def end_cell(self, content: Inline) -> None:
        """The open cell ends and shows `content`."""
        if self.cell_start is None:
            return
        line = self.document.line_of(self.cell_start)
        if self._tag == "caption":
            self._captions.append(Entry(content, line, bullet=False))
        else:
            cell = Cell(content, line, self._tag == "th")
            self._cells.append(SpanCell(cell, *spans(self._attributes)))
            check_width(len(self._cells), self.document, line)
        self.cell_start = None

    def end_row(self, at: int) -> None:
        """The open row, if any, ends at `at`."""
        if self._row_start is not None and self._cells:
            line = self.document.line_of
            last = line(max(self._row_start, at))
            self._rows.append(SpanRow(tuple(self._cells), line(self._row_start), last))
        self._cells = []
        self._row_start = None

    def finish(self, at: int) -> list[SourceBlock]:
        """The captions, if they say anything, and the table, which ends at `at`."""
        self.end_row(at)
        line = self.document.line_of
        table = Table(expand(self._rows, self.document), line(self.start), line(at))
        return [*(c for c in self._captions if c.content.text.strip()), table]
