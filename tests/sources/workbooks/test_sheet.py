from __future__ import annotations

import pytest

from reconcile.sources.workbooks.sheet import Cells, Size, cell_name, read_cell_name


def cells() -> Cells:
    return Cells("A", "list.xlsx", Size())


def test_rows_are_lines_and_columns_stand_between_tabs() -> None:
    sheet = cells()
    sheet.put(2, 1, " b3 ")
    sheet.put(0, 0, "a1")
    sheet.put(0, 2, "c1")
    sheet.put(5, 0, "   ")
    assert sheet.finished().text == "a1\t\tc1\n\n\tb3\n"


def test_breaks_and_tabs_within_cells_are_blanks_and_breaks_are_remembered() -> None:
    sheet = cells()
    sheet.put(0, 0, "a\r\nb\tc")
    sheet.put(0, 1, "d\u2028e\nf")
    found = sheet.finished()
    assert found.text == "a b c\td e f\n"
    assert found.sheet.breaks == {(1, 1), (1, 9)}


def test_merged_cells_end_where_the_sheet_does() -> None:
    sheet = cells()
    sheet.put(0, 0, "a")
    sheet.put(2, 1, "b")
    sheet.merge(0, 0, 1048575, 0)
    sheet.merge(1, 1, 1, 16383)
    sheet.merge(2, 1, 2, 1)
    assert sheet.finished().sheet.merged == ((1, 0, 3, 0),), "the others hold nothing, or one cell"


@pytest.mark.parametrize(
    ("name", "place"), [("A1", (0, 0)), ("$B$7", (6, 1)), ("xfd1048576", (1048575, 16383))]
)
def test_names_of_cells(name: str, place: tuple[int, int]) -> None:
    assert read_cell_name(name) == place
    assert cell_name(*place) == name.replace("$", "").upper()


@pytest.mark.parametrize("name", ["", "A", "1", "A0", "AAAA1", "A12345678", "甲1", "A1:B2"])
def test_what_is_no_name_of_a_cell(name: str) -> None:
    assert read_cell_name(name) is None
