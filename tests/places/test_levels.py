"""Levels: what is peeled off a name, what stays, and the regions abroad."""

import pytest

from reconcile.datafiles import rows
from reconcile.places.levels import (
    LEVELS,
    english_level,
    english_parent,
    find_region,
    split_level,
    split_parent,
)
from reconcile.scripts import fold, to_simplified

REGIONS = list(rows("regions.tsv"))


@pytest.mark.parametrize(
    ("zh", "country", "name", "kind"),
    [
        ("薩馬拉州", "RU", "薩馬拉", "region"),
        ("三重縣", "JP", "三重", "region"),
        ("東京都", "JP", "東京", "region"),
        ("大阪府", "JP", "大阪", "region"),
        ("京畿道", "KR", "京畿", "region"),
        ("費爾法克斯縣", "US", "費爾法克斯", "county"),
        ("延雪平省", "SE", "延雪平", "region"),
        ("索恩-羅亞爾省", "FR", "索恩-羅亞爾", "county"),
        ("普利亞大區", "IT", "普利亞", "region"),
        ("布雷西亞省", "IT", "布雷西亞", "county"),
        ("埃諾省", "BE", "埃諾", "county"),
        ("瓦隆地區", "BE", "瓦隆", "region"),
        ("馬尼托巴省", "CA", "馬尼托巴", "region"),
        ("克拉斯諾亞爾斯克邊疆區", "RU", "克拉斯諾亞爾斯克", "region"),
        ("馬德里自治區", "ES", "馬德里", "region"),
        ("春武裏府", "TH", "春武裏", "region"),
        ("科馬羅姆-埃斯泰爾戈姆州", "HU", "科馬羅姆-埃斯泰爾戈姆", "region"),
        ("布勒伊拉縣", "RO", "布勒伊拉", "region"),
        ("洛杉磯郡", "US", "洛杉磯", "county"),
        ("岡山市", "JP", "岡山", "city"),
        ("四日市市", "JP", "四日市", "city"),
        ("八日市市", "JP", "八日市", "city"),
        ("廿日市市", "JP", "廿日市", "city"),
        ("十日町市", "JP", "十日町", "city"),
        ("津市", "JP", "津", "city"),
        ("大田廣域市", "KR", "大田", "city"),
        ("首爾特別市", "KR", "首爾", "city"),
        ("中區", "KR", "中", "district"),
        ("大野町 (岐阜縣)", "JP", "大野", "town"),
        ("中央 (大區)", "FR", "中央", "region"),
        ("黄金海岸市", "AU", "黄金海岸", "city"),
        ("里士满市", None, "里士满", "city"),
    ],
)
def test_suffix_is_peeled(zh: str, country: str | None, name: str, kind: str) -> None:
    rest, level = split_level(zh, country)
    assert level is not None
    assert (rest, level.kind) == (name, kind)


@pytest.mark.parametrize(
    ("zh", "country"),
    [
        ("墨西哥市", "MX"),
        ("危地馬拉市", "GT"),
        ("俄克拉荷馬市", "US"),
        ("廣州", None),
        ("光州", "KR"),
        ("全州", "KR"),
        ("晉州", "KR"),
        ("四日市", "JP"),
        ("八日市", "JP"),
        ("北海道", "JP"),
        ("加州", "US"),
        ("津市", "CN"),
        ("梅縣", "CN"),
        ("首都地區", "AU"),
        ("堪薩斯城", "US"),
        ("哥德堡", "SE"),
        ("塞德港", "EG"),
        ("鹿兒島", "JP"),
        ("千葉", "JP"),
        ("京都", "JP"),
        ("成都", None),
        ("鎮", None),
        ("Port", None),
    ],
)
def test_name_stays_whole(zh: str, country: str | None) -> None:
    assert split_level(zh, country) == (zh, None)


@pytest.mark.parametrize(
    ("zh", "country", "parent", "rest"),
    [
        ("首爾鍾路區", "KR", "首爾", "鍾路區"),
        ("東京都新宿區", "JP", "東京都", "新宿區"),
        ("大田廣域市中區", "KR", "大田廣域市", "中區"),
        ("釜山西區", "KR", "釜山", "西區"),
        ("京畿道烏山市", "KR", "京畿道", "烏山市"),
        ("烏蘭巴托市罕烏拉區", "MN", "烏蘭巴托市", "罕烏拉區"),
        ("岐阜縣大野町", "JP", "岐阜縣", "大野町"),
        ("大阪狹山市", "JP", None, "大阪狹山市"),
        ("東大阪市", "JP", None, "東大阪市"),
        ("岡山市", "JP", None, "岡山市"),
        ("薩馬拉州", "RU", None, "薩馬拉州"),
        ("巴黎", "FR", None, "巴黎"),
    ],
)
def test_parent(zh: str, country: str, parent: str | None, rest: str) -> None:
    assert split_parent(zh, country) == (parent, rest)


