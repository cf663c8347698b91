"""Plain-text extracts of wiki pages: `==A==` headings, host lines, `- ` items or bare lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.models import Document
from reconcile.sources.blocks import Entry, Heading, SourceBlock
from reconcile.sources.inline import Inline

_HEADING = re.compile(r"(={1,6})(?!=)(?P<title>[^=\n]+?)\1\s*$")
_ITEM = re.compile(r"(\s*)(?:[-*•·]|\d{1,4}[.)])\s+(?=\S)")


def recognise(text: str) -> int:
    """How much of the text looks like this format: `=`-headings; else it is what remains."""
    return 1 + len(re.findall(r"(?m)^={1,6}.*={1,6}\s*$", text))


def _inline(document: Document, start: int, end: int) -> Inline:
    text = document.text[start:end]
    return Inline(text, range(start, end), (), (), start, end)


def read(document: Document) -> Iterator[SourceBlock]:
    """The blocks of the document, in order; no markup is undone, as there is none."""
    for line, text in enumerate(document.lines, 1):
        start = document.start_of(line)
        if not text.strip():
            continue
        if match := _HEADING.match(text):
            shown = match["title"]
            first = match.start("title") + len(shown) - len(shown.lstrip())
            title = _inline(document, start + first, start + first + len(shown.strip()))
            yield Heading(len(match.group(1)), title, line)
            continue
        item = _ITEM.match(text)
        skip = item.end() if item else 0
        content = _inline(document, start + skip, start + len(text))
        yield Entry(content, line, bool(item), len(item.group(1)) if item else 0)
