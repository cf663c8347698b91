"""Lists with named columns, read; and that every character of their cells stands where it says."""

from __future__ import annotations

from hypothesis import strategies as st

from reconcile.models import ParsedSource, Side
from reconcile.places.home import load_home
from reconcile.sources import Layout, SourceFile, format_of, parse, read_side
from reconcile.sources.blocks import Table
from reconcile.sources.formats.columns.meaning import read_map
from reconcile.sources.inline import Inline

CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('",;\n\r\t\\/'), max_size=8
)


def read_columns(
    text: str | bytes, side: Side = "zh", layout: Layout | None = None
) -> ParsedSource:
    data = text if isinstance(text, bytes) else text.encode()
    (document,) = read_side([SourceFile("list", data)], side, layout or Layout())
    return parse(document, load_home("CN"))


def stated(source: ParsedSource) -> list[tuple[object, ...]]:
    return [
        (r.section, r.host, r.partner, r.country, str(r.date or ""), r.line) for r in source.records
    ]


def assert_true_places(source: ParsedSource) -> None:
    for record in source.records:
        for ref in (record.partner_ref, record.host_ref, record.country_ref, record.date_ref):
            if ref is not None:
                line = source.document.lines[ref.line - 1]
                assert line[ref.column - 1 : ref.end_column - 1] == ref.text != ""


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
