"""Small texts as the readers see them."""

from __future__ import annotations

from reconcile.models import Side
from reconcile.places.home import HomePlaces, load_home
from reconcile.sources.blocks import Cell, Row
from reconcile.sources.document import read_document
from reconcile.sources.formats.html.markup import read_inline
from reconcile.sources.inline import Inline

HOME: HomePlaces = load_home("CN")


def shown(text: str, side: Side = "zh") -> Inline:
    """What a piece of Markdown shows."""
    document = read_document(f"{text}\n|".encode(), "x.md", side)
    return read_inline(document, 0, len(text))


def row(*texts: str, header: bool = False, line: int = 1) -> Row:
    """A row of a table, by the Markdown in its cells."""
    return Row(tuple(Cell(shown(f"{t} "), line, header) for t in texts), line, line)
