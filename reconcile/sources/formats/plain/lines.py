"""Tables that plain characters make: cells apart by bars, tabs or wide gaps.

So converters write them that leave out the outer bars, and so they arrive by copy and paste. Lines
are a table where a rule stands below the first, where that has titles of columns, or where most
of them state a country.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile.models import Document
from reconcile.sources.around_lines import is_page_foot
from reconcile.sources.blocks import Cell, Row, Table
from reconcile.sources.formats.plain.facts import are_titles, fact_of
from reconcile.sources.grid import check_width
from reconcile.sources.inline import Inline, Span

Show = Callable[[int, int], Inline]
"""The displayed text of `[start, end)` of the document, as its format reads it."""

_BLANK = " \u3000\xa0"
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_GAP = re.compile(rf"(?<=[^\s])[{_BLANK}]{{2,}}(?=[^\s])")
_NO_ROW = re.compile(r"\s*(?:[<#={!]|\[\[|[-*+•·]\s)")
"""What begins a line that is something else."""
_DASHES = r"(?::?-{2,}:?|:-|-:|={3,})"
_RULE = re.compile(rf"[|+]?\s*{_DASHES}(?:[\s|+]+{_DASHES})+[\s|+]*")
_LONGEST_LINE = 2_000
_SAMPLE = 100
"""Rows by which a table without titles is told."""
_FEWEST_BEFORE = 2
"""Cells before one that may go on in the next line."""
_MOST_HEADS = 2
"""Rows of titles that may stand above a rule."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table: its number and text; `is_rule` tells one that only divides."""

    number: int
    text: str
    is_rule: bool

    def cells(self, between: re.Pattern[str]) -> list[Span]:
        """Where its cells stand, without the blanks around them."""
        edges = [0, *(e for m in between.finditer(self.text) for e in m.span()), len(self.text)]
        return [_bare(self.text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def line_tables(document: Document, show: Show) -> Iterator[Table]:
    """The tables whose rows are lines; `show` reads a cell.

    Raises:
        ReconcileError: a table is too wide.
    """
    for between, run in _runs(document):
        if table := _table(document, show, between, run):
            yield table


def is_rule(text: str) -> bool:
    """Whether a line only divides the titles of a table from its rows: `---|---`."""
    return len(text) < _LONGEST_LINE and bool(_RULE.fullmatch(text.strip()))


def _runs(document: Document) -> Iterator[tuple[re.Pattern[str], list[_Line]]]:
    """Lines that follow each other with cells between the same marks, blank ones and feet of pages
    aside.
    """
    between, run = _BAR, list[_Line]()
    for number, text in enumerate(document.lines, 1):
        if not text.strip() or is_page_foot(text):
            continue
        line = _Line(number, text, is_rule(text))
        if run and _goes_on(line, between):
            run.append(line)
            continue
        if run:
            yield between, run
        found = _begins(line)
        between, run = (found, [line]) if found else (between, [])
    if run:
        yield between, run


def _begins(line: _Line) -> re.Pattern[str] | None:
    """What stands between the cells of a line, if it can be the first of a table."""
    text = line.text
    if len(text) > _LONGEST_LINE or _NO_ROW.match(text) or text.lstrip().startswith("|"):
        return None
    if line.is_rule:
        return _GAP if "|" not in text else None
    counts = {mark: sum(a.end > a.start for a in line.cells(mark)) for mark in (_BAR, _TAB, _GAP)}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] > 1 else None


def _goes_on(line: _Line, between: re.Pattern[str]) -> bool:
    if len(line.text) > _LONGEST_LINE or (_NO_ROW.match(line.text) and not line.is_rule):
        return False
    indented = between is _GAP and line.text[0] in _BLANK
    return line.is_rule or indented or len(line.cells(between)) > 1


# -- whether they are a table --------------------------------------------------------------------


def _table(
    document: Document, show: Show, between: re.Pattern[str], run: Sequence[_Line]
) -> Table | None:
    """The table that the lines make, if they make one."""
    lines = [line for line in run if not line.is_rule]
    if len(lines) < 2:
        return None
    cells = _fitted(lines, between)
    texts = [[s.of(line.text) for s in spans] for line, spans in zip(lines, cells, strict=True)]
    heads = _heads(run, texts)
    if heads is None:
        return None
    rows: list[Row] = []
    for i, (line, spans) in enumerate(zip(lines, cells, strict=True)):
        check_width(len(spans), document, line.number)
        start = document.start_of(line.number)
        shown = (show(start + s.start, start + s.end) for s in spans)
        its = tuple(Cell(content, line.number, header=i < heads) for content in shown)
        if between is _GAP and i and _goes_on_below(lines[i - 1], line):
            rows[-1] = _with_line(rows[-1], its)
        else:
            rows.append(Row(its, line.number, line.number))
    return Table(tuple(rows), run[0].number, run[-1].number)


def _goes_on_below(above: _Line, line: _Line) -> bool:
    """Whether the last cell of a line goes on in the one right below.

    That is a single text, begins right of the cells of hosts and partners, and the cell is no fact.
    """
    cells, below = above.cells(_GAP), line.cells(_GAP)
    if len(below) != 1 or len(cells) <= _FEWEST_BEFORE or line.number != above.number + 1:
        return False
    start = _places(line.text, 2)[below[0].start]
    is_right = start >= _places(above.text, 2)[cells[-2].start]
    return is_right and fact_of(cells[-1].of(above.text)) is None


def _with_line(row: Row, below: Sequence[Cell]) -> Row:
    """A row whose last cell with a text goes on in the one of a line below."""
    at = max(i for i, cell in enumerate(row.cells) if cell.content.text.strip())
    more = next(cell for cell in below if cell.content.text.strip())
    joined = replace(row.cells[at], content=row.cells[at].content.joined(more.content))
    return replace(row, cells=(*row.cells[:at], joined, *row.cells[at + 1 :]), last=more.line)


def _heads(run: Sequence[_Line], texts: Sequence[Sequence[str]]) -> int | None:
    """How many of the rows are titles; None where the lines are no table."""
    ruled = next((i for i, (a, b) in enumerate(pairwise(run), 1) if b.is_rule and not a.is_rule), 0)
    ruled -= sum(line.is_rule for line in run[:ruled])
    if 0 < ruled <= _MOST_HEADS:
        return ruled
    titles, *body = texts
    if are_titles(titles):
        return 1
    facts = [{fact_of(text) for text in row} for row in body[:_SAMPLE]]
    stating = sum("country" in row for row in facts)
    first = {fact_of(text) for text in titles}
    if 2 * stating <= len(facts) or (len(facts) < 2 and "country" not in first):
        return None
    return int(first == {None})


# -- its cells -----------------------------------------------------------------------------------


def _fitted(lines: Sequence[_Line], between: re.Pattern[str]) -> list[list[Span]]:
    """The cells of each line: as many as the first line has titles, where that can be."""
    cells = [line.cells(between) for line in lines]
    if between is _GAP:
        width = Counter(map(len, cells)).most_common(1)[0][0]
        return _cut_at_gutters(lines, cells, width)
    first = cells[0]
    while len(first) > 1 and first[-1].end == first[-1].start:
        first = first[:-1]
    return [_fit(spans, len(first)) for spans in cells]


def _fit(cells: list[Span], width: int) -> list[Span]:
    """The cells without empty ones beyond the width, and with those that are missing at the end."""
    while len(cells) > width and cells[-1].end == cells[-1].start:
        cells = cells[:-1]
    while len(cells) > width and cells[0].end == cells[0].start:
        cells = cells[1:]
    end = cells[-1].end
    return cells + [Span(end, end)] * (width - len(cells))


def _cut_at_gutters(
    lines: Sequence[_Line], cells: list[list[Span]], width: int
) -> list[list[Span]]:
    """The cells of lines in columns of blanks; where one is empty, the columns tell which."""
    for wide in (2, 1):
        columns = _columns([line.text for line in lines], wide)
        if len(columns) == width:
            return [
                spans if len(spans) >= width else _cut(line.text, columns, wide)
                for line, spans in zip(lines, cells, strict=True)
            ]
    return cells


def _places(text: str, wide: int) -> list[int]:
    """The column of the screen in which each character begins; Chinese ones take `wide`."""
    at, out = 0, []
    for char in text:
        out.append(at)
        at += wide if unicodedata.east_asian_width(char) in "WF" else 1
    return out


def _columns(texts: Sequence[str], wide: int) -> list[range]:
    """The columns of the screen between those that are blank in every line."""
    filled = {
        column
        for text in texts
        for column, char in zip(_places(text, wide), text, strict=True)
        if char not in _BLANK
    }
    starts = sorted(c for c in filled if c - 1 not in filled and c - 2 not in filled)
    return [range(a, b) for a, b in pairwise([*starts, max(filled) + 1])]


def _cut(text: str, columns: Sequence[range], wide: int) -> list[Span]:
    """The cells of a line that stand in these columns of the screen."""
    places = _places(text, wide)
    edges = [bisect_left(places, column.start) for column in columns]
    return [_bare(text, a, b) for a, b in pairwise([*edges, len(text)])]


def _bare(text: str, start: int, end: int) -> Span:
    """`[start, end)` without the blanks around it."""
    inner = text[start:end].lstrip()
    first = end - len(inner)
    return Span(first, first + len(inner.rstrip()))
