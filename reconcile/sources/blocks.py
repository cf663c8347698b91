"""The blocks that every format is read into: headings, rows of cells, entries and plain lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from reconcile.dates import DateText
from reconcile.models import ColumnUse
from reconcile.sources.inline import Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A section title. `level` 1 is the page title or above."""

    level: int
    title: Inline
    line: int


@dataclass(frozen=True, slots=True)
class Title:
    """What the page is called, where that is no part of what it shows: the <title> of HTML."""

    content: Inline
    line: int


Column = Literal[
    "host",
    "partner",
    "country",
    "date",
    "section",
    "parent",
    "kind",
    "note",
    "code",
    "target",
    "status",
]
"""What a named column holds: `kind` is the kind of agreement, `code` the partner's country code,
`target` its page or link, `status` whether the agreement has ended."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; `copied` is one that spans into this row from the row or column before.

    `column` is what its named column holds (CSV, JSON): it decides, whatever the cell looks like.
    `date` is the date that it states, where only the other cells of its column tell.
    """

    content: Inline
    line: int
    header: bool = False
    copied: bool = False
    column: Column | None = None
    date: DateText | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One table row: `first` and `last` are its first and last source line."""

    cells: tuple[Cell, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in source order; its lines that are no row (tags, rules) are structure.

    `columns` says what each column is used as, where they have names of their own (CSV, JSON).
    """

    rows: tuple[Row, ...]
    first: int
    last: int
    columns: tuple[ColumnUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of text; `bullet` tells a list item from a plain line, `depth` its indentation."""

    content: Inline
    line: int
    bullet: bool
    depth: int = 0

    def joined(self, below: Entry) -> Entry:
        """The same with the text of an entry below it, on a line of its own."""
        return replace(self, content=self.content.joined(below.content))


@dataclass(frozen=True, slots=True)
class Structure:
    """Lines that only arrange the page, as far as no other block stands on them."""

    first: int
    last: int


SourceBlock = Title | Heading | Table | Entry | Structure
