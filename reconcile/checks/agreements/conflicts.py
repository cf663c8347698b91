"""Checks of links and verdicts: conflicts, differences, what only one list says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.catalogue.finding_names import FindingName
from reconcile.checks.agreements.contradictions import Contradiction, contradictions, kind_of
from reconcile.checks.agreements.dropped import likely_dropped
from reconcile.checks.agreements.verdicts import renaming
from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.links import open_links
from reconcile.dates import slip
from reconcile.models import Link, Param, Record, Side, SourceRef, Verdict
from reconcile.places.countries import name_of
from reconcile.places.placename import place_name

_CONFLICTS: dict[Contradiction, FindingName] = {
    "country": "conflict-country",
    "date": "conflict-date",
    "host": "conflict-host",
}
"""The contradictions of which this module tells; that of kinds has a check of its own."""


# -- linked rows -------------------------------------------------------------------------------


def conflicts(facts: Facts) -> Iterator[Draft]:
    """Linked rows that contradict each other."""
    for link in facts.links:
        zh, en = facts.rows_of(link)
        for contradiction in contradictions(facts, link):
            if contradiction not in _CONFLICTS:
                continue
            refs, params = _stated(facts, contradiction, zh, en)
            yield Draft(
                _CONFLICTS[contradiction],
                refs,
                {"zh": zh.partner, "en": en.partner, **params},
                origin="unknown" if contradiction == "host" else "page",
                records=[zh.id, en.id],
                link=link.id,
            )


def _stated(
    facts: Facts, contradiction: Contradiction, zh: Record, en: Record
) -> tuple[list[SourceRef], dict[str, Param]]:
    """Where the two rows contradict each other, and what they say there."""
    if contradiction == "country":
        return [zh.country_ref or zh.partner_ref, en.country_ref or en.partner_ref], {
            "zh_country": zh.country_text or name_of(zh.country or "", "zh-Hant"),
            "en_country": en.country_text or name_of(en.country or "", "en"),
        }
    if contradiction == "date":
        refs = [zh.date_ref or zh.partner_ref, en.date_ref or en.partner_ref]
        params: dict[str, Param] = {"zh_date": str(zh.date), "en_date": str(en.date)}
        if (row := _of_the_day(facts, zh, en)) is not None:
            return [*refs, row.date_ref or row.partner_ref], params | {
                "how": "row",
                "row": row.partner,
                "line": row.line,
            }
        return refs, params | {"how": slip(zh.date, en.date) if zh.date and en.date else ""}
    inside = facts.hosts[zh.id].part_of == facts.en_host_of(en.block)
    part, whole = (zh.host, en.host) if inside else (en.host, zh.host)
    return [zh.partner_ref, en.partner_ref], {
        "zh_host": zh.host,
        "en_host": en.host,
        "part": part,
        "whole": whole,
    }


def _of_the_day(facts: Facts, zh: Record, en: Record) -> Record | None:
    """Another row of the English host that has the day of the Chinese row: rows were mixed up."""
    if zh.date is None or zh.date.precision != "day":
        return None
    rows = facts.en_records_of(facts.hosts[zh.id].block)
    return next((r for r in rows if r.id != en.id and r.date == zh.date), None)


_CITY = frozenset(("city", "none"))
"""What says no more than the other: Quebec City, and 魁北克 without a level."""


def differences(facts: Facts) -> Iterator[Draft]:
    """Linked rows that name one place at two levels, or by names of different times."""
    for link in facts.links:
        zh, en = facts.rows_of(link)
        if link.relation == "renamed":
            yield _difference("renamed", link, zh, en, renaming(zh, en))
        elif link.relation == "level":
            levels = _levels(zh, en)
            if not _CITY.issuperset((levels["zh_level"], levels["en_level"])):
                yield _difference("level-difference", link, zh, en, levels)


def _difference(
    name: FindingName, link: Link, zh: Record, en: Record, params: dict[str, Param]
) -> Draft:
    return Draft(
        name,
        [zh.partner_ref, en.partner_ref],
        {"zh": zh.partner, "en": en.partner, **params},
        records=[zh.id, en.id],
        link=link.id,
    )


def _levels(zh: Record, en: Record) -> dict[str, Param]:
    """What each side says the place is, the Chinese one by its name or else by its link."""
    country = zh.country or en.country
    shown = zh.place.in_country(country).kind
    linked = place_name(zh.target, country).kind if zh.target else None
    return {
        "zh_level": shown or linked or "none",
        "en_level": en.place.kind or "none",
        "by": "link" if linked and not shown else "name",
    }


# -- rows of one list --------------------------------------------------------------------------

_OWN_FINDINGS = ("wrong-pair", "undecided", "unnamed", "stated-twice", "lost-in-copy")
"""Reasons of verdicts that have a kind of finding of their own."""


def one_sided(facts: Facts) -> Iterator[Draft]:
    """Rows that the other list could have and has not.

    Where a blank line splits the other block, the copy may have lost the entry. What one list has
    under a kind of its own, such as a friendly exchange, the other need not have.
    """
    tied = {r for draft in open_links(facts) if draft.name == "tied-link" for r in draft.records}
    zh, en = _lesser_kinds(facts, "zh"), _lesser_kinds(facts, "en")
    split = {
        (side, b.host)
        for side in ("zh", "en")
        for s in facts.side(side)
        for b in s.blocks
        if b.gaps
    }
    for verdict in facts.verdicts:
        name = verdict.verdict
        if name not in ("only-zh", "only-en") or verdict.reason in _OWN_FINDINGS:
            continue
        record = facts.subject(verdict)
        if record.id in tied:
            continue
        block = facts.other_host(record)
        kind = kind_of(record)
        other_side, others = ("en", en) if record.side == "zh" else ("zh", zh)
        newer = verdict.reason == "probably-newer"
        extra = kind is not None and kind.is_lesser and kind.kind not in others
        yield Draft(
            name,
            [record.partner_ref],
            {
                "partner": record.partner,
                "host": record.host,
                "block": block,
                "newer": "probably" if newer else "",
                "date": str(record.date or ""),
            },
            origin="unknown"
            if any((other_side, h) in split for h in block.split("、"))
            else "page",
            records=[record.id],
            group=group_id(name, block, record.host),
            severity="info" if extra else None,
        )


def _lesser_kinds(facts: Facts, side: Side) -> frozenset[str]:
    """The kinds of lesser agreements that a list has under headings or in a column of their own."""
    kinds = (kind_of(r) for source in facts.side(side) for r in source.records)
    return frozenset(kind.kind for kind in kinds if kind is not None and kind.is_lesser)


def dropped(facts: Facts) -> Iterator[Draft]:
    """Partners that the copy of the English list has probably lost."""
    for verdict in facts.verdicts:
        if verdict.reason != "lost-in-copy":
            continue
        record = facts.subject(verdict)
        gap = likely_dropped(facts, record)
        if gap is None:
            continue
        document = next(s.document for s in facts.sources if s.document.id == gap.after.source)
        blank = document.start_of(gap.after.row_line - 1)
        yield Draft(
            "likely-dropped",
            [document.ref(blank, blank), record.partner_ref],
            {
                "partner": record.partner,
                "latin": gap.latin,
                "block": gap.after.host,
                "before": gap.before.partner,
                "after": gap.after.partner,
                "chance": gap.chance,
            },
            origin="copy",
            records=[record.id],
        )


def not_comparable(facts: Facts) -> Iterator[Draft]:
    """One finding for each reason and host that keeps rows from being compared."""
    groups: dict[tuple[str, str, str], list[Verdict]] = defaultdict(list)
    for verdict in facts.verdicts:
        if verdict.verdict == "not-comparable" and verdict.reason not in _OWN_FINDINGS:
            record = facts.subject(verdict)
            sections = verdict.params.get("sections")
            about = record.host if sections is None else str(sections)
            groups[record.side, verdict.reason, about].append(verdict)
    for (side, reason, about), verdicts in groups.items():
        records = [facts.subject(v) for v in verdicts]
        yield Draft(
            "not-comparable",
            [records[0].partner_ref],
            {
                **verdicts[0].params,
                **_whose(facts, records),
                "rows": len(verdicts),
                "side": side,
                "why": reason,
                "together": reason,
                **_around(facts, reason, records[0]),
            },
            origin="unknown",
            records=[r.id for r in records],
            key=[side, reason, about],
            subject=[],
            group=group_id("not-comparable", side, reason),
        )


def _around(facts: Facts, reason: str, record: Record) -> dict[str, Param]:
    """Which host of the other list a host without counterpart is part of, or what is part of it."""
    if reason != "no-host-block":
        return {}
    if whole := facts.hosts[record.id].part_of:
        return {"why": "part-of", "around": facts.en_blocks[whole].host}
    parts = facts.parts_of.get(facts.en_host_of(record.block), ()) if record.side == "en" else ()
    return {"why": "parts", "around": tuple(parts)} if parts else {}


def _whose(facts: Facts, records: Sequence[Record]) -> dict[str, Param]:
    """Of which host the rows are, or of how many hosts of which provinces."""
    hosts = {r.host for r in records}
    if len(hosts) < 2:
        return {"host": records[0].host, "where": "host" if records[0].host else ""}
    provinces = dict.fromkeys(facts.hosts[r.id].province or "" for r in records)
    return {"where": "hosts", "hosts": len(hosts), "provinces": tuple(provinces)}


CHECKS = (
    Check(conflicts, ("conflict-country", "conflict-date", "conflict-host")),
    Check(differences, ("renamed", "level-difference")),
    Check(one_sided, ("only-zh", "only-en")),
    Check(dropped, ("likely-dropped",)),
    Check(not_comparable, ("not-comparable",)),
)
