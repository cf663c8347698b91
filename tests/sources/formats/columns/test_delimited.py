"""CSV and TSV: quotes and delimiters, exact places, and refusals."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.models import Side
from reconcile.sources import Layout
from reconcile.sources.formats.columns.meaning import read_map
from tests.sources.column_texts import CELLS, assert_true_places, cells_of, read_columns, stated

TABLES: dict[str, tuple[Side, str, list[tuple[object, ...]]]] = {
    "quotes, a line break in a field, hosts named once": (
        "zh",
        "省份,主方,友好城市,國家,结好时间,备注\r\n"
        '湖南省,长沙市,鹿儿岛,日本,1982-10-30,"一,二\r\n三"\r\n'
        ",,圣保罗,美国,1988年5月9日,\r\n"
        "广东省,广州市,洛杉矶,US,1981,\r\n",
        [
            ("湖南省", "长沙市", "鹿儿岛", "JP", "1982-10-30", 2),
            ("湖南省", "长沙市", "圣保罗", "US", "1988-05-09", 4),
            ("广东省", "广州市", "洛杉矶", "US", "1981", 5),
        ],
    ),
    "rows of one host stand together, whatever the order": (
        "en",
        "Since;Sister city;City;Country\n"
        "1982;Kagoshima;Changsha;Japan\n"
        "1981;Los Angeles;Guangzhou;United States\n"
        "1988;Saint Paul;Changsha;United States\n",
        [
            ("", "Changsha", "Kagoshima", "JP", "1982", 2),
            ("", "Changsha", "Saint Paul", "US", "1988", 4),
            ("", "Guangzhou", "Los Angeles", "US", "1981", 3),
        ],
    ),
    "two columns called city": (
        "zh",
        "城市\t國家\t城市\t日期\n长沙市\t日本\t鹿儿岛\t1982\n",
        [("", "长沙市", "鹿儿岛", "JP", "1982", 2)],
    ),
    "a partner that is called like a country, and a code for a country": (
        "en",
        "host,partner,country code\nDalian,Luxembourg,LUX\nJinan,Vantaa,FI\n",
        [
            ("", "Dalian", "Luxembourg", "LU", "", 2),
            ("", "Jinan", "Vantaa", "FI", "", 3),
        ],
    ),
    "short rows": (
        "en",
        "host,partner,country,date\nJinan,Vantaa\nJinan,Coventry,United Kingdom\n",
        [("", "Jinan", "Vantaa", None, "", 2), ("", "Jinan", "Coventry", "GB", "", 3)],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_named_columns(name: str) -> None:
    side, text, rows = TABLES[name]
    source = read_columns(text, side)
    assert stated(source) == rows
    assert "not-understood" not in source.uses
    assert_true_places(source)


@pytest.mark.parametrize("name", TABLES)
def test_line_ends_and_encodings_change_nothing(name: str) -> None:
    side, text, rows = TABLES[name]
    for data in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        assert stated(read_columns(data, side)) == rows


def test_values_of_sparql_have_a_language_or_type() -> None:
    head = "?host\t?partner\t?country\t?start\n"
    typed = '"1985-11-23T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    text = f'{head}"长沙市"@zh-hans\t"鹿儿岛"@zh\t"日本"@zh\t{typed}\n'
    (record,) = read_columns(text).records
    assert (record.host, record.partner, record.country) == ("长沙市", "鹿儿岛", "JP")
    assert str(record.date) == "1985-11-23"


def test_a_row_with_a_text_too_many_is_not_understood() -> None:
    source = read_columns("host,partner,country\nJinan,Vantaa,Finland,\nJinan,Bo,Ness,UK\n", "en")
    assert [r.partner for r in source.records] == ["Vantaa"]
    assert source.uses == ("structure", "record", "not-understood")


def test_doubled_quotes_keep_their_place() -> None:
    (quoted,) = read_columns('host,partner\n上海市,"橫""濱"\n').records
    assert (quoted.partner, quoted.partner_ref.text) == ('橫"濱', '橫""濱')


ERRORS: list[tuple[str, str | None, str, int | None]] = [
    ('host,partner\nx,y\nx,"y\n', None, "the quote that begins here is never closed", 3),
    ("host,partner\nx," + "y" * 100_001, None, "more than 100,000 characters", 2),
    ("host,partner\n" + "x," * 2_000, None, "more than 1,000 fields", 2),
    ("host,partner\n" + "x,y\n" * 5_001, None, "more than 5,000 rows stand under one host", 5_002),
]


@pytest.mark.parametrize(("text", "columns", "message", "line"), ERRORS)
def test_refusals(text: str, columns: str | None, message: str, line: int | None) -> None:
    layout = Layout(columns=read_map(columns) if columns else ())
    with pytest.raises(ReconcileError) as error:
        read_columns(text, layout=layout)
    assert message in error.value.message
    assert error.value.line == line
    assert len(str(error.value)) < 400


@given(st.lists(CELLS, min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_what_is_written_as_csv_is_read_back(values: list[str], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([["host", "partner", "x"], *(["a", "b", v] for v in values)])
    form = "tsv" if delimiter == "\t" else "csv"
    assert [c.text for c in cells_of(out.getvalue(), form)] == [
        v.replace("\r", " ") for v in values
    ]
