"""Which file is a workbook, which sheet of it is read, and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from reconcile.errors import ReconcileError
from reconcile.places.home import load_home
from reconcile.sources import SourceFile, format_of, parse, read_pages
from reconcile.sources.workbooks import read_workbook
from tests.conftest import ROOT
from tests.sources.workbooks.files import (
    RECORDS,
    TEXT,
    cell,
    dalian,
    ods,
    row,
    saved,
    table,
    with_parts,
    with_sheet,
    with_strings,
    xlsx,
)

DATA = ROOT / "tests/data/workbooks"
LIMIT = 50_000_000

DALIAN = {
    "XLSX": saved(dalian()),
    "ODS of LibreOffice": (DATA / "dalian.ods").read_bytes(),
    "XLS of LibreOffice": (DATA / "dalian.xls").read_bytes(),
}


@pytest.mark.parametrize("kind", DALIAN)
def test_a_sheet_is_one_text_whatever_wrote_it(kind: str) -> None:
    found = read_workbook(DALIAN[kind], "list", None, LIMIT)
    assert (found.name, found.text) == ("友城", TEXT)
    assert sorted(found.sheet.merged) == [(1, 0, 1, 5), (3, 1, 5, 1), (6, 1, 7, 1), (8, 0, 8, 5)]
    assert found.sheet.breaks == {(7, 24)}
    assert found.notes == (
        "list has 2 sheets with rows (友城, 说明), and 友城 is read; to read another, name it: "
        "list#说明",
    )


@pytest.mark.parametrize("kind", DALIAN)
@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list"])
def test_rows_are_read_with_their_places_whatever_the_file_is_called(kind: str, name: str) -> None:
    (document,) = read_pages(SourceFile(name, DALIAN[kind]), "zh")
    assert (document.id, document.path) == (f"zh:{name}#友城", f"{name}#友城")
    assert format_of(document).name == "spreadsheet"
    source = parse(document, load_home("CN"))
    found = [(r.host, r.partner, r.country, str(r.date), r.line) for r in source.records]
    assert found == RECORDS
    assert source.records[4].notes[0].text == "多行 备注"
    assert "not-understood" not in source.uses
    for record in source.records:
        for ref in (record.partner_ref, record.host_ref, record.date_ref, record.country_ref):
            assert ref is not None
            assert document.lines[ref.line - 1][ref.column - 1 : ref.end_column - 1] == ref.text
    assert source.records[1].host_ref.line == 3, "where the merged cell stands"


SHEETS = [
    (None, "first", 1),
    ("two", "two", 0),
    (" TWO ", "two", 0),
    ("4", "hidden", 0),
    ("3", "empty 3", None),
]


@pytest.mark.parametrize(("part", "name", "notes"), SHEETS)
def test_sheets_by_name_and_by_number(part: str | None, name: str, notes: int | None) -> None:
    book = dalian()
    book["友城"].title = "first"
    book["说明"].title = "two"
    book.create_sheet("empty 3")
    hidden = book.create_sheet("hidden")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "x"
    data = saved(book)
    if notes is None:
        with pytest.raises(ReconcileError, match="the sheet 'empty 3' is empty"):
            read_workbook(data, "list", part, LIMIT)
        return
    found = read_workbook(data, "list", part, LIMIT)
    assert (found.name, len(found.notes)) == (name, notes)


def test_the_only_sheet_with_rows_needs_no_word() -> None:
    book = dalian()
    book["说明"]["A1"] = None
    book.move_sheet("说明", -1)
    found = read_workbook(saved(book), "list", None, LIMIT)
    assert (found.name, found.notes) == ("友城", ())


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, text in parts.items():
            new.writestr(name.replace("__", "/").replace("_DOT_", "."), text)
    return out.getvalue()


ONE = xlsx([["host", "partner"], ["Dalian", "Kitakyushu"]])
CORNER = (
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="{0}"><c r="{1}{0}"><v>2</v></c></row></sheetData>'
)
TOO_LARGE = {
    "a cell in the last column": (
        with_sheet(CORNER.format(9, "XFD")),
        "cell XFD9 holds a text beyond",
    ),
    "a cell in the last row": (
        with_sheet(CORNER.format(1048576, "A")),
        "cell A1048576 holds a text",
    ),
    "blanks that unpack to far more": (with_sheet(" " * 60_000_000), "more than 50 MB"),
    "very many shared strings": (
        with_strings("<si><t>a</t></si>" * 4_000_000, ""),
        "more than 50 MB",
    ),
    "one long string in many cells": (
        with_strings(
            f"<si><t>{'a' * 99_000}</t></si>",
            "<sheetData>" + "<row>" + '<c t="s"><v>0</v></c>' * 600 + "</row></sheetData>",
        ),
        "its texts have more than 50,000,000 characters",
    ),
    "one endless cell": (
        with_strings(f"<si><t>{'a' * 100_001}</t></si>", '<row><c t="s"><v>0</v></c></row>'),
        "cell A1 has more than 100,000 characters",
    ),
    "a row that is repeated": (ods(table(row(cell("x"), repeated=1048576))), "below row 200,000"),
    "a cell that is repeated": (
        ods(table(row(cell("x", 'table:number-columns-repeated="16384"')))),
        "beyond column 1,000",
    ),
    "repeated both ways": (
        ods(table(row(cell("x", 'table:number-columns-repeated="900"'), repeated=190_000))),
        "more than 1,000,000 cells",
    ),
    "very many merged cells": (
        with_sheet(
            '<row><c><v>1</v></c></row><mergeCell ref="A1:B2"/>'
            + '<mergeCell ref="A1:B2"/>' * 100_000
        ),
        "more than 100,000 cells are merged",
    ),
}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_what_is_too_large_to_be_a_list_is_refused_in_one_sentence(name: str) -> None:
    data, message = TOO_LARGE[name]
    assert len(data) < 300_000, "a small file asks for much memory"
    with pytest.raises(ReconcileError) as error:
        read_pages(SourceFile("list.xlsx", data), "zh")
    assert message in error.value.message
    assert error.value.path == "list.xlsx"


REFUSED = {
    "cut off": (ONE[:-40], "this workbook is damaged or cut off"),
    "a part that is cut off": (
        with_sheet("<sheetData><row>"),
        "damaged or cut off (/xl/worksheets",
    ),
    "no sheet with rows": (xlsx([[None]]), "this workbook has no sheet with rows"),
    "a document type": (
        with_parts(ONE, {"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'}),
        "a document type is declared",
    ),
    "nested without end": (with_sheet("<a>" * 1000), "elements are nested too deeply"),
    "no workbook": (zipped(a_DOT_csv="x"), "this is a zip archive; unpack it and name the file"),
    "XLSB": (zipped(xl__workbook_DOT_bin="x"), "this is a binary workbook (.xlsb)"),
    "DOCX": (zipped(word__document_DOT_xml="x"), "this is a text document"),
    "ODT": (
        zipped(mimetype="application/vnd.oasis.opendocument.text", content_DOT_xml="x"),
        "this is an office document, and no spreadsheet",
    ),
    "XLSX with a password": ((DATA / "locked.xlsx").read_bytes(), "protected by a password"),
    "ODS with a password": (
        ods("x", manifest="<m><file-entry><encryption-data/></file-entry></m>"),
        "protected by a password",
    ),
    "XLS cut off": (
        (DATA / "dalian.xls").read_bytes()[:3000],
        "old workbook is damaged or cut off",
    ),
    "an old document that is no workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "old",
    ),
    "an empty zip": (zipped(), "this is an empty zip archive"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_name_what_was_seen(name: str) -> None:
    data, message = REFUSED[name]
    with pytest.raises(ReconcileError) as error:
        read_pages(SourceFile("list.xlsx", data), "zh")
    assert message in error.value.message
    assert error.value.path == "list.xlsx"


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(ReconcileError) as error:
        read_workbook(DALIAN["XLSX"], "list.xlsx", "友城2", LIMIT)
    assert error.value.message == (
        "this workbook has no sheet '友城2'; it has 友城, 说明; did you mean 友城?"
    )


def test_a_part_of_what_has_no_parts_is_refused() -> None:
    with pytest.raises(ReconcileError, match="no workbook, and has no part 'A'"):
        read_pages(SourceFile("list.csv", b"host,partner\nx,y\n", part="A"), "zh")


def test_a_zip_that_lies_about_its_sizes_is_damaged() -> None:
    data = bytearray(with_sheet("<sheetData>" + " " * 5000 + "</sheetData>"))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as old:
        size = old.getinfo("xl/worksheets/sheet1.xml").file_size
    place = data.rindex(size.to_bytes(4, "little"))
    data[place : place + 4] = (100).to_bytes(4, "little")
    with pytest.raises(ReconcileError, match="damaged or cut off"):
        read_workbook(bytes(data), "list.xlsx", None, LIMIT)
