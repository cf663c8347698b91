"""What stands beside the name in one entry: brackets, dates, footnote marks, the word "ended".

They are taken out of the text and blanked there, so that every offset stays true and what is left
is country, parent and name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reconcile.dates import DateText, find_dates
from reconcile.places.countries import CountryName
from reconcile.places.country_in_text import country_suffix, find_country
from reconcile.sources.inline import Inline, LinkSpan

EDGE = " \t\n\u3000\xa0,，、;；:：·・‧。-–—*|/"
"""Blanks and punctuation that are no part of a name at its edges."""

_OPENING, _CLOSING = "（(〔［【[", "）)〕］】]"
_FOOTNOTE = re.compile(r"\[[^\[\]\n]{0,30}\]")
_STOP = re.compile(r"[，,、;；。\n]|$")
_NOTE_WORDS = re.compile(
    r"友好|協議|协议|協定|协定|協約|协约|備忘|备忘|意向|交流|合作|關係|关系|終止|终止|中止|結束|结束|簽|签|締|缔|"
    r"註|注[:：]|已|現|现|原|前身|併入|并入|姐妹|姊妹|結好|结好|"
    r"suspend|ended|terminat|former|agreement|friend|memorandum|MoU|twin|sister|partner|honorary",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?:已|現已|现已|被|宣布|宣佈|單方面|单方面|暫時|暂时|後|后|起){0,4}"
    r"(?:終止|终止|中止|解除|廢止|废止|廢除|废除|撤銷|撤销|失效|結束|结束|斷絕|断绝|取消|解約|解约|停止|凍結|冻结)"
    r"(?:友好|關係|关系|協議|协议|交流|往來|往来)*|"
    r"\b(?:suspended|ended|terminated|dissolved|discontinued|revoked|cancell?ed|severed|inactive|"
    r"defunct|expired|former|formerly|ex-(?:partner|sister|twin))\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"未(?:正式)?(?:終止|终止|中止|解除|結束|结束|取消)|\b(?:never|not) \w+", re.IGNORECASE
)
_AGAIN = re.compile(
    r"\s*(?:年)?(?:再次|重新|又)?(?:復簽|复签|續簽|续签|重簽|重签|補簽|补签|再簽|再签|恢復|恢复|更新|重申|續約|续约)|"
    r"\b(?:renewed|re-?signed|reaffirmed|restored|resumed|updated)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:\b(?:until|till|to|through)|[至到])\s*$", re.IGNORECASE)
BEFORE_DATE = re.compile(
    r"(?:\b(?:since|from|as of|in|on|est\.?|established|signed|twinned|founded|agreed|circa|ca?\.)"
    r"\s*)+$|"
    r"(?:[自于於從从約约]|結好於|结好于|締結於|缔结于)\s*$",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"\s*(?:起|以来|以來|左右|前後|前后|正式|締結|缔结|締約|缔约|結好|结好|結為|结为|結成|结成|建立|成立|簽訂|签订|簽署|签署|簽約|签约)"
    r"[^，,、;；。（(\n]*"
)


_LEAD = 20
"""How far before a date the words stand that belong to it."""


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of an Inline."""

    start: int
    end: int


