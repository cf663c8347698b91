"""Hostile documents of any size, by a small grammar: a beginning, a piece again and again, an end.

Each stands for a kind: constructs that never close, that nest, that span, runs of one character,
lines and cells without an end, and the like of each format.
"""

from __future__ import annotations

import bz2
import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import zstandard

from reconcile.models import Side


@dataclass(frozen=True, slots=True)
class Hostile:
    """A kind of document: `head`, `piece` as often as fits into a size, `tail`."""

    name: str
    piece: str
    head: str = ""
    tail: str = ""
    side: Side = "zh"
    pack: Callable[[bytes], bytes] = bytes

    def document(self, size: int) -> bytes:
        """The document with about `size` bytes of UTF-8 before it is packed."""
        pieces = max(1, size // len(self.piece.encode()))
        body = "".join(self.piece.replace("%d", str(i)) for i in range(pieces))
        return self.pack(f"{self.head}{body}{self.tail}".encode())


_WIKI = "== 湖南省 ==\n;[[长沙市]]\n* [[日本]][[鹿儿岛市]]（1982年10月30日）\n"
_MARKDOWN = "## 長沙市\n\n- [日本](https://zh.wikipedia.org/wiki/日本)鹿兒島市\n\n"
_PAGE = "<!DOCTYPE html><html><body><h2>長沙市</h2><ul><li>日本鹿兒島市</li></ul>"
_PLAIN = "长沙市\n\n- 日本鹿儿岛市\n\n"
_ENGLISH = "==Hunan==\nChangsha\n- JPN Kagoshima, Japan\n"
_CSV = "主方,友城,国家,日期,备注\n长沙市,鹿儿岛市,日本,1982-10-30,\n"
_TABLE = '{| class="wikitable"\n! 城市 !! 国家 !! 对方\n'


def _sheet(cells: Callable[[str], str]) -> Callable[[bytes], bytes]:
    """Packs a text as the rows of the one sheet of an XLSX workbook."""

    def pack(body: bytes) -> bytes:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        rel = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts = {
            "[Content_Types].xml": "",
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{doc}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rel}"><Relationship Id="r1" '
            f'Type="{doc}/worksheet" Target="worksheets/a.xml"/></Relationships>',
            "xl/worksheets/a.xml": f'<worksheet xmlns="{main}">{cells(body.decode())}</worksheet>',
        }
        return _zip(parts)

    return pack


