"""The links of a report measured against links judged by hand.

Precision and recall count `match`, `renamed` and `level` as right answers. Rows whose `sure` is 0,
rows judged `elsewhere`, and links between different hosts count neither way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile.report.contract import SavedLink, SavedRecord, SavedReport
from reconcile.report.saved.label_file import RIGHT, Label


@dataclass(frozen=True, slots=True)
class Miss:
    """A graded row that was not linked as it should be."""

    label: Label
    linked_to: str | None
    probability: float | None


@dataclass(frozen=True, slots=True)
class Grades:
    """Counts of right, wrong and missing links, with the rows behind them."""

    right: int
    wanted: int
    wrong: tuple[Miss, ...]
    missed: tuple[Miss, ...]
    unread: tuple[Label, ...]

    @property
    def precision(self) -> float:
        """Right links among the links made; 1 where none was made."""
        made = self.right + len(self.wrong)
        return self.right / made if made else 1.0

    @property
    def recall(self) -> float:
        """Right links among those that can be made; 1 where there are none."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A label with the record that it is about, if it was read, and that record's link, if any."""

    label: Label
    record: SavedRecord | None
    link: SavedLink | None
    linked_to: SavedRecord | None

    @property
    def wanted(self) -> bool:
        return self.label.verdict in RIGHT

    @property
    def right(self) -> bool:
        return self.linked_to is not None and self.label.accepts(self.linked_to.line)

    @property
    def unread(self) -> bool:
        return self.record is None and self.label.verdict != "empty"


def grade(report: SavedReport, labels: Sequence[Label]) -> Grades:
    """Compare the links of a report with graded rows."""
    rows = list(_rows(report, labels))
    counted = [row for row in rows if not row.link or row.link.relation != "other-host"]
    failed = [row for row in counted if not row.right]
    return Grades(
        right=len(counted) - len(failed),
        wanted=sum(row.wanted for row in counted),
        wrong=tuple(_wrong(row) for row in failed if row.link),
        missed=tuple(Miss(row.label, None, None) for row in failed if row.wanted),
        unread=tuple(row.label for row in rows if row.unread),
    )


def _rows(report: SavedReport, labels: Sequence[Label]) -> Iterator[_Row]:
    zh = _by_line(report, labels)
    links = {link.zh: link for link in report.links}
    for label in labels:
        if label.counts:
            record = zh.get(label.zh_line)
            link = links.get(record.id) if record else None
            yield _Row(label, record, link, report.records_by_id[link.en] if link else None)


def _wrong(row: _Row) -> Miss:
    assert row.link
    assert row.linked_to
    return Miss(row.label, row.linked_to.pair, row.link.probability)


def _by_line(report: SavedReport, labels: Sequence[Label]) -> Mapping[int, SavedRecord]:
    """Chinese records by line and row line, of the source that most labels join with."""

    def joined(table: Mapping[int, SavedRecord]) -> int:
        found = ((table[x.zh_line], x) for x in labels if x.zh_line in table)
        return sum(record.partner.text == x.partner for record, x in found)

    records = [r for r in report.records if r.side == "zh"]
    sources = dict.fromkeys(r.source for r in records)
    tables = [_table([r for r in records if r.source == source]) for source in sources]
    return max(tables, key=joined, default={})


def _table(records: Sequence[SavedRecord]) -> dict[int, SavedRecord]:
    return {r.row_line: r for r in records} | {r.line: r for r in records}


# --- How sure links are ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of like probability: how many, their mean probability, and the share that is right."""

    low: float
    high: float
    pairs: int
    expected: float
    observed: float


EDGES = (0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1.0)


def calibration(
    report: SavedReport,
    labels: Sequence[Label],
    considered: Sequence[tuple[str, str, float]],
) -> tuple[float, list[Bin]]:
    """Expected calibration error over all pairs compared for the graded rows, and its bins.

    Args:
        report: the report of the run.
        labels: graded rows; those that are not sure count neither way.
        considered: (Chinese record id, English record id, probability) of each pair.
    """
    zh = _by_line(report, labels)
    graded = {zh[x.zh_line].id: x for x in labels if x.counts and x.zh_line in zh}
    outcomes = [
        (chance, graded[zh_id].accepts(report.records_by_id[en_id].line))
        for zh_id, en_id, chance in considered
        if zh_id in graded
    ]
    bins = list(_bins(outcomes))
    total = sum(b.pairs for b in bins)
    error = sum(b.pairs * abs(b.expected - b.observed) for b in bins) / max(1, total)
    return error, bins


def _bins(outcomes: Sequence[tuple[float, bool]]) -> Iterator[Bin]:
    """Those that hold any pair; certainty falls into the last."""
    for low, high in pairwise(EDGES):
        inside = [o for o in outcomes if low <= o[0] < high or high == o[0] == EDGES[-1]]
        if inside:
            expected = sum(p for p, _ in inside) / len(inside)
            observed = sum(right for _, right in inside) / len(inside)
            yield Bin(low, high, len(inside), expected, observed)


THRESHOLDS = (0.5, 0.75, 0.9, 0.95, 0.99, 0.999)


def risk_and_coverage(
    report: SavedReport, labels: Sequence[Label]
) -> list[tuple[float, int, Grades]]:
    """Grades if only links of at least a probability were kept: (probability, links, grades)."""
    rows = []
    for least in THRESHOLDS:
        kept = tuple(link for link in report.links if link.probability >= least)
        rows.append((least, len(kept), grade(replace(report, links=kept), labels)))
    return rows
