"""Rows of a list in both languages: each has two names, and so says which belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reconcile.models import ParsedSource, Record


def mates_of(sources: Iterable[ParsedSource]) -> dict[str, Record]:
    """Chinese record id → the English record of the same row, of sources that are `paired`.

    Of lines with several rows (JSON without line breaks) only those that have as many names in both
    languages are paired.
    """
    rows: dict[tuple[str, int], list[Record]] = defaultdict(list)
    for source in sources:
        if source.document.paired:
            for record in source.records:
                rows[source.document.path, record.row_line].append(record)
    found: dict[str, Record] = {}
    for named in rows.values():
        ordered = sorted(named, key=lambda r: (r.partner_ref.line, r.partner_ref.column))
        zh, en = ([r for r in ordered if r.side == side] for side in ("zh", "en"))
        if len(zh) == len(en):
            found |= {own.id: mate for own, mate in zip(zh, en, strict=True)}
    return found
