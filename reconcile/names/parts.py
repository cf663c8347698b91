"""Parts of names that are translated: 新 New, 港 Port, 海滩 Beach.

A part of several characters becomes one unit of the sound channel, so that it can stand for a
word as a character does for a syllable; what a part usually stands for is where training starts.
"""

from __future__ import annotations

import re
from functools import cache

from reconcile.datafiles import lines

_FIRST_UNIT = 0xE000


@cache
def parts() -> dict[str, tuple[str, ...]]:
    """Chinese part (simplified) → folded words, as in `reconcile/data/names/parts.tsv`."""
    rows = (line.split("\t") for line in lines("names/parts.tsv"))
    return {zh: tuple(dict.fromkeys(words.split())) for zh, words in rows}


@cache
def _units() -> dict[str, str]:
    """Part of several characters → the private character that stands for it."""
    long = [zh for zh in parts() if len(zh) > 1]
    return {zh: chr(_FIRST_UNIT + n) for n, zh in enumerate(long)}


@cache
def _names() -> dict[str, str]:
    return {unit: zh for zh, unit in _units().items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_units(), key=lambda zh: (-len(zh), zh))))


def with_units(text: str) -> str:
    """`text` with every part of several characters as one private character."""
    return _pattern().sub(lambda match: _units()[match[0]], text)


def spelled(unit: str) -> str:
    """The characters that a unit stands for; a character stands for itself."""
    return _names().get(unit, unit)


def words_of(unit: str) -> tuple[str, ...]:
    """The words a character or unit is known to translate."""
    return parts().get(spelled(unit), ())
