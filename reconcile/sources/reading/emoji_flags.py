"""Flags that are characters of the text: 🇯🇵 is no part of a name, but says its country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconcile.models import Document
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Table
from reconcile.sources.inline import Flag, Inline

_FIRST = ord("🇦")
_TAGS = 0xE0000
_FLAG = re.compile(
    "(?P<code>[🇦-🇿]{2})|\N{WAVING BLACK FLAG}(?P<tags>[\U000e0061-\U000e007a]{3,6})\U000e007f"
)
"""A code of ISO 3166-1 in letters of its own, or the flag of a part of a country: GB-ENG."""


def with_emoji_flags(blocks: Iterable[SourceBlock], document: Document) -> Iterator[SourceBlock]:
    """The blocks, with such characters made flags."""
    if not _FLAG.search(document.text):
        yield from blocks
        return
    for block in blocks:
        if isinstance(block, Entry):
            yield replace(block, content=_flagged(block.content))
        elif isinstance(block, Heading):
            yield replace(block, title=_flagged(block.title))
        elif isinstance(block, Table):
            rows = (
                replace(
                    row, cells=tuple(replace(c, content=_flagged(c.content)) for c in row.cells)
                )
                for row in block.rows
            )
            yield replace(block, rows=tuple(rows))
        else:
            yield block


def _flagged(inline: Inline) -> Inline:
    """The text with its flags blanked (blanks keep every offset true), before what they show."""
    found = list(_FLAG.finditer(inline.text))
    if not found:
        return inline
    text = _FLAG.sub(lambda m: " " * len(m.group()), inline.text)
    flags = []
    for match in found:
        behind = len(text) - len(text[match.end() :].lstrip())
        start, last = inline.offsets[match.start()], inline.offsets[match.end() - 1]
        flags.append(Flag(behind, _country(match), start, last + 1))
    return replace(inline, text=text, flags=(*inline.flags, *flags))


def _country(match: re.Match[str]) -> str:
    """The code of the country: of 🏴󠁧󠁢󠁥󠁮󠁧󠁿 that of the state."""
    if match["code"]:
        return "".join(chr(ord("A") + ord(char) - _FIRST) for char in match["code"])
    return "".join(chr(ord(char) - _TAGS) for char in match["tags"][:2]).upper()
