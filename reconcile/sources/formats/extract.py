"""Plain-text extracts of wiki pages: `==A==` headings, host lines, `- ` items or bare lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.models import Document
from reconcile.sources.around_lines import is_page_foot, quote_end
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure
from reconcile.sources.formats.plain.tables import plain_tables
from reconcile.sources.heading_lines import equals_heading
from reconcile.sources.inline import Inline

_ITEM = re.compile(r"(\s*)(?:[-*•·]|\d{1,4}[.)])\s+(?=\S)")


def recognise(text: str) -> int:
    """How much of the text looks like this format: `=`-headings; else it is what remains."""
    return 1 + len(re.findall(r"(?m)^={1,6}.*={1,6}\s*$", text))


def read(document: Document) -> Iterator[SourceBlock]:
    """The blocks of the document, in order; no markup is undone, as there is none."""
    tables = plain_tables(document, lambda a, b: Inline.plain(document.text[a:b], a))
    last = 0
    for line, text in enumerate(document.lines, 1):
        start = document.start_of(line)
        if table := tables.get(line):
            yield table
            last = table.last
        if is_page_foot(text):
            yield Structure(line, line)
            continue
        if line <= last or not text.strip():
            continue
        if heading := equals_heading(text):
            title = text[heading.start : heading.end]
            first = heading.start + len(title) - len(title.lstrip())
            yield Heading(heading.level, Inline.plain(title.strip(), start + first), line)
            continue
        quote = quote_end(text)
        item = _ITEM.match(text, quote)
        skip = item.end() if item else quote
        content = Inline.plain(text[skip:], start + skip)
        if content.text.strip():
            yield Entry(content, line, bool(item), len(item[1]) if item else 0)
        else:
            yield Structure(line, line)
