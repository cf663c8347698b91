"""CSV as people have it: a line that names the delimiter, titles further down, uneven rows."""

from __future__ import annotations

import pytest

from reconcile.models import ParsedSource, Side
from reconcile.places.home import load_home
from reconcile.sources import SourceFile, format_of, parse, read_side


def read(text: str, side: Side = "zh") -> ParsedSource:
    (document,) = read_side([SourceFile("list", text.encode())], side)
    assert format_of(document).name == "csv"
    return parse(document, load_home("CN"))


def shown(source: ParsedSource) -> list[tuple[object, ...]]:
    return [(r.host, r.partner, r.country, str(r.date or ""), r.line) for r in source.records]


DALIAN = [
    ("大连市", "北九州市", "JP", "1979-05-01", 3),
    ("大连市", "奥克兰", "US", "1982-03-30", 4),
]
ROWS = (
    "主方城市,友好城市,国家,结好时间\n"
    "大连市,北九州市,日本,1979-05-01\n"
    "大连市,奥克兰,美国,1982-03-30\n"
)
TABLES = {
    "sep=,": "sep=,\n" + ROWS,
    "sep=;": "sep=;\r\n" + ROWS.replace(",", ";"),
    "sep in quotes and capitals": '"SEP=|"\n' + ROWS.replace(",", "|"),
    "sep with a tab": "sep=\t\n" + ROWS.replace(",", "\t"),
    "sep before another than the most likely": "sep=;\n"
    + ROWS.replace(",", ";").replace("日本", "日本"),
    "full-width commas": "友好城市一览\n" + ROWS.replace(",", "，"),
    "a title with all delimiters": "大连市友好城市一览表,,,\n" + ROWS,
    "a title alone": "大连市友好城市一览表\n" + ROWS,
    "tabs below a title": "大连市友好城市一览表\n" + ROWS.replace(",", "\t"),
}


@pytest.mark.parametrize("name", TABLES)
def test_what_stands_above_the_rows(name: str) -> None:
    source = read(TABLES[name])
    assert shown(source) == DALIAN
    assert source.uses[0] == "structure"
    assert "not-understood" not in source.uses


def test_the_title_names_the_host() -> None:
    source = read(
        "附件二,,,\n大连市友好城市一览表,,,\n单位：市外办,,2020年,\n序号,国家,城市,结好时间\n"
        "1,日本,北九州市,1979-05-01\n2,美国,奥克兰,1982-03-30\n合计,2,,\n注：截至2020年底,,,\n"
    )
    assert [(*row[:4],) for row in shown(source)] == [row[:4] for row in DALIAN]
    assert set(source.uses) == {"structure", "record"}


def test_short_rows_are_filled_and_long_ones_end_in_a_remark() -> None:
    source = read(
        "host,partner,country,date\nJinan,Vantaa\n"
        "Jinan,Coventry,United Kingdom,1983,renewed,twice\n"
        "Jinan,Washington, D.C.,United States,2001\nJinan,Kharkiv,Ukraine,2004,,\n",
        "en",
    )
    assert shown(source) == [
        ("Jinan", "Vantaa", None, "", 2),
        ("Jinan", "Coventry", "GB", "1983", 3),
        ("Jinan", "Kharkiv", "UA", "2004", 5),
    ]
    assert [n.text for n in source.records[1].notes] == ["renewed,twice"]
    assert source.uses[3] == "not-understood", "a comma too many, and no one knows where"


def test_what_is_too_much_goes_into_the_remarks_there_are() -> None:
    source = read(
        "host,partner,country,notes\nJinan,Vantaa,Finland,a,b\nJinan,Coventry,United Kingdom,,c\n",
        "en",
    )
    assert [[n.text for n in r.notes] for r in source.records] == [["a,b"], ["c"]]


def test_a_text_with_full_width_commas_is_no_table() -> None:
    text = "大连市的友好城市，国家和结好时间如下。\n\n- 北九州市，日本，1979年\n- 奥克兰，美国\n"
    (document,) = read_side([SourceFile("list", text.encode())], "zh")
    assert format_of(document).name != "csv"


def test_dates_of_a_column_are_read_together() -> None:
    source = read(
        "host,partner,date\nJinan,A-town,03/04/99\nJinan,B-town,25/12/1985\nJinan,C-town,30079\n",
        "en",
    )
    dates = [str(r.date) for r in source.records]
    assert dates == ["1999-04-03", "1985-12-25", "1982-05-08"]
