from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.dates import DateInterval, NumericOrder, find_dates, numeric_order, whole_date

CASES = [
    ("1973年6月24日", "1973-06-24"),
    ("（1985年9月12日）", "1985-09-12"),
    ("2013年12月", "2013-12"),
    ("1986年", "1986"),
    ("1982.06.16", "1982-06-16"),
    ("1999-02-03", "1999-02-03"),
    ("2000/9/27", "2000-09-27"),
    ("12 May 1999", "1999-05-12"),
    ("May 12, 1999", "1999-05-12"),
    ("May 1999", "1999-05"),
    ("Jun.30.1966", "1966-06-30"),
    ("1984年9月號", "1984-09"),
    ("１９８４年９月", "1984-09"),
    ("1997", "1997"),
    ("19820616", "1982-06-16"),
    ("10/1993", "1993-10"),
    ("12.05.1999", "1999-05-12"),
    ("25/12/1999", "1999-12-25"),
    ("12/25/1999", "1999-12-25"),
    ("05/12/1999", "1999"),
    ("in 1978.", "1978"),
    ("1993-00-00", "1993"),
    ("1993-05-00", "1993-05"),
    ("1993-01-01", "1993-01-01"),
    ("1993-01-01T00:00:00Z", "1993"),
    ("1993-05-01T00:00:00Z", "1993-05-01"),
    ("2008-11-01T00:00:00.000Z", "2008-11-01"),
    ('"1985-10-01T00:00:00Z"^^xsd:dateTime', "1985-10-01"),
    ("1993-05-18T00:00:00Z", "1993-05-18"),
    ("1993-01-01T00:00:00", "1993"),
    ("1993-05-01T00:00:00.000", "1993-05-01"),
    ("1993-01-01T00:00:00.000Z", "1993"),
    ("1993-01-01T09:30:00Z", "1993-01-01"),
    ("+1993-00-00T00:00:00Z", "1993"),
    ("+1993-00-00T00:00:00Z/9", "1993"),
    ("+1993-01-01T00:00:00Z/9", "1993"),
    ("+1993-05-00T00:00:00Z/10", "1993-05"),
    ("+1993-05-01T00:00:00Z/10", "1993-05"),
    ("+1993-05-01T00:00:00Z/11", "1993-05-01"),
    ('"1993-01-01T00:00:00Z"^^xsd:dateTime', "1993"),
    ("23-Nov-1985", "1985-11-23"),
    ("23/Nov/1985", "1985-11-23"),
    ("1985/11/23", "1985-11-23"),
    ("1985.11.23", "1985-11-23"),
    ("1988/5/16 0:00", "1988-05-16"),
    ("23-Nov-85", "1985-11-23"),
    ("5-Jan-09", "1909-01-05"),
    ("Nov '94", "1994-11"),
    ("Oct. '85", "1985-10"),
    ("Sept ’91", "1991-09"),
    ("3rd June '88", "1988-06-03"),
    ("June 3, '88", "1988-06-03"),
    ("November of 1994", "1994-11"),
    ("7-V-1997", "1997-05-07"),
    ("12.XI.1983", "1983-11-12"),
    ("1 IX 1999", "1999-09-01"),
    ("24/viii/2001", "2001-08-24"),
    ("Marseille 1958", "1958"),
    ("Augsburg, 1994", "1994"),
    ("一九八二年六月十六日", "1982-06-16"),
    ("二○○五年十二月三十一日", "2005-12-31"),
    ("二○○五年十二月三十一", "2005-12-31"),
    ("一九八五年五月九江市", "1985-05"),
    ("1985年10月十堰市", "1985-10"),
    ("农历2015年十月初一", "2015"),
    ("2010年10月初", "2010-10"),
    ("2005年元月5日", "2005-01-05"),
    ("二零二零年元月", "2020-01"),
    ("两千零四年八月十五日", "2004-08-15"),
    ("二千零一十年", "2010"),
    ("一千九百八十五年三月", "1985-03"),
    ("民國七十一年6月16日", "1982-06-16"),
    ("中华民国71年", "1982"),
    ("民國一百零二年", "2013"),
    ("明治45年7月1日", "1912-07-01"),
    ("大正15年", "1926"),
    ("昭和57年6月16日", "1982-06-16"),
    ("昭和六十四年一月", "1989-01"),
    ("平成元年", "1989"),
    ("令和2年", "2020"),
    ("昭和55.4.15", "1980-04-15"),
    ("S55.4.15", "1980-04-15"),
    ("H1.1.8", "1989-01-08"),
    ("R5年6月1日", "2023-06-01"),
    ("民國69/04/15", "1980-04-15"),
    ("佛曆2523年", "1980"),
    ("檀紀4313年4月15日", "1980-04-15"),
    ("1982年（昭和57年）6月16日", "1982-06-16"),
    ("昭和57年（1982年）6月16日", "1982-06-16"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_forms(text: str, expected: str) -> None:
    assert [str(d.date) for d in find_dates(text)] == [expected]


NO_SUCH = ["昭和99年", "昭和64年6月1日", "平成31年5月1日", "31.13.1999", "198年", "S64.6.1"]


@pytest.mark.parametrize(
    "text", ["20015年3月2日", "2001年2月30日", "1999年13月", "2023-02-29", *NO_SUCH]
)
def test_impossible_dates_are_told_and_not_guessed(text: str) -> None:
    (found,) = find_dates(text)
    assert found.date is None
    assert found.text == text


OTHER = [
    "1980年代",
    "一九八〇年代",
    "1980s",
    "20世纪80年代",
    "10年",
    "百年",
    "第三年",
    "Decatur ’88",
    "the '80s",
    "两千年",
    "公元前221年",
    "公元前1046年3月",
    "T5",
    "192.168.1.1",
    "80.12.5.3",
]


@pytest.mark.parametrize(
    "text", ["八日市市", "12", "Decatur ’88", "the '80s", "第3號", "1-2-3", "MoU", "", *OTHER]
)
def test_other_texts_hold_no_date(text: str) -> None:
    assert find_dates(text) == ()


REPUBLIC = {
    "57年9月7日": "1968-09-07",
    "85年6月": "1996-06",
    "102年12月13日": "2013-12-13",
    "69/04/15": "1980-04-15",
    "98.1.16": "2009-01-16",
    "113-05-02": "2024-05-02",
}


@pytest.mark.parametrize(("text", "date"), REPUBLIC.items())
def test_a_short_year_is_one_of_the_republic_only_where_that_is_told(text: str, date: str) -> None:
    (found,) = find_dates(text)
    assert str(found.read(years="republic")) == date
    assert found.read(years="common") is None
    assert found.read(years=None) is None


def test_whole_date_refuses_anything_beside_the_date() -> None:
    assert whole_date(" （1986年） ") is not None
    assert whole_date("日本 1986年") is None


def test_dates_are_compared_at_the_precision_both_have() -> None:
    year, month, day = DateInterval(1986), DateInterval(1986, 5), DateInterval(1986, 5, 7)
    assert not year.contradicts(day)
    assert not month.contradicts(day)
    assert DateInterval(1986, 6).contradicts(day)
    assert DateInterval(1987).contradicts(month)


SPANS = [
    ("1999–2005", "1999", "2005"),
    ("1999年至2005年", "1999", "2005"),
    ("1985年3月1日－1995年", "1985-03-01", "1995"),
    ("5 March 1999 to 2 May 2005", "1999-03-05", "2005-05-02"),
]


@pytest.mark.parametrize(("text", "start", "until"), SPANS)
def test_spans_of_time_have_an_end(text: str, start: str, until: str) -> None:
    (found,) = find_dates(text)
    assert (str(found.date), str(found.until), found.text) == (start, until, text)


def test_the_order_of_numeric_dates_comes_from_the_others_or_stays_open() -> None:
    (found,) = find_dates("05/12/1999")
    orders: list[NumericOrder | None] = ["day", "month", None]
    read = [str(found.read(order)) for order in orders]
    assert read == ["1999-12-05", "1999-05-12", "1999"]
    assert numeric_order("25/12/1999 and 05/12/1999") == "day"
    assert numeric_order("12/25/1999") == "month"
    assert numeric_order("25/12/1999, 12/25/1999") is None
    assert numeric_order("05/12/1999, 25.12.1999, 1999/12/25") is None


def test_years_of_two_digits_are_of_this_century_unless_that_is_to_come() -> None:
    today = date(2026, 11, 30)
    read = {text: str(whole_date(text).read(None, today)) for text in SHORT}  # type: ignore[union-attr]  # they are dates
    assert read == SHORT
    assert find_dates("31-Nov-85")[0].date is None


SHORT = {
    "23-Nov-85": "1985-11-23",
    "30-Nov-26": "2026-11-30",
    "1-Dec-26": "1926-12-01",
    "29-Feb-00": "2000-02-29",
}


@given(st.text(alphabet="0123456789年月日.-/ （）May昭和民國元一十〇至", max_size=30))
def test_spans_are_true(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text


@given(st.dates(min_value=__import__("datetime").date(1000, 1, 1)))
def test_round_trip_of_every_day(day: object) -> None:
    text = f"{day.year}年{day.month}月{day.day}日"  # type: ignore[attr-defined]  # a date
    (found,) = find_dates(text)
    assert str(found.date) == str(day)
