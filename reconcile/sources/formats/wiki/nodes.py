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
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["template", "link", "variant", "table", "hidden", "verbatim"]

_HIDDEN = "ref|math|gallery|timeline|imagemap|graph|score|templatestyles|style|script|categorytree"
_VERBATIM = "nowiki|pre|syntaxhighlight|source"
_TOKEN = re.compile(
    rf"<!--|<(?P<tag>{_HIDDEN}|{_VERBATIM})\b[^<>]{{0,2000}}>|"
    r"(?P<open>\{\{|\[\[|-\{(?!\{))|(?P<close>\}\}|\]\]|\}-)|"
    r"(?m:^[ \t:]*(?P<table>\{\|))|(?m:^[ \t]*(?P<end>\|\})(?!\}(?!\})))|"
    r"(?m:^[ \t]*(?P<row>\|-))|(?m:^(?P<heading>=))",
    re.IGNORECASE,
)
_DEEPEST = 200
"""Constructs that stand deeper in each other are text: no page needs them."""
_KINDS: dict[str, Kind] = {"{{": "template", "[[": "link", "-{": "variant"}
_PARTNER = {"}}": "{{", "]]": "[[", "}-": "-{"}
_FILE = re.compile(r"\[\[\s*(?:file|image|文件|檔案|档案|圖像|图像|媒體|媒体)\s*:", re.IGNORECASE)


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
        stop = min(last[0].end, end)


def heading_parts(line: str) -> tuple[int, int, int] | None:
    """Level, start and end of the title of a line such as `== Title ==`; None for any other."""
    if not line.startswith("="):
        return None
    bare = line.rstrip()
    while bare.endswith("-->") and "<!--" in bare:
        bare = bare[: bare.rindex("<!--")].rstrip()
    before = len(bare) - len(bare.lstrip("="))
    level = min(before, len(bare) - len(bare.rstrip("=")), 6)
    if level == 0 or len(bare) <= 2 * level:
        return None
    return level, level, len(bare) - level


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
            at = match.end()
            if match.group() == "<!--":
                at = self._comment(match.start())
            elif match["tag"]:
                at = self._tag(match)
            elif match["open"]:
                self._push(match["open"], match.start())
            elif match["close"]:
                at = self._close(match["close"], match.start(), match.end())
            elif match["table"]:
                self._push("{|", match.start("table"))
            elif match["end"]:
                self._end_table(match.end("end"))
            elif match["row"]:
                self._drop_to_table()
            elif self._is_heading(match.start()):
                self._heading()
        while self.stack:
            self._drop()
        return self.top

    def _add(self, *nodes: Node) -> None:
        (self.stack[-1].inner if self.stack else self.top).extend(nodes)

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

    def _drop_to_table(self) -> None:
        """A row of a table begins: what was opened in the row before and not closed is text."""
        if len(self.counts) > 1:
            while self.stack[-1].mark != "{|":
                self._drop()

    def _is_heading(self, start: int) -> bool:
        end = self.text.find("\n", start)
        return heading_parts(self.text[start : end if end >= 0 else None]) is not None

    def _heading(self) -> None:
        """A section begins: only tables reach across headings."""
        self.beyond.clear()
        while self.stack and self.stack[-1].mark != "{|":
            self._drop()
        for table in self.stack:
            table.titled = True

    def _close(self, mark: str, start: int, end: int) -> int:
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

    def _end_table(self, end: int) -> None:
        if self.beyond["{|"]:
            self.beyond["{|"] -= 1
        elif len(self.counts) > 1:
            self._drop_to_table()
            found = self._pop()
            self._add(Node("table", found.start, end, found.inner, titled=found.titled))

    def _comment(self, start: int) -> int:
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
