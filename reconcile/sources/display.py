"""Collecting what a reader of a page sees, with the place in the document of every character."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from reconcile.sources.inline import Flag, Inline, LinkSpan

_BLANKS = str.maketrans("\r\n\t\xa0", "    ")
STRIKES = frozenset(("s", "del", "strike"))
"""Tags of text that is struck out."""
SILENT = frozenset(("sup", "ref", "style", "script"))
"""Tags whose content is no text of the page: footnote marks, code."""
BREAKS = frozenset(("br", "p", "div", "li"))
"""Tags that begin a new line."""
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
"""In the attributes of an element that is not shown."""


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


def _packed(offsets: Sequence[int]) -> Sequence[int]:
    """The same offsets, as a range where they have no gap: a page has very many of them."""
    given = tuple(offsets)
    if given and given == tuple(run := range(given[0], given[0] + len(given))):
        return run
    return given
