"""Checks of agreements that stand twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.models import Record
from reconcile.scripts import fold
from reconcile.vocabulary import LAST_BRACKET

_PART = re.compile(r"(?<!\s)\s++[–—-]\s+")
"""What stands between a host and the part of it in a title: Hulunbuir – Hailar."""


def duplicates(facts: Facts) -> Iterator[Draft]:
    """Agreements that one list states twice: under one host, or under two that belong together."""
    yield from _under_one_host(facts)
    yield from _under_two_hosts(facts)
    yield from _under_part_and_whole(facts)


def _under_one_host(facts: Facts) -> Iterator[Draft]:
    """Rows of one side that state the same agreement under the same host."""
    for repeat, first in facts.repeats.items():
        yield _draft(facts.by_id[repeat], facts.by_id[first])
    seen: dict[tuple[str, ...], Record] = {}
    for source in facts.side("en"):
        for record in source.records:
            key = (fold(record.host), fold(record.partner), record.country or "", str(record.date))
            first_of = seen.setdefault(key, record)
            said_already = {record.id, first_of.id} & facts.repeats.keys()
            if first_of is not record and record.host and not said_already:
                yield _draft(record, first_of)


def _under_two_hosts(facts: Facts) -> Iterator[Draft]:
    """One agreement under a city and under its province: the same partner on the same day.

    秋田縣 and 秋田 are a region and a city: a province may twin with one and its capital with
    the other on one day.
    """
    for source in facts.sources:
        found: dict[tuple[str, str, str, bool], list[Record]] = defaultdict(list)
        for record in source.records:
            if record.date is not None and record.date.precision == "day":
                is_region = record.place.kind in ("region", "county")
                key = str(record.date), _stem(record), record.country or "", is_region
                found[key].append(record)
        for first, *others in found.values():
            for record in others:
                if record.host != first.host and record.id not in facts.repeats:
                    yield _draft(record, first, same_day=True)


def _stem(record: Record) -> str:
    """The partner without bracket and Chinese level word: English ones may be part of the name."""
    name = record.place
    return fold(name.bare.simple if name.han else LAST_BRACKET.sub("", name.text))


def _under_part_and_whole(facts: Facts) -> Iterator[Draft]:
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
            if part and other is not None and other is not record:
                yield _draft(record, other)


def _draft(record: Record, other: Record, *, same_day: bool = False) -> Draft:
    return Draft(
        "duplicate-agreement",
        [record.partner_ref, other.partner_ref],
        {
            "partner": record.partner,
            "host": record.host,
            "other_host": other.host,
            "line": other.line,
            "place": other.source,
            "date": "same" if same_day else "",
            "day": str(record.date or ""),
        },
        records=[record.id, other.id],
    )


CHECKS = (Check(duplicates, ("duplicate-agreement",)),)
