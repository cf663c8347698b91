"""Displayed text of a piece of markup, with the source offset of every character of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.models import Document, SourceRef
from reconcile.vocabulary import FOOTNOTE

EDGE = " \t\n\u3000\xa0,，、;；:：·・‧。-–—*|/⇄⇆↔→←↗▶►●◦▪■◆★☆✓✔"
"""Blanks, punctuation and signs that are no part of a name at its edges."""
_FOOTNOTE = re.compile(FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of an `Inline`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What it covers of the text."""
        return text[self.start : self.end]


def trim(text: str, start: int = 0, end: int | None = None) -> Span:
    """`[start, end)` without blanks and punctuation at its edges."""
    end = len(text) if end is None else end
    rest = text[start:end].lstrip(EDGE)
    first = end - len(rest)
    return Span(first, first + len(rest.rstrip(EDGE)))


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

    @classmethod
    def plain(cls, text: str, start: int, end: int | None = None) -> Inline:
        """Text without markup, as it stands from `start` on; the whole piece ends at `end`."""
        stop = start + len(text)
        return cls(text, range(start, stop), (), (), start, stop if end is None else end)

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
            if not source.strip():
                return document.ref(self.start, self.start)
            return document.ref(at, at + len(source.strip()))
        return document.ref(self.offsets[start], self._stop(end))

    def _stop(self, end: int) -> int:
        """Where what shows as `text[:end]` ends in the document."""
        return self.ends[end - 1] if self.ends else self.offsets[end - 1] + 1

    def part(self, start: int, end: int) -> Inline:
        """`text[start:end]` as a piece of its own."""
        if start >= end:
            return Inline.plain("", self.offsets[start] if start < len(self.offsets) else self.end)
        links = (
            LinkSpan(max(x.start - start, 0), min(x.end, end) - start, x.target)
            for x in self.linked(start, end)
        )
        struck = (
            (max(a - start, 0), min(b, end) - start)
            for a, b in self.struck
            if a < end and b > start
        )
        return Inline(
            self.text[start:end],
            self.offsets[start:end],
            tuple(links),
            tuple(struck),
            self.offsets[start],
            self._stop(end),
            tuple(replace(f, at=f.at - start) for f in self.flags if start <= f.at < end),
            self.ends[start:end] if self.ends else None,
        )

    def joined(self, below: Inline) -> Inline:
        """The text and that of a piece below it, with a break between them."""
        shift = len(self.text) + 1
        first, second = (x.ends or tuple(offset + 1 for offset in x.offsets) for x in (self, below))
        links = (LinkSpan(x.start + shift, x.end + shift, x.target) for x in below.links)
        return Inline(
            f"{self.text}\n{below.text}",
            (*self.offsets, below.start, *below.offsets),
            (*self.links, *links),
            (*self.struck, *((a + shift, b + shift) for a, b in below.struck)),
            self.start,
            below.end,
            (*self.flags, *(replace(f, at=f.at + shift) for f in below.flags)),
            (*first, below.start, *second) if self.ends or below.ends else None,
        )

    def linked(self, start: int, end: int) -> tuple[LinkSpan, ...]:
        """The links that overlap `text[start:end]`."""
        return tuple(x for x in self.links if x.start < end and x.end > start)

    def is_struck(self, start: int, end: int) -> bool:
        """Whether any of `text[start:end]` is struck out."""
        return any(a < end and b > start for a, b in self.struck)


def without_footnotes(inline: Inline) -> Inline:
    """The same text with `[1]`-like marks blanked out (blanks keep every offset true)."""
    if "[" not in inline.text:
        return inline
    text = _FOOTNOTE.sub(lambda m: " " * len(m.group()), inline.text)
    return replace(inline, text=text)
