"""Lists side by side in the cells of one row are several rows."""

from __future__ import annotations

import pytest

from reconcile.sources.blocks import Cell, Row
from reconcile.sources.document import read_document
from reconcile.sources.formats.html.markup import read_inline
from reconcile.sources.reading.parallel_cells import side_by_side
from tests.sources.texts import HOME

# cells, and the rows that come out of them
ROWS = {
    "names, countries and dates": (
        "長沙市|鹿兒島<br>龜尾|日本<br>韓國|1982年<br>1998年",
        ["長沙市|鹿兒島|日本|1982年", "長沙市|龜尾|韓國|1998年"],
    ),
    "one list only": ("長沙市|鹿兒島<br>龜尾|日本", None),
    "lists of other heights": ("鹿兒島<br>龜尾|日本<br>韓國<br>美國", None),
    "names alone": ("鹿兒島<br>龜尾|沼津<br>大阪", None),
    "a name in two scripts": ("鹿兒島<br>Kagoshima|1982年<br>1998年", None),
    "blank lines do not count": ("鹿兒島<br><br>龜尾|日本<br>韓國", ["鹿兒島|日本", "龜尾|韓國"]),
}


@pytest.mark.parametrize("name", ROWS)
def test_parallel_lists(name: str) -> None:
    text, expected = ROWS[name]
    document = read_document(text.encode(), "x.md", "zh")
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "|")]
    ends = [*(i for i, c in enumerate(text) if c == "|"), len(text)]
    cells = (Cell(read_inline(document, a, b), 1) for a, b in zip(starts, ends, strict=True))
    row = Row(tuple(cells), 1, 1)
    found = list(side_by_side([row], document, HOME))
    shown = ["|".join(c.content.text for c in r.cells) for r in found]
    assert (None if found == [row] else shown) == expected
