"""One entry of a Chinese list, such as `比利時斯哈爾貝克（1985年9月12日）`."""

from __future__ import annotations

import re

from reconcile.places.countries import territory_of
from reconcile.places.placename import place_name
from reconcile.scripts import has_han
from reconcile.sources.inline import EDGE, Inline, Span, trim
from reconcile.sources.reading.brackets import Annotations, Phrase
from reconcile.sources.reading.countries import (
    StatedCountry,
    country_at_start,
    country_of,
    may_be_partner,
)
from reconcile.sources.reading.entry import (
    BETWEEN,
    CountryRule,
    EntryReading,
    NamedPart,
    first_country,
    is_region,
)

_LEVEL_TAIL = re.compile(r"[州市城省縣县區区郡府港島岛人國国]$")
_LATIN_TAIL = re.compile(r"(?<=[\u3400-\u9fff）)])\s*[A-Za-zÀ-ɏ][^\u3400-\u9fff]*$")
_COMMAS = "，,"
_SEPARATORS = "，,、/ \n"


def read_chinese(inline: Inline) -> EntryReading:
    """The parts of a Chinese entry.

    The country stands first, as a link of its own or as the beginning of unlinked text, or last,
    behind a comma, in a bracket or as the last link; of several links the last is the partner and
    the ones before it are its parent.
    """
    annotations = Annotations(inline, chinese=True)
    text = annotations.text
    found = first_country(_COUNTRY_RULES, inline, text, trim(text))
    country = found.country or annotations.country
    span, latin = _without_latin(text, trim(text, found.name.start, found.name.end))
    parent, name_span = _parent(inline, text, span, country.country.iso if country else None)
    parent = parent or found.region
    name = name_span.of(text).strip()
    shown = _shown(inline, span, annotations)
    if name_span.start == span.start and parent:  # 洛杉矶，加利福尼亚州
        shown = parent + name
    links = inline.linked(span.start, span.end)
    bracket = annotations.disambiguator
    reading = EntryReading(
        inline,
        partner=shown,
        name=name,
        name_span=name_span,
        parent=parent,
        target=links[-1].target if links else None,
        disambiguator=bracket.text if bracket else None,
        country=country.country if country else None,
        country_text=country.span.of(inline.text) if country else None,
        country_span=country.span if country else None,
        date=annotations.date,
        notes=(*annotations.notes, *latin),
        ended=annotations.ended or inline.is_struck(name_span.start, name_span.end),
    )
    if not reading.name and may_be_partner(reading.country):
        return reading.named_by(_territory(inline, reading.country_span or trim(text)))
    return reading


def _shown(inline: Inline, span: Span, annotations: Annotations) -> str:
    """The partner as it is displayed: with the bracket that belongs to its linked title."""
    bracket = annotations.disambiguator
    end = span.end
    if bracket and any(x.start < bracket.span.start < x.end for x in inline.links):
        end = bracket.span.end
    return re.sub(r"\s+", " ", inline.text[span.start : end]).strip(EDGE)


def _without_latin(text: str, span: Span) -> tuple[Span, list[Phrase]]:
    """The Chinese part of a name in two scripts, and the other part, a remark: 名古屋 Nagoya."""
    match = _LATIN_TAIL.search(text, span.start, span.end)
    if match is None or not has_han(text[span.start : match.start()]):
        return span, []
    tail = trim(text, match.start(), span.end)
    return trim(text, span.start, match.start()), [Phrase(tail.of(text), tail)]


# -- what the partner lies in ------------------------------------------------------------------


