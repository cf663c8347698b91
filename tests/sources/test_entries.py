"""Entries of many forms: country, parent, partner, date and remarks told apart."""

from __future__ import annotations

import pytest

from reconcile.sources.document import read_document
from reconcile.sources.entries import Parts, read_chinese, read_english
from reconcile.sources.inline import read_inline

CHINESE = [
    # text, country, parent, name, date, notes, disambiguator
    ("[日本](a)[草加市](b)（1998年11月1日）", "JP", None, "草加市", "1998-11-01", [], None),
    ("日本草加市", "JP", None, "草加市", None, [], None),
    ("[首爾](a)[鍾路區](b)", None, "首爾", "鍾路區", None, [], None),
    ("[韓國](x)[京畿道](a)[烏山市](b)", "KR", "京畿道", "烏山市", None, [], None),
    (
        "[西班牙](x)[納瓦拉](a)自治區（2005年8月16日）",
        "ES",
        None,
        "納瓦拉自治區",
        "2005-08-16",
        [],
        None,
    ),
    ("[布魯塞爾](a)（友好協約書）", None, None, "布魯塞爾", None, ["友好協約書"], None),
    ("[大野町 (岐阜縣)](a)", None, None, "大野町", None, [], "岐阜縣"),
    ("名古屋市（日本，1978年12月21日）", "JP", None, "名古屋市", "1978-12-21", [], None),
    ("[名古屋](a)，[日本](b)", "JP", None, "名古屋", None, [], None),
    ("墨西哥州", None, None, "墨西哥州", None, [], None),
    (
        "[阿爾及利亞大](a)[阿爾及爾省](b)（1998年4月6日）",
        "DZ",
        None,
        "阿爾及爾省",
        "1998-04-06",
        [],
        None,
    ),
    ("[澳大利亞](a)（1998年11月28日）", "AU", None, "", "1998-11-28", [], None),
]


@pytest.mark.parametrize("case", CHINESE, ids=[c[0] for c in CHINESE])
def test_chinese_entries(case: tuple[object, ...]) -> None:
    text, country, parent, name, date, notes, disambiguator = case
    parts = chinese(str(text))
    assert (parts.country.iso if parts.country else None) == country
    assert (parts.parent, parts.name, parts.disambiguator) == (parent, name, disambiguator)
    assert (str(parts.date.date) if parts.date else None) == date
    assert [n for n, _ in parts.notes] == notes


ENGLISH = [
    # text, code, country, name, parent
    ("USA Calabasas, United States", "USA", "US", "Calabasas", None),
    ("ENG Sheffield, England, United Kingdom", "ENG", "GB", "Sheffield", None),
    ("Belfast, Northern Ireland, United Kingdom", None, "GB", "Belfast", None),
    ("USA Washington D.C., United States", "USA", "US", "Washington D.C.", None),
    ("KOR Dong (Daegu), South Korea", "KOR", "KR", "Dong", "Daegu"),
    ("FRA Arras (communauté), France", "FRA", "FR", "Arras (communauté)", None),
    ("Gold Coast , Australia [ 7]", None, "AU", "Gold Coast", None),
    ("San Francisco, United States (1980)", None, "US", "San Francisco", None),
    ("SMR San Marino, San Marino", "SMR", "SM", "San Marino", None),
    ("Nowhere at all", None, None, "Nowhere at all", None),
]


@pytest.mark.parametrize("case", ENGLISH, ids=[c[0] for c in ENGLISH])
def test_english_entries(case: tuple[object, ...]) -> None:
    text, code, country, name, parent = case
    document = read_document(str(text).encode(), "x.txt", "en")
    parts = read_english(read_inline(document, 0, len(document.text)))
    assert (parts.code.code if parts.code else None) == code
    assert (parts.country.iso if parts.country else None) == country
    assert (parts.name, parts.parent) == (name, parent)


def chinese(text: str) -> Parts:
    document = read_document(text.encode(), "x.md", "zh")
    return read_chinese(read_inline(document, 0, len(document.text)))
