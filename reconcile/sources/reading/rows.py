"""Rows of a table: which cell is the host, the partner, the country, the date.

The titles decide where the row stands under them. Conversion loses row spans: then every cell of a
row slides to the left, and the column says nothing. A date is still a date, a country a country;
what remains is the host and the partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reconcile.dates import DateText
from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Row
from reconcile.sources.inline import Inline
from reconcile.sources.reading.cells import CellReading, Role
from reconcile.sources.reading.column_roles import Columns
from reconcile.sources.reading.countries import country_of, may_be_partner
from reconcile.sources.reading.remarks import is_ended
from reconcile.sources.titles import PASSED_OVER, Meaning
from reconcile.vocabulary import TOTAL_ZH

_REMARKS: tuple[Meaning | None, ...] = (None, "kind", "note", "status", "target", "code")
"""Columns of a page whose cells are remarks to the row."""
_TOTAL = re.compile(rf"(?:{TOTAL_ZH}|\btotal\b)", re.IGNORECASE)
_FITTING: dict[Meaning, tuple[Role, ...]] = {
    "date": ("date", "text", "number", "entry"),
    "country": ("country", "place", "latin"),
    "number": ("number",),
    "continent": ("continent", "country"),
    "host": ("host", "place", "latin", "entry"),
    "section": ("host", "place", "latin", "entry"),
    "partner": ("place", "latin", "entry", "country"),
    "parent": ("place", "latin", "country", "entry"),
}
"""What the cells of a column can be; of the others, anything."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The cell that states a row's date, the date, and all dates in it if they can be several."""

    content: Inline
    date: DateText | None
    dates: tuple[DateText, ...] = ()


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row states: cells for host, country, partner and date, as far as there are any.

    `kind` is `title` (what the table is called), `header` (column titles), `empty` (nothing at
    all), `host` (opens a block and names no partner), `group` (one text across all columns: a
    host, a country, a continent), `remark` (a remark or a total), `section` (names a section and
    no more), or `row`. `section`, `code`, `target` and `ended` come from named columns alone (see
    `named_rows`), but for the last.
    `undated` is a note that stands where the date should.
    """

    kind: Literal["title", "header", "empty", "host", "group", "remark", "section", "row"]
    host: CellReading | None = None
    country: CellReading | None = None
    parent: CellReading | None = None
    partner: CellReading | None = None
    date: StatedDate | None = None
    notes: tuple[Inline, ...] = ()
    section: CellReading | None = None
    code: CellReading | None = None
    target: str | None = None
    ended: bool = False
    undated: Inline | None = None


def read_row(
    row: Row, cells: Sequence[CellReading], home: HomePlaces, columns: Columns
) -> RowReading:
    """Assign the cells of one row: by the titles where they fit them, else by what they look like.

    `cells` are the readings of those of `row`.
    """
    used = [c for c in cells if c.role != "empty"]
    if not used:
        return RowReading("empty")
    if len({c.text for c in used}) == 1 and (across := _across(row, used, columns)):
        return across
    if _is_total(used):
        return RowReading("remark")
    if _is_aligned(cells, columns.titles):
        return _by_titles(cells, columns.titles)
    if columns.titles and len(used) > 1 and all(c.role == "text" for c in used):
        return RowReading("remark")
    return _by_content(used, home, columns)


def _across(row: Row, used: Sequence[CellReading], columns: Columns) -> RowReading | None:
    """A row that says one thing across its columns: a host, a group, or a remark."""
    one = used[0]
    if one.role == "text":
        return RowReading("remark")
    copied = len(used) > 1 and any(c.copied for c in row.cells)
    spans = len(row.cells) == 1 or one.header or copied
    heads = one.role == "country" and (columns.by_country or not may_be_partner(one.country))
    if one.role == "continent" or (spans and heads):
        return RowReading("group", country=one)
    if spans and (one.role == "host" or one.at_home):
        return RowReading("group", host=one)
    return RowReading("group") if one.header else None


def _is_total(used: Sequence[CellReading]) -> bool:
    """Whether a row counts the rows above it."""
    stated = any(c.role in ("country", "date") for c in used[1:])
    return bool(_TOTAL.match(used[0].text)) and not stated


# -- under titles ------------------------------------------------------------------------------


def _is_aligned(cells: Sequence[CellReading], titles: Sequence[Meaning | None]) -> bool:
    """Whether each cell can be what the title above it says, with a partner or country."""
    if len(cells) != len(titles) or "partner" not in titles:
        return False
    if not all(map(_fits, cells, titles)):
        return False
    partner = cells[titles.index("partner")]
    country = cells[titles.index("country")] if "country" in titles else None
    stated = country is not None and country.role == "country"
    if partner.role == "country":
        return stated or may_be_partner(partner.country)
    return partner.role != "empty" or stated


def _fits(cell: CellReading, title: Meaning | None) -> bool:
    fitting = _FITTING.get(title) if title else None
    if title == "date" and any(map(str.isdigit, cell.text)):
        return True
    return cell.role == "empty" or fitting is None or cell.role in fitting


def _by_titles(cells: Sequence[CellReading], titles: Sequence[Meaning | None]) -> RowReading:
    """A row whose cells stand under their titles; the first of two under one title counts."""
    found: dict[Meaning, CellReading] = {}
    notes: list[Inline] = []
    undated: Inline | None = None
    stated = [(c, t) for c, t in zip(cells, titles, strict=True) if _is_stated(c, t)]
    for cell, title in stated:
        if title == "date" and (not cell.dates or cell.role == "entry"):
            undated = cell.content
        if title is None or title in _REMARKS or title in found or cell.content is undated:
            notes.append(cell.content)
        else:
            found[title] = cell
    date = found.get("date")
    return RowReading(
        "row",
        found.get("host") or found.get("section"),
        found.get("country"),
        found.get("parent"),
        found.get("partner"),
        _stated_date(date) if date else None,
        tuple(notes),
        ended=any(title == "status" for _, title in stated),
        undated=undated,
    )


def _is_stated(cell: CellReading, title: Meaning | None) -> bool:
    """Whether a cell adds to what its row states; a status does where the agreement has ended."""
    if cell.role == "empty" or title in PASSED_OVER:
        return False
    return title != "status" or is_ended(cell.content.text)


def _stated_date(cell: CellReading) -> StatedDate:
    return StatedDate(cell.content, cell.dates[0], cell.dates)


# -- by content --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Used:
    """A cell, and what it is beside the other cells of its row."""

    cell: CellReading
    role: Role


_NAMES: tuple[Role, ...] = ("place", "entry")


def _by_content(used: Sequence[CellReading], home: HomePlaces, columns: Columns) -> RowReading:
    """A row whose cells may have slid: each is what it looks like."""
    used = list(_unglued(used))
    latin = _latin_role(used, home)
    cells = [_Used(c, latin if c.role == "latin" else c.role) for c in used]
    if columns.host == "last":
        cells = _host_first(cells)
    host, rest = _split_host(cells, has_column=columns.host is not None)
    date, (country, places) = _first(rest, "date"), _country_and_places(rest)
    notes = tuple(u.cell.content for u in rest if u.role == "text")
    if host is not None and not (places or country or date):
        return RowReading("host", host=host, notes=notes)
    parent, partner = _parent_and_partner(places[::-1] if columns.parent_follows else places)
    stated = _stated_date(date) if date else None
    return RowReading("row", host, country, parent, partner, stated, notes)


def _unglued(used: Sequence[CellReading]) -> Iterator[CellReading]:
    """The cells of a row that names a place; a country with its date in one cell is two."""
    named = any(c.role in ("place", "latin") and not c.dates for c in used)
    for cell in used:
        if named and cell.dates and country_of(cell.beside_dates.strip()):
            date = cell.dates[0]
            parts = (0, date.start), (date.start, date.end)
            yield from (replace(cell, content=cell.content.part(a, b)) for a, b in parts)
        else:
            yield cell


def _country_and_places(cells: Sequence[_Used]) -> tuple[CellReading | None, list[CellReading]]:
    """The country and the other places; without these the one that may be a partner, if any."""
    countries = [u.cell for u in cells if u.role == "country"]
    places = [u.cell for u in cells if u.role in _NAMES]
    partner = next((c for c in reversed(countries) if may_be_partner(c.country)), None)
    if partner is not None and not places:
        countries.remove(partner)
        places = [partner]
    return next(iter(countries), None), places


def _parent_and_partner(places: Sequence[CellReading]) -> Sequence[CellReading | None]:
    """The last two of the places that a row names, as far as there are any."""
    return [None, None, *places][-2:]


def _first(cells: Sequence[_Used], role: Role) -> CellReading | None:
    return next((u.cell for u in cells if u.role == role), None)


def _latin_role(used: Sequence[CellReading], home: HomePlaces) -> Role:
    """Latin texts are remarks beside a Chinese partner, and the partner where there is none."""
    abroad = any(c.role in _NAMES and not home.is_home(c.text) for c in used)
    return "text" if abroad else "place"


def _host_first(cells: list[_Used]) -> list[_Used]:
    """The cells with the host, which stands last among the places, put before the others."""
    places = [u for u in cells if u.role in ("host", "place")]
    if len(places) < 2 or not places[-1].cell.at_home:
        return cells
    return [places[-1], *(u for u in cells if u is not places[-1])]


def _split_host(
    cells: Sequence[_Used], *, has_column: bool
) -> tuple[CellReading | None, list[_Used]]:
    """The cell that names the host, if any, and the other cells, numbers aside."""
    rest = [u for u in cells if u.role not in PASSED_OVER]
    numbered = cells[0].role == "number"
    if rest and (rest[0].role == "host" or (has_column and _is_host(rest, numbered=numbered))):
        return rest[0].cell, rest[1:]
    return None, rest


def _is_host(cells: Sequence[_Used], *, numbered: bool) -> bool:
    """Whether the first cell is the host: the first of two names, or a home place by itself."""
    if cells[0].role != "place":
        return False
    others = {u.role for u in cells[1:]}
    if not others.isdisjoint(_NAMES):
        return True
    return not numbered and others.isdisjoint(("date", "country")) and cells[0].cell.at_home
