"""Readings by language, against names that every atlas has."""

import pytest

from reconcile.names.readings import key, latin_keys, readings
from reconcile.names.readings.cantonese import spell
from reconcile.names.readings.japanese import compose, hepburn
from reconcile.names.readings.korean import romanize


@pytest.mark.parametrize(
    ("zh", "country", "latin"),
    [
        ("鹿兒島", "JP", "Kagoshima"),
        ("東京都新宿區", "JP", "Shinjuku"),
        ("橫濱市", "JP", "Yokohama"),
        ("神戶", "JP", "Kōbe"),
        ("札幌", "JP", "Sapporo"),
        ("群馬縣", "JP", "Gunma"),
        ("难波", "JP", "Nanba"),
        ("長崎縣", "JP", "Nagasaki"),
        ("首爾", "KR", "Seoul"),
        ("首爾鍾路區", "KR", "Jongno (Seoul)"),
        ("江陵", "KR", "Gangneung"),
        ("江陵市", "KR", "Kangnŭng"),
        ("京畿道烏山市", "KR", "Osan"),
        ("濟州市", "KR", "Jeju City"),
        ("水原", "KR", "Suwon"),
        ("平壤", "KP", "Pyongyang"),
        ("河內", "VN", "Hà Nội"),
        ("芽莊", "VN", "Nha Trang"),
        ("邊和", "VN", "Biên Hòa"),
        ("乂安省", "VN", "Nghệ An"),
        ("同塔省", "VN", "Đồng Tháp"),
        ("重慶", "CN", "Chongqing"),
        ("呂梁市", "CN", "Lüliang"),
        ("西安", "CN", "Xi'an"),
        ("臺北", "TW", "Taibei"),
        ("さいたま市", "JP", "Saitama"),
        ("つくば", None, "Tsukuba"),
        ("南アルプス市", "JP", "Minami-Arupusu"),
        ("龍ケ崎市", "JP", "Ryūgasaki"),
        ("沙田", "HK", "Sha Tin"),
    ],
)
def test_a_name_has_its_reading(zh: str, country: str, latin: str) -> None:
    found = readings(zh, country)
    assert any(r.form in latin_keys(r.language, latin) for r in found), found[:5]


def test_an_unknown_country_may_be_any_of_them() -> None:
    languages = {r.language for r in readings("大分", None)}
    assert languages == {"ja", "ko", "vi", "zh"}


def test_names_that_are_transcribed_have_no_reading() -> None:
    assert readings("貝爾格萊德", "RS") == ()


@pytest.mark.parametrize("country", ["KR", "VN", "CN", "HK"])
def test_kana_is_read_in_japan_alone(country: str) -> None:
    assert readings("さいたま", country) == ()


@pytest.mark.parametrize("zh", ["", " ", "abc", "東京A", "😀", "\ud800", "\u202e", "がA"])
@pytest.mark.parametrize("country", ["JP", "KR", "VN", "CN", "HK", None])
def test_what_is_no_chinese_name_has_no_reading(zh: str, country: str | None) -> None:
    assert readings(zh, country) == ()


@pytest.mark.parametrize("country", ["JP", "KR", "VN", "CN", "HK", None])
def test_a_very_long_name_is_no_trouble(country: str | None) -> None:
    assert len(readings("東" * 10_000, country)) < 200


def test_readings_come_cheapest_first() -> None:
    costs = [r.cost for r in readings("神戶", "JP")]
    assert costs == sorted(costs)
    assert costs[0] >= 0


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("シンジュク", "shinjuku"),
        ("サッポロ", "sapporo"),
        ("キョウト", "kyouto"),
        ("ジュン", "jun"),
    ],
)
def test_hepburn(kana: str, latin: str) -> None:
    assert hepburn(kana) == latin


def test_a_name_that_no_table_has_is_put_together() -> None:
    assert "カミヤマ" in [kana for kana, _ in compose("上山")]


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("종로", "jongno"),
        ("강릉", "gangneung"),
        ("신라", "silla"),
        ("전라북도", "jeollabukdo"),
        ("백마", "baengma"),
        ("서울", "seoul"),
        ("알아", "ara"),
    ],
)
def test_revised_romanization(hangul: str, latin: str) -> None:
    assert romanize(hangul) == latin


def test_both_korean_romanizations_have_one_key() -> None:
    assert key("ko", "Gyeongju") == key("ko", "Kyŏngju")
    assert key("ko", "Busan") == key("ko", "Pusan")


def test_long_vowels_merge() -> None:
    assert key("ja", "Ōsaka") == key("ja", "Oosaka") == key("ja", "Osaka")


def test_cantonese_spelling() -> None:
    assert spell("zau") == "tsau"
