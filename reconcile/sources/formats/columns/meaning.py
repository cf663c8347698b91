"""What the named columns of a table (CSV, TSV, JSON) hold, and its rows as blocks.

Where columns have names, a cell's meaning is its column's: a cell of the country column is a
country. The user may say which is which (`--map host=主方,partner=友城`); else the titles do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reconcile.dates import DateText
from reconcile.errors import ReconcileError
from reconcile.models import ColumnUse, Document, SourceRef
from reconcile.places.countries import find_code
from reconcile.sources.blocks import Cell, Column, Row, Table
from reconcile.sources.inline import Inline
from reconcile.sources.title_languages import OTHER_LANGUAGE, in_two_languages, seen_by
from reconcile.sources.titles import (
    COLUMNS,
    PASSED_OVER,
    column_of,
    is_facility,
    is_of_partner,
    named_meaning,
    title_key,
    title_keys,
    with_labels,
    with_parents,
)
from reconcile.suggest import did_you_mean

LONGEST_ROW = 1_000
"""Fields in one row; a row with more is no row of such a table."""
LONGEST_CELL = 100_000
"""Characters in one field."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One row: the first and last line of it, and its cells by the index of their column.

    `date` is what the cell of the date column states, where only the column as a whole tells.
    """

    first: int
    last: int
    cells: Mapping[int, Inline]
    date: DateText | None = None


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
    """Which columns the titles name: their index by what they hold; the first of a kind counts.

    A country is the partner's: of several it is the one whose title says so, or that stands to the
    partner as another one to the host. A division is the host where the partner has one of its own.
    """
    found: dict[Column, int] = {}
    meanings = with_parents(titles, [named_meaning(title) for title in titles])
    named = [(i, meanings[i]) for i in with_labels(titles)]
    alike = {c: [i for i, meaning in named if meaning == c] for c in COLUMNS}
    found |= {column: same[0] for column, same in alike.items() if same}
    places = [i for i, meaning in named if meaning == "place"]
    missing: list[Column] = [c for c in ("host", "partner") if c not in found]
    if len(places) < len(missing):
        missing.sort(key=lambda c: c != "partner")
    found |= zip(missing, places, strict=False)
    facilities = [i for i, title in enumerate(titles) if is_facility(title)]
    if "partner" not in found and {"country", "date"} & set(found) and len(facilities) == 1:
        found["partner"] = facilities[0]
    if "partner" in found:
        found |= _beside_partner(alike, titles, titles[found["partner"]])
    if (theirs := _of_partner(alike["country"], titles, found)) is not None:
        found["country"] = theirs
    divisions = [i for i, meaning in named if meaning == "above"]
    before = [i for i in divisions if i < found.get("partner", -1)]
    if before and "host" not in found and ("parent" in found or len(divisions) > len(before)):
        found["host"] = before[-1]
        divisions.remove(before[-1])
    for i in divisions:
        found.setdefault("section" if _is_above_host(i, divisions, found) else "parent", i)
    return found


def _beside_partner(
    alike: Mapping[Column, Sequence[int]], titles: Sequence[str], partner: str
) -> dict[Column, int]:
    """Of the columns that hold one thing those nearest to the partner's in nested objects."""
    found: dict[Column, int] = {}
    for column in ("country", "code", "date", "target", "status"):
        shared = {i: _shared(titles[i], partner) for i in alike[column]}
        nearest = [i for i, depth in shared.items() if depth == max(shared.values())]
        if len(nearest) == 1:
            found[column] = nearest[0]
    return found


