"""Lists in the shapes that copying and converting leave are read row by row."""

from __future__ import annotations

import pytest

from reconcile.places.home import load_home
from reconcile.sources import SourceFile, parse, read_side
from tests.sources.brought_shapes import BROUGHT
from tests.sources.shapes import SHAPES, Shape
from tests.sources.unusual_shapes import UNUSUAL


@pytest.mark.parametrize("shape", [*SHAPES, *UNUSUAL, *BROUGHT], ids=lambda shape: shape.file)
def test_shape(shape: Shape) -> None:
    (document,) = read_side([SourceFile(shape.file, shape.text.encode())], shape.side)
    source = parse(document, load_home(shape.home))
    rows = [f"{r.host}|{r.name}|{r.country or ''}|{r.date or ''}" for r in source.records]
    assert sorted(rows) == sorted(shape.rows)
    assert not source.partnerless
