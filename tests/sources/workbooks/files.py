"""Workbooks for the tests: XLSX by openpyxl, ODS by hand, and both with parts put in by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

TITLES = ["序号", "省市", "友好城市", "国家", "结好时间", "备注"]
ROWS: list[list[object]] = [
    [1, "大连市", "北九州市", "日本", datetime(1979, 5, 1), None],
    [2, None, "奥克兰", "美国", datetime(1982, 3, 30), None],
    [3, None, "舞鹤市", "日本", 30079, "x"],
    [4, "济南市", "罗斯托克", "德国", datetime(1988, 5, 16), None],
    [5, None, "勒阿弗尔", "法国", datetime(1985, 11, 23), "多行\n备注"],
]
TEXT = (
    "大连市国际友好城市一览表（截至2020年12月）\n"
    "序号\t省市\t友好城市\t国家\t结好时间\t备注\n"
    "1\t大连市\t北九州市\t日本\t1979-05-01\n"
    "2\t\t奥克兰\t美国\t1982-03-30\n"
    "3\t\t舞鹤市\t日本\t30079\tx\n"
    "4\t济南市\t罗斯托克\t德国\t1988-05-16\n"
    "5\t\t勒阿弗尔\t法国\t1985-11-23\t多行 备注\n"
    "注：以上数据由市外办提供\n"
)
"""What the sheet of `dalian` is read as."""
RECORDS = [
    ("大连市", "北九州市", "JP", "1979-05-01", 3),
    ("大连市", "奥克兰", "US", "1982-03-30", 4),
    ("大连市", "舞鹤市", "JP", "1982-05-08", 5),
    ("济南市", "罗斯托克", "DE", "1988-05-16", 6),
    ("济南市", "勒阿弗尔", "FR", "1985-11-23", 7),
]


def dalian() -> Workbook:
    """A workbook as an office writes it: a title, merged hosts, real dates, a remark below."""
    book = Workbook()
    sheet = first_sheet(book)
    sheet.title = "友城"
    sheet.append(["大连市国际友好城市一览表（截至2020年12月）"])
    rows: list[list[object]] = [[*TITLES], *ROWS, ["注：以上数据由市外办提供"]]
    for row in rows:
        sheet.append(row)
    for cells in ("A1:F1", "B3:B5", "B6:B7", "A8:F8"):
        sheet.merge_cells(cells)
    for row_number in range(3, 8):
        sheet[f"E{row_number}"].number_format = "yyyy/m/d"
    sheet["E5"].number_format = "General"
    book.create_sheet("说明")["A1"] = "说明文字"
    return book


def first_sheet(book: Workbook) -> Worksheet:
    """The sheet that a new workbook has."""
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    for row in rows:
        first_sheet(book).append(list(row))
    for cells in merged:
        first_sheet(book).merge_cells(cells)
    return saved(book)


def with_parts(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """A zip with other or more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def with_sheet(inside: str) -> bytes:
    """An XLSX whose one sheet is the XML given; without row and cell names where it has none."""
    text = f'<worksheet xmlns="urn:x">{inside}</worksheet>'
    return with_parts(xlsx([["x"]]), {"xl/worksheets/sheet1.xml": text})


def with_strings(strings: str, inside: str) -> bytes:
    """An XLSX with shared strings, as Excel and others write them."""
    book = xlsx([["x"]])
    with zipfile.ZipFile(io.BytesIO(book)) as old:
        relations = old.read("xl/_rels/workbook.xml.rels").decode()
    shared = '<Relationship Id="s" Type="http://x/sharedStrings" Target="/xl/Strings.xml"/>'
    return with_parts(
        book,
        {
            "xl/_rels/workbook.xml.rels": relations.replace(
                "</Relationships>", f"{shared}</Relationships>"
            ),
            "xl/strings.xml": f"<sst>{strings}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet>{inside}</worksheet>",
        },
    )


_ODS = (
    '<office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" '
    'xmlns:style="urn:s" xmlns:calcext="urn:c">{styles}<office:body><office:spreadsheet>{tables}'
    "</office:spreadsheet></office:body></office:document-content>"
)


def ods(tables: str, styles: str = "", manifest: str = "<manifest/>") -> bytes:
    """An ODS with these `table:table` elements."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", 8) as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        new.writestr("content.xml", _ODS.format(styles=styles, tables=tables))
        new.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def table(rows: str, name: str = "A", style: str = "") -> str:
    """A table of an ODS."""
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def row(*cells: str, repeated: int = 1) -> str:
    """A row of an ODS."""
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}'
        "</table:table-row>"
    )


def cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    """A cell of an ODS with one paragraph."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"
