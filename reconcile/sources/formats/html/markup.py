"""Inline HTML, with Markdown's links and marks in it, as displayed text.

Only the tokenizer is `html.parser`'s. It names line and column of every token, from which the
offset of each displayed character follows.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from reconcile.models import Document
from reconcile.sources.display import BREAKS, SILENT, STRIKES, Display
from reconcile.sources.inline import Inline
from reconcile.sources.link_targets import flag_of_picture, link_title

_MD_LINK = re.compile(
    r"\[((?:[^\[\]\\\n]|\\.)*)\]"
    r"\(((?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)(?:[ \t]+\"(?:[^\"\\\n]|\\.)*\")?[ \t]*\)"
)
_MD_PICTURE = re.compile("!" + _MD_LINK.pattern)
_OPEN, _CLOSE, _PAD = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(rf"{_OPEN}|{_CLOSE}|{_PAD}+|\\[!-/:-@\[-`{{-~]|-\{{|\}}-|\*\*|~~")
_NO_MARKUP = "\0"
_BROKEN = re.compile(
    r"<(?!!--|[!?/]?[a-zA-Z][^<>\"']*+(?:\"[^\"<]*+\"[^<>\"']*+|'[^'<]*+'[^<>\"']*+)*+>)|"
    r"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)


def _without_broken_markup(text: str) -> str:
    """The text with marks in the place of `<` and `&` that begin no tag, comment or entity.

    `HTMLParser` looks for the end of each of them up to the end of the text, again and again, and
    its versions differ in how much of the text they then take for markup.
    """
    text = _BROKEN.sub(_NO_MARKUP, text)
    never_closed = max(0, text.rfind("-->") - 3)
    return text[:never_closed] + text[never_closed:].replace("<!--", _NO_MARKUP + "!--")


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
        self._pictures: dict[int, re.Match[str]] = {}

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """Read on inside <script> and <style>: an unclosed one must not swallow a table."""

    def read(self, *, markdown: bool) -> None:
        """Parse the text; Markdown links and escapes count only where `markdown`."""
        text = _without_broken_markup(self.document.text[self.base : self.stop])
        self.markdown = markdown
        self.feed(self._mask_links(_MD_PICTURE.sub(self._mask_picture, text)) if markdown else text)
        self.close()

    def _mask_picture(self, match: re.Match[str]) -> str:
        """Marks of the same length in the place of a picture, which shows no text."""
        self._pictures[self.base + match.start()] = match
        return _PAD * len(match.group())

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
            elif char[0] == _PAD:
                self._show_flags(at, len(char))
        self.shown.put_source(source[last:], start + last)

    def _show_flags(self, start: int, length: int) -> None:
        """The flags among the pictures whose marks stand from `start` on."""
        for at in range(start, start + length) if self._pictures else ():
            picture = self._pictures.get(at)
            if picture and (name := flag_of_picture(picture[1], picture[2])):
                self.shown.flag(name, at, at + len(picture.group()))

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
