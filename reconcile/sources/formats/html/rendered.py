"""Rendered pages: what a browser saves, or a wiki's API gives as HTML.

The page's frame (menus, edit links, navigation boxes, footnotes) is passed over; tables, lists,
headings and flags are read as a reader of the page sees them. Tables in Markdown dumps are read
here too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reconcile.models import Document
from reconcile.places.placename import place_name
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure, Table, Title
from reconcile.sources.display import HIDDEN
from reconcile.sources.formats.html.cards import find_cards
from reconcile.sources.formats.html.markup import MarkupReader, read_inline
from reconcile.sources.formats.html.table import CELL_TAGS, TABLE_TAGS, HtmlTable
from reconcile.sources.link_targets import flag_of_classes, flag_of_picture

_TABLE_TAG = re.compile(r"<(?P<end>/?)(?:table\b|(?P<title>h[1-6]\b))", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_TITLE_CELL = re.compile(r"<th\b", re.IGNORECASE)
_HOLDING_CELL = re.compile(
    r"<t[dh]\b[^<>]*>(?:\s|<(?:div|p|span|center)\b[^<>]*>|</p>|</span>)*<(?:[uo]l|table)\b",
    re.IGNORECASE,
)
_EMPTY_CELL = re.compile(
    r"<t[dh]\b[^<>]*>(?:\s|&nbsp;|&#160;|<br\b[^<>]*>)*(?=</?t[dhr]\b|</?tbody\b|</table\b)",
    re.IGNORECASE,
)
_PAGE_TITLE = re.compile(r"<title\b[^<>]*>([^<>]*)</title\s*>", re.IGNORECASE)
_CONTENT = (
    re.compile(r"<div\b[^<>]*\bid=[\"']?mw-content-text\b[^<>]*>", re.IGNORECASE),
    re.compile(r"<div\b[^<>]*\bmw-parser-output\b[^<>]*>", re.IGNORECASE),
)
_DIV = re.compile(r"<(/?)div\b[^<>]*>", re.IGNORECASE)
_FRAME = frozenset(
    (
        *("mw-editsection", "reference", "references", "reflist", "navbox", "navbar", "toc"),
        *("noprint", "catlinks", "printfooter", "mw-jump-link", "hatnote", "metadata", "ambox"),
        *("infobox", "sidebar", "sistersitebox", "thumbcaption", "mw-references-wrap"),
        *(
            "mbox-small",
            "mw-empty-elt",
            "sortkey",
            "vertical-navbox",
            "ilh-comment",
            "shortdescription",
        ),
    )
)
"""Classes of elements that are no part of a list: links for editors, boxes, notes."""
_FRAME_TAGS = frozenset(("script", "style", "figcaption", "head", "nav", "footer", "noscript"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_TITLES = {f"h{n}": n for n in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl"))
_ITEMS = frozenset(("li", "dt", "dd"))
_PARAGRAPHS = frozenset(("p", "div", "section", "blockquote"))
_PIECES = _LISTS | _ITEMS | _TITLES.keys() | _PARAGRAPHS | {"tr", "td", "th"}
"""Outside of tables, what ends a piece of text."""
_END = re.compile(r"</([a-zA-Z][^\s/>]{0,40})")
_MARKS = re.compile(r"<(?:h[1-6]|[uod]l|div|html|body|section)\b", re.IGNORECASE)
_OTHER = re.compile(r"(?m)^#{1,6} |\]\([^()\s]+[()]|\[\[[^\[\]\n]+\]\]|\{\{[^{}\n]+\}\}")
_ROW_LINE = re.compile(r"(?mi)^[ \t]*<(?:table|tr|td)\b")


def recognise(text: str) -> int:
    """How much of the text looks like this format: block tags that other formats lack."""
    marks = len(_MARKS.findall(text))
    if marks <= len(_OTHER.findall(text)):
        return 0
    return marks + len(_ROW_LINE.findall(text)) + len(re.findall(r"(?m)^={1,6}.*=$", text))


def read(document: Document) -> Iterator[SourceBlock]:
    """The blocks of the page's content, in order. Fails only for a table that is too large."""
    yield from _titles(document)
    start, end = _content(document.text)
    found = read_html(document, start, end)
    shown: set[int] = set()
    for block in found:
        if isinstance(block, Table):
            shown.update(range(block.first, block.last + 1))
        elif not isinstance(block, Structure):
            shown.add(block.line)
        yield block
    for line in range(1, len(document.lines) + 1):
        if line not in shown:
            yield Structure(line, line)


def _titles(document: Document) -> Iterator[Title]:
    """What the page is called in its head."""
    match = _PAGE_TITLE.search(document.text)
    if match is not None and match[1].strip():
        content = read_inline(document, *match.span(1))
        yield Title(content, document.line_of(content.offsets[0]))


