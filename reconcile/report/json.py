"""`report.json`: the whole result for other tools, in the keys that `contract.py` states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from reconcile.models import Finding, HostMatch, Link, Record, Result, Rival, Verdict
from reconcile.provenance import PageRevision
from reconcile.report import contract as c
from reconcile.report.contract import counts
from reconcile.report.contract.sources import (
    SavedAccounting,
    SavedColumn,
    SavedLicence,
    SavedPage,
    SavedSource,
)
from reconcile.report.contract.values import Part, to_json
from reconcile.report.view.counts import SourceView
from reconcile.report.view.numbers import link_weights, shown_probability
from reconcile.report.view.view import View

_Part = TypeVar("_Part", bound=Part)


def render_json(result: Result, view: View) -> str:
    """The report as JSON text. The same result gives the same bytes.

    A list has one item a line, so that reports can be searched and compared by line.
    """
    keys = saved_report(result, view).as_mapping()
    if keys["baseline"] is None:
        del keys["baseline"]
    return "{\n" + ",\n".join(f" {to_json(k)}: {_lines(v)}" for k, v in keys.items()) + "\n}\n"


def _lines(value: object) -> str:
    if not isinstance(value, tuple) or not value:
        return to_json(value)
    return "[\n  " + ",\n  ".join(map(to_json, value)) + "\n ]"


def saved_report(result: Result, view: View) -> c.SavedReport:
    """A result in the form in which it is written and read back; its sentences are English."""
    view = view.in_language("en")
    groups = view.groups
    return c.SavedReport(
        schema=c.SCHEMA,
        as_of=result.as_of,
        threshold=result.threshold,
        summary=view.sentence,
        counts=saved_counts(view),
        sources=tuple(map(_source, view.sources)),
        records=tuple(_record(r, view, result.hosts.get(r.id)) for r in result.records),
        links=tuple(map(_link, result.links)),
        findings=tuple(saved_finding(f, groups.get(f.id)) for f in result.findings),
        verdicts=tuple(map(_verdict, result.verdicts)),
        rules=tuple(_taken_over(c.SavedRule, r) for r in result.rules),
        baseline=_baseline(view),
    )


def _taken_over(part: type[_Part], value: Any) -> _Part:
    """A part of the report whose keys are all named as the attributes of `value`."""
    return part(*(getattr(value, key) for key in part.field_names()))


def saved_counts(view: View) -> counts.SavedCounts:
    """Every count of the view model; the other outputs show these same numbers."""
    return counts.SavedCounts(
        comparable=_taken_over(counts.SavedComparable, view.comparable),
        verdicts=view.verdicts,
        reasons=tuple(_taken_over(counts.SavedReason, row) for row in view.reasons),
        findings=_taken_over(counts.SavedFindingCounts, view.findings),
        provinces=tuple(_taken_over(counts.SavedProvince, row) for row in view.provinces),
        sections=tuple(_taken_over(counts.SavedSection, row) for row in view.sections),
        rules=counts.SavedRuleCounts(used=view.rules_used, read=len(view.rules)),
        lines_not_understood=view.not_understood,
    )


def _source(s: SourceView) -> SavedSource:
    return SavedSource(
        id=s.id,
        side=s.side,
        path=s.path,
        sha256=s.sha256,
        lines=s.lines,
        accounting=SavedAccounting(
            record=s.record_lines,
            structure=s.structure,
            ignored=dict(s.ignored),
            not_understood=len(s.not_understood),
        ),
        records=s.records,
        dated=s.dated,
        first_date=s.first_date,
        last_date=s.last_date,
        lines_not_understood=s.not_understood,
        format=s.format,
        columns=tuple(_taken_over(SavedColumn, column) for column in s.columns),
        page=_page(s.page) if s.page else None,
    )


def _page(page: PageRevision) -> SavedPage:
    licence = _taken_over(SavedLicence, page.licence) if page.licence else None
    return replace(_taken_over(SavedPage, page), licence=licence)


def _record(r: Record, view: View, host: HostMatch | None) -> c.SavedRecord:
    return c.SavedRecord(
        id=r.id,
        side=r.side,
        source=r.source,
        line=r.line,
        row_line=r.row_line,
        section=r.section,
        host=c.SavedHost(
            text=r.host,
            en=view.en_hosts.get(r.id),
            province=host.province if host else None,
            level=host.level if host else None,
        ),
        partner=c.SavedPartner(text=r.partner, parent=r.parent, target=r.target, name=r.name),
        country=r.country,
        country_text=r.country_text,
        code=r.code,
        date=str(r.date) if r.date else None,
        notes=tuple(n.text for n in r.notes),
        ended=r.ended,
        relation=r.relation,
        raw=r.raw,
    )


def _link(link: Link) -> c.SavedLink:
    return c.SavedLink(
        id=link.id,
        zh=link.zh,
        en=link.en,
        relation=link.relation,
        probability=shown_probability(link.probability),
        method=link.method,
        evidence=tuple(
            c.SavedEvidence(
                name=e.name,
                detail=e.detail,
                template=e.template,
                params=dict(sorted(e.params.items())),
                weight=weight,
            )
            for e, weight in zip(link.evidence, link_weights(link), strict=True)
        ),
        runner_up=_rival(link.runner_up) if link.runner_up else None,
        rule=link.rule,
        names=shown_probability(link.names),
    )


def _rival(rival: Rival) -> c.SavedRival:
    return c.SavedRival(rival.record, rival.text, shown_probability(rival.probability))


def saved_finding(f: Finding, group: str | None) -> c.SavedFinding:
    """A finding as every machine output has it; `group` is the entry it shares with others."""
    return c.SavedFinding(
        id=f.id,
        code=f.code,
        name=f.name,
        severity=f.severity,
        origin=f.origin,
        message=f.message,
        params=dict(sorted(f.params.items())),
        refs=tuple(_taken_over(c.SavedRef, ref) for ref in f.refs),
        records=f.records,
        link=f.link,
        group=group,
        suggestion=f.suggestion,
        rule=f.rule,
    )


def _verdict(v: Verdict) -> c.SavedVerdict:
    return c.SavedVerdict(
        zh=v.zh,
        en=v.en,
        verdict=v.verdict,
        reason=v.reason,
        why=v.why,
        params=dict(sorted(v.params.items())),
    )


def _baseline(view: View) -> c.SavedBaseline | None:
    if view.since is None:
        return None
    return c.SavedBaseline(view.since.path, tuple(sorted(view.since.new)), view.since.gone)
