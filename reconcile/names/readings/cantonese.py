"""Cantonese readings in the rough Latin spelling that overseas names are usually met in."""

from __future__ import annotations

from reconcile.names.readings.base import Reading, cheapest, spellings
from reconcile.names.readings.tables import table
from reconcile.scripts import fold

_INITIALS = (("gw", "kw"), ("z", "ts"), ("c", "ch"), ("j", "y"), ("g", "k"), ("d", "t"), ("b", "p"))
_MERGED = (("sh", "s"), ("ts", "c"), ("tz", "c"), ("ch", "c"), ("oo", "u"), ("ee", "i"))
_FINALS = (("eoi", "ui"), ("oe", "eu"), ("eo", "u"), ("aa", "a"), ("yu", "ue"))


def spell(jyutping: str) -> str:
    """A Jyutping syllable without tone in the usual spelling of Hong Kong names, roughly."""
    text = jyutping
    for old, new in _INITIALS:
        if text.startswith(old):
            text = new + text[len(old) :]
            break
    for old, new in _FINALS:
        text = text.replace(old, new)
    return text


def key(latin: str) -> str:
    """Folded spelling in which the usual ways to write one sound are merged."""
    text = fold(latin)
    for old, new in _MERGED:
        text = text.replace(old, new)
    return text


def latin_keys(name: str) -> tuple[str, ...]:
    """The key of an English name."""
    return (key(name),)


def readings(zh: str) -> tuple[Reading, ...]:
    """One reading for each way to write the name; nothing if a character is unknown."""
    found = []
    for written in spellings(zh):
        syllables = [table("cantonese").get(c, ("",))[0] for c in written]
        if all(syllables) and len(written) <= 12:
            found.append((key("".join(map(spell, syllables))), 0.5))
    return cheapest(found, "yue")


def character(char: str) -> list[tuple[str, float]]:
    """The reading of one character, if known."""
    return [(spell(s), 0.0) for s in table("cantonese").get(char, ())[:1]]
