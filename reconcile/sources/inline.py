"""Displayed text of a piece of markup, with the source offset of every character of it.

HTML tags and entities, Markdown links and escapes and wiki language conversion are undone; what
remains is what a reader of the page sees, and each character knows where it stands.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from reconcile.models import Document, SourceRef


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """A link over `text[start:end]` of an `Inline`; `target` is the decoded page title."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag shown before `text[at]` of an `Inline`.

    `name` is what the markup says of it: a country's name or code. `[start, end)` is its markup
    in the document.
    """

    at: int
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inline:
    """Displayed text; `offsets[i]` is where `text[i]` stands in the document.

    `start` and `end` are the offsets of the whole piece, markup included.
    """

    text: str
    offsets: tuple[int, ...]
    links: tuple[LinkSpan, ...]
    struck: tuple[tuple[int, int], ...]
    start: int
    end: int
    flags: tuple[Flag, ...] = ()

    def ref(self, document: Document, start: int = 0, end: int | None = None) -> SourceRef:
        """The source span of `text[start:end]`, or an empty one where there is no text."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            source = document.text[self.start : self.end]
            at = self.start + len(source) - len(source.lstrip())
            return (
                document.ref(at, at + len(source.strip()))
                if source.strip()
                else self._nothing(document)
            )
        return document.ref(self.offsets[start], self.offsets[end - 1] + 1)

    def _nothing(self, document: Document) -> SourceRef:
        """An empty span where the piece stands."""
        return document.ref(self.start, self.start)

    def linked(self, start: int, end: int) -> tuple[LinkSpan, ...]:
        """The links that overlap `text[start:end]`."""
        return tuple(x for x in self.links if x.start < end and x.end > start)

    def is_struck(self, start: int, end: int) -> bool:
        """Whether any of `text[start:end]` is struck out."""
        return any(a < end and b > start for a, b in self.struck)


