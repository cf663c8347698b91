"""Chinese names that begin with the place they are part of: 大田廣域市中區, 東京都新宿區."""

from __future__ import annotations

import re

from reconcile.places.gazetteer import lookup
from reconcile.places.levels import find_region

_PARENT_END = re.compile(r"[市都道府縣县州省]$")
_PART = re.compile(r"(?![市町村區区縣县])..*[區区市町村郡縣县鎮镇]$")
_LARGE = 100_000
"""Inhabitants from which a city counts as one that has parts of its own."""


def split_parent(name: str, country: str | None) -> tuple[str, str] | None:
    """Parent and name, where the first part is itself a known place; None otherwise.

    `country` (ISO 3166-1 alpha-2) narrows what counts as known. 四日市市 and 京都府 stay whole:
    behind the parent must stand a name of its own with its suffix.
    """
    if len(name) > 16:
        return None
    for end in range(2, len(name) - 1):
        parent, rest = name[:end], name[end:]
        if not (_PARENT_END.search(parent) and _PART.match(rest)):
            continue
        if find_region(parent, country) or any(
            country in (None, p.country) and p.population > _LARGE for p in lookup(parent)
        ):
            return parent, rest
    return None
