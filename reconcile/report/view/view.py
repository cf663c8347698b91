"""The view model: every number that any output shows is counted here, once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.catalogue import Lang, say
from reconcile.matching.mates import mates_of
from reconcile.models import (
    Document,
    Link,
    Record,
    Result,
    RuleUse,
    SourceRef,
    Verdict,
    VerdictName,
)
from reconcile.report.excerpt import position
from reconcile.report.view import texts
from reconcile.report.view.baseline import Since
from reconcile.report.view.breakdown import ProvinceRow, SectionRow, provinces, sections
from reconcile.report.view.counts import (
    Comparable,
    FindingCounts,
    ReasonRow,
    SourceView,
    count_comparable,
    count_findings,
    count_reasons,
    count_source,
    count_verdicts,
)
from reconcile.report.view.entries import Entry, build_entries, worth_acting_on


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
        """The share of comparable agreements that both lists have, and what neither could say."""
        conflict = self.verdicts["conflict"]
        both = sum(self.verdicts[v] for v in ("agree", "agree-differently", "conflict"))
        whole = self.comparable.agreements
        if not whole:
            return texts.NOTHING_COMPARABLE.said_in(self.lang)
        counts: dict[str, int | str] = {"both": both, "whole": whole, "conflict": conflict}
        counts["percent"] = f"{100 * both / whole:.0f} %"
        said = [say(texts.RATE_WITH_CONFLICT if conflict else texts.RATE, counts, self.lang)]
        said += self._limits()
        if not any(r.host for r in self.records.values()):
            said.append(texts.NO_HOSTS.said_in(self.lang))
        if mates := mates_of(self.result.sources):
            linked = {(link.zh, link.en) for link in self.links.values()}
            good = sum((zh, en.id) in linked for zh, en in mates.items())
            pairs = {"all": len(mates), "good": good, "bad": len(mates) - good}
            own = len(mates) * 2 == len(self.records)
            said = [*([] if own else said), say(texts.PAIRS, pairs, self.lang)]
        return (" " * (self.lang == "en")).join(said)

    def _limits(self) -> Iterator[str]:
        """What one list could not say of the other: its empty sections, and missing dates."""
        sides = {side: [s for s in self.sources if s.side == side] for side in ("zh", "en")}
        for (side, own), others in zip(sides.items(), reversed(sides.values()), strict=True):
            alone = [r for r in self.reasons if r.reason == "section-empty"]
            counts = {
                "empty": sum(s.empty_sections for s in own),
                "all": sum(s.sections for s in own),
                "n": sum(r.en if side == "zh" else r.zh for r in alone),
            }
            if counts["n"]:
                yield say(texts.LEFT_EMPTY[side], counts, self.lang)
            if any(s.dated for s in others) and not any(s.dated for s in own):
                yield texts.NO_DATES[side].said_in(self.lang)


def build_view(result: Result, baseline: Since | None = None) -> View:
    """Counts, groups and puts in order; decides nothing."""
    records = {r.id: r for r in result.records}
    links = {link.id: link for link in result.links}
    entries = build_entries(result.findings, links, (s.document.id for s in result.sources))
    by_section = sections(result)
    return View(
        result=result,
        sources=tuple(count_source(s, by_section) for s in result.sources),
        verdicts=count_verdicts(result.verdicts),
        reasons=count_reasons(result.verdicts),
        comparable=count_comparable(result),
        findings=count_findings(result.findings, entries),
        entries=entries,
        provinces=provinces(result),
        sections=by_section,
        records=records,
        links=links,
        documents={s.document.id: s.document for s in result.sources},
        en_hosts=_en_hosts(result),
        since=baseline,
    )


def _en_hosts(result: Result) -> dict[str, str]:
    """Record id → the English block of its host, verbatim; an English record stands in its own."""
    blocks = {b.id: b.host for s in result.sources for b in s.blocks}
    hosts = {r.id: r.host for r in result.records if r.side == "en"}
    for r in result.records:
        match = result.hosts.get(r.id)
        if r.side == "zh" and match is not None and match.block is not None:
            hosts[r.id] = blocks[match.block]
    return hosts