_MD_LINK = re.compile(
    r"\[((?:[^\[\]\\\n]|\\.)*)\]"
    r"\(((?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)(?:[ \t]+\"(?:[^\"\\\n]|\\.)*\")?[ \t]*\)"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OPEN, _CLOSE, _PAD = "\ue000", "\ue001", "\ue002"
_FOOTNOTE = re.compile(r"\[\s*(?:\d{1,3}|[a-z]|註\s*\d+|注\s*\d+)\s*\]")


def link_title(target: str) -> str:
    """The page title a link points to: no URL, no `.md`, no leading colon.

    A link that leaves the wiki keeps its whole address.
    """
    plain = _ESCAPED.sub(r"\1", html.unescape(target)).strip()
    parts = urlsplit(plain) if "://" in plain else None
    if parts is not None:
        if "/wiki/" not in parts.path:
            return plain
        title = parts.path.split("/wiki/", 1)[1]
    else:
        title = plain.rsplit("/Page/", 1)[-1] if "/Page/" in plain else plain
        title = title.removeprefix("./").removesuffix(".md")
    return unquote(title).replace("_", " ").lstrip(":").strip()


class MarkupReader(HTMLParser):
    """Collects displayed characters with their offsets; subclasses react to block tags."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.document = document
        self.base = start
        self.stop = end
        self._line = document.line_of(start)
        self._targets: dict[int, str] = {}
        self._closers: set[int] = set()
        self.begin()

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """Read on inside <script> and <style>: an unclosed one must not swallow a table."""

    def begin(self) -> None:
        """Forget what was collected: a new piece starts."""
        self._chars: list[str] = []
        self._offsets: list[int] = []
        self._links: list[LinkSpan] = []
        self._struck: list[tuple[int, int]] = []
        self._link: tuple[int, str] | None = None
        self._strike: int | None = None
        self._silent = 0

    def piece(self, start: int, end: int) -> Inline:
        """What was collected since `begin`, as one Inline over `[start, end)`."""
        self._end_link()
        self._end_strike()
        return Inline(
            "".join(self._chars),
            tuple(self._offsets),
            tuple(self._links),
            tuple(self._struck),
            start,
            end,
        )

    def read(self, *, markdown: bool) -> None:
        """Parse the text; Markdown links and escapes count only where `markdown`."""
        text = self.document.text[self.base : self.stop]
        self.markdown = markdown
        self.feed(self._mask_links(text) if markdown else text)
        self.close()

    def _mask_links(self, text: str) -> str:
        """Replace link syntax by marks of the same length, so that offsets stay true."""
        out: list[str] = []
        last = 0
        for match in _MD_LINK.finditer(text):
            label = match.group(1)
            tail = match.end() - match.end(1)
            out += [text[last : match.start()], _OPEN, label, _CLOSE, _PAD * (tail - 1)]
            self._targets[self.base + match.start()] = match.group(2)
            self._closers.add(self.base + match.end(1))
            last = match.end()
        return "".join([*out, text[last:]])

    @property
    def here(self) -> int:
        """The document offset of the token being handled."""
        line, column = self.getpos()
        if line == 1:
            return self.base + column
        return self.document.start_of(self._line + line - 1) + column

    def put(self, char: str, offset: int) -> None:
        """Add one displayed character."""
        if not self._silent:
            self._chars.append(char)
            self._offsets.append(offset)

    def handle_data(self, data: str) -> None:
        """Text: link marks open and close links, a backslash hides itself."""
        start = self.here
        i = 0
        while i < len(data):
            char, at = data[i], start + i
            if char == _OPEN and at in self._targets:
                self._link = (len(self._chars), self._targets[at])
            elif char == _CLOSE and at in self._closers:
                self._end_link()
            elif char == _PAD and self.markdown:
                pass
            elif self.markdown and char == "\\" and _ESCAPED.match(data, i):
                i += 1
                self.put(data[i], at + 1)
            elif data.startswith(("-{", "}-"), i) or (self.markdown and data.startswith("**", i)):
                i += 1
            else:
                self.put(" " if char in "\r\n\t\xa0" else char, at)
            i += 1

    def handle_entityref(self, name: str) -> None:
        """`&amp;` and its like."""
        self._put_entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """`&#160;` and its like."""
        self._put_entity(f"&#{name};")

    def _put_entity(self, entity: str) -> None:
        shown = html.unescape(entity)
        for char in shown:
            self.put(" " if char == "\xa0" else char, self.here)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Inline tags: links, strike-outs, footnote marks, line breaks."""
        if tag == "a":
            self._end_link()
            self._link = (len(self._chars), dict(attrs).get("href") or "")
        elif tag in ("s", "del", "strike"):
            self._strike = len(self._chars) if self._strike is None else self._strike
        elif tag in ("sup", "ref", "style", "script"):
            self._silent += 1
        elif tag in ("br", "p", "div", "li"):
            self._gap()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>` breaks; other empty tags show nothing."""
        if tag in ("br", "p", "div"):
            self._gap()

    def handle_endtag(self, tag: str) -> None:
        """Ends of what `handle_starttag` began."""
        if tag == "a":
            self._end_link()
        elif tag in ("s", "del", "strike"):
            self._end_strike()
        elif tag in ("sup", "ref", "style", "script"):
            self._silent = max(0, self._silent - 1)
        elif tag in ("p", "div", "li"):
            self._gap()

    def _gap(self) -> None:
        if self._chars and self._chars[-1] != " ":
            self.put(" ", self.here)

    def _end_link(self) -> None:
        if self._link is not None:
            start, target = self._link
            if start < len(self._chars) and target:
                self._links.append(LinkSpan(start, len(self._chars), link_title(target)))
            self._link = None

    def _end_strike(self) -> None:
        if self._strike is not None:
            if self._strike < len(self._chars):
                self._struck.append((self._strike, len(self._chars)))
            self._strike = None


def read_inline(document: Document, start: int, end: int) -> Inline:
    """The displayed text of `[start, end)`, read as Markdown with HTML inside."""
    reader = MarkupReader(document, start, end)
    reader.read(markdown=True)
    return reader.piece(start, end)


def without_footnotes(inline: Inline) -> Inline:
    """The same text with `[1]`-like marks blanked out (blanks keep every offset true)."""
    text = _FOOTNOTE.sub(lambda m: " " * len(m.group()), inline.text)
    return replace(inline, text=text)
