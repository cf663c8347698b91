"""Spans become cells of every row they reach, and never of a row that has no room for them."""

from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.models import Document
from reconcile.sources.blocks import Cell
from reconcile.sources.document import read_document
from reconcile.sources.grid import MAX_ROWSPAN, SpanCell, SpanRow, check_width, expand, spans
from reconcile.sources.inline import Inline

# declared rows (cell, with ↓ for every further row and → for every further column it spans), then
# the rows that come out, with ~ before a cell that spans into its row
GRIDS = {
    "no spans: rows as they are": (["a b c", "d", "e f"], ["a b c", "d", "e f"]),
    "a host beside its rows": (
        ["A↓↓ b c", "d e", "f g", "B h i"],
        ["A b c", "~A d e", "~A f g", "B h i"],
    ),
    "two columns that span": (
        ["A↓↓ J↓ b c", "d e", "K f g"],
        ["A J b c", "~A ~J d e", "~A K f g"],
    ),
    "a span in the last column": (["A b c↓", "D e"], ["A b c", "D e ~c"]),
    "a title over all columns": (["h i j", "A→→", "b c d"], ["h i j", "A ~A ~A", "b c d"]),
    "a span over more columns than there are": (["h i", "A→→→→→", "b c"], ["h i", "A ~A", "b c"]),
    "a host that spans one row too many": (
        ["A↓↓ b c", "d e", "B f g", "C h i"],
        ["A b c", "~A d e", "B f g", "C h i"],
    ),
    "a country that spans one row too many": (
        ["A↓↓ J↓↓ b c", "d e", "K f g", "B L h i"],
        ["A J b c", "~A ~J d e", "~A K f g", "B L h i"],
    ),
    "a host in a row of its own": (
        ["A↓↓", "b c", "d e", "B↓", "f g"],
        ["A", "~A b c", "~A d e", "B", "~B f g"],
    ),
    "a span beyond the end of the table": (["A↓↓↓↓↓↓ b", "c", "d"], ["A b", "~A c", "~A d"]),
    "a block of rows and columns": (["A↓→ b", "c", "d e f"], ["A ~A b", "~A ~A c", "d e f"]),
}


@pytest.mark.parametrize("name", GRIDS)
def test_spans(name: str) -> None:
    declared, expected = GRIDS[name]
    rows = expand([declared_row(i, row) for i, row in enumerate(declared)], DOCUMENT)
    found = [" ".join("~" * c.copied + c.content.text for c in row.cells) for row in rows]
    assert found == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", (1, 1)),
        ('rowspan="3" style="x"', (3, 1)),
        ("ROWSPAN = 2 colspan='4'", (2, 4)),
        ("rowspan=0", (MAX_ROWSPAN, 1)),
        ("rowspan=99999999 colspan=0", (MAX_ROWSPAN, 1)),
        ("rowspan=many", (1, 1)),
    ],
)
def test_declared_spans(attributes: str, expected: tuple[int, int]) -> None:
    assert spans(attributes) == expected


def test_a_table_of_very_many_copies_is_refused() -> None:
    row = SpanRow(tuple(SpanCell(cell("x"), MAX_ROWSPAN) for _ in range(999)), 7, 7)
    last = SpanRow((SpanCell(cell("y")),), 8, 8)
    with pytest.raises(ReconcileError) as caught:
        expand([row, *[last] * 1100], DOCUMENT)
    assert "spans (rowspan, colspan) that make more than 20 cells of each" in str(caught.value)
    assert caught.value.line == 8


def test_a_row_of_too_many_cells_is_refused() -> None:
    check_width(1000, DOCUMENT, 3)
    with pytest.raises(ReconcileError) as caught:
        check_width(1001, DOCUMENT, 3)
    assert caught.value.line == 3


DOCUMENT: Document = read_document(b"x", "x.wiki", "zh")


def cell(text: str) -> Cell:
    return Cell(Inline(text, range(len(text)), (), (), 0, len(text)), 1)


def declared_row(line: int, row: str) -> SpanRow:
    cells = [
        SpanCell(cell(text.strip("↓→")), text.count("↓") + 1, text.count("→") + 1)
        for text in row.split()
    ]
    return SpanRow(tuple(cells), line, line)
