"""Cards: blocks of one kind beside each other, each with a name and a flag, as items of a list.

A card is no section of the page, though its name is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reconcile.sources.link_targets import flag_of_classes, flag_of_picture

_TAG = re.compile(r"<(?P<end>/?)(?P<tag>div|article|section)\b(?P<values>[^<>]*)>", re.IGNORECASE)
_CLASS = re.compile(r"""\bclass\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
_VALUE = re.compile(r"""\b(alt|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ANY = re.compile(r"<[^<>]*>")
_HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
_INSIDE = re.compile(r"<(?:table|[uod]l|nav|form)\b", re.IGNORECASE)
_LONGEST = 200
"""Characters that a card shows; a longer block tells a story."""


def find_cards(text: str) -> dict[int, int]:
    """The cards: the offset of each tag that begins one, and of the tag that ends it."""
    cards: dict[int, int] = {}
    blocks = sorted(_blocks(text))
    for _, group in groupby(blocks, key=lambda block: block[0]):
        spans = [(start, end) for _, start, end in group]
        if len(spans) > 1 and all(_is_card(text[start:end]) for start, end in spans):
            cards.update(spans)
    return cards


def _blocks(text: str) -> Iterator[tuple[tuple[int, str, str], int, int]]:
    """The blocks with a class: the block around it with its tag and class, its start and end."""
    open_: list[re.Match[str]] = []
    for match in _TAG.finditer(text):
        if not match["end"]:
            open_.append(match)
        elif open_ and open_[-1]["tag"].lower() == match["tag"].lower():
            begun = open_.pop()
            if named := _CLASS.search(begun["values"]):
                around = open_[-1].start() if open_ else -1
                yield (around, begun["tag"].lower(), named[1]), begun.start(), match.start()


def _is_card(html: str) -> bool:
    """Whether a block shows one name, short, beside a flag."""
    if len(_HEADING.findall(html)) != 1 or _INSIDE.search(html):
        return False
    shown = "".join(_ANY.split(html))
    return len(shown) <= _LONGEST and any(map(_is_flag, _ANY.findall(html)))


def _is_flag(tag: str) -> bool:
    values = {name.lower(): one or other for name, one, other in _VALUE.findall(tag)}
    classes = _CLASS.search(tag)
    if tag.lower().startswith("<img") and flag_of_picture(
        values.get("alt", ""), values.get("src", "")
    ):
        return True
    return classes is not None and flag_of_classes(classes[1]) is not None
