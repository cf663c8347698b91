"""Markdown with HTML inside: what it shows, and where each character stands."""

from __future__ import annotations

import pytest

from tests.sources.texts import shown

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
    inline = shown(source)
    assert inline.text == text
    assert [x.target for x in inline.links] == targets
    for char, offset in zip(inline.text, inline.offsets, strict=True):
        assert source[offset] == char or char == " " or source[offset] == "&"


def test_struck_out_text_is_known() -> None:
    inline = shown("<s>[什切青省](x.md)</s>[1]")
    assert inline.is_struck(0, 4)
    assert not inline.is_struck(4, 7)
