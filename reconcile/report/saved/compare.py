"""Two reports compared: which findings, verdicts and links are new, gone or changed.

Findings are known by their ids, which come from content; verdicts and links by the host and
partner of their rows. So lines that moved change nothing, nor does a row whose date was mended;
what is said of a row that was mended otherwise is known again by the rest (`report.carried`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, get_args

from reconcile.report.carried import Row as EditedRow
from reconcile.report.carried import carried, edited_rows, known
from reconcile.report.contract import SavedFinding, SavedLink, SavedReport, SavedVerdict
from reconcile.report.contract.values import Param

Compared = Literal["finding", "verdict", "link"]
COMPARED: tuple[Compared, ...] = get_args(Compared)
"""What is compared, in the order in which it is shown."""
Outcome = Literal["new", "gone", "changed"]
Row = tuple[str, str, str, int]
"""Side, host, partner and, of rows with the same, the number."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Difference(Generic[_T]):
    """One difference: new has no `old`, gone has no `new`; changed has both."""

    what: Compared
    old: _T | None
    new: _T | None

    @property
    def outcome(self) -> Outcome:
        """What happened to it."""
        if self.old is None:
            return "new"
        return "gone" if self.new is None else "changed"

    @property
    def item(self) -> _T:
        """What stands in the newer report, or stood in the older one."""
        found = self.new if self.new is not None else self.old
        assert found is not None
        return found


@dataclass(frozen=True)
class Comparison:
    """All differences of two reports; `sources` are ids of those whose content differs."""

    old: SavedReport
    new: SavedReport
    differences: tuple[Difference[Any], ...]
    sources: tuple[str, ...]

    def of(self, what: Compared, outcome: Outcome | None = None) -> tuple[Difference[Any], ...]:
        """The differences in one thing, all or those of one outcome."""
        return tuple(d for d in self.differences if d.what == what and outcome in (None, d.outcome))


def compare(old: SavedReport, new: SavedReport) -> Comparison:
    """Compare two reports."""
    edited = edited_rows(_known_rows(old), _known_rows(new))
    about, about_now = ({f.id: known(f) for f in report.findings} for report in (old, new))
    same = carried(about, about_now, edited)
    rows_before, rows_after = _rows(old), _rows(new)
    rows_after |= {row: rows_before[was] for row, was in edited.items()}
    differences: tuple[Difference[Any], ...] = (
        *_by_key("finding", _by_id(old, {}), _by_id(new, same), _finding_differs),
        *_verdicts(_stated_in(old, rows_before), _stated_in(new, rows_after)),
        *_by_key("link", _by_rows(old, rows_before), _by_rows(new, rows_after), _link_differs),
    )
    before = {s.id: s.sha256 for s in old.sources}
    after = {s.id: s.sha256 for s in new.sources}
    sources = tuple(s for s in {**before, **after} if before.get(s) != after.get(s))
    return Comparison(old, new, differences, sources)


def _by_key(
    what: Compared,
    old: Mapping[Hashable, _T],
    new: Mapping[Hashable, _T],
    differs: Callable[[_T, _T], bool],
) -> Iterator[Difference[_T]]:
    for key, item in new.items():
        if key not in old:
            yield Difference(what, None, item)
        elif differs(old[key], item):
            yield Difference(what, old[key], item)
    for key, item in old.items():
        if key not in new:
            yield Difference(what, item, None)


def _known_rows(report: SavedReport) -> dict[str, EditedRow]:
    """Each row by its id, as it is known where it was edited."""
    return {
        r.id: EditedRow(r.side, r.host.text, r.partner.text, r.country or "", r.date or "")
        for r in report.records
    }


def _by_id(report: SavedReport, same: Mapping[str, str]) -> dict[Hashable, SavedFinding]:
    """The findings by the ids that they had in the older report."""
    return {same.get(f.id, f.id): f for f in report.findings}


def _finding_differs(a: SavedFinding, b: SavedFinding) -> bool:
    def compared(f: SavedFinding) -> tuple[object, ...]:
        return f.severity, f.origin, f.suggestion, f.rule, _without_lines(f.params)

    return compared(a) != compared(b)


def _without_lines(params: Mapping[str, Param]) -> dict[str, Param]:
    """What a sentence states, without numbers of lines, which move."""
    return {k: v for k, v in params.items() if not k.endswith("line")}


def _by_rows(report: SavedReport, rows: Mapping[str, Row]) -> dict[Hashable, SavedLink]:
    return {(rows[x.zh], rows[x.en]): x for x in report.links}


def _rows(report: SavedReport) -> dict[str, Row]:
    """Record id → its row."""
    seen: Counter[tuple[str, str, str]] = Counter()
    rows: dict[str, Row] = {}
    for r in report.records:
        key = (r.side, r.host.text, r.partner.text)
        seen[key] += 1
        rows[r.id] = (*key, seen[key])
    return rows


def _link_differs(a: SavedLink, b: SavedLink) -> bool:
    """A probability that differs in its first two decimals counts; the rest is noise."""

    def compared(x: SavedLink) -> tuple[object, ...]:
        return x.relation, x.method, x.rule, round(x.probability, 2)

    return compared(a) != compared(b)


# --- Verdicts -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stated:
    """A verdict with its rows, by which it is found in another report."""

    verdict: SavedVerdict
    rows: tuple[Row, ...]

    @property
    def meaning(self) -> tuple[object, ...]:
        """What it says of which rows."""
        return self.rows, self.verdict.verdict, self.verdict.reason


def _stated_in(report: SavedReport, rows: Mapping[str, Row]) -> list[_Stated]:
    return [_Stated(v, tuple(rows[i] for i in (v.zh, v.en) if i)) for v in report.verdicts]


def _verdicts(old: Sequence[_Stated], new: Sequence[_Stated]) -> Iterator[Difference[SavedVerdict]]:
    """A verdict changes where a row of it has another verdict, reason or counterpart now."""
    before, after = _by_row(old), _by_row(new)
    for v in new:
        known = next((before[row] for row in v.rows if row in before), None)
        if known is None:
            yield Difference("verdict", None, v.verdict)
        elif known.meaning != v.meaning:
            yield Difference("verdict", known.verdict, v.verdict)
    for v in old:
        if after.keys().isdisjoint(v.rows):
            yield Difference("verdict", v.verdict, None)


def _by_row(stated: Iterable[_Stated]) -> dict[Row, _Stated]:
    return {row: v for v in stated for row in v.rows}
