"""Checks of country codes and countries: missing, two for one country, two schemes at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.lists import origin_of_bare_names
from reconcile.models import ParsedSource, Record, SourceRef
from reconcile.places.countries import code_of, find_code

_NEARLY_ALL = 0.9
"""A share of rows with a code from which a row without one is an oversight."""
_MOST = 2 / 3
"""The share of rows with a country from which a section is said to name them."""
_NAMED = 5
"""So many codes of a scheme are named in a sentence, the most frequent first."""
_FEWEST_ROWS = 3
"""Of a section of fewer rows without a country each row is told of by itself."""


def missing_codes(facts: Facts) -> Iterator[Draft]:
    """Rows without a code in a list that has codes."""
    for source in facts.sources:
        bare = [r for r in source.records if r.code is None]
        of_all = len(source.records)
        coded = of_all - len(bare)
        if coded < _NEARLY_ALL * of_all:
            continue
        for r in bare:
            yield Draft(
                "missing-code",
                [r.partner_ref],
                {"partner": r.partner, "host": r.host, "coded": coded, "all": of_all},
                origin="unknown",
                records=[r.id],
            )


def inconsistent_codes(facts: Facts) -> Iterator[Draft]:
    """Countries that stand under two codes in one list."""
    for source in facts.sources:
        used: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for r in source.records:
            if r.code and r.country:
                used[_nation(r)][r.code] += 1
        for r in source.records:
            if r.code is None or r.country is None or r.code_ref is None:
                continue
            counts = used[_nation(r)]
            usual, count = counts.most_common(1)[0]
            if counts[r.code] < count:
                yield Draft(
                    "inconsistent-code",
                    [r.code_ref],
                    {
                        "partner": r.partner,
                        "host": r.host,
                        "code": r.code,
                        "country": r.country,
                        "usual": usual,
                        "count": count,
                    },
                    origin="unknown",
                    records=[r.id],
                )


def _nation(record: Record) -> tuple[str, str]:
    """The row's country by what it calls it: England and Scotland are two, under one ISO code."""
    return record.country or "", record.country_text or ""


# -- two schemes at once -----------------------------------------------------------------------


def code_schemes(facts: Facts) -> Iterator[Draft]:
    """Codes of the Olympic Committee and of ISO 3166 in one list, where the two differ."""
    for source in facts.sources:
        codes = _by_scheme(source)
        ioc, iso = codes["ioc"], codes["iso3"]
        if not ioc or not iso:
            continue
        first: dict[str, SourceRef] = {}
        for r in source.records:
            if r.code in (*ioc, *iso) and r.code_ref:
                first.setdefault(r.code, r.code_ref)
        yield Draft(
            "code-scheme",
            list(first.values()),
            {
                "ioc": tuple(ioc[:_NAMED]),
                "iso": tuple(iso[:_NAMED]),
                "ioc_count": len(ioc),
                "iso_count": len(iso),
            },
            origin="copy" if origin_of_bare_names(source) == "copy" else "unknown",
            key=[source.document.id],
            systemic=True,
        )


def _by_scheme(source: ParsedSource) -> defaultdict[str, list[str]]:
    """The codes of a list that only one scheme has, the most frequent first.

    A second code of one country is an inconsistent code, and none of another scheme.
    """
    used = Counter((r.code, r.country) for r in source.records if r.code and r.code_ref)
    codes: defaultdict[str, list[str]] = defaultdict(list)
    seen: set[str | None] = set()
    for (code, country), _ in used.most_common():
        scheme = _scheme(code, country) if code else None
        if code and scheme and country not in seen:
            codes[scheme].append(code)
        seen.add(country)
    return codes


def _scheme(code: str, country: str | None) -> str | None:
    """The one scheme that a code belongs to, or None where both have it, or one has none."""
    found = find_code(code, country)
    if found is None or not (code_of(found.iso, "ioc") and code_of(found.iso, "iso3")):
        return None
    own = found.schemes & {"ioc", "iso3"}
    return next(iter(own)) if len(own) == 1 else None


# -- countries ---------------------------------------------------------------------------------


def missing_countries(facts: Facts) -> Iterator[Draft]:
    """Rows that name no country among rows that do; one finding where a whole section has none."""
    for source in facts.sources:
        columns = [t.country_ref for t in source.tables if t.country_ref]
        if any(map(_names_country, source.records)):
            yield from _among_sections(source)
        elif columns and len(source.records) >= _FEWEST_ROWS:
            yield _countryless(source, source.records, source.document.id, columns[:1])


def _names_country(record: Record) -> bool:
    return record.country is not None or record.country_text is not None


def _among_sections(source: ParsedSource) -> Iterator[Draft]:
    named = sum(map(_names_country, source.records))
    sections: dict[str, list[Record]] = defaultdict(list)
    for r in source.records:
        sections[r.section].append(r)
    for section, records in sections.items():
        here = sum(map(_names_country, records))
        if not here and len(records) >= _FEWEST_ROWS:
            columns = [
                t.country_ref for t in source.tables if t.country_ref and t.section == section
            ]
            yield _countryless(source, records, section, columns[:1])
        elif here > _MOST * len(records) or named > _NEARLY_ALL * len(source.records):
            yield from _bare_rows(source, records, named)


def _countryless(
    source: ParsedSource, records: Sequence[Record], place: str, column: Sequence[SourceRef]
) -> Draft:
    """One finding for rows of which none names a country; `column` is the column for it, if any."""
    heading = [s.ref for s in source.sections if s.title == place][:1]
    return Draft(
        "missing-country",
        [*column, *heading, records[0].partner_ref],
        {"place": place, "count": len(records), "unit": "sections"},
        origin="copy" if column else "unknown",
        key=["all", place],
        group=group_id("missing-country", source.document.id, "all"),
        systemic=True,
    )


def _bare_rows(source: ParsedSource, records: Sequence[Record], named: int) -> Iterator[Draft]:
    for r in records:
        if not _names_country(r):
            yield Draft(
                "missing-country",
                [r.partner_ref],
                {
                    "partner": r.partner,
                    "host": r.host,
                    "named": named,
                    "all": len(source.records),
                    "unit": "rows",
                },
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
