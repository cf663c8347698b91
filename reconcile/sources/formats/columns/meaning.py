"""What the named columns of a table (CSV, TSV, JSON) hold, and its rows as blocks.

Where columns have names, a cell's meaning is its column's: a cell of the country column is a
country. The user may say which is which (`--map host=主方,partner=友城`); else the titles do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from reconcile.errors import ReconcileError
from reconcile.models import Document
from reconcile.scripts import to_simplified
from reconcile.sources.blocks import Cell, Column, Row, Table
from reconcile.sources.inline import Inline
from reconcile.suggest import did_you_mean

COLUMNS: tuple[Column, ...] = get_args(Column)
LONGEST_ROW = 1_000
"""Fields in one row; a row with more is no row of such a table."""
LONGEST_CELL = 100_000
"""Characters in one field."""

_PLACE = r"(?:城市|省市|省州|州省|省区|都市|地区|自治体|市|省|州|城)"
_ENGLISH_PLACE = r"(?:city|cities|town|municipality|place|region|community)?s?"
# Titles are compared simplified, in lower case and without blanks and punctuation. The first
# pattern that matches counts.
_TITLES: tuple[tuple[Column, str], ...] = (
    ("code", r"(?:country|nation)?code|iso(?:3166)?(?:2|3|alpha2|alpha3|code)?|ioc|fifa|cc"),
    ("code", r"(?:国家|国别)?(?:代码|代号|编码)"),
    ("status", r"(?:status|state of agreement|ended|end|enddate|endyear|until|terminated(?:on)?)"),
    ("status", r"状态|现状|(?:是否)?(?:终止|结束|失效|解除|中止)(?:日期|时间|年份)?"),
    ("country", rf"(?:partner|sister|twin|foreign)?{_ENGLISH_PLACE}(?:country|nation)(?:name)?"),
    ("country", r"(?:country|nation)(?:or|and)?(?:region|territory|area)|land|staat|pays|pais"),
    (
        "country",
        rf"(?:所在|所属|对方|外方|友城|伙伴)?{_PLACE}?(?:所在|所属)?(?:国家|国别|国名|国)"
        r"(?:和|或|与|及)?(?:地区)?(?:名称|名)?",
    ),
    (
        "date",
        r"(?:(?:date|year|day)(?:of|when)?)?(?:agreement|partnership|twinning|twinned|signed|signing|"
        r"signature|establish(?:ed|ment)|since|founded|start(?:ed)?|begin|began|from|formed|seit)"
        r"(?:on|in|since|date|year|day)?|date|year|day|jahr|datum",
    ),
    (
        "date",
        r"(?:正式)?(?:结好|结成|结对|结交|结盟|结缘|缔结|缔约|签约|签订|签署|签字|建立|建交|成立|友好|提携|協定|"
        r"协议|开始|生效|城市|关系)*的?(?:日期|时间|年份|年月日|年月|日|年度|年)|"
        r"结好|结盟|结缘|缔结|缔约|签约|签署",
    ),
    ("note", r"notes?|remarks?|comments?|annotations?|(?:备|附)?注(?:释|解|记)?|备考|说明|附记"),
    ("target", r"(?:wiki)?(?:link|url|target|article|page)|(?:wiki)?(?:链接|连结|网址|条目)"),
    (
        "partner",
        rf"(?:foreign|other|international)?(?:sister|twin|twinned|partner|friendship|friendly|"
        rf"counterpart|foreign)(?:with)?{_ENGLISH_PLACE}(?:name)?|partnerstadt|partnerstädte",
    ),
    (
        "partner",
        rf"(?:国际|外国|国外|境外|海外)?(?:友好|姐妹|姊妹|姉妹|缔约|结好|结对|伙伴|友谊|提携|相手)(?:关系)?{_PLACE}(?:名称|名)?|"
        r"(?:国际|外国|国外|境外|海外)?友城(?:名称|名)?|"
        rf"(?:对|外|乙)方{_PLACE}?(?:名称|名)?|(?:外国|国外|境外|海外){_PLACE}(?:名称|名)?",
    ),
    ("parent", r"partner(?:province|state|region|prefecture|county)|parent"),
    (
        "parent",
        r"(?:对方|外方|外国|友城)?(?:所在|所属)(?:省|州|州省|省州|地区)|州或?省|省或?州|上级(?:行政区)?",
    ),
    ("host", rf"(?:host|home|own|local|our){_ENGLISH_PLACE}(?:name)?"),
    (
        "host",
        rf"(?:己|我|主|中|本|甲)方{_PLACE}?(?:名称|名)?|(?:中国|我国|本国|国内|本地){_PLACE}?",
    ),
    ("section", r"sections?|chapters?|章节|分区|(?:host|home)(?:province|state|region|prefecture)"),
    ("section", r"(?:中方|己方|我方)?(?:省份|省区|省级行政区|省级|所属省份|都道府县|行政区)"),
)
_ABOVE = re.compile(
    r"province|state|region|prefecture|county|bundesland|department|canton|oblast|voivodeship|"
    r"(?:administrative|firstlevel|country)?(?:sub)?division|(?:state|province)(?:or|and)?"
    r"(?:province|state|region|prefecture|territory)|地区|省|(?:联邦)?州|大区|县|地方|区域"
)
"""A first-level division: of the host if it stands before it (a section), else of the partner."""
_ANY_PLACE = re.compile(rf".*{_PLACE}|.*(?:city|town|municipality|stadt|place)|name|名称|名")
"""A place: the host where the table has another column for the partner, and the other way."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One row: the first and last line of it, and its cells by the index of their column."""

    first: int
    last: int
    cells: Mapping[int, Inline]