def _open_document(body: bytes) -> bytes:
    """Packs XML as the one table of an ODS workbook."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{n}="{space}:{n}:1.0"' for n in ("office", "table", "text"))
    xml = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="a">{body.decode()}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zip({"mimetype": kind, "content.xml": xml})


def _zip(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def _of_frames(body: bytes) -> bytes:
    """A text behind empty frames of zstd that have as many bytes as it."""
    empty = zstandard.ZstdCompressor().compress(b"")
    return empty * (len(body) // len(empty)) + zstandard.ZstdCompressor().compress(body[:2000])


def _of_members(body: bytes) -> bytes:
    empty = gzip.compress(b"")
    return empty * (len(body) // len(empty)) + gzip.compress(body[:2000])


_ROW = (
    '<row><c t="inlineStr"><is><t>主方</t></is></c><c t="inlineStr"><is><t>友城</t></is></c></row>'
)
_ODS_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
_ODS_ROW = (
    f"<table:table-row>{_ODS_CELL.format('主方')}{_ODS_CELL.format('友城')}</table:table-row>"
)

DOCUMENTS: tuple[Hostile, ...] = (
    # -- wikitext: what opens and never closes, what nests, what spans ---------------------------
    Hostile("wiki-tables-open", "{|\n| 长沙市 || 日本 || 鹿儿岛市\n", _WIKI),
    Hostile("wiki-tables-open-then-comment", "{|\n<!--\n== a ==\n-->\n== b ==\n", _WIKI),
    Hostile("wiki-tables-open-then-ref", "{|\n<ref>\n{|\n</ref>\n|-\n| a\n", _WIKI),
    Hostile("wiki-tables-open-then-nowiki", "{|\n<nowiki>\n== a ==\n</nowiki>\n", _WIKI),
    Hostile("wiki-braces", "{", _WIKI),
    Hostile("wiki-template-opens", "{{a|", _WIKI),
    Hostile("wiki-template-deep", "{{a|{{b|c}}", _WIKI),
    Hostile("wiki-brackets", "[", _WIKI),
    Hostile("wiki-link-opens", "[[日本|", _WIKI),
    Hostile("wiki-file-opens", "[[File:a.jpg|thumb|[[日本]]\n", _WIKI),
    Hostile("wiki-variant-opens", "-{zh-hans:长沙;", _WIKI),
    Hostile("wiki-comment-opens", "<!-- ", _WIKI),
    Hostile("wiki-ref-opens", "<ref name=a>日本", _WIKI),
    Hostile("wiki-ref-opens-in-a-line", "* [[日本]]<ref>a\n", _WIKI),
    Hostile("wiki-nowiki-opens", "<nowiki>", _WIKI),
    Hostile("wiki-tag-begins", "<ref ", _WIKI),
    Hostile("wiki-quotes", "'", _WIKI),
    Hostile("wiki-quotes-in-words", "'''日'' ", _WIKI),
    Hostile("wiki-bars", "|", _WIKI + _TABLE, "\n|}"),
    Hostile("wiki-row-marks", "|-\n", _WIKI + _TABLE, "|}"),
    Hostile("wiki-cells", "| a || b || c\n|-\n", _WIKI + _TABLE, "|}"),
    Hostile("wiki-cells-of-one-row", "| a\n", _WIKI + _TABLE, "|}"),
    Hostile("wiki-spans", "|-\n| rowspan=0 colspan=99 | a || b\n", _WIKI + _TABLE, "|}"),
    Hostile("wiki-table-in-table", "{|\n|\n", _WIKI, "|}\n"),
    Hostile("wiki-equals", "=", _WIKI),
    Hostile("wiki-headings", "== 湖南省%d ==\n", _WIKI),
    Hostile("wiki-heading-of-blanks", " ", _WIKI + "== 湖南省", "x\n"),
    Hostile("wiki-heading-of-names", "湖南省", _WIKI + "== ", " ==\n"),
    Hostile("wiki-prose", "南京市与日本名古屋市", _WIKI),
    Hostile("wiki-prose-lines", "南京市与日本名古屋市结为友好城市。\n", _WIKI),
    Hostile("wiki-item-of-names", "、[[日本]][[鹿儿岛市]]", _WIKI + "* "),
    Hostile("wiki-items", "* [[日本]][[鹿儿岛市]]（1982年10月30日）\n", _WIKI),
    Hostile("wiki-hosts", ";[[长沙市]]\n* [[日本]][[大阪市]]\n", _WIKI),
    Hostile("wiki-same-rows", "* [[日本]][[大阪市]]\n", _WIKI),
    Hostile("wiki-html-table-opens", "<table><tr><td>日本", _WIKI),
    Hostile("wiki-dates", "1982年10月30日", _WIKI + "* [[日本]][[大阪市]] "),
    Hostile("wiki-brackets-round", "（", _WIKI + "* [[日本]][[大阪市]] "),
    Hostile("wiki-brackets-closed", "（a）", _WIKI + "* [[日本]][[大阪市]] "),
    Hostile("wiki-language-tags", "{{lang|ja|鹿児島}}", _WIKI + "* [[日本]]"),
    # -- HTML and Markdown -----------------------------------------------------------------------
    Hostile("html-tables-open", "<table><tr><td>日本", _PAGE),
    Hostile("html-tables-open-lines", "<table><tr><td>日本鹿兒島市\n", _PAGE),
    Hostile(
        "html-colspan", "<tr><td>a</td></tr>\n", _PAGE + "<table><tr><td colspan=999 rowspan=999>a"
    ),
    Hostile("html-rowspan-0", "<tr><td rowspan=0>a<td>日本<td>b</tr>\n", _PAGE + "<table>"),
    Hostile(
        "html-tables-wide",
        "<table><tr><td colspan=99 rowspan=99>a<tr><td>b<tr><td>c</table>",
        _PAGE,
    ),
    Hostile("html-cells", "<tr><td>a<td>日本<td>b", _PAGE + "<table>"),
    Hostile("html-cells-of-one-row", "<td>a", _PAGE + "<table><tr>"),
    Hostile("html-deep", "<div>", _PAGE),
    Hostile("html-deep-inline", "<b><i>", _PAGE),
    Hostile("html-lists-deep", "<ul><li>", _PAGE),
    Hostile("html-items-on-one-line", "<li>日本鹿兒島市</li>", _PAGE + "<ul>"),
    Hostile("html-angles", "<", _PAGE),
    Hostile("html-attributes", " a=b", _PAGE + "<td"),
    Hostile("html-attribute-quote", 'a="', _PAGE + "<td "),
    Hostile("html-entities", "&#x65e5;", _PAGE + "<p>"),
    Hostile("html-ampersands", "&a", _PAGE + "<p>"),
    Hostile("html-comments-open", "<!-- a ", _PAGE),
    Hostile("html-scripts-open", "<script>a<", _PAGE),
    Hostile("html-cards", "<div class=card><h3>大阪市</h3><p>日本</p></div>\n", _PAGE),
    Hostile("html-links", '<a href="/wiki/日本">日本</a>', _PAGE + "<p>"),
    Hostile("md-heading-of-blanks", " ", "## 長沙市", "x\n"),
    Hostile("md-heading-of-names", "廣東省", "## ", "\n\n- 日本鹿兒島市\n"),
    Hostile("md-link-opens", "[日本](", _MARKDOWN),
    Hostile("md-brackets", "[", _MARKDOWN),
    Hostile("md-backslashes", "\\", _MARKDOWN),
    Hostile("md-pictures", "![日](/a ", _MARKDOWN),
    Hostile("md-tables-open", "<table><tr><td>日本", _MARKDOWN),
    Hostile(
        "md-rowspan-0",
        "<tr><td rowspan=0>長沙市</td><td>日本</td><td>鹿兒島市</td></tr>\n",
        "<table>",
    ),
    Hostile("md-bars", "|", _MARKDOWN),
    Hostile(
        "md-pipe-rows",
        "| 長沙市 | 日本 | 大阪市 |\n",
        _MARKDOWN + "| 城市 | 国家 | 友城 |\n|---|---|---|\n",
    ),
    Hostile("md-pipe-tables", "| a | b |\n|---|---|\n| 長沙市 | 日本 |\n\n", _MARKDOWN),
    Hostile("md-stars", "*", _MARKDOWN),
    Hostile("md-tildes", "~~a", _MARKDOWN),
    Hostile("md-rules", "|---", _MARKDOWN),
    # -- plain text ------------------------------------------------------------------------------
    Hostile("text-blanks", " ", _PLAIN + "- 日本", "x\n"),
    Hostile("text-blank-lines", "\n", _PLAIN, "- 日本大阪市\n"),
    Hostile("text-one-line-of-han", "长沙市", _PLAIN),
    Hostile("text-one-line-of-commas", "，日本大阪市", _PLAIN + "- "),
    Hostile("text-lines", "- 日本大阪市%d，1982年\n", _PLAIN),
    Hostile("text-hosts", "长沙市\n- 日本大阪市\n", _PLAIN),
    Hostile("text-dashes", "—", _PLAIN + "长沙市："),
    Hostile("text-odd-blanks", "\u2002", _PLAIN + "长沙市：—"),
    Hostile("text-columns", "长沙市  日本  大阪市\n", "城市  国家  友城\n----  ----  ----\n"),
    Hostile("text-tabs", "\t", "城市\t国家\t友城\n长沙市\t日本"),
    Hostile("text-stacked", "长沙市\n日本\n大阪市\n1982年\n", "城市\n国家\n友城\n日期\n"),
    Hostile("text-digits", "1", _PLAIN + "- 日本大阪市 "),
    Hostile("text-dates", "1982-10-30 ", _PLAIN + "- 日本大阪市 "),
    Hostile("text-numbered", "1. ", _PLAIN),
    Hostile("text-flags", "🇯🇵", _PLAIN + "- "),
    Hostile("en-one-line", ", Japan", _ENGLISH + "- JPN Kagoshima", side="en"),
    Hostile("en-words", "Kagoshima ", _ENGLISH + "- JPN ", side="en"),
    Hostile("en-and", " and Kagoshima", _ENGLISH + "Changsha", side="en"),
    Hostile(
        "en-prose", "Changsha and Kagoshima (Japan) became sister cities. ", _ENGLISH, side="en"
    ),
    Hostile("en-lines", "- JPN Osaka%d, Japan\n", _ENGLISH, side="en"),
    Hostile("en-hosts", "Changsha\n- JPN Osaka, Japan\n", _ENGLISH, side="en"),
    Hostile("en-capitals", "A", _ENGLISH + "- ", side="en"),
    Hostile("en-hyphens", "A-", _ENGLISH + "- ", side="en"),
    Hostile("en-brackets", "(", _ENGLISH + "- JPN Osaka ", side="en"),
    # -- CSV and TSV -----------------------------------------------------------------------------
    Hostile("csv-quotes", '"', _CSV),
    Hostile("csv-quotes-open", 'a,"b\n', _CSV),
    Hostile("csv-commas", ",", _CSV),
    Hostile("csv-rows", "长沙市,大阪市%d,日本,1982-10-30,\n", _CSV),
    Hostile("csv-titles", "a%d,", "主方,友城,", "\n长沙市,大阪市\n"),
    Hostile("csv-cell-of-names", "、大阪市", _CSV + "长沙市,"),
    Hostile("csv-cell-of-dates", "1982-10-30;", _CSV + "长沙市,大阪市,日本,"),
    Hostile("csv-cell-of-blanks", " ", _CSV + "长沙市,大", "阪市,日本\n"),
    Hostile("tsv-tabs", "\t", "主方\t友城\t国家\n长沙市\t大阪市\t日本\n"),
    # -- JSON ------------------------------------------------------------------------------------
    Hostile(
        "json-rows", ',{"主方":"长沙市","友城":"大阪市"}', '[{"主方":"长沙市","友城":"大阪市"}', "]"
    ),
    Hostile("json-deep", "[", "", ""),
    Hostile("json-deep-objects", '{"a":', "["),
    Hostile("json-keys", ',"a%d":1', '[{"主方":"长沙市","友城":"大阪市"', "}]"),
    Hostile(
        "json-copies",
        '{"b":1},',
        '[{"友城":"大阪市",' + "".join(f'"a{i}":1,' for i in range(900)) + '"x":[',
        "{}]}]",
    ),
    Hostile("json-array-of-values", ',"a"', '[{"主方":"长沙市","友城":["大阪市"', "]}]"),
    Hostile("json-string", "日", '[{"主方":"长沙市","友城":"', '"}]'),
    Hostile("json-escapes", "\\u65e5", '[{"主方":"长沙市","友城":"', '"}]'),
    Hostile("json-backslashes", "\\\\", '[{"主方":"长沙市","友城":"', '"}]'),
    Hostile("json-digits", "1", '[{"主方":"长沙市","友城":', "}]"),
    Hostile("json-blanks", " ", '[{"主方":"长沙市",', '"友城":"大阪市"}]'),
    Hostile("jsonl-rows", '{"主方":"长沙市","友城":"大阪市%d"}\n'),
    Hostile("json-other-keys", '{"a%d":1},', '[{"友城":"大阪市"},', '{"b":1}]'),
    # -- workbooks and compression ---------------------------------------------------------------
    Hostile(
        "xlsx-rows",
        _ROW.replace("主方", "长沙市").replace("友城", "大阪市"),
        pack=_sheet(lambda body: f"<sheetData>{_ROW}{body}</sheetData>"),
    ),
    Hostile(
        "xlsx-merged",
        '<mergeCell ref="A%d:ZZ900"/>',
        pack=_sheet(
            lambda body: f"<sheetData>{_ROW * 900}</sheetData><mergeCells>{body}</mergeCells>"
        ),
    ),
    Hostile(
        "xlsx-far-cells",
        '<row r="1%d00"><c r="ZZ1%d00" t="inlineStr"><is><t>a</t></is></c></row>',
        pack=_sheet(lambda body: f"<sheetData>{_ROW}{body}</sheetData>"),
    ),
    Hostile("xlsx-deep", "<a>", pack=_sheet(lambda body: f"<sheetData>{_ROW}{body}")),
    Hostile(
        "xlsx-runs",
        "<r><t>日</t></r>",
        pack=_sheet(
            lambda body: (
                f'<sheetData>{_ROW}<row><c t="inlineStr"><is>{body}</is></c></row></sheetData>'
            )
        ),
    ),
    Hostile(
        "ods-repeated",
        '<table:table-row table:number-rows-repeated="9999">'
        + _ODS_CELL.format("日本")
        + "</table:table-row>",
        _ODS_ROW,
        pack=_open_document,
    ),
    Hostile(
        "ods-columns-repeated",
        '<table:table-row><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="999"><text:p>日本</text:p></table:table-cell>'
        "</table:table-row>",
        _ODS_ROW,
        pack=_open_document,
    ),
    Hostile(
        "ods-spaces",
        '<text:s text:c="99999"/>',
        _ODS_ROW + '<table:table-row><table:table-cell office:value-type="string"><text:p>日',
        "</text:p></table:table-cell></table:table-row>",
        pack=_open_document,
    ),
    Hostile(
        "ods-rows",
        "<table:table-row>"
        + _ODS_CELL.format("长沙市")
        + _ODS_CELL.format("大阪市")
        + "</table:table-row>",
        _ODS_ROW,
        pack=_open_document,
    ),
    Hostile("zstd-frames", "长沙市,大阪市,日本,,\n", _CSV, pack=_of_frames),
    Hostile("gzip-members", "长沙市,大阪市,日本,,\n", _CSV, pack=_of_members),
    Hostile("gzip-rows", "长沙市,大阪市%d,日本,,\n", _CSV, pack=gzip.compress),
    Hostile("bz2-rows", "长沙市,大阪市%d,日本,,\n", _CSV, pack=bz2.compress),
)
