"""The counts of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.models import Side, VerdictName
from reconcile.report.contract.values import (
    ByEveryVerdict,
    ByVerdict,
    Count,
    Counts,
    Id,
    Part,
    Position,
    SourceId,
    Text,
)


@dataclass(frozen=True)
class SavedComparable(Part):
    """Records that could be compared, of each side, and the agreements they make."""

    zh: Count
    en: Count
    agreements: Count
    zh_all: Count
    en_all: Count


@dataclass(frozen=True)
class SavedReason(Part):
    """How often a verdict was given for one reason."""

    verdict: VerdictName
    reason: Id
    count: Count
    zh: Count
    en: Count


@dataclass(frozen=True)
class SavedFindingCounts(Part):
    """How many findings there are; all but `total` and `settled` count the open ones."""

    total: Count
    open: Count
    settled: Count
    entries: Count
    by_family: Counts = field(default_factory=dict)
    by_name: Counts = field(default_factory=dict)
    by_code: Counts = field(default_factory=dict)
    by_severity: Counts = field(default_factory=dict)
    by_origin: Counts = field(default_factory=dict)
    entries_by: Mapping[Text, Counts] = field(default_factory=dict)
    """The same for entries: findings that are mended in one go."""


@dataclass(frozen=True)
class SavedProvince(Part):
    """The verdicts of one province; its name is empty where it is not known."""

    name: Text
    title: Text
    zh: Count
    en: Count
    verdicts: ByVerdict
    empty_in: Side | None
    """The list that announces the province and leaves it empty."""


@dataclass(frozen=True)
class SavedSection(Part):
    """The verdicts of one section of one source."""

    source: SourceId
    side: Side
    title: Text
    line: Position
    records: Count
    verdicts: ByVerdict


@dataclass(frozen=True)
class SavedRuleCounts(Part):
    """How many rules were read, and how many of them had an effect."""

    used: Count
    read: Count


@dataclass(frozen=True)
class SavedCounts(Part):
    """Every number that other outputs show."""

    comparable: SavedComparable
    verdicts: ByEveryVerdict
    reasons: tuple[SavedReason, ...] = field(default=(), kw_only=True)
    findings: SavedFindingCounts
    provinces: tuple[SavedProvince, ...] = field(default=(), kw_only=True)
    sections: tuple[SavedSection, ...] = field(default=(), kw_only=True)
    rules: SavedRuleCounts
    lines_not_understood: Count
