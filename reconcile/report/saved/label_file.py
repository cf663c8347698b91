"""Links judged by hand: the label files that a report is graded against.

They join with a report by the numbers of its lines and speak of its links, so that whoever changes
the report's contract finds them beside what else reads it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from reconcile.errors import ReconcileError

RIGHT = {"match", "renamed", "level"}
"""Verdicts that name a right answer."""
WRONG = {"absent", "no_host", "out_of_scope", "empty"}
"""Verdicts by which any link is wrong."""
ELSEWHERE = "elsewhere"
"""The verdict of a row whose counterpart stands under another host."""
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

    @property
    def counts(self) -> bool:
        """Whether a link of this row counts at all, for or against."""
        return self.sure and self.verdict != ELSEWHERE

    def accepts(self, en_line: int) -> bool:
        """Whether a link to this English line is right."""
        return self.verdict in RIGHT and en_line in self.en_lines


def read_labels(text: str, path: str) -> list[Label]:
    """Graded rows of a CSV file.

    Raises:
        ReconcileError: it is no CSV, a column is missing or a value is none of those known.
    """
    rows = csv.DictReader(io.StringIO(text, newline=None))
    try:
        missing = _COLUMNS - set(rows.fieldnames or ())
        if missing:
            raise ReconcileError(f"the column {min(missing)} is missing", path=path, line=1)
        return [_label(row, path, rows.line_num) for row in rows]
    except csv.Error as error:
        raise ReconcileError(f"this is no CSV: {error}", path=path, line=rows.line_num) from None


def _label(row: dict[str, str], path: str, line: int) -> Label:
    try:
        label = Label(
            zh_line=int(row["zh_line"]),
            host=row["host"],
            partner=row["partner"],
            verdict=row["verdict"],
            en_lines=frozenset(int(x) for x in row["en_line"].split(";") if x),
            sure=row["sure"] == "1",
        )
    except (ValueError, AttributeError, TypeError):
        message = "zh_line and en_line must be numbers (several joined by ;)"
        raise ReconcileError(message, path=path, line=line) from None
    if label.verdict not in RIGHT | WRONG | {ELSEWHERE}:
        raise ReconcileError(f"unknown verdict {label.verdict!r}", path=path, line=line)
    return label
