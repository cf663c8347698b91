"""Pages of wikitext as they are written: their rows, and what would take other parsers minutes."""

from __future__ import annotations

import pytest

from reconcile.models import Side
from reconcile.sources import FORMATS, read_document
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure, Table
from reconcile.sources.formats.wiki.wikitext import read
from tests.conftest import parse_text

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
    "a table that arranges tables": (
        "zh",
        """\
{|
| valign="top" |
{| class="wikitable"
! 己方 !! 國家 !! 對方
|-
| [[長沙市]] || 日本 || [[鹿兒島市]]
|}
|
|
{| class="wikitable"
! 己方 !! 國家 !! 對方
|-
| [[岳陽市]] || 日本 || [[沼津市]]
|}
|}
""",
        [("長沙市", "JP", "鹿兒島市", None), ("岳陽市", "JP", "沼津市", None)],
    ),
    "a table with titles in one that arranges the page": (
        "zh",
        """\
{|
| 湖南省的友好城市：
{| class="wikitable"
|-
! 己方 !! 國家 !! 對方
|-
| [[長沙市]] || 日本 || [[鹿兒島市]]
|}
|
|}
""",
        [("長沙市", "JP", "鹿兒島市", None)],
    ),
    "a table inside of a cell": (
        "zh",
        """\
{|
! 己方 !! 國家 !! 對方
|-
| [[長沙市]] || 日本
|
{|
| [[鹿兒島市]] || [[金澤市]]
|-
| [[沼津市]]
|}
|-
| [[岳陽市]] || 日本 || [[上里町]]
|}
""",
        [
            ("長沙市", "JP", "鹿兒島市", None),
            ("長沙市", "JP", "金澤市", None),
            ("長沙市", "JP", "沼津市", None),
            ("岳陽市", "JP", "上里町", None),
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
