"""Rows of cells as blocks, where a row of titles names the columns: for CSV and spreadsheets.

Above the titles may stand what the whole is called; between the rows, lines that head those below
them; at the end, remarks and totals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.dates import DateText, find_dates
from reconcile.models import ColumnUse, Document
from reconcile.places.countries import find_code
from reconcile.places.placename import place_name
from reconcile.sources.blocks import Cell, Column, Heading, Row, SourceBlock, Structure, Table
from reconcile.sources.formats.columns.contents import with_told
from reconcile.sources.formats.columns.dates import read_dates
from reconcile.sources.formats.columns.meaning import (
    Fields,
    are_titles,
    assign,
    column_uses,
    known_columns,
    names_a_table,
    table,
)
from reconcile.sources.inline import Inline
from reconcile.sources.title_languages import columnwise, in_two_languages, seen_by
from reconcile.sources.titles import named_meaning
from reconcile.vocabulary import (
    BELOW_TABLES,
    CONCLUDED_ZH,
    LIST_ZH,
    TOTAL_ZH,
    TWINNED_EN,
    TWINNED_ZH,
)

ABOVE_TITLES = 10
"""Rows that may stand above the titles."""
_REMARK = re.compile(rf"\A\W*(?:\d{{1,2}}\s*[.．、)）]\s*)?(?:{BELOW_TABLES})", re.IGNORECASE)
_NUMBERED = re.compile(r"\A\W*\d{1,2}\s*[.．、)）]")
"""How a remark begins below another one."""
_FIGURES = re.compile(r"\d{3}")
_TOTAL = re.compile(rf"\A\W*(?:{TOTAL_ZH}|total\b)", re.IGNORECASE)
_CALLED = re.compile(rf"{TWINNED_ZH}|{CONCLUDED_ZH}|{LIST_ZH}|\b(?:{TWINNED_EN}|list)\b", re.I)
"""What is said of a list of twin towns in its title."""
_PATH = re.compile(r"[^>›»＞]*[^\s>›»＞]\s*[>›»＞]\s*\S")
"""Where a page stands in its site: Home > Sister cities."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row: its first and last line, and its cells; `copied` are those that reach into it."""

    first: int
    last: int
    cells: Sequence[Inline]
    copied: frozenset[int] = frozenset()

    @property
    def texts(self) -> list[str]:
        """What the cells show."""
        return [cell.text.strip() for cell in self.cells]

    @property
    def filled(self) -> list[int]:
        """The columns whose cells show something."""
        return [i for i, cell in enumerate(self.cells) if cell.text.strip()]

    @property
    def is_one_text(self) -> bool:
        """Whether the row is a single text, in one cell or across several."""
        return len({self.cells[i].start for i in self.filled}) == 1


@dataclass(frozen=True, slots=True)
class Head:
    """Where the titles are: rows `[start, end)`, and the title of each column."""

    start: int
    end: int
    titles: tuple[str, ...]


def find_head(rows: Sequence[CellRow], document: Document) -> Head | None:
    """The first row, or two rows, whose texts name the columns of such a table."""
    wanted = {title for _, title in document.columns}
    for i, row in enumerate(rows[:ABOVE_TITLES]):
        titles = row.texts
        if i + 1 < len(rows) and (joint := _two_rows(row, rows[i + 1])):
            return Head(i, i + 2, tuple(joint))
        if len(titles) > 1 and (_are_known(titles) or wanted & set(titles)):
            return Head(i, i + 1, tuple(titles))
    return None


def _are_known(titles: Sequence[str]) -> bool:
    """Whether titles name a table, and not places such as 大连市 alone."""
    return names_a_table(titles) and (are_titles(titles) or in_two_languages(titles))


def _two_rows(above: CellRow, below: CellRow) -> list[str] | None:
    """Titles in two rows, where one above spans several below: 外方 over 国家 and 城市."""
    over = _spread(above, below)
    if over is None or any(_FIGURES.search(under) for under in below.texts):
        return None
    pairs = list(zip(over, below.texts, strict=False))
    joint = [over + under if over != under else under for over, under in pairs]
    plain = [under or over for over, under in pairs]
    best = max((joint, plain), key=lambda titles: len(known_columns(titles)))
    return best if _are_known(best) else None


def _spread(above: CellRow, below: CellRow) -> list[str] | None:
    """The texts of a row that has a cell over several of the row below; None where it has none.

    Where spans are not told (CSV), the fields behind that cell are empty, and titles stand below.
    """
    texts = above.texts
    spanned = {i for i in above.copied if i and texts[i] == texts[i - 1]} & set(below.filled)
    if not spanned and all(named_meaning(below.texts[i]) for i in below.filled):
        for i in below.filled:
            if 0 < i < len(texts) and not texts[i]:
                texts[i] = texts[i - 1]
                spanned.add(i)
    return texts if spanned and not above.is_one_text else None


