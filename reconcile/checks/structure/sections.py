"""Checks of what is announced and holds nothing: rows without a partner, sections without rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.models import Param, ParsedSource, PartnerlessRow, Record, Section

_NO_TEXT = frozenset(("structure", "record", "ignored:navigation", "ignored:category"))
"""Uses of lines that are no text of the section they stand in."""
_MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)")
"""Tags and targets of links."""


def rows_without_partner(facts: Facts) -> Iterator[Draft]:
    """Rows that hold nothing, and rows that hold everything but the partner."""
    for source in facts.sources:
        for number, row in enumerate(source.partnerless):
            if row.bare and not _has_number(row):
                yield Draft(
                    "empty-row",
                    [row.ref],
                    {"host": row.host, "section": row.section},
                    origin="unknown",
                    key=[row.section, row.host, number],
                    group=group_id("empty-row", source.document.side, row.section, row.host),
                )
            else:
                yield _unnamed(facts, source, row)


def _has_number(row: PartnerlessRow) -> bool:
    """Whether a row without country and date holds anything else that is shown."""
    shown = _MARKUP.sub(" ", row.raw)
    return any(c.isalnum() for c in shown)


def _unnamed(facts: Facts, source: ParsedSource, row: PartnerlessRow) -> Draft:
    given = [k for k, v in (("country", row.country_text), ("date", row.date)) if v]
    others = [facts.by_id[r] for r, x in facts.unnamed_partner.items() if x is row]
    params: dict[str, Param] = {
        "host": row.host,
        "section": row.section,
        "given": "-".join(given) or "number",
        "country_text": row.country_text or "",
        "date": str(row.date or ""),
        "elsewhere": "other" if others else "",
    }
    if others:
        params["candidates"] = tuple(_with_country(r) for r in others)
        params["other_host"] = others[0].host
    side, slid = source.document.side, not given
    return Draft(
        "missing-partner",
        [row.ref],
        params,
        origin="copy" if slid else "unknown",
        key=[row.section, row.host, row.country, row.date],
        severity="notice" if slid else None,
        group=group_id("missing-partner", side, row.section) if slid else None,
    )


def _with_country(record: Record) -> str:
    return ", ".join(x for x in (record.partner, record.country_text) if x)


def empty_sections(facts: Facts) -> Iterator[Draft]:
    """Sections that are announced and have no rows, in their own file or another of their side."""
    for source in facts.sources:
        side = source.document.side
        if not any(s.rows for s in source.sections):
            continue
        for section in _outermost_empty([s for s in source.sections if not _has_text(source, s)]):
            province = facts.home.province(section.title)
            if facts.rows_about(province, side):
                continue
            others = facts.rows_about(province, "en" if side == "zh" else "zh")
            yield Draft(
                "empty-section",
                [section.ref],
                {
                    "section": section.title,
                    "elsewhere": "other" if others else "",
                    "others": others,
                },
                origin="unknown",
                key=[section.title],
                group=group_id("empty-section", side),
            )


def _has_text(source: ParsedSource, section: Section) -> bool:
    """Whether a section holds text of any kind: then it was not left empty."""
    following = (s for s in source.sections if s.ref.line > section.ref.line)
    ends = (s.ref.line for s in following if s.level <= section.level)
    last = next(ends, len(source.uses) + 1)
    between = source.uses[section.ref.line : last - 1]
    return not _NO_TEXT.issuperset(between)


def _outermost_empty(sections: Sequence[Section]) -> Iterator[Section]:
    """The empty sections, without those that lie in an empty one."""
    inside = 0
    for section in sections:
        if inside and section.level > inside:
            continue
        inside = section.level if section.rows == 0 and section.level > 1 else 0
        if inside:
            yield section


CHECKS = (
    Check(rows_without_partner, ("empty-row", "missing-partner")),
    Check(empty_sections, ("empty-section",)),
)
