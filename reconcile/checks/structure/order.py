"""Checks of order: of names in a block, of dates in a block, of the sections of a list.

What order a list keeps is learned from the list itself; only then can something be out of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts
from reconcile.checks.structure.sequence import Comparable, misplaced
from reconcile.models import ParsedSource, Record
from reconcile.places.home.history import official_order
from reconcile.scripts import fold, has_han

_LEADING = re.compile(
    r"(?:(?:the|la|le|les|el|los|las|il|lo|o|os|a|as|al|den|das|der|die|l['’]|saint|st\.?|sankt|"
    r"(?:county|canton|province|city|district|municipality|region|state|department|republic|"
    r"prefecture|metropolitan city|métropole)(?: of(?: the)?| de| du)?)[ -]*)+",
    re.IGNORECASE,
)
"""Words before a name that some lists ignore when they put names in order."""
_LETTER = re.compile(r"[A-Z]")
IN_ORDER = 0.9
"""The share of entries in order from which a list is said to keep an order."""
FEWEST = 12
"""So many entries at least must be in order before anything is out of it."""
FEWEST_SECTIONS = 6
SECTIONS_IN_ORDER = 0.75
"""The same for the sections of a list, of which there are few."""
LARGEST_PART = 0.34
"""A block of which more than this is out of order keeps no order of its own."""
STRICT = 0.97
"""From this share of a list on, two rows the wrong way round are out of order as well."""

T = TypeVar("T")


@dataclass(frozen=True)
class _Run(Generic[T]):
    """Items that should be in order, and the keys of each: it is in order by any of them."""

    items: Sequence[T]
    keys: Sequence[Sequence[Comparable]]

    @cached_property
    def wrong(self) -> list[int]:
        """The indices of the fewest items that must go for the rest to be in order."""
        return misplaced(self.keys)

    def misplaced(self) -> Iterator[tuple[T, str, T]]:
        """Each item out of order: it stands `after` or `before` the item given with it."""
        kept = [i for i in range(len(self.items)) if i not in self.wrong]
        for at in self.wrong:
            earlier = [i for i in kept if i < at]
            later = [i for i in kept if i > at]
            too_late = bool(earlier) and not self.keys[earlier[-1]][0] <= self.keys[at][0]
            if too_late or not later:
                yield self.items[at], "after", self.items[earlier[-1]]
            else:
                yield self.items[at], "before", self.items[later[0]]


# -- rows of a block ---------------------------------------------------------------------------


def _blocks(
    source: ParsedSource, keys: Callable[[Record], Sequence[Comparable]]
) -> list[_Run[Record]]:
    """The rows of each block that have a key; no block if the list keeps no order."""
    blocks: dict[str, list[Record]] = defaultdict(list)
    for record in source.records:
        if keys(record):
            blocks[record.block].append(record)
    runs = [_Run(rows, [keys(r) for r in rows]) for rows in blocks.values()]
    steps = sum(len(run.items) - 1 for run in runs)
    wrong = sum(len(run.wrong) for run in runs)
    if steps < FEWEST or wrong > (1 - IN_ORDER) * steps:
        return []
    part = 0.5 if wrong <= (1 - STRICT) * steps else LARGEST_PART
    return [run for run in runs if len(run.wrong) <= part * len(run.items)]


def _name_keys(record: Record) -> tuple[str, ...]:
    """The folded name, with and without a word that lists ignore in front."""
    if has_han(record.partner):
        return ()
    bare = _LEADING.sub("", record.partner, count=1) if _LEADING.match(record.partner) else ""
    names = dict.fromkeys(x for x in (record.partner, bare) if x)
    return tuple(k for x in names for k in dict.fromkeys((fold(x), _by_words(x))))


def _by_words(name: str) -> str:
    """Word by word: Xi'an before Xiamen, New York before Newark."""
    return " ".join(fold(word) for word in re.split(r"[\s'’.,-]+", name))


