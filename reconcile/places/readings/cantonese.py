"""Cantonese readings in the rough Latin spelling that overseas names are usually met in."""

from __future__ import annotations

from reconcile.places.nametext import fold
from reconcile.places.readings.base import Reading, cheapest, spellings
from reconcile.places.readings.tables import table

_INITIALS = (("gw", "kw"), ("z", "ts"), ("c", "ch"), ("j", "y"), ("g", "k"), ("d", "t"), ("b", "p"))
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
    """Folded spelling."""
    return fold(latin)


def latin_keys(name: str) -> tuple[str, ...]:
    """The key of an English name."""
    return (key(name),)


def readings(zh: str) -> tuple[Reading, ...]:
    """One reading for each way to write the name; nothing if a character is unknown."""
    found = []
    for written in spellings(zh):
        syllables = [table("cantonese").get(c, ("",))[0] for c in written]
        if all(syllables) and len(written) <= 12:
            found.append(("".join(map(spell, syllables)), 0.5))
    return cheapest(found, "yue")
