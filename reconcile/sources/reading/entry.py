"""What one entry says: country, parent, partner, date and notes inside one piece of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reconcile.dates import DateText
from reconcile.places.countries import CountryCode, CountryName, find_code
from reconcile.places.country_in_text import country_prefix, country_suffix, find_country
from reconcile.places.levels import english_parent, find_region, split_level, split_parent
from reconcile.scripts import has_han
from reconcile.sources.inline import Inline
from reconcile.sources.reading.brackets import EDGE, Asides, Span, trim

_LEVEL_TAIL = re.compile(r"[州市城省縣县區区郡府港島岛人國国]$")
_LATIN_TAIL = re.compile(r"(?<=[\u3400-\u9fff）)])\s*[A-Za-zÀ-ɏ][^\u3400-\u9fff]*$")
_BETWEEN = re.compile(r"\s*[·・‧•，,/、\n]\s*|\s+")
_CODE = re.compile(r"([A-Z]{2,3})\s+(?=\S)")
_LAST_PART = re.compile(r"(?:\s[–—-]\s|;)\s*([^,;–—]+?)\s*$")
_LEAD = re.compile(r"([^:,]{2,40}?)\s*(?::|\s[–—-])\s+(?=\S)")

CITY_STATES = ("SG", "MC", "SM", "VA", "HK", "MO")
"""ISO codes of countries and territories that are their own city, and so can be a partner."""

LONGEST_ENTRY = 5_000
"""Characters of an entry or cell that is looked into; a longer one names nothing."""

Country = tuple[CountryName, Span]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one entry; spans refer to the Inline's displayed text.

    `partner` is the displayed name with its parent and without notes, empty where there is none.
    """

    partner: str
    name: str
    name_span: Span
    parent: str | None = None
    target: str | None = None
    disambiguator: str | None = None
    country: CountryName | None = None
    country_text: str | None = None
    country_span: Span | None = None
    code: CountryCode | None = None
    date: DateText | None = None
    notes: tuple[tuple[str, Span], ...] = ()
    ended: bool = False


def read_chinese(inline: Inline) -> Parts:
    """One Chinese entry, such as `比利時斯哈爾貝克（1985年9月12日）`.

    The country stands first, as a link of its own or as the beginning of unlinked text, or last,
    behind a comma, in a bracket or as the last link; of several links the last is the partner and
    the ones before it are its parent.
    """
    asides = Asides(inline, chinese=True)
    text = asides.text
    whole = trim(text, 0, len(text))
    country, after = _leading_country(inline, text, whole)
    end, beyond = whole.end, None
    if country is None:
        country, end = _trailing_country(inline, text, whole)
    if country is None and (behind := _country_and_region(text, whole)):
        country, beyond, end = behind
    country = country or asides.country
    span = trim(text, after, end)
    notes = list(asides.notes)
    latin = _LATIN_TAIL.search(text, span.start, span.end)
    if latin and has_han(text[span.start : latin.start()]):
        tail = trim(text, latin.start(), span.end)
        notes.append((text[tail.start : tail.end], tail))
        span = trim(text, span.start, latin.start())
    links = inline.linked(span.start, span.end)
    parent, name_span = _parent(inline, text, span, country[0].iso if country else None)
    name = text[name_span.start : name_span.end].strip()
    bracket = asides.disambiguator
    inside = bracket is not None and any(x.start < bracket[1].start < x.end for x in inline.links)
    shown_end = bracket[1].end if bracket and inside else span.end
    shown = re.sub(r"\s+", " ", inline.text[span.start : shown_end]).strip(EDGE)
    parent = parent or beyond
    if name_span.start == span.start and parent:  # 洛杉矶，加利福尼亚州
        shown = parent + name
    parts = Parts(
        partner=shown,
        name=name,
        name_span=name_span,
        parent=parent,
        target=links[-1].target if links else None,
        disambiguator=bracket[0] if bracket else None,
        country=country[0] if country else None,
        country_text=inline.text[country[1].start : country[1].end] if country else None,
        country_span=country[1] if country else None,
        date=asides.date,
        notes=tuple(notes),
        ended=asides.ended or inline.is_struck(name_span.start, name_span.end),
    )
    return place_named(parts, inline) if country and country[0].iso in CITY_STATES else parts


