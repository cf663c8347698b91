from __future__ import annotations

from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from reconcile.sources.workbooks import Chosen, read_workbook
from tests.sources.workbooks.files import (
    first_sheet,
    saved,
    with_parts,
    with_sheet,
    with_strings,
    xlsx,
)


def read(data: bytes) -> Chosen:
    return read_workbook(data, "list.xlsx", None, 50_000_000)


VALUES: list[tuple[object, str, str]] = [
    (datetime(1988, 5, 16), "yyyy-mm-dd h:mm:ss", "1988-05-16"),
    (datetime(1988, 5, 16, 8, 30), "yyyy-mm-dd h:mm:ss", "1988-05-16 08:30"),
    (date(1985, 11, 1), 'yyyy"年"m"月"', "1985-11"),
    (date(1985, 1, 1), "yyyy", "1985"),
    (1985.0, "General", "1985"),
    (1985.1, "0.00", "1985.10"),
    (True, "General", "TRUE"),
    ("#N/A", "General", "#N/A"),
    ("  blanks  around ", "General", "blanks  around"),
    ("=A2", "@", "=A2"),
]


@pytest.mark.parametrize(("value", "code", "shown"), VALUES)
def test_values_are_what_their_cells_show(value: object, code: str, shown: str) -> None:
    book = Workbook()
    cell = first_sheet(book)["B2"]
    cell.value = value
    cell.number_format = code
    if shown.startswith("="):
        cell.data_type = "s"
    assert read(saved(book)).text == f"\n\t{shown}\n"


def test_days_counted_from_1904() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    first_sheet(book).append([datetime(1985, 11, 23), 28617])
    found = read(saved(book))
    assert found.text == "1985-11-23\t28617\n"
    assert found.sheet.date1904


def test_formulas_without_a_result_are_told() -> None:
    found = read(xlsx([["a", "=1+1", "=2"]]))
    assert found.text == "a\n"
    assert found.notes == (
        "in list.xlsx#Sheet 2 formulas have no stored result and counts as empty; open the file in "
        "a spreadsheet program and save it",
    )


def test_results_of_formulas() -> None:
    row = (
        '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>"a"</f><v>a</v></c>'
        '<c t="str"><f>""</f><v></v></c><c t="b"><f>1</f><v>0</v></c>'
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    found = read(with_sheet(f"<sheetData>{row}</sheetData>"))
    assert (found.text, found.notes) == ("2\ta\t\tFALSE\t#DIV/0!\n", ())


def test_rich_text_without_phonetic_guides_and_with_escapes() -> None:
    strings = (
        "<si><r><t>北九</t></r><r><rPr/><t>州市</t></r><rPh><t>きたきゅう</t></rPh></si>"
        "<si><t>a_x000D_\nb</t></si>"
    )
    inside = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>7</v></c></row>'
    found = read(with_strings(strings, inside))
    assert found.text == "北九州市\ta b\n"
    assert found.sheet.breaks == {(1, 6)}


def test_cells_without_names_with_a_prefix_and_as_iso_dates() -> None:
    rows = (
        '<x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c t="d">'
        '<x:v>1985-11-23T00:00:00</x:v></x:c></x:row><x:row r="4"><x:c r="C4"><x:v>5</x:v></x:c>'
        "<x:c><x:v>6</x:v></x:c></x:row>"
    )
    assert read(with_sheet(rows)).text == "a\t1985-11-23\n\n\n\t\t5\t6\n"


def test_parts_are_found_by_their_relations() -> None:
    book = xlsx([["a"]])
    moved = with_parts(
        book,
        {
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" '
            'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" '
            'Target="/xl/Tables/Eins.xml"/></Relationships>',
            "xl\\tables\\eins.xml": "<worksheet><row><c><v>7</v></c></row></worksheet>",
        },
    )
    assert read(moved).text == "7\n"


def test_numbers_of_rows_and_styles_that_are_none() -> None:
    rows = '<row r="0"><c s="9999"><v>1</v></c></row><row r="x"><c s="-1" r="?"><v>2</v></c></row>'
    assert read(with_sheet(rows)).text == "1\n2\n"
