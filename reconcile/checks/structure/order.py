"""Checks of order: of names in a block, of dates in a block, of the sections of a list.

What order a list keeps is learned from the list itself; only then can something be out of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.checks.structure.sequence import Comparable, misplaced
from reconcile.models import Param, ParsedSource, Record
from reconcile.places.home.history import official_order
from reconcile.scripts import fold, has_han

_LEADING = re.compile(
    r"(?:(?:the|la|le|les|el|los|las|il|lo|o|os|a|as|al|den|das|der|die|l['’]|saint|st\.?|sankt|"
    r"(?:county|canton|province|city|district|municipality|region|state|department|republic|"
    r"prefecture|metropolitan city|métropole)(?: of(?: the)?| de| du)?)[ -]*)+",
    re.IGNORECASE,
)
"""Words before a name that some lists ignore when they put names in order."""
IN_ORDER = 0.9
"""The share of entries in order from which a list is said to keep an order."""
FEWEST = 12
"""So many entries at least must be in order before anything is out of it."""
LARGEST_PART = 0.34
"""A block of which more than this is out of order keeps no order of its own."""
STRICT = 0.97
"""From this share of a list on, two rows the wrong way round are out of order as well."""


class _Run(NamedTuple):
    """The rows of one block that have something to be put in order by."""

    rows: list[Record]
    wrong: list[int]


def _runs(source: ParsedSource, keys: Callable[[Record], Sequence[Comparable]]) -> list[_Run]:
    """The blocks of a source with what is out of order in each; none if the list keeps no order."""
    blocks: dict[str, list[Record]] = defaultdict(list)
    for record in source.records:
        if keys(record):
            blocks[record.block].append(record)
    found = [_Run(rows, misplaced([keys(r) for r in rows])) for rows in blocks.values()]
    steps = sum(len(run.rows) - 1 for run in found)
    wrong = sum(len(run.wrong) for run in found)
    if steps < FEWEST or wrong > (1 - IN_ORDER) * steps:
        return []
    part = 0.5 if wrong <= (1 - STRICT) * steps else LARGEST_PART
    return [run for run in found if len(run.wrong) <= part * len(run.rows)]


def _neighbour(rows: Sequence[Record], at: int, wrong: Sequence[int], later: bool) -> Record:
    """The row that the misplaced one should stand before, or, if `later`, behind."""
    kept = [i for i in range(len(rows)) if i not in wrong]
    if later:
        return rows[next(i for i in kept if i > at)]
    return rows[[i for i in kept if i < at][-1]]


def _name_keys(record: Record) -> tuple[str, ...]:
    """The folded name, with and without a word that lists ignore in front."""
    if has_han(record.partner):
        return ()
    bare = _LEADING.sub("", record.partner, count=1) if _LEADING.match(record.partner) else ""
    names = dict.fromkeys(x for x in (record.partner, bare) if x)
    return tuple(k for x in names for k in dict.fromkeys((fold(x), _plain(x))))


def _plain(name: str) -> str:
    """Word by word: Xi'an before Xiamen, New York before Newark."""
    return " ".join(fold(word) for word in re.split(r"[\s'’.,-]+", name))


def alphabetical_order(facts: Facts) -> Iterator[Draft]:
    """Partners that stand out of the alphabetical order of their block."""
    for source in facts.sources:
        for run in _runs(source, _name_keys):
            for at in run.wrong:
                record = run.rows[at]
                where, other = _place(run, at, lambda r: _name_keys(r)[0])
                params: dict[str, Param] = {
                    "name": record.partner,
                    "where": where,
                    "before": other.partner,
                    "among": "block",
                    "host": record.host,
                }
                yield Draft(
                    "alphabetical-order",
                    [record.partner_ref, other.partner_ref],
                    params,
                    records=[record.id],
                )


def _place(run: _Run, at: int, key: Callable[[Record], Comparable]) -> tuple[str, Record]:
    """Whether a misplaced row stands too late or too early, and the neighbour that shows it."""
    earlier = [i for i in range(at) if i not in run.wrong]
    if earlier and not key(run.rows[earlier[-1]]) <= key(run.rows[at]):
        return "after", run.rows[earlier[-1]]
    later = [i for i in range(at + 1, len(run.rows)) if i not in run.wrong]
    return ("before", run.rows[later[0]]) if later else ("after", run.rows[earlier[-1]])


def _date_keys(record: Record) -> tuple[str, ...]:
    """The date, as text that sorts; a year alone fits anywhere in it."""
    if record.date is None:
        return ()
    return tuple(dict.fromkeys((record.date.first.isoformat(), record.date.last.isoformat())))


def date_order(facts: Facts) -> Iterator[Draft]:
    """Rows that stand out of the order of dates of their block."""
    for source in facts.sources:
        for run in _runs(source, _date_keys):
            for at in run.wrong:
                record = run.rows[at]
                where, other = _place(run, at, lambda r: _date_keys(r)[0])
                params: dict[str, Param] = {
                    "partner": record.partner,
                    "host": record.host,
                    "date": str(record.date),
                    "where": where,
                    "before": other.partner,
                    "before_date": str(other.date),
                }
                refs = [record.date_ref or record.partner_ref, other.date_ref or other.partner_ref]
                yield Draft("date-order", refs, params, records=[record.id])


def section_order(facts: Facts) -> Iterator[Draft]:
    """Sections about provinces that stand out of the official order, which the others keep."""
    ranks = official_order(facts.home.country)
    for source in facts.sources:
        sections = [s for s in source.sections if s.province and fold(s.province) in ranks]
        keys = [(ranks[fold(s.province or "")],) for s in sections]
        wrong = misplaced(keys)
        if len(sections) < 6 or len(wrong) > len(sections) / 4:
            continue
        for at in wrong:
            earlier = [i for i in range(at) if i not in wrong and keys[i] > keys[at]]
            later = [i for i in range(at + 1, len(keys)) if i not in wrong and keys[i] < keys[at]]
            other = sections[earlier[-1] if earlier else later[0]]
            params: dict[str, Param] = {
                "name": sections[at].title,
                "where": "after" if earlier else "before",
                "before": other.title,
                "count": len(sections) - len(wrong),
                "all": len(sections),
                "by": "official",
            }
            yield Draft("order", [sections[at].ref, other.ref], params, key=[sections[at].title])


def host_order(facts: Facts) -> Iterator[Draft]:
    """Host titles in Latin letters that stand out of the alphabetical order of the list."""
    for source in facts.sources:
        blocks = [b for b in source.blocks if b.host and not has_han(b.host)]
        keys = [tuple(dict.fromkeys((_plain(b.host), fold(b.host)))) for b in blocks]
        wrong = misplaced(keys)
        if len(blocks) < FEWEST or len(wrong) > (1 - IN_ORDER) * len(blocks):
            continue
        for at in wrong:
            earlier = [i for i in range(at) if i not in wrong and not keys[i][0] <= keys[at][0]]
            later = [i for i in range(at + 1, len(keys)) if i not in wrong]
            other = blocks[earlier[-1] if earlier else later[0]]
            params: dict[str, Param] = {
                "name": blocks[at].host,
                "where": "after" if earlier else "before",
                "before": other.host,
                "among": "hosts",
            }
            refs = [blocks[at].ref, other.ref]
            yield Draft("alphabetical-order", refs, params, key=[blocks[at].host])


CHECKS = (
    Check(alphabetical_order, ("alphabetical-order",)),
    Check(date_order, ("date-order",)),
    Check(section_order, ("order",)),
    Check(host_order, ("alphabetical-order",)),
)
