"""What stands beside the name in one entry: brackets, dates, footnote marks, the word "ended".

They are taken out of the text and blanked there, so that every offset stays true and what is left
is country, parent and name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile import vocabulary as terms
from reconcile.dates import DateText, find_dates
from reconcile.places.placename import place_name
from reconcile.sources.inline import EDGE, Inline, Span, trim
from reconcile.sources.reading.countries import (
    StatedCountry,
    country_at_end,
    country_at_start,
    country_of,
    sure_country,
)
from reconcile.sources.reading.remarks import ENDED, is_ended, is_remark

_OPENING, _CLOSING = "（(〔［【[", "）)〕］】]"
_SQUARE = re.compile(r"\[[^\[\]\n]{0,30}\]")
_STOP = re.compile(r"[，,、;；。\n]|$")
_AGAIN = re.compile(
    rf"\s*(?:年)?(?:再次|重新|又)?(?:{terms.RENEWED_ZH})|\b(?:{terms.RENEWED_EN})\b", re.IGNORECASE
)
_UNTIL = re.compile(r"(?:\b(?:until|till|to|through)|[至到])\s*$", re.IGNORECASE)
BEFORE_DATE = re.compile(
    r"(?:\b(?:since|from|as of|in|on|est\.?|established|signed|twinned|founded|agreed|circa|ca?\.)"
    r"\s*)+$|"
    rf"(?:{terms.CONCLUDED_ZH}|{terms.SIGNED_ZH}|[締缔結结]盟|提携)?(?:{terms.DATE_ZH}|日)\s*[:：]\s*$|"
    r"\b(?:date(?: of (?:affiliation|agreement|signing|signature|twinning))?|since|established|"
    r"signed|twinned)\s*:\s*$|"
    rf"(?:{terms.FROM_ZH}|(?<![\u3400-\u9fff])[約约]|結好於|结好于|締結於|缔结于)\s*$|"
    r"(?<=[市縣县省州區区府郡町村])[約约]$",
    re.IGNORECASE,
)
"""Words that belong to the date behind them; 约 may as well end a name: 纽约1980年."""
_AFTER_DATE = re.compile(
    rf"\s*(?:{terms.SINCE_ZH}|正式|{terms.CONCLUDED_ZH}|{terms.SIGNED_ZH})[^，,、;；。（(\n]*"
)
_LEAD = 40
"""How far before a date the words stand that belong to it."""
_LONGEST_CHINESE, _MOST_WORDS = 12, 4
"""Characters in Chinese, or words in English, of a bracket that is part of a name."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words of an entry, and where they stand."""

    text: str
    span: Span


def find_brackets(text: str) -> list[Span]:
    """The outermost pairs of brackets."""
    found: list[Span] = []
    if not any(char in text for char in _OPENING):
        return found
    depth = start = 0
    for i, char in enumerate(text):
        if char in _OPENING:
            start = start if depth else i
            depth += 1
        elif char in _CLOSING and depth:
            depth -= 1
            if not depth:
                found.append(Span(start, i + 1))
    return found


