"""Cells of one row that hold lists side by side: three partners, three countries, three dates.

Each line of the one belongs to the line of the others at the same height; such a row is several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.models import Document
from reconcile.scripts import has_han
from reconcile.sources.blocks import Cell, Row
from reconcile.sources.reading.brackets import part_of, trim
from reconcile.sources.reading.cells import role_of

_LINE = re.compile(r"[^\n]+")
_MOST_LINES = 200


def side_by_side(rows: Sequence[Row], document: Document) -> Iterator[Row]:
    """The rows, with each row of parallel lists taken apart; a cell of one line is for all."""
    for row in rows:
        lists = [_lines(cell, document) for cell in row.cells]
        if count := _count(lists):
            for i in range(count):
                cells = [
                    its[i] if len(its) == count else cell
                    for cell, its in zip(row.cells, lists, strict=True)
                ]
                yield replace(row, cells=tuple(cells))
        else:
            yield row


def _lines(cell: Cell, document: Document) -> list[Cell]:
    """What each line of a cell says, as a cell of its own."""
    text = cell.content.text
    found = []
    for match in _LINE.finditer(text) if "\n" in text.strip() else ():
        span = trim(text, match.start(), match.end())
        if span.start < span.end:
            part = part_of(cell.content, span.start, span.end)
            found.append(replace(cell, content=part, line=document.line_of(part.start)))
    return found


def _count(lists: Sequence[Sequence[Cell]]) -> int:
    """How many rows the lists make; 0 where they are not parallel, or only a name in two scripts.

    They are parallel where there are two or more of one length, and one is of dates or countries.
    """
    long = [its for its in lists if len(its) > 1]
    count = len(long[0]) if long else 0
    if len(long) < 2 or count > _MOST_LINES or any(len(its) != count for its in long):
        return 0
    if any(len({has_han(c.content.text) for c in its}) > 1 for its in long):
        return 0
    facts = any(all(role_of(c).role in ("date", "country") for c in its) for its in long)
    return count if facts else 0
