"""`reconcile eval`: links against graded links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from reconcile.matching.candidates import CandidatePair
from reconcile.matching.comparison import Comparer, Comparison
from reconcile.models import Record, Result
from reconcile.names.model import NameModel
from reconcile.project.files import read_text
from reconcile.project.prepare import prepare
from reconcile.project.request import Request
from reconcile.report.contract import SavedReport
from reconcile.report.json import saved_report
from reconcile.report.saved.grading import Grades, calibration, grade, risk_and_coverage
from reconcile.report.saved.label_file import Label, read_labels
from reconcile.report.saved.read import read_report
from reconcile.report.view.view import build_view


def run_evaluation(path: str, request: Request, report: str | None) -> None:
    """Grade a report, or two runs: with and without the name entries written by hand."""
    labels = read_labels(read_text(path, "the label file"), path)
    if report:
        data, result = read_report(read_text(report, "the report"), report), None
        runs = {"report": grade(data, labels)}
    else:
        result = prepare(request).run()
        data = _report(result)
        bare = prepare(replace(request, curated=False)).run()
        runs = {
            "no rules": grade(data, labels),
            "no hand-written names": grade(_report(bare), labels),
        }
    for line in _lines(runs, data, labels, result):
        print(line)


def _lines(
    runs: Mapping[str, Grades], data: SavedReport, labels: Sequence[Label], result: Result | None
) -> Iterator[str]:
    """All that is printed of the first of the runs, and how the others compare with it."""
    yield from _table(runs)
    yield from _misses(next(iter(runs.values())), result)
    yield from _risk(data, labels)
    if result is not None:
        yield from _calibration(data, labels, result)


def _misses(grades: Grades, result: Result | None) -> Iterator[str]:
    for miss in grades.wrong:
        yield f"wrong: {_row(miss.label)} → {miss.linked_to} ({miss.probability:.2f})"
    for miss in grades.missed:
        yield f"missed: {_row(miss.label)}"
        if result is not None:
            yield from (f"        {line}" for line in _for_and_against(result, miss.label))
    for label in grades.unread:
        yield f"not read: {_row(label)}"


def _row(label: Label) -> str:
    return f"line {label.zh_line} {label.host} – {label.partner} [{label.verdict}]"


def _table(runs: Mapping[str, Grades]) -> Iterator[str]:
    yield f"{'':26}{'right':>10}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}{'F1':>8}"
    for name, g in runs.items():
        yield (
            f"{name:26}{f'{g.right}/{g.wanted}':>10}{len(g.wrong):7}{len(g.missed):8}"
            f"{g.precision:11.4f}{g.recall:8.4f}{g.f1:8.4f}"
        )


def _risk(data: SavedReport, labels: Sequence[Label]) -> Iterator[str]:
    yield ""
    yield "links kept by probability (risk and coverage)"
    yield f"{'at least':>9}{'links':>7}{'right':>8}{'wrong':>7}{'precision':>11}{'recall':>8}"
    for least, count, g in risk_and_coverage(data, labels):
        yield (
            f"{least:9.3f}{count:7}{g.right:8}{len(g.wrong):7}{g.precision:11.4f}{g.recall:8.4f}"
        )


def _calibration(data: SavedReport, labels: Sequence[Label], result: Result) -> Iterator[str]:
    error, bins = calibration(data, labels, result.considered)
    yield ""
    yield f"calibration over all pairs compared (expected error {error:.4f})"
    yield f"{'probability':>14}{'pairs':>7}{'expected':>10}{'observed':>10}"
    for b in bins:
        yield (
            f"{f'{b.low:.2f} to {b.high:.2f}':>14}{b.pairs:7}{b.expected:10.3f}{b.observed:10.3f}"
        )


def _for_and_against(result: Result, label: Label) -> Iterator[str]:
    """What spoke for and against the right answer, and for the best other one."""
    english = [r for r in result.records if r.side == "en"]
    rows = (r for r in result.records if r.side == "zh" and label.zh_line in (r.row_line, r.line))
    zh = next(rows, None)
    right = [r for r in english if r.line in label.en_lines]
    if zh is None or not right:
        yield "the row or its counterpart was not read"
        return
    host = result.hosts[right[0].id].block
    if result.hosts[zh.id].block != host:
        yield f"its host {zh.host} was not linked to the block {right[0].host}"
    comparer = Comparer(NameModel.load(), countries=Counter(r.country for r in english))
    block = (r for r in english if result.hosts[r.id].block == host)
    compared = comparer.compare([CandidatePair(zh, en, False) for en in block])
    yield from _weighed(compared, right)


def _weighed(compared: Sequence[Comparison], right: Sequence[Record]) -> Iterator[str]:
    """The evidence of the right answers and of the best other one, the likeliest first."""
    ranked = sorted(compared, key=lambda c: -c.weight)
    others = (c for c in ranked if c.pair.en not in right)
    for comparison in (*(c for c in ranked if c.pair.en in right), *islice(others, 1)):
        pieces = ", ".join(f"{e.name} {e.weight:+.2f}" for e in comparison.evidence)
        yield f"{_name(comparison.pair.en)} {comparison.weight:+.2f}: {pieces}"


def _name(record: Record) -> str:
    return f"{record.partner} ({record.country})"


def _report(result: Result) -> SavedReport:
    return saved_report(result, build_view(result))
