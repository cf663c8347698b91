"""What one entry says: country, parent, partner, date and notes inside one piece of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.dates import DateText, find_dates
from reconcile.places.countries import (
    CountryCode,
    CountryName,
    country_prefix,
    country_suffix,
    find_code,
    find_country,
)
from reconcile.places.levels import english_parent, split_parent
from reconcile.sources.inline import Inline

_BRACKET = re.compile(r"（([^（）()]*)[）)]|\(([^（）()]*)[)）]|〔([^〔〕]*)〕|［([^［］]*)］")
_NOTE_WORDS = re.compile(
    r"友好|協議|协议|協定|协定|協約|协约|備忘|备忘|意向|交流|合作|關係|关系|終止|终止|中止|結束|结束|簽|签|"
    r"註|注[:：]|已|現|现|原|前身|併入|并入|suspend|ended|terminat|former|agreement|friend|memorandum|MoU",
    re.IGNORECASE,
)
_EDGE = " \t\u3000,，、;；:：·・。-–—*|/"
_PIECE = re.compile(r"[^，,、;；/]+")
_LEVEL_TAIL = re.compile(r"[州市城省縣县區区郡府港島岛人國国]$")


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of an Inline."""

    start: int
    end: int


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


def trim(text: str, start: int, end: int) -> Span:
    """`[start, end)` without blanks and punctuation at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


class _Asides:
    """Dates and brackets of an entry, taken out of its text (blanked, so offsets stay true)."""

    def __init__(self, inline: Inline) -> None:
        self.text = inline.text
        self.date: DateText | None = None
        self.notes: list[tuple[str, Span]] = []
        self.disambiguator: tuple[str, Span] | None = None
        self.country: tuple[CountryName, Span] | None = None
        self._take_dates()
        self._take_brackets(inline)

    def _take_dates(self) -> None:
        for found in find_dates(self.text):
            self.date = self.date or found
            self.text = _blank(self.text, found.start, found.end)

    def _take_brackets(self, inline: Inline) -> None:
        for match in _BRACKET.finditer(self.text):
            body = next((g for g in match.groups() if g is not None), "")
            span = trim(self.text, match.start() + 1, match.end() - 1)
            body = body.strip(_EDGE)
            before = self.text[: match.start()].strip(_EDGE)
            if body and not before:
                continue
            inside_link = any(
                x.start < match.start() and match.end() <= x.end for x in inline.links
            )
            country = self._country_in(span) if body and not inside_link else None
            if country is not None:
                self.country = country
            elif body and (inside_link or not _is_note(body)):
                self.disambiguator = (body, Span(match.start(), match.end()))
            elif body:
                self.notes.append((body, span))
            self.text = _blank(self.text, match.start(), match.end())

    def _country_in(self, span: Span) -> tuple[CountryName, Span] | None:
        """The country that a bracket names, alone or beside a date: （日本，1978年）."""
        for match in _PIECE.finditer(self.text, span.start, span.end):
            piece = trim(self.text, match.start(), match.end())
            if found := find_country(self.text[piece.start : piece.end]):
                return found, piece
        return None


def _is_note(body: str) -> bool:
    return bool(_NOTE_WORDS.search(body)) or len(body) > 12


def read_chinese(inline: Inline) -> Parts:
    """One Chinese entry, such as `比利時斯哈爾貝克（1985年9月12日）`.

    The country stands first, as a link of its own or as the beginning of unlinked text; of
    several links behind it the last is the partner and the ones before it are its parent.
    """
    asides = _Asides(inline)
    text = asides.text
    whole = trim(text, 0, len(text))
    country, after = _leading_country(inline, text, whole)
    end = whole.end
    if country is None:
        country, end = _trailing_country(inline, text, whole)
    country = country or asides.country
    span = trim(text, after, end)
    links = inline.linked(span.start, span.end)
    name_start = links[-1].start if len(links) > 1 else span.start
    parent = text[span.start : name_start].strip(_EDGE) or None
    name_span = trim(text, name_start, span.end)
    name = text[name_span.start : name_span.end].strip()
    if parent is None:
        parent, name = split_parent(name, country[0].iso if country else None)
        name_span = Span(name_span.end - len(name), name_span.end)
    shown_end = asides.disambiguator[1].end if asides.disambiguator else span.end
    inside = asides.disambiguator is not None and any(
        x.start < asides.disambiguator[1].start < x.end for x in inline.links
    )
    shown = inline.text[span.start : shown_end if inside else span.end]
    return Parts(
        partner=re.sub(r"\s+", " ", shown).strip(_EDGE),
        name=name,
        name_span=name_span,
        parent=parent,
        target=links[-1].target if links else None,
        disambiguator=asides.disambiguator[0] if asides.disambiguator else None,
        country=country[0] if country else None,
        country_text=inline.text[country[1].start : country[1].end] if country else None,
        country_span=country[1] if country else None,
        date=asides.date,
        notes=tuple(asides.notes),
        ended=inline.is_struck(name_span.start, name_span.end),
    )


def _leading_country(
    inline: Inline, text: str, whole: Span
) -> tuple[tuple[CountryName, Span] | None, int]:
    """The country at the start of an entry and where the rest begins."""
    links = inline.linked(whole.start, whole.end)
    first = links[0] if links else None
    if first and first.start <= whole.start:
        label = text[first.start : first.end].strip()
        found = find_country(label)
        if found and (first.end < whole.end or len(links) > 1 or first.end >= whole.end):
            return (found, trim(text, first.start, first.end)), first.end
        return None, whole.start
    head_end = first.start if first else whole.end
    head = text[whole.start : head_end].strip(_EDGE)
    if found := find_country(head):
        return (found, trim(text, whole.start, head_end)), head_end
    prefix = country_prefix(head) if not first else None
    if prefix:
        rest = head[prefix[1] :].strip(_EDGE)
        if len(rest) >= 2 or (rest and not _LEVEL_TAIL.match(rest)):
            end = whole.start + prefix[1]
            return (prefix[0], Span(whole.start, end)), end
    return None, whole.start


def _trailing_country(
    inline: Inline, text: str, whole: Span
) -> tuple[tuple[CountryName, Span] | None, int]:
    """The country behind a comma or as the last of several links, and where the name ends."""
    links = inline.linked(whole.start, whole.end)
    if len(links) > 1 and links[-1].end >= whole.end:
        last = trim(text, links[-1].start, links[-1].end)
    else:
        comma = max(text.rfind(c, whole.start, whole.end) for c in "，,、")
        if comma <= whole.start:
            return None, whole.end
        last = trim(text, comma + 1, whole.end)
    found = find_country(text[last.start : last.end])
    return ((found, last), last.start) if found else (None, whole.end)


_CODE = re.compile(r"([A-Z]{2,3})\s+(?=\S)")
_EN_NOTE = re.compile(r"\[\s*[^\]]*\]")


def read_english(inline: Inline) -> Parts:
    """One English entry, such as `ENG Sheffield, England, United Kingdom`."""
    asides = _EnglishAsides(inline.text)
    text = asides.text
    whole = trim(text, 0, len(text))
    start, code = whole.start, None
    if (match := _CODE.match(text, whole.start)) and (code := find_code(match.group(1))):
        start = match.end()
    tail = country_suffix(text[start : whole.end])
    country = None
    end = whole.end
    country_span = None
    if tail and (tail[1] > 0):
        country, end = tail[0], start + tail[1]
        country_span = trim(text, end, whole.end)
    elif tail and find_country(text[start : whole.end].strip()):
        country = tail[0]
    span = trim(text, start, end)
    partner = re.sub(r"\s+", " ", text[span.start : span.end])
    parent = english_parent(partner)
    name = partner.split("(")[0].strip() if parent else partner
    name_span = Span(span.start, span.end)
    return Parts(
        partner=partner,
        name=name,
        name_span=name_span,
        parent=parent,
        country=country,
        country_text=text[country_span.start : country_span.end] if country_span else None,
        country_span=country_span,
        code=code,
        date=asides.date,
        notes=tuple(asides.notes),
    )


class _EnglishAsides:
    """Footnote marks, dates and note brackets of an English entry, blanked out of its text."""

    def __init__(self, text: str) -> None:
        self.text = _EN_NOTE.sub(lambda m: " " * len(m.group()), text)
        self.date: DateText | None = None
        self.notes: list[tuple[str, Span]] = []
        for found in find_dates(self.text):
            self.date = self.date or found
            self.text = _blank(self.text, found.start, found.end)
        for match in _BRACKET.finditer(self.text):
            body = next((g for g in match.groups() if g is not None), "").strip(_EDGE)
            if body and not _is_english_note(body):
                continue
            if body:
                self.notes.append((body, trim(self.text, match.start() + 1, match.end() - 1)))
            self.text = _blank(self.text, match.start(), match.end())


def _is_english_note(body: str) -> bool:
    return bool(_NOTE_WORDS.search(body)) or len(body.split()) > 4
