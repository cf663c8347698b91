"""One entry of an English list, such as `ENG Sheffield, England, United Kingdom`."""

from __future__ import annotations

import re

from reconcile.places.cities import folded_cities
from reconcile.places.countries import CountryCode, find_code
from reconcile.places.placename import place_name
from reconcile.scripts import fold
from reconcile.sources.inline import EDGE, Inline, Span, trim
from reconcile.sources.reading.brackets import Annotations
from reconcile.sources.reading.countries import (
    StatedCountry,
    country_at_end,
    country_of,
    may_be_partner,
)
from reconcile.sources.reading.entry import CountryRule, EntryReading, NamedPart, first_country

_CODE = re.compile(r"([A-Z]{2,3})\s+(?=\S)")
_LAST_PART = re.compile(r"(?:\s[–—-]\s|;)\s*([^,;–—]+?)\s*$")
_IN = re.compile(r"\s+in\s+(?:the\s+)?([A-Z][^,;]+?)[\s,.;]*$")
_BLANK = re.compile(r"(?<=\w) +(?=[A-Z])")
_MOST_WORDS = 3
"""Of so many words are names of countries, where a comma before them is lost."""
_LEAD = re.compile(r"([^:,]{2,40}?)\s*(?::|\s[–—-])\s+(?=\S)")


def read_english(inline: Inline) -> EntryReading:
    """The parts of an English entry: code, name, parent and country stand in this order as a rule.

    The country is behind the last commas, a dash or "in"; else before a colon or a linked name.
    """
    annotations = Annotations(inline, chinese=False)
    text = annotations.text
    code, whole = _leading_code(text, trim(text))
    found = first_country(_COUNTRY_RULES, inline, text, whole)
    span = trim(text, found.name.start, found.name.end)
    country = found.country or annotations.country
    iso = country.country.iso if country else code.iso if code else None
    partner = re.sub(r"\s+", " ", span.of(text))
    name, parent = _parent(partner, iso)
    links = inline.linked(span.start, span.end)
    # A city state is the partner: nothing else in the text names its country.
    apart = country if country and not span.start <= country.span.start < span.end else None
    return EntryReading(
        inline,
        partner=partner,
        name=name,
        name_span=span,
        parent=parent,
        target=links[0].target if links else None,
        country=country.country if country else None,
        country_text=apart.span.of(inline.text) if apart else None,
        country_span=apart.span if apart else None,
        code=code,
        date=annotations.date,
        notes=tuple(annotations.notes),
        ended=annotations.ended or inline.is_struck(span.start, span.end),
    )


def _leading_code(text: str, whole: Span) -> tuple[CountryCode | None, Span]:
    """The country code that an entry begins with, and the rest: GER Bonn."""
    match = _CODE.match(text, whole.start)
    code = find_code(match[1]) if match else None
    return code, Span(match.end(), whole.end) if match and code else whole


def _parent(partner: str, iso: str | None) -> tuple[str, str | None]:
    """The name alone, and what it lies in: `Dong (Daegu)`, `Kent County, Delaware`."""
    if parent := place_name(partner).parent:
        return partner.split("(")[0].strip(), parent
    head, comma, tail = partner.rpartition(",")
    if comma and head.strip() and place_name(tail.strip(), iso).regions:
        return head.strip(), tail.strip()
    return partner, None


# -- the country -------------------------------------------------------------------------------


def _behind_commas(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`Sheffield, England, United Kingdom`."""
    stated = country_at_end(whole.of(text))
    if stated is None or not stated.span.start:
        return None
    start = whole.start + stated.span.start
    country = StatedCountry(stated.country, trim(text, start, whole.end))
    return NamedPart(country, Span(whole.start, start))


def _behind_dash(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`Haiphong - Vietnam`."""
    match = _LAST_PART.search(text, whole.start, whole.end)
    named = country_of(match[1].strip()) if match else None
    if match is None or named is None or not text[whole.start : match.start()].strip():
        return None
    country = StatedCountry(named, trim(text, *match.span(1)))
    return NamedPart(country, Span(whole.start, match.start()))


def _behind_in(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`Himeji in Japan`."""
    match = _IN.search(text, whole.start, whole.end)
    named = country_of(match[1]) if match else None
    if match is None or named is None:
        return None
    country = StatedCountry(named, trim(text, *match.span(1)))
    return NamedPart(country, Span(whole.start, match.start()))


def _called_as_country(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`Singapore`: the name of the partner, and of its country."""
    named = country_of(whole.of(text).strip())
    if named is None or not may_be_partner(named):
        return None
    return NamedPart(StatedCountry(named, trim(text, whole.start, whole.end)), whole)


def _before_colon(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`Japan: Hachioji`."""
    match = _LEAD.match(text, whole.start)
    named = country_of(match[1]) if match else None
    if match is None or named is None:
        return None
    country = StatedCountry(named, Span(whole.start, match.end(1)))
    return NamedPart(country, Span(match.end(), whole.end))


def _before_link(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`Germany [Bonn](a)`: the country stands before the linked name.

    Behind a comma the first of two names is the place: Georgia, Vermont.
    """
    links = inline.linked(whole.start, whole.end)
    if not links:
        return None
    opens = not text[whole.start : links[0].start].strip(EDGE)
    if opens and len(links) < 2 and not inline.flags:
        return None
    head_end = links[0].end if opens else links[0].start
    name_start = links[1].start if opens and len(links) > 1 else head_end
    span = trim(text, whole.start, head_end)
    named = country_of(span.of(text))
    between, name = text[span.end : name_start], text[name_start : whole.end]
    if named is None or "," in between or not name.strip(EDGE):
        return None
    return NamedPart(StatedCountry(named, span), Span(name_start, whole.end))


def _behind_blank(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`Regina Canada`, where a comma is lost: a city of the country that the text ends in."""
    for blank in list(_BLANK.finditer(text, whole.start, whole.end))[-_MOST_WORDS:]:
        span, name = Span(blank.end(), whole.end), Span(whole.start, blank.start())
        named = country_of(span.of(text))
        if named and named.form != "misspelt" and fold(name.of(text)) in folded_cities(named.iso):
            return NamedPart(StatedCountry(named, span), name)
    return None


_COUNTRY_RULES: tuple[CountryRule, ...] = (
    _behind_commas,
    _behind_dash,
    _behind_in,
    _called_as_country,
    _before_colon,
    _before_link,
    _behind_blank,
)
"""The ways to state the country; the first that an entry uses counts."""
