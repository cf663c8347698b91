"""How MediaWiki numbers the sections of a page in the addresses of their edit views."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAGS = (
    "categorytree|ce|charinsert|chem|gallery|graph|hiero|imagemap|includeonly|indicator|inputbox|"
    "langconvert|mapframe|maplink|math|nowiki|poem|pre|quiz|ref|references|score|source|"
    "syntaxhighlight|templatedata|templatestyles|timeline"
)
_OPENING = re.compile(rf"<!--|<(?P<tag>{_TAGS})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_COMMENT, _TAG = "\x01", "\x02"
_HEADING = re.compile(rf"(?m)^=[^\n]+=[ \t\r{_COMMENT}]*$")


def edit_sections(text: str) -> tuple[int, ...]:
    """The 1-based lines of the headings that MediaWiki counts: the first is that of section 1.

    What stands above the first heading is section 0. Headings in comments, `<nowiki>`, `<ref>` and
    their like are none, those in templates count; those written as HTML have no edit view. Unlike
    the reader of pages, which mistrusts what opens, this follows MediaWiki to the letter.
    """
    pieces, at = [], 0
    for start, end in _silent(text):
        sign = _COMMENT if text.startswith("<!--", start) else _TAG
        pieces += [text[at:start], sign * (end - start)]
        at = end
    bare = "".join([*pieces, text[at:]])
    lines, line, at = [], 1, 0
    for match in _HEADING.finditer(bare):
        line += text.count("\n", at, match.start())
        at = match.start()
        lines.append(line)
    return tuple(lines)


def _silent(text: str) -> Iterator[tuple[int, int]]:
    """The spans in which `=` makes no heading. A tag that is never closed is text."""
    open_ended: set[str] = set()
    at = 0
    while match := _OPENING.search(text, at):
        name, at = (match["tag"] or "").lower(), match.end()
        if not name:
            found = text.find("-->", at)
            at = found + 3 if found >= 0 else len(text)
        elif not match.group().endswith("/>"):
            close = None if name in open_ended else _closing(name).search(text, at)
            if close is None:
                open_ended.add(name)
                continue
            at = close.end()
        yield match.start(), at


def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)