class Annotations:
    """Dates, notes and brackets of one entry; `text` is what remains, at the same offsets.

    A bracket that is neither a remark nor a fact belongs to the name. In Chinese it becomes the
    `disambiguator`; in English it stays in the text.
    """

    def __init__(self, inline: Inline, *, chinese: bool) -> None:
        self.text = _SQUARE.sub(_without_mark, inline.text)
        self.date: DateText | None = None
        self.ended = False
        self.notes: list[Phrase] = []
        self.disambiguator: Phrase | None = None
        self.country: StatedCountry | None = None
        self._links = inline.links
        self._chinese = chinese
        dates = find_dates(self.text)
        for bracket in find_brackets(self.text):
            if not any(d.start < bracket.start and bracket.end <= d.end for d in dates):
                self._take_bracket(bracket)
        self._take_dates()
        self._take_ending()

    def _blank(self, span: Span) -> None:
        self.text = self.text[: span.start] + " " * (span.end - span.start) + self.text[span.end :]

    def _note(self, span: Span) -> None:
        words = re.sub(r"\s+", " ", span.of(self.text))
        if any(map(str.isalnum, words)):
            self.notes.append(Phrase(words, span))

    # -- brackets ----------------------------------------------------------------------------

    def _take_bracket(self, bracket: Span) -> None:
        """Take the facts out of a bracket, and what is left as a remark or part of the name."""
        if self._begins_name(bracket):
            return
        linked = any(x.start < bracket.start and bracket.end <= x.end for x in self._links)
        pieces = _pieces(self.text, trim(self.text, bracket.start + 1, bracket.end - 1))
        left = [p for p in pieces if linked or not self._is_fact(p)]
        if left:
            words = Span(left[0].start, left[-1].end)
            if not self._is_of_name(bracket, words, linked=linked):
                self._note(words)
            elif self._chinese:
                if not linked or self.disambiguator is None:
                    self.disambiguator = Phrase(words.of(self.text), bracket)
            elif len(left) == len(pieces):
                return
            else:
                self._note(words)
        self._blank(bracket)

    def _begins_name(self, bracket: Span) -> bool:
        """Whether a bracket opens the entry, and states no date or country."""
        if self.text[: bracket.start].strip(EDGE):
            return False
        body = self.text[bracket.start + 1 : bracket.end - 1]
        return bool(body.strip(EDGE)) and not find_dates(body) and not country_of(body)

    def _is_of_name(self, bracket: Span, words: Span, *, linked: bool) -> bool:
        """Whether the words of a bracket belong to the name before it."""
        text = words.of(self.text)
        remark = is_remark(text) or self._is_too_long(text) or bool(find_dates(text))
        remark = remark and not place_name(text).regions  # 江原道 is no former (原) 道
        if self._chinese:
            return linked or not (remark or text.isascii())
        behind_country = country_at_end(self.text[: bracket.start].strip())
        return not behind_country and (linked or not remark)

    def _is_too_long(self, text: str) -> bool:
        if self._chinese:
            return len(text) > _LONGEST_CHINESE
        return len(text.split()) > _MOST_WORDS

    def _is_fact(self, piece: Span) -> bool:
        """Take the date or country that a piece of a bracket is; whether nothing is left of it."""
        text = piece.of(self.text)
        if is_ended(text):
            self.ended |= is_ended(self.text)  # all of it may say that it was resumed
            return False
        if _AGAIN.search(text):
            return False
        dates = find_dates(text)
        return self._is_date(piece, text, dates) if dates else self._is_country(piece, text)

    def _is_country(self, piece: Span, text: str) -> bool:
        if self.country is not None:
            return False
        if country := sure_country(text):
            self.country = StatedCountry(country, piece)
        elif (found := country_at_start(text)) and _is_division(text[found.span.end :], found):
            end = piece.start + found.span.end
            self.country = StatedCountry(found.country, Span(piece.start, end))
        return country is not None

    def _is_date(self, piece: Span, text: str, dates: Sequence[DateText]) -> bool:
        first = dates[0]
        before, after = text[: first.start], text[first.end :]
        until = _UNTIL.search(before)
        if self.date is not None or until:
            self.ended |= bool(until)
            return False
        self._set_date(first, piece.start)
        rest = BEFORE_DATE.sub("", before).strip(EDGE)
        if country := country_of(rest) if rest else None:
            span = Span(piece.start, piece.start + len(rest))
            self.country = self.country or StatedCountry(country, span)
            rest = ""
        return len(dates) == 1 and not (rest or after.strip(EDGE))

    # -- dates and endings outside of brackets -----------------------------------------------

    def _set_date(self, found: DateText, offset: int) -> None:
        self.date = replace(found, start=found.start + offset, end=found.end + offset)
        self.ended |= found.until is not None

    def _take_dates(self) -> None:
        """The first date is the agreement's; one that is an end or a renewal, a remark."""
        for found in find_dates(self.text):
            before = self.text[max(0, found.start - _LEAD) : found.start]
            lead = BEFORE_DATE.search(before) or _UNTIL.search(before)
            start = found.start - len(before) + lead.start() if lead else found.start
            tail = _AFTER_DATE.match(self.text, found.end)
            span = Span(start, tail.end() if tail else found.end)
            after = len(self.text) - len(self.text[found.end :].lstrip())
            ending = ENDED.match(self.text, after) or _UNTIL.search(before)
            again = _AGAIN.match(self.text, after) or _AGAIN.search(before)
            if self.date is None and not ending and not again:
                self._set_date(found, 0)
            else:
                stop = _STOP.search(self.text, found.end)
                span = Span(start, max(span.end, stop.start() if stop else span.end))
                self.ended |= bool(ending)
                self._note(span)
            self._blank(span)

    def _take_ending(self) -> None:
        """The words behind the name that the agreement has ended."""
        match = ENDED.search(self.text)
        if match and self.text[: match.start()].strip(EDGE) and is_ended(self.text):
            self.ended = True
            span = trim(self.text, match.start(), match.end())
            self._note(span)
            self._blank(span)


def _is_division(text: str, of: StatedCountry) -> bool:
    """Whether a text names a division of a country: 华盛顿州 of 美国华盛顿州."""
    name = place_name(text, of.country.iso)
    return name.level is not None and bool(name.regions)


def _pieces(text: str, whole: Span) -> list[Span]:
    """What commas divide the inside of a bracket into; those of a date (May 12, 1999) do not."""
    start = whole.start
    dated = [(start + d.start, start + d.end) for d in find_dates(whole.of(text))]
    cuts = [
        i
        for i in range(whole.start, whole.end)
        if text[i] in "，,、;；\n" and not any(a <= i < b for a, b in dated)
    ]
    edges = [start, *(i + 1 for i in cuts)]
    found = [trim(text, a, b) for a, b in zip(edges, [*cuts, whole.end], strict=True)]
    return [p for p in found if p.end > p.start]


def _without_mark(match: re.Match[str]) -> str:
    """Blanks for a footnote mark; a country or date in such brackets stays."""
    body = match.group()[1:-1]
    return match.group() if find_dates(body) or country_of(body) else " " * len(match.group())
