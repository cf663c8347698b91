"""The check of rows that state one agreement and name two places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.dates import DateInterval
from reconcile.models import Link, OtherPlace, Param, Record


def wrong_names(facts: Facts) -> Iterator[Draft]:
    """Linked rows whose names are of two places, and rows left over that share a day of a host."""
    for link in facts.links:
        if link.other is not None:
            yield _of_two_places(facts, link, link.other)
    yield from _left_over(facts)


def _of_two_places(facts: Facts, link: Link, other: OtherPlace) -> Draft:
    zh, en = facts.rows_of(link)
    params: dict[str, Param] = {"place": other.name, "known": other.known}
    refs = [zh.partner_ref, en.partner_ref]
    if other.record is not None:
        row = facts.by_id[other.record]
        refs.append(row.partner_ref)
        params["line"] = row.line
    return Draft(
        "wrong-name",
        refs,
        _said(zh, en) | params,
        records=[zh.id, en.id],
        link=link.id,
        severity="error" if other.certain else None,
    )


def _said(zh: Record, en: Record) -> dict[str, Param]:
    return {"partner": zh.partner, "host": zh.host, "other": en.partner, "date": str(zh.date)}


def _left_over(facts: Facts) -> Iterator[Draft]:
    """Rows without counterpart that alone in their list have one day under one host."""
    left = {v.zh or v.en for v in facts.verdicts if v.reason == "partner-missing"}
    days = Counter(_day(facts, r) for r in facts.by_id.values())
    for source in facts.side("zh"):
        for zh in source.records:
            for en in facts.en_records_of(facts.hosts[zh.id].block) if zh.id in left else ():
                shared = _day(facts, zh), _day(facts, en)
                if en.id in left and zh.date == en.date and all(days[d] == 1 for d in shared):
                    yield Draft(
                        "wrong-name",
                        [zh.partner_ref, en.partner_ref],
                        _said(zh, en) | {"known": "left"},
                        "unknown",
                        [zh.id, en.id],
                        severity="notice",
                    )


def _day(facts: Facts, record: Record) -> tuple[str, str | None, DateInterval] | None:
    """Side, host and day of a record; None without a day."""
    if record.date is None or record.date.precision != "day":
        return None
    return record.side, facts.hosts[record.id].block, record.date


CHECKS = (Check(wrong_names, ("wrong-name",)),)
