"""The country that a text names, in every convention, and what must not be taken for one."""

from typing import Literal

import pytest

from reconcile.datafiles import rows
from reconcile.places.countries import (
    name_of,
)
from reconcile.places.country_in_text import country_prefix, country_suffix, find_country
from reconcile.scripts import Script, to_simplified

ISOS = sorted({row["iso2"] for row in rows("codes.tsv")})
IOC = {row["iso2"]: row["ioc"] for row in rows("codes.tsv") if row["ioc"]}


@pytest.mark.parametrize(
    ("text", "iso", "form"),
    [
        ("紐西蘭", "NZ", "standard"),
        ("新西蘭", "NZ", "standard"),
        ("義大利", "IT", "standard"),
        ("意大利", "IT", "standard"),
        ("茅利塔尼亞", "MR", "standard"),
        ("毛里塔尼亞", "MR", "standard"),
        ("象牙海岸", "CI", "standard"),
        ("科特迪瓦", "CI", "standard"),
        ("辛巴威", "ZW", "standard"),
        ("貝寧", "BJ", "standard"),
        ("貝南", "BJ", "standard"),
        ("吉爾吉斯斯坦", "KG", "standard"),
        ("吉尔吉斯", "KG", "standard"),
        ("老撾", "LA", "standard"),
        ("寮國", "LA", "standard"),
        ("塞舌耳", "SC", "variant"),
        ("孟加拉", "BD", "short"),
        ("孟加拉国", "BD", "standard"),
        ("印尼", "ID", "short"),
        ("剛果", "CG", "ambiguous"),
        ("剛果（金）", "CD", "variant"),
        ("捷克", "CZ", "standard"),
        ("北朝鮮", "KP", "variant"),
        ("朝鲜", "KP", "standard"),
        ("爱尔蘭", "IE", "standard"),
        ("喬治亞", "GE", "standard"),
        ("幾內亞比索", "GW", "standard"),
        ("波斯尼亚-黑塞哥维那", "BA", "variant"),
        ("苏格兰", "GB", "nation"),
        ("留尼汪", "RE", "standard"),
        ("中國香港", "HK", "variant"),
        ("阿爾及利亞大", "DZ", "misspelt"),
        ("土庫曼斯但", "TM", "misspelt"),
        ("意大力", "IT", "misspelt"),
        ("加拿打", "CA", "misspelt"),
        ("Itlay", "IT", "misspelt"),
        ("Belguim", "BE", "misspelt"),
        ("Phillipines", "PH", "misspelt"),
        ("South Koera", "KR", "misspelt"),
        ("Ivory Coast", "CI", "standard"),
        ("Côte d’Ivoire", "CI", "variant"),
        ("Czech Republic", "CZ", "standard"),
        ("Congo", "CG", "ambiguous"),
        ("Cape Verde", "CV", "standard"),
        ("North Macedonia", "MK", "standard"),
        ("Federated States of Micronesia", "FM", "standard"),
        ("Bosnia & Herzegovina", "BA", "standard"),
        ("The Netherlands", "NL", "variant"),
        ("USA", "US", "short"),
        ("Northern Ireland", "GB", "nation"),
        ("Georgia", "GE", "standard"),
        ("Surinam", "SR", "misspelt"),
    ],
)
def test_names(text: str, iso: str, form: str) -> None:
    found = find_country(text)
    assert found is not None
    assert (found.iso, found.form) == (iso, form)


@pytest.mark.parametrize(
    "text",
    [
        "蘇聯",  # no more
        "西澳大利亞",  # a state, one character from a country
        "盧森堡省",
        "新幾內亞",
        "維多利亞",
        "馬里博爾",
        "亞洲",
        "東阿塞拜疆省",
        "北京",
        "Russian",
        "Virginia",
        "Chine",
        "Monção",  # in Portugal
        "Chi’an",
        "Preu",  # too short to be sure
        "俄罗期",
        "星嘉坡",  # a name of old
        "意大",
        "",
    ],
)
def test_no_country(text: str) -> None:
    assert find_country(text) is None


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("阿爾及利亞大", "阿爾及利亞"),
        ("阿尔及利亚大", "阿尔及利亚"),
        ("Surinam", "Suriname"),
        ("塞舌耳", "塞舌尔"),
        ("孟加拉", "孟加拉国"),
        ("南韓", "韓國"),
        ("剛果", "剛果共和國"),
        ("爱尔蘭", "爱尔兰"),
        ("Türkiye", "Turkey"),
    ],
)
def test_standard_form_in_the_same_script(text: str, standard: str) -> None:
    found = find_country(text)
    assert found is not None
    assert found.standard == standard