def _shared(one: str, other: str) -> int:
    """How many objects hold both of two values: 1 of `city.name` and `city.country.name`."""
    pairs = zip(one.split(".")[:-1], other.split(".")[:-1], strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _of_partner(
    countries: Sequence[int], titles: Sequence[str], found: Mapping[Column, int]
) -> int | None:
    """The column of several countries that holds those of the partners, if that is told."""
    stated = [i for i in countries if is_of_partner(titles[i])]
    if len(countries) > 1 and not stated and {"host", "partner"} <= set(found):
        between = found["partner"] - found["host"]
        stated = [i for i in countries if i - between in countries]
    return stated[0] if len(stated) == 1 else None


def _is_above_host(i: int, divisions: Sequence[int], found: Mapping[Column, int]) -> bool:
    """Whether a division is the host's: before the host, or beside it where another is left."""
    host = found.get("host", -1)
    return i < host or (host >= 0 and i == host + 1 and i != divisions[-1])


def are_titles(texts: Sequence[str]) -> bool:
    """Whether any of these is the title of a column beyond doubt."""
    return any(map(column_of, texts))


def names_a_table(titles: Sequence[str]) -> bool:
    """Whether these are the titles of such a table: a partner and one thing more at least.

    That thing may be the same in another language.
    """
    found = known_columns(titles)
    return ("partner" in found and len(found) > 1) or in_two_languages(titles)


def assign(
    titles: Sequence[str],
    document: Document,
    line: int,
    seen: Sequence[str | None] | None = None,
) -> dict[Column, int]:
    """The index of each column by what it holds: as the user says, else by its title.

    Args:
        titles: the titles of the columns.
        document: what they stand in.
        line: the line that they stand on.
        seen: the titles as the reader of the document's side takes them (`seen_by`).

    Raises:
        ReconcileError: no column is the partner's, a column that the user names is not there, or
            two have the title that decides.
    """
    wanted = dict(document.columns)
    chosen: dict[Column, int] = {}
    for column in COLUMNS:
        if title := wanted.get(column):
            chosen[column] = _index(title, titles, document, line)
    seen = seen_by(document.side, titles) if seen is None else seen
    found = known_columns([title or "" for title in seen])
    for column, i in found.items():
        if column not in wanted and i not in chosen.values():
            same = [n for n, t in enumerate(titles) if title_key(t) == title_key(titles[i])]
            told = column in ("host", "partner") or _of_partner(same, titles, found) == i
            if len(same) > 1 and not told:
                raise _twice(titles[i], titles, column, document, line)
            chosen[column] = i
    if "partner" not in chosen:
        raise not_known(titles, document, line)
    return chosen


def not_known(titles: Sequence[str], document: Document, line: int) -> ReconcileError:
    """That no column is known to hold the partners."""
    return ReconcileError(
        f"no column is known to hold the partners; the columns are {_shown(titles)}. Say which "
        "is which: --map host=COLUMN,partner=COLUMN,country=COLUMN,date=COLUMN",
        path=document.path,
        line=line,
    )


def _index(title: str, titles: Sequence[str], document: Document, line: int) -> int:
    """The column of this title, or of this number counted from 1."""
    exact = [i for i, t in enumerate(titles) if t.strip() == title]
    same = exact or [i for i, t in enumerate(titles) if title_key(title) in title_keys(t)]
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
    numbers = [str(i) for i, t in enumerate(titles, 1) if title_key(t) == title_key(title)]
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
    columns = _with_codes(columns, rows)
    out = [Row((_blank_title(document, a),), a, b) for a, b in frame]
    for section, host, members in _groups(columns, rows):
        heads: list[Cell] = []
        if section is not None:
            heads.append(_cell(document, section, "section"))
        if host is not None:
            heads.append(_cell(document, host, "host"))
        for fields in members:
            cells = [
                _cell(document, fields.cells[i], column, fields.date)
                for column, i in columns.items()
                if column not in ("section", "host") and i in fields.cells
            ]
            out.append(Row((*heads, *cells), fields.first, fields.last))
            heads = []
    return Table(tuple(out), 1, len(document.lines))


def column_uses(
    titles: Sequence[tuple[str, SourceRef]],
    columns: Mapping[Column, int],
    rows: Iterable[Mapping[int, Inline]],
    seen: Sequence[str | None],
) -> tuple[ColumnUse, ...]:
    """What each titled column is used as.

    `rows` are the cells of each row by their column, `seen` is what `seen_by` makes of the titles.
    """
    filled = Counter(i for cells in rows for i, cell in cells.items() if cell.text.strip())
    used: dict[int, str] = {i: OTHER_LANGUAGE for i, title in enumerate(seen) if title is None}
    used |= {i: column for column, i in columns.items()}
    return tuple(
        ColumnUse(title, ref, used.get(i, _passed_over(title)), filled[i])
        for i, (title, ref) in enumerate(titles)
    )


def _passed_over(title: str) -> str | None:
    """What a column holds that rows do without, if that is known."""
    meaning = named_meaning(title)
    return meaning if meaning in PASSED_OVER else None


def _with_codes(columns: Mapping[Column, int], rows: Sequence[Fields]) -> Mapping[Column, int]:
    """The columns, where that of the countries holds codes alone: GB is no short name then."""
    stated = [cell.text.strip() for row in rows if (cell := _filled(row, columns.get("country")))]
    if not stated or "code" in columns or not all(map(_is_code, stated)):
        return columns
    return {"code" if column == "country" else column: i for column, i in columns.items()}


def _is_code(text: str) -> bool:
    return len(text) < 4 and text.isupper() and find_code(text) is not None


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


def _cell(
    document: Document, content: Inline, column: Column, date: DateText | None = None
) -> Cell:
    line = document.line_of(content.start)
    return Cell(content, line, column=column, date=date if column == "date" else None)


def _blank_title(document: Document, line: int) -> Cell:
    start = document.start_of(line)
    return Cell(Inline.plain("", start), line, header=True, column="note")
