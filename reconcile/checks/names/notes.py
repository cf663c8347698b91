"""The check of remarks that stand in the cell of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.dates import is_mistyped_date
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.models import ParsedSource, SourceRef
from reconcile.vocabulary import BRACKET

_BRACKET = re.compile(rf"(?<!\s)\s*+(?P<bracket>{BRACKET})")


def notes_in_names(facts: Facts) -> Iterator[Draft]:
    """Remarks and disambiguations beside a name in its cell."""
    for source in facts.sources:
        for r in source.records:
            remarks = (n for n in r.notes if not n.apart and not is_mistyped_date(n.text))
            notes = [(n.text, n.ref) for n in remarks]
            if match := _BRACKET.search(r.name if r.side == "en" else r.partner):
                inside = match["bracket"][1:-1]
                notes.append((inside, _within(source, r.partner_ref, inside)))
            for text, ref in notes:
                params = {"partner": _BRACKET.sub("", r.name), "host": r.host, "note": text}
                yield Draft("note-in-name", [ref], params, records=[r.id], key=[text])


def _within(source: ParsedSource, ref: SourceRef, text: str) -> SourceRef:
    """The span of `text` behind the start of `ref`, or `ref` where it does not stand there."""
    document = source.document
    start = document.lines[ref.line - 1].find(text, ref.column - 1)
    if start < 0:
        return ref
    base = document.start_of(ref.line)
    return document.ref(base + start, base + start + len(text))


CHECKS = (Check(notes_in_names, ("note-in-name",)),)
