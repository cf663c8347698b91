"""What a page is about, told by its first lines: the host of what no heading or row gives one."""

from __future__ import annotations

import re
from collections.abc import Callable

from reconcile.places.country_in_text import country_prefix
from reconcile.sources.inline import Inline
from reconcile.sources.reading.brackets import Span, part_of, trim
from reconcile.sources.reading.cells import host_text

_CLAUSE_END = re.compile(r"[，,。；;：:\n]|列出|列[舉举]|收[錄录]")
_TWINNING = re.compile(r"友好|姐妹|姊妹|友城|[締缔結结][約约結结好盟]|twin|sister", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\s*(?P<host>[^\s，,。（）()]{2,12})\s*(?:[（(][^（）()]*[)）])?\s*[，,]?\s*"
    r"(?:[簡简][稱称]|古[稱称]|[別别][稱称]|又[稱称]|是|[為为]|位[於于])|"
    r"\s*(?P<en>[A-Z][\w'’ -]{1,40}?)\s*(?:\([^()]*\))?(?:,[^,.]{0,60}(?=,))?,?\s+"
    r"(?:is|was|has)\s"
)
_WITH_MANY = re.compile(
    r"(?:^|(?<=[，,。；;：:\s]))(?P<host>[^\s，,、。；;：:与與和同已共]{2,12}?)\s*(?:目前|至今|現|现|已|經|经|先後|先后|共)*[与與和同]"
    r"[^，,、。；;]{0,20}(?:\d|[一二三四五六七八九十]多?[個个]|世界)[^，,、。；;]{0,60}"
    r"(?:建立|締結|缔结|結|结)[^，,、。；;]{0,20}(?:友好|姐妹|姊妹)"
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
    if first and (match := _ARTICLE.match(text)):
        span = Span(*match.span("host" if match["host"] else "en"))
        if at_home(text[span.start : span.end]):
            return span
    many = list(_WITH_MANY.finditer(_BRACKET.sub(lambda m: " " * len(m.group()), text)))
    if len(many) == 1 and at_home(many[0]["host"]):
        return Span(*many[0].span("host"))
    edges = [m.start() for m in _CLAUSE_END.finditer(text)][:_MOST_CLAUSES]
    for a, b in zip([0, *edges], [*edges, len(text)], strict=True):
        clause = trim(text, a, b)
        if not _TWINNING.search(text, clause.start, clause.end):
            continue
        piece = part_of(line, clause.start, clause.end)
        start, end = host_text(piece)
        rest = piece.text[:start] + piece.text[end:]
        if prefix := country_prefix(piece.text[start:end]):  # 中国广东省
            start += prefix[1]
        if _TWINNING.search(rest) and at_home(piece.text[start:end]):
            return Span(clause.start + start, clause.start + end)
    return None
