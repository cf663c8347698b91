"""What a run makes of the rows, beside what is true of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import reconcile
from benchmarks.dated.lists import ListPair, Row
from benchmarks.dated.written import Written, write
from reconcile.models import Record, Verdict

AS_OF = "2026-01-01"
OUTCOMES = (
    "agree",
    "differently",
    "conflict-name",
    "conflict",
    "apart-name",
    "apart",
    "open",
    "incomparable",
    "wrong link",
)
"""What became of a row. `-name`: with the finding `wrong-name`; `apart`: each list has it alone;
`open`: so, and told as a possible link; `wrong link`: linked with the row of another agreement."""
OPEN = frozenset(("weak-link", "tied-link", "many-to-one"))


@dataclass(frozen=True, slots=True)
class Graded:
    """A row, how many others of its host share its day, what became of it, and the findings."""

    row: Row
    sharing: int
    outcome: str
    told: frozenset[str]

    @property
    def is_linked(self) -> bool:
        """Whether the two rows are taken for one agreement."""
        return self.outcome in ("agree", "differently", "conflict-name", "conflict")

    @property
    def agrees(self) -> bool:
        """Whether the row counts among those on which the lists agree."""
        return self.outcome in ("agree", "differently")


class Run(NamedTuple):
    """The verdicts and findings of a run by record."""

    records: dict[str, Record]
    verdicts: dict[str, Verdict]
    findings: dict[str, set[str]]


def graded(pair: ListPair, folder: Path) -> list[Graded]:
    """Write a pair of lists, run the program on them once, and grade every row."""
    files = write(pair, folder)
    result = reconcile.run(files.zh, files.en, home=pair.home, scope="all", as_of=AS_OF)
    findings: dict[str, set[str]] = defaultdict(set)
    for finding in result.findings:
        for record in finding.records:
            findings[record].add(finding.name)
    verdicts = {i: v for v in result.verdicts for i in (v.zh, v.en) if i}
    run = Run({r.id: r for r in result.records}, verdicts, findings)
    return _grade(pair, files, run)


def _grade(pair: ListPair, files: Written, run: Run) -> list[Graded]:
    zh = {files.zh_rows[r.line]: r for r in run.records.values() if r.side == "zh"}
    en = {files.en_rows[r.line]: r for r in run.records.values() if r.side == "en"}
    found = []
    for number, row in enumerate(pair.rows):
        own = [side[number] for side in (zh, en) if number in side]
        told = frozenset(name for r in own for name in run.findings[r.id])
        outcome = _outcome(run, own, told, row)
        found.append(Graded(row, pair.sharing(row), outcome, told))
    return found


def _outcome(run: Run, own: Sequence[Record], told: frozenset[str], row: Row) -> str:
    verdict = run.verdicts[own[0].id]
    ids = {i for i in (verdict.zh, verdict.en) if i}
    if len(ids) == 2 and ids != {r.id for r in own} and not _by_name(run, ids, row):
        return "wrong link"
    names = {"agree-differently": "differently", "not-comparable": "incomparable"}
    if verdict.verdict == "conflict":
        return "conflict-name" if "wrong-name" in told else "conflict"
    if verdict.verdict.startswith("only"):
        if "wrong-name" in told:
            return "apart-name"
        return "open" if told & OPEN or verdict.reason == "undecided" else "apart"
    return names.get(verdict.verdict, verdict.verdict)


def _by_name(run: Run, ids: Iterable[str], row: Row) -> bool:
    """Whether a swapped row is linked with the one that has its name, and its day contradicts."""
    days = {str(run.records[i].date) for i in ids}
    return row.name_state == "swapped" and len(days) == 2
