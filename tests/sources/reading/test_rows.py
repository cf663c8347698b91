"""Rows of a table: which cell is the host, the partner, the country, the date."""

from __future__ import annotations

import pytest

from reconcile.sources.blocks import Row
from reconcile.sources.reading.cells import read_cell
from reconcile.sources.reading.column_roles import Columns
from reconcile.sources.reading.rows import RowReading, read_row
from tests.sources.texts import HOME, row

TITLED = Columns(("host", "country", "partner", "date", "note"), "first")
FIRST, LAST, NONE = Columns(host="first"), Columns(host="last"), Columns()

WHOLE = "row host=長沙市 partner=鹿兒島市 country=日本"

# columns, cells, what is read of them
ROWS: list[tuple[Columns, str, str]] = [
    (TITLED, "長沙市|日本|鹿兒島市|1982年|x", f"{WHOLE} date=1982 x"),
    (TITLED, "|日本|鹿兒島市||", "row partner=鹿兒島市 country=日本"),
    (TITLED, "長沙市|日本|新加坡|1982年|", "row host=長沙市 partner=新加坡 country=日本 date=1982"),
    (TITLED, "長沙市|日本||1982年|", "row host=長沙市 country=日本 date=1982"),
    (TITLED, "日本|鹿兒島市|1982年||", "row partner=鹿兒島市 country=日本 date=1982"),
    (TITLED, "長沙市|日本|鹿兒島市|友好协议|x", f"{WHOLE} 友好协议 x"),
    (TITLED, "||||", "empty"),
    (TITLED, "友好协议|意向书|||", "remark"),
    (TITLED, "共計|3個|||", "remark"),
    (Columns(("partner", "status")), "鹿兒島市|终止", "row partner=鹿兒島市 终止 ended"),
    (Columns(("partner", "status")), "鹿兒島市|有效", "row partner=鹿兒島市"),
    (Columns(("partner", "partner")), "鹿兒島市|沼津市", "row partner=鹿兒島市 沼津市"),
    (FIRST, "長沙市|日本|鹿兒島市|1982年", f"{WHOLE} date=1982"),
    (FIRST, "日本|鹿兒島市", "row partner=鹿兒島市 country=日本"),
    (FIRST, "1|長沙市|鹿兒島市", "row host=長沙市 partner=鹿兒島市"),
    (FIRST, "長沙市|友好协议", "host host=長沙市 友好协议"),
    (FIRST, "長沙市|Kagoshima", "row host=長沙市 partner=Kagoshima"),
    (FIRST, "鹿兒島市|Kagoshima|1982年", "row partner=鹿兒島市 date=1982 Kagoshima"),
    (LAST, "鹿兒島市|日本|長沙市", "row host=長沙市 partner=鹿兒島市 country=日本"),
    (NONE, "靜岡縣|沼津市", "row parent=靜岡縣 partner=沼津市"),
    (Columns(parent_follows=True), "沼津市|靜岡縣", "row parent=靜岡縣 partner=沼津市"),
    (NONE, "新加坡|1982年", "row partner=新加坡 date=1982"),
    (NONE, "日本|1982年", "row country=日本 date=1982"),
]


@pytest.mark.parametrize(("columns", "texts", "expected"), ROWS)
def test_rows(columns: Columns, texts: str, expected: str) -> None:
    assert shown(read(row(*texts.split("|")), columns)) == expected


@pytest.mark.parametrize(
    ("across", "expected"),
    [
        (row("長沙市"), "group host=長沙市"),
        (row("〖長沙市〗-", "", ""), "host host=〖長沙市〗-"),
        (row("日本"), "group country=日本"),
        (row("亚洲", "", ""), "group country=亚洲"),
        (row("注：截至2010年", ""), "remark"),
        (row("其他", "", header=True), "group"),
        (row("日本", ""), "row country=日本"),
    ],
)
def test_rows_across_the_table(across: Row, expected: str) -> None:
    assert shown(read(across, FIRST)) == expected


def read(texts: Row, columns: Columns) -> RowReading:
    return read_row(texts, [read_cell(c, HOME) for c in texts.cells], HOME, columns)


def shown(found: RowReading) -> str:
    cells = {
        "host": found.host,
        "parent": found.parent,
        "partner": found.partner,
        "country": found.country,
    }
    stated = [f"{name}={cell.text}" for name, cell in cells.items() if cell]
    if found.date and found.date.date:
        stated.append(f"date={found.date.date.date}")
    stated += [note.text.strip() for note in found.notes]
    return " ".join([found.kind, *stated, *["ended"] * found.ended])
