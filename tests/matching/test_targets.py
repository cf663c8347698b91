"""Titles of the pages that names link to."""

from __future__ import annotations

import pytest

from reconcile.matching.targets import linked_title, without_bracket
from tests.matching.factory import source_of, zh_list


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("府中市_(東京都)", "府中市_"),
        ("春田（伊利諾伊州）", "春田"),
        ("Portland (Oregon)", "Portland"),
        ("（東京）都", "（東京）都"),
        ("", ""),
    ],
)
def test_a_bracket_at_the_end_goes(title: str, plain: str) -> None:
    assert without_bracket(title) == plain


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("[聖保羅](../Page/圣保罗_\\(明尼苏达州\\).md)", None),
        ("[鹿兒島](../Page/鹿兒島市.md)", "鹿兒島市"),
        ("[鹿兒島](../Page/鹿儿岛.md)", None),
        ("鹿兒島", None),
    ],
)
def test_a_title_counts_if_it_is_another_name(cell: str, title: str | None) -> None:
    (record,) = source_of(zh_list(f"|{cell}"), "zh").records
    assert linked_title(record) == title
