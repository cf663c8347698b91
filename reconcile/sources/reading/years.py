"""Lists by year: the day stands with the partner, the year above: `5月2日 福冈` below `1979年`."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.dates import DateText, find_dates, whole_date
from reconcile.scripts import has_han
from reconcile.sources.inline import Inline
from reconcile.sources.reading.rows import StatedDate
from reconcile.vocabulary import HAN_NUMERALS

_NUMBER = rf"(?:\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DAY = re.compile(
    rf"(?<!年)(?<![\d{HAN_NUMERALS}]){_NUMBER}\s*月(?:\s*{_NUMBER}\s*[日号號])?|"
    rf"\b(?:{_ORDINAL}(?: of)? {_MONTH}|{_MONTH} {_ORDINAL})(?!\w)"
)
_BEHIND = re.compile(r"\s*[:：,，]?\s*")


def year_of(text: Inline) -> StatedDate | None:
    """The year that is all of a text, as a heading or line above others."""
    found = whole_date(text.text.strip().rstrip(":："))
    if found is None or found.date is None or found.date.month or found.until:
        return None
    return StatedDate(text, found)


def day_of(text: Inline, year: StatedDate) -> tuple[StatedDate, Inline] | None:
    """The date of a text that names one day or month of a year, and the text without it.

    None where it has a date of its own, or more than one day.
    """
    days = list(_DAY.finditer(text.text))
    if find_dates(text.text):
        return None
    found = [(day, date) for day in days if (date := _date(day.group(), year))]
    if len(found) != 1:
        return None
    day, stated = found[0]
    start, end = day.span()
    behind = _BEHIND.match(text.text, end)
    stop = behind.end() if behind and not text.text[:start].strip() else end
    rest = text.text[:start] + " " * (stop - start) + text.text[stop:]
    date = replace(stated, start=start, end=end, text=day.group())
    return StatedDate(text, date), replace(text, text=rest)


def _date(day: str, year: StatedDate) -> DateText | None:
    """The date of a day or month in a year."""
    if year.date is None or year.date.date is None:
        return None
    number = year.date.date.year
    return whole_date(f"{number}年{day}" if has_han(day) else f"{day} {number}")
