"""Sources: from bytes to records, with every line accounted for.

A format is a module with `recognise(text) -> int` (how many lines look like it) and
`read(document) -> Iterator[SourceBlock]`; adding one is adding it to `FORMATS`.
"""

from __future__ import annotations

from reconcile.models import Document, IdMaker, ParsedSource
from reconcile.places.home import HomePlaces
from reconcile.sources import extract, markdown
from reconcile.sources.document import read_document
from reconcile.sources.reader import Reader

FORMATS = (markdown, extract)

__all__ = ["FORMATS", "parse", "read_document"]


def parse(document: Document, home: HomePlaces, ids: IdMaker | None = None) -> ParsedSource:
    """Read a document in the format that most of its lines look like.

    Documents that are read together share `ids`, so that a row that stands in two of them gets
    two record ids.
    """
    best = max(FORMATS, key=lambda f: f.recognise(document.text))
    return Reader(document, home, ids).read(best.read(document))
