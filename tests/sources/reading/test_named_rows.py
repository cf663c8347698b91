"""Rows of named columns: the column says what a cell is, whatever it looks like."""

from __future__ import annotations

import pytest

from reconcile.sources.blocks import Cell, Row
from reconcile.sources.reading.chinese_entry import read_chinese
from reconcile.sources.reading.named_rows import has_named_columns, named_partner, read_named
from reconcile.sources.reading.rows import RowReading
from reconcile.sources.titles import COLUMNS
from tests.sources.texts import HOME, row, shown


def read(**columns: str) -> RowReading:
    return read_named(named_row(False, **columns), HOME)


def named_row(header: bool = False, /, **columns: str) -> Row:
    cells = [(column, columns[column]) for column in COLUMNS if column in columns]
    return Row(tuple(Cell(shown(text), 1, header, column=c) for c, text in cells), 1, 1)


def test_each_cell_is_what_its_column_says() -> None:
    found = read(host="日本", partner="新加坡", country="Wales, UK", date="23.11.1985")
    assert found.kind == "row"
    assert found.host is not None
    assert found.host.text == "日本"
    assert found.partner is not None
    assert found.partner.text == "新加坡"
    assert found.country is not None
    assert found.country.stated_country is not None
    assert found.country.stated_country.iso == "GB"
    assert found.date is not None
    assert str(found.date.date and found.date.date.date) == "1985-11-23"


def test_a_date_that_is_none_is_a_remark() -> None:
    found = read(partner="橫濱", date="不久", note="x")
    assert found.date is None
    assert [note.text for note in found.notes] == ["不久", "x"]


def test_a_country_column_of_codes() -> None:
    found = read(partner="橫濱", country="JPN")
    assert found.country is None
    partner = named_partner(read_chinese(shown("橫濱")), found)
    assert partner.code is not None
    assert partner.code.iso == "JP"


@pytest.mark.parametrize(
    ("status", "ended"), [("ended", True), ("active", False), ("无", False), ("已终止", True)]
)
def test_status(status: str, ended: bool) -> None:
    assert read(partner="橫濱", status=status).ended is ended


def test_the_partner_takes_what_other_columns_state() -> None:
    found = read(partner="吉布提", target="https://zh.wikipedia.org/wiki/吉布提市", status="ended")
    partner = named_partner(read_chinese(shown("吉布提")), found)
    assert (partner.name, partner.target, partner.ended) == ("吉布提", "吉布提市", True)


def test_rows_of_titles_and_sections() -> None:
    assert read_named(named_row(True, partner=""), HOME).kind == "header"
    assert read(section="湖南省").kind == "section"
    assert has_named_columns(named_row(partner="橫濱"))
    assert not has_named_columns(row("橫濱"))
