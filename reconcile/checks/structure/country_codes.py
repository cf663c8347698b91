"""Checks of country codes and countries: missing, two for one country, two schemes at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.models import Param, ParsedSource, Record, SourceRef
from reconcile.places.countries import code_of, find_code

_NEARLY_ALL = 0.9
"""A share of rows with a code from which a row without one is an oversight."""
_MOST = 2 / 3
"""The share of rows with a country from which a section is said to name them."""
_NAMED = 5
"""So many codes of a scheme are named in a sentence, the most frequent first."""
_FEWEST_ROWS = 3
"""A section of fewer rows without a country is told row by row."""


def missing_codes(facts: Facts) -> Iterator[Draft]:
    """Rows without a code in a list that has codes."""
    for source in facts.sources:
        coded = sum(r.code is not None for r in source.records)
        if coded == len(source.records) or coded < _NEARLY_ALL * len(source.records):
            continue
        for r in source.records:
            if r.code is None:
                params: dict[str, Param] = {
                    "partner": r.partner,
                    "host": r.host,
                    "coded": coded,
                    "all": len(source.records),
                }
                yield Draft(
                    "missing-code", [r.partner_ref], params, origin="unknown", records=[r.id]
                )


def inconsistent_codes(facts: Facts) -> Iterator[Draft]:
    """Countries that stand under two codes in one list."""
    for source in facts.sources:
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
                params: dict[str, Param] = {
                    "partner": r.partner,
                    "host": r.host,
                    "code": r.code,
                    "country": r.country,
                    "usual": usual,
                    "count": count,
                }
                yield Draft(
                    "inconsistent-code", [r.code_ref], params, origin="unknown", records=[r.id]
                )


def _nation(record: Record) -> str:
    """What the row calls its country: England and Scotland are two, under one ISO code."""
    return record.country_text or ""


def code_schemes(facts: Facts) -> Iterator[Draft]:
    """Codes of the Olympic Committee and of ISO 3166 in one list, where the two differ."""
    for source in facts.sources:
        used = Counter((r.code, r.country) for r in source.records if r.code and r.code_ref)
        codes: dict[str, list[str]] = {"ioc": [], "iso3": []}
        told: set[str | None] = set()  # a second code of one country is `inconsistent-code`
        for (code, country), _ in used.most_common():
            scheme = _scheme(code, country) if code else None
            if code and scheme and country not in told:
                codes[scheme].append(code)
            told.add(country)
        if not codes["ioc"] or not codes["iso3"]:
            continue
        first: dict[str, SourceRef] = {}
        for r in source.records:
            if r.code and r.code_ref and r.code in (*codes["ioc"], *codes["iso3"]):
                first.setdefault(r.code, r.code_ref)
        params: dict[str, Param] = {
            "ioc": tuple(codes["ioc"][:_NAMED]),
            "iso": tuple(codes["iso3"][:_NAMED]),
            "ioc_count": len(codes["ioc"]),
            "iso_count": len(codes["iso3"]),
        }
        yield Draft(
            "code-scheme",
            list(first.values()),
            params,
            origin="unknown",
            key=[source.document.id],
            systemic=True,
        )


def _scheme(code: str, country: str | None) -> str | None:
    """The one scheme that a code belongs to, or None where both have it, or one has none."""
    found = find_code(code, country)
    if found is None or not (code_of(found.iso, "ioc") and code_of(found.iso, "iso3")):
        return None
    own = found.schemes & {"ioc", "iso3"}
    return next(iter(own)) if len(own) == 1 else None


def missing_countries(facts: Facts) -> Iterator[Draft]:
    """Rows that name no country among rows that do; one finding where a whole section has none."""
    for source in facts.sources:
        named = sum(map(_names_country, source.records))
        columns = [t for t in source.tables if t.country_ref]
        if not named:
            if columns and len(source.records) >= _FEWEST_ROWS:
                yield _countryless(source, list(source.records), source.document.id)
            continue
        sections: dict[str, list[Record]] = {}
        for r in source.records:
            sections.setdefault(r.section, []).append(r)
        for section, records in sections.items():
            here = sum(map(_names_country, records))
            if not here and len(records) >= _FEWEST_ROWS:
                yield _countryless(source, records, section)
            elif here > _MOST * len(records) or named > _NEARLY_ALL * len(source.records):
                yield from _bare_rows(source, records, named)


def _names_country(record: Record) -> bool:
    return record.country is not None or record.country_text is not None


def _countryless(source: ParsedSource, records: list[Record], place: str) -> Draft:
    """One finding for rows of which none names a country."""
    column = next(
        (t.country_ref for t in source.tables if t.country_ref and t.section == place), None
    )
    if place == source.document.id:
        column = next((t.country_ref for t in source.tables if t.country_ref), None)
    heading = next((s.ref for s in source.sections if s.title == place), None)
    return Draft(
        "missing-country",
        [ref for ref in (column, heading, records[0].partner_ref) if ref],
        {"place": place, "count": len(records), "unit": "sections"},
        origin="copy" if column else "unknown",
        key=["all", place],
        group=group_id("missing-country", source.document.id, "all"),
        systemic=True,
    )


def _bare_rows(source: ParsedSource, records: list[Record], named: int) -> Iterator[Draft]:
    for r in records:
        if not _names_country(r):
            params: dict[str, Param] = {
                "partner": r.partner,
                "host": r.host,
                "named": named,
                "all": len(source.records),
                "unit": "rows",
            }
            yield Draft(
                "missing-country",
                [r.partner_ref],
                params,
                origin="unknown",
                records=[r.id],
                group=group_id("missing-country", source.document.id, "rows"),
            )


CHECKS = (
    Check(missing_codes, ("missing-code",)),
    Check(inconsistent_codes, ("inconsistent-code",)),
    Check(code_schemes, ("code-scheme",)),
    Check(missing_countries, ("missing-country",)),
)
