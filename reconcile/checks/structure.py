"""Checks of a source as a whole: rows, sections, blocks, lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reconcile.checks.facts import Draft, Facts, counted, group_id
from reconcile.models import ParsedSource, PartnerlessRow, Record
from reconcile.places.countries import name_of


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
    return any(c.isalnum() for c in _shown(row.raw))


def _shown(raw: str) -> str:
    return re.sub(r"<[^>]*>|\]\([^)]*\)", " ", raw)


def _unnamed(facts: Facts, source: ParsedSource, row: PartnerlessRow) -> Draft:
    given = [f"the country {row.country_text}"] if row.country_text else []
    given += [f"the date {row.date}"] if row.date else []
    slid = not given
    params = {
        "host": row.host,
        "section": row.section,
        "given": " and ".join(given) or "a number",
        "elsewhere": _candidates(facts, row),
    }
    return Draft(
        "missing-partner",
        [row.ref],
        params,
        origin="copy" if slid else "unknown",
        key=[row.section, row.host, row.country, row.date],
        severity="notice" if slid else None,
        group=group_id("missing-partner", source.document.side, row.section) if slid else None,
    )


def _candidates(facts: Facts, row: PartnerlessRow) -> str:
    """What the other list has under the same host and country, as a half sentence."""
    found = [facts.by_id[r] for r, x in facts.unnamed_partner.items() if x is row]
    if not found:
        return ""
    names = " and ".join(f"{r.partner}, {name_of(r.country or '', 'en')}" for r in found)
    return f"; the English list has {names} under {found[0].host}"


def empty_sections(facts: Facts) -> Iterator[Draft]:
    """Sections that are announced and have no rows."""
    for source in facts.sources:
        empty = [s for s in source.sections if s.rows == 0 and s.level > 1]
        if not any(s.rows for s in source.sections):
            continue
        for section in empty:
            province = facts.home.province(section.title)
            others = sum(
                1
                for s in facts.side("en" if source.document.side == "zh" else "zh")
                for r in s.records
                if province and facts.hosts[r.id].province == province
            )
            more = f"; the other list has {counted(others, 'row')} for it" if others else ""
            yield Draft(
                "empty-section",
                [section.ref],
                {"section": section.title, "elsewhere": more},
                origin="unknown",
                key=[section.title],
                group=group_id("empty-section", source.document.side),
            )


def repeated_blocks(facts: Facts) -> Iterator[Draft]:
    """Blocks of two or more rows that hold the same partners in the same order."""
    for source in facts.sources:
        rows: dict[int, list[Record]] = defaultdict(list)
        for record in source.records:
            rows[record.block].append(record)
        seen: dict[tuple[str, ...], int] = {}
        titles = {b.index: b for b in source.blocks}
        for block, records in rows.items():
            key = tuple(f"{r.partner}/{r.country}" for r in records)
            if len(key) < 3:
                continue
            first = seen.setdefault(key, block)
            if first != block and titles[first].host != titles[block].host:
                params: dict[str, str | int] = {
                    "host": titles[block].host,
                    "other": titles[first].host,
                    "count": len(key),
                }
                yield Draft(
                    "repeated-block",
                    [titles[block].ref, titles[first].ref],
                    params,
                    records=[r.id for r in records],
                    key=[titles[block].host, titles[first].host],
                )


def split_lists(facts: Facts) -> Iterator[Draft]:
    """Blank lines between two rows of one block."""
    for source in facts.sources:
        titles = {b.index: b.host for b in source.blocks}
        for record in source.records:
            if record.gap_before:
                document = source.document
                blank = document.start_of(record.row_line - 1)
                yield Draft(
                    "split-list",
                    [document.ref(blank, blank), record.partner_ref],
                    {"host": titles[record.block], "partner": record.partner},
                    origin="copy",
                    records=[record.id],
                    group=group_id("split-list", document.side),
                )


def lines_not_understood(facts: Facts) -> Iterator[Draft]:
    """Lines that are neither data nor structure nor known to be ignorable."""
    for source in facts.sources:
        document = source.document
        for line, use in enumerate(source.uses, 1):
            if use != "not-understood":
                continue
            text = document.lines[line - 1].strip()
            start = document.start_of(line)
            yield Draft(
                "line-not-understood",
                [document.ref(start, start + len(document.lines[line - 1]))],
                {"place": document.id, "text": text[:80]},
                origin="unknown",
                key=[text],
                group=group_id("line-not-understood", document.side),
            )


CHECKS = (
    rows_without_partner,
    empty_sections,
    repeated_blocks,
    split_lists,
    lines_not_understood,
)
