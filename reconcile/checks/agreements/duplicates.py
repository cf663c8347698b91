"""Checks of agreements that stand twice, and of several rows that have one counterpart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.checks.agreements.dropped import latin_names
from reconcile.checks.facts import Draft, Facts
from reconcile.models import Param, Record
from reconcile.places.levels import split_level
from reconcile.scripts import fold, to_simplified

_PART = re.compile(r"\s+[–—-]\s+")


def stated_twice(facts: Facts) -> Iterator[Draft]:
    """Rows of one side that state the same agreement under the same host."""
    for repeat, first in facts.repeats.items():
        yield _draft(facts.by_id[repeat], facts.by_id[first])
    seen: dict[tuple[str, ...], Record] = {}
    for source in facts.side("en"):
        for record in source.records:
            key = (fold(record.host), fold(record.partner), record.country or "", str(record.date))
            first_of = seen.setdefault(key, record)
            told = {record.id, first_of.id} & facts.repeats.keys()
            if first_of is not record and record.host and not told:
                yield _draft(record, first_of)


def under_two_hosts(facts: Facts) -> Iterator[Draft]:
    """One agreement under a city and under its province: the same partner on the same day."""
    for source in facts.sources:
        found: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
        for record in source.records:
            if record.date is not None and record.date.precision == "day":
                stem = split_level(to_simplified(record.name), record.country)[0]
                found[str(record.date), fold(stem), record.country or ""].append(record)
        for rows in found.values():
            first = rows[0]
            for record in rows[1:]:
                if record.host != first.host and record.id not in facts.repeats:
                    yield _draft(record, first, same_day=True)


def under_part_and_whole(facts: Facts) -> Iterator[Draft]:
    """One partner under a city and under a part of it that stands as a host of its own.

    Only where the title says whose part it is: Hulunbuir – Hailar.
    """
    for source in facts.sources:
        rows: dict[tuple[str, str, str | None], Record] = {}
        for record in source.records:
            rows.setdefault((fold(record.host), fold(record.partner), record.country), record)
        for record in source.records:
            whole, *part = _PART.split(record.host, maxsplit=1)
            other = rows.get((fold(whole), fold(record.partner), record.country))
            if part and other is not None and facts.by_id.get(other.id) is not record:
                yield _draft(record, other)


def _draft(record: Record, other: Record, *, same_day: bool = False) -> Draft:
    params: dict[str, Param] = {
        "partner": record.partner,
        "host": record.host,
        "other_host": other.host,
        "line": other.line,
        "place": other.source,
        "date": "same" if same_day else "",
        "day": str(record.date or ""),
    }
    refs = [record.partner_ref, other.partner_ref]
    return Draft("duplicate-agreement", refs, params, records=[record.id, other.id])


def many_to_one(facts: Facts) -> Iterator[Draft]:
    """Rows of which several fit one row of the other list: one of them is linked, or none."""
    for en_id, rivals in facts.rivals.items():
        yield _several(rivals, facts.by_id[en_id], "none")
    for verdict in facts.verdicts:
        if verdict.verdict != "only-zh" or verdict.zh is None:
            continue
        record = facts.by_id[verdict.zh]
        names = {fold(name) for name, _ in latin_names(record)}
        for en in facts.en_records_of(facts.hosts[record.id].block):
            link = facts.link_of.get(en.id)
            if link is None or fold(en.name) not in names:
                continue
            yield _several([record, facts.by_id[link.zh]], en, "one")


def _several(rows: Sequence[Record], en: Record, outcome: str) -> Draft:
    params: dict[str, Param] = {
        "count": len(rows),
        "names": tuple(r.partner for r in rows),
        "en": en.partner,
        "host": en.host,
        "outcome": outcome,
    }
    refs = [r.partner_ref for r in (*rows, en)]
    return Draft("many-to-one", refs, params, "unknown", [r.id for r in (*rows, en)])


def forced_links(facts: Facts) -> Iterator[Draft]:
    """Links that a rule demands and the evidence speaks against."""
    for link in facts.links:
        if link.rule is None or link.without_rule is None or link.without_rule >= 0.05:
            continue
        zh, en = facts.by_id[link.zh], facts.by_id[link.en]
        params: dict[str, Param] = {
            "rule": link.rule,
            "zh": zh.partner,
            "en": en.partner,
            "probability": round(link.without_rule, 4),
        }
        refs = [zh.partner_ref, en.partner_ref]
        yield Draft("forced-link", refs, params, "unknown", [zh.id, en.id], link=link.id)


CHECKS = (stated_twice, under_two_hosts, under_part_and_whole, many_to_one, forced_links)
