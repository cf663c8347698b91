"""Rows of named columns: what a cell means is fixed; what it states of that is read here."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.dates import whole_date
from reconcile.places.countries import CountryCode, find_code
from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Column, Row
from reconcile.sources.inline import Inline, trim
from reconcile.sources.link_targets import link_title
from reconcile.sources.reading.cells import CellReading, read_cell
from reconcile.sources.reading.entry import EntryReading
from reconcile.sources.reading.rows import RowReading, StatedDate

_CODE = re.compile(r"[A-Z]{2,3}")
_IN_FORCE = re.compile(
    r"\W*(?:no|false|0|none|nan|null|active|current|in force|valid|ongoing|否|无|無|有效|生效|"
    r"生效中|正常|现行|現行|存续|存續|友好)?\W*",
    re.IGNORECASE,
)


def has_named_columns(row: Row) -> bool:
    """Whether the row's columns have names."""
    return any(c.column is not None for c in row.cells)


def read_named(row: Row, home: HomePlaces) -> RowReading:
    """The cells of a row by what their columns hold."""
    if all(c.header for c in row.cells):
        return RowReading("header")
    cells: dict[Column, CellReading] = {
        c.column: read_cell(c, home) for c in row.cells if c.column and c.content.text.strip()
    }
    code, country = cells.get("code"), cells.get("country")
    if country is not None and country.stated_country is None and _is_code(country.text):
        code, country = code or country, None
    dated = cells.get("date")
    date, notes = _date_and_notes(dated, cells.get("note"))
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
    date: CellReading | None, note: CellReading | None
) -> tuple[StatedDate | None, tuple[Inline, ...]]:
    """The date, and the remarks; a cell of a date that states none is a remark."""
    notes = [cell.content for cell in (date, note) if cell]
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
