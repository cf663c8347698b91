"""Checks of what each list covers, and of partners that stand under another host elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.checks.agreements.dropped import latin_names
from reconcile.checks.facts import Draft, Facts
from reconcile.models import Param, Record, Side
from reconcile.places.levels import english_level, split_level
from reconcile.scripts import fold

SIDES: tuple[Side, Side] = ("zh", "en")


def coverage(facts: Facts) -> Iterator[Draft]:
    """What each list could have said: its provinces and its latest date."""
    filled = {side: _provinces(facts, side) for side in SIDES}
    both = filled["zh"] | filled["en"]
    for side in SIDES:
        sources = facts.side(side)
        if len(both) < 2 or not sources or len(filled[side]) == len(both):
            continue
        dates = [r.date for s in sources for r in s.records if r.date]
        params: dict[str, Param] = {
            "side": side,
            "filled": len(filled[side]),
            "all": len(both),
            "missing": tuple(sorted(both - filled[side])),
            "last": "dated" if dates else "",
            "date": str(max(dates, key=lambda d: d.last)) if dates else "",
        }
        document = sources[0].document
        ref = document.ref(0, len(document.lines[0]))
        yield Draft("coverage", [ref], params, "unknown", key=[side], systemic=True)


def _provinces(facts: Facts, side: Side) -> set[str]:
    """The provinces that a side has rows of."""
    rows = [r for s in facts.side(side) for r in s.records]
    known = {facts.hosts[r.id].province for r in rows}
    return {p for p in known if p}


def elsewhere(facts: Facts) -> Iterator[Draft]:
    """Partners that the other list has under one other host, and not under this one.

    A partner that the other list has under several hosts is widely twinned: that says nothing.
    """
    alone = {v.zh or v.en: v for v in facts.verdicts if v.reason == "partner-missing"}
    chinese = [r for s in facts.side("zh") for r in s.records]
    named = [(r, key) for r in chinese for key in _keys(r)]
    by_place: dict[tuple[str, str | None], list[Record]] = defaultdict(list)
    for source in facts.side("en"):
        for record in source.records:
            by_place[fold(record.name), record.country].append(record)
    stands_in: dict[str, dict[str, Record]] = defaultdict(dict)
    for record, key in named:
        for other in by_place.get(key, ()):
            stands_in[record.id][other.id] = other
            stands_in[other.id][record.id] = record
    for record in facts.by_id.values():
        if record.id not in alone:
            continue
        others = list(stands_in[record.id].values())
        if len({o.host for o in others}) != 1 or any(o.id in facts.link_of for o in others):
            continue
        other = others[0]
        said_already = record.side == "en" and other.id in alone
        if said_already or _related(facts, record, other) or _levels_differ(record, other):
            continue
        params: dict[str, Param] = {
            "partner": record.partner,
            "host": record.host,
            "other": other.partner,
            "other_host": other.host,
        }
        refs = [record.partner_ref, other.partner_ref]
        yield Draft("elsewhere", refs, params, "unknown", [record.id, other.id])


def _levels_differ(one: Record, other: Record) -> bool:
    """Whether one is a region and the other is not: 薩馬拉州 is not Samara."""
    zh, en = (one, other) if one.side == "zh" else (other, one)
    shown = split_level(zh.name, zh.country)[1]
    english = english_level(en.name, en.country)[1]
    kinds = {shown.kind if shown else "city", english.kind if english else "city"}
    return len(kinds) == 2 and bool(kinds & {"region", "county"})


def _keys(record: Record) -> set[tuple[str, str | None]]:
    """Folded Latin names and country by which an English row would name the partner."""
    return {(fold(name), country) for name, country in latin_names(record)}


def wrong_names(facts: Facts) -> Iterator[Draft]:
    """Rows left over on both sides of one host that have the same country and the same day."""
    left = {v.zh or v.en for v in facts.verdicts if v.verdict in ("only-zh", "only-en")}
    for source in facts.side("zh"):
        for zh in source.records:
            if zh.id not in left or zh.date is None or zh.date.precision != "day":
                continue
            for en in facts.en_records_of(facts.hosts[zh.id].block):
                same = en.date == zh.date and None is not zh.country == en.country
                if en.id in left and same:
                    params: dict[str, Param] = {
                        "partner": zh.partner,
                        "host": zh.host,
                        "other": en.partner,
                        "date": str(zh.date),
                    }
                    refs = [zh.partner_ref, en.partner_ref]
                    yield Draft("wrong-name", refs, params, "unknown", [zh.id, en.id])


def _related(facts: Facts, one: Record, other: Record) -> bool:
    """Whether two hosts are one, or one may be part of the other."""
    a, b = facts.hosts[one.id], facts.hosts[other.id]
    blocks = {a.block, a.part_of, *a.ambiguous} & {b.block, b.part_of, *b.ambiguous} - {None}
    return bool(blocks)


CHECKS = (coverage, elsewhere, wrong_names)
