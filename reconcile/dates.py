"""Dates as intervals: 1986 is the whole year, 2013-12 the whole month.

A date is never made more exact than its source: two dates are compared at the precision that
both have.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from reconcile.vocabulary import HAN_DIGITS, HAN_NUMERALS

NumericOrder = Literal["day", "month"]
Precision = Literal["year", "month", "day"]
Day = date
"""A day of the calendar, where `date` is the name of something else."""


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """A year, a month or a day: `month` and `day` are None where the source does not say."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """`year`, `month` or `day`."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def coarser(self) -> tuple[DateInterval, ...]:
        """The year, the month and the day that it states: 1985 and 1985-05 of 1985-05."""
        whole = (DateInterval(self.year), DateInterval(self.year, self.month), self)
        return whole[: ("year", "month", "day").index(self.precision) + 1]

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

    def shared(self, other: DateInterval) -> DateInterval | None:
        """What both say, if they do not contradict each other: 1985 of 1985-05 and 1985."""
        if self.contradicts(other):
            return None
        return min(self, other, key=lambda d: len(d.coarser))

    def __str__(self) -> str:
        """`1973-06-24`, `2013-12` or `1986`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{x:02d}" for x in (self.month, self.day) if x]
        return "-".join(parts)


Slip = Literal["", "swapped", "digits", "year", "month", "day"]


def slip(one: DateInterval, other: DateInterval) -> Slip:
    """What kind of slip makes one date of the other, or "" where it is none that has a name.

    Day and month `swapped`, two `digits` turned round, or nothing but the year, month or day.
    """
    if one.precision == other.precision == "day" and one == DateInterval(
        other.year, other.day, other.month
    ):
        return "swapped"
    fields: tuple[Precision, ...] = ("year", "month", "day")
    differing = [
        field
        for field in fields
        if (x := getattr(one, field)) and (y := getattr(other, field)) and x != y
    ]
    if len(differing) != 1:
        return ""
    (field,) = differing
    return "digits" if _turned(getattr(one, field), getattr(other, field)) else field


def _turned(one: int, other: int) -> bool:
    """Whether two numbers differ by two digits that change places: 1986 and 1968."""
    a, b = f"{one:02d}", f"{other:02d}"
    unlike = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(unlike) != 2:
        return False
    first, second = unlike
    return a[first] == b[second] and a[second] == b[first]


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as found in a text: its span there, and the date or the reason why it is none.

    `date` is what the text says for certain: of 05/12/1999 the year. `readings` then holds the
    two dates it can mean, day first and month first.
    """

    start: int
    end: int
    text: str
    date: DateInterval | None
    problem: str | None = None
    """`impossible` when the text is a date by its form, and no such day or year exists."""
    readings: tuple[DateInterval, ...] = ()
    until: DateInterval | None = None
    """The end of a span of time such as 1999–2005."""
    later: DateInterval | None = None
    """The same a hundred years later, where the year is written with two digits."""

    def read(self, order: NumericOrder | None, today: Day | None = None) -> DateInterval | None:
        """The date, where `order` says what comes first in dates such as 05/12/1999.

        A year of two digits is of this century unless that lies after `today`.
        """
        if self.later is not None and today is not None and self.later.first <= today:
            return self.later
        if not self.readings or order is None:
            return self.date
        return self.readings[0 if order == "day" else 1]


# First and last day of the eras by which East Asia counts years. Japan: era name decrees;
# 明治 is taken from its first day in the Gregorian calendar. 民國: the Republic's calendar.
_JAPANESE = {
    "明治": (date(1868, 1, 25), date(1912, 7, 30)),
    "大正": (date(1912, 7, 30), date(1926, 12, 25)),
    "昭和": (date(1926, 12, 25), date(1989, 1, 7)),
    "平成": (date(1989, 1, 8), date(2019, 4, 30)),
    "令和": (date(2019, 5, 1), date.max),
}
_REPUBLIC = (date(1912, 1, 1), date.max)
_ERAS = {
    **dict.fromkeys(("中華民國", "中华民国", "民國", "民国"), _REPUBLIC),
    **_JAPANESE,
}

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "○": 0, "元": 1, "两": 2, "兩": 2}
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000}

