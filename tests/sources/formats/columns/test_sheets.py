"""Sheets of a workbook as rows: titles in one row or two, none, spans, headings among the rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reconcile.errors import ReconcileError
from reconcile.models import ParsedSource
from reconcile.places.home import load_home
from reconcile.sources import Layout, SourceFile, parse, read_side
from tests.sources.workbooks.files import with_sheet, xlsx

Rows = Sequence[Sequence[object]]


def read(
    rows: Rows, merged: Sequence[str] = (), columns: tuple[tuple[str, str], ...] = ()
) -> ParsedSource:
    file = SourceFile("list.xlsx", xlsx(rows, merged))
    (document,) = read_side([file], "zh", Layout(columns=columns))
    return parse(document, load_home("CN"))


def shown(source: ParsedSource) -> list[tuple[object, ...]]:
    return [
        (r.section, r.host, r.partner, r.country, str(r.date or ""), r.row_line)
        for r in source.records
    ]


SHEETS: dict[str, tuple[Rows, list[str], list[tuple[object, ...]]]] = {
    "titles in two rows": (
        [
            ["序号", "中方", None, "外方", None, "结好时间"],
            [None, "省", "市", "国家", "城市", None],
            [1, "辽宁省", "大连市", "日本", "北九州市", 1979],
            [2, None, None, "美国", "奥克兰", 1982],
            [3, "山东省", "济南市", "英国", "考文垂", 1983],
        ],
        ["A1:A2", "B1:C1", "D1:E1", "F1:F2", "B3:B4", "C3:C4"],
        [
            ("辽宁省", "大连市", "北九州市", "JP", "1979", 3),
            ("辽宁省", "大连市", "奥克兰", "US", "1982", 4),
            ("山东省", "济南市", "考文垂", "GB", "1983", 5),
        ],
    ),
    "headings across the sheet": (
        [
            ["附件1"],
            ["大连市友好城市名单"],
            ["序号", "国家", "城市", "时间"],
            ["一、友好城市"],
            [1, "日本", "北九州市", "1979.5"],
            ["二、友好合作城市", None, None, None],
            [2, "美国", "奥克兰", "1982.3"],
            ["合计", 2],
        ],
        ["A2:D2", "A4:D4", "A6:D6"],
        [
            ("一、友好城市", "大连市", "北九州市", "JP", "1979-05", 5),
            ("二、友好合作城市", "大连市", "奥克兰", "US", "1982-03", 7),
        ],
    ),
    "a partner of two hosts": (
        [
            ["主方", "友城", "国家"],
            ["大连市", "北九州市", "日本"],
            ["济南市", None, None],
        ],
        ["B2:B3", "C2:C3"],
        [("", "大连市", "北九州市", "JP", "", 2), ("", "济南市", "北九州市", "JP", "", 3)],
    ),
    "failed formulas are nothing": (
        [["主方", "友城", "国家"], ["大连市", "北九州市", "#N/A"], ["大连市", "#REF!", "日本"]],
        [],
        [("", "大连市", "北九州市", None, "", 2)],
    ),
    "titles that nobody knows": (
        [["甲", "乙", "丙"], ["大连市", "北九州市", "日本"], [None, "奥克兰", "美国"]],
        ["A2:A3"],
        [("", "大连市", "北九州市", "JP", "", 2), ("", "大连市", "奥克兰", "US", "", 3)],
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_rows(name: str) -> None:
    rows, merged, expected = SHEETS[name]
    source = read(rows, merged)
    assert shown(source) == expected


def test_columns_that_the_user_names() -> None:
    rows = [["甲", "乙", "丙"], ["大连市", "北九州市", "日本"]]
    expected = [("", "大连市", "北九州市", "JP", "", 2)]
    assert (
        shown(read(rows, columns=(("host", "甲"), ("partner", "乙"), ("country", "3")))) == expected
    )
    rows = [["大连市", "北九州市", "日本"], ["大连市", "奥克兰", "美国"]]
    numbered = (("host", "1"), ("partner", "2"), ("country", "3"))
    assert [r.partner for r in read(rows, columns=numbered).records] == ["北九州市", "奥克兰"]
    with pytest.raises(ReconcileError, match="there is no column '丁'"):
        read(rows, columns=(("partner", "丁"),))


def test_a_line_break_within_a_cell_parts_what_it_holds() -> None:
    source = read([["主方", "友城", "国家"], ["大连市", "北九州市\n舞鹤市", "日本"]])
    assert [(r.partner, r.line) for r in source.records] == [("北九州市", 2), ("舞鹤市", 2)]
    assert source.document.lines[1] == "大连市\t北九州市 舞鹤市\t日本"


def test_merged_cells_that_span_too_much_are_refused() -> None:
    rows = "<row><c><v>1</v></c><c><v>1</v></c></row>"
    last = '<row r="150000"><c r="CV150000"><v>1</v></c></row>'
    data = with_sheet(f'{rows}{last}<mergeCell ref="A1:CV150000"/>')
    (document,) = read_side([SourceFile("list.xlsx", data)], "zh")
    with pytest.raises(ReconcileError, match="merged cells span more than 1,000,000 others"):
        parse(document, load_home("CN"))
