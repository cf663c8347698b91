"""Rows of a table: which cell is the host, the partner, the country, the date.

The titles decide where the row stands under them. Conversion loses row spans: then every cell of a
row slides to the left, and the column says nothing. A date is still a date, a country a country;
what remains is the host and the partner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Row
from reconcile.sources.reading.brackets import says_ended
from reconcile.sources.reading.cells import Role, RoleCell, RowReading, at_home, shown_host
from reconcile.sources.reading.column_roles import Columns
from reconcile.sources.reading.column_titles import Title
from reconcile.sources.reading.entry import CITY_STATES
from reconcile.sources.reading.named_rows import country_in

_ASIDE = ("note", "status", "target", "code")
_TOTAL = re.compile(r"(?:[總总合共小][計计]|總數|总数|\btotal\b)", re.IGNORECASE)

_FITS: dict[Title, tuple[Role, ...]] = {
    "date": ("date", "text", "number", "entry"),
    "country": ("country", "place", "latin"),
    "number": ("number",),
    "continent": ("continent", "country"),
    "host": ("host", "place", "latin", "entry"),
    "section": ("host", "place", "latin", "entry"),
    "partner": ("place", "latin", "entry", "country"),
    "parent": ("place", "latin", "country", "entry"),
}


def _is_aligned(cells: Sequence[RoleCell], titles: Sequence[Title | None]) -> bool:
    """Whether each cell can be what the title above it says, with a partner or country."""
    if len(cells) != len(titles) or "partner" not in titles:
        return False
    for cell, title in zip(cells, titles, strict=True):
        fits = _FITS.get(title) if title else None
        if cell.role != "empty" and fits and cell.role not in fits:
            return False
    partner = cells[titles.index("partner")]
    country = cells[titles.index("country")] if "country" in titles else partner
    stated = country is not partner and country.role == "country"
    if partner.role == "country":
        return stated or _is_city_state(partner)
    return partner.role != "empty" or stated


def read_row(row: Row, cells: Sequence[RoleCell], home: HomePlaces, columns: Columns) -> RowReading:
    """Assign the cells of one row: by the titles where they fit them, else by what they look like.

    `cells` are those of `row`, with the roles that their content has.
    """
    cells = [_with_home(c, home) for c in cells]
    used = [c for c in cells if c.role != "empty"]
    if not used:
        return RowReading("empty")
    if across := _across(row, used, home):
        return across
    stated = any(c.country or c.date for c in used[1:])
    if _TOTAL.match(used[0].content.text.strip()) and not stated:
        return RowReading("aside")
    if columns.titles and _is_aligned(cells, columns.titles):
        return _by_titles(cells, columns.titles)
    if columns.titles and len(used) > 1 and all(c.role == "text" for c in used):
        return RowReading("aside")
    return _by_content(used, home, columns)


def _with_home(cell: RoleCell, home: HomePlaces) -> RoleCell:
    """A place of the home country that is called as a country elsewhere (澳門) is a place."""
    if cell.role == "country" and _is_city_state(cell) and at_home(shown_host(cell), home):
        return replace(cell, role="place", country=None)
    return cell


def _across(row: Row, used: Sequence[RoleCell], home: HomePlaces) -> RowReading | None:
    """A row that says one thing across its columns: a host, a group, or a remark."""
    one = used[0]
    if len({c.content.text.strip() for c in used}) > 1:
        return None
    copied = len(used) > 1 and any(c.copied for c in row.cells)
    spans = len(row.cells) == 1 or one.header or copied
    if one.role == "text":
        return RowReading("aside")
    if not spans and one.role != "continent":
        return None
    if one.role in ("country", "continent"):
        return RowReading("group", country=one)
    if one.role == "host" or at_home(shown_host(one), home):
        return RowReading("group", host=one)
    return RowReading("group") if one.header else None


def _by_titles(cells: Sequence[RoleCell], titles: Sequence[Title | None]) -> RowReading:
    """A row whose cells stand under their titles."""
    found: dict[Title, RoleCell] = {}
    notes: list[RoleCell] = []
    ended = False
    for cell, title in zip(cells, titles, strict=True):
        if cell.role == "empty" or title in ("number", "continent"):
            continue
        over = title == "status" and says_ended(cell.content.text)
        ended |= over
        if title == "status" and not over:
            continue
        if (
            title is None
            or title in found
            or title in _ASIDE
            or (title == "date" and (not cell.dates or cell.role == "entry"))
        ):
            notes.append(cell)
        elif title == "date":
            found[title] = replace(cell, date=cell.dates[0])
        elif title == "country" and cell.country is None:
            found[title] = replace(cell, country=country_in(cell.content.text))
        else:
            found[title] = cell
    return RowReading(
        "row",
        found.get("host") or found.get("section"),
        found.get("country"),
        found.get("parent"),
        found.get("partner"),
        found.get("date"),
        tuple(notes),
        ended=ended,
    )


def _by_content(used: list[RoleCell], home: HomePlaces, columns: Columns) -> RowReading:
    """A row whose cells may have slid: each is what it looks like."""
    used = _latin_placed(used, home)
    if columns.host == "last":
        used = _host_first(used, home)
    host, rest = _split_host(used, home, columns.host is not None)
    country = next((c for c in rest if c.role == "country"), None)
    places = [c for c in rest if c.role in ("place", "entry")]
    if not places and country is not None and _is_city_state(country):
        places, country = [country], None
    date = next((c for c in rest if c.role == "date"), None)
    notes = tuple(c for c in rest if c.role == "text")
    if host is not None and not places and country is None and date is None:
        return RowReading("host", host=host, notes=notes)
    if columns.parent_follows:
        places.reverse()
    partner = places[-1] if places else None
    parent = places[-2] if len(places) > 1 else None
    return RowReading("row", host, country, parent, partner, date, notes)


def _latin_placed(used: list[RoleCell], home: HomePlaces) -> list[RoleCell]:
    """Latin texts are remarks beside a Chinese partner, and the partner where there is none."""
    places = [c for c in used if c.role in ("place", "entry")]
    abroad = [c for c in places if not home.is_home(c.content.text.strip())]
    role: Role = "text" if abroad else "place"
    return [replace(c, role=role) if c.role == "latin" else c for c in used]


def _host_first(used: list[RoleCell], home: HomePlaces) -> list[RoleCell]:
    """The cells with the host, which stands last among the places, put before the others."""
    places = [c for c in used if c.role in ("host", "place")]
    if len(places) < 2 or not at_home(shown_host(places[-1]), home):
        return used
    return [places[-1], *(c for c in used if c is not places[-1])]


def _split_host(
    used: Sequence[RoleCell], home: HomePlaces, has_host_column: bool
) -> tuple[RoleCell | None, list[RoleCell]]:
    """The cell that names the host, if any, and the other cells."""
    numbered = used[0].role == "number"
    rest = [c for c in used if c.role not in ("number", "continent")]
    if not rest or rest[0].role == "host":
        return (rest[0], rest[1:]) if rest else (None, rest)
    if not has_host_column or rest[0].role != "place":
        return None, rest
    if any(c.role in ("place", "entry") for c in rest[1:]):
        return rest[0], rest[1:]
    alone = not numbered and not any(c.role in ("date", "country") for c in rest[1:])
    if alone and at_home(shown_host(rest[0]), home):
        return rest[0], rest[1:]
    return None, rest


def _is_city_state(cell: RoleCell) -> bool:
    """A country that is its own city stands in the partner's place (新加坡, 摩納哥)."""
    return cell.country is not None and cell.country.iso in CITY_STATES
