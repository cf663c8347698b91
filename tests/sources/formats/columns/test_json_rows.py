"""JSON: arrays, lines and nested objects as rows, exact places, and refusals."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.models import Side
from reconcile.sources import Layout
from reconcile.sources.formats.columns.meaning import read_map
from tests.sources.column_texts import CELLS, assert_true_places, cells_of, read_columns, stated

TABLES: dict[str, tuple[Side, str, list[tuple[object, ...]]]] = {
    "an array of objects": (
        "zh",
        '[\n{"host": "长沙市", "友城": "\\u9e7f\\u513f\\u5c9b", "country": "日本", "date": 1982},\n'
        ' {"host": "长沙市", "友城": "圣保罗", "country": null}\n]\n',
        [("", "长沙市", "鹿儿岛", "JP", "1982", 2), ("", "长沙市", "圣保罗", None, "", 3)],
    ),
    "JSON lines": (
        "en",
        '{"host": "Jinan", "partner": "Vantaa"}\n\n{"host": "Jinan", "partner": "Coventry"}\n',
        [("", "Jinan", "Vantaa", None, "", 1), ("", "Jinan", "Coventry", None, "", 3)],
    ),
    "lists inside objects": (
        "zh",
        '{"total": 2, "rows": [{"name": "上海市", "partners": [\n'
        '  {"name": "橫濱", "country": {"name": "日本"}},\n  {"name": "仁川"}]}]}',
        [("", "上海市", "橫濱", "JP", "", 2), ("", "上海市", "仁川", None, "", 3)],
    ),
    "answers of a query service": (
        "en",
        '{"results": {"bindings": [{"city": {"type": "literal", "value": "Jinan"},\n'
        '"partner": {"type": "literal", "value": "Vantaa"}}]}}',
        [("", "Jinan", "Vantaa", None, "", 2)],
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


def test_escapes_keep_their_place() -> None:
    text = '[{"host": "上海市", "partner": "\\ud83c\\udf0d\\u6a6b\\u6ff1"}]'
    (record,) = read_columns(text).records
    assert record.partner == "🌍橫濱"
    assert record.partner_ref.text == "\\ud83c\\udf0d\\u6a6b\\u6ff1"


def test_a_row_without_partner_is_no_record() -> None:
    source = read_columns('[{"host": "长沙市", "partner": null, "country": "美国"}]')
    (row,) = source.partnerless
    assert (row.host, row.country, row.ref.text) == ("长沙市", "US", "null")


ERRORS: list[tuple[str, str | None, str, int | None]] = [
    ('[{"host": "x", "partner": "y"},\n {"host": "x" "y"}]', None, "} should stand here", 2),
    ('[{"host": "x", "partner": "y"},\n {"host": nan}]', None, "a value should stand here", 2),
    ('[{"host": "x", "partner": "y\nz"}]', None, "invalid control character", 1),
    ('[{"partner": "y", "partner": "z"}]', None, "'partner' stands twice", 1),
    ('[{"host": "x", "partner": "\\ud800"}]', None, "U+D800 is no character", 1),
    ('[{"host": "x", "partner": "' + "y" * 100_001 + '"}]', None, "100,000 characters", 1),
    ("[" * 100_000, None, "deeper than", 1),
    ('{"a":' * 100_000, None, "deeper than", 1),
    ('[{"a": 1, "b": 2}]', None, "the columns are a, b", 1),
    ("[]", None, "no objects", None),
]


@pytest.mark.parametrize(("text", "columns", "message", "line"), ERRORS)
def test_refusals(text: str, columns: str | None, message: str, line: int | None) -> None:
    layout = Layout(columns=read_map(columns) if columns else ())
    with pytest.raises(ReconcileError) as error:
        read_columns(text, layout=layout)
    assert message in error.value.message
    assert error.value.line == line
    assert len(str(error.value)) < 400


def test_endless_numbers_are_digits() -> None:
    text = '[{"host": "上海市", "partner": "橫濱", "date": ' + "9" * 50_000 + "}]"
    (record,) = read_columns(text).records
    assert record.date is None


@given(st.lists(CELLS, min_size=1, max_size=6), st.booleans(), st.booleans())
def test_what_is_written_as_json_is_read_back(values: list[str], ascii_: bool, lines: bool) -> None:
    rows = [{"host": "a", "partner": "b", "x": v} for v in values]
    if lines:
        text = "\n".join(json.dumps(r, ensure_ascii=ascii_) for r in rows)
    else:
        text = json.dumps(rows, ensure_ascii=ascii_, indent=1)
    assert [c.text for c in cells_of(text, "json")] == values
