"""What became of the columns of tables on pages."""

from __future__ import annotations

import pytest

from reconcile.models import ColumnUse, ParsedSource
from reconcile.sources import parse, read_document
from reconcile.sources.reading.column_uses import merged
from tests.sources.texts import HOME

TABLE = """\
## 湖南
| 序號 | 己方城市 | 國家 | 友城 | 日期 | 別的 | {title} |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 長沙市 | 日本 | 鹿兒島 | 1982年 | | {cell} |
| 2 | 長沙市 | 美國 | 聖保羅 | 1988年 | | |
"""


def parsed(text: str) -> ParsedSource:
    return parse(read_document(text.encode(), "zh.md", "zh"), HOME)


def uses(source: ParsedSource) -> dict[str, tuple[str | None, int]]:
    return {c.title: (c.used_as, c.filled) for c in source.columns}


def test_each_column_has_its_use() -> None:
    found = uses(parsed(TABLE.format(title="備註", cell="首個友城")))
    assert found == {
        "序號": ("number", 2),
        "己方城市": ("host", 2),
        "國家": ("country", 2),
        "友城": ("partner", 2),
        "日期": ("date", 2),
        "別的": (None, 0),
        "備註": ("note", 1),
    }


@pytest.mark.parametrize("text", ["長沙市\n\n- 日本 鹿兒島", "| 長沙市 | 日本 | 鹿兒島 |\n"])
def test_nothing_is_said_where_columns_have_no_titles(text: str) -> None:
    assert parsed(f"## 湖南\n{text}").columns == ()


def test_columns_of_several_tables_that_are_used_alike_are_one() -> None:
    first, second = parsed(TABLE), parsed(TABLE)
    (ref,) = {c.ref for c in first.columns if c.title == "友城"}
    (one,) = (u for u in merged([*first.columns, *second.columns]) if u.title == "友城")
    assert one == ColumnUse("友城", ref, "partner", 4)
