from __future__ import annotations

import pytest

from reconcile.sources.workbooks.values import (
    built_in_format,
    is_error,
    moment_of,
    read_format,
    shown_number,
    shown_text,
)

FORMATS = [
    ("General", "number", 0),
    ("0.00", "number", 2),
    ("#,##0.0_ ", "number", 1),
    ("0.00E+00", "number", 0),
    ('0"年"', "number", 0),
    ("[Red]0", "number", 0),
    ("@", "number", 0),
    ("yyyy/m/d;@", "day", 0),
    ("[$-804]d-mmm-yy", "day", 0),
    ('yyyy"年"m"月"d"日"', "day", 0),
    ('yyyy"年"m"月"', "month", 0),
    ("mmm\\-yy", "month", 0),
    ('[DBNum1][$-804]yyyy"年"m"月"', "month", 0),
    ("yyyy", "year", 0),
    ("yyyy/m/d h:mm", "day", 0),
    ("h:mm:ss", "number", 0),
    ("[h]:mm", "number", 0),
    ("ggge年m月d日", "day", 0),
]


@pytest.mark.parametrize(("code", "kind", "decimals"), FORMATS)
def test_what_a_format_shows(code: str, kind: str, decimals: int) -> None:
    form = read_format(code)
    assert (form.kind, form.decimals) == (kind, decimals)


@pytest.mark.parametrize(
    ("number", "kind"),
    [(0, "number"), (14, "day"), (17, "month"), (20, "number"), (31, "day"), (57, "month-or-day")],
)
def test_formats_that_have_a_number_alone(number: int, kind: str) -> None:
    assert built_in_format(number).kind == kind


SERIALS = [
    (30079, False, "1982-05-08"),
    (28617, True, "1982-05-08"),
    (1, False, "1900-01-01"),
    (59, False, "1900-02-28"),
    (61, False, "1900-03-01"),
    (0, True, "1904-01-01"),
    (2958465, False, "9999-12-31"),
]


@pytest.mark.parametrize(("serial", "date1904", "day"), SERIALS)
def test_days_by_their_number(serial: float, date1904: bool, day: str) -> None:
    moment = moment_of(serial, date1904)
    assert moment is not None
    assert moment.date().isoformat() == day


@pytest.mark.parametrize("serial", [-1, 0.5, 2958466, 1e300])
def test_other_numbers_are_no_days(serial: float) -> None:
    assert moment_of(serial) is None


SHOWN = [
    ("30079", "yyyy/m/d", "1982-05-08"),
    ("30079", 'yyyy"年"m"月"', "1982-05"),
    ("30079", "yyyy", "1982"),
    ("30079.5", "yyyy/m/d h:mm", "1982-05-08 12:00"),
    ("30079.0", "General", "30079"),
    ("1985", "0.00", "1985.00"),
    ("1985.1", "0.00", "1985.10"),
    ("0.1", "General", "0.1"),
    ("13000000000", "General", "13000000000"),
    ("-5", "yyyy/m/d", "-5"),
    ("abc", "General", "abc"),
    ("nan", "General", "nan"),
    ("1e999", "General", "1e999"),
]


@pytest.mark.parametrize(("text", "code", "shown"), SHOWN)
def test_numbers_as_their_cells_show_them(text: str, code: str, shown: str) -> None:
    assert shown_text(text, read_format(code)) == shown


def test_a_month_in_one_language_and_a_day_in_another() -> None:
    form = built_in_format(57)
    assert shown_number(30072, form, False) == "1982-05"
    assert shown_number(30079, form, False) == "1982-05-08"


def test_signs_of_failed_formulas() -> None:
    assert is_error("#N/A")
    assert is_error(" #DIV/0! ")
    assert not is_error("#1")
