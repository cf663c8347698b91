"""Checks of one record at a time: countries, labels, remarks, codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reconcile.checks.facts import Draft, Facts
from reconcile.models import ParsedSource, SourceRef
from reconcile.places.country_in_text import find_country
from reconcile.scripts import Script, script_of

_SYSTEMIC = 0.9
"""A share of rows from which a gap is one problem of the list and not many of its rows."""


def _script(source: ParsedSource) -> Script:
    """The script that most country names of a source are written in."""
    counts = Counter(script_of(r.country_text) for r in source.records if r.country_text)
    traditional, simplified = counts["traditional"], counts["simplified"]
    return "traditional" if traditional > simplified else "simplified" if simplified else "both"


_UNCLEAR = ("misspelt", "short", "ambiguous")


def country_names(facts: Facts) -> Iterator[Draft]:
    """Countries misspelt, shortened or ambiguous."""
    for source in facts.sources:
        script = _script(source)
        for r in source.records:
            if r.country_text is None or r.country_ref is None:
                continue
            text = r.country_text.rsplit(",", 1)[-1].strip()
            found = find_country(r.country_text, script) or find_country(text, script)
            if found is None or found.form not in _UNCLEAR:
                continue
            params = {
                "text": r.country_text,
                "country": found.iso,
                "standard": found.standard,
                "problem": found.form,
            }
            misspelt = found.form == "misspelt"
            yield Draft(
                "country-name",
                [r.country_ref],
                params,
                records=[r.id],
                severity="warning" if misspelt else "notice",
                suggestion=found.standard if misspelt else None,
            )


def notes_in_names(facts: Facts) -> Iterator[Draft]:
    """Remarks and disambiguations beside a name in its cell."""
    for source in facts.sources:
        for r in source.records:
            notes: list[tuple[str, SourceRef]] = [(n.text, n.ref) for n in r.notes]
            if bracket := _BRACKET.search(r.name if r.side == "en" else r.partner):
                notes.append((bracket["text"], _within(source, r.partner_ref, bracket["text"])))
            for text, ref in notes:
                params = {"partner": _BRACKET.sub("", r.name), "host": r.host, "note": text}
                yield Draft("note-in-name", [ref], params, records=[r.id], key=[text])


_BRACKET = re.compile(r"\s*[（(](?P<text>[^（）()]+)[）)]")


def _within(source: ParsedSource, ref: SourceRef, text: str) -> SourceRef:
    """The span of `text` behind the start of `ref`, or `ref` where it does not stand there."""
    document = source.document
    start = document.lines[ref.line - 1].find(text, ref.column - 1)
    if start < 0:
        return ref
    base = document.start_of(ref.line)
    return document.ref(base + start, base + start + len(text))


CHECKS = (
    country_names,
    notes_in_names,
)
