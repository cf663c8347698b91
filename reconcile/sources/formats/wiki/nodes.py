"""Where wikitext constructs begin and end: one linear pass over the text, before any line is read.

A page may be cut or badly closed, so nothing here trusts that what opens will close: a link ends
on its line (captions of files aside), a template within its section and its table row, and a
construct that never closes is plain text. Parsers that try and back out, as mwparserfromhell
does, need minutes for a few kilobytes of brackets that are left open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from reconcile.sources.heading_lines import equals_heading
from reconcile.vocabulary import FILES

Kind = Literal["template", "link", "variant", "table", "hidden", "verbatim"]

_HIDDEN = "ref|math|gallery|timeline|imagemap|graph|score|templatestyles|style|script|categorytree"
_VERBATIM = "nowiki|pre|syntaxhighlight|source"
_TOKEN = re.compile(
    rf"(?P<comment><!--)|<(?P<tag>{_HIDDEN}|{_VERBATIM})\b[^<>]{{0,2000}}>|"
    r"(?P<open>\{\{|\[\[|-\{(?!\{))|(?P<close>\}\}|\]\]|\}-)|"
    r"(?m:^[ \t:]*(?P<table>\{\|))|(?m:^[ \t]*(?P<end>\|\})(?!\}(?!\})))|"
    r"(?m:^[ \t]*(?P<row>\|-))|(?m:^(?P<heading>=))",
    re.IGNORECASE,
)
_DEEPEST = 200
"""Constructs that stand deeper in each other are text: no page needs them."""
_KINDS: dict[str, Kind] = {"{{": "template", "[[": "link", "-{": "variant"}
_PARTNER = {"}}": "{{", "]]": "[[", "}-": "-{"}
_FILE = re.compile(rf"\[\[\s*(?:{FILES})\s*:", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """A closed construct over `[start, end)` of the document; `inner` are those inside it.

    The content of a `hidden` one is never shown, that of a `verbatim` one as it stands between
    `body` and `tail`. `titled` tells a table that holds section headings: it only arranges them.
    """

    kind: Kind
    start: int
    end: int
    inner: list[Node] = field(default_factory=list)
    body: int = 0
    tail: int = 0
    titled: bool = False


def find_nodes(text: str) -> list[Node]:
    """The closed constructs of the text that stand in no other, in order."""
    return _Scan(text).run()


def nodes_within(nodes: list[Node], start: int, end: int) -> list[Node]:
    """Those of `nodes` (disjoint and in order) that begin in `[start, end)`."""
    first = bisect_left(nodes, start, key=lambda n: n.start)
    last = bisect_left(nodes, end, key=lambda n: n.start)
    return nodes[first:last]


def gaps(start: int, end: int, nodes: list[Node]) -> Iterator[tuple[int, int]]:
    """What of `[start, end)` stands outside of the nodes."""
    at = start
    for node in nodes_within(nodes, start, end):
        yield at, node.start
        at = node.end
    yield at, end


def find_outside(text: str, mark: str, start: int, end: int, nodes: list[Node]) -> list[int]:
    """Where `mark` stands in `[start, end)` outside of the nodes."""
    found: list[int] = []
    for a, b in gaps(start, end, nodes):
        while (at := text.find(mark, a, b)) >= 0:
            found.append(at)
            a = at + len(mark)
    return found


def line_end(text: str, start: int, end: int, nodes: list[Node]) -> int:
    """The end of the line that begins at `start`, with the lines that nodes join to it."""
    stop = start
    while True:
        found = text.find("\n", stop, end)
        stop = end if found < 0 else found
        last = nodes_within(nodes, start, stop)[-1:]
        if not last or last[0].end <= stop:
            return stop
        if last[0].end >= end:
            return end
        stop = last[0].end


@dataclass(slots=True)
class _Open:
    """A construct that has not closed yet; `inner` collects what closes inside it."""

    mark: str
    start: int
    inner: list[Node] = field(default_factory=list)
    titled: bool = False


class _Scan:
    """The state of the pass: what is open, innermost last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.top: list[Node] = []
        self.stack: list[_Open] = []
        # How many of each mark are open, for the innermost table and for each around it.
        self.counts: list[Counter[str]] = [Counter()]
        self.beyond: Counter[str] = Counter()
        self.no_comment_end = False

    def run(self) -> list[Node]:
        """Scan the text."""
        at = 0
        while match := _TOKEN.search(self.text, at):
            at = _READERS[match.lastgroup or ""](self, match)
        while self.stack:
            self._drop()
        return self.top

    def _add(self, *nodes: Node) -> None:
        (self.stack[-1].inner if self.stack else self.top).extend(nodes)

    def _open(self, match: re.Match[str]) -> int:
        self._push(match["open"], match.start())
        return match.end()

    def _open_table(self, match: re.Match[str]) -> int:
        self._push("{|", match.start("table"))
        return match.end()

    def _push(self, mark: str, start: int) -> None:
        if len(self.stack) >= _DEEPEST:
            self.beyond[mark] += 1
            return
        self.stack.append(_Open(mark, start))
        self.counts[-1][mark] += 1
        if mark == "{|":
            self.counts.append(Counter())

    def _pop(self) -> _Open:
        found = self.stack.pop()
        if found.mark == "{|":
            self.counts.pop()
        self.counts[-1][found.mark] -= 1
        return found

    def _drop(self) -> None:
        """Forget the innermost open construct; what closed inside it belongs to the next."""
        self._add(*self._pop().inner)

    def _row(self, match: re.Match[str]) -> int:
        """A row of a table begins: what was opened in the row before and not closed is text."""
        if len(self.counts) > 1:
            while self.stack[-1].mark != "{|":
                self._drop()
        return match.end()

    def _heading(self, match: re.Match[str]) -> int:
        """A section may begin: only tables reach across headings."""
        end = self.text.find("\n", match.start())
        if equals_heading(self.text[match.start() : end if end >= 0 else None]):
            self.beyond.clear()
            while self.stack and self.stack[-1].mark != "{|":
                self._drop()
            for table in self.stack:
                table.titled = True
        return match.end()

    def _close(self, match: re.Match[str]) -> int:
        mark, start, end = match["close"], match.start(), match.end()
        opener = _PARTNER[mark]
        if self.beyond[opener]:
            self.beyond[opener] -= 1
            return end
        if not self.counts[-1][opener]:
            return start + 1 if mark == "}}" else end
        while self.stack[-1].mark != opener:
            self._drop()
        found = self._pop()
        if opener == "[[" and not self._is_one_link(found.start, start):
            self._add(*found.inner)
        else:
            self._add(Node(_KINDS[opener], found.start, end, found.inner, found.start + 2, start))
        return end

    def _is_one_link(self, start: int, end: int) -> bool:
        return self.text.find("\n", start, end) < 0 or bool(_FILE.match(self.text, start))

    def _close_table(self, match: re.Match[str]) -> int:
        if self.beyond["{|"]:
            self.beyond["{|"] -= 1
        elif len(self.counts) > 1:
            self._row(match)
            found = self._pop()
            self._add(Node("table", found.start, match.end(), found.inner, titled=found.titled))
        return match.end()

    def _comment(self, match: re.Match[str]) -> int:
        start = match.start()
        end = -1 if self.no_comment_end else self.text.find("-->", start + 4)
        self.no_comment_end = end < 0
        if end < 0:
            return start + 4
        self._add(Node("hidden", start, end + 3))
        return end + 3

    def _tag(self, match: re.Match[str]) -> int:
        """`<ref>…</ref>` and its like, which hide what stands between them."""
        name = match["tag"].lower()
        body = tail = end = match.end()
        if not match.group().endswith("/>"):
            tail, end = _end_of(self.text, name, body)
        kind: Kind = "hidden" if name in _HIDDEN.split("|") else "verbatim"
        self._add(Node(kind, match.start(), end, body=body, tail=tail))
        return end


_READERS: dict[str, Callable[[_Scan, re.Match[str]], int]] = {
    "comment": _Scan._comment,
    "tag": _Scan._tag,
    "open": _Scan._open,
    "close": _Scan._close,
    "table": _Scan._open_table,
    "end": _Scan._close_table,
    "row": _Scan._row,
    "heading": _Scan._heading,
}
"""What each of the tokens does; the scan goes on from the place that is returned."""
_STOPS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"(?P<close></{name}\s*>)|<{name}\b(?![^<>]{{0,2000}}/>)|\n=", re.IGNORECASE)
    for name in f"{_HIDDEN}|{_VERBATIM}".split("|")
}
_PIECE_END = re.compile(r"\n|\|\|")


def _end_of(text: str, name: str, at: int) -> tuple[int, int]:
    """Where the content of a tag ends, and where its end tag does.

    A tag that is open when the next one of its name or a section begins was never closed: it
    reaches to the end of its line or cell.
    """
    found = _STOPS[name].search(text, at)
    if found and found["close"]:
        return found.start(), found.end()
    stop = found.start() if found else len(text)
    piece = _PIECE_END.search(text, at, stop)
    return (piece.start(), piece.start()) if piece else (stop, stop)
