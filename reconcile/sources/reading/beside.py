"""Names that stand beside each other: 马赛与里昂, Amagasaki and Kobe, 北九州市/舞鹤市.

The same signs stand inside of names (Tyne and Wear) and between a name and what it lies in (Tacoma,
Washington). So they divide only known places, of which none can lie in another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from reconcile.places.cities import folded_cities
from reconcile.places.placename import place_name
from reconcile.scripts import fold
from reconcile.sources.inline import Span, trim
from reconcile.sources.reading.entry import EntryReading, is_region

_AND = re.compile(r"(?<!\s)(?:\s*+[,，])?\s++(?:and|&)\s+|以及|[和及与與]")
_SIGN = re.compile(rf"{_AND.pattern}|(?<!\s)\s*+[,，/]\s*")
_MAY_STAND = re.compile(r"\s(?:and|&)\s|[/，和及与與]")
_MOST = 10
_DOUBLE = re.compile(
    "Brighton and Hove|Windsor and Maidenhead|Hammersmith and Fulham|Kensington and Chelsea|"
    "Barking and Dagenham|Christchurch and Poole|Redcar and Cleveland|Telford and Wrekin|"
    "Bath and North East Somerset|Tonbridge and Malling|Reigate and Banstead|"
    "Nuneaton and Bedworth|Hinckley and Bosworth|Oadby and Wigston|Basingstoke and Deane|"
    "Epsom and Ewell|Perth and Kinross|Dumfries and Galloway|Newark and Sherwood|"
    "Lisburn and Castlereagh|Tyne and Wear"
)
"""Districts that are called by two towns."""


def may_stand_beside(text: str) -> bool:
    """Whether a text has a sign that may divide it; commas alone do in Chinese."""
    return bool(_MAY_STAND.search(text))


def beside(text: str, whole: Span, reading: EntryReading, iso: str | None) -> list[Span]:
    """The parts of `whole` that name a place each; `whole` where it names one.

    Args:
        text: the text, brackets and links made opaque where they must not be cut.
        whole: which part of it was read.
        reading: what that states.
        iso: the country of the partners, if it is stated elsewhere.
    """
    iso = reading.iso or (reading.code.iso if reading.code else iso)
    start = text.find(reading.partner, whole.start, whole.end) if reading.partner else -1
    if iso is None or start < 0:
        return [whole]
    end = start + len(reading.partner)
    signs = list(_SIGN.finditer(text, start, end))
    edges = [start, *(edge for sign in signs for edge in sign.span()), end]
    names = [trim(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    listed = bool(signs) and _AND.fullmatch(signs[-1].group()) is not None
    if not 1 < len(names) <= _MOST or not _are_apart([n.of(text) for n in names], iso, listed):
        return [whole]
    starts = [whole.start, *(name.start for name in names[1:])]
    ends = [*(name.end for name in names[:-1]), whole.end]
    return [trim(text, a, b) for a, b in zip(starts, ends, strict=True)]


def _are_apart(names: Sequence[str], iso: str, listed: bool) -> bool:
    """Whether the names are of known places that differ, and none can lie in the next.

    `listed` tells that the last stands behind an "and": what it lies in would not.
    """
    if _DOUBLE.fullmatch(f"{names[-2]} and {names[-1]}"):
        return False
    if listed and _are_cities(names, iso):
        return True
    places = [place_name(name, iso).known_there for name in names]
    if not all(places) or place_name("".join(names), iso).known_there:
        return False
    if any(_may_hold_others(name, iso, listed) for name in names[1:]):
        return False
    keys = [{p.id if listed else p.admin1 for p in its} for its in places]
    return all(a.isdisjoint(b) for a, b in combinations(keys, 2))


def _are_cities(names: Sequence[str], iso: str) -> bool:
    """Whether names with an "and" before the last are a list: both, or most of several, are cities.

    What the "and" joins is no name of one place then, as Tyne and Wear is.
    """
    joint = place_name(f"{names[-2]} and {names[-1]}", iso)
    if joint.regions or joint.known_there or any(is_region(name, iso) for name in names):
        return False
    known = sum(fold(name) in folded_cities(iso) for name in names)
    return known == len(names) if len(names) == 2 else 2 * known > len(names)


def _may_hold_others(name: str, iso: str, listed: bool) -> bool:
    """Whether a name can be that of a division; in English many a city's is."""
    place = place_name(name, iso)
    return is_region(name, iso) or (bool(place.regions) and not (listed or place.han))