@cache
def _patterns() -> tuple[tuple[Column, re.Pattern[str]], ...]:
    return tuple((column, re.compile(pattern)) for column, pattern in _TITLES)


def _key(title: str) -> str:
    return re.sub(r"[\W_]+", "", to_simplified(title).lower())


def _endings(title: str) -> list[str]:
    """The key of a name such as `results.bindings.city.value`, and of what it ends in."""
    parts = title.removesuffix(".value").split(".")
    return [_key(".".join(parts[i:])) for i in range(min(len(parts), 8))]


def _column(key: str) -> Column | None:
    return next((c for c, p in _patterns() if key and p.fullmatch(key)), None)


def title_of(title: str) -> Column | Literal["place", "above"] | None:
    """What one title says by itself; `place` and `above` (a division) can be of either side."""
    key = _key(title)
    if column := _column(key):
        return column
    if _ABOVE.fullmatch(key):
        return "above"
    return "place" if _ANY_PLACE.fullmatch(key) else None


def read_map(text: str) -> tuple[tuple[Column, str], ...]:
    """What the user says of columns: `host=主方,partner=友城`; an empty title leaves a role out.

    Raises:
        ReconcileError: a part is no such pair, or names something that columns do not hold.
    """
    pairs = []
    for part in re.split(r",(?=\s*[\w-]+\s*=)", text):
        name, equals, title = part.partition("=")
        if not equals:
            raise ReconcileError(
                f"a map of columns reads host=TITLE,partner=TITLE; {part.strip()!r} has no ="
            )
        pairs.append((column_named(name.strip()), title.strip()))
    return tuple(pairs)


def column_named(name: str) -> Column:
    """The thing that columns hold of this name.

    Raises:
        ReconcileError: columns hold no such thing; with the nearest name.
    """
    for column in COLUMNS:
        if column == name:
            return column
    hint = did_you_mean(name, COLUMNS) or "."
    raise ReconcileError(f"no column holds {name!r}{hint} Known are {', '.join(COLUMNS)}")


def known_columns(titles: Sequence[str]) -> dict[Column, int]:
    """Which columns the titles name: their index by what they hold; the first of a kind counts."""
    found: dict[Column, int] = {}
    keys = [_endings(t)[-1] for t in titles]
    places = []
    for i, key in enumerate(keys):
        column = next((c for e in _endings(titles[i]) if (c := _column(e))), None)
        if column is not None:
            found.setdefault(column, i)
        elif _ANY_PLACE.fullmatch(key) and not _ABOVE.fullmatch(key):
            places.append(i)
    missing: list[Column] = [c for c in ("host", "partner") if c not in found]
    if len(places) < len(missing):
        missing.sort(key=lambda c: c != "partner")
    found |= zip(missing, places, strict=False)
    for i, key in enumerate(keys):
        if _ABOVE.fullmatch(key):
            found.setdefault("section" if i < found.get("host", -1) else "parent", i)
    return found


def are_titles(texts: Sequence[str]) -> bool:
    """Whether any of these is the title of a column beyond doubt."""
    return any(_column(ending) for text in texts for ending in _endings(text))


def names_a_table(titles: Sequence[str]) -> bool:
    """Whether these are the titles of such a table: a partner and one thing more at least."""
    found = known_columns(titles)
    return "partner" in found and len(found) > 1


