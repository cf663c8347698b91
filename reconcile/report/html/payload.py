"""The data that the page's script searches and opens, as compact tables.

A table is `{"cols": [...], "rows": [[...], ...]}`. Records, links and findings refer to each
other by row number, and to their sentences by the number of a text (see `speech`). Only the
source lines that an excerpt can show are embedded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from reconcile.catalogue import BY_CODE, BY_NAME, message
from reconcile.catalogue.verdicts import REASONS, why
from reconcile.matching.normalization import steps
from reconcile.models import Finding, Link, Record, SourceRef, Verdict
from reconcile.overrides.propose import rows_of
from reconcile.report.excerpt import is_chinese
from reconcile.report.filter import BY_PART, BY_START, WHOLE
from reconcile.report.html import words
from reconcile.report.html.proposals import picks, proposals
from reconcile.report.html.speech import Said, Speech, said
from reconcile.report.view import texts
from reconcile.report.view.breakdown import province_of
from reconcile.report.view.captions import country_name, family_of, reason_label, title_of
from reconcile.report.view.entries import Entry
from reconcile.report.view.numbers import link_weights, shown_probability
from reconcile.report.view.view import View
from reconcile.scripts import to_simplified

CONTEXT = 1
"""So many lines before and after a span are shown with it."""
SAID = 24
"""Of larger entries only the first finding is said by itself; the others are searched in English,
by which names are found in every language."""

_ESCAPES = [(c, f"\\u{ord(c):04x}") for c in "<>&\u2028\u2029"]


def embed(data: Any) -> str:
    """JSON that is safe inside a `<script>` element, whatever the sources contain."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES:
        text = text.replace(char, escape)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def payload(view: View, speech: Speech) -> dict[str, Any]:
    """Everything the script needs, all texts of the page among it."""
    return _Payload(view, speech).build()


