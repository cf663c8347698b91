"""What a misspelt word was probably meant to be: the hints at the end of error messages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

NEAR = 60
"""From this likeness on (0 to 100, letters in common), a word is taken for the one meant."""


def nearest(word: str, known: Iterable[str], cutoff: float = NEAR) -> str | None:
    """The one of `known` that `word` was probably meant to be, or None.

    Capitals, and full-width letters in `word`, make no difference.
    """
    from rapidfuzz import fuzz, process  # 70 ms that only an error is worth

    found = process.extractOne(
        unicodedata.normalize("NFKC", word).strip(),
        list(known),
        scorer=fuzz.ratio,
        processor=str.lower,
        score_cutoff=cutoff,
    )
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that refuses `word`: `; did you mean X?`, or nothing."""
    best = nearest(word, known)
    return f"; did you mean {best}?" if best else ""
