"""Rows of named columns: what a cell means is fixed; what it says of that is read here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from reconcile.dates import find_dates, whole_date
from reconcile.places.countries import CountryCode, CountryName, find_code
from reconcile.places.country_in_text import country_suffix, find_country
from reconcile.sources.blocks import Cell, Column, Row
from reconcile.sources.inline import Inline, without_footnotes
from reconcile.sources.link_targets import link_title
from reconcile.sources.reading.brackets import trim
from reconcile.sources.reading.cells import RoleCell, RowReading
from reconcile.sources.reading.entry import Parts

_CODE = re.compile(r"\s*[A-Z]{2,3}\s*")
_PIECE = re.compile(r"[\u3400-\u9fff·]+|[^\W\d\u3400-\u9fff](?:[^\W\u3400-\u9fff]|[ .'-])+")
_IN_FORCE = re.compile(
    r"\W*(?:no|false|0|none|nan|null|active|current|in force|valid|ongoing|否|无|無|有效|生效|"
    r"生效中|正常|现行|現行|存续|存續|友好)?\W*",
    re.IGNORECASE,
)


def is_named(row: Row) -> bool:
    """Whether the row's columns have names."""
    return any(c.column is not None for c in row.cells)


def read_named(row: Row) -> RowReading:
    """The cells of a row by what their columns hold."""
    if all(c.header for c in row.cells):
        return RowReading("header")
    cells = {c.column: c for c in row.cells if c.column and c.content.text.strip()}
    stated = {column: _understood(cell, column) for column, cell in cells.items()}
    code = stated.get("code")
    country = stated.get("country")
    if country is not None and country.country is None and _is_code(country.content):
        code, country = code or country, None
    notes = [stated[c] for c in ("note",) if c in stated]
    date = stated.get("date")
    if date is not None and date.date is None:
        notes.insert(0, date)
        date = None
    target, status = cells.get("target"), cells.get("status")
    return RowReading(
        "section" if set(stated) == {"section"} else "row",
        stated.get("host"),
        country,
        stated.get("parent"),
        stated.get("partner"),
        date,
        tuple(notes),
        section=stated.get("section"),
        code=code,
        target=link_title(target.content.text) if target else None,
        ended=status is not None and not _IN_FORCE.fullmatch(status.content.text),
    )


def named_parts(content: Inline, reading: RowReading, entry: Callable[[Inline], Parts]) -> Parts:
    """The partner's cell, read as an entry; it names a place even where that is a country's name.

    What other columns say of the partner is added.
    """
    parts = entry(content)
    if not parts.name:
        span = trim(content.text, 0, len(content.text))
        name = content.text[span.start : span.end]
        parts = replace(parts, partner=name, name=name, name_span=span)
    return replace(
        parts,
        target=parts.target or reading.target,
        code=parts.code or code_in(reading),
        ended=parts.ended or reading.ended,
    )


def code_in(reading: RowReading) -> CountryCode | None:
    """The country code that a column of its own gives."""
    if reading.code is None:
        return None
    named = reading.country.country if reading.country else None
    return find_code(reading.code.content.text.strip(), named.iso if named else None)


def _is_code(content: Inline) -> bool:
    return bool(_CODE.fullmatch(content.text)) and find_code(content.text) is not None


def country_in(text: str) -> CountryName | None:
    """The country of a cell: `日本`, `Japan 日本`, `England, United Kingdom`, `日本（Japan）`."""
    if found := find_country(text):
        return found
    if tail := country_suffix(f"-, {text}"):
        return tail[0]
    pieces = [find_country(piece.strip()) for piece in _PIECE.findall(text)]
    named = [c for c in pieces if c is not None]
    return named[0] if len({c.iso for c in named}) == 1 else None


def _understood(cell: Cell, column: Column) -> RoleCell:
    content = without_footnotes(cell.content)
    text = content.text.strip()
    if column == "country":
        return RoleCell("country", content, cell.line, country=country_in(text))
    if column == "date":
        date = whole_date(content.text) or next(iter(find_dates(content.text)), None)
        return RoleCell("date", content, cell.line, date=date)
    if column in ("host", "section"):
        return RoleCell("host", content, cell.line)
    return RoleCell("text" if column in ("note", "code") else "place", content, cell.line)
