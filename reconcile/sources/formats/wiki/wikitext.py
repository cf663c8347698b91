"""MediaWiki wikitext: headings, tables with spans, lists, and what templates arrange.

Blocks are read by lines, as MediaWiki does; a construct that spans lines (see `wikinodes`) joins
its lines to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reconcile.models import Document
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure
from reconcile.sources.formats.wiki.html_tags import html_table, html_table_end, html_table_start
from reconcile.sources.formats.wiki.inline import WikiInline
from reconcile.sources.formats.wiki.nodes import (
    Node,
    find_nodes,
    find_outside,
    line_end,
    nodes_within,
)
from reconcile.sources.formats.wiki.table import arranges_lists, is_table_start, parts, table_blocks
from reconcile.sources.heading_lines import equals_heading
from reconcile.sources.inline import Inline
from reconcile.vocabulary import CATEGORIES

_DEEPEST = 20
"""Templates and tables that arrange lists inside each other more often are passed over."""
_STRONG = re.compile(
    r"\[\[[^\[\]\n]+\]\](?!\()|\{\{[^{}\n]+|'''|(?m:^[ \t:]*\{\||^\|\}|^[*#:;]+ ?\[\[)|"
    r"(?m:^\|-(?!-*:?[ \t]*\|))|(?m:^;[^\n]+\n:)"
)
_WEAK = re.compile(r"(?m)^(?:={1,6}[^=\n].*=[ \t]*$|[|!*#:;])")
_MARKDOWN = re.compile(r"\]\([^()\s]+[()]|(?m:^#{2,6} |^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|)")
_LIST = re.compile(r"(?P<marks>[*#:;]+)[ \t]*")
_REDIRECT = re.compile(r"#\s*(?:redirect|重定向|转向|轉向)\b", re.IGNORECASE)
_CATEGORY = re.compile(rf"(?:\s*\[\[\s*(?:{CATEGORIES})\s*:[^\[\]]*\]\])+\s*", re.IGNORECASE)
_HELD = re.compile(r"(?m)^[ \t]*(?:[*#]|\{\|)")
_NAVIGATION = re.compile(r"navbox|infobox|sidebar|信息框|資訊框|导航|導航", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{3}")
_RULE = re.compile(r"-{4,}\s*$")
_ARGUMENT_NAME = re.compile(r"\s*[\w -]{1,40}=")
_AFTER_TABLE = re.compile(r"(?m)^(?:[ \t:]*\{\||=)")


def recognise(text: str) -> int:
    """How much of the text looks like this format: its links, templates, tables and bold."""
    strong = len(_STRONG.findall(text))
    if strong <= len(_MARKDOWN.findall(text)):
        return 0
    return strong + 1 + len(_WEAK.findall(text))


def read(document: Document) -> Iterator[SourceBlock]:
    """The blocks of the document, in order. Fails only for a table that is too large."""
    return _Page(document).blocks(0, len(document.text), find_nodes(document.text))


def _node_at(nodes: list[Node], start: int) -> Node | None:
    """The node that begins at `start`."""
    return next(iter(nodes_within(nodes, start, start + 1)), None)


class _Page:
    """One page; `blocks` reads a span of it, in which `nodes` stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.inline = WikiInline(document)
        self._defining = False

    def blocks(
        self, start: int, end: int, nodes: list[Node], depth: int = 0
    ) -> Iterator[SourceBlock]:
        """The blocks of `[start, end)`."""
        at = start
        while at < end:
            table = is_table_start(self.text, at, end)
            if table is not None:
                stop = self._table_end(table, end, nodes)
                yield from self._table(table, stop, nodes, depth)
            elif (first := html_table_start(self.text, at, end)) is not None:
                stop = html_table_end(self.text, first, end, nodes)
                yield from html_table(self.document, self.inline, first, stop, nodes)
                stop = line_end(self.text, stop, end, [])
            else:
                stop = line_end(self.text, at, end, nodes)
                if self.text[at:stop].strip():
                    yield from self._line(at, stop, nodes, depth)
            at = stop + 1

    # -- tables ------------------------------------------------------------------------------

    def _table_end(self, start: int, end: int, nodes: list[Node]) -> int:
        """The end of a table; one that never closes ends before the next table or section."""
        node = _node_at(nodes, start)
        if node is not None:
            return node.end
        for match in _AFTER_TABLE.finditer(self.text, start + 2, end):
            line = self.text[match.start() : line_end(self.text, match.start(), end, [])]
            if not line.startswith("=") or equals_heading(line):
                return match.start() - 1
        return end

    def _table(self, start: int, end: int, nodes: list[Node], depth: int) -> Iterator[SourceBlock]:
        node = _node_at(nodes, start)
        inner = node.inner if node else nodes
        found = list(parts(self.text, start, end, inner))
        titled = node is not None and node.titled
        if depth < _DEEPEST and (titled or arranges_lists(self.text, found)):
            for part in found:
                yield self._structure(part.line, part.start)
                yield from self.blocks(part.start, part.end, inner, depth + 1)
        else:
            yield from table_blocks(self.document, self.inline, found, inner)

    # -- lines -------------------------------------------------------------------------------

    def _line(self, start: int, end: int, nodes: list[Node], depth: int) -> Iterator[SourceBlock]:
        """The blocks of one line that begins no table."""
        text = self.text[start:end]
        if heading := equals_heading(text):
            level, a, b = heading
            yield Heading(level, self._inline(start + a, start + b, nodes), self._number(start))
        elif _REDIRECT.match(text) or _RULE.match(text):
            yield self._structure(start, end)
        elif _CATEGORY.fullmatch(text):
            yield Entry(self._as_it_stands(start, end), self._number(start), bullet=False)
        elif depth < _DEEPEST and (node := self._holder(start, end, nodes)):
            yield self._structure(start, end)
            for a, b in self._arguments(node):
                yield from self.blocks(a, b, node.inner, depth + 1)
        else:
            yield from self._entries(start, end, nodes)

    def _entries(self, start: int, end: int, nodes: list[Node]) -> Iterator[SourceBlock]:
        """A list item or a plain line; `; host : partner` is two entries."""
        match = _LIST.match(self.text, start, end)
        marks = match["marks"] if match else ""
        first = match.end() if match else start
        defined = self._defining and ":" in marks
        self._defining = bool(marks) and (marks[-1] == ";" or self._defining)
        if marks.endswith(";") and (colon := self._colon(first, end, nodes)) is not None:
            yield from self._entry(first, colon, nodes, bullet=False, depth=len(marks) - 1)
            yield from self._entry(colon + 1, end, nodes, bullet=True, depth=len(marks) - 1)
            return
        bullet = bool(marks) and (marks[-1] in "*#" or (defined and marks[-1] == ":"))
        yield from self._entry(first, end, nodes, bullet=bullet, depth=max(0, len(marks) - 1))

    def _entry(
        self, start: int, end: int, nodes: list[Node], *, bullet: bool, depth: int
    ) -> Iterator[SourceBlock]:
        content = self._inline(start, end, nodes, unknown=bullet)
        if any(map(str.isalnum, content.text)) or content.flags:
            yield Entry(content, self._number(start), bullet, depth)
            yield self._structure(start, end)
        else:
            unknown = nodes_within(nodes, start, end)
            coded = bullet and any(_CODE.fullmatch(self._name(n)) for n in unknown)
            if not coded and not any(self._may_hold_rows(n) for n in unknown):
                yield self._structure(start, end)

    def _colon(self, start: int, end: int, nodes: list[Node]) -> int | None:
        """Where a definition follows its term on the same line."""
        colon = next(iter(find_outside(self.text, ":", start, end, nodes)), None)
        return colon if colon is not None and self.text[colon + 1 : end].strip() else None

    def _holder(self, start: int, end: int, nodes: list[Node]) -> Node | None:
        """The template that fills these lines and holds lists or tables to arrange them."""
        first = start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
        node = _node_at(nodes, first)
        if node is None or node.kind != "template" or self.text[node.end : end].strip():
            return None
        if _NAVIGATION.search(self._name(node)):
            return None
        return node if _HELD.search(self.text, node.start, node.end) else None

    def _arguments(self, node: Node) -> Iterator[tuple[int, int]]:
        """The arguments of a template, behind their bars and names."""
        cuts = find_outside(self.text, "|", node.body, node.tail, node.inner)
        for start, end in pairwise([*cuts, node.tail]):
            named = _ARGUMENT_NAME.match(self.text, start + 1, end)
            first = named.end() if named else start + 1
            if not named or _HELD.search(self.text, first, end):
                yield first, end

    def _inline(self, start: int, end: int, nodes: list[Node], *, unknown: bool = False) -> Inline:
        return self.inline.read(start, end, nodes_within(nodes, start, end), unknown=unknown)

    def _number(self, offset: int) -> int:
        return self.document.line_of(offset)

    def _structure(self, start: int, end: int) -> Structure:
        """The lines of `[start, end)`, as far as nothing else stands on them."""
        return Structure(self._number(start), self._number(max(start, end - 1)))

    def _as_it_stands(self, start: int, end: int) -> Inline:
        """A line of categories, which the page shows elsewhere: its text without brackets."""
        text = self.text[start:end]
        first = start + text.index("[[") + 2
        last = start + text.rindex("]]")
        shown = self.text[first:last]
        return Inline(shown, range(first, last), (), (), start, end)

    def _may_hold_rows(self, node: Node) -> bool:
        """Whether a template that shows nothing holds links: they are not passed over silently."""
        if node.kind != "template" or _NAVIGATION.search(self._name(node)):
            return False
        return any(n.kind == "link" for n in node.inner)

    def _name(self, node: Node) -> str:
        return self.text[node.body : min(node.tail, node.body + 200)].split("|", 1)[0].strip()
