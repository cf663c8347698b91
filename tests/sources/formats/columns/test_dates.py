from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.models import Sheet
from reconcile.sources.formats.columns.dates import read_dates

TODAY = date(2026, 11, 30)

COLUMNS: dict[str, tuple[list[str], list[str | None]]] = {
    "a day beyond 12 tells that days stand first": (
        ["05/12/1999", "23/11/1985", " 1-2-2003 "],
        ["1999-12-05", "1985-11-23", "2003-02-01"],
    ),
    "or that months do": (["05/12/1999", "11/23/1985"], ["1999-05-12", "1985-11-23"]),
    "nothing tells": (["05/12/1999", "03/04/1999"], [None, None]),
    "both tell": (["05/12/1999", "23/11/1985", "11/23/1985"], [None, "1985-11-23", "1985-11-23"]),
    "years of two digits": (
        ["23/11/85", "5/12/99", "1/2/26"],
        ["1985-11-23", "1999-12-05", "2026-02-01"],
    ),
    "months first with a time": (
        ["11/23/85 0:00", "5/6/07 12:30 PM"],
        ["1985-11-23", "2007-05-06"],
    ),
    "years first": (["85-11-23", "05-12-01"], ["1985-11-23", "2005-12-01"]),
    "only the year is certain": (["5/12/99"], ["1999"]),
    "points stand behind days": (["5.12.85", "1.2.03"], ["1985-12-05", "2003-02-01"]),
    "months and years of two digits": (
        ["Nov-85", "May-05", "Sept. '31"],
        ["1985-11", "2005-05", "1931-09"],
    ),
    "a year to come is of the last century": (["23/11/27", "Dec-26"], ["1927-11-23", "1926-12"]),
    "numbers of days": (
        ["30079", "31374.5", "12345", "70000"],
        ["1982-05-08", "1985-11-23", None, None],
    ),
    "a leap day of one century": (["29/02/00", "30/01/00"], ["2000-02-29", "2000-01-30"]),
    "dates that need no column": (["1985-11-23", "23-Nov-85", "1985年", ""], [None] * 4),
    "impossible": (["32/13/1985", "0/0/85"], [None, None]),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns(name: str) -> None:
    texts, dates = COLUMNS[name]
    found = read_dates(texts)
    assert [str(d.read(None, TODAY)) if d else None for d in found] == dates
    for text, date_text in zip(texts, found, strict=True):
        if date_text is not None:
            assert text[date_text.start : date_text.end] == date_text.text == text.strip()


def test_days_counted_from_1904() -> None:
    (found,) = read_dates(["28617"], Sheet(date1904=True))
    assert str(found.date if found else None) == "1982-05-08"


MONTHS = [
    (["1985.1", "1986.11"], ["1985", None]),
    (["1985.1", "1986.10"], [None, None]),
    (["1985.1", "1986.05"], ["1985-10", None]),
]


@pytest.mark.parametrize(("texts", "dates"), MONTHS)
def test_the_tenth_month_as_a_number(texts: list[str], dates: list[str | None]) -> None:
    found = read_dates(texts, Sheet())
    assert [str(d.date) if d else None for d in found] == dates
    assert read_dates(texts) == [None, None], "in a text, 1985.1 is January"


@given(st.lists(st.text(alphabet="0123456789-/.: NovPM", max_size=14), max_size=5))
def test_any_texts(texts: list[str]) -> None:
    for text, found in zip(texts, read_dates(texts), strict=True):
        assert found is None or text[found.start : found.end] == found.text
