"""Several partners in one cell or entry, taken apart: 名古屋市、大阪市."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from reconcile.places.countries import CountryName
from reconcile.places.placename import place_name
from reconcile.scripts import has_han
from reconcile.sources.inline import EDGE, Inline, Span, trim
from reconcile.sources.reading.beside import beside, may_stand_beside
from reconcile.sources.reading.brackets import find_brackets
from reconcile.sources.reading.countries import (
    CITY_STATES,
    country_of,
    may_be_partner,
    sure_country,
)
from reconcile.sources.reading.entry import (
    LONGEST_ENTRY,
    EntryReading,
    is_region,
    may_lie_in,
)
from reconcile.sources.reading.remarks import is_name

Read = Callable[[Inline], EntryReading]

_HARD = re.compile(r"[\n；;]")
_LIST = re.compile(r"、")
_COMMA = re.compile(r"(?<=[\ue001\d年月日])\s*[，,]")
_AFTER_LINK = re.compile(r"(?<=[\ue000\ue001])\s*[，,]")
_ONE_LINK = re.compile(r"\ue000+\s*\ue001*")
_AND = re.compile(r"以及|[和及与與]")
_MAY_DIVIDE = re.compile("|".join(p.pattern for p in (_HARD, _LIST, _COMMA, _AFTER_LINK, _AND)))
_MOST_AND = 4
_Kind = Literal["name", "region", "country", "remark"]
"""What a piece is by itself; a `remark` may be a date."""


def split_partners(inline: Inline, read: Read, iso: str | None = None) -> tuple[EntryReading, ...]:
    """The partners that a text names, each read; one reading of it all where it names one.

    Brackets and links are never cut. A piece that is only a country, a date or a remark belongs
    to its neighbour. Commas divide only where every piece has a date of its own, or is a known
    place in the country `iso` that is stated elsewhere, or in the text.
    """
    if len(inline.text) <= LONGEST_ENTRY:
        pieces = _Splitter(inline, read, iso).pieces()
        if len(pieces) > 1 and all(is_name(p.name) for p in pieces):
            return pieces
    return (read(inline),)


class _Splitter:
    """Takes one text apart; a piece that is looked at more than once is read once."""

    def __init__(self, inline: Inline, read: Read, iso: str | None) -> None:
        self.inline = inline
        self.iso = iso
        self.masked = _masked(inline)
        self._read = read
        self._readings: dict[Span, EntryReading] = {}

    def reading(self, span: Span) -> EntryReading:
        """What a piece states."""
        if span not in self._readings:
            self._readings[span] = self._read(self.inline.part(span.start, span.end))
        return self._readings[span]

    def pieces(self) -> tuple[EntryReading, ...]:
        """The pieces that name a partner each; none where there is nothing to divide."""
        comma = self.iso is not None and "," in self.masked
        if not (comma or _MAY_DIVIDE.search(self.masked) or may_stand_beside(self.masked)):
            return ()
        spans = [
            part
            for group in self._cut(Span(0, len(self.masked)), _HARD)
            for item in self._cut(group, _LIST)
            for stated in self._cut_at_commas(item)
            for named in self._cut_at_and(stated)
            for part in self._cut_beside(named)
        ]
        joined = self._joined(spans) if len(spans) > 1 else []
        return tuple(self.reading(s) for s in joined) if len(joined) > 1 else ()

    def _cut_beside(self, whole: Span) -> list[Span]:
        """The piece cut where names stand beside each other; its country is that of each."""
        reading = self.reading(whole)
        parts = beside(self.masked, whole, reading, self.iso)
        for part in parts if reading.country and len(parts) > 1 else ():
            its = self.reading(part)
            if its.country is None:
                stated = replace(its, country=reading.country, country_text=reading.country_text)
                self._readings[part] = stated
        return parts

    def _cut(self, whole: Span, separator: re.Pattern[str]) -> Iterator[Span]:
        start = whole.start
        for match in separator.finditer(self.masked, whole.start, whole.end):
            yield from self._filled(start, match.start())
            start = match.end()
        yield from self._filled(start, whole.end)

    def _filled(self, start: int, end: int) -> Iterator[Span]:
        span = trim(self.masked, start, end)
        if span.end > span.start:
            yield span

    def _cut_at_commas(self, whole: Span) -> list[Span]:
        """The piece cut at commas behind dates and brackets, where each part says all by itself.

        That is a name with its date or country, or a link to a city that is known.
        """
        spans = list(self._cut(whole, _AFTER_LINK))
        if len(spans) > 1 and all(map(self._is_known_city, spans)):
            return spans
        spans = list(self._cut(whole, _COMMA))
        if len(spans) < 2:
            return [whole]
        parts = map(self.reading, spans)
        return spans if all(p.name and (p.date or p.country) for p in parts) else [whole]

    def _is_known_city(self, span: Span) -> bool:
        """Whether a piece is one link, to a city that is known and is no region or country."""
        links = self.inline.linked(span.start, span.end)
        if len(links) != 1 or not _ONE_LINK.fullmatch(self.masked, span.start, span.end):
            return False
        name = self.inline.text[links[0].start : links[0].end].strip()
        return bool(place_name(name).places) and not country_of(name) and not is_region(name, None)

    def _cut_at_and(self, whole: Span) -> list[Span]:
        """The piece cut at 和 or 与 where a level word stands before it and at the end."""
        cuts = [whole.start]
        found = list(islice(_AND.finditer(self.masked, whole.start, whole.end), _MOST_AND + 1))
        for match in found if len(found) <= _MOST_AND else ():
            left = self.masked[cuts[-1] : match.start()]
            right = self.masked[match.end() : whole.end]
            levels = [_has_level(side) for side in (left, _AND.split(right)[0], right)]
            if levels[0] and any(levels[1:]) and not place_name(match.group() + right).places:
                cuts += [match.start(), match.end()]
        edges = [*cuts, whole.end]
        return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def _joined(self, spans: Sequence[Span]) -> list[Span]:
        """The spans, with those that name no partner joined to the one they belong to."""
        out: list[Span] = []
        ahead: int | None = None  # where a country begins that the next piece goes with
        chinese = has_han(self.inline.text)
        for span, following in zip(spans, (*spans[1:], None), strict=True):
            kind = self._kind(span, following, after_han=bool(out) and chinese)
            start = span.start if ahead is None else ahead
            if following and kind == "country":
                ahead = start
                continue
            in_country = kind == "region" and ahead is not None
            if in_country and following and self._kind(following) == "name":
                continue
            if kind in ("country", "remark") and out and ahead is None:
                out[-1] = Span(out[-1].start, span.end)
            else:
                out.append(Span(start, span.end))
            ahead = None
        return out

    def _kind(self, span: Span, following: Span | None = None, *, after_han: bool = False) -> _Kind:
        """What a piece is; `after_han` tells that Chinese ones stand before it."""
        reading = self.reading(span)
        text = span.of(self.inline.text).strip(EDGE)
        if country := sure_country(text):
            heads = following is not None and self._may_lie_in(following, country)
            return "name" if may_be_partner(country) and not heads else "country"
        if not any(map(str.isalpha, reading.name)):
            return "country" if reading.country and not reading.date else "remark"
        latin_name = after_han and not has_han(text)
        if latin_name or find_brackets(text)[:1] == [Span(0, len(text))]:
            return "remark"
        return "region" if is_region(reading.name, reading.iso) else "name"

    def _may_lie_in(self, span: Span, country: CountryName) -> bool:
        """Whether a piece can be a place of a country, or is called as it is: 新加坡、新加坡."""
        reading = self.reading(span)
        same = reading.country is not None and reading.country.iso == country.iso
        return same or (country.iso not in CITY_STATES and may_lie_in(reading, country))


def _masked(inline: Inline) -> str:
    """The text with brackets and links made opaque, at the same offsets."""
    text = list(inline.text)
    for span in find_brackets(inline.text):
        text[span.start : span.end] = "\ue001" * (span.end - span.start)
    for link in inline.links:
        text[link.start : link.end] = "\ue000" * (link.end - link.start)
    if inline.flags and not inline.text[: inline.flags[0].at].strip(EDGE):
        for flag in inline.flags[1:]:  # each begins a partner
            before = flag.at - 1
            while before > 0 and text[before].isspace():
                before -= 1
            text[before] = "；" if text[before] in EDGE else text[before]
    return "".join(text)


def _has_level(text: str) -> bool:
    """Whether a text ends in the word of a level, as 东广岛市 does."""
    name = place_name(text)
    return name.han and name.level is not None


def shared_country(readings: Sequence[EntryReading]) -> list[EntryReading]:
    """Give a partner without country that of its neighbours, where the place is known there.

    The country before a colon is that of all behind it that can lie there.
    """
    stated = {r.country.iso: r for r in readings if r.country is not None}
    out = []
    head: EntryReading | None = None
    for reading in readings:
        head = reading if _is_headed(reading) else head
        if reading.country is None and stated:
            isos = {place.country for place in place_name(reading.name).places} & set(stated)
            neighbour = stated[isos.pop()] if len(isos) == 1 else None
            if head and head.country and may_lie_in(reading, head.country):
                neighbour = head
            if neighbour:
                reading = replace(
                    reading, country=neighbour.country, country_text=neighbour.country_text
                )
        out.append(reading)
    return out


def _is_headed(reading: EntryReading) -> bool:
    """Whether the country of a partner stands before a colon: `Germany: Berlin`."""
    span = reading.country_span
    return span is not None and reading.content.text[span.end :].lstrip()[:1] in (":", "：")
