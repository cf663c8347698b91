"""Links measured against links judged by hand.

Precision and recall count `match`, `renamed` and `level` as right answers. Rows whose `sure` is 0,
rows judged `elsewhere`, and links between different hosts count neither way.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reconcile.errors import ReconcileError

RIGHT = {"match", "renamed", "level"}
WRONG = {"absent", "no_host", "out_of_scope", "empty"}
_COLUMNS = {"zh_line", "host", "partner", "verdict", "en_line", "sure"}


@dataclass(frozen=True, slots=True)
class Label:
    """One graded row: the Chinese line, and the English lines that are right answers."""

    zh_line: int
    host: str
    partner: str
    verdict: str
    en_lines: frozenset[int]
    sure: bool


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


def read_labels(text: str, path: str) -> list[Label]:
    """Graded rows of a CSV file.

    Raises:
        ReconcileError: a column is missing or a value is none of those known.
    """
    rows = csv.DictReader(io.StringIO(text))
    missing = _COLUMNS - set(rows.fieldnames or ())
    if missing:
        raise ReconcileError(f"the column {sorted(missing)[0]} is missing", path=path, line=1)
    labels = []
    for row in rows:
        try:
            lines = frozenset(int(x) for x in row["en_line"].split(";") if x)
            label = Label(
                int(row["zh_line"]),
                row["host"],
                row["partner"],
                row["verdict"],
                lines,
                row["sure"] == "1",
            )
        except (ValueError, AttributeError, TypeError):
            message = "zh_line and en_line must be numbers (several joined by ;)"
            raise ReconcileError(message, path=path, line=rows.line_num) from None
        if label.verdict not in RIGHT | WRONG | {"elsewhere"}:
            message = f"unknown verdict {label.verdict!r}"
            raise ReconcileError(message, path=path, line=rows.line_num)
        labels.append(label)
    return labels


def grade(report: Mapping[str, Any], labels: Sequence[Label]) -> Grades:
    """Compare the links of a report (as in report.json) with graded rows."""
    zh = _by_line([r for r in report["records"] if r["side"] == "zh"], labels)
    records = {r["id"]: r for r in report["records"]}
    links = {link["zh"]: link for link in report["links"]}
    right = wanted = 0
    wrong, missed, unread = [], [], []
    for label in labels:
        if not label.sure or label.verdict == "elsewhere":
            continue
        record = zh.get(label.zh_line)
        link = links.get(record["id"]) if record else None
        if record is None and label.verdict != "empty":
            unread.append(label)
        if link is not None and link["relation"] == "other-host":
            continue
        wanted += label.verdict in RIGHT
        en = records[link["en"]] if link else None
        if label.verdict in RIGHT and en and en["line"] in label.en_lines:
            right += 1
        elif link and en:
            shown = f"{en['host']['text']} – {en['partner']['text']}"
            wrong.append(Miss(label, shown, link["probability"]))
        if label.verdict in RIGHT and not (en and en["line"] in label.en_lines):
            missed.append(Miss(label, None, None))
    return Grades(right, wanted, tuple(wrong), tuple(missed), tuple(unread))


def _by_line(
    records: Sequence[Mapping[str, Any]], labels: Sequence[Label]
) -> dict[int, Mapping[str, Any]]:
    """Records by line and row line, of the source that most labels join with."""
    best: dict[int, Mapping[str, Any]] = {}
    score = -1
    for source in dict.fromkeys(r["source"] for r in records):
        mine = [r for r in records if r["source"] == source]
        table = {r["row_line"]: r for r in mine} | {r["line"]: r for r in mine}
        joined = sum(
            1 for x in labels if (r := table.get(x.zh_line)) and r["partner"]["text"] == x.partner
        )
        if joined > score:
            best, score = table, joined
    return best


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
    report: Mapping[str, Any],
    labels: Sequence[Label],
    considered: Sequence[tuple[str, str, float]],
) -> tuple[float, list[Bin]]:
    """Expected calibration error over all pairs compared for the graded rows, and its bins.

    Args:
        report: as in report.json.
        labels: graded rows; those that are not sure count neither way.
        considered: (Chinese record id, English record id, probability) of each pair.
    """
    zh = _by_line([r for r in report["records"] if r["side"] == "zh"], labels)
    records = {r["id"]: r for r in report["records"]}
    graded = {
        zh[x.zh_line]["id"]: x
        for x in labels
        if x.sure and x.verdict != "elsewhere" and x.zh_line in zh
    }
    outcomes = []
    for zh_id, en_id, chance in considered:
        if label := graded.get(zh_id):
            right = label.verdict in RIGHT and records[en_id]["line"] in label.en_lines
            outcomes.append((chance, right))
    bins = []
    for low, high in pairwise(EDGES):
        inside = [o for o in outcomes if low <= o[0] < high or (high == 1.0 and o[0] == 1.0)]
        if inside:
            expected = sum(p for p, _ in inside) / len(inside)
            observed = sum(right for _, right in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), expected, observed))
    total = sum(b.pairs for b in bins)
    error = sum(b.pairs * abs(b.expected - b.observed) for b in bins) / max(1, total)
    return error, bins


THRESHOLDS = (0.5, 0.75, 0.9, 0.95, 0.99, 0.999)


def risk_and_coverage(
    report: Mapping[str, Any], labels: Sequence[Label]
) -> list[tuple[float, int, Grades]]:
    """Grades if only links of at least a probability were kept: (probability, links, grades)."""
    rows = []
    for least in THRESHOLDS:
        kept = [link for link in report["links"] if link["probability"] >= least]
        rows.append((least, len(kept), grade({**report, "links": kept}, labels)))
    return rows
