"""Checks of dates: missing, imprecise, impossible, suspicious."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.models import Param, ParsedSource, Record
from reconcile.places.home.history import earliest

CLUSTERED = 4
"""Agreements are not signed evenly over the years: as many pairs of rows share a day as if there
were only a third of the days (measured on 330 dated rows); a fourth is on the safe side."""
UNLIKELY = 0.05
"""A date that so many hosts share only with this chance or less is suspicious."""


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
            "side": side,
            "count": len(source.records),
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
                    "precision": r.date.precision,
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
                    "problem": "future" if r.date else "none",
                }
                yield Draft("impossible-date", [r.date_ref], params, records=[r.id])


def repeated_dates(facts: Facts) -> Iterator[Draft]:
    """Days on which more unrelated hosts signed than chance explains: dates filled in."""
    for source in facts.sources:
        exact = [r for r in source.records if r.date is not None and r.date.precision == "day"]
        by_day: dict[str, list[Record]] = defaultdict(list)
        for record in exact:
            by_day[str(record.date)].append(record)
        if len(by_day) < 2:
            continue
        days = sorted(r.date.first for r in exact if r.date)
        span = max(1, (days[-1] - days[0]).days / CLUSTERED)
        for day, rows in by_day.items():
            hosts = {r.host for r in rows}
            chance = _chance_of_sharing(len(exact), span, len(hosts))
            if len(hosts) < 3 or chance > UNLIKELY:
                continue
            for record in rows:
                params = _suspicion(record, "repeated")
                params |= {"others": len(hosts) - 1, "odds": round(1 / max(chance, 1e-6))}
                yield _suspicious(
                    record, params, group_id("suspicious-date", source.document.id, day)
                )


def _chance_of_sharing(rows: int, days: float, hosts: int) -> float:
    """The chance that some day of a list is shared by so many hosts (Poisson approximation)."""
    rate = rows / days
    log = math.log(days) + hosts * math.log(rate) - math.lgamma(hosts + 1) - rate
    return -math.expm1(-math.exp(min(log, 50.0)))


def dates_of_the_row_above(facts: Facts) -> Iterator[Draft]:
    """Rows with the very day of the row above, which has another host or country."""
    for source in facts.sources:
        for above, record in pairwise(source.records):
            if record.date is None or record.date.precision != "day" or above.date != record.date:
                continue
            if above.host == record.host and above.country == record.country:
                continue  # one visit, two agreements
            params = _suspicion(record, "row-above")
            params |= {"other": above.partner, "other_host": above.host}
            yield _suspicious(record, params, None)


def early_dates(facts: Facts) -> Iterator[Draft]:
    """Dates before the home country had any twin town, or relations with the partner's state."""
    since = earliest(facts.home.country)
    for source in facts.sources:
        for record in source.records:
            first, relations = since.get("*"), since.get(record.country or "")
            if record.date is None or first is None:
                continue
            problem, bound = "too-early", first
            if relations is not None and record.date.last >= first:
                problem, bound = "before-relations", relations
            if record.date.last < bound:
                params = _suspicion(record, problem) | {"first": bound.isoformat()}
                yield _suspicious(record, params, None)


def _suspicion(record: Record, problem: str) -> dict[str, Param]:
    return {
        "partner": record.partner,
        "host": record.host,
        "date": str(record.date),
        "problem": problem,
    }


def _suspicious(record: Record, params: dict[str, Param], group: str | None) -> Draft:
    ref = record.date_ref or record.partner_ref
    key = [params["problem"]]
    return Draft("suspicious-date", [ref], params, "unknown", [record.id], key, group=group)


CHECKS = (
    Check(missing_dates, ("missing-date",)),
    Check(imprecise_dates, ("imprecise-date",)),
    Check(impossible_dates, ("impossible-date",)),
    Check(repeated_dates, ("suspicious-date",)),
    Check(dates_of_the_row_above, ("suspicious-date",)),
    Check(early_dates, ("suspicious-date",)),
)
