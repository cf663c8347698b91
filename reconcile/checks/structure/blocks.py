"""Checks of blocks: copied blocks, blank lines inside one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.models import Record

_FEWEST_ENTRIES = 3
"""Shorter blocks may well have the same partners."""
_FEWEST_NEARLY = 5
_NEARLY = 0.8
"""The share of its entries, of `_FEWEST_NEARLY` or more, that makes a block a near copy."""
_OWN_HABIT = 1 / 3
"""From this share of rows on, blank lines before them are how the list is written."""


def repeated_blocks(facts: Facts) -> Iterator[Draft]:
    """Blocks that hold the same partners in the same order as another, or nearly so."""
    for source in facts.sources:
        rows: dict[str, list[Record]] = defaultdict(list)
        for record in source.records:
            rows[record.block].append(record)
        titles = {b.id: b for b in source.blocks}
        entries = {b: tuple(f"{r.partner}/{r.country}" for r in rs) for b, rs in rows.items()}
        for first, later, shared in _copies(entries):
            host, other = titles[later].host, titles[first].host
            if host == other:
                continue
            whole = entries[first] == entries[later]
            yield Draft(
                "repeated-block",
                [titles[later].ref, titles[first].ref],
                {
                    "host": host,
                    "other": other,
                    "count": shared,
                    "all": len(entries[later]),
                    "how": "all" if whole else "most",
                },
                records=[r.id for r in rows[later]],
                key=[host, other],
                subject=[],
                severity=None if whole else "notice",
            )


def _copies(blocks: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, int]]:
    """(block, later block, entries they share in one order): each block with the first it repeats.

    Only blocks with entries in common are compared, so that long lists take no longer.
    """
    order = {block: n for n, block in enumerate(blocks)}
    having: dict[str, set[str]] = defaultdict(set)
    for later, entries in blocks.items():
        common = Counter(b for entry in set(entries) for b in having[entry])
        for first in sorted(common, key=order.__getitem__):
            if shared := _shared(entries, blocks[first], common[first]):
                yield first, later, shared
                break
        for entry in entries:
            having[entry].add(later)


def _shared(one: Sequence[str], other: Sequence[str], common: int) -> int:
    """How many entries two blocks share in one order, if one is a copy of the other; else 0.

    Copies have three entries or more; near copies five or more, of which they share nearly all.
    `common` is how many entries both have, in any order.
    """
    longer = max(len(one), len(other))
    if one == other:
        return longer if longer >= _FEWEST_ENTRIES else 0
    fewest = max(_NEARLY * longer, _FEWEST_NEARLY - 1)
    if longer < _FEWEST_NEARLY or common < fewest:
        return 0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    shared = sum(m.size for m in matcher.get_matching_blocks())
    return shared if shared >= fewest else 0


def split_lists(facts: Facts) -> Iterator[Draft]:
    """Blank lines between two rows of one block, where the list does not part its rows so."""
    for source in facts.sources:
        gaps = sum(r.gap_before for r in source.records)
        if gaps > 1 and gaps > _OWN_HABIT * (len(source.records) - len(source.blocks)):
            continue
        titles = {b.id: b.host for b in source.blocks}
        for before, record in pairwise(source.records):
            if record.gap_before:
                document = source.document
                blank = document.start_of(record.row_line - 1)
                yield Draft(
                    "split-list",
                    [document.ref(blank, blank), record.partner_ref],
                    {"host": titles[record.block], "partner": record.partner},
                    origin="copy",
                    records=[record.id, before.id],
                    subject=[record.id],
                    group=group_id("split-list", document.side),
                )


CHECKS = (
    Check(repeated_blocks, ("repeated-block",)),
    Check(split_lists, ("split-list",)),
)
