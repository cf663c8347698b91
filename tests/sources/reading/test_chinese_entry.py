"""Entries of Chinese lists: country, parent, partner, date and remarks told apart."""

from __future__ import annotations

import pytest

from reconcile.sources.reading.chinese_entry import read_chinese
from tests.sources.texts import shown

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
    ("美国·加利福尼亚州·洛杉矶市", "US", "加利福尼亚州", "洛杉矶市", None, [], None),
    ("美国 加利福尼亚州 洛杉矶市", "US", "加利福尼亚州", "洛杉矶市", None, [], None),
    ("美国加利福尼亚州洛杉矶市", "US", "加利福尼亚州", "洛杉矶市", None, [], None),
    ("洛杉矶，加利福尼亚州，美国", "US", "加利福尼亚州", "洛杉矶", None, [], None),
    ("英国 苏格兰 格拉斯哥市", "GB", "苏格兰", "格拉斯哥市", None, [], None),
    ("[弗拉芒·布拉班特省](a)", None, None, "弗拉芒·布拉班特省", None, [], None),
    ("名古屋市（Nagoya）", None, None, "名古屋市", None, ["Nagoya"], None),
    ("布里斯班 Brisbane 1992年", None, None, "布里斯班", "1992", ["Brisbane"], None),
    ("名古屋市[日本]", "JP", None, "名古屋市", None, [], None),
    ("名古屋市[注 3]", None, None, "名古屋市", None, [], None),
    ("上海市（1973年（昭和48年）11月30日）", None, None, "上海市", "1973-11-30", [], None),
    ("名古屋（1982年、1999年复签）", None, None, "名古屋", "1982", ["1999年复签"], None),
    ("名古屋（1999年复签）", None, None, "名古屋", None, ["1999年复签"], None),
    ("日本名古屋市，1978年12月21日缔结", "JP", None, "名古屋市", "1978-12-21", [], None),
    ("新加坡", "SG", None, "新加坡", None, [], None),
]


@pytest.mark.parametrize("case", CHINESE, ids=[c[0] for c in CHINESE])
def test_chinese_entries(case: tuple[object, ...]) -> None:
    text, country, parent, name, date, notes, disambiguator = case
    parts = read_chinese(shown(str(text)))
    assert (parts.country.iso if parts.country else None) == country
    assert (parts.parent, parts.name, parts.disambiguator) == (parent, name, disambiguator)
    assert (str(parts.date.date) if parts.date else None) == date
    assert [n.text for n in parts.notes] == notes
