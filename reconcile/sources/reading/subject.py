"""What a page is about, where nothing closer names the host: its title, first lines, file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from reconcile import vocabulary as terms
from reconcile.models import Document, SourceRef
from reconcile.scripts import has_han
from reconcile.sources.inline import Inline, Span, trim
from reconcile.sources.reading.announced import LONGEST_LINE, announced, is_no_name
from reconcile.sources.reading.countries import country_at_end, country_at_start
from reconcile.sources.reading.hosts import host_span, without_authority

_CLAUSE_END = re.compile(r"[，,。；;：:\n]|列出|列[舉举]|收[錄录]")
_TWINNING = re.compile(
    rf"{terms.TWINNED_ZH}|[締缔結结][约約結结好盟]|{terms.TWINNED_EN}", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"\s*(?P<host>[^\s，,。（）()]{2,12})\s*(?:[（(][^（）()]*[)）])?\s*[，,]?\s*"
    r"(?:[簡简][稱称]|古[稱称]|[別别][稱称]|又[稱称]|是|[為为]|位[於于])|"
    r"\s*(?P<en>[A-Z][\w'’ -]{1,40}?)\s*(?:\([^()]*\))?(?:,[^,.]{0,60}(?=,))?,?\s+"
    r"(?:is|was|has)\s"
)
_MOST_CLAUSES = 20
_PART_END = re.compile(r"\s+[-–—·]+\s+|\s*[|_｜：:–—]+\s*|-(?=[\u3400-\u9fff])")
_BRACKET = re.compile(r"\s*[（(][^（）()]*[)）]\s*$")
_CITY_OF = re.compile(
    r"(?:the )?(?:city|town|municipality)(?: council| government| hall)? of (?=\w)", re.IGNORECASE
)
_FILE_WORD = re.compile(
    rf"(?:{terms.COMMON_EN}|{terms.SELF_EN}|{terms.FILE_WORDS}|\d+)", re.IGNORECASE
)
_HAN_RUN = re.compile(r"[\u3400-\u9fff·]{2,}")


Told = Literal["said", "beside", "named"]
"""How a text tells its host: it says that the place has twin towns, the place stands beside words
for twin towns, or is only named."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose partners a page or a part of it lists, and where that stands.

    `stated` is the name with the country that it is said to lie in: `Toruń, Poland`.
    """

    name: str
    stated: str
    ref: SourceRef
    told: Told


def of_user(document: Document) -> Iterator[Subject]:
    """The host that the user says."""
    if document.host:
        yield Subject(document.host, document.host, document.ref(0, 0), "said")


def of_line(line: Inline, document: Document) -> Iterator[Subject]:
    """The hosts that a line may announce, the likeliest first: `江苏省友好城市列表`."""
    for span in announced(line.text):
        yield _subject(line, span, document, "said")
    for span in _beside_words(line.text):
        yield _subject(line, span, document, "beside")


def of_article(line: Inline, document: Document) -> Iterator[Subject]:
    """What an article is about, by its first words: `南宁市，简称邕，是…`."""
    if match := _ARTICLE.match(line.text[:LONGEST_LINE]):
        span = Span(*match.span("host" if match["host"] else "en"))
        yield _subject(line, span, document, "named")


def of_title(title: Inline, document: Document) -> Iterator[Subject]:
    """The hosts that a page's title may name: `札幌市 - 维基百科`, `Sister cities of Sapporo`."""
    for span, told in _in_title(title.text):
        yield _subject(title, span, document, told)


def of_document(document: Document) -> Iterator[Subject]:
    """The same for a title that stands beside the text."""
    title = document.title or (document.page.title if document.page else "")
    for span, told in _in_title(title):
        name = without_authority(span.of(title))
        yield Subject(name, name, document.ref(0, 0), told)


def of_file(document: Document) -> Iterator[Subject]:
    """What the name of the file may say: `chicago-zh.md`, `大连市友好城市列表.md`."""
    stem = PurePath(document.path.partition("#")[0]).name.partition(".")[0]
    names = [host_span(run).of(run) for run in _HAN_RUN.findall(stem)]
    words = [w for w in re.split(r"[^\w'’]|_", stem) if w and not has_han(w)]
    names.append(" ".join(w.capitalize() for w in words if not _FILE_WORD.fullmatch(w)))
    for name in names:
        if name and not is_no_name(name):
            yield Subject(name, name, document.ref(0, 0), "named")


def _subject(line: Inline, span: Span, document: Document, told: Told) -> Subject:
    """A name in a text; the country that it is said to lie in is no part of it."""
    span = Span(span.start, span.start + len(without_authority(span.of(line.text))))
    stated = span.of(line.text)
    country = country_at_end(stated)
    if country is not None and country.span.start:
        span = trim(line.text, span.start, span.start + country.span.start)
    return Subject(span.of(line.text), stated, line.ref(document, span.start, span.end), told)


def _in_title(text: str) -> Iterator[tuple[Span, Told]]:
    """The names that a title may hold, and how it tells them."""
    said = list(announced(text))
    yield from ((span, "said") for span in said)
    yield from ((span, "beside") for span in _beside_words(text) if span not in said)
    cuts = [m.span() for m in _PART_END.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    for start, end in zip(starts, ends, strict=True):
        part = trim(text, start, end)
        if (beside := _beside(text, part)) and beside not in said:
            yield beside, "beside"
        span = _bare(text, part)
        if span not in said and span.start < span.end and not is_no_name(span.of(text)):
            yield span, "named"


def _bare(text: str, part: Span) -> Span:
    """A part of a title without `City of` before the name, and a bracket behind it."""
    lead = _CITY_OF.match(text, part.start, part.end)
    start = lead.end() if lead else part.start
    bracket = _BRACKET.search(text, start, part.end)
    return trim(text, start, bracket.start() if bracket else part.end)


def _beside_words(text: str) -> Iterator[Span]:
    """What stands beside words for twin towns in one of the first clauses: 中国广东省友好城市."""
    if len(text) > LONGEST_LINE:
        return
    edges = [m.start() for m in _CLAUSE_END.finditer(text)][:_MOST_CLAUSES]
    for a, b in zip([0, *edges], [*edges, len(text)], strict=True):
        if host := _beside(text, trim(text, a, b)):
            yield host


def _beside(text: str, clause: Span) -> Span | None:
    """What stands beside words for twin towns in a clause, and is called by none of them."""
    if not _TWINNING.search(text, clause.start, clause.end):
        return None
    host = host_span(text, clause)
    if not _TWINNING.search(text[clause.start : host.start] + text[host.end : clause.end]):
        return None
    named = country_at_start(host.of(text))
    return Span(host.start + (named.span.end if named else 0), host.end)
