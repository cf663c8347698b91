from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.sources import FORMATS, read_document
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure, Table
from reconcile.sources.formats.html.markup import read_inline
from reconcile.sources.inline import Inline
from reconcile.sources.link_targets import link_title

SHOWN = [
    ('[東京](../Page/東京.md "wikilink")', "東京", ["東京"]),
    (
        r"[大野町 (岐阜縣)](https://zh.wikipedia.org/wiki/大野町_\(岐阜縣\) " '"w")',
        "大野町 (岐阜縣)",
        ["大野町 (岐阜縣)"],
    ),
    (
        "<small>[日本](a.md)[草加市](b.md)（1998年11月1日）",
        "日本草加市（1998年11月1日）",
        ["a", "b"],
    ),
    ("-{庄}-原市", "庄原市", []),
    ("A &amp; B&nbsp;C", "A & B C", []),
    ("x<sup>[1]</sup>y<!-- z -->", "xy", []),
    ("<a href='/wiki/%E5%8C%97%E4%BA%AC'>北京</a>", "北京", ["北京"]),
    ("[no link] (at all)", "[no link] (at all)", []),
    ("a < b", "a < b", []),
]


@pytest.mark.parametrize(("source", "text", "targets"), SHOWN)
def test_displayed_text(source: str, text: str, targets: list[str]) -> None:
    inline = whole(source)
    assert inline.text == text
    assert [x.target for x in inline.links] == targets
    for char, offset in zip(inline.text, inline.offsets, strict=True):
        assert source[offset] == char or char == " " or source[offset] == "&"


def test_struck_out_text_is_known() -> None:
    inline = whole("<s>[什切青省](x.md)</s>[1]")
    assert inline.is_struck(0, 4)
    assert not inline.is_struck(4, 7)


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("https://zh.wikipedia.org/wiki/:普羅夫迪夫州", "普羅夫迪夫州"),
        ("../Page/科隆.md", "科隆"),
        ("https://zh.wikipedia.org/wiki/%E5%8C%97%E4%BA%AC_(x)", "北京 (x)"),
        ("http://www.example.org/a", "http://www.example.org/a"),
    ],
)
def test_link_targets_become_titles(target: str, title: str) -> None:
    assert link_title(target) == title


def whole(text: str) -> Inline:
    document = read_document(text.encode(), "x.md", "zh")
    return read_inline(document, 0, len(document.text))


MARKUP = st.text(alphabet="ab北京[]()\\|<>/&;\"'- \n#=*tdr-{}\ue000\ue001\ue002", min_size=1)
TAGS = st.lists(
    st.sampled_from(
        [
            "<table>",
            "</table>",
            "<tr>",
            "<td>",
            "</td>",
            "</tr>",
            "<th>",
            "<s>",
            "<a href=x>",
            "</a>",
            "北京",
            "1999年",
            "\n",
            "| a | b |\n",
            "## x\n",
            "<p>",
            "<!--",
            "-->",
            "<script>",
            "[x](y)",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150)
@given(MARKUP | TAGS)
def test_no_text_is_too_strange(text: str) -> None:
    if not text.strip():
        return
    document = read_document(text.encode(), "x.md", "zh")
    for form in FORMATS:
        try:
            blocks = list(form.read(document))
        except ReconcileError:
            continue  # what is no such table is refused in one sentence
        for block in blocks:
            for inline in pieces(block):
                for char, offset in zip(inline.text, inline.offsets, strict=True):
                    shown = document.text[offset]
                    assert char in (shown, " ", "\n") or shown in "&\\"


def pieces(block: SourceBlock) -> list[Inline]:
    match block:
        case Structure():
            return []
        case Heading():
            return [block.title]
        case Entry():
            return [block.content]
        case Table():
            return [c.content for row in block.rows for c in row.cells]
