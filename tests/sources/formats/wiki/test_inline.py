"""What pieces of wikitext show: links, flags, templates and variants."""

from __future__ import annotations

import pytest

from reconcile.sources import read_document
from reconcile.sources.formats.wiki.inline import WikiInline, page_title
from reconcile.sources.formats.wiki.nodes import find_nodes
from reconcile.sources.inline import Inline

# source, what it shows, titles of its links, names of its flags
SHOWN: list[tuple[str, str, list[str], list[str]]] = [
    ("[[東京都|東京]]", "東京", ["東京都"], []),
    ("[[東京]]市", "東京市", ["東京"], []),
    ("[[Tokyo]]ites", "Tokyoites", ["Tokyo"], []),
    ("[[斯普林菲爾德 (伊利諾州)|]]", "斯普林菲爾德", ["斯普林菲爾德 (伊利諾州)"], []),
    ("[[:en:Des Moines, Iowa|得梅因]]", "得梅因", ["Des Moines, Iowa"], []),
    ("[[:en:Bonn]]", "Bonn", ["Bonn"], []),
    ("[[日本]][[草加市#歷史|草加]]", "日本草加", ["日本", "草加市"], []),
    ("[[東京_(消歧義)|x]]", "x", ["東京 (消歧義)"], []),
    ("[https://example.org/a b c]", "b c", ["https://example.org/a"], []),
    ("'''長沙'''''市''", "長沙市", [], []),
    ("A &amp; B&nbsp;C&#8211;D", "A & B C–D", [], []),
    ("x<ref>[[a]]</ref>y<ref name=b />z<!-- c -->", "xyz", [], []),
    ("x{{efn|[[a]]}}{{refn|b}}", "x", [], []),
    ("<nowiki>[[a]]</nowiki>", "[[a]]", [], []),
    ("a<br />b<sup>1</sup>", "a\nb", [], []),
    ("<small>（1985年）</small>", "（1985年）", [], []),
    ('x<span style="display:none">y<span>z</span></span>w', "xw", [], []),
    # flags and countries
    ("{{flagicon|JPN}}東京", "東京", [], ["JPN"]),
    ("{{Flagicon|日本|size=15px}}東京", "東京", [], ["日本"]),
    ("{{flag icon|USA}}{{flagdeco|GER}}", "", [], ["USA", "GER"]),
    ("{{flagicon image|Flag of Tokyo.svg}}x", "x", [], ["Tokyo"]),
    ("[[File:Flag of the Czech Republic.svg|20px]] 布拉格", " 布拉格", [], ["Czech Republic"]),
    ("[[檔案:日本國旗.svg|20px|border]]東京", "東京", [], ["日本"]),
    ("[[File:Tokyo Tower.jpg|thumb|[[東京]]鐵塔]]", "", [], []),
    ("{{flag|JPN}}", "日本", ["日本"], ["JPN"]),
    ("{{flag|日本}}", "日本", ["日本"], ["日本"]),
    ("{{flag|Japan}}", "日本", ["日本"], ["Japan"]),
    ("{{flagcountry|KOR}}", "韓國", ["韓國"], ["KOR"]),
    ("{{flagu|ENG}}", "英格蘭", [], ["ENG"]),
    ("{{noflag|日本}}", "日本", [], []),
    ("{{JPN}}", "日本", ["日本"], ["JPN"]),
    ("{{JPN}}東京", "日本東京", ["日本"], ["JPN"]),
    ("{{德国}}", "德国", ["德国"], ["德国"]),
    # language conversion
    ("-{zh-hans:悉尼;zh-hant:雪梨}-", "雪梨", [], []),
    ("-{zh-cn:悉尼; zh-tw:雪梨; zh-hk:悉尼;}-", "雪梨", [], []),
    ("-{zh-hans:悉尼}-", "悉尼", [], []),
    ("-{A|zh-hans:悉尼;zh-hant:雪梨}-", "雪梨", [], []),
    ("-{庄}-原[[-{庄}-原市|市]]", "庄原市", ["庄原市"], []),
    ("-{zh-hans:[[悉尼]];zh-hant:[[雪梨]]}-", "雪梨", ["雪梨"], []),
    ("-{H|zh-hans:悉尼;zh-hant:雪梨}-x", "x", [], []),
    # templates that show an argument
    ("{{link-en|格威特|Gweru}}", "格威特", ["Gweru"], []),
    ("{{link-en|格威特 (x)|Gweru|格威特}}", "格威特", ["Gweru"], []),
    ("{{tsl|en|Gweru|格威特}}", "格威特", ["Gweru"], []),
    ("{{le|格威特|Gweru}}", "格威特", ["Gweru"], []),
    ("{{illm|格威特|en|Gweru}}", "格威特", ["Gweru"], []),
    ("{{ill|Gweru|de|lt=G}}", "G", ["Gweru"], []),
    ("{{internal link helper/ja|上里町|上里町 (埼玉県)}}", "上里町", ["上里町 (埼玉県)"], []),
    ("{{lang|ja|東京}}{{lang-en|Tokyo}}", "東京Tokyo", [], []),
    ("{{nowrap|[[東京]] {{small|1985年}}}}", "東京 1985年", ["東京"], []),
    ("{{sort|002|[[大阪]]}}{{nobold|x}}", "大阪x", ["大阪"], []),
    ("{{dts|1982|6|16}}", "1982-06-16", [], []),
    ("{{Start date|1982|06|df=y}}", "1982-06", [], []),
    ("{{date|16|6|1982}}", "1982-06-16", [], []),
    ("{{dts|1982|June|16}}", "16 June 1982", [], []),
    ("{{dts|16 June 1982}}", "16 June 1982", [], []),
    ("{{ubl|[[東京]]|[[大阪]]}}", "東京\n大阪", ["東京", "大阪"], []),
    ("{{unheard of|東京}}", "東京", [], []),
    ("x {{unheard of|東京}}", "x ", [], []),
    ("{{unheard of|東京|大阪}}", "", [], []),
    # what is not closed
    ("[[東京|x", "東京|x", [], []),
    ("{{nowrap|[[東京]]", "東京", ["東京"], []),
    ("{{flagicon|JPN} [[東京]]", " 東京", ["東京"], ["JPN"]),
    ("東京<ref>a", "東京", [], []),
    ("東京<!-- a", "東京 a", [], []),
    ("{{lang|ja|[[東京}} x", "東京 x", [], []),
    ("5 < 6 ]] }} x", "5 < 6   x", [], []),
]