class _Payload:
    """Row numbers and the lines wanted, gathered while the tables are made."""

    def __init__(self, view: View, speech: Speech) -> None:
        self.view = view
        self.speech = speech
        self.source = {s.id: i for i, s in enumerate(view.sources)}
        self.record = {r: i for i, r in enumerate(view.records)}
        self.link = {link: i for i, link in enumerate(view.links)}
        self.wanted: list[set[int]] = [set() for _ in view.sources]
        self.linked = {(x.zh, x.en): self.link[x.id] for x in view.result.links}
        self.whys: dict[tuple[str, str], int] = {}
        self.shown = {
            f.id for e in view.entries for f in e.findings[: e.count if e.count <= SAID else 1]
        }
        rows = rows_of(view.result)
        self.picks = picks(view.result, rows)
        self.proposals = proposals(view, rows)

    def build(self) -> dict[str, Any]:
        view = self.view
        findings = [f for e in view.entries for f in e.findings]
        number = {f.id: i for i, f in enumerate(findings)}
        fresh = view.since.new if view.since else frozenset()
        data: dict[str, Any] = {
            "lang": view.lang,
            "fields": {"start": sorted(BY_START), "part": sorted(BY_PART), "whole": sorted(WHOLE)},
            "sources": [{"id": s.id, "side": s.side, "path": s.path} for s in view.sources],
            "records": self._table(
                "id source line section host partner country countryText date province spans pick",
                (self._record(r) for r in view.records.values()),
            ),
            "links": self._table(
                "id relation p evidence next rule",
                (self._link(link) for link in view.links.values()),
            ),
            "findings": self._table(
                "id say refs records link suggestion rule section severity origin group rules",
                (self._finding(f) for f in findings),
            ),
            "entries": self._table(
                "id code severity origin settled findings say",
                (self._entry(e, number) for e in view.entries),
            ),
            "verdicts": self._table(
                "zh en verdict reason why link province", map(self._verdict, view.result.verdicts)
            ),
            "rules": self._table(
                "id kind because place effects",
                ([r.id, r.kind, r.because, f"{r.path}:{r.line}", r.effects] for r in view.rules),
            ),
            "new": [i for i, f in enumerate(findings) if f.id in fresh],
            "pairs": self._pairs(findings),
            "codes": self._codes(findings),
        }
        data |= self._labels()
        data["lines"] = [self._lines(i) for i in range(len(view.sources))]
        data["texts"] = self.speech.rows()
        data["simplified"] = self._simplified(data["texts"])
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
            self.picks.get(r.id),
        ]

    def _link(self, link: Link) -> list[Any]:
        rival = link.runner_up
        pairs = zip(link.evidence, link_weights(link), strict=True)
        return [
            link.id,
            link.relation,
            shown_probability(link.probability),
            [
                [self.speech.number(texts.EVIDENCE.get(e.name, e.name)), e.detail, w]
                for e, w in pairs
            ],
            [rival.text, shown_probability(rival.probability)] if rival else None,
            link.rule,
        ]

    def _finding(self, f: Finding) -> list[Any]:
        return [
            f.id,
            self.speech.number(_message(f) if f.id in self.shown else f.message),
            [self._span(r) for r in f.refs],
            [self.record[r] for r in f.records if r in self.record],
            self.link.get(f.link) if f.link else None,
            f.suggestion,
            f.rule,
            self.view.heading_over(f.refs[0]) if f.refs else "",
            f.severity,
            f.origin,
            f.group,
            self.proposals.get(f.id),
        ]

    def _entry(self, e: Entry, number: Mapping[str, int]) -> list[Any]:
        own = [number[f.id] for f in e.findings]
        return [
            e.id,
            e.code,
            e.severity,
            e.origin,
            int(e.settled),
            own,
            self.speech.number(said(e.said_in)),
        ]

    def _verdict(self, v: Verdict) -> list[Any]:
        return [
            self.record[v.zh] if v.zh else None,
            self.record[v.en] if v.en else None,
            v.verdict,
            v.reason,
            self._why(v),
            self.linked.get((v.zh, v.en)) if v.zh and v.en else None,
            province_of(self.view.result, v) or "unknown",
        ]

    def _why(self, v: Verdict) -> int:
        """The sentence for a verdict; most stand under the same few."""
        key = (v.why, v.reason)
        if key not in self.whys:
            spoken: Said | str = v.why
            if v.reason in REASONS and v.params:
                spoken = said(lambda lang: v.why if lang == "en" else why(v.reason, v.params, lang))
            self.whys[key] = self.speech.number(spoken)
        return self.whys[key]

    def _pairs(self, findings: Iterable[Finding]) -> dict[str, Any]:
        """How the names of linked and of open pairs were read, by the rows of their records."""
        records = self.view.records
        pairs = {(x.zh, x.en) for x in self.view.result.links}
        for f in findings:
            sides = {records[r].side: r for r in f.records if r in records}
            if len(f.records) == len(sides) == 2:
                pairs.add((sides["zh"], sides["en"]))
        return {
            f"{self.record[zh]}-{self.record[en]}": [
                self._steps(records[zh], records[en]),
                self._steps(records[en], records[zh]),
            ]
            for zh, en in sorted(pairs)
        }

    def _steps(self, record: Record, other: Record) -> list[list[Any]]:
        return [
            [
                self.speech.number(words.STEPS[s.kind], **({"level": s.level} if s.level else {})),
                s.before,
                s.after,
            ]
            for s in steps(record, other)
        ]

    def _codes(self, findings: Iterable[Finding]) -> dict[str, Any]:
        codes: dict[str, Any] = {}
        number = self.speech.number
        for f in findings:
            if f.code in codes:
                continue
            row = BY_NAME.get(f.name)
            title = said(lambda lang, f=f: title_of(f.code, f.name, lang))  # type: ignore[misc]
            codes[f.code] = {"name": f.name, "family": family_of(f), "title": number(title)}
            if row:
                codes[f.code] |= {
                    "meaning": number(row.meaning),
                    "why": number(row.why),
                    "action": number(row.action),
                    "kind": row.rule_kind,
                }
        return codes

    def _labels(self) -> dict[str, Any]:
        """The words for values that the tables hold, and those the script says itself."""
        number = self.speech.number
        tables = {
            "verdict": texts.VERDICTS,
            "severity": texts.SEVERITIES,
            "side": texts.SIDES,
            "words": words.SCRIPT,
        }
        labels: dict[str, Any] = {
            name: {key: number(text) for key, text in table.items()}
            for name, table in tables.items()
        }
        used = sorted({r.country for r in self.view.records.values() if r.country})
        labels["countries"] = {code: number(said(partial(country_name, code))) for code in used}
        reasons = sorted({r.reason for r in self.view.reasons})
        labels["reasons"] = {
            r: number(said(lambda lang, r=r: reason_label(r, lang)))  # type: ignore[misc]
            for r in reasons
        }
        return labels

    def _simplified(self, spoken: Iterable[str | Said]) -> str:
        """Pairs of characters, 廣广東东…: so that the filter finds 廣東 when asked for 广东."""
        chars: set[str] = set()
        for text in spoken:
            chars.update(*([text] if isinstance(text, str) else text))
        for r in self.view.records.values():
            chars.update(r.section, r.host, r.partner, r.country_text or "")
        pairs = ((c, to_simplified(c)) for c in sorted(chars) if is_chinese(c))
        return "".join(c + simple for c, simple in pairs if simple != c and len(simple) == 1)

    def _lines(self, index: int) -> dict[int, str]:
        lines = self.view.documents[self.view.sources[index].id].lines
        return {n: lines[n - 1] for n in sorted(self.wanted[index])}


def _message(f: Finding) -> Said | str:
    if f.name not in BY_NAME or BY_CODE.get(f.code) is None:
        return f.message
    _, hans, hant = said(
        lambda lang: (
            message(f.name, f.params, lang, systemic=f.systemic) if lang != "en" else f.message
        )
    )
    return f.message, hans, hant
