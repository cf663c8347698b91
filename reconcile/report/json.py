"""`report.json`: the whole result for other tools; its keys are a contract (see `schema.py`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reconcile.models import Finding, HostMatch, Link, Record, Result, RuleUse, SourceRef, Verdict
from reconcile.report.view.numbers import link_weights, shown_probability
from reconcile.report.view.view import SourceView, View

SCHEMA = "reconcile-report/1"


def render_json(result: Result, view: View) -> str:
    """The report as JSON text. The same result gives the same bytes."""
    view = view.in_language("en")
    groups = view.groups
    data = {
        "schema": SCHEMA,
        "as_of": result.as_of,
        "threshold": result.threshold,
        "summary": view.sentence,
        "counts": counts(view),
        "sources": [_source(s) for s in view.sources],
        "records": [_record(r, view, result.hosts) for r in result.records],
        "links": [_link(link) for link in result.links],
        "findings": [finding_data(f, groups.get(f.id)) for f in result.findings],
        "verdicts": [_verdict(v) for v in result.verdicts],
        "rules": [_rule(r) for r in result.rules],
    }
    if view.since:
        data["baseline"] = {
            "path": view.since.path,
            "new": sorted(view.since.new),
            "gone": dict(view.since.gone),
        }
    return "{\n" + ",\n".join(f" {_dump(k)}: {_value(v)}" for k, v in data.items()) + "\n}\n"


def _value(value: Any) -> str:
    """A list with one item a line, so that reports can be searched and compared by line."""
    if not isinstance(value, list) or not value:
        return _dump(value)
    return "[\n  " + ",\n  ".join(map(_dump, value)) + "\n ]"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def counts(view: View) -> dict[str, Any]:
    """Every count of the view model; the other outputs show these same numbers."""
    f = view.findings
    return {
        "comparable": asdict(view.comparable),
        "verdicts": dict(view.verdicts),
        "reasons": [asdict(r) for r in view.reasons],
        "findings": {
            "total": f.total,
            "open": f.open,
            "settled": f.settled,
            "entries": f.entries,
            "by_family": dict(f.by_family),
            "by_name": dict(f.by_name),
            "by_code": dict(f.by_code),
            "by_severity": dict(f.by_severity),
            "by_origin": dict(f.by_origin),
            "entries_by": {k: dict(v) for k, v in f.entries_by.items()},
        },
        "provinces": [_tallied(row) for row in view.provinces],
        "sections": [_tallied(row) for row in view.sections],
        "rules": {"used": view.rules_used, "read": len(view.rules)},
        "lines_not_understood": view.not_understood,
    }


def _tallied(row: Any) -> dict[str, Any]:
    data = {k: getattr(row, k) for k in row.__slots__}
    return data | {"verdicts": dict(data["verdicts"])}


def _source(s: SourceView) -> dict[str, Any]:
    return {
        "id": s.id,
        "side": s.side,
        "path": s.path,
        "sha256": s.sha256,
        "lines": s.lines,
        "accounting": {
            "record": s.record_lines,
            "structure": s.structure,
            "ignored": dict(s.ignored),
            "not_understood": len(s.not_understood),
        },
        "records": s.records,
        "dated": s.dated,
        "first_date": s.first_date,
        "last_date": s.last_date,
        "lines_not_understood": list(s.not_understood),
    }


def _record(r: Record, view: View, hosts: Mapping[str, HostMatch]) -> dict[str, Any]:
    match = hosts.get(r.id)
    return {
        "id": r.id,
        "side": r.side,
        "source": r.source,
        "line": r.line,
        "row_line": r.row_line,
        "section": r.section,
        "host": {
            "text": r.host,
            "en": view.en_hosts.get(r.id),
            "province": match.province if match else None,
            "level": match.level if match else None,
        },
        "partner": {"text": r.partner, "parent": r.parent, "target": r.target, "name": r.name},
        "country": r.country,
        "country_text": r.country_text,
        "code": r.code,
        "date": str(r.date) if r.date else None,
        "notes": [n.text for n in r.notes],
        "ended": r.ended,
        "relation": r.relation,
        "raw": r.raw,
    }


def _link(link: Link) -> dict[str, Any]:
    rival = link.runner_up
    weights = link_weights(link)
    return {
        "id": link.id,
        "zh": link.zh,
        "en": link.en,
        "relation": link.relation,
        "probability": shown_probability(link.probability),
        "method": link.method,
        "evidence": [
            {"name": e.name, "detail": e.detail, "weight": w}
            for e, w in zip(link.evidence, weights, strict=True)
        ],
        "runner_up": rival
        and {
            "record": rival.record,
            "text": rival.text,
            "probability": shown_probability(rival.probability),
        },
        "rule": link.rule,
    }


def finding_data(f: Finding, group: str | None) -> dict[str, Any]:
    """A finding as every machine output has it; `group` is the entry it shares with others."""
    return {
        "id": f.id,
        "code": f.code,
        "name": f.name,
        "severity": f.severity,
        "origin": f.origin,
        "message": f.message,
        "params": dict(sorted(f.params.items())),
        "refs": [_ref(r) for r in f.refs],
        "records": list(f.records),
        "link": f.link,
        "group": group,
        "suggestion": f.suggestion,
        "rule": f.rule,
    }


def _ref(r: SourceRef) -> dict[str, Any]:
    return {
        "source": r.source,
        "line": r.line,
        "column": r.column,
        "end_column": r.end_column,
        "text": r.text,
    }


def _verdict(v: Verdict) -> dict[str, Any]:
    return {
        "zh": v.zh,
        "en": v.en,
        "verdict": v.verdict,
        "reason": v.reason,
        "why": v.why,
        "params": dict(sorted(v.params.items())),
    }


def _rule(r: RuleUse) -> dict[str, Any]:
    return {
        "id": r.id,
        "kind": r.kind,
        "path": r.path,
        "line": r.line,
        "because": r.because,
        "effects": list(r.effects),
    }
