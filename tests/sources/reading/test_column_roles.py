"""What the columns of a table hold: by their titles, and by where home places stand."""

from __future__ import annotations

import pytest

from reconcile.sources.reading.cells import read_cell
from reconcile.sources.reading.column_roles import Columns, learn, lists_partners
from reconcile.sources.reading.column_titles import TitleRow, title_rows
from tests.sources.texts import HOME, row

JAPAN = ["長沙市|日本|鹿兒島市|1982年", "岳陽市|日本|沼津市|1985年"]

# titles, rows, what the columns hold, where the host stands
LEARNT: dict[str, tuple[str, list[str], str, str | None]] = {
    "titles say it all": ("己方|國家|對方|日期", JAPAN, "host country partner date", "first"),
    "two columns of places": ("城市|國家|城市|日期", JAPAN, "host country partner date", "first"),
    "the host stands last": (
        "城市|城市",
        ["鹿兒島市|長沙市", "沼津市|岳陽市"],
        "partner host",
        "last",
    ),
    "a division above the host": (
        "省|城市|友好城市",
        ["湖南省|長沙市|鹿兒島市", "湖南省|岳陽市|沼津市"],
        "section host partner",
        "first",
    ),
    "a division on each side": (
        "城市|省|友好城市|省",
        ["長沙市|湖南省|鹿兒島市|鹿兒島縣", "岳陽市|湖南省|沼津市|靜岡縣"],
        "host section partner parent",
        "first",
    ),
    "a title that cannot be read, over dates": (
        "友好城市|何时",
        ["鹿兒島市|1982年", "沼津市|1985年"],
        "partner date",
        None,
    ),
    "no title of a partner": ("國家|日期", ["日本|1982年"], "", None),
    "no titles": ("", ["長沙市|鹿兒島市", "岳陽市|沼津市"], "", "first"),
    "no titles, the host last": ("", ["鹿兒島市|長沙市", "沼津市|岳陽市"], "", "last"),
}


@pytest.mark.parametrize("name", LEARNT)
def test_columns(name: str) -> None:
    titles, rows, meanings, host = LEARNT[name]
    columns = columns_of(titles, rows)
    assert " ".join(m or "-" for m in columns.titles) == meanings
    assert columns.host == host


def test_the_parent_may_follow_the_partner() -> None:
    columns = columns_of("城市|友好城市|所属州", ["長沙市|鹿兒島市|鹿兒島縣"])
    assert columns.titles == ("host", "partner", "parent")
    assert columns.parent_follows


def test_the_lower_of_two_title_rows_counts() -> None:
    heads = [
        TitleRow(("中国", "外国", "外国"), ("host", "partner", "partner")),
        TitleRow(("城市", "国家", "城市"), ("place", "country", "place")),
    ]
    body = [[read_cell(c, HOME) for c in row("長沙市", "日本", "鹿兒島市").cells]]
    assert learn(heads, body, hosted=False).titles == ("host", "country", "partner")


def test_title_rows_with_gaps_say_nothing() -> None:
    heads = [
        TitleRow(("中国", ""), ("host", None)),
        TitleRow(("城市", "国家"), ("place", "country")),
    ]
    assert learn(heads, [], hosted=False).titles == ()


LISTS: list[tuple[str, str, str, bool]] = [
    # titles, a row, the heading, whether the table lists partners
    ("友好城市|日期", "鹿兒島市|1982年", "", True),
    ("年份|人口", "1982年|374万", "", False),
    ("城市|面積", "長沙市|100", "", False),
    ("城市|备注", "長沙市|省会", "", True),
    ("城市|备注", "鹿兒島市|設立", "", False),
    ("年份|备注", "1982年|设立", "", False),
    ("年份|备注", "1982年|设立", "友好城市", True),
    ("备注|备注2", "日本|设立", "", True),
    ("", "長沙市|鹿兒島市", "", True),
]


@pytest.mark.parametrize(("titles", "texts", "heading", "expected"), LISTS)
def test_which_tables_list_partners(titles: str, texts: str, heading: str, expected: bool) -> None:
    heads = heads_of(titles)
    body = [[read_cell(c, HOME) for c in row(*texts.split("|")).cells]]
    assert lists_partners(heads, body, HOME, heading) is expected


def columns_of(titles: str, rows: list[str]) -> Columns:
    body = [[read_cell(c, HOME) for c in row(*texts.split("|")).cells] for texts in rows]
    return learn(heads_of(titles), body, hosted=False)


def heads_of(titles: str) -> list[TitleRow]:
    found = title_rows([row(*titles.split("|"), header=True)], HOME) if titles else []
    return [head for head in found if head]
