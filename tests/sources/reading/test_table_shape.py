"""How a table is built, as the checks of its structure see it."""

from __future__ import annotations

from tests.conftest import parse_text

TABLE = """\
| 己方 | 國家 | 對方 | 日期 |
|---|---|---|---|
| 长沙市 | 日本 | 鹿兒島市 | 1982年 |
| 韩国 | 龟尾市 | 1998年 | |
"""


def test_the_shape_of_a_table() -> None:
    (table,) = parse_text(TABLE).tables
    assert (table.titles, table.columns) == (("己方", "國家", "對方", "日期"), 4)
    assert (table.title_ref.line, table.title_ref.text) == (1, "| 己方 | 國家 | 對方 | 日期 |")
    assert table.country_ref is not None
    assert table.country_ref.text == "國家"
    whole, slid = table.rows
    assert (whole.line, whole.cells, whole.blank) == (3, 4, 0)
    assert (whole.host, whole.country, whole.partner, whole.date) == (0, 1, 2, 3)
    assert (slid.host, slid.country, slid.partner, slid.date, slid.blank) == (None, 0, 1, 2, 1)


def test_a_table_without_titles() -> None:
    text = "<table>\n<tr><td>长沙市</td><td>鹿兒島市</td></tr>\n</table>\n"
    (table,) = parse_text(text).tables
    assert (table.titles, table.columns, table.country_ref) == ((), 2, None)
    assert table.title_ref.line == 2


def test_flags_and_names_of_countries_are_titles_of_their_column() -> None:
    for title in ("国名", "国旗", "Country"):
        (table,) = parse_text(TABLE.replace("國家", title)).tables
        assert table.country_ref is not None
        assert table.country_ref.text == title
