"""Reading a table of a page: its rows become records, or are ignored for a named reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.dates import DateText
from reconcile.models import PartnerlessRow, SourceRef, TableShape
from reconcile.places.country_in_text import country_prefix
from reconcile.sources.blocks import Heading, Row, Table
from reconcile.sources.inline import Inline
from reconcile.sources.reading.cells import RoleCell, RowReading, host_text, role_of
from reconcile.sources.reading.column_roles import find_heads, is_of_partners, learn
from reconcile.sources.reading.column_titles import read_title
from reconcile.sources.reading.entry import Parts, place_named
from reconcile.sources.reading.named_rows import is_named, named_parts, read_named
from reconcile.sources.reading.parallel_cells import side_by_side
from reconcile.sources.reading.partners import shared_country, split_partners
from reconcile.sources.reading.recorder import Context, Statement
from reconcile.sources.reading.rows import read_row
from reconcile.sources.reading.state import LONGEST_PARTNER, Page
from reconcile.sources.reading.table_shape import shape_of

_TAG = re.compile(r"<[^<>]*>")
_LONGEST_RAW = 10_000
"""Characters kept of a row: all of a page may stand on one line."""


def read_table(page: Page, table: Table) -> TableShape | None:
    """Read all rows of a table into `page`.

    Returns its shape, if it is a table of partners whose columns have no names of their own.
    """
    _account(page, table)
    if page.ignored is not None:
        page.mark(table.first, table.last, page.ignored)
        return None
    if not page.heads_table:
        page.recorder.open = None
    page.heads_table = False
    if not table.rows:
        return None
    if any(is_named(row) for row in table.rows):
        for row in table.rows:
            _named_row(page, row, read_named(row))
        return None
    rows = side_by_side(_unfolded(table.rows), page.document)
    readings = _readings(page, tuple(rows))
    if not readings:
        page.mark(table.first, table.last, "ignored:other-topic")
        return None
    outer = page.context
    page.context = _titled_country(page, readings) or outer
    for row, reading in readings:
        if reading.kind == "group":
            _group(page, row, reading)
        elif reading.kind == "aside":
            page.mark(row.first, row.last, "ignored:remark")
        elif reading.kind != "header":
            _row(page, row, reading)
    page.context = outer
    return shape_of(page.document, page.section, readings)


def _unfolded(rows: Sequence[Row]) -> Sequence[Row]:
    """A table that stands in halves side by side, one below the other: its titles repeat."""
    head = next(iter(rows), None)
    texts = [c.content.text.strip() for c in head.cells] if head else []
    for parts in range(2, len(texts) // 2 + 1):
        width = len(texts) // parts
        if texts[:width] * parts == texts and len(set(texts)) == width:
            return [
                replace(row, cells=row.cells[i : i + width])
                for row in rows
                for i in range(0, len(row.cells), width)
                if any(c.content.text.strip() for c in row.cells[i : i + width])
            ]
    return rows


def _readings(page: Page, rows: Sequence[Row]) -> list[tuple[Row, RowReading]]:
    """Each row with what it says; none where the table is no list of partners."""
    is_head = find_heads(rows)
    heads = [row for row, head in zip(rows, is_head, strict=True) if head]
    cells = [[] if h else [role_of(c) for c in r.cells] for r, h in zip(rows, is_head, strict=True)]
    body = [its for its, head in zip(cells, is_head, strict=True) if not head]
    if not is_of_partners(heads, body, page.home, page.section):
        return []
    columns = learn(heads, body, page.home, hosted=page.is_hosted)
    return [
        (row, RowReading("header") if head else read_row(row, its, page.home, columns))
        for row, head, its in zip(rows, is_head, cells, strict=True)
    ]


def _account(page: Page, table: Table) -> None:
    """Lines of the table that no row holds are structure, unless they have words."""
    in_rows = {n for row in table.rows for n in range(row.first, row.last + 1)}
    for line in range(table.first, table.last + 1):
        words = any(map(str.isalnum, _TAG.sub("", page.document.lines[line - 1])))
        lost = words and line not in in_rows
        if not lost or page.uses[line - 1] != "structure":
            page.mark(line, line, "not-understood" if lost else "structure")


def _titled_country(page: Page, readings: Sequence[tuple[Row, RowReading]]) -> Context | None:
    """The country of all partners, where the title of their column says it: 中国城市."""
    for row, reading in readings:
        for cell in row.cells if reading.kind == "header" else ():
            text = cell.content.text.strip()
            named = country_prefix(text)
            if named and read_title(text, page.home) == "partner":
                return Context(named[0].iso, text, cell.content.ref(page.document))
    return None


def _group(page: Page, row: Row, reading: RowReading) -> None:
    """A row across the table that names a country: that of the rows below it."""
    page.mark(row.first, row.last, "structure")
    if reading.host is not None:
        page.set_host(reading.host.content, *host_text(reading.host.content))
        return
    cell = reading.country
    page.context = None
    if cell is not None and cell.country is not None:
        ref = cell.content.ref(page.document)
        page.context = Context(cell.country.iso, cell.content.text.strip(), ref)


def _named_row(page: Page, row: Row, reading: RowReading) -> None:
    if reading.section is not None:
        page.heading(Heading(2, reading.section.content, reading.section.line))
    if reading.kind not in ("header", "section"):
        _row(page, row, reading)


def _row(page: Page, row: Row, reading: RowReading) -> None:
    if reading.host is not None:
        page.set_host(reading.host.content, *host_text(reading.host.content))
    page.mark(row.first, row.last, "record")
    page.count_row()
    page.ensure_host()
    partner = reading.partner
    if partner is None or not _partners(page, row, reading, partner):
        _partnerless(page, row, reading)


def _partners(page: Page, row: Row, reading: RowReading, partner: RoleCell) -> bool:
    """Record each partner of the cell; whether there is any."""
    pieces = split_partners(partner.content, page.entry)
    if is_named(row):
        parts = [named_parts(p, reading, page.entry) for p in pieces]
    else:
        parts = [page.entry(p) for p in pieces]
    if partner.role == "country":
        parts = [place_named(p, piece) for p, piece in zip(parts, pieces, strict=True)]
    if any(not p.name or len(p.name) > LONGEST_PARTNER for p in parts):
        return False
    raw = _raw(page, row)
    each = _shared(reading, len(pieces))
    for content, one, its in zip(pieces, shared_country(parts), each, strict=True):
        page.recorder.add(
            Statement(
                content, one, row.first, raw, page.section, its, page.context, ended=page.former
            )
        )
    return True


def _shared(reading: RowReading, count: int) -> Sequence[RowReading]:
    """The reading for each of several partners: one date for all, or as many dates as partners."""
    cell = reading.date
    if cell is None or count == 1 or len(cell.dates) < 2:
        return [reading] * count
    dates: Sequence[DateText | None] = cell.dates
    if len(dates) != count:
        dates = [None] * count
    return [replace(reading, date=replace(cell, date=d, dates=(d,) if d else ())) for d in dates]


def _partnerless(page: Page, row: Row, reading: RowReading) -> None:
    partner = reading.partner
    parts = page.entry(partner.content) if partner else None
    country = reading.country.country if reading.country else parts.country if parts else None
    named = reading.country.content.text.strip() if reading.country else None
    date = reading.date.date if reading.date else parts.date if parts else None
    where = partner.content if partner else _partner_cell(row)
    block = page.recorder.host(where.ref(page.document), page.section)
    page.recorder.add_partnerless(
        PartnerlessRow(
            page.document.id,
            row.first,
            page.section,
            block.host,
            block.id,
            _partnerless_ref(page, where, parts),
            _raw(page, row),
            bare=country is None and date is None,
            country=country.iso if country else None,
            country_text=named or (parts.country_text if parts else None),
            date=date.date if date else None,
        )
    )


def _partnerless_ref(page: Page, where: Inline, parts: Parts | None) -> SourceRef:
    """The country that the row does name, or the cell that should name the partner."""
    span = parts.country_span if parts else None
    return where.ref(page.document, span.start, span.end) if span else where.ref(page.document)


def _partner_cell(row: Row) -> Inline:
    """The cell that should name the partner: the last empty one, or the last one."""
    for cell in row.cells:
        if cell.column == "partner":
            return cell.content
    empty = [c.content for c in row.cells if not c.content.text.strip()]
    return (empty or [c.content for c in row.cells])[-1]


def _raw(page: Page, row: Row) -> str:
    lines = page.document.lines[row.first - 1 : row.last]
    if sum(map(len, lines)) <= _LONGEST_RAW:
        return "\n".join(lines)
    above = ("section", "host")
    spans = [c.content for c in row.cells if not c.copied and c.column not in above]
    start, end = min(c.start for c in spans), max(c.end for c in spans)
    return page.document.text[start : min(end, start + _LONGEST_RAW)]
