"""Checks of what each list covers, and of partners that stand under another host elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.checks.latin_names import latin_names
from reconcile.models import Record, Side
from reconcile.scripts import fold

_SIDES: tuple[Side, Side] = ("zh", "en")


def coverage(facts: Facts) -> Iterator[Draft]:
    """What each list could have said: its provinces and its latest date."""
    filled = {side: _provinces(facts, side) for side in _SIDES}
    both = filled["zh"] | filled["en"]
    for side in _SIDES:
        sources = facts.side(side)
        if len(both) < 2 or not sources or len(filled[side]) == len(both):
            continue
        dates = [r.date for s in sources for r in s.records if r.date]
        document = sources[0].document
        yield Draft(
            "coverage",
            [document.ref(0, len(document.lines[0]))],
            {
                "side": side,
                "filled": len(filled[side]),
                "all": len(both),
                "missing": tuple(sorted(both - filled[side])),
                "last": "dated" if dates else "",
                "date": str(max(dates, key=lambda d: d.last)) if dates else "",
            },
            "unknown",
            key=[side],
            systemic=True,
        )


def _provinces(facts: Facts, side: Side) -> set[str]:
    """The provinces that a side has rows of."""
    rows = [r for s in facts.side(side) for r in s.records]
    known = {facts.hosts[r.id].province for r in rows}
    return {p for p in known if p}


def elsewhere(facts: Facts) -> Iterator[Draft]:
    """Partners that the other list has under one other host, and not under this one.

    A partner that the other list has under several hosts is widely twinned: that says nothing. Nor
    does a row that has no counterpart for another reason, such as an empty section or a lost line.
    """
    alone = {v.zh or v.en for v in facts.verdicts if v.reason == "partner-missing"}
    without = alone | {v.zh or v.en for v in facts.verdicts if v.reason == "no-host-block"}
    namesakes = _namesakes(facts)
    for record in facts.by_id.values():
        others = list(namesakes[record.id].values()) if record.id in alone else []
        if len({o.host for o in others}) != 1 or not {o.id for o in others} <= without:
            continue
        other = others[0]
        said_already = record.side == "en" and other.id in alone
        if said_already or _related(facts, record, other) or _levels_differ(record, other):
            continue
        yield Draft(
            "elsewhere",
            [record.partner_ref, other.partner_ref],
            {
                "partner": record.partner,
                "host": record.host,
                "other": other.partner,
                "other_host": other.host,
            },
            "unknown",
            [record.id, other.id],
            subject=[record.id],
        )


def _namesakes(facts: Facts) -> dict[str, dict[str, Record]]:
    """Record id → the records of the other list by whose name and country a partner is known."""
    by_place: dict[tuple[str, str | None], list[Record]] = defaultdict(list)
    for source in facts.side("en"):
        for record in source.records:
            by_place[fold(record.name), record.country].append(record)
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for source in facts.side("zh"):
        for record in source.records:
            known = ((fold(name), country) for name, country in latin_names(record))
            for place in dict.fromkeys(known):
                for other in by_place.get(place, ()):
                    found[record.id][other.id] = other
                    found[other.id][record.id] = record
    return found


def _levels_differ(one: Record, other: Record) -> bool:
    """Whether one is a region and the other is not: 薩馬拉州 is not Samara."""
    kinds = {r.place.kind or "city" for r in (one, other)}
    return len(kinds) == 2 and bool(kinds & {"region", "county"})


def _related(facts: Facts, one: Record, other: Record) -> bool:
    """Whether two hosts are one, or one may be part of the other."""
    a, b = facts.hosts[one.id], facts.hosts[other.id]
    blocks = {a.block, a.part_of, *a.ambiguous} & {b.block, b.part_of, *b.ambiguous} - {None}
    return bool(blocks)


CHECKS = (Check(coverage, ("coverage",)), Check(elsewhere, ("elsewhere",)))
