"""Rows of named columns: what a cell means is fixed; what it states of that is read here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.dates import whole_date
from reconcile.places.countries import CountryCode, find_code
from reconcile.places.home.base import HomePlaces
from reconcile.places.placename import place_name
from reconcile.sources.blocks import Cell, Column, Row
from reconcile.sources.inline import Inline, trim
from reconcile.sources.link_targets import link_title
from reconcile.sources.reading.carried import stated_above
from reconcile.sources.reading.cells import CellReading, read_cell
from reconcile.sources.reading.entry import EntryReading
from reconcile.sources.reading.hosts import is_at_home
from reconcile.sources.reading.rows import RowReading, StatedDate

_CODE = re.compile(r"[A-Z]{2,3}")
_ADDRESS = re.compile(r"https?://\S+")
_IN_FORCE = re.compile(
    r"\W*(?:no|false|0|none|nan|null|active|current|in force|valid|ongoing|否|无|無|有效|生效|"
    r"生效中|正常|现行|現行|存续|存續|友好)?\W*",
    re.IGNORECASE,
)


def has_named_columns(row: Row) -> bool:
    """Whether the row's columns have names."""
    return any(c.column is not None for c in row.cells)


def settled(rows: Sequence[Row], home: HomePlaces) -> Sequence[Row]:
    """The rows of named columns, with what titles leave open told by where home places stand.

    A division or country of the home country is not the partner's: it is the host where no column
    is, else the section that the host stands in.
    """
    if _is_of_home(_texts(rows, "partner"), home):
        return rows
    parents, countries = _texts(rows, "parent"), _texts(rows, "country")
    if _is_of_home(parents, home):
        rows = _in_sections(rows) if _texts(rows, "host") else _renamed(rows, "parent", "host")
    read = [place_name(text).named_country for text in countries]
    if countries and all(name is not None and name.iso == home.country for name in read):
        rows = _renamed(rows, "country", None)
    return _with_countries(rows)


def _with_countries(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, with the country that stands once for several of them in each."""
    stated = [{c.column: c for c in row.cells if not c.header} for row in rows]
    listed = [i for i, its in enumerate(stated) if {"country", "partner"} <= set(its)]
    columns: tuple[Column, ...] = ("country", "partner")
    texts = ([stated[i][c].content.text.strip() for i in listed] for c in columns)
    if any("host" in its for its in stated):  # each has rows of its own
        return rows
    found = list(rows)
    for i, above in zip(listed, stated_above(*texts), strict=True):
        country = stated[listed[above]]["country"]
        cells = (country if c.column == "country" else c for c in rows[i].cells)
        found[i] = replace(rows[i], cells=tuple(cells))
    return found


def _texts(rows: Sequence[Row], column: Column) -> list[str]:
    """What the cells of a column show, where they show something."""
    cells = (c.content.text.strip() for row in rows for c in row.cells if c.column == column)
    return [text for text in cells if text]


def _is_of_home(texts: Sequence[str], home: HomePlaces) -> bool:
    return 2 * sum(is_at_home(text, home) for text in texts) > len(texts)


def _renamed(rows: Sequence[Row], column: Column, to: Column | None) -> list[Row]:
    """The rows with the cells of a column put into another one, or into none."""
    return [
        replace(
            row,
            cells=tuple(
                replace(c, column=to) if c.column == column else c
                for c in row.cells
                if to or c.column != column
            ),
        )
        for row in rows
    ]


def _in_sections(rows: Sequence[Row]) -> list[Row]:
    """The rows with their divisions as sections: where a host is named, and another one begins."""
    out, open_ = [], ""
    for row in rows:
        stated = next((c.content.text for c in row.cells if c.column == "parent"), "")
        hosted = any(c.column == "host" for c in row.cells)
        begins = hosted and bool(stated.strip()) and stated != open_
        open_ = stated if begins else open_
        out += _renamed([row], "parent", "section" if begins else None)
    return out


def read_named(row: Row, home: HomePlaces) -> RowReading:
    """The cells of a row by what their columns hold."""
    if all(c.header for c in row.cells):
        return RowReading("header")
    cells: dict[Column, CellReading] = {
        c.column: read_cell(c, home)
        for c in row.cells
        if c.column and (c.content.text.strip() or c.content.flags) and not _is_address(c)
    }
    code, country = cells.get("code"), cells.get("country")
    if country is not None and country.stated_country is None and _is_code(country.text):
        code, country = code or country, None
    dated = cells.get("date")
    date, notes = _date_and_notes(dated, cells.get("kind"), cells.get("note"))
    target, status = cells.get("target"), cells.get("status")
    return RowReading(
        "section" if set(cells) == {"section"} else "row",
        cells.get("host"),
        country,
        cells.get("parent"),
        cells.get("partner"),
        date,
        notes,
        section=cells.get("section"),
        code=code,
        target=link_title(target.content.text) if target else None,
        ended=status is not None and not _IN_FORCE.fullmatch(status.content.text),
        undated=dated.content if dated and not date else None,
    )


def _is_address(cell: Cell) -> bool:
    """Whether a cell only says where something is found: that is no name and no date."""
    return cell.column != "target" and bool(_ADDRESS.fullmatch(cell.content.text.strip()))


def named_partner(partner: EntryReading, row: RowReading) -> EntryReading:
    """The partner's cell as a place, even where it is called as a country.

    What other columns state of the partner is added.
    """
    if not partner.name:
        partner = partner.named_by(trim(partner.content.text))
    return replace(
        partner,
        target=partner.target or row.target,
        code=partner.code or _code_of(row),
        ended=partner.ended or row.ended,
    )


def _date_and_notes(
    date: CellReading | None, *remarks: CellReading | None
) -> tuple[StatedDate | None, tuple[Inline, ...]]:
    """The date, and the remarks; a cell of a date that states none is a remark."""
    notes = [cell.content for cell in (date, *remarks) if cell]
    if date is None:
        return None, tuple(notes)
    found = date.of_column or whole_date(date.content.text) or next(iter(date.dates), None)
    return (StatedDate(date.content, found), tuple(notes[1:])) if found else (None, tuple(notes))


def _code_of(row: RowReading) -> CountryCode | None:
    """The country code that a column of its own gives."""
    if row.code is None:
        return None
    country = row.country.stated_country if row.country else None
    return find_code(row.code.text, country.iso if country else None)


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text)) and find_code(text) is not None
