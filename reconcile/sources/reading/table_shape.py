"""How a table is built: its columns, and which cells of its rows hold what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.models import Document, RowShape, TableShape
from reconcile.sources.blocks import Cell, Row
from reconcile.sources.reading.cells import RoleCell, RowReading

_COUNTRY_TITLE = re.compile(
    r"\W*(?:(?:對方|对方|所屬|所属|所在)?(?:國家|国家|國別|国别|國籍|国籍)(?:[/／或和及、]?(?:地區|地区))?|"
    r"country|countries|nation|state/country)\W*",
    re.IGNORECASE,
)


def shape_of(
    document: Document, section: str, readings: Sequence[tuple[Row, RowReading]]
) -> TableShape | None:
    """The shape of a table from its rows, or None where it has none."""
    if not readings:
        return None
    header = next((row for row, reading in readings if reading.kind == "header"), None)
    body = [(row, reading) for row, reading in readings if reading.kind != "header"]
    titles = tuple(c.content.text.strip() for c in header.cells) if header else ()
    first = header or readings[0][0]
    start = document.start_of(first.first)
    line = document.lines[first.first - 1]
    indent = len(line) - len(line.lstrip())
    country = None
    if header:
        country = next((c for c in header.cells if _names_countries(c)), None)
    return TableShape(
        section,
        titles if any(titles) else (),
        document.ref(start + indent, start + len(line.rstrip())),
        len(header.cells) if header else max((len(row.cells) for row, _ in body), default=0),
        tuple(_row(row, reading) for row, reading in body),
        country.content.ref(document) if country else None,
    )


def _names_countries(cell: Cell) -> bool:
    return _COUNTRY_TITLE.fullmatch(cell.content.text) is not None


def _row(row: Row, reading: RowReading) -> RowShape:
    texts = [c.content.text.strip() for c in row.cells]
    used = max((i for i, text in enumerate(texts) if text), default=-1)
    starts = {c.content.start: i for i, c in reversed(list(enumerate(row.cells)))}

    def place(cell: RoleCell | None) -> int | None:
        return starts.get(cell.content.start) if cell else None

    return RowShape(
        row.first,
        row.last,
        len(row.cells),
        len(texts) - 1 - used,
        reading.kind == "row" and reading.partner is not None,
        place(reading.host),
        place(reading.partner),
        place(reading.country),
        place(reading.date),
    )
