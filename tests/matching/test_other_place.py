"""Whether the names of two rows of one agreement are of one place."""

from __future__ import annotations

import pytest

from reconcile.models import Link
from tests.matching.factory import en_list, linked, zh_list

DAY, IN_ENGLISH = "1988年5月9日", "(9 May 1988)"


def one_day(zh: str, en: str, *more: str) -> tuple[list[Link], list[Link]]:
    """The links and the open pairs of rows of one host, the first two of them of one day."""
    _, found = linked(zh_list(f"{zh}|{DAY}"), en_list(f"{en} {IN_ENGLISH}", *more))
    return list(found.links), list(found.open_pairs)


@pytest.mark.parametrize(
    ("zh", "en", "place", "certain"),
    [
        ("美國|紐約", "Boston, United States", "New York City", True),
        ("意大利|米蘭", "Bologna, Italy", "Milan", True),
        ("德國|漢堡", "Bremen, Germany", "Hamburg", True),
        ("美國|檀香山", "Portland, United States", "Honolulu", True),
        ("拉脫維亞|里加", "Regina, Latvia", "Riga", False),
        ("日本|鹿兒島", "Nagasaki, Japan", "Kagoshima", True),
        ("中國|長沙", "Wuhan, China", "Changsha", True),
        ("加拿大|安大略省", "Manitoba, Canada", "Ontario", True),
        (
            "美國|春田市(伊利諾州)",
            "Springfield, Missouri, United States",
            "春田市 (Illinois)",
            True,
        ),
        (
            "美國|紐約州羅徹斯特",
            "Rochester (Minnesota), United States",
            "羅徹斯特 (New York (state))",
            True,
        ),
        ("日本|伊達市(北海道)", "Date, Fukushima, Japan", "伊達市 (Hokkaidō)", True),
        ("泰國|春蓬", "Phon Charoen, Thailand", "Chumphon", True),
        ("美國|紐黑文", "New York, United States", "New Haven", True),
    ],
)
def test_a_name_known_for_another_place_of_the_country(
    zh: str, en: str, place: str, certain: bool
) -> None:
    (link,), left_open = one_day(zh, en)
    assert not left_open
    assert link.other is not None
    assert (link.other.name, link.other.certain) == (place, certain)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("蒙古|烏蘭巴托", "Ulaanbaatar, Mongolia"),
        ("墨西哥|阿卡普爾科", "Acapulco, Mexico"),
        ("日本|柏原", "Kashiwara, Japan"),  # a reading of it, though known as Kashihara
        ("英國|曼徹斯特", "Manchestre, United Kingdom"),
        ("日本|越路町", "Nagaoka, Japan"),  # became part of it
        ("紐西蘭|馬努考市", "Auckland, New Zealand"),
        ("瑞典|埃爾夫斯堡省", "Västra Götaland County, Sweden"),
        ("印度|孟買", "Bombay, India"),
        ("中國|北京", "Peking, China"),
        ("美國|明尼蘇達州羅徹斯特", "Rochester, Minnesota, United States"),
        ("美國|俄勒岡州塞勒姆", "Salem (Oregon), United States"),
        ("美國|波特蘭(緬因州)", "Portland, Maine, United States"),
        ("中國|瀋陽", "Mukden, China"),
        ("烏克蘭|利沃夫", "Lemberg, Ukraine"),
    ],
)
def test_other_spellings_and_readings_are_of_one_place(zh: str, en: str) -> None:
    (link,), _ = one_day(zh, en)
    assert link.other is None


def test_names_that_nothing_connects_and_nothing_parts_stay_open() -> None:
    links, left_open = one_day("美國|夢之谷", "Boston, United States")
    assert not links
    (pair,) = left_open
    assert pair.probability > 0.75 > pair.names
    assert pair.other is None


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("美國|奧蘭多", "Orlando Park, United States"),
        ("法國|里昂", "Lyon Village, France"),
        ("日本|神戶", "Kobe Heights, Japan"),
        ("英國|劍橋大學", "Cambridge, United Kingdom"),
    ],
)
def test_a_word_more_never_agrees(zh: str, en: str) -> None:
    links, left_open = one_day(zh, en)
    assert not links or links[0].other is not None
    assert links or left_open


def test_an_english_name_that_nothing_knows_may_be_one_of_old() -> None:
    links, (pair,) = one_day("意大利|米蘭", "Mediolanix, Italy")
    assert not links
    assert pair.other is None


def test_another_row_of_the_lists_may_say_what_a_name_is_of() -> None:
    zh = zh_list(f"美國|查普林|{DAY}") + zh_list("美國|查普林", host="天津市", section="天津")
    en = en_list("Boston, United States (9 May 1988)")
    en += "\n" + en_list("Chaplin, United States", host="Tianjin")
    _, found = linked(zh, en)
    wrong, right = found.links
    assert right.other is None
    assert wrong.other is not None
    assert (wrong.other.name, wrong.other.known, wrong.other.record) == ("Chaplin", "row", right.en)


def test_without_one_day_two_places_are_not_linked() -> None:
    _, found = linked(zh_list("意大利|米蘭|1988年"), en_list("Bologna, Italy (1988)"))
    assert not found.links
