"""Several partners in one cell or entry, taken apart: 名古屋市、大阪市.

Also host and partners of one line: 南京市：名古屋（1978年）、圣路易斯（1979年）.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reconcile.dates import DateText, find_dates
from reconcile.places.country_in_text import find_country
from reconcile.places.gazetteer import lookup
from reconcile.places.levels import split_level
from reconcile.scripts import has_han
from reconcile.sources.inline import Inline
from reconcile.sources.reading.brackets import BEFORE_DATE, EDGE, Span, brackets, part_of, trim
from reconcile.sources.reading.cells import host_text
from reconcile.sources.reading.entry import CITY_STATES, LONGEST_ENTRY, Parts, is_region

_HARD = re.compile(r"[\n；;]")
_LIST = re.compile(r"、")
_COMMA = re.compile(r"(?<=[\ue001\d年月日])\s*[，,]")
_AFTER_LINK = re.compile(r"(?<=[\ue000\ue001])\s*[，,]")
_ONE_LINK = re.compile(r"\ue000+\s*\ue001*")
_AND = re.compile(r"以及|[和及与與]")
_NO_NAME = re.compile(
    r"(?<![市省州])(?:簽署|签署|簽訂|签订|訪問|访问|舉行|举行|舉辦|举办|參加|参加|通航|開通|开通|條約|条约|設立|设立|"
    r"領事|领事|使館|使馆|大使|人口|成為|成为|結為|结为|締結|缔结|建立|代表團|代表团|來訪|来访|位於|位于|包括|其中|分別|分别|目前|截至|列表)|"
    r"(?:機場|机场|車站|车站|大學|大学|學校|学校|中學|中学|醫院|医院|公司|協會|协会|辦公室|办公室)(?=$|[（(\s])|"
    r"^(?:[没沒]有|[暫暂尚][無无])|"
    r"\b(?:is|are|was|were|has|have|with|to|between|signed|its|their|his|first|which|that|this|"
    r"visit(?:ed)?|consulate|embassy|population|airport|list of)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d\s*(?:對|对|個|个|座|組|组|家)")
_LONGEST_SENTENCE = 300
_MOST_AND = 4
_LONGEST = {True: 30, False: 80}


def is_name(name: str) -> bool:
    """Whether a text can be the name of a place, and is no sentence or remark."""
    if not any(map(str.isalpha, name)) or len(name) > _LONGEST[has_han(name)]:
        return False
    if _NO_NAME.search(name) or _COUNT.search(name) or re.search(r"[。！？!?:：]", name):
        return False
    return len(name.split()) <= 9 and not re.search(r"[a-z]{3,}\.$", name)


def tells_other(text: str) -> bool:
    """Whether a text has words that no name of a place has: 访问, 机场, signed."""
    return bool(_NO_NAME.search(text))


def counts(text: str) -> bool:
    """Whether a text says how many there are: 省级：20对."""
    return len(text) < 40 and bool(_COUNT.search(text))


def says_none(text: str) -> bool:
    """Whether a text says that there is no partner: 暂无友好城市."""
    return bool(re.match(r"[没沒]有|[暫暂尚][無无]|none\b", text.strip(), re.IGNORECASE))


def split_partners(inline: Inline, read: Callable[[Inline], Parts]) -> tuple[Inline, ...]:
    """The pieces of a text that name one partner each; the text itself where it names one.

    Brackets and links are never cut. A piece that is only a country, a date or a remark belongs
    to its neighbour. Commas divide only where every piece has a date of its own.
    """
    if len(inline.text) > LONGEST_ENTRY:
        return (inline,)
    masked = _masked(inline)
    spans = [
        part
        for group in _cut(masked, Span(0, len(masked)), _HARD)
        for item in _cut(masked, group, _LIST)
        for stated in _cut_stated(inline, masked, item, read)
        for part in _cut_and(masked, stated)
    ]
    if len(spans) > 1:
        spans = _joined(inline, spans, read)
    if len(spans) < 2:
        return (inline,)
    pieces = tuple(part_of(inline, s.start, s.end) for s in spans)
    return pieces if all(is_name(read(p).name) for p in pieces) else (inline,)


def _masked(inline: Inline) -> str:
    """The text with brackets and links made opaque, at the same offsets."""
    text = list(inline.text)
    for span, _ in brackets(inline.text):
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


def _cut(masked: str, whole: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    start = whole.start
    for match in separator.finditer(masked, whole.start, whole.end):
        yield from _filled(masked, start, match.start())
        start = match.end()
    yield from _filled(masked, start, whole.end)


def _filled(masked: str, start: int, end: int) -> Iterator[Span]:
    span = trim(masked, start, end)
    if span.end > span.start:
        yield span


def _cut_stated(
    inline: Inline, masked: str, whole: Span, read: Callable[[Inline], Parts]
) -> list[Span]:
    """The piece cut at commas behind dates and brackets, where each part says all by itself.

    That is a name with its date or country, or a link to a city that is known.
    """
    spans = list(_cut(masked, whole, _AFTER_LINK))
    if len(spans) > 1 and all(_is_known(inline, masked, s) for s in spans):
        return spans
    spans = list(_cut(masked, whole, _COMMA))
    if len(spans) < 2:
        return [whole]
    parts = [read(part_of(inline, s.start, s.end)) for s in spans]
    return spans if all(p.name and (p.date or p.country) for p in parts) else [whole]


def _is_known(inline: Inline, masked: str, span: Span) -> bool:
    """Whether a piece is one link, to a city that is known and is no region or country."""
    links = inline.linked(span.start, span.end)
    if len(links) != 1 or not _ONE_LINK.fullmatch(masked, span.start, span.end):
        return False
    name = inline.text[links[0].start : links[0].end].strip()
    known = has_han(name) and lookup(name)
    return bool(known) and find_country(name) is None and not is_region(name, None)


def _cut_and(masked: str, whole: Span) -> list[Span]:
    """The piece cut at 和 or 与 where a level word stands before it and at the end."""
    cuts = [whole.start]
    found = list(islice(_AND.finditer(masked, whole.start, whole.end), _MOST_AND + 1))
    for match in found if len(found) <= _MOST_AND else ():
        left, right = masked[cuts[-1] : match.start()], masked[match.end() : whole.end]
        levels = [split_level(side)[1] for side in (left, _AND.split(right)[0], right)]
        if levels[0] and any(levels[1:]) and not lookup(match.group() + right):
            cuts += [match.start(), match.end()]
    edges = [*cuts, whole.end]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _joined(inline: Inline, spans: Sequence[Span], read: Callable[[Inline], Parts]) -> list[Span]:
    """The spans, with those that name no partner joined to the one they belong to."""
    out: list[Span] = []
    ahead: int | None = None  # where a country begins that the next piece goes with
    chinese = has_han(inline.text)
    for i, span in enumerate(spans):
        piece = part_of(inline, span.start, span.end)
        kind = _kind(piece, read, after_han=bool(out) and chinese)
        last = i == len(spans) - 1
        start = span.start if ahead is None else ahead
        if kind == "country" and not last:
            ahead = start
            continue
        region = kind == "region" and ahead is not None and not last
        if region and _kind(part_of(inline, spans[i + 1].start, spans[i + 1].end), read) == "name":
            continue
        if kind in ("country", "aside") and out and ahead is None:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(Span(start, span.end))
        ahead = None
    return out


def _kind(piece: Inline, read: Callable[[Inline], Parts], *, after_han: bool = False) -> str:
    """What a piece is by itself: `name`, `region`, `country` or `aside` (date, remark)."""
    parts = read(piece)
    text = piece.text.strip(EDGE)
    country = find_country(text)
    if country is not None and country.form != "misspelt":
        return "name" if country.iso in CITY_STATES else "country"
    if not parts.name or not any(map(str.isalpha, parts.name)):
        return "country" if parts.country and not parts.date else "aside"
    if after_han and not has_han(text):
        return "aside"
    aside = brackets(text)
    if aside and aside[0][0] == Span(0, len(text)):
        return "aside"
    iso = parts.country.iso if parts.country else None
    return "region" if is_region(parts.name, iso) else "name"


def shared_country(parts: Sequence[Parts]) -> list[Parts]:
    """Give a partner without country that of its neighbours, where the place is known there."""
    stated = {p.country.iso: p for p in parts if p.country is not None}
    out = []
    for part in parts:
        isos = {place.country for place in lookup(part.name)} & set(stated)
        if part.country is None and len(isos) == 1:
            neighbour = stated[isos.pop()]
            part = replace(part, country=neighbour.country, country_text=neighbour.country_text)
        out.append(part)
    return out


_HOST_END = re.compile(r"(?<!\s)(?:\s*[:：]\s*|\s+[–—-]\s+|\s*[—–]+\s*)")
_HOST_END_ZH = re.compile(_HOST_END.pattern + r"|(?<=[\u3400-\u9fff])[-－]|(?<!\s)\s+")


def split_host(inline: Inline, at_home: Callable[[str], bool]) -> tuple[Span, Inline] | None:
    """The host that a line begins with, and the rest: `南京市：名古屋（1978年）`."""
    ends = _HOST_END_ZH if has_han(inline.text) else _HOST_END
    for match in ends.finditer(inline.text):
        span = trim(inline.text, 0, match.start())
        rest = trim(inline.text, match.end(), len(inline.text))
        if rest.end <= rest.start or span.end - span.start > 40:
            return None
        blank = not match.group().strip()
        next_word = inline.text[rest.start :].split(maxsplit=1)[0]
        if blank and (not has_han(next_word) or find_country(next_word) is None):
            continue
        start, end = host_text(part_of(inline, span.start, span.end))
        span = Span(span.start + start, span.start + end)
        if at_home(inline.text[span.start : span.end]):
            return span, part_of(inline, rest.start, len(inline.text))
    return None


_TWINNED = re.compile(
    r"(?:^|(?<=[，,。]))\s*(?P<host>[^，,。与與和同跟\s]{2,14}?)?\s*[与與和同跟]\s*(?P<partner>[^。；;]+?)"
    r"(?:正式|分別|分别|也|又|共同|簽署|签署|簽訂|签订|協議|协议|[，,])*"
    r"(?:締結|缔结|締|缔|結為|结为|結成|结成|結|结|成為|成为|建立(?:了|起)?|簽訂|签订|簽署|签署)(?:了|為|为|成)?"
    r"(?:國際|国际|一對|一对)?(?:友好|姐妹|姊妹|友城)[^。；;，,]*(?:[，,][^。；;]*)?[。.]?\s*$"
)
_TWINNED_EN = re.compile(
    r"^(?P<host>[^,.;]{2,40}?)\s+(?:is|has been|was|became|are)\s+"
    r"(?:twinned|paired|partnered|(?:a )?(?:sister|twin|partner) (?:city|cities|towns?)(?: of)?)"
    r"\s*(?:with|to|of)?\s+(?P<partner>[^;]+?)\.?\s*$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that states one agreement: spans and date refer to the whole sentence."""

    host: Span | None
    partner: Inline
    date: DateText | None


def read_sentence(inline: Inline, *, chinese: bool) -> Sentence | None:
    """Host, partner and date of a sentence that states one agreement, or None.

    `南京市与日本名古屋市于1978年12月21日结为友好城市`; the date may stand anywhere in it.
    """
    text = inline.text
    dates = find_dates(text)
    if len(dates) > 1 or len(text) > _LONGEST_SENTENCE:
        return None
    for found in dates:
        start = len(BEFORE_DATE.sub("", text[: found.start]))
        text = text[:start] + " " * (found.end - start) + text[found.end :]
    match = (_TWINNED if chinese else _TWINNED_EN).search(text)
    if match is None:
        return None
    host = trim(text, *match.span("host")) if match["host"] else None
    partner = trim(text, *match.span("partner"))
    date = dates[0] if dates else None
    return Sentence(host, part_of(inline, partner.start, partner.end), date)
