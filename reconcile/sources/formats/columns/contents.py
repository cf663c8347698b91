"""What columns hold whose titles are not known: told by the fields that stand in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from reconcile.dates import whole_date
from reconcile.places.countries import find_code
from reconcile.places.placename import place_name
from reconcile.sources.blocks import Column
from reconcile.sources.formats.columns.dates import is_numeric, is_serial
from reconcile.sources.titles import is_known

_TIME = re.compile(r"(?:日期?|[时時][间間]|年月|date|day|time|when|since|ed)\W*$", re.IGNORECASE)
"""How a title ends that speaks of time."""
_LONGEST_NAME = 40
"""Characters of a field; a longer one is a sentence."""


def with_told(
    columns: Mapping[Column, int],
    wanted: Mapping[str, str],
    titles: Sequence[str | None],
    rows: Sequence[Mapping[int, str]],
) -> dict[Column, int]:
    """The columns, with those that their fields tell: dates, countries, remarks.

    Only a thing that no column holds is looked for, and only where one column alone can be it.

    Args:
        columns: the index of each column by what it holds.
        wanted: what the user says of columns, which is left as it is.
        titles: of all columns; None for one that is left as it is.
        rows: the fields of each row by their column.
    """
    found = dict(columns)
    if "code" in found and "code" not in wanted and not _are_codes(rows, found["code"]):
        del found["code"]  # that of an airport, or a number
    above = None if {"country", "code"} & {*found, *wanted} else _of_countries(found, rows)
    if above and above not in wanted:
        found["country"] = found.pop(above)
    free = [
        i
        for i, t in enumerate(titles)
        if t is not None and i not in found.values() and not is_known(t)
    ]
    for column, fits in _TOLD:
        if column in found or column in wanted:
            continue
        like = [i for i in free if _mostly(fits, _fields(rows, i))]
        if column == "date" and not like:
            like = [i for i in free if _TIME.search(titles[i] or "") and _are_serials(rows, i)]
        if len(like) == 1:
            found[column] = like[0]
            free.remove(like[0])
    return found


def _fields(rows: Sequence[Mapping[int, str]], i: int) -> list[str]:
    return [row.get(i, "").strip() for row in rows]


def _of_countries(
    columns: Mapping[Column, int], rows: Sequence[Mapping[int, str]]
) -> Column | None:
    """The column of divisions that holds countries: a State can be one."""
    above: tuple[Column, ...] = ("parent", "section")
    stated = ((c, _fields(rows, columns[c])) for c in above if c in columns)
    return next((c for c, its in stated if any(its) and _mostly(_names_country, its)), None)


def _are_codes(rows: Sequence[Mapping[int, str]], i: int) -> bool:
    """Whether most fields of a column are codes of countries."""
    return _mostly(lambda text: find_code(text) is not None, _fields(rows, i))


def _are_serials(rows: Sequence[Mapping[int, str]], i: int) -> bool:
    """Whether all fields of a column are days as a spreadsheet numbers them."""
    filled = [text for text in _fields(rows, i) if text]
    return bool(filled) and all(map(is_serial, filled))


def _mostly(fits: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Whether most of the fields that are filled fit."""
    filled = [text for text in texts if text]
    return 2 * sum(map(fits, filled)) > len(filled)


def _is_date(text: str) -> bool:
    return whole_date(text) is not None or is_numeric(text)


def _names_country(text: str) -> bool:
    return place_name(text).named_country is not None


def _is_country(text: str) -> bool:
    return _names_country(text) or find_code(text) is not None


def _is_remark(text: str) -> bool:
    return len(text) > _LONGEST_NAME or "。" in text


_TOLD: tuple[tuple[Column, Callable[[str], bool]], ...] = (
    ("date", _is_date),
    ("country", _is_country),
    ("note", _is_remark),
)
