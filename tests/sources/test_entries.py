"""Entries of many forms: country, parent, partner, date and remarks told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.sources.document import read_document
from reconcile.sources.formats.html.markup import read_inline
from reconcile.sources.reading.chinese_entry import read_chinese
from reconcile.sources.reading.english_entry import read_english
from reconcile.sources.reading.entry import EntryReading
from reconcile.sources.reading.partners import split_partners

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
    parts = chinese(str(text))
    assert (parts.country.iso if parts.country else None) == country
    assert (parts.parent, parts.name, parts.disambiguator) == (parent, name, disambiguator)
    assert (str(parts.date.date) if parts.date else None) == date
    assert [n.text for n in parts.notes] == notes


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
    ("Osaka (Japan)", None, "JP", "Osaka", None),
    ("Bonn, Germany, since 1999", None, "DE", "Bonn", None),
    ("Nagoya (Aichi), Japan – 1978", None, "JP", "Nagoya", "Aichi"),
    ("Kent County, Delaware, United States (friendship)", None, "US", "Kent County", "Delaware"),
    ("Port Vila, Vanuatu (May 12, 1994)", None, "VU", "Port Vila", None),
    ("Oslo, Norway (dormant)", None, "NO", "Oslo", None),
    ("Haiphong - Vietnam", None, "VN", "Haiphong", None),
    ("Japan: Hachioji", None, "JP", "Hachioji", None),
    ("Singapore", None, "SG", "Singapore", None),
    ("Washington, D.C., United States", None, "US", "Washington, D.C.", None),
]


@pytest.mark.parametrize("case", ENGLISH, ids=[c[0] for c in ENGLISH])
def test_english_entries(case: tuple[object, ...]) -> None:
    text, code, country, name, parent = case
    document = read_document(str(text).encode(), "x.txt", "en")
    parts = read_english(read_inline(document, 0, len(document.text)))
    assert (parts.code.code if parts.code else None) == code
    assert (parts.country.iso if parts.country else None) == country
    assert (parts.name, parts.parent) == (name, parent)


ENDED = [
    # text, whether the agreement has ended, date
    ("什切青省（1995年终止）", True, None),
    ("什切青省（1985年3月1日，1995年终止）", True, "1985-03-01"),
    ("什切青省（1985年－1995年）", True, "1985"),
    ("什切青省 已终止", True, None),
    ("<s>什切青省</s>", True, None),
    ("~~什切青省~~（1985年）", True, "1985"),
    ("什切青省（从未终止）", False, None),
    ("什切青省（1985年）", False, "1985"),
]


@pytest.mark.parametrize(("text", "ended", "date"), ENDED)
def test_agreements_that_have_ended(text: str, ended: bool, date: str | None) -> None:
    parts = chinese(text)
    assert (parts.name, parts.ended) == ("什切青省", ended)
    assert (str(parts.date.date) if parts.date else None) == date


SEVERAL = [
    # text, names
    ("名古屋市、大阪市", ["名古屋市", "大阪市"]),
    ("日本名古屋市；美国圣路易斯", ["名古屋市", "圣路易斯"]),
    ("日本、名古屋市", ["名古屋市"]),
    ("名古屋市、日本", ["名古屋市"]),
    ("东广岛市和大和市", ["东广岛市", "大和市"]),
    ("和歌山市", ["和歌山市"]),
    ("特立尼达和多巴哥西班牙港", ["西班牙港"]),
    ("名古屋（1978年），圣路易斯（1979年）", ["名古屋", "圣路易斯"]),
    ("名古屋（日本，1978年）、圣路易斯（美国、1979年）", ["名古屋", "圣路易斯"]),
    ("圣路易斯，美国，1979年", ["圣路易斯"]),
    ("名古屋市<br>（日本）", ["名古屋市"]),
    ("美国<br>加利福尼亚州<br>洛杉矶市", ["洛杉矶市"]),
    ("名古屋市<br/>Nagoya<br/>大阪市", ["名古屋市", "大阪市"]),
    ("[名古屋、大阪](a)", ["名古屋、大阪"]),
]


@pytest.mark.parametrize(("text", "names"), SEVERAL)
def test_several_partners_in_one_text(text: str, names: list[str]) -> None:
    document = read_document(text.encode(), "x.md", "zh")
    pieces = split_partners(read_inline(document, 0, len(document.text)), read_chinese)
    assert [piece.name for piece in pieces] == names


@given(st.text(alphabet="日本名古屋市、，；（）1978年[](a)和/ ·<br>~和A", max_size=40))
def test_the_pieces_of_a_text_are_parts_of_it(text: str) -> None:
    document = read_document(f"x{text}".encode(), "x.md", "zh")
    whole = read_inline(document, 0, len(document.text))
    for piece in split_partners(whole, read_chinese):
        assert piece.content.text in whole.text
        ref = piece.content.ref(document, piece.name_span.start, piece.name_span.end)
        assert ref.text in document.text


def chinese(text: str) -> EntryReading:
    document = read_document(text.encode(), "x.md", "zh")
    return read_chinese(read_inline(document, 0, len(document.text)))