_ERA = "|".join(_ERAS)
_ZERO_TO_NINE = f"[{HAN_DIGITS}]"
_NUMERAL = f"[{HAN_DIGITS}十廿卅百]"
_OTHER_COUNT = rf"(?:\s*[(（]\s*(?:(?:{_ERA})\s*)?(?:\d{{1,4}}|元|{_NUMERAL}{{1,4}})\s*年\s*[)）])?"
# 十月初一 is a day of the lunar calendar: of 2015年十月初一 the year alone is known.
_CHINESE = (
    rf"年(?!代){_OTHER_COUNT}\s*"
    rf"(?:(?P<m>\d{{1,2}}|{_NUMERAL}{{1,2}}|元)\s*月份?(?!初[{HAN_NUMERALS}])\s*"
    rf"(?:(?P<d>\d{{1,2}}|{_NUMERAL}{{1,3}})\s*[日号號]|"
    rf"(?<=月)(?P<d>\d{{1,2}}(?!\d)|{_NUMERAL}{{1,3}}(?!\w)))?)?"
)
_MONTH = (
    r"(?<![^\W\d_])(?P<m>jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:(?P<y>\d{4,6})|['’‘](?P<yy>\d\d))(?!\d)"
_NOT_A_YEAR = r"(?!\d|\s*[./-]\s*\d|\s*年代|'?s\b)"

# The first form that matches at a place wins. 公元前221年 is in none.
_FORMS = (
    rf"(?P<era>{_ERA})\s*(?P<y>\d{{1,3}}|元|{_NUMERAL}{{1,4}})\s*{_CHINESE}",
    rf"(?<!{_NUMERAL})(?P<y>{_ZERO_TO_NINE}{{4}})\s*{_CHINESE}",
    rf"(?P<y>[一二两兩]千{_NUMERAL}{{2,5}}(?<!百))\s*{_CHINESE}",
    rf"(?<!\d)(?<!元前)(?P<y>\d{{3,6}}|\d{{1,2}}(?=\s*年\s*\d{{1,2}}\s*月))\s*{_CHINESE}",
    r"(?<![\d.])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?P<t>T00:00:00(?:\.0+)?Z?)(?:/(?P<p>9|10|11))?(?!\d)",
    r"(?<![\d.])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>00)(?!\d)",
    r"(?<![\d.])(?P<y>\d{4,6})\s*[-./]\s*(?P<m>\d{1,2})\s*[-./]\s*(?P<d>\d{1,2})(?!\d|\.\d)",
    r"(?<![\d.\-/])(?P<n1>\d{1,2})\s*(?P<sep>[-./])\s*(?P<n2>\d{1,2})\s*(?P=sep)\s*(?P<y>\d{4})(?!\d|[./]\d)",
    rf"{_DAY}(?:[\s.]+of)?[\s.]+{_MONTH}[\s.,]+{_YEAR}",
    rf"(?<![\d.\-/]){_DAY}\s*(?P<sep>[-./\s])\s*(?P<m>{'|'.join(_ROMAN)})\s*(?P=sep)\s*(?P<y>\d{{4}})(?!\d)",
    rf"(?<![\d.\-/]){_DAY}(?P<sep>[-/]){_MONTH}(?P=sep)(?:(?P<y>\d{{4}})|(?P<yy>\d\d))(?![\d./-])",
    rf"{_MONTH}[\s.]*{_DAY}[\s.,]+{_YEAR}",
    rf"{_MONTH}(?:[\s.,]+of)?[\s.,]+{_YEAR}",
    r"(?<![\d.\-/])(?P<y>\d{4})\s*[-./]\s*(?P<m>\d{1,2})(?![\d\-/]|\.(?!\s*$))",
    r"(?<![\d.\-/])(?P<m>0?[1-9]|1[0-2])\s*[./]\s*(?P<y>(?:1[89]|20)\d\d)" + _NOT_A_YEAR,
    r"(?<![\d.\-/])(?P<y>(?:1[89]|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d)",
    r"(?<![\d.\-/])(?P<y>(?:1[89]|20)\d\d)\s*[-–—~]\s*(?P<until>(?:1[89]|20)\d\d)" + _NOT_A_YEAR,
    r"(?<![\d.\-/])(?P<y>(?:1[89]|20)\d\d)" + _NOT_A_YEAR,
)
_GROUP = re.compile(r"\(\?P([<=])(\w+)([>)])")


def _numbered(form: str, number: int) -> str:
    """The form with group names of its own: `y` becomes `y_3`, `(?P=sep)` `(?P=sep_3)`."""
    seen: dict[str, int] = {}

    def name(match: re.Match[str]) -> str:
        opening, group, closing = match.groups()
        count = seen[group] = seen.get(group, 0) + (opening == "<")
        return f"(?P{opening}{group}_{number}{'x' * (count - 1)}{closing}"

    return _GROUP.sub(name, form)


_ANY = re.compile("|".join(_numbered(f, i) for i, f in enumerate(_FORMS)), re.IGNORECASE)
_MAY_HOLD_ONE = re.compile(r"\d{3}|年|[A-Za-z][-/]\d\d|['’‘]\d\d")
_TO = re.compile(r"\s*(?:[-－–—~～至到]|to|until|till)\s*", re.IGNORECASE)
_WIDE = str.maketrans("０１２３４５６７８９／．－", "0123456789/.-")


def _number(text: str) -> int:
    """Of `1982`, `元`, `一九八二`, `七十一` or `廿一`."""
    if text.isdecimal():
        return int(text)
    if not any(c in _TENS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, ahead = 0, 0
    for char in text:
        if char in _TENS:
            total += _TENS[char] * (ahead or 1)
            ahead = 0
        else:
            ahead = _DIGITS[char]
    return total + ahead


def interval(year: int, month: int | None = None, day: int | None = None) -> DateInterval | None:
    """The date, or None where no such year, month or day exists."""
    if not 1000 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and (month is None or not 1 <= day <= monthrange(year, month)[1]):
        return None
    return DateInterval(year, month, day)


def _build(found: dict[str, str]) -> tuple[DateInterval | None, tuple[DateInterval, ...]]:
    """The date that a form's groups say for certain, and what else they can mean."""
    if "n1" in found:
        return _numeric(_number(found["y"]), int(found["n1"]), int(found["n2"]), found["sep"])
    year = _number(found["y"]) if "y" in found else 1900 + int(found["yy"])
    if era := _ERAS.get(found.get("era", "")):
        year += era[0].year - 1
    month_text = found.get("m")
    month = _month(month_text) if month_text else None
    day = _number(found["d"]) if found.get("d") else None
    if "t" in found or found.get("d") == "00":
        month, day = _stated(month, day, found)
    value = interval(year, month, day)
    if value is None and "yy" in found:
        value = interval(year + 100, month, day)  # 29-Feb-00
    if value and era and (value.last < era[0] or value.first > era[1]):
        value = None
    return value, ()


def _month(text: str) -> int:
    """The number of `5`, `五`, `May` or `V`."""
    if text.upper() in _ROMAN:
        return _ROMAN.index(text.upper()) + 1
    if text[0].isascii() and text[0].isalpha():
        return _MONTHS.index(text[:3].lower()) + 1
    return _number(text)


def _stated(
    month: int | None, day: int | None, found: dict[str, str]
) -> tuple[int | None, int | None]:
    """The month and day of a timestamp at midnight that are stated, as Wikidata writes them.

    Its JSON has 00 for what is not stated; a query gives 1 January of a year. `p` is
    its precision: 9 for a year, 10 for a month, 11 for a day.
    """
    precision = found.get("p")
    if precision == "9" or not month or (not precision and (month, day) == (1, 1)):
        return None, None
    return month, None if precision == "10" else day or None


def century_later(date: DateInterval | None) -> DateInterval | None:
    """The same day, month or year of the next century, if there is one."""
    return interval(date.year + 100, date.month, date.day) if date else None


def _numeric(
    year: int, first: int, second: int, separator: str
) -> tuple[DateInterval | None, tuple[DateInterval, ...]]:
    """12.05.1999 has the day first; of 05/12/1999 both readings stay where both exist."""
    day_first, month_first = interval(year, second, first), interval(year, first, second)
    if separator == "." or day_first == month_first or not (day_first and month_first):
        return day_first or month_first, ()
    return DateInterval(year), (day_first, month_first)


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[DateText, ...]:
    """Every date in `text`, in order; offsets count code points of `text`.

    Decades (1980年代) and ages (10年) are no dates. Years of Japanese eras and of the Republic of
    China are given as Gregorian ones. Two dates with a dash or 至 between them are one, with its
    end in `until`.
    """
    plain = text.translate(_WIDE)
    if not _MAY_HOLD_ONE.search(plain):
        return ()
    found: list[DateText] = []
    for match in _ANY.finditer(plain):
        groups = {k.split("_")[0]: v for k, v in match.groupdict().items() if v}
        value, readings = _build(groups)
        start, end = match.start(), match.start() + len(match.group().rstrip())
        until = interval(int(groups["until"])) if "until" in groups else None
        later = century_later(value) if "yy" in groups else None
        problem = None if value else "impossible"
        found.append(DateText(start, end, text[start:end], value, problem, readings, until, later))
    return _joined(text, found)


def _joined(text: str, found: list[DateText]) -> tuple[DateText, ...]:
    """The dates, with two of them made one where the second is the end of the first."""
    out: list[DateText] = []
    for item in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.date is not None
            and item.date is not None
            and last.until is None
            and item.date.first > last.date.last
            and _TO.fullmatch(text, last.end, item.start)
        ):
            shown = text[last.start : item.end]
            out[-1] = replace(last, end=item.end, text=shown, until=item.date)
        else:
            out.append(item)
    return tuple(out)


def numeric_order(text: str) -> NumericOrder | None:
    """What comes first in dates such as 05/12/1999, as the other dates of `text` show.

    None where they show nothing, or both.
    """
    shown: set[NumericOrder] = set()
    for match in _NUMERIC.finditer(text.translate(_WIDE)):
        first, second = int(match[1]), int(match[3])
        if 12 < first <= 31 and 1 <= second <= 12:
            shown.add("day")
        elif 1 <= first <= 12 < second <= 31:
            shown.add("month")
    return shown.pop() if len(shown) == 1 else None


_NUMERIC = re.compile(r"(?<![\d.\-/])(\d{1,2})\s*([-/])\s*(\d{1,2})\s*\2\s*\d{4}(?![\d./])")


def whole_date(text: str) -> DateText | None:
    """The date that `text` is, brackets and blanks aside; None if there is anything else."""
    dates = find_dates(text)
    if len(dates) != 1:
        return None
    rest = text[: dates[0].start] + text[dates[0].end :]
    return dates[0] if not rest.strip(" \t\r\n()（）[]［］,，.。、") else None