def place_named(parts: Parts, inline: Inline) -> Parts:
    """The parts where the whole text names a place, even one called as a country (新加坡)."""
    if parts.name:
        return parts
    span = parts.country_span or trim(inline.text, 0, len(inline.text))
    name = inline.text[span.start : span.end]
    return replace(parts, partner=name, name=name, name_span=span)


def _parent(inline: Inline, text: str, span: Span, iso: str | None) -> tuple[str | None, Span]:
    """What the partner lies in, if the entry says so, and the span of the partner alone."""
    links = inline.linked(span.start, span.end)
    if len(links) > 1:
        name = trim(text, links[-1].start, span.end)
        return text[span.start : links[-1].start].strip(EDGE) or None, name
    for gap in reversed(list(_BETWEEN.finditer(text, span.start, span.end))):
        if any(x.start < gap.start() and gap.end() < x.end for x in links):
            continue
        head, tail = trim(text, span.start, gap.start()), trim(text, gap.end(), span.end)
        first, last = text[head.start : head.end], text[tail.start : tail.end]
        if gap.group().strip() in (",", "，") and is_region(last, iso):
            return last, head
        if is_region(first, iso):
            return re.sub(r"\s+", " ", first), tail
    name_text = text[span.start : span.end].strip()
    parent, name_text = split_parent(name_text, iso)
    return parent, Span(span.end - len(name_text), span.end)


def is_region(name: str, iso: str | None) -> bool:
    """Whether a part of an entry is a first-level division, by its name or its level word."""
    last = _BETWEEN.split(name)[-1]
    _, level = split_level(last, iso)
    if level and level.kind == "region":
        return True
    nation = find_country(last)
    regions = any(r.kind == "region" and r.bare for r in find_region(last, iso))
    return len(last) > 1 and (regions or (nation is not None and nation.form == "nation"))


def _leading_country(inline: Inline, text: str, whole: Span) -> tuple[Country | None, int]:
    """The country at the start of an entry and where the rest begins."""
    links = inline.linked(whole.start, whole.end)
    first = links[0] if links else None
    if first and first.start <= whole.start:
        found = find_country(text[first.start : first.end].strip())
        if found:
            return (found, trim(text, first.start, first.end)), first.end
        return None, whole.start
    head_end = first.start if first else whole.end
    head = text[whole.start : head_end].strip(EDGE)
    if found := find_country(head):
        return (found, trim(text, whole.start, head_end)), head_end
    prefix = country_prefix(head) if not first else None
    if prefix:
        rest = head[prefix[1] :].strip(EDGE)
        if len(rest) >= 2 or (rest and not _LEVEL_TAIL.match(rest)):
            end = whole.start + prefix[1]
            return (prefix[0], trim(text, whole.start, end)), end
    return None, whole.start


def _trailing_country(inline: Inline, text: str, whole: Span) -> tuple[Country | None, int]:
    """The country behind a comma or as the last of several links, and where the name ends."""
    links = inline.linked(whole.start, whole.end)
    if len(links) > 1 and links[-1].end >= whole.end:
        last = trim(text, links[-1].start, links[-1].end)
    else:
        comma = max(text.rfind(c, whole.start, whole.end) for c in "，,、/ \n")
        if comma <= whole.start:
            return None, whole.end
        last = trim(text, comma + 1, whole.end)
    found = find_country(text[last.start : last.end])
    return ((found, last), last.start) if found else (None, whole.end)


