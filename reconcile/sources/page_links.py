"""The links of a document, each with the text that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.models import Document, PageLink
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Table
from reconcile.sources.inline import Inline


def links_of(document: Document, blocks: Iterable[SourceBlock]) -> tuple[PageLink, ...]:
    """Every link once, in the order of the text."""
    found: dict[int, PageLink] = {}
    for inline in _pieces(blocks):
        for link in inline.links:
            if inline.text[link.start : link.end].strip():
                ref = inline.ref(document, link.start, link.end)
                found.setdefault(inline.offsets[link.start], PageLink(ref, link.target))
    return tuple(found[offset] for offset in sorted(found))


def _pieces(blocks: Iterable[SourceBlock]) -> Iterator[Inline]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block.title
        elif isinstance(block, Entry):
            yield block.content
        elif isinstance(block, Table):
            yield from (cell.content for row in block.rows for cell in row.cells)
