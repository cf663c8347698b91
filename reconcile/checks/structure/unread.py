"""Checks of what was left over in reading: lines and columns that nothing was made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.dates import find_dates
from reconcile.models import Document, SourceRef
from reconcile.vocabulary import CONCLUDED_ZH, TWINNED_EN, TWINNED_ZH

_LONGEST_SHOWN = 80
_TWINNED = re.compile(rf"{TWINNED_ZH}|{CONCLUDED_ZH}|\b(?:{TWINNED_EN})", re.IGNORECASE)
_HEADS = re.compile(r"[:：]\W*$")
"""How a line ends that heads what follows it."""


def lines_not_understood(facts: Facts) -> Iterator[Draft]:
    """Lines, or items on one, that are neither data nor structure nor known to be ignorable."""
    for source in facts.sources:
        document = source.document
        lines = (i for i, use in enumerate(source.uses, 1) if use == "not-understood")
        for ref in (*(_whole(document, line) for line in lines), *source.hidden):
            text = ref.text.strip()
            yield Draft(
                "line-not-understood",
                [ref],
                {"place": document.id, "text": text[:_LONGEST_SHOWN]},
                origin="unknown",
                key=[text],
                group=group_id("line-not-understood", document.side),
            )


def lines_left_aside(facts: Facts) -> Iterator[Draft]:
    """Lines that were taken for prose, remarks or another table, and look like agreements.

    They have a date, and are of a table or have a word for twin towns.
    """
    for source in facts.sources:
        document = source.document
        for line, use in enumerate(source.uses, 1):
            if use in _LEFT_ASIDE and _states_agreement(document.lines[line - 1], use):
                text = document.lines[line - 1].strip()
                yield Draft(
                    "line-left-aside",
                    [_whole(document, line)],
                    {"place": document.id, "reason": use.partition(":")[2]},
                    origin="unknown",
                    key=[text],
                    group=group_id("line-left-aside", document.side, use),
                )


_LEFT_ASIDE = ("ignored:prose", "ignored:remark", "ignored:other-table")


def _states_agreement(text: str, use: str) -> bool:
    told = use == "ignored:other-table" or bool(_TWINNED.search(text))
    return told and not _HEADS.search(text) and bool(find_dates(text))


def _whole(document: Document, line: int) -> SourceRef:
    start = document.start_of(line)
    return document.ref(start, start + len(document.lines[line - 1]))


def columns_not_used(facts: Facts) -> Iterator[Draft]:
    """Columns whose cells became part of no record, and are no numbers of rows."""
    for source in facts.sources:
        document = source.document
        if document.paired and document.side == "en":
            continue  # the same file is told of for the other side
        for column in source.columns:
            if column.used_as is None and column.filled:
                yield Draft(
                    "unused-column",
                    [column.ref],
                    {"place": document.id, "column": column.title or "—", "filled": column.filled},
                    origin="unknown",
                    key=[document.id, column.title],
                    group=group_id("unused-column", document.side),
                )


CHECKS = (
    Check(lines_not_understood, ("line-not-understood",)),
    Check(lines_left_aside, ("line-left-aside",)),
    Check(columns_not_used, ("unused-column",)),
)