def trim(text: str, start: int, end: int) -> Span:
    """`[start, end)` without blanks and punctuation at its edges."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)


def part_of(inline: Inline, start: int, end: int) -> Inline:
    """`inline[start:end]` as a piece of its own."""
    if start >= end:
        at = inline.offsets[start] if start < len(inline.offsets) else inline.end
        return Inline("", (), (), (), at, at)
    links = tuple(
        LinkSpan(max(x.start - start, 0), min(x.end, end) - start, x.target)
        for x in inline.linked(start, end)
    )
    struck = tuple(
        (max(a - start, 0), min(b, end) - start) for a, b in inline.struck if a < end and b > start
    )
    flags = tuple(replace(f, at=f.at - start) for f in inline.flags if start <= f.at < end)
    return Inline(
        inline.text[start:end],
        inline.offsets[start:end],
        links,
        struck,
        inline.offsets[start],
        inline.ends[end - 1] if inline.ends else inline.offsets[end - 1] + 1,
        flags,
        inline.ends[start:end] if inline.ends else None,
    )


def says_ended(text: str) -> bool:
    """Whether a remark says that the agreement is no more: 已终止, terminated in 2022."""
    return bool(_ENDED.search(text)) and not _STILL.search(text)


def is_note(text: str) -> bool:
    """Whether the words of a bracket are a remark rather than a part of the name."""
    return bool(_NOTE_WORDS.search(text))


def brackets(text: str) -> list[tuple[Span, str]]:
    """The outermost pairs of brackets, with what stands in them."""
    found: list[tuple[Span, str]] = []
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
                found.append((Span(start, i + 1), text[start + 1 : i]))
    return found


class Asides:
    """Dates, notes and brackets of one entry; `text` is what remains, at the same offsets.

    A bracket that is neither a remark nor a fact belongs to the name. In Chinese it becomes the
    `disambiguator`; in English it stays in the text.
    """

    def __init__(self, inline: Inline, *, chinese: bool) -> None:
        self.text = _FOOTNOTE.sub(_without_mark, inline.text)
        self.chinese = chinese
        self.date: DateText | None = None
        self.ended = False
        self.notes: list[tuple[str, Span]] = []
        self.disambiguator: tuple[str, Span] | None = None
        self.country: tuple[CountryName, Span] | None = None
        for span, body in brackets(self.text):
            self._take_bracket(inline, span, body)
        self._take_dates()
        self._take_endings()

    def _blank(self, span: Span) -> None:
        self.text = self.text[: span.start] + " " * (span.end - span.start) + self.text[span.end :]

    def _note(self, span: Span) -> None:
        words = re.sub(r"\s+", " ", self.text[span.start : span.end])
        if any(map(str.isalnum, words)):
            self.notes.append((words, span))

    def _take_bracket(self, inline: Inline, span: Span, body: str) -> None:
        opens = not self.text[: span.start].strip(EDGE)
        if opens and body.strip(EDGE) and not find_dates(body) and not find_country(body):
            return
        linked = any(x.start < span.start and span.end <= x.end for x in inline.links)
        whole = trim(self.text, span.start + 1, span.end - 1)
        left = [p for p in _pieces(self.text, whole) if linked or not self._is_fact(p)]
        if not left:
            self._blank(span)
            return
        words = Span(left[0].start, left[-1].end)
        text = self.text[words.start : words.end]
        is_name = linked or not (is_note(text) or self._too_long(text) or find_dates(text))
        if not self.chinese and country_suffix(self.text[: span.start].strip()):
            is_name = False
        if not is_name or (self.chinese and text.isascii() and not linked):
            self._note(words)
        elif not self.chinese:
            if len(left) == len(_pieces(self.text, whole)):
                return
            self._note(words)
        elif not linked or self.disambiguator is None:
            self.disambiguator = (text, span)
        self._blank(span)

    def _too_long(self, text: str) -> bool:
        return len(text) > 12 if self.chinese else len(text.split()) > 4

    def _is_fact(self, piece: Span) -> bool:
        """Take the date or country that a piece of a bracket is; whether nothing is left of it."""
        text = self.text[piece.start : piece.end]
        if says_ended(text):
            self.ended = True
            return False
        if _AGAIN.search(text):
            return False
        dates = find_dates(text)
        if not dates:
            country = find_country(text)
            if country is not None and country.form != "misspelt" and self.country is None:
                self.country = country, piece
                return True
            return False
        first = dates[0]
        rest = BEFORE_DATE.sub("", text[: first.start]).strip(EDGE)
        if self.date is not None or _UNTIL.search(text[: first.start]):
            self.ended |= bool(_UNTIL.search(text[: first.start]))
            return False
        self._set_date(first, piece.start)
        country = find_country(rest) if rest else None
        if country is not None:
            self.country = self.country or (country, Span(piece.start, piece.start + len(rest)))
            rest = ""
        words = rest + text[first.end :].strip(EDGE)
        return len(dates) == 1 and not words.strip(EDGE)

    def _set_date(self, found: DateText, offset: int) -> None:
        self.date = replace(found, start=found.start + offset, end=found.end + offset)
        self.ended |= found.until is not None

    def _take_dates(self) -> None:
        """The dates outside of brackets: the first is the agreement's, another one a remark."""
        for found in find_dates(self.text):
            before = self.text[max(0, found.start - _LEAD) : found.start]
            lead = BEFORE_DATE.search(before) or _UNTIL.search(before)
            start = found.start - len(before) + lead.start() if lead else found.start
            tail = _AFTER_DATE.match(self.text, found.end)
            span = Span(start, tail.end() if tail else found.end)
            after = len(self.text) - len(self.text[found.end :].lstrip())
            ending = _ENDED.match(self.text, after) or _UNTIL.search(before)
            again = _AGAIN.match(self.text, after) or _AGAIN.search(before)
            if self.date is None and not ending and not again:
                self._set_date(found, 0)
            else:
                stop = _STOP.search(self.text, found.end)
                span = Span(start, max(span.end, stop.start() if stop else span.end))
                self.ended |= bool(ending)
                self._note(span)
            self._blank(span)

    def _take_endings(self) -> None:
        match = _ENDED.search(self.text)
        if match and self.text[: match.start()].strip(EDGE) and says_ended(self.text):
            self.ended = True
            span = trim(self.text, match.start(), match.end())
            self._note(span)
            self._blank(span)


def _pieces(text: str, whole: Span) -> list[Span]:
    """What commas divide the inside of a bracket into; those of a date (May 12, 1999) do not."""
    start = whole.start
    dated = [(start + d.start, start + d.end) for d in find_dates(text[whole.start : whole.end])]
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
    return match.group() if find_dates(body) or find_country(body) else " " * len(match.group())
