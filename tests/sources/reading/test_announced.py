"""Sentences, titles and labels that say whose partners stand below, by their words alone."""

from __future__ import annotations

import pytest

from reconcile.sources.reading.announced import announced, is_no_name

TEXTS = [
    ("大阪市和以下城市是姊妹城市[304]：", "大阪市"),
    ("首爾特別市跟下列各城市締結姊妹市：", "首爾特別市"),
    ("墨尔本市共有6个友好城市：", "墨尔本市"),
    ("福岡市與以下城市締結為姊妹城市：", "福岡市"),
    ("西雅图目前有21个姐妹城市：", "西雅图"),
    ("里约热内卢拥有以下友好城市：", "里约热内卢"),
    ("以下是札幌市的姊妹城市", "札幌市"),
    ("与墨尔本结为姐妹城市的城市：", "墨尔本"),
    ("以下城市与墨尔本结为友好城市", "墨尔本"),
    ("克拉科夫的姐妹城市包括：", "克拉科夫"),
    ("和歌山市和以下城市締結姊妹城市：", "和歌山市"),
    ("目前，大同市已与8个城市建立友好城市关系", "大同市"),
    ("截至2014年，南京市（含各区）已与世界上20个城市建立友好城市关系。", "南京市"),
    ("City of Chicago - Sister Cities", "Chicago"),
    ("Chicago has 28 Sister Cities around the world.", "Chicago"),
    ("As of 2020, Chicago has 28 sister cities", "Chicago"),
    ("Melbourne sister cities", "Melbourne"),
    ("Sapporo is twinned with:", "Sapporo"),
    ("Sister cities of Sapporo — sistercity.info", "Sapporo"),
    ("Sister Cities | City of Phoenix", "Phoenix"),
    ("Kobe's sister cities are:", "Kobe"),
    ("The City of San Diego's sister cities", "San Diego"),
    ("The following cities are twinned with Cologne:", "Cologne"),
    ("Toruń, Poland - Twin Towns", "Toruń, Poland"),
    ("Frankfurt am Main is twinned with", "Frankfurt am Main"),
    ("St. Petersburg, Florida has five sister cities", "St. Petersburg, Florida"),
    ("The Hague is twinned with:", "The Hague"),
    ("Twin towns and sister cities of Łódź", "Łódź"),
]
NAMELESS = [
    "本市与以下城市结为友好城市",
    "北京市与47个城市、上海市与72个城市结为友好城市。",
    "1973年起各地相继缔结友好城市。",
    "Our sister cities",
    "It has twelve sister cities",
    "Sister Cities International",
    "Twin towns – Sister cities",
    "New sister cities",
    "Chicago is the third-largest city of its country.",
]


@pytest.mark.parametrize(("text", "host"), TEXTS)
def test_text(text: str, host: str) -> None:
    assert next(announced(text)).of(text) == host


@pytest.mark.parametrize("text", NAMELESS)
def test_nameless(text: str) -> None:
    assert list(announced(text)) == []


@pytest.mark.parametrize("text", ["Our partners", "Sister cities", "The City", "以下城市"])
def test_words_of_the_trade_are_no_name(text: str) -> None:
    assert is_no_name(text)
    assert not is_no_name("Twin Falls")
