"""Rows of one side that say the same."""

from __future__ import annotations

import pytest

from reconcile.matching.repeats import repeated
from tests.matching.factory import en_list, hosts_of, zh_list

EN = en_list("Kagoshima, Japan")


def repeats(zh: str, en: str = EN) -> list[tuple[str, str]]:
    left, right, hosts = hosts_of(zh, en)
    records = [*left.records, *right.records]
    shown = {r.id: f"{r.partner} {r.country or ''}".strip() for r in records}
    return [(shown[a], shown[b]) for a, b in repeated(records, hosts.of).items()]


@pytest.mark.parametrize("order", [1, -1])
def test_the_row_that_says_most_stands_for_both(order: int) -> None:
    rows = ["|鹿兒島", "日本|鹿兒島市|1982年"][::order]
    assert repeats(zh_list(*rows)) == [("鹿兒島", "鹿兒島市 JP")]


@pytest.mark.parametrize(
    "rows",
    [
        ("日本|鹿兒島", "美國|鹿兒島"),  # two countries
        ("日本|秋田市", "日本|秋田縣"),  # a city and its prefecture
        ("日本|鹿兒島", "日本|長崎"),
        ("日本|[府中](府中市_(東京都).md)", "日本|[府中](府中市_(廣島縣)一.md)"),  # two pages
        ("日本|[府中](府中市_(東京都).md)", "日本|[府中](府中市_(廣島縣).md)"),
        ("美國|哥倫布（俄亥俄州）", "美國|哥倫布（喬治亞州）"),  # two states
    ],
)
def test_rows_that_differ_do_not_repeat_each_other(rows: tuple[str, str]) -> None:
    assert repeats(zh_list(*rows)) == []


def test_one_partner_of_two_hosts_is_no_repetition() -> None:
    zh = zh_list("日本|鹿兒島") + "\n" + zh_list("日本|鹿兒島", host="天津市", section="天津")
    assert repeats(zh) == []


def test_english_brackets_tell_places_apart() -> None:
    apart = en_list("Fuchū (Tokyo), Japan", "Fuchū (Hiroshima), Japan")
    assert repeats(zh_list("日本|鹿兒島"), apart) == []
    same = en_list("Kagoshima, Japan", "KAGOSHIMA, Japan")
    assert len(repeats(zh_list("日本|鹿兒島"), same)) == 1


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("日本|[鹿兒島](鹿兒島市.md)", "日本|鹿兒島"), 1),  # one file with links, one without
        (("日本|[鹿兒島](鹿兒島市.md)", "日本|鹿兒島", "日本|鹿兒島市"), 2),
        (("日本|[府中](府中市_(東京都).md)", "日本|[府中](府中市_(廣島縣)一.md)", "日本|府中"), 0),
    ],
)
def test_a_row_without_a_link_may_repeat_one_with_a_link(rows: list[str], found: int) -> None:
    assert len(repeats(zh_list(*rows))) == found
