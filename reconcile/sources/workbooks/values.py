"""What a spreadsheet's cell shows: a number is a date, a month, a year or a number by its format.

A date cell holds a whole day whatever it shows. One that shows 1985年11月 states a month: a date is
never made more exact than what a reader of the sheet sees.
"""

from __future__ import annotations

import datetime
import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["number", "day", "month", "year", "month-or-day"]
"""`month-or-day`: a format that shows a month in one language of Excel, and a day in another."""

_MONTHS, _MONTHS_OR_DAYS, _DAYS = (17,), (27, 36, 50, 52, 57), (14, 15, 16, 22, 28, 29, 30, 31)
_EAST_ASIAN_DAYS = (51, 53, 54, 58)
# ECMA-376 18.8.30: the formats that have a number and no text, with those of Chinese Excel.
_BUILT_IN: dict[int, Kind] = {
    **dict.fromkeys(_MONTHS, "month"),
    **dict.fromkeys(_MONTHS_OR_DAYS, "month-or-day"),
    **dict.fromkeys((*_DAYS, *_EAST_ASIAN_DAYS), "day"),
}
_DECIMALS = {2: 2, 4: 2, 10: 2}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_MINUTES = re.compile(r"(?<!h)h+\]?[^a-z]*m+|(?<!m)m+\]?[^a-z]*s+")
_FIXED = re.compile(r"[#0,]*0\.(0+)")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!)")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is shown: as what, and with how many digits behind the point (0: as needed)."""

    kind: Kind = "number"
    decimals: int = 0


PLAIN = NumberFormat()


def built_in_format(number: int) -> NumberFormat:
    """A format that the file names by its number alone."""
    return NumberFormat(_BUILT_IN.get(number, "number"), _DECIMALS.get(number, 0))


@cache
def read_format(code: str) -> NumberFormat:
    """What a format such as `yyyy"年"m"月"`, `[$-804]d-mmm-yy;@` or `0.00` shows."""
    letters = _LITERAL.sub("", code.partition(";")[0]).lower().strip()
    if fixed := _FIXED.fullmatch(letters):
        return NumberFormat(decimals=len(fixed[1]))
    if "general" in letters or ("y" not in letters and re.search("[#0@]", letters)):
        return PLAIN
    if "d" in letters:
        return NumberFormat("day")
    if "m" in _MINUTES.sub("", letters):
        return NumberFormat("month")
    return NumberFormat("year") if re.search("[ye]", letters) else PLAIN


def shown_number(value: float, form: NumberFormat, date1904: bool) -> str:
    """A number as its cell shows it; dates as 1985-11-23, 1985-11 or 1985, years without `.0`."""
    if form.kind != "number" and (moment := moment_of(value, date1904)):
        return shown_moment(moment, form.kind)
    if form.decimals:
        return f"{value:.{min(form.decimals, 15)}f}"
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def shown_text(text: str, form: NumberFormat = PLAIN, date1904: bool = False) -> str:
    """A number that is written as text, as its cell shows it; any other text as it is."""
    try:
        value = float(text)
    except ValueError:
        return text
    return shown_number(value, form, date1904) if math.isfinite(value) else text


def shown_moment(moment: datetime.datetime, kind: Kind = "day") -> str:
    """A date as its cell shows it; the time of day only where there is one."""
    day = moment.date().isoformat()
    if kind == "year":
        return day[:4]
    if kind == "month" or (kind == "month-or-day" and moment.day == 1):
        return day[:7]
    return day if moment.time() == datetime.time() else f"{day} {moment:%H:%M}"


def moment_of(serial: float, date1904: bool = False) -> datetime.datetime | None:
    """The day and time that a serial number stands for, or None where it is no day.

    Day 1 is 1 January 1900, and there is a day 60, 29 February 1900, that never was; in workbooks
    of the 1904 system day 0 is 1 January 1904.
    """
    if not (0 if date1904 else 1) <= serial < 2_958_466 - (1462 if date1904 else 0):
        return None
    if date1904:
        start = datetime.datetime(1904, 1, 1)
    else:
        start = datetime.datetime(1899, 12, 30 if serial >= 60 else 31)
    minutes = round(serial * 24 * 60)
    return start + datetime.timedelta(minutes=minutes)


def is_error(text: str) -> bool:
    """Whether a cell holds no value but the sign of a failed formula: #N/A, #DIV/0!."""
    return _ERROR.fullmatch(text.strip()) is not None
