"""The check of rows that seem to state one agreement with two different partners."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.models import Record


def wrong_names(facts: Facts) -> Iterator[Draft]:
    """Rows left over on both sides of one host that have the same country and the same day."""
    left = {v.zh or v.en for v in facts.verdicts if v.verdict in ("only-zh", "only-en")}
    for source in facts.side("zh"):
        for zh in source.records:
            for en in facts.en_records_of(facts.hosts[zh.id].block):
                if {zh.id, en.id} <= left and _are_alike(zh, en):
                    yield Draft(
                        "wrong-name",
                        [zh.partner_ref, en.partner_ref],
                        {
                            "partner": zh.partner,
                            "host": zh.host,
                            "other": en.partner,
                            "date": str(zh.date),
                        },
                        "unknown",
                        [zh.id, en.id],
                    )


def _are_alike(one: Record, other: Record) -> bool:
    """Whether two rows have one country and one day, both stated."""
    if one.date is None or one.date.precision != "day" or one.country is None:
        return False
    return (one.date, one.country) == (other.date, other.country)


CHECKS = (Check(wrong_names, ("wrong-name",)),)
