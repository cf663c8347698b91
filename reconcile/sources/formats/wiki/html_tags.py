"""HTML tables written in wikitext: the tags are HTML's, what stands in the cells is wikitext."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.models import Document
from reconcile.sources.blocks import SourceBlock
from reconcile.sources.formats.html.table import CELL_TAGS, HtmlTable
from reconcile.sources.formats.wiki.inline import WikiInline
from reconcile.sources.formats.wiki.nodes import Node, gaps, nodes_within

_START = re.compile(r"[ \t:]*(<table\b)", re.IGNORECASE)
_TAG = re.compile(
    r"<(?P<end>/?)(?P<tag>table|tr|td|th|caption|tbody|thead|tfoot)\b[^<>]*>", re.IGNORECASE
)
_SECTION = re.compile(r"(?m)^=")


def html_table_start(text: str, start: int, end: int) -> int | None:
    """Where the `<table>` stands that the line `[start, end)` begins, if any."""
    match = _START.match(text, start, end)
    return match.start(1) if match else None


def html_table_end(text: str, start: int, end: int, nodes: list[Node]) -> int:
    """The end of the table at `start`; one that never closes ends before the next section."""
    depth = 0
    for tag in _tags(text, start, end, nodes):
        if tag["tag"].lower() == "table":
            depth += -1 if tag["end"] else 1
            if depth == 0:
                return tag.end()
    section = _SECTION.search(text, start, end)
    return section.start() - 1 if section else end


def html_table(
    document: Document, inline: WikiInline, start: int, end: int, nodes: list[Node]
) -> list[SourceBlock]:
    """The blocks of the table over `[start, end)`; one inside of it is text of its cell."""
    table, text = HtmlTable(document, start), document.text
    depth = 0

    def end_cell(at: int) -> None:
        if (first := table.cell_start) is not None:
            table.end_cell(inline.read(first, at, nodes_within(nodes, first, at)))

    for tag in _tags(text, start, end, nodes):
        name = tag["tag"].lower()
        if name == "table":
            depth += -1 if tag["end"] else 1
        elif depth == 1:
            end_cell(tag.start())
            if not tag["end"]:
                table.open_tag(name, tag.start(), tag.group())
            elif name not in CELL_TAGS:
                table.end_row(tag.start())
    last = text.rfind("<", start, end) if depth == 0 else end
    end_cell(last)
    return table.finish(min(last, max(start, end - 1)))


def _tags(text: str, start: int, end: int, nodes: list[Node]) -> Iterator[re.Match[str]]:
    for a, b in gaps(start, end, nodes):
        yield from _TAG.finditer(text, a, max(a, b))
