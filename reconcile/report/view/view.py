"""The view model: every number that any output shows is counted here, once."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.catalogue import Lang, say
from reconcile.models import (
    Document,
    Link,
    ParsedSource,
    Record,
    Result,
    RuleUse,
    Side,
    SourceRef,
    Verdict,
    VerdictName,
)
from reconcile.report.excerpt import position
from reconcile.report.view import texts
from reconcile.report.view.baseline import Since
from reconcile.report.view.breakdown import ProvinceRow, SectionRow, provinces, sections
from reconcile.report.view.captions import ORIGINS, SEVERITIES, VERDICTS, family_of
from reconcile.report.view.entries import Entry, build_entries, worth_acting_on

FAMILY_ORDER = ("agreements", "names", "dates", "structure", "links", "rules", "other")


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source in numbers. `ignored` names each reason; `not_understood` the lines."""

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


@dataclass(frozen=True)
class View:
    """All that outputs show of a result, counted and put in order."""

    result: Result
    sources: tuple[SourceView, ...]
    verdicts: Mapping[VerdictName, int]
    reasons: tuple[ReasonRow, ...]
    comparable: Comparable
    findings: FindingCounts
    entries: tuple[Entry, ...]
    provinces: tuple[ProvinceRow, ...]
    sections: tuple[SectionRow, ...]
    records: Mapping[str, Record]
    links: Mapping[str, Link]
    documents: Mapping[str, Document]
    en_hosts: Mapping[str, str]
    """Record id → the English block its host corresponds to, verbatim."""
    lang: Lang = "en"
    """The language of the sentences."""
    since: Since | None = None
    """What is new and gone since a baseline, if there is one."""

    @property
    def rules(self) -> tuple[RuleUse, ...]:
        """Every rule that was read, with what it did."""
        return self.result.rules

    @property
    def rules_used(self) -> int:
        """How many rules had an effect."""
        return sum(bool(r.effects) for r in self.rules)

    @property
    def not_understood(self) -> int:
        """How many lines no parser could account for, in all sources."""
        return sum(len(s.not_understood) for s in self.sources)

    @property
    def open(self) -> tuple[Entry, ...]:
        """Open entries about the page (or perhaps the page), the best to mend first."""
        return tuple(e for e in self.entries if not e.settled and e.origin != "copy")

    @property
    def of_copy(self) -> tuple[Entry, ...]:
        """Open entries about the copy alone."""
        return tuple(e for e in self.entries if not e.settled and e.origin == "copy")

    @property
    def settled(self) -> tuple[Entry, ...]:
        """Entries that a rule answered."""
        return tuple(e for e in self.entries if e.settled)

    def position_of(self, ref: SourceRef) -> str:
        """`path:line:column` of a span."""
        return position(self.documents[ref.source].path, ref.line, ref.column)

    def line_of(self, ref: SourceRef) -> str:
        """The whole line that a span stands in."""
        return self.documents[ref.source].lines[ref.line - 1]

    def heading_over(self, ref: SourceRef) -> str:
        """The title of the section that a span stands in, or the empty text."""
        headings = self._headings.get(ref.source, ())
        at = bisect_right(headings, ref.line, key=lambda heading: heading[0]) - 1
        return headings[at][1] if at >= 0 else ""

    @cached_property
    def _headings(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Source id → the line and title of each section."""
        return {
            s.document.id: [(x.ref.line, x.title) for x in s.sections] for s in self.result.sources
        }

    @cached_property
    def verdict_of(self) -> Mapping[str, Verdict]:
        """Record id → its verdict."""
        return {r: v for v in self.result.verdicts for r in (v.zh, v.en) if r}

    @property
    def groups(self) -> dict[str, str]:
        """Finding id → the entry that holds it, for all that share one with others."""
        return {f.id: e.id for e in self.entries if e.count > 1 for f in e.findings}

    def top(self, limit: int = 10) -> tuple[Entry, ...]:
        """The entries of the page most worth acting on."""
        return worth_acting_on(self.entries, limit)

    def in_language(self, lang: Lang) -> View:
        """The same view, whose sentences are in another language."""
        return replace(self, lang=lang)

    @property
    def headline(self) -> str:
        """What could be compared at all: the first half of the sentence."""
        c = self.comparable
        counts = {"zh": c.zh, "en": c.en, "zh_all": c.zh_all, "en_all": c.en_all}
        return say(texts.HEADLINE, counts, self.lang)

    @property
    def outcome(self) -> str:
        """What came of the comparison: the second half of the sentence."""
        n = self.verdicts
        counts = {
            "agree": n["agree"],
            "differently": n["agree-differently"],
            "conflict": n["conflict"],
            "only_zh": n["only-zh"],
            "only_en": n["only-en"],
        }
        return say(texts.OUTCOME, counts, self.lang)

    @property
    def sentence(self) -> str:
        """The result in one sentence, what was comparable first."""
        halves = {"headline": self.headline, "outcome": self.outcome}
        return say(texts.SENTENCE, halves, self.lang)

    @property
    def rate_sentence(self) -> str:
        """The share of comparable agreements that both lists have; of those alone."""
        both = sum(self.verdicts[v] for v in ("agree", "agree-differently", "conflict"))
        whole = self.comparable.agreements
        if not whole:
            return texts.NOTHING_COMPARABLE.said_in(self.lang)
        percent = f"{100 * both / whole:.0f} %"
        return say(texts.RATE, {"both": both, "whole": whole, "percent": percent}, self.lang)


def build_view(result: Result, baseline: Since | None = None) -> View:
    """Counts, groups and puts in order; decides nothing."""
    records = {r.id: r for r in result.records}
    links = {link.id: link for link in result.links}
    entries = build_entries(result.findings, links, (s.document.id for s in result.sources))
    by_section = sections(result)
    return View(
        result=result,
        sources=tuple(_source(s, by_section) for s in result.sources),
        verdicts=_verdicts(result.verdicts),
        reasons=_reasons(result.verdicts),
        comparable=_comparable(result),
        findings=_finding_counts(result, entries),
        entries=entries,
        provinces=provinces(result),
        sections=by_section,
        records=records,
        links=links,
        documents={s.document.id: s.document for s in result.sources},
        en_hosts=_en_hosts(result),
        since=baseline,
    )


def _in_order(counts: Counter[str], order: Iterable[str]) -> dict[str, int]:
    """Every key of `order`, zeros too, then what else there is by name."""
    known = {k: counts.get(k, 0) for k in order}
    return known | {k: counts[k] for k in sorted(counts) if k not in known}


def _by_number(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda x: (-x[1], x[0])))


def _source(source: ParsedSource, by_section: Iterable[SectionRow]) -> SourceView:
    doc = source.document
    own = [s for s in by_section if s.source == doc.id]
    uses = Counter(source.uses)
    ignored = Counter({u.partition(":")[2]: n for u, n in uses.items() if u.startswith("ignored:")})
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
        ignored=tuple(_by_number(ignored).items()),
        not_understood=tuple(i for i, u in enumerate(source.uses, 1) if u == "not-understood"),
        dated=len(dates),
        first_date=str(min(dates, key=lambda d: d.first)) if dates else None,
        last_date=str(max(dates, key=lambda d: d.last)) if dates else None,
        sections=len(own),
        empty_sections=sum(not s.records for s in own),
    )


def _verdicts(verdicts: Iterable[Verdict]) -> dict[VerdictName, int]:
    counts = Counter(v.verdict for v in verdicts)
    return {name: counts[name] for name in VERDICTS}


def _reasons(verdicts: Iterable[Verdict]) -> tuple[ReasonRow, ...]:
    rows: dict[tuple[str, str], list[Verdict]] = {}
    for v in verdicts:
        rows.setdefault((v.verdict, v.reason), []).append(v)
    made = [
        ReasonRow(*key, len(vs), sum(bool(v.zh) for v in vs), sum(bool(v.en) for v in vs))
        for key, vs in rows.items()
    ]
    order: dict[str, int] = {v: i for i, v in enumerate(VERDICTS)}
    return tuple(sorted(made, key=lambda r: (order.get(r.verdict, 99), -r.count, r.reason)))


def _comparable(result: Result) -> Comparable:
    could = [v for v in result.verdicts if v.verdict != "not-comparable"]
    per_side = Counter(r.side for r in result.records)
    return Comparable(
        zh=sum(v.zh is not None for v in could),
        en=sum(v.en is not None for v in could),
        agreements=len(could),
        zh_all=per_side["zh"],
        en_all=per_side["en"],
    )


def _finding_counts(result: Result, entries: tuple[Entry, ...]) -> FindingCounts:
    open_ = [f for f in result.findings if f.rule is None]
    return FindingCounts(
        total=len(result.findings),
        open=len(open_),
        settled=len(result.findings) - len(open_),
        entries=sum(not e.settled for e in entries),
        by_family=_in_order(Counter(family_of(f) for f in open_), FAMILY_ORDER[:-1]),
        by_name=_by_number(Counter(f.name for f in open_)),
        by_code=dict(sorted(Counter(f.code for f in open_).items())),
        by_severity=_in_order(Counter(f.severity for f in open_), SEVERITIES),
        by_origin=_in_order(Counter(f.origin for f in open_), ORIGINS),
        entries_by=_entries_by([e for e in entries if not e.settled]),
    )


def _entries_by(entries: Iterable[Entry]) -> dict[str, dict[str, int]]:
    """Entries by what their findings are; one with findings of two kinds counts for both."""
    counts: dict[str, Counter[str]] = {
        k: Counter() for k in ("family", "name", "code", "severity", "origin")
    }
    for e in entries:
        counts["family"].update({family_of(f) for f in e.findings})
        counts["name"].update({f.name for f in e.findings})
        counts["code"].update({f.code for f in e.findings})
        counts["severity"].update({f.severity for f in e.findings})
        counts["origin"].update({f.origin for f in e.findings})
    return {
        "family": _in_order(counts["family"], FAMILY_ORDER[:-1]),
        "name": _by_number(counts["name"]),
        "code": dict(sorted(counts["code"].items())),
        "severity": _in_order(counts["severity"], SEVERITIES),
        "origin": _in_order(counts["origin"], ORIGINS),
    }


def _en_hosts(result: Result) -> dict[str, str]:
    """As `Result.en_host` for every record, gathering the English blocks only once."""
    blocks = {b.id: b.host for s in result.sources for b in s.blocks}
    hosts = {r.id: r.host for r in result.records if r.side == "en"}
    for r in result.records:
        match = result.hosts.get(r.id)
        if r.side == "zh" and match is not None and match.block is not None:
            hosts[r.id] = blocks[match.block]
    return hosts
