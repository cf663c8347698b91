"""Displayed text of a piece of markup, with the source offset of every character of it.

HTML tags and entities, Markdown links and escapes and wiki language conversion are undone; what
remains is what a reader of the page sees, and each character knows where it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
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

    `start` and `end` are the offsets of the whole piece, markup included. A line feed in `text`
    is a break that the markup asks for (<br>, <p>, <li>), all other blanks are blanks.
    `ends[i]` is where what shows as `text[i]` ends, if anything is longer than a character.
    """

    text: str
    offsets: Sequence[int]
    links: tuple[LinkSpan, ...]
    struck: tuple[tuple[int, int], ...]
    start: int
    end: int
    flags: tuple[Flag, ...] = ()
    ends: Sequence[int] | None = None

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
        stop = self.ends[end - 1] if self.ends else self.offsets[end - 1] + 1
        return document.ref(self.offsets[start], stop)

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
_WIKI_PATH = re.compile(
    r"index\.php\?(?:[^#]*&)?title=(?P<query>[^&#]+)|^/?(?:wiki|zh(?:-[a-z]+)?)/"
)
_MARK = re.compile(rf"{_OPEN}|{_CLOSE}|{_PAD}+|\\[!-/:-@\[-`{{-~]|-\{{|\}}-|\*\*|~~")
_IMAGE_SIZE = re.compile(r"^\d+px-")
_FLAG_FILE = re.compile(
    r"(?:flag|flagge|drapeau|bandera)[ _](?:of|der|des|du|de|von)[ _](?:the[ _])?"
    r"(?P<of>[^.()|]+?)(?:[ _]*\([^()]*\))?(?:\.[a-z]{3,4})*|"
    r"(?P<before>[^.()|]+?)(?:國旗|国旗|旗幟|旗帜|旗)(?:\.[a-z]{3,4})+",
    re.IGNORECASE,
)
_BLANKS = str.maketrans("\r\n\t\xa0", "    ")
_NO_MARKUP = "\0"
_BROKEN = re.compile(
    r"<(?!!--|[!?/]?[a-zA-Z][^<>\"']*+(?:\"[^\"<]*+\"[^<>\"']*+|'[^'<]*+'[^<>\"']*+)*+>)|"
    r"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
STRIKES = frozenset(("s", "del", "strike"))
"""Tags of text that is struck out."""
SILENT = frozenset(("sup", "ref", "style", "script"))
"""Tags whose content is no text of the page: footnote marks, code."""
BREAKS = frozenset(("br", "p", "div", "li"))
"""Tags that begin a new line."""
_FOOTNOTE = re.compile(r"\[\s*(?:\d{1,3}|[a-z]|註\s*\d+|注\s*\d+)\s*\]")


def link_title(target: str) -> str:
    """The page title a link points to: no URL, no `.md`, no leading colon, no section.

    A link that leaves the wiki keeps its whole address; one to a note of the page has no title.
    """
    plain = _ESCAPED.sub(r"\1", html.unescape(target)).strip()
    path = plain
    if "://" in plain or plain.startswith("//"):
        try:
            parts = urlsplit(plain)
        except ValueError:  # brackets that are no address
            return plain
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if not _WIKI_PATH.search(path):
            return plain
    if match := _WIKI_PATH.search(path):
        title = match["query"] or path[match.end() :]
    else:
        title = path.rsplit("/Page/", 1)[-1] if "/Page/" in path else path
        title = title.removeprefix("./").removesuffix(".md")
    title = title.split("#", 1)[0]
    return unquote(title).replace("_", " ").lstrip(":").strip()


def flag_of_file(name: str) -> str | None:
    """The country, region or town whose flag a picture shows, by the name or address of its file.

    `Flag_of_the_Czech_Republic.svg` is Czech Republic; None for any other picture.
    """
    match = _FLAG_FILE.fullmatch(_IMAGE_SIZE.sub("", name[-300:].strip().rsplit("/", 1)[-1]))
    shown = match["of"] or match["before"] if match else None
    return shown.replace("_", " ").strip() if shown else None


class Display:
    """Collects what a reader of the page sees, with the document offset of every character."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget what was collected: a new piece starts."""
        self.chars: list[str] = []
        self.silent = 0
        self._offsets: list[int] = []
        self._ends: dict[int, int] = {}
        self._links: list[LinkSpan] = []
        self._struck: list[tuple[int, int]] = []
        self._flags: list[Flag] = []
        self._link: tuple[int, str] | None = None
        self._strike: int | None = None

    def piece(self, start: int, end: int) -> Inline:
        """What was collected since `begin`, as one Inline over `[start, end)`."""
        self.end_link()
        self.end_strike()
        ends = None
        if self._ends:
            ends = tuple(self._ends.get(i, at + 1) for i, at in enumerate(self._offsets))
        return Inline(
            "".join(self.chars),
            _packed(self._offsets),
            tuple(self._links),
            tuple(self._struck),
            start,
            end,
            tuple(self._flags),
            ends,
        )

    def put(self, char: str, offset: int, end: int | None = None) -> None:
        """Add one displayed character; `[offset, end)` is what shows as it."""
        if not self.silent:
            if end is not None:
                self._ends[len(self.chars)] = end
            self.chars.append(char)
            self._offsets.append(offset)

    def put_source(self, text: str, offset: int) -> None:
        """Add text as it stands at `offset`; every kind of blank becomes a plain one."""
        if not self.silent:
            self.chars += text.translate(_BLANKS)
            self._offsets += range(offset, offset + len(text))

    def put_entity(self, entity: str, offset: int) -> None:
        """Add what `&amp;` and its like stand for."""
        for char in html.unescape(entity):
            self.put(char.translate(_BLANKS), offset)

    def flag(self, name: str, start: int, end: int) -> None:
        """Note a flag whose markup is `[start, end)`."""
        if not self.silent and name.strip():
            self._flags.append(Flag(len(self.chars), name.strip(), start, end))

    def has_flag_since(self, start: int) -> bool:
        """Whether a flag was noted whose markup begins at `start` or later."""
        return bool(self._flags) and self._flags[-1].start >= start

    def gap(self, offset: int) -> None:
        """A break that the markup asks for."""
        if self.chars and self.chars[-1] != "\n":
            self.put("\n", offset)

    def start_link(self, target: str) -> None:
        """What follows links to `target`, a decoded title."""
        self.end_link()
        self._link = (len(self.chars), target)

    def end_link(self) -> bool:
        """The open link ends here; says whether there was one."""
        if self._link is None:
            return False
        start, target = self._link
        if start < len(self.chars) and target:
            self._links.append(LinkSpan(start, len(self.chars), target))
        self._link = None
        return True

    def start_strike(self) -> None:
        """What follows is struck out."""
        self._strike = len(self.chars) if self._strike is None else self._strike

    def toggle_strike(self) -> None:
        """A mark that begins struck-out text, or ends it."""
        if self._strike is None:
            self.start_strike()
        else:
            self.end_strike()

    def end_strike(self) -> None:
        """The struck span, if any is open, ends here."""
        if self._strike is not None:
            if self._strike < len(self.chars):
                self._struck.append((self._strike, len(self.chars)))
            self._strike = None


def _without_broken_markup(text: str) -> str:
    """The text with marks in the place of `<` and `&` that begin no tag, comment or entity.

    `HTMLParser` looks for the end of each of them up to the end of the text, again and again, and
    its versions differ in how much of the text they then take for markup.
    """
    text = _BROKEN.sub(_NO_MARKUP, text)
    never_closed = max(0, text.rfind("-->") - 3)
    return text[:never_closed] + text[never_closed:].replace("<!--", _NO_MARKUP + "!--")


def _packed(offsets: Sequence[int]) -> Sequence[int]:
    """The same offsets, as a range where they have no gap: a page has very many of them."""
    given = tuple(offsets)
    if given and given == tuple(run := range(given[0], given[0] + len(given))):
        return run
    return given


class MarkupReader(HTMLParser):
    """Collects displayed characters with their offsets; subclasses react to block tags."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.document = document
        self.base = start
        self.stop = end
        self.shown = Display()
        self._line = document.line_of(start)
        self._targets: dict[int, str] = {}
        self._closers: set[int] = set()

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """Read on inside <script> and <style>: an unclosed one must not swallow a table."""

    def read(self, *, markdown: bool) -> None:
        """Parse the text; Markdown links and escapes count only where `markdown`."""
        text = _without_broken_markup(self.document.text[self.base : self.stop])
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

    def handle_data(self, data: str) -> None:
        """Text: link marks open and close links, a backslash hides itself."""
        start = self.here
        source = self.document.text[start : start + len(data)]  # without the marks
        last = 0
        for match in _MARK.finditer(data):
            char, at = match.group(), start + match.start()
            if match.start() < last:
                continue
            if not self.markdown and char[0] not in "-}":
                continue
            self.shown.put_source(source[last : match.start()], start + last)
            last = match.end()
            if char == _OPEN and at in self._targets:
                self.shown.start_link(link_title(self._targets[at]))
            elif char == _CLOSE and at in self._closers:
                self.shown.end_link()
            elif char[0] == "\\":
                self.shown.put(char[1], at + 1)
            elif char == "~~":
                self.shown.toggle_strike()
            elif char in (_OPEN, _CLOSE):
                self.shown.put(source[match.start()], at)
        self.shown.put_source(source[last:], start + last)

    def handle_entityref(self, name: str) -> None:
        """`&amp;` and its like."""
        self.shown.put_entity(f"&{name};", self.here)

    def handle_charref(self, name: str) -> None:
        """`&#160;` and its like."""
        self.shown.put_entity(f"&#{name};", self.here)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Inline tags: links, strike-outs, footnote marks, line breaks."""
        if tag == "a":
            self.shown.start_link(link_title(dict(attrs).get("href") or ""))
        elif tag in STRIKES:
            self.shown.start_strike()
        elif tag in SILENT:
            self.shown.silent += 1
        elif tag in BREAKS:
            self.shown.gap(self.here)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>` breaks; other empty tags show nothing."""
        if tag in BREAKS:
            self.shown.gap(self.here)

    def handle_endtag(self, tag: str) -> None:
        """Ends of what `handle_starttag` began."""
        if tag == "a":
            self.shown.end_link()
        elif tag in STRIKES:
            self.shown.end_strike()
        elif tag in SILENT:
            self.shown.silent = max(0, self.shown.silent - 1)
        elif tag in BREAKS:
            self.shown.gap(self.here)


def read_inline(document: Document, start: int, end: int) -> Inline:
    """The displayed text of `[start, end)`, read as Markdown with HTML inside."""
    reader = MarkupReader(document, start, end)
    reader.read(markdown=True)
    return reader.shown.piece(start, end)


def without_footnotes(inline: Inline) -> Inline:
    """The same text with `[1]`-like marks blanked out (blanks keep every offset true)."""
    if "[" not in inline.text:
        return inline
    text = _FOOTNOTE.sub(lambda m: " " * len(m.group()), inline.text)
    return replace(inline, text=text)
