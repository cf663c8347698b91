"""Dates of a column, as spreadsheets and CSV write them: what one does not say, the others may.

Of 05/12/1999 it is the other dates that tell whether the day or the month stands first; 30079 is a
day because it stands in a column of dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reconcile.dates import DateInterval, DateText, century_later, interval, of_republic
from reconcile.models import Sheet
from reconcile.sources.workbooks.values import moment_of

Order = Literal["day", "month", "year"]
"""What stands first in dates of numbers; the year only where it has two digits."""

_TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?)?"
_NUMERIC = re.compile(rf"(\d{{1,2}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}|\d\d){_TIME}", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_AND_YEAR = re.compile(rf"({'|'.join(_MONTHS)})[a-z]{{0,9}}\.?\s*[-/'’]\s*(\d\d)", re.I)
_SERIAL = re.compile(r"(?:1[5-9]\d{3}|[2-5]\d{4}|60000)(?:\.\d+)?")
"""Days since 1900: from 1941 to 2064."""
_YEAR_AND_MONTH = re.compile(r"(\d{4})\.(\d{1,2})")


def read_dates(texts: Sequence[str], sheet: Sheet | None = None) -> list[DateText | None]:
    """For each cell of a column of dates what it states, where only the column tells.

    Args:
        texts: the cells of the column.
        sheet: the sheet that they stand in; None for CSV.
    """
    order = _order(texts)
    first_or_tenth = _first_or_tenth(texts) if sheet else 1
    date1904 = sheet is not None and sheet.date1904
    return [
        _numeric(text, order)
        or _month_and_year(text)
        or _serial(text, date1904)
        or _cut_month(text, first_or_tenth)
        for text in texts
    ]


def is_numeric(text: str) -> bool:
    """Whether a text is a date of numbers alone: 23/11/85."""
    return _match(_NUMERIC, text) is not None


def is_serial(text: str) -> bool:
    """Whether a text can be a day as a spreadsheet numbers it: 30079."""
    return _match(_SERIAL, text) is not None


def _match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match of all of a text but the blanks around it."""
    start = len(text) - len(text.lstrip())
    return pattern.fullmatch(text, start, max(start, len(text.rstrip())))


def _found(
    match: re.Match[str],
    date: DateInterval | None,
    later: DateInterval | None = None,
    republic: DateInterval | None = None,
) -> DateText | None:
    """The date of a match, or none where there is no such day; 29-Feb-00 is one of 2000 alone."""
    if date is None:
        date, later = later, None
    if date is None and republic is None:
        return None
    shown = match.group()
    return DateText(match.start(), match.end(), shown, date, later=later, republic=republic)


def _order(texts: Sequence[str]) -> Order | None:
    """What stands first, as those values show that can be read in one way alone."""
    shown = {o for text in texts if (m := _match(_NUMERIC, text)) and (o := _only_order(m))}
    return shown.pop() if len(shown) == 1 else None


def _only_order(match: re.Match[str]) -> Order | None:
    first, second, short = int(match[1]), int(match[3]), len(match[4]) == 2
    if short and first > 31 and 1 <= second <= 12:
        return "year"
    if 12 < first <= 31 and 1 <= second <= 12 and not (short and int(match[4]) > 31 < first):
        return "day"
    return "month" if 1 <= first <= 12 < second <= 31 else None


def _numeric(text: str, order: Order | None) -> DateText | None:
    """23/11/1985, 11/23/85, 85-11-23. Where the order is not known, a year of four digits is left
    to those who read all of the list, and one of two is a year.
    """
    match = _match(_NUMERIC, text)
    if match is None:
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    own = _only_order(match) or order or ("day" if match[2] == "." else None)
    short = len(match[4]) == 2
    if own is None:
        same = first == second
        if not short:
            return None
        year = 1900 + third
        date = interval(year, first, first) if same else interval(year)
        return _found(match, date, century_later(date))
    day, month, year = {
        "day": (first, second, third),
        "month": (second, first, third),
        "year": (third, second, first),
    }[own]
    if not short:
        return _found(match, interval(year, month, day))
    republic = of_republic(year, month, day) if own == "year" else None
    this_century = interval(2000 + year, month, day)
    return _found(match, interval(1900 + year, month, day), this_century, republic)


def _month_and_year(text: str) -> DateText | None:
    """Nov-85: a month and the last two digits of a year."""
    match = _match(_MONTH_AND_YEAR, text)
    if match is None:
        return None
    month, year = _MONTHS.index(match[1].lower()) + 1, int(match[2])
    return _found(match, interval(1900 + year, month), interval(2000 + year, month))


def _serial(text: str, date1904: bool) -> DateText | None:
    """30079: a day by its number, as a spreadsheet stores it."""
    match = _match(_SERIAL, text)
    moment = moment_of(float(match[0]), date1904) if match else None
    if match is None or moment is None:
        return None
    return _found(match, interval(moment.year, moment.month, moment.day))


def _first_or_tenth(texts: Sequence[str]) -> int | None:
    """What month 1985.1 is in a spreadsheet, where the number 1985.10 is shown as 1985.1.

    January where another cell does show 1986.10; October where one shows 1986.05; else no one
    knows.
    """
    months = {m[2] for text in texts if (m := _match(_YEAR_AND_MONTH, text))}
    if "10" in months:
        return 1
    return 10 if any(month.startswith("0") for month in months) else None


def _cut_month(text: str, month: int | None) -> DateText | None:
    match = _match(_YEAR_AND_MONTH, text)
    if match is None or match[2] != "1" or month == 1:
        return None
    return _found(match, interval(int(match[1]), month))
