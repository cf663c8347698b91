"""Checks of one record at a time: dates, countries, labels, remarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reconcile.checks.facts import Draft, Facts, group_id
from reconcile.models import ParsedSource, Record, SourceRef
from reconcile.places.countries import find_country, name_of
from reconcile.places.gazetteer import lookup
from reconcile.places.levels import split_level
from reconcile.places.scripts import Script, script_of, to_simplified

_DISAMBIGUATION = re.compile(r"\s*[（(].*?[)）]\s*$")
_SYSTEMIC = 0.9
"""A share of rows from which a gap is one problem of the list and not many of its rows."""


def missing_dates(facts: Facts) -> Iterator[Draft]:
    """Rows without a date; one finding for a list that has none at all."""
    for source in facts.sources:
        bare = [r for r in source.records if r.date_ref is None]
        if source.records and len(bare) == len(source.records):
            yield _no_dates_at_all(source)
            continue
        dated = {r.block for r in source.records if r.date_ref is not None}
        for record in bare:
            group = group_id("missing-date", source.document.side, record.section, record.host)
            yield Draft(
                "missing-date",
                [record.partner_ref],
                {"host": record.host, "partner": record.partner},
                records=[record.id],
                group=None if record.block in dated else group,
            )


def _no_dates_at_all(source: ParsedSource) -> Draft:
    side = source.document.side
    return Draft(
        "missing-date",
        [source.document.ref(0, len(source.document.lines[0]))],
        {
            "side": "Chinese" if side == "zh" else "English",
            "count": f"{len(source.records):,}",
        },
        key=["whole-source", source.document.id],
        origin="unknown",
        group=group_id("missing-date", side, "whole-source"),
        systemic=True,
    )


def imprecise_dates(facts: Facts) -> Iterator[Draft]:
    """Dates that give the year or month only."""
    for source in facts.sources:
        for r in source.records:
            if r.date is not None and r.date.precision != "day" and r.date_ref is not None:
                params = {
                    "host": r.host,
                    "partner": r.partner,
                    "precision": f"the {r.date.precision}",
                    "date": r.date_ref.text,
                }
                yield Draft("imprecise-date", [r.date_ref], params, records=[r.id])


def impossible_dates(facts: Facts) -> Iterator[Draft]:
    """Dates that do not exist, or lie after the day of the run."""
    for source in facts.sources:
        for r in source.records:
            if r.date_ref is None:
                continue
            if r.date is None or r.date.first.isoformat() > facts.as_of:
                params = {
                    "host": r.host,
                    "partner": r.partner,
                    "date": r.date_ref.text,
                    "problem": "lies in the future" if r.date else "does not exist",
                }
                yield Draft("impossible-date", [r.date_ref], params, records=[r.id])


def _script(source: ParsedSource) -> Script:
    """The script that most country names of a source are written in."""
    counts = Counter(script_of(r.country_text) for r in source.records if r.country_text)
    traditional, simplified = counts["traditional"], counts["simplified"]
    return "traditional" if traditional > simplified else "simplified" if simplified else "both"


_COUNTRY_PROBLEM = {
    "misspelt": "is a misspelling of {standard}",
    "short": "is a short name of {standard}",
    "ambiguous": "can mean more than one country; here it is {country}",
}


def country_names(facts: Facts) -> Iterator[Draft]:
    """Countries misspelt, shortened or ambiguous."""
    for source in facts.sources:
        script = _script(source)
        for r in source.records:
            if r.country_text is None or r.country_ref is None:
                continue
            text = r.country_text.rsplit(",", 1)[-1].strip()
            found = find_country(r.country_text, script) or find_country(text, script)
            if found is None or found.form not in _COUNTRY_PROBLEM:
                continue
            params = {
                "text": r.country_text,
                "country": name_of(found.iso, "en"),
                "standard": found.standard,
                "problem": _COUNTRY_PROBLEM[found.form].format(
                    standard=found.standard, country=name_of(found.iso, "en")
                ),
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


def labels_and_targets(facts: Facts) -> Iterator[Draft]:
    """Partners whose displayed name and link target are spelt differently."""
    for source in facts.sources:
        for r in source.records:
            if r.target is None or "://" in r.target:
                continue
            title = _DISAMBIGUATION.sub("", r.target)
            if not _same_name(r, title):
                params = {
                    "label": r.partner if _links_to_parent(r, title) else r.name,
                    "target": r.target,
                    "difference": _difference(r, title),
                }
                yield Draft("label-target", [r.partner_ref], params, records=[r.id])


def _same_name(record: Record, title: str) -> bool:
    """Whether label and target differ in script, disambiguation or a level suffix only.

    A suffix matters where the bare name is another place: 奧盧省 is not 奧盧, a city.
    """
    shown = {to_simplified(x) for x in (record.name, record.partner) if x}
    shown |= {to_simplified(_DISAMBIGUATION.sub("", x)) for x in shown}
    plain = to_simplified(title)
    if plain in shown:
        return True
    stem, level = split_level(plain, record.country)
    for name in shown:
        bare, own = split_level(name, record.country)
        if bare != stem:
            continue
        if own and level:
            return own.kind == level.kind
        if level:  # a bare label over a link with a level
            return level.kind in ("city", "town", "district")
        return own is None or own.kind != "region" or not _is_city(stem, record.country)
    return False


def _is_city(name: str, country: str | None) -> bool:
    return any(country in (None, p.country) for p in lookup(name))


def _links_to_parent(record: Record, title: str) -> bool:
    """Whether the one link of 大田廣域市中區 goes to 大田廣域市."""
    return to_simplified(record.parent or "") == to_simplified(title)


def _difference(record: Record, title: str) -> str:
    """What kind of difference a label and its target have."""
    stem, level = split_level(to_simplified(title), record.country)
    own_stem, own = split_level(to_simplified(record.name), record.country)
    if _links_to_parent(record, title):
        return "the place it is part of"
    if stem == own_stem and (level or own):
        return "another administrative level"
    return "another name or spelling"


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


def codes(facts: Facts) -> Iterator[Draft]:
    """Rows without a code in a list that has codes; countries under two codes."""
    for source in facts.sources:
        coded = [r for r in source.records if r.code]
        if len(coded) < _SYSTEMIC * len(source.records) or not coded:
            continue
        for r in source.records:
            if r.code is None:
                share = f"{len(coded):,} of {len(source.records):,}"
                params = {"partner": r.partner, "host": r.host, "share": share}
                yield Draft(
                    "missing-code", [r.partner_ref], params, origin="unknown", records=[r.id]
                )
        yield from _two_codes(source)


def _two_codes(source: ParsedSource) -> Iterator[Draft]:
    used: dict[tuple[str, str], Counter[str]] = {}
    for r in source.records:
        if r.code and r.country:
            used.setdefault((r.country, _nation(r)), Counter())[r.code] += 1
    for r in source.records:
        if r.code is None or r.country is None or r.code_ref is None:
            continue
        counts = used[r.country, _nation(r)]
        usual, count = counts.most_common(1)[0]
        if r.code != usual and counts[r.code] < count:
            params: dict[str, str | int] = {
                "partner": r.partner,
                "host": r.host,
                "code": r.code,
                "country": name_of(r.country, "en"),
                "usual": usual,
                "count": count,
            }
            yield Draft("inconsistent-code", [r.code_ref], params, origin="unknown", records=[r.id])


def _nation(record: Record) -> str:
    """What the row calls its country: England and Scotland are two, under one ISO code."""
    return record.country_text or ""


CHECKS = (
    missing_dates,
    imprecise_dates,
    impossible_dates,
    country_names,
    labels_and_targets,
    notes_in_names,
    codes,
)
