"""How a table is built: its columns, and which cells of its rows hold what."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.models import Document, RowShape, SourceRef, TableShape
from reconcile.sources.blocks import Row
from reconcile.sources.inline import Inline
from reconcile.sources.reading.column_titles import TitleRow, shown_texts
from reconcile.sources.reading.rows import RowReading


def shape_of(
    document: Document,
    section: str,
    readings: Sequence[tuple[Row, RowReading]],
    heads: Sequence[TitleRow | None],
) -> TableShape:
    """The shape of a table from its rows, and the titles that each of them holds."""
    titled = ((row, head) for (row, _), head in zip(readings, heads, strict=True) if head)
    header, titles = next(titled, (None, TitleRow((), ())))
    body = [(row, reading) for row, reading in readings if reading.kind != "header"]
    widths = [len(header.cells)] if header else [len(row.cells) for row, _ in body]
    first = header or readings[0][0]
    return TableShape(
        section,
        titles.texts if any(titles.texts) else (),
        _first_line(document, first.first),
        max(widths, default=0),
        tuple(_row_shape(row, reading) for row, reading in body),
        _country_title(document, header, titles) if header else None,
    )


def _first_line(document: Document, number: int) -> SourceRef:
    """A line without the blanks around it."""
    start, line = document.start_of(number), document.lines[number - 1]
    indent = len(line) - len(line.lstrip())
    return document.ref(start + indent, start + len(line.rstrip()))


def _country_title(document: Document, header: Row, titles: TitleRow) -> SourceRef | None:
    """The title of the column of countries."""
    if "country" not in titles.meanings:
        return None
    return header.cells[titles.meanings.index("country")].content.ref(document)


def _row_shape(row: Row, reading: RowReading) -> RowShape:
    texts = shown_texts(row)
    used = max((i for i, text in enumerate(texts) if text), default=-1)
    starts = {c.content.start: i for i, c in reversed(list(enumerate(row.cells)))}

    def index(content: Inline | None) -> int | None:
        return starts.get(content.start) if content else None

    cells = (reading.host, reading.partner, reading.country)
    host, partner, country = (index(c.content) if c else None for c in cells)
    return RowShape(
        row.first,
        row.last,
        len(row.cells),
        len(texts) - 1 - used,
        reading.kind == "row" and reading.partner is not None,
        host,
        partner,
        country,
        index(reading.date.content if reading.date else None),
    )
