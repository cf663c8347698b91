"""Reading a table of a page: its rows become records, or are ignored for a named reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.dates import DateText
from reconcile.models import TableShape
from reconcile.sources.blocks import Heading, Row, Table
from reconcile.sources.inline import Inline
from reconcile.sources.reading.carried import stated_above
from reconcile.sources.reading.cells import CellReading, read_cell
from reconcile.sources.reading.column_roles import learn, lists_partners
from reconcile.sources.reading.column_titles import (
    TitleRow,
    mention_other_topic,
    of_facilities,
    shown_texts,
    title_rows,
    titled_country,
)
from reconcile.sources.reading.column_uses import column_uses
from reconcile.sources.reading.countries import may_be_partner
from reconcile.sources.reading.entry import EntryReading
from reconcile.sources.reading.named_rows import (
    has_named_columns,
    named_partner,
    read_named,
    settled,
)
from reconcile.sources.reading.own_columns import own_columns
from reconcile.sources.reading.parallel_cells import side_by_side
from reconcile.sources.reading.partners import shared_country, split_partners
from reconcile.sources.reading.recorder import Context, Statement
from reconcile.sources.reading.rows import RowReading, read_row
from reconcile.sources.reading.state import LONGEST_PARTNER, Page
from reconcile.sources.reading.subject import of_line
from reconcile.sources.reading.table_shape import shape_of
from reconcile.sources.titles import Meaning


def read_table(page: Page, table: Table) -> TableShape | None:
    """Read all rows of a table into `page`.

    Returns its shape, if it is a table of partners whose columns have no names of their own.
    """
    _mark_lines(page, table)
    if page.outline.ignored is not None:
        page.mark(table.first, table.last, page.outline.ignored)
        return None
    if not page.heads_table:
        page.recorder.open = None
    page.heads_table = False
    page.columns += table.columns
    if any(map(has_named_columns, table.rows)):
        said = bool(page.document.columns)
        outer = page.context
        page.context = _named_country(page) or outer
        for row in table.rows if said else settled(table.rows, page.home):
            _read_named(page, row)
        page.context = outer
        return None
    return _read_rows(page, table) if table.rows else None


def _mark_lines(page: Page, table: Table) -> None:
    """Lines of the table that no row holds are structure, unless they have words."""
    in_rows = {n for row in table.rows for n in range(row.first, row.last + 1)}
    for line in range(table.first, table.last + 1):
        if page.uses[line - 1] != "structure":
            lost = line not in in_rows and page.has_words(line)
            page.mark(line, line, "not-understood" if lost else "structure")


# -- tables of pages ---------------------------------------------------------------------------


def _read_rows(page: Page, table: Table) -> TableShape | None:
    """Read the rows of a table whose columns may have titles, and may have slid."""
    found = tuple(side_by_side(_unfolded(table.rows), page.document, page.home))
    titled = title_rows(found, page.home)
    rows, heads = own_columns(found, titled, page.document.side, page.home)
    if not page.is_hosted:
        heads = [of_facilities(head) if head else None for head in heads]
    readings = _readings(page, rows, heads)
    if not readings:
        titles = [text for head in heads if head for text in head.texts]
        topic = "other-topic" if mention_other_topic(titles) else "other-table"
        page.mark(table.first, table.last, f"ignored:{topic}")
        return None
    outer = page.context
    page.context = _titled_country(page, rows, heads) or outer
    for row, reading in readings:
        if reading.kind == "title":
            page.mark(row.first, row.last, "structure")
            title = of_line(row.cells[0].content, page.document)
            page.tell(next(page.accepted(title), None))
        elif reading.kind == "group":
            _read_group(page, row, reading)
        elif reading.kind == "remark":
            page.mark(row.first, row.last, "ignored:remark")
        elif reading.kind != "header":
            _record_row(page, row, reading)
    page.context = outer
    page.columns += column_uses(page.document, readings, heads)
    return shape_of(page.document, page.section, readings, heads)


def _unfolded(rows: Sequence[Row]) -> Sequence[Row]:
    """A table that stands in halves side by side, one below the other: its titles repeat."""
    texts = shown_texts(rows[0])
    for parts in range(2, len(texts) // 2 + 1):
        width = len(texts) // parts
        if texts[:width] * parts == texts and len(set(texts)) == width:
            return [part for row in rows for part in _parts(row, width)]
    return rows


def _parts(row: Row, width: int) -> Iterator[Row]:
    """The parts of a row that show something, each of some columns."""
    for i in range(0, len(row.cells), width):
        part = replace(row, cells=row.cells[i : i + width])
        if any(shown_texts(part)):
            yield part


def _readings(
    page: Page, rows: Sequence[Row], heads: Sequence[TitleRow | None]
) -> list[tuple[Row, RowReading]]:
    """Each row with what it states; none where the table is no list of partners."""
    once = {id(c): read_cell(c, page.home) for row in rows for c in row.cells}
    cells = [[once[id(c)] for c in row.cells] for row in rows]
    above = _above_titles(rows, heads)
    pairs = list(zip(cells, heads, strict=True))
    body = [its for its, head in pairs[above:] if head is None]
    titles = [head for head in heads if head is not None]
    if not lists_partners(titles, body, page.home, page.section):
        return []
    columns = learn(titles, body, hosted=page.is_hosted)
    full = iter(_with_countries(body, columns.titles))
    cells = [its if head or i < above else next(full) for i, (its, head) in enumerate(pairs)]
    readings = [
        RowReading("header") if head else read_row(row, its, page.home, columns)
        for row, head, its in zip(rows, heads, cells, strict=True)
    ]
    titled = [r if r.kind == "group" else RowReading("title") for r in readings[:above]]
    return list(zip(rows, [*titled, *readings[above:]], strict=True))


def _with_countries(
    cells: Sequence[list[CellReading]], titles: Sequence[Meaning | None]
) -> list[list[CellReading]]:
    """The cells of rows, with the country that stands once for several rows in each of them."""
    found = list(cells)
    if not {"country", "partner"} <= set(titles):
        return found
    country, partner = titles.index("country"), titles.index("partner")
    rows = [i for i, its in enumerate(cells) if len(its) == len(titles)]
    rows = [i for i in rows if not cells[i][country].content.flags]
    texts = ([cells[i][at].text for i in rows] for at in (country, partner))
    for i, stated in zip(rows, stated_above(*texts), strict=True):
        found[i] = list(cells[i])
        found[i][country] = cells[rows[stated]][country]
    return found


def _above_titles(rows: Sequence[Row], heads: Sequence[TitleRow | None]) -> int:
    """How many rows of one text each stand above the titles: what the table is called."""
    first = next((i for i, head in enumerate(heads) if head), 0)
    alone = all(len(set(shown_texts(row)) - {""}) == 1 for row in rows[:first])
    return first if alone else 0


def _titled_country(
    page: Page, rows: Sequence[Row], heads: Sequence[TitleRow | None]
) -> Context | None:
    """The country of all partners, where the title of their column says it: 中国城市."""
    for row, head in zip(rows, heads, strict=True):
        meanings = head.meanings if head else ()
        for cell, meaning in zip(row.cells, meanings, strict=False):
            text = cell.content.text.strip()
            if meaning == "partner" and (iso := titled_country(text)):
                return Context(iso, text, cell.content.ref(page.document))
    return None


def _read_group(page: Page, row: Row, reading: RowReading) -> None:
    """A row across the table that names a host or a country: that of the rows below it.

    A country that is named right below its own name is the partner there: 新加坡.
    """
    cell = reading.country
    again = cell and cell.country and page.context and page.context.iso == cell.country.iso
    if again and cell and may_be_partner(cell.country):
        _record_row(page, row, replace(reading, kind="row", country=None, partner=cell))
        return
    page.mark(row.first, row.last, "structure")
    if reading.host is not None:
        page.set_host(reading.host.content, reading.host.host)
        return
    page.context = None
    if cell is not None and cell.country is not None:
        page.context = Context(cell.country.iso, cell.text, cell.content.ref(page.document))


# -- named columns -----------------------------------------------------------------------------


def _named_country(page: Page) -> Context | None:
    """The country of all partners, where the title of their column says it: 法方城市."""
    for use in page.columns:
        iso = titled_country(use.title) if use.used_as == "partner" else None
        if iso not in (None, page.home.country):
            return Context(iso, use.title, use.ref)
    return None


def _read_named(page: Page, row: Row) -> None:
    reading = read_named(row, page.home)
    if reading.section is not None:
        page.heading(Heading(2, reading.section.content, reading.section.line))
    if reading.kind not in ("header", "section"):
        _record_row(page, row, reading)


# -- what a row states -------------------------------------------------------------------------


def _record_row(page: Page, row: Row, reading: RowReading) -> None:
    if reading.host is not None:
        page.set_host(reading.host.content, reading.host.host)
    page.mark(row.first, row.last, "record")
    if reading.undated is not None and any(map(str.isdigit, reading.undated.text)):
        page.recorder.undated.append(reading.undated.ref(page.document))
    page.outline.count_row()
    page.ensure_host()
    partner = reading.partner
    country = reading.country.stated_country if reading.country else None
    iso = country.iso if country else None
    entries = split_partners(partner.content, page.read_entry, iso) if partner else ()
    if not entries or not _record_partners(page, row, reading, entries):
        entry = entries[0] if entries else EntryReading.without_name(_partner_cell(row))
        page.recorder.add_partnerless(
            Statement(entry, row.first, _raw(page, row), page.section, reading)
        )


def _record_partners(
    page: Page, row: Row, reading: RowReading, entries: Sequence[EntryReading]
) -> bool:
    """Record each partner of the cell; whether there is any."""
    if has_named_columns(row):
        entries = [named_partner(entry, reading) for entry in entries]
    if reading.partner and reading.partner.role == "country":
        entries = [entry.as_place() for entry in entries]
    if reading.country and (country := reading.country.stated_country):
        entries = [entry.in_country(country) for entry in entries]
    if any(not entry.name or len(entry.name) > LONGEST_PARTNER for entry in entries):
        return False
    raw = _raw(page, row)
    each = _for_each(reading, len(entries))
    for entry, its in zip(shared_country(entries), each, strict=True):
        page.recorder.add(
            Statement(entry, row.first, raw, page.section, its, page.context, ended=page.former)
        )
    return True


def _for_each(reading: RowReading, count: int) -> Sequence[RowReading]:
    """The reading for each of several partners: one date for all, or as many dates as partners."""
    stated = reading.date
    if stated is None or count == 1 or len(stated.dates) < 2:
        return [reading] * count
    dates: Sequence[DateText | None] = stated.dates
    if len(dates) != count:
        dates = [None] * count
    return [replace(reading, date=replace(stated, date=d, dates=(d,) if d else ())) for d in dates]


def _partner_cell(row: Row) -> Inline:
    """The cell that should name the partner: the last empty one, or the last one."""
    for cell in row.cells:
        if cell.column == "partner":
            return cell.content
    empty = [c.content for c in row.cells if not c.content.text.strip()]
    return (empty or [c.content for c in row.cells])[-1]


def _raw(page: Page, row: Row) -> str:
    above = ("section", "host")
    spans = [c.content for c in row.cells if not c.copied and c.column not in above]
    start, end = min(c.start for c in spans), max(c.end for c in spans)
    return page.raw(row.first, row.last, start, end)