def _parent(inline: Inline, text: str, span: Span, iso: str | None) -> tuple[str | None, Span]:
    """What the partner lies in, if the entry says so, and the span of the partner alone."""
    links = inline.linked(span.start, span.end)
    if len(links) > 1:
        name = trim(text, links[-1].start, span.end)
        return text[span.start : links[-1].start].strip(EDGE) or None, name
    for gap in reversed(list(BETWEEN.finditer(text, span.start, span.end))):
        if any(x.start < gap.start() and gap.end() < x.end for x in links):
            continue
        head, tail = trim(text, span.start, gap.start()), trim(text, gap.end(), span.end)
        if gap.group().strip() in tuple(_COMMAS) and is_region(tail.of(text), iso):
            return tail.of(text), head
        if is_region(head.of(text), iso):
            return re.sub(r"\s+", " ", head.of(text)), tail
    name_text = span.of(text).strip()
    place = place_name(name_text, iso)
    if not place.han:
        return None, Span(span.end - len(name_text), span.end)
    return place.parent, Span(span.end - len(place.part), span.end)


# -- the country -------------------------------------------------------------------------------


def _first(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`[日本](a)[草加市](b)`, `日本[草加市](b)`: the link at the start, or all before a link."""
    links = inline.linked(whole.start, whole.end)
    start, end = whole.start, links[0].start if links else whole.end
    if links and end <= start:
        start, end = links[0].start, links[0].end
    return _found(text, Span(start, end), Span(end, whole.end))


def _beginning(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`日本草加市`: the beginning of a text without links, if a name is left behind it."""
    links = inline.linked(whole.start, whole.end)
    stated = None if links else country_at_start(whole.of(text))
    if stated is None:
        return None
    end = whole.start + stated.span.end
    rest = text[end : whole.end].strip(EDGE)
    if not rest or (len(rest) < 2 and _LEVEL_TAIL.match(rest)):
        return None
    country = StatedCountry(stated.country, trim(text, whole.start, end))
    return NamedPart(country, Span(end, whole.end))


def _last(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`[名古屋](a)，[日本](b)`: the last of several links, or all behind a comma or blank."""
    links = inline.linked(whole.start, whole.end)
    if len(links) > 1 and links[-1].end >= whole.end:
        last = Span(links[-1].start, links[-1].end)
    else:
        comma = _last_of(_SEPARATORS, text, whole)
        if comma <= whole.start:
            return None
        last = Span(comma + 1, whole.end)
    return _found(text, last, Span(whole.start, trim(text, last.start, last.end).start))


def _before_region(inline: Inline, text: str, whole: Span) -> NamedPart | None:
    """`費城，美國賓夕法尼亞州`: behind a comma, with the region that the place lies in."""
    comma = _last_of(_COMMAS, text, whole)
    last = trim(text, comma + 1, whole.end)
    stated = country_at_start(last.of(text)) if comma > whole.start else None
    if stated is None:
        return None
    country = Span(last.start, last.start + stated.span.end)
    region = trim(text, country.end, last.end).of(text)
    if not is_region(region, stated.country.iso):
        return None
    return NamedPart(StatedCountry(stated.country, country), Span(whole.start, comma), region)


def _found(text: str, country: Span, name: Span) -> NamedPart | None:
    """The country that a part of the text names, if it does, and the name in another part."""
    span = trim(text, country.start, country.end)
    named = country_of(span.of(text))
    return NamedPart(StatedCountry(named, span), name) if named else None


def _territory(inline: Inline, whole: Span) -> Span:
    """A territory without the state that may stand before it: 美国关岛."""
    for start in range(whole.start + 2, whole.end - 1):
        state = country_of(inline.text[whole.start : start])
        rest = country_of(inline.text[start : whole.end])
        if state and rest and territory_of(rest.iso) == state.iso:
            return trim(inline.text, start, whole.end)
    return whole


def _last_of(separators: str, text: str, whole: Span) -> int:
    """Where the last of the separators stands, or -1."""
    return max(text.rfind(c, whole.start, whole.end) for c in separators)


_COUNTRY_RULES: tuple[CountryRule, ...] = (
    _first,
    _beginning,
    _last,
    _before_region,
)
"""The ways to state the country; the first that an entry uses counts."""
