"""The numbers of a view, each counted once: of sources, verdicts, reasons and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.models import ColumnUse, Finding, ParsedSource, Result, Side, Verdict, VerdictName
from reconcile.provenance import PageRevision
from reconcile.report.view.breakdown import SectionRow
from reconcile.report.view.captions import ORIGINS, SEVERITIES, VERDICTS, family_of
from reconcile.report.view.entries import Entry
from reconcile.sources.formats.wiki.edit_sections import edit_sections

FAMILIES = ("agreements", "names", "dates", "structure", "links", "rules")


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source in numbers. `ignored` names each reason; `not_understood` the lines.

    `format` is the one that it was read in, and `columns` what became of those of its tables.

    `page` is the revision of a wiki's page that it is, where that is known, and `edit_sections`
    the lines where the sections begin that the wiki numbers for editing.
    """

    id: str
    side: Side
    name: str
    path: str
    sha256: str
    lines: int
    records: int
    record_lines: int
    structure: int
    ignored: tuple[tuple[str, int], ...]
    not_understood: tuple[int, ...]
    dated: int
    first_date: str | None
    last_date: str | None
    sections: int
    empty_sections: int
    page: PageRevision | None
    edit_sections: tuple[int, ...]
    format: str
    columns: tuple[ColumnUse, ...]

    @property
    def unused_columns(self) -> tuple[str, ...]:
        """The titles of columns with text of which nothing was made."""
        return tuple(c.title for c in self.columns if c.used_as is None and c.filled)


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """How often a verdict was given for one reason."""

    verdict: str
    reason: str
    count: int
    zh: int
    en: int


@dataclass(frozen=True)
class FindingCounts:
    """How many findings there are. All but `total` and `settled` count the open ones."""

    total: int
    open: int
    settled: int
    entries: int
    by_family: Mapping[str, int]
    by_name: Mapping[str, int]
    by_code: Mapping[str, int]
    by_severity: Mapping[str, int]
    by_origin: Mapping[str, int]
    entries_by: Mapping[str, Mapping[str, int]]
    """`family`, `name`, `code`, `severity`, `origin` → how many open entries have such findings."""


@dataclass(frozen=True)
class Comparable:
    """What could be compared: records of each side, and the agreements they make."""

    zh: int
    en: int
    agreements: int
    zh_all: int
    en_all: int


def count_source(source: ParsedSource, by_section: Iterable[SectionRow]) -> SourceView:
    """One source in numbers."""
    doc = source.document
    own = [s for s in by_section if s.source == doc.id]
    uses = Counter(source.uses)
    dates = [r.date for r in source.records if r.date]
    return SourceView(
        id=doc.id,
        side=doc.side,
        name=doc.id.partition(":")[2],
        path=doc.path,
        sha256=doc.sha256,
        lines=len(doc.lines),
        records=len(source.records),
        record_lines=uses["record"],
        structure=uses["structure"],
        ignored=_ignored(uses),
        not_understood=tuple(i for i, u in enumerate(source.uses, 1) if u == "not-understood"),
        dated=len(dates),
        first_date=str(min(dates, key=lambda d: d.first)) if dates else None,
        last_date=str(max(dates, key=lambda d: d.last)) if dates else None,
        sections=len(own),
        empty_sections=sum(not s.records for s in own),
        page=doc.page,
        edit_sections=edit_sections(doc.text) if doc.page and doc.page.edit_address else (),
        format=source.format,
        columns=source.columns,
    )


def _ignored(uses: Counter[str]) -> tuple[tuple[str, int], ...]:
    """How many lines were ignored for each reason, most frequent first."""
    reasons = {use.partition(":")[2]: n for use, n in uses.items() if use.startswith("ignored:")}
    return tuple(_by_number(Counter(reasons)).items())


def count_verdicts(verdicts: Iterable[Verdict]) -> dict[VerdictName, int]:
    """How often each verdict was given, those never given too."""
    counts = Counter(v.verdict for v in verdicts)
    return {name: counts[name] for name in VERDICTS}


def count_reasons(verdicts: Iterable[Verdict]) -> tuple[ReasonRow, ...]:
    """How often each verdict was given for each reason, most frequent first."""
    rows: dict[tuple[str, str], list[Verdict]] = {}
    for v in verdicts:
        rows.setdefault((v.verdict, v.reason), []).append(v)
    made = [
        ReasonRow(*key, len(vs), sum(bool(v.zh) for v in vs), sum(bool(v.en) for v in vs))
        for key, vs in rows.items()
    ]
    order: dict[str, int] = {v: i for i, v in enumerate(VERDICTS)}
    return tuple(sorted(made, key=lambda r: (order.get(r.verdict, 99), -r.count, r.reason)))


def count_comparable(result: Result) -> Comparable:
    """What could be compared at all."""
    could = [v for v in result.verdicts if v.verdict != "not-comparable"]
    per_side = Counter(r.side for r in result.records)
    return Comparable(
        zh=sum(v.zh is not None for v in could),
        en=sum(v.en is not None for v in could),
        agreements=len(could),
        zh_all=per_side["zh"],
        en_all=per_side["en"],
    )


_COUNTED: Mapping[
    str, tuple[Callable[[Finding], str], Callable[[Counter[str]], dict[str, int]]]
] = {
    "family": (family_of, lambda counts: _in_order(counts, FAMILIES)),
    "name": (lambda f: f.name, lambda counts: _by_number(counts)),
    "code": (lambda f: f.code, lambda counts: dict(sorted(counts.items()))),
    "severity": (lambda f: f.severity, lambda counts: _in_order(counts, SEVERITIES)),
    "origin": (lambda f: f.origin, lambda counts: _in_order(counts, ORIGINS)),
}
"""What findings are counted by: what a finding is in this regard, and the order of the counts."""


def count_findings(findings: Sequence[Finding], entries: Sequence[Entry]) -> FindingCounts:
    """All findings, and all entries that they are gathered in."""
    open_ = [f for f in findings if f.rule is None]
    unsettled = [e for e in entries if not e.settled]
    by = _counted([f] for f in open_)
    return FindingCounts(
        total=len(findings),
        open=len(open_),
        settled=len(findings) - len(open_),
        entries=len(unsettled),
        by_family=by["family"],
        by_name=by["name"],
        by_code=by["code"],
        by_severity=by["severity"],
        by_origin=by["origin"],
        entries_by=_counted(e.findings for e in unsettled),
    )


def _counted(groups: Iterable[Sequence[Finding]]) -> dict[str, dict[str, int]]:
    """How many groups have such findings; one with findings of two kinds counts for both."""
    every = list(groups)
    return {
        field: in_order(Counter(kind for g in every for kind in {kind_of(f) for f in g}))
        for field, (kind_of, in_order) in _COUNTED.items()
    }


def _in_order(counts: Counter[str], order: Iterable[str]) -> dict[str, int]:
    """Every key of `order`, zeros too, then what else there is by name."""
    known = {k: counts.get(k, 0) for k in order}
    return known | {k: counts[k] for k in sorted(counts) if k not in known}


def _by_number(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda x: (-x[1], x[0])))
