"""Tables with named columns (CSV, TSV, JSON): rows, exact places, refusals, and the seeds."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.models import ParsedSource, Record, Result, Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.places.home import load_home
from reconcile.sources import Layout, SourceFile, format_of, parse, read_side
from reconcile.sources.blocks import Table
from reconcile.sources.formats.columns.meaning import known_columns, read_map
from reconcile.sources.inline import Inline
from tests.conftest import AS_OF, EN_SEED, ZH_SEED, parsed, seed_result

Row = dict[str, str]


def read(text: str | bytes, side: Side = "zh", layout: Layout | None = None) -> ParsedSource:
    data = text if isinstance(text, bytes) else text.encode()
    (document,) = read_side([SourceFile("list", data)], side, layout or Layout())
    return parse(document, load_home("CN"))


def shown(source: ParsedSource) -> list[tuple[object, ...]]:
    return [
        (r.section, r.host, r.partner, r.country, str(r.date or ""), r.line) for r in source.records
    ]


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
    source = read(text, side)
    assert shown(source) == rows
    assert "not-understood" not in source.uses
    assert_true_places(source)


@pytest.mark.parametrize("name", TABLES)
def test_line_ends_and_encodings_change_nothing(name: str) -> None:
    side, text, rows = TABLES[name]
    for data in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        assert shown(read(data, side)) == rows


def test_markup_in_fields_makes_no_page_of_a_table() -> None:
    rows = [{"host": "[[上海市]]", "partner": "{{flag|JPN}} [[橫濱]]<br>[x](y)"}] * 9
    assert len(read(json.dumps(rows)).blocks) == 1
    named = read(written_csv(rows))
    assert len(named.blocks) == 1
    assert "not-understood" not in named.uses


def assert_true_places(source: ParsedSource) -> None:
    for record in source.records:
        for ref in (record.partner_ref, record.host_ref, record.country_ref, record.date_ref):
            if ref is not None:
                line = source.document.lines[ref.line - 1]
                assert line[ref.column - 1 : ref.end_column - 1] == ref.text != ""


def test_other_columns_of_a_row() -> None:
    (record,) = read(
        "City,Partner,Partner state,Link,Code,Status,Remarks,Since\n"
        "Jinan,Vantaa,Uusimaa,https://en.wikipedia.org/wiki/Vantaa_(city),FIN,ended,x,soon\n",
        "en",
    ).records
    assert (record.parent, record.target, record.country, record.ended) == (
        "Uusimaa",
        "Vantaa (city)",
        "FI",
        True,
    )
    assert [n.text for n in record.notes] == ["soon", "x"]


def test_a_row_with_a_text_too_many_is_not_understood() -> None:
    source = read("host,partner,country\nJinan,Vantaa,Finland,\nJinan,Bo,Ness,UK\n", "en")
    assert [r.partner for r in source.records] == ["Vantaa"]
    assert source.uses == ("structure", "record", "not-understood")


def test_a_row_without_partner_is_no_record() -> None:
    source = read('[{"host": "长沙市", "partner": null, "country": "美国"}]')
    (row,) = source.partnerless
    assert (row.host, row.country, row.ref.text) == ("长沙市", "US", "null")


def test_escapes_keep_their_place() -> None:
    text = '[{"host": "上海市", "partner": "\\ud83c\\udf0d\\u6a2a\\u6ff1"}]'
    (record,) = read(text).records
    assert record.partner == "🌍横濱"
    assert record.partner_ref.text == "\\ud83c\\udf0d\\u6a2a\\u6ff1"
    (quoted,) = read('host,partner\n上海市,"橫""濱"\n').records
    assert (quoted.partner, quoted.partner_ref.text) == ('橫"濱', '橫""濱')


MAPS: list[tuple[str, str, tuple[str, str]]] = [
    ("a,b,c\n上海市,橫濱,日本\n", "host=a,partner=b,country=c", ("上海市", "橫濱")),
    ("上海市,橫濱,日本\n上海市,大阪,日本\n", "host=1,partner=2", ("上海市", "橫濱")),
    ("城市,友城,a\n上海市,日本,橫濱\n", "partner=a, country=友城", ("上海市", "橫濱")),
    ('[{"x": {"y": "上海市"}, "z": "橫濱"}]', "host=x.y,partner=z", ("上海市", "橫濱")),
]


@pytest.mark.parametrize(("text", "columns", "first"), MAPS)
def test_the_user_says_what_columns_hold(text: str, columns: str, first: tuple[str, str]) -> None:
    record = read(text, layout=Layout(columns=read_map(columns))).records[0]
    assert (record.host, record.partner) == first


ERRORS: list[tuple[str, str | None, str, int | None]] = [
    ("a,b,c\n1,2,3\n", None, "the columns are a, b, c. Say which is which: --map host=", 1),
    ("host,partner\nx,y\n", "partner=prtner", "no column 'prtner'", 1),
    ("host,partner\nx,y\n", "partner=partners", "did you mean partner?", 1),
    ("host,partner,date,date\nx,y,1,2\n", None, "columns 3 and 4 are both called 'date'", 1),
    ('host,partner\nx,y\nx,"y\n', None, "the quote that begins here is never closed", 3),
    ("host,partner\nx," + "y" * 100_001, None, "more than 100,000 characters", 2),
    ("host,partner\n" + "x," * 2_000, None, "more than 1,000 fields", 2),
    ("host,partner\n" + "x,y\n" * 5_001, None, "more than 5,000 rows stand under one host", 5_002),
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
        read(text, layout=layout)
    assert message in error.value.message
    assert error.value.line == line
    assert len(str(error.value)) < 400


def test_endless_numbers_are_digits() -> None:
    text = '[{"host": "上海市", "partner": "橫濱", "date": ' + "9" * 50_000 + "}]"
    (record,) = read(text).records
    assert record.date is None


@pytest.mark.parametrize("text", ["host:x", "partner", "prtner=x", ""])
def test_a_map_that_says_nothing(text: str) -> None:
    with pytest.raises(ReconcileError):
        read_map(text)


def test_an_unknown_format() -> None:
    with pytest.raises(ReconcileError, match="did you mean csv"):
        read("host,partner\nx,y\n", layout=Layout("cvs"))


TITLES: list[tuple[str, str]] = [
    ("主方|国家|友城|结好时间", "host country partner date"),
    ("己方城市|国别|对方城市|缔结日期|备注", "host country partner date note"),
    ("省份|城市|友好城市|國家|締結時間", "section host partner country date"),
    ("中国城市|外国城市|所在国|签约年份", "host partner country date"),
    ("City|Sister city|Country|Since", "host partner country date"),
    ("Province|City|Twin town|State|Nation|Year", "section host partner parent country date"),
    ("host|partner|iso|date_signed|ended|url", "host partner code date status target"),
    ("都市|姉妹都市|国|提携年月日", "host partner country date"),
    ("Partner|Country", "partner country"),
    ("友好城市|国家|建立友好关系日期", "partner country date"),
]


@pytest.mark.parametrize(("titles", "columns"), TITLES)
def test_titles(titles: str, columns: str) -> None:
    found = known_columns(titles.split("|"))
    assert " ".join(c for c, _ in sorted(found.items(), key=lambda x: x[1])) == columns


CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('",;\n\r\t\\/'), max_size=8
)


def cells_of(text: str, form: str) -> list[Inline]:
    columns = read_map("host=host,partner=partner,note=x")
    (document,) = read_side(
        [SourceFile("list", text.encode())], "zh", Layout(form, columns=columns)
    )
    (table,) = format_of(document).read(document)
    assert isinstance(table, Table)
    cells = [c for row in table.rows for c in row.cells if not c.header]
    for cell in (c.content for c in cells):
        for i, char in enumerate(cell.text):
            end = cell.ends[i] if cell.ends else cell.offsets[i] + 1
            raw = document.text[cell.offsets[i] : end]
            assert raw in (char, char * 2) or raw[0] == "\\" or raw == "\r"
    return [c.content for c in cells if c.column == "note"]


@given(st.lists(CELLS, min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_what_is_written_as_csv_is_read_back(values: list[str], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([["host", "partner", "x"], *(["a", "b", v] for v in values)])
    form = "tsv" if delimiter == "\t" else "csv"
    assert [c.text for c in cells_of(out.getvalue(), form)] == [
        v.replace("\r", " ") for v in values
    ]


@given(st.lists(CELLS, min_size=1, max_size=6), st.booleans(), st.booleans())
def test_what_is_written_as_json_is_read_back(values: list[str], ascii_: bool, lines: bool) -> None:
    rows = [{"host": "a", "partner": "b", "x": v} for v in values]
    if lines:
        text = "\n".join(json.dumps(r, ensure_ascii=ascii_) for r in rows)
    else:
        text = json.dumps(rows, ensure_ascii=ascii_, indent=1)
    assert [c.text for c in cells_of(text, "json")] == values


# -- the seeds in other clothes --------------------------------------------------------------------

NAMES = ("section", "host", "parent", "partner", "target", "country", "code", "date")


def rows_of(source: ParsedSource) -> list[Row]:
    """The rows of a source, with those that name no partner and sections without rows."""
    rows: list[tuple[int, int, Row]] = [(r.row_line, r.line, _row(r)) for r in source.records]
    for r in source.partnerless:
        row = {"section": r.section, "host": r.host, "country": r.country_text or ""}
        rows.append((r.row_line, r.row_line, row | {"date": str(r.date or "")}))
    rows += [(s.ref.line, 0, {"section": s.title}) for s in source.sections if s.rows == 0]
    return [row for _, _, row in sorted(rows, key=lambda x: x[:2])]


def _row(r: Record) -> Row:
    stated = (r.section, r.host, r.parent, r.name if r.parent else r.partner, r.target)
    values = (*stated, r.country_text, r.code, str(r.date or ""))
    return {name: value or "" for name, value in zip(NAMES, values, strict=True)}


def written_csv(rows: Sequence[Row], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, NAMES, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


WRITERS: Mapping[str, Callable[[Sequence[Row]], bytes]] = {
    "csv": written_csv,
    "csv with ;": lambda rows: written_csv(rows, ";"),
    "tsv in UTF-16": lambda rows: written_csv(rows, "\t").decode().encode("utf-16"),
    "json": lambda rows: json.dumps(rows, indent=2).encode(),
    "json on one line": lambda rows: json.dumps(rows, ensure_ascii=False).encode(),
    "jsonl": lambda rows: "\n".join(json.dumps(r) for r in rows).encode(),
}
SEEDS: tuple[tuple[str, Side], ...] = ((ZH_SEED, "zh"), (EN_SEED, "en"))


@cache
def rewritten(writer: str) -> tuple[ParsedSource, ...]:
    return tuple(read(WRITERS[writer](rows_of(parsed(*seed))), seed[1]) for seed in SEEDS)


@pytest.mark.parametrize("writer", WRITERS)
def test_the_seeds_say_the_same_in_every_form(writer: str) -> None:
    for (path, side), source in zip(SEEDS, rewritten(writer), strict=True):
        assert Counter(map(facts, source.records)) == Counter(
            map(facts, parsed(path, side).records)
        )
        assert len(source.partnerless) == len(parsed(path, side).partnerless)
        assert "not-understood" not in source.uses
        assert_true_places(source)


def facts(r: Record) -> tuple[object, ...]:
    return (r.section, r.host, r.parent, r.name, r.country, r.code, str(r.date))


def verdicts(result: Result) -> Counter[tuple[object, ...]]:
    records = {r.id: r for r in result.records}
    # A blank line where rows were lost is what a table of values cannot hold.
    return Counter(
        (
            facts(records[v.zh]) if v.zh else None,
            facts(records[v.en]) if v.en else None,
            v.verdict if v.reason != "lost-in-copy" else "only-zh",
        )
        for v in result.verdicts
    )


def test_the_seeds_as_csv_get_the_same_verdicts() -> None:
    documents = [source.document for source in rewritten("csv")]
    result = run(documents, load_rules([]), Settings(AS_OF))
    assert verdicts(result) == verdicts(seed_result())
