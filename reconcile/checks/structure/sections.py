"""Checks of a source as a whole: rows, sections, blocks, lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.models import Param, ParsedSource, PartnerlessRow, Record, Section

_FEWEST_ENTRIES = 3
"""Shorter blocks may well have the same partners."""
_NO_TEXT = frozenset(("structure", "record", "ignored:navigation", "ignored:category"))
"""Uses of lines that are no text of the section they stand in."""
_OWN_HABIT = 1 / 3
"""From this share of rows on, blank lines before them are how the list is written."""
_FEWEST_NEARLY = 5
_NEARLY = 0.8
"""The share of its entries, of `_FEWEST_NEARLY` or more, that makes a block a near copy."""


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
    given = [k for k, v in (("country", row.country_text), ("date", row.date)) if v]
    others = [facts.by_id[r] for r, x in facts.unnamed_partner.items() if x is row]
    slid = not given
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
    return Draft(
        "missing-partner",
        [row.ref],
        params,
        origin="copy" if slid else "unknown",
        key=[row.section, row.host, row.country, row.date],
        severity="notice" if slid else None,
        group=group_id("missing-partner", source.document.side, row.section) if slid else None,
    )


def _with_country(record: Record) -> str:
    return ", ".join(x for x in (record.partner, record.country_text) if x)


def empty_sections(facts: Facts) -> Iterator[Draft]:
    """Sections that are announced and have no rows, in their own file or another of their side."""
    for source in facts.sources:
        side = source.document.side
        bare = [s for s in source.sections if not _has_text(source, s)]
        empty = list(_outermost_empty(bare))
        if not any(s.rows for s in source.sections):
            continue
        for section in empty:
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


def repeated_blocks(facts: Facts) -> Iterator[Draft]:
    """Blocks that hold the same partners in the same order as another, or nearly so."""
    for source in facts.sources:
        rows: dict[str, list[Record]] = defaultdict(list)
        for record in source.records:
            rows[record.block].append(record)
        titles = {b.id: b for b in source.blocks}
        keys = {b: tuple(f"{r.partner}/{r.country}" for r in rs) for b, rs in rows.items()}
        for one, other, same in _alike(keys):
            if titles[one].host == titles[other].host:
                continue
            whole = keys[one] == keys[other]
            params: dict[str, Param] = {
                "host": titles[other].host,
                "other": titles[one].host,
                "count": same,
                "all": len(keys[other]),
                "how": "all" if whole else "most",
            }
            yield Draft(
                "repeated-block",
                [titles[other].ref, titles[one].ref],
                params,
                records=[r.id for r in rows[other]],
                key=[titles[other].host, titles[one].host],
                severity=None if whole else "notice",
            )


def _alike(keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, int]]:
    """(block, later block, entries they share in one order): each block with the first it repeats.

    Copies have three entries or more; near copies five or more, of which they share nearly all.
    """
    order = {block: n for n, block in enumerate(keys)}
    having: dict[str, set[str]] = defaultdict(set)
    for block, names in keys.items():
        shared = Counter(b for name in set(names) for b in having[name])
        for other in sorted(shared, key=order.__getitem__):
            longer = max(len(names), len(keys[other]))
            if names == keys[other] and longer >= _FEWEST_ENTRIES:
                yield other, block, longer
                break
            fewest = max(_NEARLY * longer, _FEWEST_NEARLY - 1)
            if longer < _FEWEST_NEARLY or shared[other] < fewest:
                continue
            matcher = SequenceMatcher(None, names, keys[other], autojunk=False)
            same = sum(m.size for m in matcher.get_matching_blocks())
            if same >= fewest:
                yield other, block, same
                break
        for name in names:
            having[name].add(block)


def split_lists(facts: Facts) -> Iterator[Draft]:
    """Blank lines between two rows of one block, where the list does not part its rows so."""
    for source in facts.sources:
        gaps = sum(r.gap_before for r in source.records)
        if gaps > 1 and gaps > _OWN_HABIT * (len(source.records) - len(source.blocks)):
            continue
        titles = {b.id: b.host for b in source.blocks}
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
    Check(rows_without_partner, ("empty-row", "missing-partner")),
    Check(empty_sections, ("empty-section",)),
    Check(repeated_blocks, ("repeated-block",)),
    Check(split_lists, ("split-list",)),
    Check(lines_not_understood, ("line-not-understood",)),
)
