"""Places in rule files, and the small helpers that make an error say what to type instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_WIDE = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "「": '"',
    "」": '"',
    "『": '"',
    "』": '"',
    "。": ".",
    "、": ",",
    "【": "[",
    "】": "]",
    "—": "-",
    "–": "-",
    "−": "-",
    "﹣": "-",
    "\u00a0": " ",
}
_NARROW = str.maketrans({chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)} | _WIDE) | {
    0x3000: " "
}


class Place(NamedTuple):
    """A 1-based position in a rule file; columns count characters."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """`rules/a.yaml:12:5`."""
        return f"{self.path}:{self.line}:{self.column}"


def narrow(text: str) -> str:
    """`text` with the full-width signs of a Chinese keyboard replaced by those YAML knows."""
    return text.translate(_NARROW)


def same(text: str) -> str:
    """The form in which two displayed texts are compared: composed (NFC), blanks stripped."""
    return unicodedata.normalize("NFC", text).strip()


def joined(words: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    *head, tail = words
    return f"{', '.join(head)} {last} {tail}" if head else tail


def shown(text: str, limit: int = 40) -> str:
    """`text` on one line and not endless, for use inside a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
