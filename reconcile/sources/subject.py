"""What a page is about, told by its first lines: the host of what no heading or row gives one."""

from __future__ import annotations

import re
from collections.abc import Callable

from reconcile.sources.asides import Span, part_of, trim
from reconcile.sources.inline import Inline
from reconcile.sources.roles import host_text

_CLAUSE_END = re.compile(r"[，,。；;：:\n]|列出|列[舉举]|收[錄录]|(?<=[市省])(?=[與与]以下|[與与]下列)")
_TWINNING = re.compile(r"友好|姐妹|姊妹|友城|twin|sister", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\s*(?P<host>[^\s，,。（）()]{2,12})\s*(?:[（(][^（）()]*[)）])?\s*[，,]?\s*"
    r"(?:[簡简][稱称]|古[稱称]|[別别][稱称]|又[稱称]|是|[為为]|位[於于])|"
    r"\s*(?P<en>[A-Z][\w'’ -]{1,40}?)\s*(?:\([^()]*\))?,?\s+(?:is|was)\s"
)
_LONGEST_LINE = 5_000
_MOST_CLAUSES = 20


def subject_of(line: Inline, at_home: Callable[[str], bool], *, first: bool) -> Span | None:
    """The home place whose twin towns a line announces: `江苏省友好城市列表`, `以下为江苏省的友好城市`.

    The `first` line of a page may be the beginning of an article as well: `南宁市，简称邕，是…`.
    """
    text = line.text
    if len(text) > _LONGEST_LINE:
        return None
    if first and (match := _ARTICLE.match(text)):
        span = Span(*match.span("host" if match["host"] else "en"))
        if at_home(text[span.start : span.end]):
            return span
    edges = [m.start() for m in _CLAUSE_END.finditer(text)][:_MOST_CLAUSES]
    for a, b in zip([0, *edges], [*edges, len(text)], strict=True):
        clause = trim(text, a, b)
        if not _TWINNING.search(text, clause.start, clause.end):
            continue
        piece = part_of(line, clause.start, clause.end)
        start, end = host_text(piece)
        rest = piece.text[:start] + piece.text[end:]
        if _TWINNING.search(rest) and at_home(piece.text[start:end]):
            return Span(clause.start + start, clause.start + end)
    return None
