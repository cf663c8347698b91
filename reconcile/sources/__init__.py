"""Sources: from bytes to records, with every line accounted for.

A format is a module with `recognise(text) -> int` (how many lines look like it) and
`read(document) -> Iterator[SourceBlock]`; adding one is adding it to `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reconcile.errors import ReconcileError
from reconcile.ids import IdMaker
from reconcile.models import Document, ParsedSource
from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Column, SourceBlock
from reconcile.sources.document import (
    Layout,
    SourceFile,
    read_document,
    read_pages,
    read_side,
)
from reconcile.sources.formats import extract, markdown
from reconcile.sources.formats.columns import delimited, json_rows, sheets
from reconcile.sources.formats.columns.meaning import assign
from reconcile.sources.formats.html import rendered
from reconcile.sources.formats.wiki import wikitext
from reconcile.sources.page_links import links_of
from reconcile.sources.reading.reader import Reader
from reconcile.suggest import did_you_mean


class Format(NamedTuple):
    """A format by the name that users know it by; several names may share one reader."""

    name: str
    recognise: Callable[[str], int]
    read: Callable[[Document], Iterator[SourceBlock]]
    titles: Callable[[Document], list[str]] | None = None
    """The titles of its columns, where they have names."""


_SAMPLE = 1_000_000
"""Characters by which a format is recognised: more of a huge file would say no more."""


def _only_by_name(text: str) -> int:
    """For a format that another one recognises."""
    return 0


FORMATS = (
    Format("wikitext", wikitext.recognise, wikitext.read),
    Format("html", rendered.recognise, rendered.read),
    Format("markdown", markdown.recognise, markdown.read),
    Format("text", extract.recognise, extract.read),
    Format("csv", delimited.recognise, delimited.read, delimited.titles_of),
    Format("tsv", _only_by_name, delimited.read, delimited.titles_of),
    Format("json", json_rows.recognise, json_rows.read, json_rows.titles_of),
    Format("jsonl", _only_by_name, json_rows.read, json_rows.titles_of),
    Format("spreadsheet", _only_by_name, sheets.read, sheets.titles_of),
)

__all__ = [
    "FORMATS",
    "Format",
    "Layout",
    "SourceFile",
    "columns_of",
    "format_of",
    "parse",
    "read_document",
    "read_pages",
    "read_side",
]


def format_of(document: Document) -> Format:
    """The format that the user names, or the one that most of the lines look like.

    Raises:
        ReconcileError: there is no format of the name that is asked for.
    """
    by_name = {f.name: f for f in FORMATS}
    if document.sheet is not None and document.format is None:
        return by_name["spreadsheet"]
    if document.format is not None:
        if found := by_name.get(document.format):
            return found
        hint = did_you_mean(document.format, by_name) or "."
        raise ReconcileError(
            f"there is no format {document.format!r}{hint} Known are {', '.join(by_name)}",
            path=document.path,
        )
    sample = document.text[:_SAMPLE]
    best = max(FORMATS, key=lambda f: f.recognise(sample))
    if document.columns and best.read is not json_rows.read and delimited.has_columns(document):
        return by_name["csv"]
    return best


def columns_of(document: Document) -> dict[Column, str]:
    """What the named columns of a document hold, and their titles; nothing where none have names.

    Raises:
        ReconcileError: the document cannot be read in its format.
    """
    titles_of = format_of(document).titles
    titles = titles_of(document) if titles_of else []
    found = assign(titles, document, 1) if titles else {}
    return {column: titles[i] for column, i in found.items()}


def parse(
    document: Document, home: HomePlaces, ids: IdMaker | None = None, today: date | None = None
) -> ParsedSource:
    """Read a document in its format (see `format_of`).

    Documents that are read together share `ids`, so that a row that stands in two of them gets
    two record ids. A year of two digits is of this century unless that lies after `today`.
    """
    format_ = format_of(document)
    blocks = tuple(format_.read(document))
    read = Reader(document, home, ids, today).read(blocks)
    return replace(read, links=links_of(document, blocks), format=format_.name)
