from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.models import Result
from reconcile.report.contract import SavedLink, SavedRecord, SavedReport
from reconcile.report.json import saved_report
from reconcile.report.saved.grading import calibration, grade, risk_and_coverage
from reconcile.report.saved.label_file import Label
from reconcile.report.view.view import View


def label(line: int, verdict: str, *en_lines: int, sure: bool = True) -> Label:
    return Label(line, "h", "x", verdict, frozenset(en_lines), sure)


LABELS = (
    label(5, "match", 4),
    label(6, "match", 9, 5),
    label(7, "absent"),
    label(8, "match", 8, sure=False),
    label(9, "elsewhere", 1),
    label(10, "renamed", 7),
)


@pytest.fixture(scope="module")
def empty(view: View, result: Result) -> SavedReport:
    """Six Chinese rows, in the lines 5 to 10, and nine English ones, in 1 to 9; no links."""
    report = saved_report(result, view)
    zh, en = (next(r for r in report.records if r.side == side) for side in ("zh", "en"))

    def row(r: SavedRecord, line: int) -> SavedRecord:
        partner = replace(r.partner, text="x")
        return replace(r, id=f"{r.side}{line}", line=line, row_line=line, partner=partner)

    records = (*(row(zh, n) for n in range(5, 11)), *(row(en, n) for n in range(1, 10)))
    return replace(report, records=records, links=())


def linked(empty: SavedReport, *pairs: tuple[int, int], relation: str = "same") -> SavedReport:
    links = tuple(
        SavedLink(f"l{zh}", f"zh{zh}", f"en{en}", relation, 0.9, "score", (), None, None)  # type: ignore[arg-type]
        for zh, en in pairs
    )
    return replace(empty, links=links)


def test_right_wrong_missed_and_left_out(empty: SavedReport) -> None:
    grades = grade(linked(empty, (5, 4), (6, 5), (7, 3), (8, 1), (9, 1)), LABELS)
    assert (grades.right, grades.wanted) == (2, 3)
    assert [m.label.zh_line for m in grades.wrong] == [7]
    assert [m.label.zh_line for m in grades.missed] == [10]
    assert grades.precision == pytest.approx(2 / 3)
    assert grades.recall == pytest.approx(2 / 3)
    assert grades.f1 == pytest.approx(2 / 3)


def test_a_wrong_answer_to_an_answerable_row_is_wrong_and_missed(empty: SavedReport) -> None:
    grades = grade(linked(empty, (5, 9)), LABELS)
    assert [(m.label.zh_line, m.probability) for m in grades.wrong] == [(5, 0.9)]
    assert 5 in {m.label.zh_line for m in grades.missed}


def test_links_between_different_hosts_count_neither_way(empty: SavedReport) -> None:
    grades = grade(linked(empty, (7, 3), (5, 9), relation="other-host"), LABELS)
    assert (grades.right, grades.wanted, grades.wrong) == (0, 2, ())


def test_a_row_that_was_not_read_is_named_unless_it_is_empty(empty: SavedReport) -> None:
    grades = grade(empty, [label(99, "match", 1), label(98, "empty"), label(97, "absent")])
    assert [x.zh_line for x in grades.unread] == [99, 97]


def test_labels_join_the_source_that_they_fit_best(empty: SavedReport) -> None:
    strangers = tuple(
        replace(r, id=f"other{r.line}", source="zh:other.md", partner=replace(r.partner, text="y"))
        for r in empty.records
        if r.side == "zh"
    )
    two = replace(empty, records=(*strangers, *empty.records))
    assert grade(linked(two, (5, 4)), LABELS).right == 1


def test_nothing_made_and_nothing_wanted_is_no_failure(empty: SavedReport) -> None:
    grades = grade(empty, [label(7, "absent")])
    assert (grades.precision, grades.recall, grades.f1) == (1, 1, 1)


def test_a_higher_threshold_keeps_fewer_links(empty: SavedReport) -> None:
    rows = risk_and_coverage(linked(empty, (5, 4), (7, 3)), LABELS)
    kept = {least: (count, g.right, len(g.wrong)) for least, count, g in rows}
    assert kept[0.9] == (2, 1, 1)
    assert kept[0.95] == (0, 0, 0)


def test_calibration_counts_every_pair_of_a_graded_row(empty: SavedReport) -> None:
    considered = [
        ("zh5", "en4", 0.8),
        ("zh5", "en9", 0.8),
        ("zh8", "en8", 1.0),
        ("zh7", "en1", 1.0),
    ]
    error, bins = calibration(empty, LABELS, considered)
    assert [(b.low, b.pairs, b.expected, b.observed) for b in bins] == [
        (0.75, 2, 0.8, 0.5),
        (0.99, 1, 1.0, 0.0),
    ]
    assert error == pytest.approx((2 * 0.3 + 1 * 1.0) / 3)