@pytest.mark.parametrize("case", SHOWN, ids=[c[0] for c in SHOWN])
def test_displayed_text(case: tuple[str, str, list[str], list[str]]) -> None:
    source, text, titles, flags = case
    inline = shown(source)
    assert inline.text == text
    assert [x.target for x in inline.links] == titles
    assert [f.name for f in inline.flags] == flags
    assert [source[f.start] in "{[" for f in inline.flags] == [True] * len(flags)


@pytest.mark.parametrize("source", ["<s>[[東京]]</s> x", "{{s|[[東京]]}} x", "<del>東京</del> x"])
def test_struck_out_text_is_known(source: str) -> None:
    inline = shown(source)
    assert inline.is_struck(0, 2)
    assert not inline.is_struck(2, 4)


def test_what_a_template_shows_stands_where_its_argument_does() -> None:
    document = read_document(b"x {{flag|JPN}} y", "x.wiki", "zh")
    inline = WikiInline(document).read(0, len(document.text), find_nodes(document.text))
    assert inline.text == "x 日本 y"
    assert inline.ref(document, 2, 4).text == "JPN"
    assert inline.ref(document, 5, 6).text == "y"


def test_variants_follow_the_script_of_the_page() -> None:
    assert (
        shown("贵阳市与-{zh-hans:悉尼;zh-hant:雪梨}-结为友好城市").text
        == "贵阳市与悉尼结为友好城市"
    )


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("東京_(x)#歷史", "東京 (x)"),
        (":en:Bonn", "Bonn"),
        ("w:en:Bonn", "Bonn"),
        ("-{zh-hans:悉尼}-", "zh-hans:悉尼"),
        ("#歷史", "歷史"),
        ("A&amp;B%20C", "A&B C"),
    ],
)
def test_titles_of_targets(target: str, title: str) -> None:
    assert page_title(target) == title


def shown(source: str) -> Inline:
    document = read_document(source.encode(), "x.wiki", "zh")
    return WikiInline(document).read(0, len(source), find_nodes(source))
