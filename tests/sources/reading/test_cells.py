"""What a cell is, by its content alone; nothing of it is worked out twice."""

from __future__ import annotations

import pytest

from reconcile.sources.blocks import Cell
from reconcile.sources.inline import Flag, Inline
from reconcile.sources.reading.cells import CellReading, Role, read_cell
from tests.sources.texts import HOME, row

ROLES: list[tuple[str, Role]] = [
    ("1978年12月21日", "date"),
    ("1978年12月21日签署", "date"),
    ("自1978年起", "date"),
    ("signed 21 December 1978", "date"),
    ("1978年、2005年续签", "date"),
    ("1995年终止", "text"),
    ("1995年停止", "text"),
    ("已终止", "text"),
    ("12", "number"),
    ("No. 3", "number"),
    ("〖长沙市〗-", "host"),
    ("亚洲", "continent"),
    ("Europe", "continent"),
    ("日本", "country"),
    ("Germany", "country"),
    ("新加坡", "country"),
    ("澳門", "place"),
    ("—", "empty"),
    ("暂无", "empty"),
    ("（不详）", "empty"),
    ("友好协定书", "text"),
    ("姐妹城市关系", "text"),
    ("1980年代", "text"),
    ("注：截至2010年", "text"),
    ("共20对", "text"),
    ("这一对城市的往来始于民间团体在战后多年之间持续不断的互访以及后来的学生交换项目安排", "text"),
    ("名古屋市", "place"),
    ("名古屋市（1978年）", "entry"),
    ("[日本](a)[名古屋市](b)", "entry"),
    ("Nagoya", "latin"),
    ("?!", "text"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(text: str, role: Role) -> None:
    assert cell(text).role == role


def test_a_flag_alone_is_a_country() -> None:
    content = Inline(" ", (0,), (), (), 0, 1, (Flag(0, "日本", 0, 1),))
    reading = read_cell(Cell(content, 1), HOME)
    assert reading.role == "country"
    assert reading.country is not None
    assert reading.country.iso == "JP"


def test_the_host_in_a_cell() -> None:
    reading = cell("长沙市（3个）")
    assert (reading.host.of(reading.content.text), reading.at_home) == ("长沙市", True)
    assert not cell("名古屋").at_home


def test_footnote_marks_are_no_content() -> None:
    assert cell("名古屋[1]").text == "名古屋"


def test_the_country_among_other_words() -> None:
    reading = cell("Japan 日本")
    assert reading.country is None
    assert reading.stated_country is not None
    assert reading.stated_country.iso == "JP"


def test_what_was_read_is_kept() -> None:
    reading = cell("1978年12月21日")
    assert reading.role == "date"
    assert reading.dates is reading.dates
    assert reading.host is reading.host


def cell(text: str) -> CellReading:
    return read_cell(row(text).cells[0], HOME)
