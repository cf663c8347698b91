"""The data that the page's script searches and opens, as compact tables.

A table is `{"cols": [...], "rows": [[...], ...]}`. Records, links and findings refer to each
other by row number. Only the source lines that an excerpt can show are embedded.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from reconcile.models import Finding, Link, Record, SourceRef
from reconcile.places.scripts import to_simplified
from reconcile.report.excerpt import is_chinese
from reconcile.report.html.charts import country_name
from reconcile.report.labels import (
    REASON_LABELS,
    VERDICT_LABELS,
    catalogued,
    reason_label,
    title_of,
)
from reconcile.report.numbers import link_weights, shown_probability
from reconcile.report.view import View

CONTEXT = 1
"""So many lines before and after a span are shown with it."""

_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def embed(data: Any) -> str:
    """JSON that is safe inside a `<script>` element, whatever the sources contain."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def payload(view: View) -> dict[str, Any]:
    """Everything the list needs."""
    return _Payload(view).build()


class _Payload:
    """Row numbers and the lines wanted, gathered while the tables are made."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.source = {s.id: i for i, s in enumerate(view.sources)}
        self.record = {r: i for i, r in enumerate(view.records)}
        self.link = {link: i for i, link in enumerate(view.links)}
        self.wanted: list[set[int]] = [set() for _ in view.sources]
        self.whys: dict[str, int] = {}
        self.headings = {
            s.document.id: [(x.ref.line, x.title) for x in s.sections] for s in view.result.sources
        }

    def build(self) -> dict[str, Any]:
        view = self.view
        findings = [f for e in view.entries for f in e.findings]
        number = {f.id: i for i, f in enumerate(findings)}
        data = {
            "threshold": view.result.threshold,
            "sources": [{"id": s.id, "side": s.side, "path": s.path} for s in view.sources],
            "records": self._table(
                "id source line section host partner country countryText date province spans",
                (self._record(r) for r in view.records.values()),
            ),
            "links": self._table(
                "id relation p method evidence next rule",
                (self._link(link) for link in view.links.values()),
            ),
            "findings": self._table(
                "id message refs records link suggestion rule section",
                (self._finding(f) for f in findings),
            ),
            "entries": self._table(
                "id code severity origin settled findings message",
                (
                    [
                        e.id,
                        e.code,
                        e.severity,
                        e.origin,
                        int(e.settled),
                        [number[f.id] for f in e.findings],
                        None if e.message == e.head.message else e.message,
                    ]
                    for e in view.entries
                ),
            ),
            "verdicts": self._table("zh en verdict reason why link", self._verdicts()),
            "codes": self._codes(findings),
            "labels": VERDICT_LABELS,
            "reasons": {
                r: reason_label(r) for r in {x.reason: 0 for x in view.reasons} | REASON_LABELS
            },
        }
        data["whys"] = list(self.whys)
        data["countries"] = self._countries()
        data["simplified"] = self._simplified()
        data["lines"] = [self._lines(i) for i in range(len(view.sources))]
        return data

    @staticmethod
    def _table(cols: str, rows: Iterable[list[Any]]) -> dict[str, Any]:
        return {"cols": cols.split(), "rows": list(rows)}

    def _span(self, ref: SourceRef) -> list[int]:
        source = self.source[ref.source]
        lines = len(self.view.documents[ref.source].lines)
        around = range(max(1, ref.line - CONTEXT), min(lines, ref.line + CONTEXT) + 1)
        self.wanted[source].update(around)
        return [source, ref.line, ref.column, ref.end_column]

    def _record(self, r: Record) -> list[Any]:
        match = self.view.result.hosts.get(r.id)
        beside = [x for x in (r.host_ref, r.country_ref, r.date_ref) if x]
        spans = [self._span(r.partner_ref)[1:]]
        spans += [
            [x.line, x.column, x.end_column] for x in beside if abs(x.line - r.line) <= CONTEXT
        ]
        return [
            r.id,
            self.source[r.source],
            r.line,
            r.section,
            r.host,
            r.partner,
            r.country,
            r.country_text,
            str(r.date) if r.date else None,
            (match.province if match else None) or "unknown",
            spans,
        ]

    def _link(self, link: Link) -> list[Any]:
        rival = link.runner_up
        pairs = zip(link.evidence, link_weights(link), strict=True)
        return [
            link.id,
            link.relation,
            shown_probability(link.probability),
            link.method,
            [[e.name, e.detail, w] for e, w in pairs],
            [rival.text, shown_probability(rival.probability)] if rival else None,
            link.rule,
        ]

    def _finding(self, f: Finding) -> list[Any]:
        return [
            f.id,
            f.message,
            [self._span(r) for r in f.refs],
            [self.record[r] for r in f.records if r in self.record],
            self.link.get(f.link) if f.link else None,
            f.suggestion,
            f.rule,
            self._section(f),
        ]

    def _section(self, f: Finding) -> str:
        """The heading above the first line of a finding."""
        if not f.refs:
            return ""
        headings = self.headings[f.refs[0].source]
        at = bisect_right(headings, f.refs[0].line, key=lambda x: x[0]) - 1
        return headings[at][1] if at >= 0 else ""

    def _verdicts(self) -> Iterable[list[Any]]:
        by_pair = {(x.zh, x.en): self.link[x.id] for x in self.view.result.links}
        for v in self.view.result.verdicts:
            yield [
                self.record[v.zh] if v.zh else None,
                self.record[v.en] if v.en else None,
                v.verdict,
                v.reason,
                self.whys.setdefault(v.why, len(self.whys)),
                by_pair.get((v.zh, v.en)) if v.zh and v.en else None,
            ]

    def _codes(self, findings: Iterable[Finding]) -> dict[str, Any]:
        codes: dict[str, Any] = {}
        for f in findings:
            row = catalogued(f)
            codes.setdefault(
                f.code,
                {
                    "name": f.name,
                    "title": title_of(f.code, f.name),
                    "meaning": row.meaning if row else "",
                    "action": row.action if row else "",
                    "kind": row.rule_kind if row else "ignore",
                },
            )
        return dict(sorted(codes.items()))

    def _countries(self) -> dict[str, str]:
        used = sorted({r.country for r in self.view.records.values() if r.country})
        return {code: country_name(code) for code in used}

    def _simplified(self) -> str:
        """Pairs of characters, 廣广東东…: so that the filter finds 廣東 when asked for 广东."""
        texts = [f.message for f in self.view.result.findings]
        for r in self.view.records.values():
            texts += (r.section, r.host, r.partner, r.country_text or "")
        chars = sorted({c for c in "".join((*texts, *self.whys)) if is_chinese(c)})
        pairs = ((c, to_simplified(c)) for c in chars)
        return "".join(c + simple for c, simple in pairs if simple != c and len(simple) == 1)

    def _lines(self, index: int) -> dict[int, str]:
        lines = self.view.documents[self.view.sources[index].id].lines
        return {n: lines[n - 1] for n in sorted(self.wanted[index])}
