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

from reconcile.eras import ERA, ERA_WORD, REPUBLIC, find_era
from reconcile.vocabulary import HAN_DIGITS, HAN_NUMERALS

NumericOrder = Literal["day", "month"]
Precision = Literal["year", "month", "day"]
YearCount = Literal["common", "republic"]
"""What years of up to three digits are counted from: the common era, whose century they leave out,
or the founding of the Republic of China."""
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

    `date` is what the text says for certain: of 05/12/1999 the year; None where no such day or year
    exists. `readings` then holds the two dates it can mean, day first and month first.
    """

    start: int
    end: int
    text: str
    date: DateInterval | None
    readings: tuple[DateInterval, ...] = ()
    until: DateInterval | None = None
    """The end of a span of time such as 1999–2005."""
    later: DateInterval | None = None
    """The same a hundred years later, where the year is written with two digits."""
    republic: DateInterval | None = None
    """The same as a year of the Republic of China, where a year of up to three digits stands first
    and nothing beside it says what it is counted from."""

    def read(
        self,
        order: NumericOrder | None = None,
        today: Day | None = None,
        years: YearCount | None = "common",
    ) -> DateInterval | None:
        """The date, where `order` says what comes first in dates such as 05/12/1999.

        A year of two digits is of this century unless that lies after `today`. Of 57年9月7日 it is
        `years` alone that tells which year is meant.
        """
        if self.republic is not None and years != "common":
            return self.republic if years else None
        if self.later is not None and today is not None and self.later.first <= today:
            return self.later
        if not self.readings or order is None:
            return self.date
        return self.readings[0 if order == "day" else 1]


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "○": 0, "元": 1, "两": 2, "兩": 2}
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000}

_ZERO_TO_NINE = f"[{HAN_DIGITS}]"
_NUMERAL = f"[{HAN_DIGITS}十廿卅百]"
_OTHER_COUNT = (
    rf"(?:\s*[(（]\s*(?:(?:{ERA_WORD})\s*)?(?:\d{{1,4}}|元|{_NUMERAL}{{1,4}})\s*年\s*[)）])?"
)
# 十月初一 is a day of the lunar calendar: of 2015年十月初一 the year alone is known.
_CHINESE = (
    rf"年(?!代){_OTHER_COUNT}\s*"
    rf"(?:(?P<m>\d{{1,2}}|{_NUMERAL}{{1,2}}|元)\s*月份?(?!初[{HAN_NUMERALS}])\s*"
    rf"(?:(?P<d>\d{{1,2}}|{_NUMERAL}{{1,3}})\s*[日号號]|"
    rf"(?<=月)(?P<d>\d{{1,2}}(?![\dOolI])|{_NUMERAL}{{1,3}}(?!\w)))?)?"
)
_MONTH = (
    r"(?<![^\W\d_])(?P<m>jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:(?P<y>\d{4,6})|['’‘](?P<yy>\d\d))(?!\d)"
_MONTH_AND_DAY = (
    r"(?P<m>0?[1-9]|1[0-2])\s*(?P=sep)\s*(?P<d>0?[1-9]|[12]\d|3[01])(?!\d|\s*[./-]\s*\d)"
)
_LAST_SHORT = 150
"""The last year of the Republic that a list may have."""
_SHORT = r"3[2-9]|[4-9]\d|1[0-4]\d"
"""Years of two or three digits that can be neither a day nor a month."""
_NOT_A_YEAR = r"(?!\d|\s*[./-]\s*\d|\s*年代|'?s\b)"

# The first form that matches at a place wins. 公元前221年 is in none.
_FORMS = (
    rf"(?P<era>{ERA})\s*(?P<y>\d{{1,4}}|元|{_NUMERAL}{{1,4}})\s*{_CHINESE}",
    rf"(?P<era>{ERA})\s*(?P<y>\d{{1,4}})\s*(?P<sep>[-./])\s*{_MONTH_AND_DAY}",
    rf"(?<!{_NUMERAL})(?P<y>{_ZERO_TO_NINE}{{4}})\s*{_CHINESE}",
    rf"(?P<y>[一二两兩]千{_NUMERAL}{{2,5}}(?<!百))\s*{_CHINESE}",
    rf"(?<!\d)(?<!元前)(?P<y>\d{{3,6}}|\d{{1,2}}(?=\s*年\s*\d{{1,2}}\s*月))\s*{_CHINESE}",
    rf"(?<![\d.\-/])(?P<y>{_SHORT})\s*(?P<sep>[-./])\s*{_MONTH_AND_DAY}",
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
_MAY_HOLD_ONE = re.compile(r"\d{3}|年|[A-Za-z][-/]\d\d|['’‘]\d\d|\d\s*[-./]\s*\d")
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
    if _is_short(found):
        return None, ()
    if "n1" in found:
        return _numeric(_number(found["y"]), int(found["n1"]), int(found["n2"]), found["sep"])
    year = _number(found["y"]) if "y" in found else 1900 + int(found["yy"])
    if era := find_era(found.get("era", "")):
        year += era.before
    month_text = found.get("m")
    month = _month(month_text) if month_text else None
    day = _number(found["d"]) if found.get("d") else None
    if "t" in found or found.get("d") == "00":
        month, day = _stated(month, day, found)
    value = interval(year, month, day)
    if value is None and "yy" in found:
        value = interval(year + 100, month, day)  # 29-Feb-00
    if value and era and (value.last < era.first or value.first > era.last):
        value = None
    return value, ()


def _is_short(found: dict[str, str]) -> bool:
    """Whether a year has up to three digits, and no era."""
    return found.get("y", "").isdecimal() and len(found["y"]) < 4 and "era" not in found


def _month(text: str) -> int:
    """The number of `5`, `五`, `May` or `V`."""
    if text.upper() in _ROMAN:
        return _ROMAN.index(text.upper()) + 1
    if text[0].isascii() and text[0].isalpha():
        return _MONTHS.index(text[:3].lower()) + 1
    return _number(text)


def _republic(found: dict[str, str]) -> DateInterval | None:
    """The date by a year of the Republic that a form's groups may mean."""
    month, day = (_number(found[key]) if found.get(key) else None for key in "md")
    return of_republic(int(found["y"]), month, day)


def of_republic(year: int, month: int | None, day: int | None) -> DateInterval | None:
    """The date by a year of the Republic of China; None where no list has such a year."""
    return interval(REPUBLIC.before + year, month, day) if 0 < year <= _LAST_SHORT else None


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
        republic = _republic(groups) if _is_short(groups) else None
        shown = text[start:end]
        found.append(DateText(start, end, shown, value, readings, until, later, republic))
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
