"""The data that the page's script searches and opens, as compact tables.

A table is `{"cols": [...], "rows": [[...], ...]}`. Records, links and findings refer to each
other by row number, and to their sentences by the number of a text (see `translations`). Only the
source lines that an excerpt can show are embedded.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from reconcile.catalogue import BY_CODE, BY_NAME, Lang, message
from reconcile.catalogue.evidence import LABELS, sentence
from reconcile.catalogue.verdicts import REASONS, why
from reconcile.evidence import Evidence
from reconcile.matching.normalization import normalization
from reconcile.models import Finding, Link, Record, RuleUse, SourceRef, Verdict
from reconcile.overrides.propose import rows_of
from reconcile.report.excerpt import is_chinese, position
from reconcile.report.filter import BY_PART, BY_START, WHOLE
from reconcile.report.folding import simplified
from reconcile.report.html import words
from reconcile.report.html.proposals import picks, proposals
from reconcile.report.html.translations import Translation, Translations, translated
from reconcile.report.view import texts
from reconcile.report.view.breakdown import province_of
from reconcile.report.view.captions import country_name, family_of, reason_label, title_of
from reconcile.report.view.counts import SourceView
from reconcile.report.view.entries import Entry
from reconcile.report.view.numbers import link_weights, shown_probability
from reconcile.report.view.view import View
from reconcile.visible import escaped_json

CONTEXT = 1
"""So many lines before and after a span are shown with it."""
EACH_TRANSLATED = 24
"""Of larger entries only the first finding is translated; the others are searched in English, by
which names are found in every language."""

_ESCAPES = [(c, f"\\u{ord(c):04x}") for c in "<>&"]


def embed(data: Any) -> str:
    """JSON that is safe inside a `<script>` element, whatever the sources contain."""
    text = escaped_json(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    for char, escape in _ESCAPES:
        text = text.replace(char, escape)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def payload(view: View, translations: Translations) -> dict[str, Any]:
    """Everything the script needs, all texts of the page among it."""
    return _Payload(view, translations).build()


def _source(source: SourceView) -> dict[str, Any]:
    """A source, with the links to its page where that is known."""
    shown: dict[str, Any] = {"id": source.id, "side": source.side, "path": source.path}
    if source.page and source.page.address:
        shown["page"] = source.page.address
    if source.page and source.page.edit_address:
        shown |= {"edit": source.page.edit_address, "sections": source.edit_sections}
    return shown


class _Payload:
    """Row numbers and the lines wanted, gathered while the tables are made."""

    def __init__(self, view: View, translations: Translations) -> None:
        self.view = view
        self.number = translations.number
        self.texts = translations.rows
        self.source = _numbered(s.id for s in view.sources)
        self.record = _numbered(view.records)
        self.link = _numbered(view.links)
        self.findings = [f for e in view.entries for f in e.findings]
        self.finding = _numbered(f.id for f in self.findings)
        self.wanted: list[set[int]] = [set() for _ in view.sources]
        self.linked = {(x.zh, x.en): self.link[x.id] for x in view.result.links}
        self.whys: dict[tuple[str, str], int] = {}
        self.translated = {f.id for e in view.entries for f in _each_translated(e)}
        rows = rows_of(view.result)
        self.picks = picks(view.result, rows)
        self.proposals = proposals(view, rows)

    def build(self) -> dict[str, Any]:
        view = self.view
        new = view.since.new if view.since else frozenset()
        data: dict[str, Any] = {
            "lang": view.lang,
            "fields": {"start": sorted(BY_START), "part": sorted(BY_PART), "whole": sorted(WHOLE)},
            "sources": list(map(_source, view.sources)),
            "records": _table(
                "id source line section host partner country countryText date province spans pick",
                map(self._record, view.records.values()),
            ),
            "links": _table(
                "id relation p evidence next rule names", map(self._link, view.links.values())
            ),
            "findings": _table(
                "id say refs records link suggestion rule section severity origin group rules",
                map(self._finding, self.findings),
            ),
            "entries": _table(
                "id code severity origin settled findings say", map(self._entry, view.entries)
            ),
            "verdicts": _table(
                "zh en verdict reason why link province", map(self._verdict, view.result.verdicts)
            ),
            "rules": _table("id kind because place effects", map(_rule, view.rules)),
            "new": [number for name, number in self.finding.items() if name in new],
            "pairs": self._pairs(),
            "codes": self._codes(),
        }
        data |= self._labels()
        data["lines"] = [self._lines(s.id) for s in view.sources]
        data["texts"] = self.texts()
        data["simplified"] = self._simplified(data["texts"])
        return data

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
            [[*self._evidence(e), w] for e, w in pairs],
            [rival.text, shown_probability(rival.probability)] if rival else None,
            link.rule,
            shown_probability(link.names),
        ]

    def _evidence(self, e: Evidence) -> tuple[int, int]:
        """What a piece is called, and its sentence."""
        spoken = translated(lambda lang: sentence(e.detail, e.template, e.params, lang))
        return self.number(LABELS.get(e.name, e.name)), self.number(spoken)

    def _finding(self, f: Finding) -> list[Any]:
        return [
            f.id,
            self.number(_message(f) if f.id in self.translated else f.message),
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

    def _entry(self, e: Entry) -> list[Any]:
        own = [self.finding[f.id] for f in e.findings]
        say = self.number(translated(e.sentence))
        return [e.id, e.code, e.severity, e.origin, int(e.settled), own, say]

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
            known = v.reason in REASONS and v.params
            self.whys[key] = self.number(translated(partial(_reason, v)) if known else v.why)
        return self.whys[key]

    def _pairs(self) -> dict[str, Any]:
        """How the names of linked and of open pairs were read, by the rows of their records."""
        records = self.view.records
        pairs = {(x.zh, x.en) for x in self.view.result.links}
        for f in self.findings:
            sides = {records[r].side: r for r in f.records if r in records}
            if len(f.records) == len(sides) == 2:
                pairs.add((sides["zh"], sides["en"]))
        return {
            f"{self.record[zh]}-{self.record[en]}": [
                self._normalization(records[zh], records[en]),
                self._normalization(records[en], records[zh]),
            ]
            for zh, en in sorted(pairs)
        }

    def _normalization(self, record: Record, other: Record) -> list[list[Any]]:
        return [
            [
                self.number(words.NORMALIZATION[s.kind], **({"level": s.level} if s.level else {})),
                s.before,
                s.after,
            ]
            for s in normalization(record, other)
        ]

    def _codes(self) -> dict[str, Any]:
        """Each code that was found, by the first of its findings."""
        first = {f.code: f for f in reversed(self.findings)}
        return {f.code: self._code(f) for f in self.findings if first[f.code] is f}

    def _code(self, f: Finding) -> dict[str, Any]:
        title = self.number(translated(partial(title_of, f.code, f.name)))
        made: dict[str, Any] = {"name": f.name, "family": family_of(f), "title": title}
        if row := BY_NAME.get(f.name):
            made |= {
                "meaning": self.number(row.meaning),
                "why": self.number(row.why),
                "action": self.number(row.action),
                "kind": next(iter(row.settled_by), "ignore"),
            }
        return made

    def _labels(self) -> dict[str, Any]:
        """The words for values that the tables hold, and those the script says itself."""
        tables = {
            "verdict": texts.VERDICTS,
            "severity": texts.SEVERITIES,
            "side": texts.SIDES,
            "words": words.SCRIPT,
        }
        labels: dict[str, Any] = {
            name: {key: self.number(text) for key, text in table.items()}
            for name, table in tables.items()
        }
        countries = {r.country for r in self.view.records.values() if r.country}
        labels["countries"] = self._each(sorted(countries), country_name)
        reasons = {r.reason for r in self.view.reasons}
        labels["reasons"] = self._each(sorted(reasons), reason_label)
        return labels

    def _each(self, names: Iterable[str], say: Callable[[str, Lang], str]) -> dict[str, int]:
        return {name: self.number(translated(partial(say, name))) for name in names}

    def _simplified(self, texts: Iterable[str | Translation]) -> str:
        """Pairs of characters, 廣广東东…: so that the filter finds 廣東 when asked for 广东."""
        chars: set[str] = set()
        for text in texts:
            chars.update(*([text] if isinstance(text, str) else text))
        for r in self.view.records.values():
            chars.update(r.section, r.host, r.partner, r.country_text or "")
        pairs = ((c, simplified(c)) for c in sorted(chars) if is_chinese(c))
        return "".join(c + simple for c, simple in pairs if simple != c)

    def _lines(self, source: str) -> dict[int, str]:
        lines = self.view.documents[source].lines
        return {n: lines[n - 1] for n in sorted(self.wanted[self.source[source]])}


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """Each name with the number of its row."""
    return {name: number for number, name in enumerate(names)}


def _table(cols: str, rows: Iterable[list[Any]]) -> dict[str, Any]:
    return {"cols": cols.split(), "rows": list(rows)}


def _each_translated(e: Entry) -> Sequence[Finding]:
    return e.findings if e.count <= EACH_TRANSLATED else e.findings[:1]


def _rule(r: RuleUse) -> list[Any]:
    return [r.id, r.kind, r.because, position(r.path, r.line), r.effects]


def _reason(v: Verdict, lang: Lang) -> str:
    return v.why if lang == "en" else why(v.reason, v.params, lang)


def _message(f: Finding) -> Translation | str:
    if f.name not in BY_NAME or f.code not in BY_CODE:
        return f.message
    return translated(partial(_sentence, f))


def _sentence(f: Finding, lang: Lang) -> str:
    return f.message if lang == "en" else message(f.name, f.params, lang, systemic=f.systemic)