def assign(titles: Sequence[str], document: Document, line: int) -> dict[Column, int]:
    """The index of each column by what it holds: as the user says, else by its title.

    Raises:
        ReconcileError: no column is the partner's, a column that the user names is not there, or
            two have the title that decides.
    """
    wanted = dict(document.columns)
    chosen: dict[Column, int] = {}
    for column in COLUMNS:
        if title := wanted.get(column):
            chosen[column] = _index(title, titles, document, line)
    found = known_columns(titles)
    for column, i in found.items():
        if column not in wanted and i not in chosen.values():
            same = [t for t in titles if _key(t) == _key(titles[i])]
            if len(same) > 1 and not {"host", "partner"} & {column}:
                raise _twice(titles[i], titles, column, document, line)
            chosen[column] = i
    if "partner" not in chosen:
        raise ReconcileError(
            f"no column is known to hold the partners; the columns are {_shown(titles)}. Say which "
            "is which: --map host=COLUMN,partner=COLUMN,country=COLUMN,date=COLUMN",
            path=document.path,
            line=line,
        )
    return chosen


def _index(title: str, titles: Sequence[str], document: Document, line: int) -> int:
    """The column of this title, or of this number counted from 1."""
    exact = [i for i, t in enumerate(titles) if t.strip() == title]
    same = exact or [i for i, t in enumerate(titles) if _key(title) in _endings(t)]
    if len(same) > 1:
        raise _twice(title, titles, None, document, line)
    if same:
        return same[0]
    if title.isdecimal() and len(title) < 5 and 1 <= int(title) <= len(titles):
        return int(title) - 1
    hint = did_you_mean(title, titles)
    raise ReconcileError(
        f"there is no column {title!r}; the columns are {_shown(titles)}{hint}",
        path=document.path,
        line=line,
    )


def _twice(
    title: str, titles: Sequence[str], column: Column | None, document: Document, line: int
) -> ReconcileError:
    numbers = [str(i) for i, t in enumerate(titles, 1) if _key(t) == _key(title)]
    return ReconcileError(
        f"the columns {' and '.join(numbers)} are both called {title!r}: name the right one by its "
        f"number, such as --map {column or 'host'}={numbers[-1]}",
        path=document.path,
        line=line,
    )


def _shown(titles: Sequence[str]) -> str:
    return ", ".join(t[:40] or "(without title)" for t in titles[:30]) + (
        f" and {len(titles) - 30} more" if len(titles) > 30 else ""
    )


def table(
    document: Document,
    columns: Mapping[Column, int],
    rows: Sequence[Fields],
    frame: Sequence[tuple[int, int]],
) -> Table:
    """The rows as one table, those of one section and host together, in order of appearance.

    The first row of a section or host alone has the cell that names it: a host cell left empty
    means the host above, and so does one that repeats it.

    Args:
        document: where the rows stand.
        columns: the index of each column by what it holds.
        rows: in source order.
        frame: the first and last line of what is no row: titles, brackets.
    """
    out = [Row((_blank_title(document, a),), a, b) for a, b in frame]
    for section, host, members in _groups(columns, rows):
        heads: list[Cell] = []
        if section is not None:
            heads.append(_cell(document, section, "section"))
        if host is not None:
            heads.append(_cell(document, host, "host"))
        for fields in members:
            cells = [
                _cell(document, fields.cells[i], column)
                for column, i in columns.items()
                if column not in ("section", "host") and i in fields.cells
            ]
            out.append(Row((*heads, *cells), fields.first, fields.last))
            heads = []
    return Table(tuple(out), 1, len(document.lines))


def _groups(
    columns: Mapping[Column, int], rows: Sequence[Fields]
) -> Iterator[tuple[Inline | None, Inline | None, list[Fields]]]:
    """Section cell, host cell and rows of each host; the section only where it begins."""
    sections: dict[str, dict[str, tuple[Inline | None, list[Fields]]]] = {}
    titles: dict[str, Inline | None] = {}
    section = host = None
    for fields in rows:
        stated = _filled(fields, columns.get("section"))
        if stated is not None and (section is None or stated.text != section.text):
            section, host = stated, None
        host = _filled(fields, columns.get("host")) or host
        key = section.text.strip() if section else ""
        titles.setdefault(key, section)
        hosts = sections.setdefault(key, {})
        hosts.setdefault(host.text.strip() if host else "", (host, []))[1].append(fields)
    for key, hosts in sections.items():
        title = titles[key]
        for first, members in hosts.values():
            yield title, first, members
            title = None


def _filled(fields: Fields, index: int | None) -> Inline | None:
    cell = fields.cells.get(index) if index is not None else None
    return cell if cell is not None and cell.text.strip() else None


def _cell(document: Document, content: Inline, column: Column) -> Cell:
    return Cell(content, document.line_of(content.start), column=column)


def _blank_title(document: Document, line: int) -> Cell:
    start = document.start_of(line)
    return Cell(Inline("", (), (), (), start, start), line, header=True, column="note")
