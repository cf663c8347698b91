"""Rendered pages: what a reader sees of them, and the rows of whole pages."""

from __future__ import annotations

import pytest

from reconcile.models import ParsedSource
from reconcile.sources import format_of, read_document
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Table
from reconcile.sources.formats.html.rendered import read, read_html
from tests.conftest import parse_text

SAVED = """\
<!DOCTYPE html>
<html lang="zh"><head><title>友好城市</title><script>var x = "<li>[[foo]]</li>";</script></head>
<body><div id="mw-navigation"><h2>導覽</h2><ul><li><a href="/wiki/X">首頁</a></li></ul></div>
<div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output">\
<p>下面是湖南省各個城市的<b>友好城市</b>的列表。</p><style>.a{b:c}</style>
<div id="toc" class="toc"><h2>目錄</h2><ul><li>1 湖南省</li></ul></div>
<div class="mw-heading mw-heading2"><h2 id="x">湖南省</h2><span class="mw-editsection">[<a \
href="/w/index.php?action=edit">編輯</a>]</span></div>
<table class="wikitable"><tbody><tr><th>己方</th><th>國家</th><th>對方</th><th>日期</th></tr><tr>\
<td rowspan="2"><a href="/wiki/%E9%95%B7%E6%B2%99%E5%B8%82" title="長沙市">長沙市</a></td><td>\
<span class="flagicon"><span><img alt="" src="//upload.example.org/a/Flag_of_Japan.svg/22px-Flag_of\
_Japan.svg.png" width="22"></span>&nbsp;</span><a href="/wiki/%E6%97%A5%E6%9C%AC">日本</a></td><td>\
<a href="/zh-tw/%E9%B9%BF%E5%85%92%E5%B3%B6%E5%B8%82">鹿兒島市</a><sup class="reference"><a \
href="#cite_note-1">[1]</a></sup></td><td>1982年10月30日</td></tr><tr><td>韓國</td><td>\
<a class="new" href="/w/index.php?title=%E9%BE%9C%E5%B0%BE%E5%B8%82&amp;redlink=1">龜尾市</a></td>\
<td><span style="display:none">0</span>1998年</td></tr></tbody></table>
<h3><span class="mw-headline">岳陽市</span><span class="mw-editsection">[編輯]</span></h3>
<ul><li><span class="flagicon"><a href="/wiki/x" title="日本"><img alt="日本" src="x.png"></a>\
</span> <a href="/wiki/%E6%B2%BC%E6%B4%A5%E5%B8%82">沼津市</a>（1985年）<ul><li>備註</li></ul></li>
<li><s><span class="flagicon"><a href="/wiki/y" title="美國"></a></span> 泰特斯維爾</s></li></ul>
<dl><dt>株洲市</dt><dd>日本<a href="https://ja.wikipedia.org/wiki/%E4%B8%8A%E9%87%8C%E7%94%BA">上里町\
</a></dd></dl>
<div role="navigation" class="navbox"><table><tr><td>導航</td><td>東京</td></tr></table></div>
</div><div class="printfooter">檢索自</div></div><div id="catlinks">分類：城市</div></body></html>
"""


def test_a_saved_page() -> None:
    source = parse_text(SAVED, "zh", "list.html")
    assert rows(source) == [
        ("湖南省", "長沙市", "JP", "鹿兒島市", "鹿兒島市", "1982-10-30"),
        ("湖南省", "長沙市", "KR", "龜尾市", "龜尾市", "1998"),
        ("岳陽市", "岳陽市", "JP", "沼津市", "沼津市", "1985"),
        ("岳陽市", "岳陽市", None, "備註", None, None),
        ("岳陽市", "岳陽市", "US", "泰特斯維爾", None, None),
        ("岳陽市", "株洲市", "JP", "上里町", "上里町", None),
    ]
    assert [r.ended for r in source.records] == [False] * 4 + [True, False]
    assert "not-understood" not in source.uses


def test_a_page_on_one_line() -> None:
    text = SAVED.replace("\n", " ")
    source = parse_text(text, "zh", "list.html")
    assert rows(source) == rows(parse_text(SAVED, "zh", "list.html"))
    assert set(source.uses) == {"record"}
    assert all(text[r.partner_ref.column - 1 :].startswith(r.name) for r in source.records)


