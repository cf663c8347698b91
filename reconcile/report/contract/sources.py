"""The sources of a report."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.models import Side
from reconcile.report.contract.values import (
    Count,
    Counts,
    Date,
    Part,
    Position,
    Sha256,
    SourceId,
    Text,
)


@dataclass(frozen=True)
class SavedAccounting(Part):
    """What the lines of a source were used as; they add up to all its lines."""

    record: Count
    structure: Count
    ignored: Counts
    """Reason → lines."""
    not_understood: Count


@dataclass(frozen=True)
class SavedSource(Part):
    """One file that was read."""

    id: SourceId
    """`zh:` or `en:` and the name of the file."""
    side: Side
    path: Text
    """As the user wrote it."""
    sha256: Sha256
    lines: Count
    accounting: SavedAccounting
    records: Count = 0
    dated: Count = 0
    """How many of its records have a date."""
    first_date: Date | None = None
    last_date: Date | None = None
    lines_not_understood: tuple[Position, ...] = ()