def without_titles(rows: Sequence[CellRow], document: Document) -> bool:
    """Whether all columns are named by number, and the first row names none."""
    numbers = [title.isdecimal() for _, title in document.columns]
    return bool(rows and numbers) and all(numbers) and not are_titles(rows[0].texts)


def read_rows(document: Document, rows: Sequence[CellRow], head: Head) -> Iterator[SourceBlock]:
    """The blocks of all rows.

    Raises:
        ReconcileError: the columns are not known.
    """
    line = rows[head.start].first if rows else 1
    told = [dict(enumerate(row.texts)) for row in rows[head.end :]]
    seen = seen_by(document.side, head.titles, columnwise(told, len(head.titles)))
    columns: Mapping[Column, int] = assign(head.titles, document, line, seen)
    yield from _called(rows[: head.start])
    columns = with_told(columns, dict(document.columns), seen, told)
    rows, columns = _fitted(document, rows, head, columns)
    parts = _parts(rows, head, columns)
    dates = _dates(document, columns, parts)
    uses = _uses(document, rows, head, columns, seen)
    ends = [part.first - 1 for part in parts[1:]] + [len(document.lines)]
    for part, end in zip(parts, ends, strict=True):
        if part.heading is not None:
            yield Heading(2, part.heading.cells[part.heading.filled[0]], part.heading.first)
        fields = [
            Fields(row.first, row.last, dict(enumerate(row.cells)), dates.get(row.first))
            for row in part.rows
        ]
        frame = [(row.first, row.last) for row in part.beside]
        its = uses if part is parts[0] else ()
        read = table(document, columns, fields, frame)
        yield replace(read, first=part.first, last=end, columns=its)


def _uses(
    document: Document,
    rows: Sequence[CellRow],
    head: Head,
    columns: Mapping[Column, int],
    seen: Sequence[str | None],
) -> tuple[ColumnUse, ...]:
    """What is done with each column that has a title."""
    if head.start == head.end:
        return ()
    places = [cell.ref(document) for cell in rows[head.end - 1].cells]
    titles = list(zip(head.titles, places, strict=False))
    cells = (dict(enumerate(row.cells)) for row in rows[head.end :])
    return column_uses(titles, columns, cells, seen)


def _fitted(
    document: Document, rows: Sequence[CellRow], head: Head, columns: Mapping[Column, int]
) -> tuple[list[CellRow], Mapping[Column, int]]:
    """The rows with a cell for every title, and the columns with one for what stands beyond."""
    width = len(head.titles)
    fitted = [_fit(document, row, width, columns) for row in rows[head.end :] if row.filled]
    body = [row for row in fitted if row is not None]
    if "note" not in columns and any(len(row.cells) > width for row in body):
        columns = {**columns, "note": width}
    return [*rows[: head.end], *body], columns


def _fit(
    document: Document, row: CellRow, width: int, columns: Mapping[Column, int]
) -> CellRow | None:
    """A row with `width` cells. What stands beyond the last title is a remark.

    That is so where country and date stand in their columns. Else there is a delimiter too many,
    and no one knows where: None, and the row is reported as not understood.
    """
    end = row.cells[-1].end
    cells = [*row.cells[:width]]
    cells += [Inline.plain("", end)] * (width - len(cells))
    if row.filled[-1] < width:
        return replace(row, cells=cells)
    note = columns.get("note", width)
    noted = note < width and bool(cells[note].text.strip())
    if (noted and note != width - 1) or not _is_in_place(row, columns):
        return None
    start = (cells[note] if noted else row.cells[width]).start
    text = document.text[start:end].replace("\r", " ")
    cells[note : note + 1] = [Inline.plain(text, start)]
    return replace(row, cells=cells)


def _is_in_place(row: CellRow, columns: Mapping[Column, int]) -> bool:
    """Whether the cells of country and date hold such: those that there are, and there is one."""
    texts = row.texts
    country, date = (texts[columns[c]] if c in columns else "" for c in ("country", "date"))
    fits = [bool(place_name(country).named_country or find_code(country))] if country else []
    fits += [bool(find_dates(date))] if date else []
    return bool(fits) and all(fits)


