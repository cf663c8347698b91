"""What a page is about, by one of its first lines: the host of what nothing else gives one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from reconcile import vocabulary as terms
from reconcile.sources.inline import Inline, Span, trim
from reconcile.sources.reading.countries import country_at_start
from reconcile.sources.reading.hosts import host_span

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
_WITH_MANY = re.compile(
    r"(?:^|(?<=[，,。；;：:\s]))(?P<host>[^\s，,、。；;：:与與和同已共]{2,12}?)\s*(?:目前|至今|現|现|已|經|经|先後|先后|共)*[与與和同]"
    rf"[^，,、。；;]{{0,20}}(?:\d|[{terms.HAN_NUMERALS}]多?[個个]|世界)[^，,、。；;]{{0,60}}"
    rf"(?:建立|締結|缔结|結|结)[^，,、。；;]{{0,20}}(?:{terms.TWINNED_ZH})"
)
_BRACKET = re.compile(r"[（(][^（）()]{0,80}[)）]")
_LONGEST_LINE = 5_000
_MOST_CLAUSES = 20


def subject_of(line: Inline, at_home: Callable[[str], bool], *, first: bool) -> Span | None:
    """The home place whose twin towns a line announces: `江苏省友好城市列表`.

    The `first` line of a page may be the beginning of an article as well: `南宁市，简称邕，是…`.
    """
    text = line.text
    if len(text) > _LONGEST_LINE:
        return None
    found = chain(_of_article(text) if first else (), _with_many(text), _announced(text))
    return next((span for span in found if at_home(span.of(text))), None)


def _of_article(text: str) -> Iterator[Span]:
    """What an article is about, by its first words."""
    if match := _ARTICLE.match(text):
        yield Span(*match.span("host" if match["host"] else "en"))


def _with_many(text: str) -> Iterator[Span]:
    """The host of a line that counts its twin towns, if it is about one host."""
    many = list(_WITH_MANY.finditer(_BRACKET.sub(lambda m: " " * len(m.group()), text)))
    if len(many) == 1:
        yield Span(*many[0].span("host"))


def _announced(text: str) -> Iterator[Span]:
    """What stands beside words for twin towns in one of the first clauses: 中国广东省友好城市."""
    edges = [m.start() for m in _CLAUSE_END.finditer(text)][:_MOST_CLAUSES]
    for a, b in zip([0, *edges], [*edges, len(text)], strict=True):
        clause = trim(text, a, b)
        if not _TWINNING.search(text, clause.start, clause.end):
            continue
        host = host_span(text, clause)
        if _TWINNING.search(text[clause.start : host.start] + text[host.end : clause.end]):
            named = country_at_start(host.of(text))
            yield Span(host.start + (named.span.end if named else 0), host.end)