def alphabetical_order(facts: Facts) -> Iterator[Draft]:
    """Partners that stand out of the alphabetical order of their block."""
    for source in facts.sources:
        for run in _blocks(source, _name_keys):
            for record, where, other in run.misplaced():
                yield Draft(
                    "alphabetical-order",
                    [record.partner_ref, other.partner_ref],
                    {
                        "name": record.partner,
                        "where": where,
                        "before": other.partner,
                        "among": "block",
                        "host": record.host,
                    },
                    records=[record.id],
                )


def _date_keys(record: Record) -> tuple[str, ...]:
    """The date, as text that sorts; a year alone fits anywhere in it."""
    if record.date is None:
        return ()
    return tuple(dict.fromkeys((record.date.first.isoformat(), record.date.last.isoformat())))


def date_order(facts: Facts) -> Iterator[Draft]:
    """Rows that stand out of the order of dates of their block."""
    for source in facts.sources:
        for run in _blocks(source, _date_keys):
            for record, where, other in run.misplaced():
                yield Draft(
                    "date-order",
                    [record.date_ref or record.partner_ref, other.date_ref or other.partner_ref],
                    {
                        "partner": record.partner,
                        "host": record.host,
                        "date": str(record.date),
                        "where": where,
                        "before": other.partner,
                        "before_date": str(other.date),
                    },
                    records=[record.id],
                )


# -- sections and hosts of a list --------------------------------------------------------------


def section_order(facts: Facts) -> Iterator[Draft]:
    """Sections about provinces that stand out of the official order, which the others keep."""
    ranks = official_order(facts.home.country)
    for source in facts.sources:
        sections = [s for s in source.sections if s.province and fold(s.province) in ranks]
        run = _Run(sections, [(ranks[fold(s.province or "")],) for s in sections])
        tolerated = (1 - SECTIONS_IN_ORDER) * len(sections)
        if len(sections) < FEWEST_SECTIONS or len(run.wrong) > tolerated:
            continue
        for section, where, other in run.misplaced():
            yield Draft(
                "order",
                [section.ref, other.ref],
                {
                    "name": section.title,
                    "where": where,
                    "before": other.title,
                    "count": len(sections) - len(run.wrong),
                    "all": len(sections),
                    "by": "official",
                },
                key=[section.title],
            )


def host_order(facts: Facts) -> Iterator[Draft]:
    """Host titles in Latin letters that stand out of the alphabetical order of the list."""
    for source in facts.sources:
        blocks = [b for b in source.blocks if b.host and not has_han(b.host)]
        run = _Run(
            blocks, [tuple(dict.fromkeys((_by_words(b.host), fold(b.host)))) for b in blocks]
        )
        if len(blocks) < FEWEST or len(run.wrong) > (1 - IN_ORDER) * len(blocks):
            continue
        for block, where, other in run.misplaced():
            yield Draft(
                "alphabetical-order",
                [block.ref, other.ref],
                {"name": block.host, "where": where, "before": other.host, "among": "hosts"},
                key=[block.host],
            )


def letter_headings(facts: Facts) -> Iterator[Draft]:
    """Hosts under the heading of another letter than their first: one is wrong or missing."""
    for source in facts.sources:
        letters = {s.ref.line: s for s in source.sections if _LETTER.fullmatch(s.title)}
        if len(letters) < FEWEST_SECTIONS:
            continue
        level = min(s.level for s in letters.values())
        tops = [s.ref.line for s in source.sections if s.level <= level]
        above = [(b, tops[bisect_right(tops, b.ref.line) - 1]) for b in source.blocks]
        under = [(b, letters[line]) for b, line in above if b.host and line in letters]
        wrong = [(b, s) for b, s in under if fold(b.host)[:1] != s.title.casefold()]
        if len(wrong) > (1 - IN_ORDER) * len(under):
            continue
        for block, section in wrong:
            yield Draft(
                "letter-heading",
                [block.ref, section.ref],
                {"host": block.host, "letter": section.title},
                key=[block.host],
            )


CHECKS = (
    Check(alphabetical_order, ("alphabetical-order",)),
    Check(date_order, ("date-order",)),
    Check(section_order, ("order",)),
    Check(host_order, ("alphabetical-order",)),
    Check(letter_headings, ("letter-heading",)),
)