def read_untitled(document: Document, rows: Sequence[CellRow]) -> Iterator[SourceBlock]:
    """The blocks of rows without known titles: the table of a page, below what it is called."""
    start = next((i for i, row in enumerate(rows) if not row.is_one_text), 0)
    yield from _called(rows[:start])
    body = rows[start:]
    first = body[0].first if body else len(document.lines)
    titled = len(body) > 1 and _are_unlike(body[0], body[1:])
    table = [_as_row(row, header=titled and i == 0) for i, row in enumerate(body)]
    yield Table(tuple(table), first, len(document.lines))


def tell_themselves(rows: Sequence[CellRow]) -> bool:
    """Whether a column holds countries or dates, by which a table without titles is known."""
    columns = zip(*(row.texts for row in rows), strict=False)
    return any(2 * sum(map(_is_fact, texts)) > len(texts) for texts in columns)


def _are_unlike(first: CellRow, rows: Sequence[CellRow]) -> bool:
    """Whether the first row is unlike the others: no country or date where they have such."""
    return any(
        2 * sum(i < len(row.cells) and _is_fact(row.texts[i]) for row in rows) > len(rows)
        and not _is_fact(text)
        for i, text in enumerate(first.texts)
        if text
    )


def _as_row(row: CellRow, *, header: bool) -> Row:
    cells = (
        Cell(cell, row.first, header, copied=i in row.copied) for i, cell in enumerate(row.cells)
    )
    return Row(tuple(cells), row.first, row.last)


def _called(rows: Sequence[CellRow]) -> Iterator[SourceBlock]:
    """What stands above the titles: the text that says what the table is of is its heading."""
    titles = [row for row in rows if row.is_one_text]
    titles = [row for row in titles if not _opens(_PATH, row)] or titles
    best = next((r for r in titles if _CALLED.search(r.cells[r.filled[0]].text)), None)
    best = best or next(iter(titles), None)
    for row in rows:
        if row is best:
            yield Heading(1, row.cells[row.filled[0]], row.first)
        else:
            yield Structure(row.first, row.last)


@dataclass(slots=True)
class _Part:
    """Rows under one heading, if any, and what stands beside them: titles, remarks, totals."""

    first: int
    heading: CellRow | None = None
    rows: list[CellRow] = field(default_factory=list)
    beside: list[CellRow] = field(default_factory=list)


def _parts(rows: Sequence[CellRow], head: Head, columns: Mapping[Column, int]) -> list[_Part]:
    """The rows below the titles, cut where a row heads those that follow."""
    parts = [_Part(rows[head.start].first if head.start < len(rows) else 1)]
    parts[0].beside += rows[head.start : head.end]
    remarked = False
    for row in rows[head.end :]:
        remarked = row.is_one_text and (
            _opens(_REMARK, row) or (remarked and _opens(_NUMBERED, row))
        )
        if remarked or _stands_beside(row, head):
            parts[-1].beside.append(row)
        elif _is_heading(row, columns):
            parts.append(_Part(row.first, row))
        else:
            parts[-1].rows.append(row)
    kept = parts[:1]
    for part in parts[1:]:
        if part.rows:
            kept.append(part)
        else:  # nothing stands below it: a remark
            kept[-1].beside += [row for row in (part.heading, *part.beside) if row is not None]
    return kept


def _stands_beside(row: CellRow, head: Head) -> bool:
    """Whether a row repeats the titles, or is a total."""
    texts = row.texts
    if tuple(texts) == head.titles and head.start < head.end:
        return True
    few = len(row.filled) < 3 or not any(map(_is_fact, texts))
    return few and _opens(_TOTAL, row)


def _opens(pattern: re.Pattern[str], row: CellRow) -> bool:
    """Whether the first text of a row begins so."""
    return bool(pattern.match(row.texts[row.filled[0]]))


def _is_fact(text: str) -> bool:
    """Whether a field is a country or has a date: what no title or total is."""
    return bool(place_name(text).named_country or find_dates(text))


def _is_heading(row: CellRow, columns: Mapping[Column, int]) -> bool:
    """Whether a row is one text across columns, or in one that neither host nor partner is in."""
    if not row.is_one_text:
        return False
    own = {columns.get("host"), columns.get("partner"), columns.get("section")}
    return len(row.filled) > 1 or not own & set(row.filled)


def _dates(
    document: Document, columns: Mapping[Column, int], parts: Sequence[_Part]
) -> dict[int, DateText]:
    """The date of each row, by its first line, as its column writes dates."""
    at = columns.get("date")
    rows = [row for part in parts for row in part.rows]
    if at is None:
        return {}
    texts = [row.cells[at].text for row in rows]
    found = read_dates(texts, document.sheet)
    return {row.first: date for row, date in zip(rows, found, strict=True) if date}
