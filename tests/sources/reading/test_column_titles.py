"""Title rows of tables on pages, and what they say of their columns."""

from __future__ import annotations

import pytest

from reconcile.places.home import load_home
from reconcile.sources.blocks import Row
from reconcile.sources.reading.column_titles import (
    is_titles,
    mention_other_topic,
    read_title,
    title_rows,
)
from tests.sources.texts import HOME, row

TITLES = {
    "己方": "host",
    "中国城市": "host",
    "外方城市中文名": "partner",
    "友城中文名称": "partner",
    "外方城市所在州省": "parent",
    "对方城市所属省份": "parent",
    "我市": "host",
    "對方行政區": "partner",
    "友好城市": "partner",
    "德国城市": "partner",
    "姐妹城市（國家）": "partner",
    "Sister city, country": "partner",
    "国家、城市": "place",
    "國家": "country",
    "国旗": "country",
    "结好日期": "date",
    "Since": "date",
    "城市": "place",
    "省": "above",
    "州、省": "above",
    "序号": "number",
    "№": "number",
    "所在洲": "continent",
    "英文名": "note",
    "类型": "kind",
    "备注": "note",
    "长沙市": "place",
    "鹿兒島": None,
    "": None,
}


@pytest.mark.parametrize("title", TITLES)
def test_titles(title: str) -> None:
    assert read_title(title, HOME) == TITLES[title]


def test_the_home_country_tells_whose_side_a_title_is() -> None:
    assert read_title("德国城市", load_home("DE")) == "host"
    assert read_title("中国城市", load_home("DE")) == "partner"
    assert read_title("Germany", load_home("DE")) == "host"


ROWS: list[tuple[Row, bool]] = [
    (row("己方", "國家", "對方", "日期", header=True), True),
    (row("城市", "友好城市", "结好时间"), True),
    (row("城市", "成立日期"), True),
    (row("City", "Country", "Since"), True),
    (row("長沙市", "日本", "鹿兒島市", "1982年"), False),
    (row("長沙市", "日本", header=True), False),
    (row("湖南省", "湖南省", header=True), False),
    (row("友好城市", "友好城市"), True),
    (row("", "", header=True), True),
    (row("", ""), False),
]


@pytest.mark.parametrize(("texts", "is_head"), ROWS)
def test_which_rows_are_titles(texts: Row, is_head: bool) -> None:
    assert is_titles(texts) is is_head


def test_titles_that_repeat_are_titles_without_marks() -> None:
    head = row("Town", "Where", header=True)
    found = title_rows([head, row("Jinan", "Finland"), row("Town", "Where")], HOME)
    assert [titles is not None for titles in found] == [True, False, True]
    assert found[0] == found[2]
    assert found[0] is not None
    assert found[0].texts == ("Town", "Where")


def test_topics() -> None:
    assert mention_other_topic(["年份", "人口"])
    assert mention_other_topic(["City", "Airports"])
    assert not mention_other_topic(["友好城市", "人口"])
    assert not mention_other_topic(["城市", "国家"])
