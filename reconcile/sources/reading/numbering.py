"""Items and headings that plain characters make: `一、省级`, `（二）遵义市`, `1．瑞士苏黎世`.

Any format can hold them, and underlined titles: its markup calls them lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure
from reconcile.vocabulary import HAN_NUMERALS

_ITEM = re.compile(
    r"\s*(?:(?:[（(]\d{1,3}[)）]|\d{1,3}(?:[．、)）]|\.(?!\d))|[①-⑳●○◎■□◆◇▪])\s*|"
    r"(?:[（(](?:[a-zA-Z]|[ivx]{2,5})[)）]|(?:[a-z]|[ivx]{2,5})[)）])(?:\s+|(?=[\u3400-\u9fff])))(?=[^\s\d])"
)
_HAN = f"[{HAN_NUMERALS}]{{1,3}}"
_HEAD = re.compile(rf"\s*(?:第{_HAN}[章節节部]分?|[（(]{_HAN}[)）]|{_HAN}[、．.])\s*(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")


def numbered(blocks: Sequence[SourceBlock]) -> list[SourceBlock]:
    """The blocks, with plain lines made the items and headings that their characters say."""
    found: list[SourceBlock] = []
    for block in blocks:
        last = found[-1] if found else None
        if not isinstance(block, Entry) or block.bullet:
            found.append(block)
        elif title := _title_over(last, block):
            found[-1:] = [title, Structure(block.line, block.line)]
        else:
            found.append(_unnumbered(block))
    return found


def _title_over(last: SourceBlock | None, line: Entry) -> Heading | None:
    """The plain line right above, where this one only underlines it."""
    marks = line.content.text.strip()
    above = isinstance(last, Entry) and not last.bullet and last.line == line.line - 1
    if not above or not isinstance(last, Entry) or not _UNDERLINE.fullmatch(marks):
        return None
    return Heading(1 if marks[0] == "=" else 2, last.content, last.line)


def _unnumbered(entry: Entry) -> Entry:
    """An item for a line that a number or sign begins; without the number of a part."""
    content = entry.content
    if match := _ITEM.match(content.text):
        content = content.part(match.end(), len(content.text))
        return replace(entry, content=content, bullet=True)
    if match := _HEAD.match(content.text):
        return replace(entry, content=content.part(match.end(), len(content.text)))
    return entry
