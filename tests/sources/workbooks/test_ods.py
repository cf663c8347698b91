from __future__ import annotations

import pytest

from reconcile.sources.workbooks import Chosen, read_workbook
from tests.sources.workbooks.files import cell, ods, row, table


def read(*rows: str) -> Chosen:
    return read_workbook(ods(table("".join(rows))), "list.ods", None, 50_000_000)


DATE = 'office:value-type="date" office:date-value'
VALUES = [
    (cell("23.11.85", f'{DATE}="1985-11-23"'), "1985-11-23"),
    (cell("1985年11月", f'{DATE}="1985-11-01"'), "1985-11"),
    (cell("1985", f'{DATE}="1985-01-01"'), "1985"),
    (cell("16/5/88 8:30", f'{DATE}="1988-05-16T08:30:00"'), "1988-05-16 08:30:00"),
    (cell("16/5/88 0:00", f'{DATE}="1988-05-16T00:00:00"'), "1988-05-16"),
    (cell("1,985", 'office:value-type="float" office:value="1985"'), "1985"),
    (cell("1985.10", 'office:value-type="float" office:value="1985.1"'), "1985.10"),
    (cell("WAHR", 'office:value-type="boolean" office:boolean-value="true"'), "TRUE"),
    (cell("Err", 'office:value-type="string" calcext:value-type="error"'), "Err"),
    (cell("a<text:s text:c='3'/>b<text:tab/>c<text:a>d</text:a>"), "a b cd"),
    ('<table:table-cell office:value-type="string" office:string-value="only"/>', "only"),
]


@pytest.mark.parametrize(("xml", "shown"), VALUES)
def test_values_are_what_their_cells_show(xml: str, shown: str) -> None:
    assert read(row(xml)).text == f"{shown}\n"


def test_repeated_and_merged_cells() -> None:
    found = read(
        row("<table:table-cell/>", repeated=2),
        row(
            cell("a", 'table:number-columns-repeated="2"'),
            '<table:table-cell table:number-columns-repeated="2"/>',
            cell("b", 'table:number-rows-spanned="2" table:number-columns-spanned="1"'),
        ),
        row(cell("c"), "<table:covered-table-cell><text:p>old</text:p></table:covered-table-cell>"),
        row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=1048570),
    )
    assert found.text == "\n\na\ta\t\t\tb\nc\n"
    assert found.sheet.merged == ((3, 4, 4, 4),)


def test_paragraphs_are_lines_of_a_cell_and_comments_none_of_it() -> None:
    xml = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p>'
        "</office:annotation><text:p>a</text:p><text:p>b<text:line-break/>c</text:p>"
        "</table:table-cell>"
    )
    found = read(row(xml))
    assert found.text == "a b c\n"
    assert found.sheet.breaks == {(1, 1), (1, 3)}


def test_a_formula_without_a_result_is_told() -> None:
    (note,) = read(row(cell("a"), '<table:table-cell table:formula="of:=1"/>')).notes
    assert "a formula has no stored result" in note


def test_hidden_sheets_and_tables_in_cells() -> None:
    styles = (
        '<style:style style:name="t1"><style:table-properties table:display="false"/></style:style>'
    )
    tables = table(row(cell("hidden")), "H", "t1") + table(
        row(cell(f"shown{table(row(cell('inner')))}")), "S"
    )
    found = read_workbook(ods(tables, styles), "list.ods", None, 50_000_000)
    assert (found.name, found.text, found.notes) == ("S", "shown\n", ())
    assert read_workbook(ods(tables, styles), "list.ods", "H", 50_000_000).text == "hidden\n"