def read_html(
    document: Document, start: int, end: int, *, markdown: bool = False
) -> list[SourceBlock]:
    """The blocks of the HTML in `[start, end)`, in which may stand Markdown."""
    reader = _PageReader(document, start, end)
    reader.read(markdown=markdown)
    return reader.finish()


def _content(text: str) -> tuple[int, int]:
    """Where the page's content stands inside the frame of a saved page."""
    opened = next((m for pattern in _CONTENT if (m := pattern.search(text))), None)
    if opened is None:
        return 0, len(text)
    depth = 1
    for match in _DIV.finditer(text, opened.end()):
        depth += -1 if match.group(1) else 1
        if depth == 0:
            return opened.end(), match.start()
    return opened.end(), len(text)


def _arranging_tables(text: str, base: int) -> tuple[set[int], set[int]]:
    """The offsets of tables that only arrange what they hold, and of tables that never close.

    A table that holds section headings, or nothing but lists or tables side by side, arranges
    them; and one without titles of columns arranges a table that has some.
    """
    open_: list[int] = []
    closed: list[tuple[int, int, str]] = []
    own: list[str] = []
    last = 0
    titles: list[int] = []
    for match in _TABLE_TAG.finditer(text):
        if match["title"]:
            titles.append(match.start())
        elif not match["end"]:
            open_.append(match.start())
            if len(open_) == 2:
                own.append(text[max(last, open_[0]) : match.end()])
        elif open_:
            start = open_.pop()
            if not open_:  # one inside another is text of its cell
                own.append(text[max(last, start) : match.start()])
                closed.append((start, match.start(), "".join(own)))
                own = []
            last = match.end()
    arranging = {
        base + start
        for start, end, own_text in closed
        if bisect_right(titles, end) > bisect_right(titles, start)
        or _only_holds(own_text)
        or (_TITLE_CELL.search(text, start, end) and not _TITLE_CELL.search(own_text))
    }
    return arranging, {base + start for start in open_}


def _only_holds(table: str) -> bool:
    """Whether every cell holds a list or a table, but for empty ones that keep them apart.

    `table` is its markup, of the tables inside of it only where they begin.
    """
    holding, empty, all_ = (
        len(pattern.findall(table)) for pattern in (_HOLDING_CELL, _EMPTY_CELL, _CELL)
    )
    return bool(holding) and holding + empty == all_


def _is_frame(tag: str, values: dict[str, str]) -> bool:
    """Whether an element is no part of the page's text."""
    return (
        tag in _FRAME_TAGS
        or "hidden" in values
        or not _FRAME.isdisjoint(values.get("class", "").split())
        or values.get("id") in ("toc", "catlinks")
        or bool(HIDDEN.search(values.get("style", "")))
    )