@pytest.mark.parametrize(
    ("en", "country", "name", "kind"),
    [
        ("Fairfax County", "US", "Fairfax", "county"),
        ("Zaporizhzhia Oblast", "UA", "Zaporizhzhia", "region"),
        ("Canton of Bern", "CH", "Bern", "region"),
        ("Osaka Prefecture", "JP", "Osaka", "region"),
        ("Bergamo Province", "IT", "Bergamo", "county"),
        ("Córdoba Province", "AR", "Córdoba", "region"),
        ("County Meath", "IE", "Meath", "county"),
        ("Jönköping County", "SE", "Jönköping", "region"),
        ("Jeju City", "KR", "Jeju", "city"),
        ("Cebu City", "PH", "Cebu", "city"),
        ("Naro-Fominsky District", "RU", "Naro-Fominsky", "county"),
        ("Plovdiv Province", "BG", "Plovdiv", "region"),
        ("Siegen-Wittgenstein (district)", "DE", "Siegen-Wittgenstein", "county"),
        ("Arras (communauté)", "FR", "Arras", "county"),
        ("Utrecht (province)", "NL", "Utrecht", "region"),
        ("Dong (Daegu)", "KR", "Dong", "district"),
        ("Kolpino (Saint Petersburg)", "RU", "Kolpino", "district"),
        ("Savyetski District (Minsk)", "BY", "Savyetski", "district"),
        ("State of Mexico", "MX", "Mexico", "region"),
        ("Young Shire", "AU", "Young", "county"),
    ],
)
def test_english(en: str, country: str, name: str, kind: str) -> None:
    rest, level = english_level(en, country)
    assert level is not None
    assert (rest, level.kind) == (name, kind)


@pytest.mark.parametrize(
    ("en", "country"),
    [
        ("Mexico City", "MX"),
        ("Kansas City", "US"),
        ("Quebec City", "CA"),
        ("Ho Chi Minh City", "VN"),
        ("Kuwait City", None),
        ("Salt Lake City", "US"),
        ("Australian Capital Territory", "AU"),
        ("California", "US"),
        ("Lyon", "FR"),
    ],
)
def test_english_name_stays_whole(en: str, country: str | None) -> None:
    assert english_level(en, country) == (en, None)


def test_english_parent() -> None:
    assert english_parent("Dong (Daegu)") == "Daegu"
    assert english_parent("Alsergrund (Vienna)") == "Vienna"
    assert english_parent("Siegen-Wittgenstein (district)") is None
    assert english_parent("Lyon") is None
    assert english_level("Springfield (California)", "US") == ("Springfield", None)


@pytest.mark.parametrize(
    ("name", "country", "en", "bare"),
    [
        ("加利福尼亞州", None, "California", True),
        ("加州", "US", "California", True),
        ("California", None, "California", True),
        ("大阪府", "JP", "Osaka Prefecture", False),
        ("大阪", "JP", "Osaka Prefecture", False),
        ("Osaka", "JP", "Osaka Prefecture", False),
        ("Hérault", "FR", "Hérault", True),
        ("埃羅省", "FR", "Hérault", True),
        ("Bergamo Province", "IT", "Province of Bergamo", False),
        ("夸祖魯-納塔爾", "ZA", "KwaZulu-Natal", True),
        ("薩塔昆塔", "FI", "Satakunta", True),
        ("Gyeongsangbuk-do", "KR", "North Gyeongsang Province", False),
        ("Lower Silesia", "PL", "Lower Silesian Voivodeship", False),
        ("首都地區", "AU", "Australian Capital Territory", True),
        ("費爾法克斯郡", "US", "Fairfax County", False),
        ("北威州", "DE", "North Rhine-Westphalia", True),
        ("喬治亞州", None, "Georgia (U.S. state)", True),
        ("聖保羅州", "BR", "São Paulo (state)", False),
        ("科爾多瓦省", "AR", "Córdoba Province", False),
        ("科爾多瓦省", "ES", "Province of Córdoba", False),
        ("皮埃蒙特区", "IT", "Piedmont", True),
        ("弗拉芒·布拉邦", "BE", "Flemish Brabant", True),
        ("櫪木縣", "JP", "Tochigi Prefecture", False),
    ],
)
def test_region(name: str, country: str | None, en: str, bare: bool) -> None:
    assert [(r.en, r.bare) for r in find_region(name, country)] == [(en, bare)]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("岡山市", "JP"),
        ("Quebec City", "CA"),
        ("Utah County", "US"),
        ("巴黎", "FR"),
        ("X", None),
        ("華盛頓特區", "US"),
    ],
)
def test_no_region(name: str, country: str | None) -> None:
    assert find_region(name, country) == ()


def test_region_table() -> None:
    for row in REGIONS:
        zh, titles = row["zh"].split("|"), row["en"].split("|")
        assert row["kind"] in LEVELS
        assert to_simplified(row["zh"]) == row["zh"], row
        for name in zh + titles:
            assert titles[0] in [r.en for r in find_region(name, row["iso"])], name
    keys = [(row["iso"], row["en"]) for row in REGIONS]
    assert len(keys) == len(set(keys))


def test_provinces_of_china_are_those_of_the_table_of_units() -> None:
    units = [r for r in rows("home/cn.tsv") if r["level"] == "province" and r["zh"] != "台湾"]
    listed = {row["zh"].split("|")[0]: row["en"] for row in REGIONS if row["iso"] == "CN"}
    assert [r["full"] for r in units] == list(listed)
    assert all(listed[r["full"]].startswith(r["en"]) for r in units)


def test_region_kind_follows_from_its_word() -> None:
    """A region's kind and the level of its own Chinese name agree."""
    off = []
    for row in REGIONS:
        for name in row["zh"].split("|"):
            level = split_level(name, row["iso"])[1]
            if level is not None and level.kind != row["kind"]:
                off.append((row["iso"], name, level.kind))
    assert not off


def test_level_table() -> None:
    for row in rows("levels.tsv"):
        assert row["kind"] in (*LEVELS, "-")
        assert row["where"] in ("start", "end", "bracket", "whole")
        assert fold(row["country"]) or row["country"] == "*"