def test_standard_form_in_the_documents_script() -> None:
    cases: dict[Script, str] = {"traditional": "印度尼西亞", "simplified": "印度尼西亚"}
    for script, standard in cases.items():
        found = find_country("印尼", script)
        assert found is not None
        assert found.standard == standard


def test_conventions() -> None:
    assert _conventions("紐西蘭") == {"tw"}
    assert _conventions("新西兰") == {"cn", "hk"}
    assert _conventions("老挝") == {"cn", "hk"}
    assert _conventions("日本") == {"cn", "tw", "hk"}
    assert _conventions("塞舌耳") == set()


def _conventions(text: str) -> frozenset[str]:
    found = find_country(text)
    assert found is not None
    return found.conventions


LANGUAGES: tuple[Literal["en", "zh-Hans", "zh-Hant", "zh-Hant-HK"], ...] = (
    "en",
    "zh-Hans",
    "zh-Hant",
    "zh-Hant-HK",
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_standard_name_finds_its_country(
    lang: Literal["en", "zh-Hans", "zh-Hant", "zh-Hant-HK"],
) -> None:
    wrong = {iso: name_of(iso, lang) for iso in ISOS if _iso(name_of(iso, lang)) != iso}
    assert not wrong


def _iso(text: str) -> str | None:
    found = find_country(text)
    return found.iso if found else None


def test_reviewed_names_are_simplified_and_known() -> None:
    for row in rows("countries.tsv"):
        assert row["iso"] in ISOS
        if row["lang"] in ("zh", "cn"):
            assert to_simplified(row["names"]) == row["names"]


@pytest.mark.parametrize(
    ("text", "iso", "length"),
    [
        ("日本草加市", "JP", 2),
        ("比利時斯哈爾貝克", "BE", 3),
        ("埃塞俄比亞奧羅莫州", "ET", 5),
        ("印度尼西亞泗水", "ID", 5),
        ("阿爾及利亞阿爾及爾省", "DZ", 5),
        ("美國 聖保羅", "US", 2),
        ("中国 上海", "CN", 2),
        ("中国上海", "CN", 2),
        ("日本", "JP", 2),
    ],
)
def test_prefix(text: str, iso: str, length: int) -> None:
    found = country_prefix(text)
    assert found is not None
    assert (found[0].iso, found[1]) == (iso, length)


@pytest.mark.parametrize(
    "text", ["墨西哥城", "墨西哥市", "日本橋", "馬里博爾", "法蘭西島大區", "巴西利亞", "北京市"]
)
def test_no_prefix(text: str) -> None:
    assert country_prefix(text) is None


@pytest.mark.parametrize(
    ("text", "iso", "form", "name"),
    [
        ("Sheffield, England, United Kingdom", "GB", "nation", "Sheffield"),
        ("Belfast, Northern Ireland, United Kingdom", "GB", "nation", "Belfast"),
        ("La Possession, Réunion, France", "RE", "standard", "La Possession"),
        ("Réunion, France", "FR", "standard", "Réunion"),
        ("Åland, Finland", "FI", "standard", "Åland"),
        ("Mariehamn, Åland, Finland", "AX", "standard", "Mariehamn"),
        ("San Juan, Puerto Rico, United States", "PR", "standard", "San Juan"),
        ("San Marino, San Marino", "SM", "standard", "San Marino"),
        ("Gold Coast , Australia", "AU", "standard", "Gold Coast "),
        ("Augusta, Georgia, United States", "US", "standard", "Augusta, Georgia"),
        ("Toluca, Mexico, Mexico", "MX", "standard", "Toluca, Mexico"),
        ("Paramaribo, Surinam", "SR", "misspelt", "Paramaribo"),
    ],
)
def test_suffix(text: str, iso: str, form: str, name: str) -> None:
    found = country_suffix(text)
    assert found is not None
    assert (found[0].iso, found[0].form, text[: found[1]]) == (iso, form, name)


@pytest.mark.parametrize(
    ("text", "iso", "name"),
    [
        ("Rome, Georgia", "US", "Rome, Georgia"),
        ("Arlon, Luxembourg", "BE", "Arlon, Luxembourg"),
        ("Batumi, Georgia", "GE", "Batumi"),
        ("Luxembourg, Luxembourg", "LU", "Luxembourg"),
        ("Nowhere at all, Georgia", "GE", "Nowhere at all"),
    ],
)
def test_a_state_may_be_called_as_a_country(text: str, iso: str, name: str) -> None:
    found = country_suffix(text)
    assert found is not None
    assert (found[0].iso, text[: found[1]]) == (iso, name)


@pytest.mark.parametrize("text", ["Suzhou, Jiangsu", "Jersey", ", France", "Beijing"])
def test_no_suffix(text: str) -> None:
    assert country_suffix(text) is None
