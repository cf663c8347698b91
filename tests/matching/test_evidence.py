"""Each piece of evidence: when it speaks, for or against, and how strongly."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace

import pytest

from reconcile import weights
from reconcile.evidence import Evidence
from reconcile.matching.comparison import Comparer
from reconcile.matching.evidence import EVIDENCE, Levels, levels_of, prior_of
from reconcile.models import Relation
from tests.matching.factory import MODEL, pair_of

SEOUL = "韓國|[首爾](../Page/首爾.md)[鍾路區](../Page/鍾路區.md)"


def found(zh: str, en: str, *, other_host: bool = False) -> dict[str, Evidence]:
    """All evidence about a pair of rows but that of their sounds."""
    (comparison,) = Comparer(MODEL).compare([pair_of(zh, en, other_host=other_host)])
    return {e.name: e for e in comparison.others}


def relation(zh: str, en: str, *, other_host: bool = False) -> Relation:
    (comparison,) = Comparer(MODEL).compare([pair_of(zh, en, other_host=other_host)])
    return comparison.relation


def test_several_functions_speak_of_one_pair() -> None:
    pieces = found(
        "日本|東京都千代田區|1986年5月9日", "Chiyoda (Tokyo), Japan (9 May 1986)", other_host=True
    )
    assert len(EVIDENCE) == 10
    assert {"prior", "country", "date", "host"} <= pieces.keys()


@pytest.mark.parametrize("count", [1, 2, 30])
def test_the_prior_is_shared_by_the_rows_that_could_be_meant(count: int) -> None:
    prior = prior_of(count)
    chance = 1 / (1 + math.exp(-prior.weight))
    assert count * chance == pytest.approx(weights.RECORD_LISTED)
    assert prior.detail == f"one of {count} rows that could be meant"


def test_tables_speak_for_a_pair_that_they_have_and_against_none() -> None:
    assert found("美國|檀香山", "Honolulu, United States")["exonym"].weight == weights.EXONYM
    assert found("日本|鹿兒島", "Kagoshima, Japan")["gazetteer"].weight == weights.IN_GAZETTEER
    assert found("|鹿兒島", "Kagoshima, Japan")["gazetteer"].weight == weights.IN_GAZETTEER_ALONE
    others = found("日本|鹿兒島", "Nagasaki, Japan")
    assert not {"exonym", "gazetteer", "region"} & others.keys()


def test_a_name_that_is_known_to_be_another_place_there() -> None:
    other = found("法國|波爾多", "Bodo, France")["other-place"]
    assert other.weight == weights.RECORD_OTHER_PLACE
    assert other.detail == "波爾多 is known as Bordeaux there"
    assert "other-place" not in found("法國|波爾多", "Bordeaux, France")
    assert "other-place" not in found("挪威|波爾多", "Bodø, Norway")
    assert "other-place" not in found("|波爾多", "Bodo, France")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("美國|小石城", "North Little Rock, United States"),
        ("|赫尔辛基", "East Helsinki, United States"),
        ("荷蘭|阿姆斯特丹", "Amsterdam-Zuidoost, Netherlands"),
        ("英國|新利物浦", "Liverpool, United Kingdom"),
        ("澳大利亞|阿德莱德", "Adelaide Hills, Australia"),
        ("美國|雅芳", "Avon Lake, United States"),
        ("英國|牛津大学", "Oxford, United Kingdom"),
        ("英國|牛津", "University of Oxford, United Kingdom"),
        ("日本|東京站", "Tokyo, Japan"),
        ("荷蘭|鹿特丹港", "Rotterdam, Netherlands"),
        ("加拿大|溫哥華島", "Vancouver, Canada"),
        ("埃及|蘇伊士運河", "Suez, Egypt"),
        ("瑞士|日內瓦湖", "Geneva, Switzerland"),
        ("美國|纽黑文监狱", "New Haven, United States"),
    ],
)
def test_a_name_with_a_word_more_is_that_of_another_place(zh: str, en: str) -> None:
    (comparison,) = Comparer(MODEL).compare([pair_of(zh, en)])
    assert comparison.support < weights.LEAST_SUPPORT
    assert found(zh, en)["unsaid"].weight == weights.UNSAID


def test_an_area_and_its_seat_are_linked_as_of_two_levels() -> None:
    assert found("澳大利亞|首都地區", "Canberra, Australia")["seat"].weight == weights.SEAT
    assert relation("澳大利亞|首都地區", "Canberra, Australia") == "level"
    assert relation("蒙古|額爾登特", "Erdenet, Mongolia") == "same"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("英國|牛津大学", "University of Oxford, United Kingdom"),
        ("日本|大島", "Oshima, Japan"),
        ("日本|石山", "Ishiyama, Japan"),
        ("美國|旧金山", "San Francisco, United States"),
        ("埃及|亚历山大港", "Alexandria, Egypt"),
        ("荷蘭|鹿特丹港", "Port of Rotterdam, Netherlands"),
        ("瑞士|日內瓦湖", "Lake Geneva, Switzerland"),
        ("印尼|峇里島", "Bali, Indonesia"),
        ("美國|大熊湖", "Big Bear Lake, United States"),
        ("加拿大|格雷斯貝", "Glace Bay, Canada"),
    ],
)
def test_two_of_one_kind_and_towns_that_end_so(zh: str, en: str) -> None:
    (comparison,) = Comparer(MODEL).compare([pair_of(zh, en)])
    assert comparison.weight > 5


def test_a_table_explains_a_word_more() -> None:
    pieces = found("墨西哥|克雷塔罗", "Santiago de Querétaro, Mexico")
    assert "gazetteer" in pieces
    assert "unsaid" not in pieces


def test_the_names_of_one_row_are_likely_one_and_share_what_the_row_states() -> None:
    pair = replace(
        pair_of("日本|鹿兒島|1982年10月30日", "Kagoshima, Japan (30 October 1982)"), one_row=True
    )
    (comparison,) = Comparer(MODEL).compare([pair])
    pieces = {e.name: e for e in comparison.others}
    assert not {"country", "date"} & pieces.keys()
    odds = pieces["prior"].weight + pieces["row"].weight
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(weights.RECORD_IN_ONE_ROW)
    assert comparison.support == pytest.approx(comparison.weight - odds)


def test_countries() -> None:
    low, _ = weights.RECORD_SAME_COUNTRY
    assert found("日本|鹿兒島", "Kagoshima, Japan")["country"].weight == low
    other = found("日本|鹿兒島", "Nagasaki, Peru")["country"]
    assert other.weight == weights.RECORD_OTHER_COUNTRY
    assert other.detail == "Japan is not Peru"
    doubtful = found("剛果|黑角", "Kinshasa, Democratic Republic of the Congo")["country"]
    assert doubtful.weight == weights.RECORD_DOUBTFUL_COUNTRY
    assert "country" not in found("|鹿兒島", "Kagoshima, Japan")


def test_a_rare_country_tells_more() -> None:
    pair = pair_of("日本|鹿兒島", "Kagoshima, Japan")
    shares = {}
    for japan in (1, 40, 90):
        counts: Counter[str | None] = Counter({"JP": japan, "US": 100 - japan})
        (compared,) = Comparer(MODEL, countries=counts).compare([pair])
        shares[japan] = next(e.weight for e in compared.others if e.name == "country")
    low, high = weights.RECORD_SAME_COUNTRY
    assert shares == {1: high, 40: low, 90: low}


def test_levels_that_are_stated() -> None:
    same = found("日本|秋田縣", "Akita Prefecture, Japan")["level"]
    assert (same.weight, same.detail) == (weights.RECORD_SAME_LEVEL, "both a region")
    other = found("俄羅斯|薩馬拉州", "Samara City, Russia")
    assert "level" not in other or other["level"].weight == weights.RECORD_OTHER_LEVEL


@pytest.mark.parametrize(
    ("zh", "en", "of_a_city", "differ"),
    [
        ("region", "city", False, True),
        ("city", "region", False, True),
        ("region", "county", False, False),
        ("county", "district", False, False),
        ("city", "town", False, False),
        ("region", "region", True, False),
        ("region", None, True, True),
        ("region", None, False, False),
        (None, "region", True, True),
        ("city", None, True, False),
        (None, None, True, False),
    ],
)
def test_levels_differ_where_one_is_an_area(
    zh: str | None, en: str | None, of_a_city: bool, differ: bool
) -> None:
    assert Levels(zh, en, of_a_city).differ is differ


def test_a_region_that_is_known_by_its_bare_name_has_its_level() -> None:
    pair = pair_of("義大利|倫巴第", "Lombardy, Italy")
    assert levels_of(pair.zh, pair.en) == Levels("region", "region", of_a_city=False)
    pair = pair_of("日本|東京", "Tokyo, Japan")  # a city as well
    assert levels_of(pair.zh, pair.en) == Levels(None, None, of_a_city=True)


def test_parents() -> None:
    same = found(SEOUL, "Jongno (Seoul), South Korea")["parent"]
    assert (same.weight, same.detail) == (weights.RECORD_SAME_PARENT, "both in Seoul")
    other = found(SEOUL, "Dong (Daegu), South Korea")["parent"]
    assert (other.weight, other.detail) == (weights.RECORD_OTHER_PARENT, "首爾 is not Daegu")
    assert "parent" not in found(SEOUL, "Jongno, South Korea")


def test_another_host_tells_against() -> None:
    piece = found("日本|鹿兒島", "Kagoshima, Japan", other_host=True)["host"]
    assert (piece.weight, piece.detail) == (weights.RECORD_OTHER_HOST, "under Beijing, not 北京市")
    assert "host" not in found("日本|鹿兒島", "Kagoshima, Japan")


def test_relations() -> None:
    assert relation("日本|鹿兒島", "Kagoshima, Japan") == "same"
    assert relation("南非|內爾斯普雷特", "Mbombela, South Africa") == "renamed"
    assert relation("巴西|里約熱內盧州", "Rio de Janeiro, Brazil") == "level"
    assert relation("南非|內爾斯普雷特", "Mbombela, South Africa", other_host=True) == "other-host"
