"""What became of each column of a table: what its cells were taken for, or that nothing was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.models import ColumnUse, Document
from reconcile.sources.blocks import Cell, Row
from reconcile.sources.reading.column_titles import TitleRow
from reconcile.sources.reading.rows import RowReading
from reconcile.sources.titles import PASSED_OVER, meaning_of

_Rows = Sequence[tuple[Row, RowReading]]


def column_uses(
    document: Document, readings: _Rows, heads: Sequence[TitleRow | None]
) -> tuple[ColumnUse, ...]:
    """What became of the columns of a table of a page, by what most rows made of them.

    Nothing is said of a table without titles, or whose rows have fewer cells than it has titles:
    there, a cell is what it looks like.
    """
    titled = [(row, head) for (row, _), head in zip(readings, heads, strict=True) if head]
    if not titled:
        return ()
    header, head = titled[-1]
    body = [
        (row, r) for row, r in readings if r.kind == "row" and len(row.cells) == len(head.texts)
    ]
    uses = []
    for i, cell in enumerate(header.cells):
        filled = [(row.cells[i], r) for row, r in body if row.cells[i].content.text.strip()]
        roles = Counter(_role(*pair) for pair in filled)
        role = max(roles, key=roles.__getitem__, default=None)
        uses.append(
            ColumnUse(
                head.texts[i],
                cell.content.ref(document),
                role or _passed_over(head.texts[i], [c.content.text for c, _ in filled]),
                len(filled),
            )
        )
    return tuple(uses)


def _passed_over(title: str, texts: Sequence[str]) -> str | None:
    """What a column holds of which rows state nothing: by its title, or numbers of the rows."""
    meaning = meaning_of(title)
    if not texts or meaning in PASSED_OVER:
        return meaning
    return "number" if all(t.strip(" .、").isdigit() for t in texts) else None


def _role(cell: Cell, reading: RowReading) -> str | None:
    """What a row takes a cell for."""
    start = cell.content.start
    roles = {
        "host": reading.host,
        "partner": reading.partner,
        "country": reading.country,
        "date": reading.date,
        "parent": reading.parent,
    }
    found = (name for name, its in roles.items() if its and its.content.start == start)
    noted = any(note.start == start for note in reading.notes)
    return next(found, "note" if noted else None)


def merged(uses: Iterable[ColumnUse]) -> tuple[ColumnUse, ...]:
    """Columns of several tables that have one title and one use as one, in order."""
    found: dict[tuple[str, str | None], ColumnUse] = {}
    for use in uses:
        first = found.setdefault((use.title, use.used_as), replace(use, filled=0))
        found[use.title, use.used_as] = replace(first, filled=first.filled + use.filled)
    return tuple(found.values())
