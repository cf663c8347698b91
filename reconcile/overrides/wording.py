"""How texts are compared with what the sources show, and how they stand in a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


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
