"""Cells of one row that hold lists side by side: three partners, three countries, three dates.

Each line of the one belongs to the line of the others at the same height; such a row is several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.models import Document
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import has_han
from reconcile.sources.blocks import Cell, Row
from reconcile.sources.inline import trim
from reconcile.sources.reading.cells import read_cell

_LINE = re.compile(r"[^\n]+")
_MOST_LINES = 200


def side_by_side(rows: Sequence[Row], document: Document, home: HomePlaces) -> Iterator[Row]:
    """The rows, with each row of parallel lists taken apart; a cell of one line is for all."""
    for row in rows:
        lists = [lines_of(cell, document) for cell in row.cells]
        height = _height(lists)
        if height and _is_of_facts(lists, home):
            for i in range(height):
                cells = [
                    its[i] if len(its) == height else cell
                    for cell, its in zip(row.cells, lists, strict=True)
                ]
                yield replace(row, cells=tuple(cells))
        else:
            yield row


def lines_of(cell: Cell, document: Document) -> list[Cell]:
    """What each line of a cell says, as a cell of its own."""
    text = cell.content.text
    found = []
    for match in _LINE.finditer(text) if "\n" in text.strip() else ():
        span = trim(text, match.start(), match.end())
        if span.start < span.end:
            part = cell.content.part(span.start, span.end)
            found.append(replace(cell, content=part, line=document.line_of(part.start)))
    return found


def _height(lists: Sequence[Sequence[Cell]]) -> int:
    """How many rows the lists make: all of one length, and two or more of them; else 0."""
    heights = [len(its) for its in lists if len(its) > 1]
    if len(heights) < 2 or len(set(heights)) > 1 or heights[0] > _MOST_LINES:
        return 0
    return heights[0]


def _is_of_facts(lists: Sequence[Sequence[Cell]], home: HomePlaces) -> bool:
    """Whether one of the lists is of dates or countries, and none is a name in two scripts."""
    long = [its for its in lists if len(its) > 1]
    if any(len({has_han(c.content.text) for c in its}) > 1 for its in long):
        return False
    return any(all(read_cell(c, home).role in ("date", "country") for c in its) for its in long)
