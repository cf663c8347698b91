"""The text of a source, and places in it.

Positions are 1-based; columns count Unicode code points; `end_column` is exclusive, so that
`line_text[column - 1 : end_column - 1] == text` holds for every `SourceRef`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from reconcile.provenance import PageRevision

Side = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A span of one line of one source; `text` is exactly what stands there."""

    source: str
    line: int
    column: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the lines of a spreadsheet, a row each with tabs between its cells, do not say.

    `merged` holds the first row, first column, last row and last column of each cell that spans
    others: rows as line numbers, columns from 0. `breaks` are the blanks that stand for a line
    break within a cell, as (line, characters before it in the line).
    """

    merged: tuple[tuple[int, int, int, int], ...] = ()
    breaks: frozenset[tuple[int, int]] = frozenset()
    date1904: bool = False
    """Whether days are counted from 1904, and not from 1900."""


@dataclass(frozen=True)
class Document:
    """A source text with line numbers. Offsets are code points from the start of `text`.

    `format` is the name of the format that the user says it is in, and `columns` what is said of
    its columns: (what it holds, title or number) pairs; `host` the one that the user says its rows
    are of, where they name none. `title` is what the page is called, where its text does not say;
    `page` tells which page of a wiki it is, `sheet` what the text of a workbook's sheet does not
    say, and `notes` what the user should know of how it was read. `paired` tells that its rows have
    a name in both languages, which are to be held against each other.
    """

    id: str
    side: Side
    path: str
    text: str
    sha256: str
    format: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    host: str | None = None
    title: str = ""
    page: PageRevision | None = None
    sheet: Sheet | None = None
    notes: tuple[str, ...] = ()
    paired: bool = False
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        starts.extend(m.end() for m in re.finditer("\n", self.text))
        if len(starts) > 1 and starts[-1] == len(self.text):
            starts.pop()
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(
            self,
            "lines",
            tuple(
                self.text[a:b].removesuffix("\n").removesuffix("\r")
                for a, b in zip(starts, [*starts[1:], len(self.text)], strict=True)
            ),
        )

    def line_of(self, offset: int) -> int:
        """The 1-based line that holds `offset`."""
        return bisect_right(self._starts, offset)

    def start_of(self, line: int) -> int:
        """The offset at which the 1-based `line` begins."""
        return self._starts[line - 1]

    def ref(self, start: int, end: int) -> SourceRef:
        """The span `[start, end)`, cut at the end of its first line."""
        line = self.line_of(start)
        base = self._starts[line - 1]
        text = self.lines[line - 1][start - base : end - base]
        return SourceRef(self.id, line, start - base + 1, start - base + 1 + len(text), text)