class _PageReader(MarkupReader):
    """Collects blocks; `_start` is where the piece that is being read begins."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        super().__init__(document, start, end)
        self.blocks: list[SourceBlock] = []
        self.arranging, self.unclosed = _arranging_tables(document.text[start:end], start)
        cards = find_cards(document.text[start:end])
        self._cards = {start + a: start + b for a, b in cards.items()}
        self._card_end = -1
        self._start = start
        self._hidden: list[str] = []
        self._last_ends = {
            m.group(1).lower(): m.start() for m in _END.finditer(document.text, start, end)
        }
        self._lists = 0
        self._item: str | None = None
        self._table: HtmlTable | None = None
        self._inner_tables = 0
        self._link: tuple[str, int, int] | None = None

    def finish(self) -> list[SourceBlock]:
        """All blocks; what is not closed ends where the text ends."""
        self._end_table(max(self.base, self.stop - 1))
        self._flush(self.stop)
        return self.blocks

    @property
    def _after_tag(self) -> int:
        return self.here + len(self.get_starttag_text() or "")

    # -- tags --------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {k: v or "" for k, v in attrs}
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
        elif tag not in _VOID and _is_frame(tag, values) and self._closes(tag):
            self._hidden.append(tag)
            self.shown.silent += 1
        elif tag == "img":
            self._image(values)
        elif tag == "table":
            self._start_table()
        elif self._table is None:
            self._in_text(tag, attrs)
        elif self._inner_tables and tag in TABLE_TAGS:
            self.shown.gap(self.here)
        else:
            self._in_table(tag, attrs)
        code = flag_of_classes(values.get("class", ""))
        if code and not self._hidden:
            self.shown.flag(code, self.here, self._after_tag)

    def _closes(self, tag: str) -> bool:
        """Whether the element that begins here ends: if not, it must not hide the page."""
        return self.here < self._last_ends.get(tag, -1) and self.here not in self.unclosed

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)
        elif not self._hidden:
            super().handle_startendtag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
                self.shown.silent -= not self._hidden
        elif tag == "table":
            self._close_table()
        elif self._table is not None and not self._inner_tables and tag in TABLE_TAGS:
            self._end_cell(self.here)
            if tag not in CELL_TAGS:
                self._table.end_row(self.here)
        elif tag == "a":
            self._end_link()
        elif self._table is None and self._item in _ITEMS and self._is_inside(tag):
            self.shown.gap(self.here)
        elif self._table is None and (tag in _PIECES or self.here == self._card_end):
            self._flush(self.here)
            self._lists = max(0, self._lists - (tag in _LISTS))
        else:
            super().handle_endtag(tag)

    def _start_inline(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag == "a":
            title = dict(attrs).get("title") or ""
            self._link = (title, len(self.shown.chars), self.here)

    def _end_link(self) -> None:
        """A link ends; one that shows nothing and is titled by a country is its flag."""
        if self._link is not None:
            title, shown, start = self._link
            empty = not "".join(self.shown.chars[shown:]).strip()
            if empty and place_name(title).named_country and not self.shown.has_flag_since(start):
                self.shown.flag(title, start, self.here)
            self._link = None
        super().handle_endtag("a")

    # -- text outside of tables --------------------------------------------------------------

    def _is_inside(self, tag: str) -> bool:
        """Whether an element of this tag is part of the item that it stands in."""
        if self.here < self._card_end and tag in _TITLES:
            return True
        return tag in _PARAGRAPHS and self.here != self._card_end

    def _in_text(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LISTS:
            self._flush(self.here)
            self._lists += 1
        elif self.here in self._cards:
            self._flush(self.here)
            self._item, self._start = "li", self._after_tag
            self._card_end = self._cards[self.here]
        elif tag in _ITEMS or (tag in _TITLES and self.here > self._card_end):
            self._flush(self.here)
            self._item, self._start = tag, self._after_tag
        elif tag in _PIECES or tag == "br":
            if self._item is None:
                self._flush(self.here)
                self._start = self._after_tag
            else:
                self.shown.gap(self.here)
        else:
            self._start_inline(tag, attrs)

    def _flush(self, end: int) -> None:
        """The piece ends: it is a heading, an item or a plain line, if it shows anything."""
        content = self.shown.piece(self._start, max(self._start, end))
        item, self._item = self._item, None
        start, self._start = self._start, end
        self.shown.begin()
        shown = next((i for i, c in enumerate(content.text) if not c.isspace()), None)
        if shown is None and not content.flags:
            return
        line = self.document.line_of(start if shown is None else content.offsets[shown])
        if item in _TITLES:
            self.blocks.append(Heading(_TITLES[item], content, line))
        else:
            bullet = item in ("li", "dd")
            self.blocks.append(Entry(content, line, bullet, max(0, self._lists - 1)))

    # -- flags -------------------------------------------------------------------------------

    def _image(self, values: dict[str, str]) -> None:
        """A picture shows no text; one of a flag, or that is named like a country, is a flag."""
        if name := flag_of_picture(values.get("alt", ""), values.get("src", "")):
            self.shown.flag(name, self.here, self._after_tag)

    # -- tables ------------------------------------------------------------------------------

    def _start_table(self) -> None:
        here = self.here
        table = self._table
        if table is None and here in self.arranging:
            self._flush(here)
        elif table is None or here in self.unclosed or table.start in self.unclosed:
            self._end_table(here)
            self._flush(here)
            self._table = HtmlTable(self.document, here)
        else:
            self._inner_tables += 1
            self.shown.gap(here)

    def _close_table(self) -> None:
        if self._inner_tables:
            self._inner_tables -= 1
            self.shown.gap(self.here)
        elif self._table is None:
            self._flush(self.here)
        else:
            self._end_table(self.here)

    def _end_table(self, at: int) -> None:
        if self._table is not None:
            self._end_cell(at)
            self.blocks += self._table.finish(at)
            self._table, self._inner_tables = None, 0
            self.shown.begin()
            self._start = at

    def _in_table(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert self._table is not None
        if tag in TABLE_TAGS:
            self._end_cell(self.here)
            if tag in CELL_TAGS:
                self.shown.begin()
            self._table.open_tag(tag, self.here, self.get_starttag_text() or "")
        elif tag in _TITLES and self._table.start in self.unclosed:
            self._end_table(self.here)
            self._in_text(tag, attrs)
        elif tag in _ITEMS:
            self.shown.gap(self.here)
        else:
            self._start_inline(tag, attrs)

    def _end_cell(self, at: int) -> None:
        table = self._table
        if table is not None and table.cell_start is not None:
            start = table.cell_start
            table.end_cell(self.shown.piece(start, max(start, at)))
            self.shown.begin()
