"""Dates as intervals: 1986 is the whole year, 2013-12 the whole month.

A date is never made more exact than its source: two dates are compared at the precision that
both have.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """A year, a month or a day: `month` and `day` are None where the source does not say."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> date:
        """The first day of the interval."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of the interval."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def contradicts(self, other: DateInterval) -> bool:
        """Whether the two cannot both be right, at the precision both have."""
        return self.last < other.first or other.last < self.first

    def __str__(self) -> str:
        """`1973-06-24`, `2013-12` or `1986`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{x:02d}" for x in (self.month, self.day) if x]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as found in a text: its span there, and the date or the reason why it is none."""

    start: int
    end: int
    text: str
    date: DateInterval | None
    problem: str | None = None
    """`impossible` when the text is a date by its form, and no such day or year exists."""


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<d{0}>\d{{1,2}})(?:st|nd|rd|th)?"

# Each form is tried at each place; the first in this order that matches there wins.
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"(?<!\d)(?P<y>\d{1,6})\s*年\s*(?:(?P<m>\d{1,2})\s*月\s*(?:(?P<d>\d{1,2})\s*[日号號]|(?<=月)(?P<d3>\d{1,2})(?!\d))?)?",
        r"(?<![\d.])(?P<y>\d{4,6})\s*[-./]\s*(?P<m>\d{1,2})\s*[-./]\s*(?P<d>\d{1,2})(?![\d.])",
        _DAY.format("1") + r"[\s.]+" + _MONTH.format("m1") + r"[\s.,]+(?P<y1>\d{4,6})(?!\d)",
        _MONTH.format("m2") + r"[\s.]*" + _DAY.format("2") + r"[\s.,]+(?P<y2>\d{4,6})(?!\d)",
        _MONTH.format("m3") + r"[\s.,]+(?P<y3>\d{4,6})(?!\d)",
        r"(?<![\d.\-/])(?P<y>\d{4})\s*[-./]\s*(?P<m>\d{1,2})(?![\d.\-/])",
        r"(?<![\d.\-/])(?P<y>(?:1[89]|20)\d\d)(?![\d.\-/])",
    )
)
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def _build(match: re.Match[str]) -> tuple[DateInterval | None, str | None]:
    found = {k.rstrip("123"): v for k, v in match.groupdict().items() if v}
    year = int(found["y"])
    month_text = found.get("m", "")
    month: int | None
    if month_text.isdigit():
        month = int(month_text)
    else:
        month = _MONTHS.index(month_text[:3].lower()) + 1 if month_text else None
    day = int(found["d"]) if found.get("d") else None
    if not 1000 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None, "impossible"
    if day is not None and (month is None or not 1 <= day <= monthrange(year, month)[1]):
        return None, "impossible"
    return DateInterval(year, month, day), None


def find_dates(text: str) -> tuple[DateText, ...]:
    """Every date in `text`, in order; offsets count code points of `text`."""
    plain = text.translate(_WIDE_DIGITS)
    matches = [
        (match.start(), order, match)
        for order, form in enumerate(_FORMS)
        for match in form.finditer(plain)
    ]
    found: list[DateText] = []
    free = 0
    for start, _, match in sorted(matches, key=lambda m: m[:2]):
        if start < free:
            continue
        value, problem = _build(match)
        end = start + len(match.group().rstrip())
        found.append(DateText(start, end, text[start:end], value, problem))
        free = match.end()
    return tuple(found)


def whole_date(text: str) -> DateText | None:
    """The date that `text` is, brackets and blanks aside; None if there is anything else."""
    dates = find_dates(text)
    if len(dates) != 1:
        return None
    rest = text[: dates[0].start] + text[dates[0].end :]
    return dates[0] if not rest.strip(" \t\r\n()（）[]［］,，.。、") else None