def test_the_depth_of_items_is_kept() -> None:
    blocks = read(read_document(SAVED.encode(), "x.html", "zh"))
    found = [(b.content.text.strip(), b.depth) for b in blocks if isinstance(b, Entry) and b.bullet]
    assert found == [("沼津市（1985年）", 0), ("備註", 1), ("泰特斯維爾", 0), ("日本上里町", 0)]


# HTML, the texts of its blocks: a heading as #, an item as *, a table by its rows
PIECES = {
    "text between tags": ("<p>a</p>b<h2>c<br>d</h2><ul><li>e<p>f", ["a", "b", "#c d", "*e f"]),
    "cells without ends": ("<table><tr><td>a<td>b<tr><th>c</table>d", ["a|b/c", "d"]),
    "a caption": ("<table><caption>a</caption><tr><td>b</table>", ["a", "b"]),
    "a table inside a cell": (
        "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>",
        ["a b c d|e"],
    ),
    "a table inside a cell that never closes": (
        "<table><tr><td>a<td><table><tr><td>b<tr><td>c<td>d</table><p>e",
        ["a|", "b/c|d", "e"],
    ),
    "a table that ends at a heading": (
        "<table><tr><td>a<h2>b</h2><table><tr><td>c</table>",
        ["a", "#b", "c"],
    ),
    "tables side by side": (
        "<table><tr><td a=b>\n<table><tr><td>a</td><td>b</td></tr></table></td><td>&nbsp;</td>"
        "<td><center><table><tr><td>c</td></tr><tr><td>d</td></tr></table></center></td></tr></table>",
        ["a|b", "c/d"],
    ),
    "a table with titles in one that arranges the page": (
        "<table><tr><td>a<br>b</td><td><b>c</b>\n<table><tr><th>d<th>e<tr><td>f<td>g</table>h</table>",
        ["a", "b", "c", "d|e/f|g", "h"],
    ),
    "a table of lists side by side": (
        "<table><tr><td><ul><li>a<li>b</ul></td><td><div><ul><li>c</ul></div></td></tr></table>",
        ["*a", "*b", "*c"],
    ),
    "a table around sections": (
        "<table><tr><td><h3>a</h3><ul><li>b</ul></td></tr></table>",
        ["#a", "*b"],
    ),
    "frame of the page": (
        '<p>a<span class="mw-editsection">x</span></p><div class="navbox">x<div>x</div></div>b',
        ["a", "b"],
    ),
    "broken tags": ("<p>a < b <i & c <b", ["a < b <i & c <b"]),
    "comments": ("<p>a<!-- <p>x --> b <!-- c", ["a b <!-- c"]),
}


@pytest.mark.parametrize("name", PIECES)
def test_pieces(name: str) -> None:
    text, expected = PIECES[name]
    blocks = read_html(read_document(text.encode(), "x.html", "zh"), 0, len(text))
    assert [shown(b) for b in blocks] == expected


HOSTILE = {
    "nested tables": "<table><tr><td>" * 10_000 + "x" + "</td></tr></table>" * 10_000,
    "open tables": "<table><tr><td>x" * 10_000,
    "nested lists": "<ul><li>" * 10_000,
    "open comments": "<!--" * 10_000,
    "open tags": '<a b="' * 10_000,
    "open instructions": "<?" * 10_000 + "<!" * 10_000,
    "open scripts": "<script>" * 10_000,
    "hidden": "<div hidden>" * 10_000,
    "ampersands": "&a" * 10_000,
    "numbers": "&#99999999999;" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read(name: str) -> None:
    text = "<h2>a</h2>" + HOSTILE[name]
    document = read_document(text.encode(), "x.html", "zh")
    assert format_of(document).name == "html"
    headings = [b for b in read(document) if isinstance(b, Heading)]
    assert [b.title.text for b in headings] == ["a"]


def rows(source: ParsedSource) -> list[tuple[str | None, ...]]:
    return [
        (r.section, r.host, r.country, r.name, r.target, str(r.date) if r.date else None)
        for r in source.records
    ]


def shown(block: SourceBlock) -> str:
    match block:
        case Heading():
            return "#" + " ".join(block.title.text.split())
        case Entry():
            return "*" * block.bullet + " ".join(block.content.text.split())
        case Table():
            cells = [[" ".join(c.content.text.split()) for c in row.cells] for row in block.rows]
            return "/".join("|".join(row) for row in cells)
    raise AssertionError(block)
