"""Table cells understood by what they are, not by the column they stand in.

Conversion loses row spans: then every cell of a row slides to the left, and the column says
nothing. A date is still a date, a country a country; what remains is the host and the partner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reconcile.dates import DateText, find_dates, whole_date
from reconcile.places.countries import CountryName, find_country, is_continent
from reconcile.places.home import HomePlaces
from reconcile.places.scripts import has_han
from reconcile.sources.blocks import Cell, Row
from reconcile.sources.inline import Inline, without_footnotes

Role = Literal[
    "empty", "date", "number", "continent", "country", "host", "place", "entry", "latin", "text"
]

_HOST_MARK = re.compile(r"\s*[〖【](?P<host>[^〖〗【】]+)[〗】]\s*[-–—:：]*\s*")
_AFTER_HOST = re.compile(
    r"\s*(?:[:：]|[（(][^（）()]*[)）]|的?(?:國際|国际)?(?:友好|姐妹|姊妹)(?:城市|省州)?(?:列表)?|\[\s*\d+\s*\])+\s*$"
)
_NUMBER = re.compile(r"\s*(?:No\.?\s*)?\d{1,3}\s*[.、]?\s*", re.IGNORECASE)
_HEADER = re.compile(
    r"(?:我國|我国|本國|本国|中國|中国|外國|外国|己方|對方|对方|省級|省级|國家|国家|國別|国别|地區|地区|區域|区域|"
    r"行政區|行政区|省份|省區|省区|州|省|市|城市|縣|县|友好|友城|姐妹|姊妹|名稱|名称|締結|缔结|締約|缔约|結好|结好|"
    r"結成|结成|建立|簽署|签署|簽訂|签订|日期|時間|时间|年份|序號|序号|編號|编号|備註|备注|洲別|洲别|所在|關係|关系|"
    r"正式|或|和|及|與|与|/|／|、|\s|的|方)+"
)
_LONGEST_NAME = 40
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class RoleCell:
    """A cell with its role and what was recognised in it."""

    role: Role
    content: Inline
    line: int
    header: bool = False
    date: DateText | None = None
    country: CountryName | None = None


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row says: cells for host, country, partner and date, as far as there are any.

    `kind` is `header` (column titles), `empty` (nothing at all), `host` (opens a block and names
    no partner), or `row`.
    """

    kind: Literal["header", "empty", "host", "row"]
    host: RoleCell | None = None
    country: RoleCell | None = None
    parent: RoleCell | None = None
    partner: RoleCell | None = None
    date: RoleCell | None = None
    notes: tuple[RoleCell, ...] = ()


def is_header(row: Row) -> bool:
    """Whether a row holds column titles: marked as such, or made of title words only."""
    shown = [c.content.text.strip() for c in row.cells if c.content.text.strip()]
    if all(c.header for c in row.cells):
        return True
    return len(shown) >= 2 and all(_HEADER.fullmatch(text) for text in shown)


def role_of(cell: Cell, home: HomePlaces) -> RoleCell:
    """The role of one cell by its content alone."""
    content = without_footnotes(cell.content)
    text = content.text.strip()
    date, country = whole_date(content.text), find_country(text)
    links = content.links
    role: Role = "place"
    if not text.strip(" -–—·*|"):
        role = "empty"
    elif date is not None:
        role = "date"
    elif _NUMBER.fullmatch(text):
        role = "number"
    elif _HOST_MARK.fullmatch(text):
        role = "host"
    elif is_continent(text):
        role = "continent"
    elif country is not None:
        role = "country"
    elif len(text) > _LONGEST_NAME and not find_dates(text):
        role = "text"
    elif not has_han(text):
        role = "latin" if any(c.isalpha() for c in text) else "text"
    elif find_dates(text) or (len(links) > 1 and find_country(text[: links[0].end].strip())):
        role = "entry"
    return RoleCell(role, content, cell.line, cell.header, date, country)


def host_text(content: Inline) -> tuple[int, int]:
    """The span of the host's name, without 〖〗, dashes, counts and `友好城市` around it."""
    match = _HOST_MARK.fullmatch(content.text)
    if match:
        return match.span("host")
    start = len(content.text) - len(content.text.lstrip())
    shown = content.text[start:]
    rest = (_AFTER_HOST.sub("", shown) if len(shown) < _LONGEST_TITLE else shown).rstrip()
    return start, start + len(rest or content.text[start:].rstrip())


def read_row(row: Row, home: HomePlaces, *, has_host_column: bool) -> RowReading:
    """Assign roles to the cells of one row.

    `has_host_column` is False where the table's titles name no column for the home side; then no
    cell is taken for a host.
    """
    if is_header(row):
        return RowReading("header")
    cells = [role_of(c, home) for c in row.cells]
    used = _latin_placed([c for c in cells if c.role != "empty"], home)
    if not used:
        return RowReading("empty")
    host, rest = _split_host(used, home, has_host_column)
    country = next((c for c in rest if c.role == "country"), None)
    places = [c for c in rest if c.role in ("place", "entry")]
    if not places and country is not None and _is_city_state(country, rest):
        places, country = [country], None
    date = next((c for c in rest if c.role == "date"), None)
    notes = tuple(c for c in rest if c.role == "text")
    if host is not None and not places and country is None and date is None:
        return RowReading("host", host=host, notes=notes)
    partner = places[-1] if places else None
    parent = places[-2] if len(places) > 1 else None
    return RowReading("row", host, country, parent, partner, date, notes)


def _latin_placed(used: list[RoleCell], home: HomePlaces) -> list[RoleCell]:
    """Latin texts are remarks beside a Chinese partner, and the partner where there is none."""
    places = [c for c in used if c.role in ("place", "entry")]
    abroad = [c for c in places if not home.is_home(c.content.text.strip())]
    role: Role = "text" if abroad else "place"
    return [replace(c, role=role) if c.role == "latin" else c for c in used]


def home_leads(rows: Sequence[Row], home: HomePlaces) -> bool:
    """Whether most rows with two places begin with one of the home country.

    Tells a host column where the titles do not: 城市, 友好城市, 國家, 日期.
    """
    leading = []
    for row in rows:
        cells = [role_of(c, home) for c in row.cells]
        places = [c for c in cells if c.role in ("host", "place", "entry")]
        if len(places) > 1:
            leading.append(home.is_home(places[0].content.text.strip()))
    return bool(leading) and sum(leading) > len(leading) / 2


def _split_host(
    used: Sequence[RoleCell], home: HomePlaces, has_host_column: bool
) -> tuple[RoleCell | None, list[RoleCell]]:
    """The cell that names the host, if any, and the other cells."""
    numbered = used[0].role == "number"
    rest = [c for c in used if c.role != "number"]
    if not rest or rest[0].role == "host":
        return (rest[0], rest[1:]) if rest else (None, rest)
    if not has_host_column or rest[0].role != "place":
        return None, rest
    if any(c.role in ("place", "entry") for c in rest[1:]):
        return rest[0], rest[1:]
    alone = not numbered and not any(c.role in ("date", "country") for c in rest[1:])
    if alone and home.is_home(rest[0].content.text.strip()):
        return rest[0], rest[1:]
    return None, rest


def _is_city_state(country: RoleCell, rest: Sequence[RoleCell]) -> bool:
    """A country that is its own city stands in the partner's place (新加坡, 摩納哥)."""
    states = {"SG", "MC", "SM", "VA", "HK", "MO"}
    found = country.country
    return found is not None and found.iso in states and len(country.content.links) == 1
