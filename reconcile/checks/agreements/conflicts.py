"""Checks of links and verdicts: conflicts, differences, what only one list says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.checks.agreements.dropped import likely_dropped
from reconcile.checks.agreements.verdicts import contradictions, renaming
from reconcile.checks.facts import Draft, Facts, group_id
from reconcile.dates import DateInterval
from reconcile.models import Link, Param, Record, SourceRef, Verdict
from reconcile.places.countries import name_of
from reconcile.places.levels import Level, english_level, split_level


def conflicts(facts: Facts) -> Iterator[Draft]:
    """Linked rows that contradict each other."""
    for link in facts.links:
        zh, en = facts.by_id[link.zh], facts.by_id[link.en]
        for kind in contradictions(facts, link):
            if kind == "kind":  # has a check of its own
                continue
            refs, params = _conflict(kind, zh, en)
            if kind == "host":
                inside = facts.hosts[zh.id].part_of == en.block
                params["part"], params["whole"] = (
                    (zh.host, en.host) if inside else (en.host, zh.host)
                )
            yield Draft(
                f"conflict-{kind}",
                refs,
                {"zh": zh.partner, "en": en.partner, **params},
                origin="unknown" if kind == "host" else "page",
                records=[zh.id, en.id],
                link=link.id,
            )


def _conflict(kind: str, zh: Record, en: Record) -> tuple[list[SourceRef], dict[str, str]]:
    if kind == "country":
        refs = [zh.country_ref or zh.partner_ref, en.country_ref or en.partner_ref]
        return refs, {
            "zh_country": zh.country_text or name_of(zh.country or "", "zh-Hant"),
            "en_country": en.country_text or name_of(en.country or "", "en"),
        }
    if kind == "date":
        refs = [zh.date_ref or zh.partner_ref, en.date_ref or en.partner_ref]
        return refs, {
            "zh_date": str(zh.date),
            "en_date": str(en.date),
            "how": _slip(zh.date, en.date) if zh.date and en.date else "",
        }
    hosts = {"zh_host": zh.host, "en_host": en.host}
    return [zh.partner_ref, en.partner_ref], hosts


def _slip(one: DateInterval, other: DateInterval) -> str:
    """What kind of slip makes one date of the other, or nothing that has a name."""
    a, b = (one.year, one.month, one.day), (other.year, other.month, other.day)
    if None not in (*a, *b) and a == (b[0], b[2], b[1]):
        return "swapped"
    differing = [
        n for n, x, y in zip(("year", "month", "day"), a, b, strict=True) if x != y and x and y
    ]
    if len(differing) != 1:
        return ""
    i = ("year", "month", "day").index(differing[0])
    x, y = f"{a[i]:02d}", f"{b[i]:02d}"
    unequal = [k for k in range(min(len(x), len(y))) if x[k] != y[k]]
    turned = len(unequal) == 2 and x[unequal[0]] == y[unequal[1]] and x[unequal[1]] == y[unequal[0]]
    return "digits" if turned and sorted(x) == sorted(y) else differing[0]


def differences(facts: Facts) -> Iterator[Draft]:
    """Linked rows that name one place at two levels, or by names of different times."""
    for link in facts.links:
        zh, en = facts.by_id[link.zh], facts.by_id[link.en]
        if link.relation == "renamed":
            params: dict[str, Param] = {
                "zh": zh.partner,
                "en": en.partner,
                **renaming(zh, en),
            }
            name = "renamed"
        elif link.relation == "level":
            name = "level-difference"
            params = {"zh": zh.partner, "en": en.partner, **_levels(zh, en)}
        else:
            continue
        yield Draft(
            name, [zh.partner_ref, en.partner_ref], params, records=[zh.id, en.id], link=link.id
        )


def _levels(zh: Record, en: Record) -> dict[str, str]:
    """What each side says the place is."""
    country = zh.country or en.country
    shown = split_level(zh.name, country)[1]
    target = split_level(zh.target, country)[1] if zh.target else None
    english = english_level(en.name, en.country)[1]
    return {"zh_level": _kind(shown or target), "en_level": _kind(english)}


def _kind(level: Level | None) -> str:
    return level.kind if level else "none"


def one_sided(facts: Facts) -> Iterator[Draft]:
    """Rows that the other list could have and has not.

    Where a blank line splits the other block, the copy may have lost the entry.
    """
    split = {b.host for s in facts.sources for b in s.blocks if b.gaps}
    for verdict in facts.verdicts:
        record = facts.by_id[verdict.zh or verdict.en or ""]
        if verdict.reason in (
            "undecided",
            "unnamed",
            "stated-twice",
        ):  # other findings speak of these
            continue
        if verdict.verdict == "only-zh":
            match = facts.hosts[record.id]
            block = facts.en_blocks[match.block].host if match.block is not None else ""
        elif verdict.verdict == "only-en":
            block = "、".join(facts.zh_blocks_of[record.block])
        else:
            continue
        yield Draft(
            verdict.verdict,
            [record.partner_ref],
            {"partner": record.partner, "host": record.host, "block": block},
            origin="unknown" if block in split or record.host in split else "page",
            records=[record.id],
            group=group_id(verdict.verdict, block, record.host),
        )


_TOLD_APART = ("lost-in-copy", "stated-twice")
"""Reasons that have a kind of finding of their own."""


def not_comparable(facts: Facts) -> Iterator[Draft]:
    """One finding for each reason and host that keeps rows from being compared."""
    rows: dict[tuple[str, str, str], list[Verdict]] = defaultdict(list)
    for verdict in facts.verdicts:
        if verdict.verdict == "not-comparable" and verdict.reason not in _TOLD_APART:
            record = facts.by_id[verdict.zh or verdict.en or ""]
            host = verdict.reason != "section-empty"
            key = record.host if host else str(verdict.params["sections"])
            rows[record.side, verdict.reason, key].append(verdict)
    for (side, reason, key), members in rows.items():
        records = [facts.by_id[v.zh or v.en or ""] for v in members]
        params: dict[str, Param] = {
            **members[0].params,
            "rows": len(members),
            "side": side,
            "host": records[0].host,
            "why": reason,
            "together": reason,
        }
        yield Draft(
            "not-comparable",
            [records[0].partner_ref],
            params,
            origin="unknown",
            records=[r.id for r in records],
            key=[side, reason, key],
            group=group_id("not-comparable", side, reason),
        )


def dropped(facts: Facts) -> Iterator[Draft]:
    """Partners that the copy of the English list has probably lost."""
    for verdict in facts.verdicts:
        if verdict.reason != "lost-in-copy":
            continue
        record = facts.by_id[verdict.zh or ""]
        gap = likely_dropped(facts, record)
        if gap is None:
            continue
        document = next(s.document for s in facts.sources if s.document.id == gap.after.source)
        blank = document.start_of(gap.after.row_line - 1)
        params: dict[str, Param] = {
            "partner": record.partner,
            "latin": gap.latin,
            "block": gap.after.host,
            "before": gap.before.partner,
            "after": gap.after.partner,
            "chance": gap.chance,
        }
        yield Draft(
            "likely-dropped",
            [document.ref(blank, blank), record.partner_ref],
            params,
            origin="copy",
            records=[record.id],
        )


def open_links(facts: Facts) -> Iterator[Draft]:
    """Likely pairs that were left open, and ties."""
    for link in facts.open_pairs:
        zh, en = facts.by_id[link.zh], facts.by_id[link.en]
        if en.id in facts.link_of or en.id in facts.rivals:
            continue
        rival = link.runner_up
        tied = rival is not None and rival.probability > 0.6 * link.probability
        params: dict[str, Param] = {"zh": zh.partner, "host": zh.host, "en": en.partner}
        if tied and rival is not None:
            params["other"] = rival.text
        else:
            params["probability"] = round(link.probability, 4)
        yield Draft(
            "tied-link" if tied else "weak-link",
            [zh.partner_ref, en.partner_ref],
            params,
            origin="unknown",
            records=_involved(link),
            link=None,
        )


def _involved(link: Link) -> list[str]:
    return [link.zh, link.en, *([link.runner_up.record] if link.runner_up else [])]


CHECKS = (
    conflicts,
    differences,
    one_sided,
    dropped,
    not_comparable,
    open_links,
)
