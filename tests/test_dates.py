from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.dates import DateInterval, find_dates, whole_date

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
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_forms(text: str, expected: str) -> None:
    assert [str(d.date) for d in find_dates(text)] == [expected]


@pytest.mark.parametrize("text", ["20015年3月2日", "2001年2月30日", "1999年13月", "2023-02-29"])
def test_impossible_dates_are_told_and_not_guessed(text: str) -> None:
    (found,) = find_dates(text)
    assert found.date is None
    assert found.problem == "impossible"
    assert found.text == text


@pytest.mark.parametrize("text", ["八日市市", "12", "第3號", "1-2-3", "MoU", ""])
def test_other_texts_hold_no_date(text: str) -> None:
    assert find_dates(text) == ()


def test_whole_date_refuses_anything_beside_the_date() -> None:
    assert whole_date(" （1986年） ") is not None
    assert whole_date("日本 1986年") is None


def test_dates_are_compared_at_the_precision_both_have() -> None:
    year, month, day = DateInterval(1986), DateInterval(1986, 5), DateInterval(1986, 5, 7)
    assert not year.contradicts(day)
    assert not month.contradicts(day)
    assert DateInterval(1986, 6).contradicts(day)
    assert DateInterval(1987).contradicts(month)


@given(st.text(alphabet="0123456789年月日.-/ （）May", max_size=30))
def test_spans_are_true(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text


@given(st.dates(min_value=__import__("datetime").date(1000, 1, 1)))
def test_round_trip_of_every_day(day: object) -> None:
    text = f"{day.year}年{day.month}月{day.day}日"  # type: ignore[attr-defined]  # a date
    (found,) = find_dates(text)
    assert str(found.date) == str(day)