def _country_and_region(text: str, whole: Span) -> tuple[Country, str, int] | None:
    """The country and region behind a comma, and where the name ends: 費城，美國賓夕法尼亞州."""
    comma = max(text.rfind(c, whole.start, whole.end) for c in "，,")
    last = trim(text, comma + 1, whole.end)
    prefix = country_prefix(text[last.start : last.end]) if comma > whole.start else None
    if prefix is None:
        return None
    country = Span(last.start, last.start + prefix[1])
    region = trim(text, country.end, last.end)
    name = text[region.start : region.end]
    return ((prefix[0], country), name, comma) if is_region(name, prefix[0].iso) else None


def read_english(inline: Inline) -> Parts:
    """One English entry, such as `ENG Sheffield, England, United Kingdom`."""
    asides = Asides(inline, chinese=False)
    text = asides.text
    whole = trim(text, 0, len(text))
    start, code = whole.start, None
    if (match := _CODE.match(text, whole.start)) and (code := find_code(match.group(1))):
        start = match.end()
    country, end = _english_country(text, start, whole.end)
    if country is None and (lead := _LEAD.match(text, start)):
        found = find_country(lead.group(1))
        country = (found, Span(start, lead.end(1))) if found else None
        start = lead.end() if found else start
    if country is None and (shown := _country_before_link(inline, text, start, end)):
        country, start = shown
    span = trim(text, start, end)
    country = country or asides.country
    iso = country[0].iso if country else code.iso if code else None
    partner = re.sub(r"\s+", " ", text[span.start : span.end])
    name, parent = _english_parent(partner, iso)
    links = inline.linked(span.start, span.end)
    named = country is not None and not span.start <= country[1].start < span.end
    return Parts(
        partner=partner,
        name=name,
        name_span=span,
        parent=parent,
        target=links[0].target if links else None,
        country=country[0] if country else None,
        country_text=inline.text[country[1].start : country[1].end] if country and named else None,
        country_span=country[1] if country and named else None,
        code=code,
        date=asides.date,
        notes=tuple(asides.notes),
        ended=asides.ended or inline.is_struck(span.start, span.end),
    )


def _country_before_link(
    inline: Inline, text: str, start: int, end: int
) -> tuple[Country, int] | None:
    """The country that stands before the linked name, and where the name begins: Germany Bonn.

    Behind a comma the first of two names is the place: Georgia, Vermont.
    """
    links = inline.linked(start, end)
    opens = bool(links) and not text[start : links[0].start].strip(EDGE)
    if not links or (opens and len(links) < 2 and not inline.flags):
        return None
    head_end = links[0].end if opens else links[0].start
    name_start = links[1].start if opens and len(links) > 1 else head_end
    span = trim(text, start, head_end)
    found = find_country(text[span.start : span.end])
    between = text[span.end : name_start]
    if found is None or "," in between or not text[name_start:end].strip(EDGE):
        return None
    return (found, span), name_start


def _english_country(text: str, start: int, end: int) -> tuple[Country | None, int]:
    """The country behind the last commas of an entry, and where the name before it ends."""
    tail = country_suffix(text[start:end])
    if tail and tail[1] > 0:
        return (tail[0], trim(text, start + tail[1], end)), start + tail[1]
    if last := _LAST_PART.search(text, start, end):
        found = find_country(last.group(1).strip())
        if found and text[start : last.start()].strip():
            return (found, trim(text, *last.span(1))), last.start()
    alone = find_country(text[start:end].strip())
    if alone and alone.iso in CITY_STATES:
        return (alone, trim(text, start, end)), end
    return None, end


def _english_parent(partner: str, iso: str | None) -> tuple[str, str | None]:
    """The name alone, and what it lies in: `Dong (Daegu)`, `Kent County, Delaware`."""
    if parent := english_parent(partner):
        return partner.split("(")[0].strip(), parent
    head, comma, tail = partner.rpartition(",")
    if comma and head.strip() and find_region(tail.strip(), iso):
        return head.strip(), tail.strip()
    return partner, None
