"""Years that stand elsewhere, or say less than they mean.

Lists by year have the day with the partner, and the year above: `5月2日 福冈` below `1979年`. Of
`57年9月7日` the rest of the document tells what its years are counted from.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reconcile.dates import DateText, YearCount, find_dates, whole_date
from reconcile.models import Document
from reconcile.scripts import has_han, script_of
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
_OF_REPUBLIC = re.compile(
    r"[（(]\s*(?:中華|中华)?民[國国]\s*[)）]|民[國国](?:紀元|纪元|年)|"
    r"\bROC\W{0,3}(?:year|date|calendar)|(?:year|date|calendar)\W{0,3}ROC\b",
    re.IGNORECASE,
)
"""What titles say above years of the Republic of China."""
_IN_REPUBLIC = re.compile(
    rf"民[國国]\s*[\d元{HAN_NUMERALS}]|"
    r"(?<![\d.\-/])1[0-4]\d(?:\s*年\s*\d{1,2}\s*月|\s*([-./])\s*\d{1,2}\s*\1\s*\d{1,2}(?!\d))"
)
"""A year that shows what the short ones beside it are: one with its era, or one past 99."""
_SAMPLE = 5_000
"""Characters of a document by which its script is told."""
_BEHIND = re.compile(r"\s*[:：,，]?\s*")


def year_count(document: Document, home: str) -> YearCount | None:
    """What years of up to three digits are counted from in a document; None if that stays open.

    `home` is the ISO code of the hosts' country. Taiwan's lists count years of the Republic where
    they are in Chinese; the mainland's script has common ones; Japan's may be those of an era.
    """
    if _OF_REPUBLIC.search(document.text):
        return "republic"
    may_count_otherwise = home in ("TW", "JP")
    if document.side == "en":
        return None if may_count_otherwise else "common"
    scripts = Counter(map(script_of, document.text[:_SAMPLE]))
    simplified = scripts["simplified"] > scripts["traditional"]
    if simplified and not may_count_otherwise:
        return "common"
    told = home == "TW" and not simplified
    return "republic" if told or _IN_REPUBLIC.search(document.text) else None


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
