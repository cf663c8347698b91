"""How much the dates of two rows tell of whether they state one agreement.

A day that many rows of a host share tells little of any two of them, and one that stands all over
a list nothing. The model, and whence its numbers are: `docs/decisions.md`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile import weights
from reconcile.dates import DateInterval, slip
from reconcile.evidence import Evidence
from reconcile.models import HostMatch, Record, Side

_Group = tuple[Side, str, str | None]
"""The rows of one side, host and country."""


@dataclass(frozen=True, slots=True)
class SharedDates:
    """How many rows of each group, and of each side, have a date: a row of May is one of its year.

    `dated` counts the rows that have any.
    """

    hosts: Mapping[str, HostMatch]
    in_group: Counter[tuple[_Group, DateInterval]]
    on_side: Counter[tuple[Side, DateInterval]]
    dated: Counter[_Group | Side]

    @classmethod
    def of(cls, records: Iterable[Record], hosts: Mapping[str, HostMatch]) -> SharedDates:
        """Count the dates of records, none of which should repeat another of its side."""
        found = cls(hosts, Counter(), Counter(), Counter())
        for r in records:
            if r.date is not None:
                group = found._group(r)
                found.dated.update((group, r.side))
                found.in_group.update((group, date) for date in r.date.coarser)
                found.on_side.update((r.side, date) for date in r.date.coarser)
        return found

    def _group(self, record: Record) -> _Group:
        return record.side, self.hosts[record.id].block or record.host, record.country

    def share(self, zh: Record, en: Record) -> float:
        """The share of other rows that have the date of these two; 0 where they share none.

        Other rows are those of the host and country, or the rest of the list: whichever have it
        oftener, on either side.
        """
        if zh.date is None or en.date is None or zh.date.year != en.date.year:
            return 0.0  # most pairs of a long list
        shared = zh.date.shared(en.date)
        return max(self._others(r, shared) for r in (zh, en)) if shared else 0.0

    def _others(self, record: Record, date: DateInterval) -> float:
        """The share of the other rows with this date; one more somewhere in a list is none yet."""
        group, side = self._group(record), record.side
        near = self.in_group[group, date]
        far = self.on_side[side, date] - near
        return max((near - 1) / (self.dated[group] or 1), (far - 1) / (self.dated[side] or 1), 0.0)


def date_evidence(zh: Record, en: Record, share: float) -> Evidence | None:
    """What the dates of two rows tell; None where one has none, or where they tell nothing.

    `share` is the share of other rows that have the date, if it is one date.
    """
    if zh.date is None or en.date is None:
        return None
    shared = zh.date.shared(en.date)
    if shared is None:
        return _unlike(zh.date, en.date)
    by_chance = weights.RECORD_DATE_BY_CHANCE[shared.precision] + share
    most = weights.RECORD_SAME_DATE[shared.precision]
    weight = min(math.log(weights.RECORD_DATES_AGREE / by_chance), most)
    if weight <= 0:
        return None
    template = "both on {date}" if shared.precision == "day" else "both in {date}"
    return Evidence("date", template, {"date": str(shared)}, weight)


def _unlike(one: DateInterval, other: DateInterval) -> Evidence | None:
    """Dates that contradict each other; what a slip of the pen explains tells nothing."""
    years = abs(one.year - other.year)
    whole = one.precision == other.precision == "day"
    if years == 0 or slip(one, other) in (("digits", "swapped", "year") if whole else ("digits",)):
        return None
    near = years <= weights.RECORD_YEARS_NEAR
    weight = weights.RECORD_DATES_NEAR if near else weights.RECORD_DATES_FAR
    params = {"zh_date": str(one), "en_date": str(other)}
    return Evidence("date", "{zh_date} is not {en_date}", params, weight)
