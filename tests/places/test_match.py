"""`match_name` by itself: the right place first, weights that add up, nothing that crashes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.places import match_name

RIGHT = [
    ("貝爾格萊德", "RS", "Belgrade"),
    ("内尔斯普雷特", "ZA", "Mbombela"),
    ("鹿兒島", "JP", "Kagoshima"),
    ("芽莊", "VN", "Nha Trang"),
    ("新普利茅斯", "NZ", "New Plymouth"),
    ("聖保羅", "US", "Saint Paul"),
    ("瓦隆地區", "BE", "Wallonia"),
    ("聖保羅", None, "São Paulo"),
    ("日喀則", "CN", "Shigatse"),  # GeoNames: Rikaze
    ("淡水", "TW", "Tamsui"),  # GeoNames: Danshui
    ("烏來", "TW", "Wulai"),
    ("さいたま市", "JP", "Saitama"),
    ("つくば", None, "Tsukuba"),
    ("大阪市北区", "JP", "Kita"),
    ("沙田", None, "Sha Tin"),
    ("五股", "TW", "Wugu"),  # in no table: as it is read
    ("奈夫特卡姆斯克", "RU", "Neftekamsk"),
    ("伊爾庫茨克州", "RU", "Irkutsk Oblast"),
    ("牛津郡", "GB", "Oxfordshire"),
]


@pytest.mark.parametrize(("zh", "country", "name"), RIGHT)
def test_the_right_place_comes_first(zh: str, country: str | None, name: str) -> None:
    best = match_name(zh, country=country)[0]
    assert best.name == name
    assert best.probability > 0.5


@pytest.mark.parametrize(
    ("zh", "country"),
    [
        ("牛津大学", "GB"),
        ("希思罗机场", "GB"),
        ("日内瓦湖", "CH"),
        ("溫哥華島", "CA"),
        ("鹿特丹港", "NL"),
    ],
)
def test_what_is_no_town_has_no_candidate_among_towns(zh: str, country: str) -> None:
    assert match_name(zh, country=country) == ()


def test_what_is_no_town_is_ranked_among_its_kind() -> None:
    found = match_name("牛津大学", ["Oxford", "University of Oxford", "Cambridge University"])
    assert found[0].name == "University of Oxford"
    assert found[0].probability > 0.95


def test_a_name_with_a_word_more_comes_behind() -> None:
    assert match_name("小石城", country="US")[0].name == "Little Rock"
    assert match_name("赫尔辛基", ["East Helsinki"], country="US")[0].probability < 0.5


def test_a_rename_is_told() -> None:
    best = match_name("內爾斯普雷特", country="ZA")[0]
    assert best.relation == "renamed"
    assert any("renamed Mbombela in 2009" in e.detail for e in best.evidence)


def test_candidates_of_ones_own() -> None:
    found = match_name("斯哈爾貝克", ["Antwerp", "Schaerbeek", "Ghent"], country="BE", limit=2)
    assert found[0].name == "Schaerbeek"
    assert len(found) == 2


def test_weights_add_up_to_the_probability() -> None:
    for match in match_name("喬利", country="GB"):
        odds = sum(e.weight for e in match.evidence)
        assert 1 / (1 + math.exp(-odds)) == pytest.approx(match.probability, abs=1e-6)


STRANGE = ["", " ", "Paris", "😀", "\u202e倫敦\u202c", "\ud800", "北" * 10_000, "Лондон", "東A京1"]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_names_get_an_answer_or_none(text: str) -> None:
    for match in match_name(text, country="JP"):
        assert 0 < match.probability < 1


@given(st.text(max_size=40))
def test_no_text_crashes(text: str) -> None:
    match_name(text, ["London", "", "東京", "\u202e"], country="GB")
