"""Wikitext as it is written: what pieces of it show, and the rows of whole pages."""

from __future__ import annotations

from collections.abc import Sequence

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.models import Side
from reconcile.sources import FORMATS, read_document
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure, Table
from reconcile.sources.formats.wiki.inline import WikiInline
from reconcile.sources.formats.wiki.nodes import Kind, Node, find_nodes
from reconcile.sources.formats.wiki.wikitext import read
from reconcile.sources.inline import Inline
from tests.conftest import parse_text

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


# side, text, then (host, country, name, date) of every record
PAGES: dict[str, tuple[Side, str, list[tuple[str, str | None, str, str | None]]]] = {
    "a table with row spans": (
        "zh",
        """\
==湖南省==
{| class="wikitable sortable" style="text-align:left"
|-
! scope="col" | 己方 !! 國家 !! 對方 !! 日期
|- style="x"
| rowspan="3" | [[長沙市]] || {{JPN}} || [[鹿兒島市]]<ref name="x">{{cite web
| url = http://example.org
| title = a || b
}}</ref> || 1982年10月30日
|-
| rowspan=2 | {{flag|KOR}}
| [[龜尾市]]
| {{dts|1998|6|5}}
|-
| {{link-en|晋州市|Jinju}} ||
|-
| [[岳陽市]] || {{flagcountry|日本}} || [[沼津市]] || 1985年
|}
""",
        [
            ("長沙市", "JP", "鹿兒島市", "1982-10-30"),
            ("長沙市", "KR", "龜尾市", "1998-06-05"),
            ("長沙市", "KR", "晋州市", None),
            ("岳陽市", "JP", "沼津市", "1985"),
        ],
    ),
    "hosts as bold lines above lists": (
        "en",
        """\
{{Short description|none}}
This is a list of [[sister cities]] in China.{{efn|A note.}}

==A==
'''[[Anshan]]'''<ref>{{cite web|title=Twin towns}}</ref>
{{div col|colwidth=20em}}
*{{flagicon|JPN}} [[Amagasaki]], Japan
*{{flagicon|ENG}} [[Sheffield]], England, United Kingdom
* <s>{{flagdeco|TUR}} [[Bursa]], Turkey</s>
{{div col end}}

===[[Anqing]]===
{{columns-list|colwidth=20em|
* {{flagicon|USA}} [[Calabasas, California|Calabasas]], United States (1999)
* {{flagu|Japan}}: [[Ibaraki, Osaka|Ibaraki]]
}}

==References==
{{reflist|30em}}

{{Navbox|list1=
* [[Tokyo]], Japan
}}
[[Category:Lists|China]]
[[de:Liste]]
""",
        [
            ("Anshan", "JP", "Amagasaki", None),
            ("Anshan", "GB", "Sheffield", None),
            ("Anshan", "TR", "Bursa", None),
            ("Anqing", "US", "Calabasas", "1999"),
            ("Anqing", "JP", "Ibaraki", None),
        ],
    ),
    "definition lists": (
        "zh",
        """\
== 湖南省 ==
; [[長沙市]]
: {{flagicon|JPN}} [[鹿兒島市]]（1982年）
* {{flagicon|KOR}} [[龜尾市]]
; [[岳陽市]] : [[日本]][[沼津市]]
""",
        [
            ("長沙市", "JP", "鹿兒島市", "1982"),
            ("長沙市", "KR", "龜尾市", None),
            ("岳陽市", "JP", "沼津市", None),
        ],
    ),
    "tables that arrange lists in columns": (
        "zh",
        """\
===[[長沙市]]===
{| width=100%
|- valign="top"
|
* [[日本]][[鹿兒島市]]
* [[韓國]][[龜尾市]]
|
* [[日本]][[沼津市]]
|}
{|
|
===[[岳陽市]]===
* [[美國]][[泰特斯維爾]]
|}
""",
        [
            ("長沙市", "JP", "鹿兒島市", None),
            ("長沙市", "KR", "龜尾市", None),
            ("長沙市", "JP", "沼津市", None),
            ("岳陽市", "US", "泰特斯維爾", None),
        ],
    ),
    "tables that never close": (
        "zh",
        """\
{|
! 己方 !! 國家 !! 對方
|-
| 長沙市 || 日本 || 鹿兒島市
|-
| 岳陽市 || 日本 || {{nowrap|沼津市
|-
| 株洲市 || 美國 ||
{|
! 己方 !! 國家 !! 對方
|-
| 湘潭市 || 日本 || 彥根市
==省級==
{|
! 己方 !! 國家 !! 對方
|-
| 湖南省 || 日本 || 滋賀縣
|}
""",
        [
            ("長沙市", "JP", "鹿兒島市", None),
            ("岳陽市", "JP", "沼津市", None),
            ("湘潭市", "JP", "彥根市", None),
            ("湖南省", "JP", "滋賀縣", None),
        ],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    side, text, expected = PAGES[name]
    source = parse_text(text, side, "list.wiki")
    found = [(r.host, r.country, r.name, str(r.date) if r.date else None) for r in source.records]
    assert found == expected
    assert "not-understood" not in source.uses


def test_templates_that_may_hold_rows_are_not_passed_over_silently() -> None:
    text = "== [[長沙市]] ==\n* [[日本]][[鹿兒島市]]\n\n{{partners|a=[[大阪市]]\n|b=[[神戶市]]}}\n"
    uses = parse_text(text + "{{x|1}}\n", "zh", "x.wiki").uses
    assert uses == (
        "structure",
        "record",
        "structure",
        "not-understood",
        "not-understood",
        "structure",
    )


HOSTILE = {
    "nested templates": "{{nowrap|" * 10_000 + "x" + "}}" * 10_000,
    "open templates": "{{a|" * 10_000,
    "nested links": "[[a|" * 10_000 + "]]" * 10_000,
    "open links": "* [[a|" * 10_000,
    "nested tables": "{|\n|\n" * 10_000 + "x\n" + "|}\n" * 10_000,
    "open tables": "{|\n|\n" * 10_000,
    "open refs": "<ref>" * 10_000,
    "open comments": "<!--" * 10_000,
    "open variants": "-{zh-hans:" * 10_000,
    "open tags": "<br " * 10_000,
    "open attributes": "{|\n|-\n|" + 'a="x' * 10_000 + "|y",
    "all at once": "{{a|[[b|-{\n{|\n|<ref>" * 3_000,
    "list marks": "*" * 10_000 + " x",
    "blanks": " " * 100_000 + "x",
    "one long line": "x" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read(name: str) -> None:
    document = read_document(HOSTILE[name].encode(), "x.wiki", "zh")
    assert all(f.recognise(document.text) >= 0 for f in FORMATS)
    for block in read(document):
        assert spans_are_true(block, len(document.text))


def spans_are_true(block: SourceBlock, length: int) -> bool:
    match block:
        case Structure():
            return True
        case Heading():
            pieces = [block.title]
        case Entry():
            pieces = [block.content]
        case Table():
            pieces = [c.content for row in block.rows for c in row.cells]
    return all(0 <= at < length for p in pieces for at in (p.start, *p.offsets))


LEAVES = st.text(alphabet="ab北京 ", max_size=4)
WELL_FORMED = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("{{{{x|{}|y={}}}}}".format, inner, inner),
        st.builds("[[a|{}]]".format, inner),
        st.builds("{}{}".format, inner, inner),
        st.builds("<!-- {} -->{}".format, LEAVES, inner),
        st.builds("<ref>{}</ref>".format, LEAVES),
    ),
    max_leaves=12,
)


@given(WELL_FORMED)
def test_constructs_are_those_that_another_parser_finds(text: str) -> None:
    other = mwparserfromhell.parse(text)
    nodes = find_nodes(text)
    expected: tuple[tuple[Kind, Sequence[object]], ...] = (
        ("template", other.filter_templates()),
        ("link", other.filter_wikilinks()),
    )
    for kind, found in expected:
        ours = [text[n.start : n.end] for n in all_of(nodes, kind)]
        assert sorted(ours) == sorted(map(str, found))


def all_of(nodes: list[Node], kind: Kind) -> list[Node]:
    return [m for n in nodes for m in ([n] if n.kind == kind else []) + all_of(n.inner, kind)]


def shown(source: str) -> Inline:
    document = read_document(source.encode(), "x.wiki", "zh")
    return WikiInline(document).read(0, len(source), find_nodes(source))
