"""Checks of what each list covers, and of partners that stand under another host elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.checks.latin_names import latin_names
from reconcile.dates import DateInterval
from reconcile.models import Record, Side
from reconcile.scripts import fold

_SIDES: tuple[Side, Side] = ("zh", "en")
_FEWEST = 3
"""From so many dated rows on, the newest one dates what a list has of a host ..."""
_MOST_DATED = 0.8
"""... if so large a share of its rows has a date."""
_BEHIND = 5 * 365
"""So many days behind the newest date of its list, a host was not kept up."""
_FEWEST_MORE = 5
_SHARE_MORE = 1 / 3
"""The other list has so many partners more, and so large a share of what this one has."""


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


def stale_hosts(facts: Facts) -> Iterator[Draft]:
    """Hosts whose newest date is years older than their list's, where the other list has more."""
    rows, more = _rows_by_host(facts), _unmatched_by_host(facts)
    newest = {
        side: max((r.date for s in facts.side(side) for r in s.records if r.date), key=_last)
        for side in _SIDES
        if any(r.date for s in facts.side(side) for r in s.records)
    }
    for (side, host), own in rows.items():
        dated = [r for r in own if r.date]
        if len(dated) < max(_FEWEST, _MOST_DATED * len(own)):
            continue
        latest = max(dated, key=lambda r: _last(r.date))
        end = _last(latest.date)
        other: Side = "en" if side == "zh" else "zh"
        later = [r for r in more[other, host] if r.date is None or r.date.first > end]
        behind = (_last(newest[side]) - end).days >= _BEHIND
        if behind and len(later) >= max(_FEWEST_MORE, _SHARE_MORE * len(own)):
            yield Draft(
                "stale-host",
                [latest.date_ref or latest.partner_ref],
                {
                    "side": side,
                    "host": latest.host,
                    "date": str(latest.date),
                    "last": str(newest[side]),
                    "more": len(later),
                },
                "page",
                key=[side, host],
            )


def host_pairs(facts: Facts) -> Iterator[Draft]:
    """Hosts without a counterpart, one of each list, that have several partners in common."""
    zh: dict[str, list[Record]] = defaultdict(list)
    en: dict[str, list[Record]] = defaultdict(list)
    for record in facts.by_id.values():
        match = facts.hosts[record.id]
        if record.side == "zh" and not (match.block or match.part_of or match.ambiguous):
            zh[record.host].append(record)
        elif record.side == "en":
            en[facts.en_host_of(record.block)].append(record)
    for met in (facts.zh_hosts_of, facts.parts_of):
        en = {host: rows for host, rows in en.items() if host not in met}
    shared = _hosts_with_the_same(facts, en) if zh and en else {}
    for host, rows in zh.items():
        found: dict[str, list[Record]] = defaultdict(list)
        for row in rows:
            for other_id in shared.get(row.id, ()):
                found[other_id].append(row)
        if not (host and found):
            continue
        (best, its), *rest = sorted(found.items(), key=lambda x: -len(x[1]))
        tied = bool(rest) and len(rest[0][1]) == len(its)
        if tied or len(its) < max(2, min(len(rows), len(en[best])) / 2):
            continue
        other = en[best][0]
        yield Draft(
            "host-pair",
            [rows[0].host_ref, other.host_ref],
            {
                "host": host,
                "other": other.host,
                "count": len(its),
                "partners": tuple(r.partner for r in its),
            },
            "unknown",
            key=[host, other.host],
            suggestion=other.host,
        )


def _hosts_with_the_same(
    facts: Facts, en: Mapping[str, Sequence[Record]]
) -> dict[str, dict[str, None]]:
    """Chinese record id → the English hosts that have a partner of the name, or of country and day.

    The hosts come in the order in which `en` has them.
    """
    order = {host: n for n, host in enumerate(en)}
    host_of = {r.id: host for host, rows in en.items() for r in rows}
    on_day: dict[object, set[str]] = defaultdict(set)
    for host, rows in en.items():
        for row in rows:
            on_day[row.country, row.date].add(host)
    namesakes, found = _namesakes(facts), dict[str, dict[str, None]]()
    for zh in (r for s in facts.side("zh") for r in s.records):
        hosts = {host_of[i] for i in namesakes.get(zh.id, ()) if i in host_of}
        if zh.date and zh.date.first == zh.date.last:
            hosts |= on_day.get((zh.country, zh.date), set())
        found[zh.id] = dict.fromkeys(sorted(hosts, key=order.__getitem__))
    return found


def _last(stated: DateInterval | None) -> date:
    return stated.last if stated else date.min


def _rows_by_host(facts: Facts) -> dict[tuple[Side, str], list[Record]]:
    """Side and id of the English host → the rows that a side has of it."""
    found: dict[tuple[Side, str], list[Record]] = defaultdict(list)
    for record in facts.by_id.values():
        block = facts.hosts[record.id].block
        if host := facts.en_host_of(record.block) if record.side == "en" else block:
            found[record.side, host].append(record)
    return found


def _unmatched_by_host(facts: Facts) -> dict[tuple[Side, str], list[Record]]:
    """The same, of the rows that the other list could have and has not."""
    alone = {
        v.zh or v.en for v in facts.verdicts if v.reason in ("partner-missing", "probably-newer")
    }
    rows = _rows_by_host(facts)
    return defaultdict(list, {k: [r for r in rs if r.id in alone] for k, rs in rows.items()})


CHECKS = (
    Check(coverage, ("coverage",)),
    Check(elsewhere, ("elsewhere",)),
    Check(stale_hosts, ("stale-host",)),
    Check(host_pairs, ("host-pair",)),
)
