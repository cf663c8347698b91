"""Sino-Vietnamese readings, folded to ASCII letters."""

from __future__ import annotations

import re

from reconcile.names.readings.base import Reading, cheapest, combine, spellings
from reconcile.names.readings.tables import table
from reconcile.scripts import fold

_SUFFIX = re.compile("(?<=..)(?:直轄市|市社|城舖|市鎮|市|省|縣|郡|坊)$")
_LATIN_SUFFIX = re.compile("^(?:thanhpho|tinh|quan|huyen|thixa)(?=...)|(?:city|province|district)$")


def key(latin: str) -> str:
    """Folded spelling without tones; đ is d."""
    return fold(latin)


def latin_keys(name: str) -> tuple[str, ...]:
    """Keys of an English name with and without a word for its level."""
    whole = key(name)
    return tuple(dict.fromkeys((whole, _LATIN_SUFFIX.sub("", whole))))


def readings(zh: str) -> tuple[Reading, ...]:
    """Readings of the name and of its stem; nothing if a character has no known reading."""
    found: list[tuple[str, float]] = []
    extra = table("vietnamese_extra")
    for written in spellings(zh):
        for name, cost in ((written, 0.3), (_SUFFIX.sub("", written), 0.0)):
            if not 1 <= len(name) <= 6:
                continue
            found += [(fold(r), cost) for r in extra.get(name, ())]
            choices = []
            for char in name:
                known = dict.fromkeys(
                    fold(r) for r in (*extra.get(char, ()), *table("vietnamese").get(char, ()))
                )
                choices.append([(r, 0.3 * n) for n, r in enumerate(list(known)[:5])])
            if all(choices):
                found += [("".join(p), cost + c) for p, c in combine(choices, 200)]
    return cheapest(found, "vi")


def character(char: str) -> list[tuple[str, float]]:
    """Readings of one character with their costs."""
    known = (*table("vietnamese_extra").get(char, ()), *table("vietnamese").get(char, ()))
    return [(fold(r), 0.7 * n) for n, r in enumerate(known[:4])]
