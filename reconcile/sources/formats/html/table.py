"""One HTML table while it is read: its rows, its cells and where they stand."""

from __future__ import annotations

from reconcile.models import Document
from reconcile.sources.blocks import Entry, SourceBlock, Table
from reconcile.sources.grid import TableBuilder
from reconcile.sources.inline import Inline

CELL_TAGS = frozenset(("td", "th", "caption"))
TABLE_TAGS = CELL_TAGS | {"tr", "tbody", "thead", "tfoot"}


class HtmlTable:
    """Takes the tags of a table in their order; all places are document offsets."""

    def __init__(self, document: Document, start: int) -> None:
        self.document = document
        self.start = start
        self.cell_start: int | None = None
        self._tag = self._attributes = ""
        self._row_start: int | None = None
        self._table = TableBuilder(document)
        self._captions: list[Entry] = []

    def open_tag(self, tag: str, at: int, markup: str) -> None:
        """One of `TABLE_TAGS` stands at `at`; `markup` is all of it. No cell is open."""
        if tag in CELL_TAGS:
            self.cell_start = at + len(markup)
            self._tag, self._attributes = tag, markup
        else:
            self.end_row(at)
        if tag in ("tr", "td", "th") and self._row_start is None:
            self._row_start = at

    def end_cell(self, content: Inline) -> None:
        """The open cell ends and shows `content`."""
        if self.cell_start is None:
            return
        line = self.document.line_of(self.cell_start)
        if self._tag == "caption":
            self._captions.append(Entry(content, line, bullet=False))
        else:
            header = self._tag == "th"
            self._table.add_cell(content, line, header=header, attributes=self._attributes)
        self.cell_start = None

    def end_row(self, at: int) -> None:
        """The open row, if any, ends at `at`."""
        if self._row_start is not None:
            line = self.document.line_of
            self._table.end_row(line(self._row_start), line(max(self._row_start, at)))
            self._row_start = None

    def finish(self, at: int) -> list[SourceBlock]:
        """The captions, if they say anything, and the table, which ends at `at`."""
        self.end_row(at)
        line = self.document.line_of
        table = Table(self._table.rows(), line(self.start), line(at))
        return [*(c for c in self._captions if c.content.text.strip()), table]
