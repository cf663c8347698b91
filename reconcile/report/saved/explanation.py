"""What an id of `report.json` stands for, and why it came out as it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from reconcile.catalogue import Lang, Text, message
from reconcile.catalogue.evidence import LABELS, sentence
from reconcile.catalogue.verdicts import why
from reconcile.errors import ReconcileError
from reconcile.overrides.ways import way_for, ways_of
from reconcile.report.contract import (
    SavedEvidence,
    SavedFinding,
    SavedLink,
    SavedRecord,
    SavedReport,
    SavedRule,
    SavedVerdict,
)
from reconcile.report.excerpt import position
from reconcile.report.view.captions import label
from reconcile.report.view.texts import ORIGINS, SEVERITIES
from reconcile.visible import visible

_SHORTEST_PREFIX = 3
_MOST_SHOWN = 12
_WORDS = {
    "finding": Text("Finding", "發現"),
    "group": Text("Group of findings", "一組發現"),
    "link": Text("Link", "連結"),
    "record": Text("Record", "記錄"),
    "rule": Text("Rule", "規則"),
    "verdict": Text("Verdict", "結論"),
    "settled": Text("Settled by the rule", "已由規則處理"),
    "suggestion": Text("Suggested text", "建議文字"),
    "rests": Text("Rests on", "依據"),
    "more": Text("… and {n} more", "……另有 {n} 項"),
    "sum": Text("log-odds in all: probability", "對數勝算合計：概率"),
    "names": Text(
        "That the two names, by themselves, are of one place:", "僅憑兩個名稱，同指一地的概率："
    ),
    "rival": Text("Next best", "次佳"),
    "none": Text("It is linked to nothing", "沒有連結"),
    "explain": Text("What the code means: reconcile explain", "代碼說明：reconcile explain"),
    "settle": Text("To settle it", "處理方法"),
    "did": Text("things it acted on", "項受影響"),
}
_UNFIT = (LookupError, ValueError, TypeError, AttributeError)
"""Parameters that do not fit our sentences, as another version may have written them."""


def known_ids(report: SavedReport) -> list[str]:
    """Every id that can be asked for."""
    return [i for things in _things(report).values() for i in things]


def _things(report: SavedReport) -> Mapping[str, Mapping[str, Any]]:
    """Kind → id → what it stands for."""
    groups: dict[str, list[SavedFinding]] = {}
    for f in report.findings:
        if f.group:
            groups.setdefault(f.group, []).append(f)
    return {
        "finding": {f.id: f for f in report.findings},
        "link": {link.id: link for link in report.links},
        "record": report.records_by_id,
        "rule": {rule.id: rule for rule in report.rules},
        "group": groups,
    }


def about_id(report: SavedReport, what: str, lang: Lang) -> list[str] | None:
    """The lines about the thing whose id is `what` or begins with it; None if there is none.

    Raises:
        ReconcileError: several ids begin with `what`.
    """
    things = _things(report)
    found = _meant([(kind, name) for kind, known in things.items() for name in known], what)
    if found is None:
        return None
    kind, name = found
    head = f"{_WORDS[kind].said_in(lang)} {name}"
    lines = (head, *_Explanation(report, lang).of(kind, things[kind][name]))
    return [visible(line) for line in lines]


def _meant(known: Sequence[tuple[str, str]], what: str) -> tuple[str, str] | None:
    """The kind and id that `what` is, or is the beginning of."""
    exact = next((x for x in known if x[1] == what), None)
    if exact or len(what) < _SHORTEST_PREFIX:
        return exact
    begun = [x for x in known if x[1].startswith(what)]
    if len(begun) > 1:
        names = ", ".join(f"{name} ({kind})" for kind, name in begun[:_MOST_SHOWN])
        raise ReconcileError(f"{len(begun)} ids begin with {what!r}: {names}")
    return begun[0] if begun else None


class _Explanation:
    """Says in one language what stands in a report."""

    def __init__(self, report: SavedReport, lang: Lang) -> None:
        self.report = report
        self.lang = lang
        self.verdicts = {r: v for v in report.verdicts for r in (v.zh, v.en) if r}

    def word(self, key: str) -> str:
        return _WORDS[key].said_in(self.lang)

    def of(self, kind: str, thing: Any) -> Iterator[str]:
        """The lines about one thing, or about the findings of a group."""
        explain: Mapping[str, Callable[[Any], Iterator[str]]] = {
            "finding": self._finding,
            "group": self._group,
            "link": self._link,
            "record": self._record,
            "rule": self._rule,
        }
        return explain[kind](thing)

    def _finding(self, f: SavedFinding) -> Iterator[str]:
        origin = ORIGINS[f.origin].said_in(self.lang)
        severity = SEVERITIES[f.severity].said_in(self.lang)
        yield f"{f.code} {f.name} · {severity} · {origin}"
        yield ""
        yield self._sentence(f)
        for ref in f.refs[:_MOST_SHOWN]:
            yield f"  {self.report.position_of(ref)}  {ref.text}".rstrip()
        yield from self._more(f.refs)
        for key, value in f.params.items():
            shown = ", ".join(value) if isinstance(value, tuple) else value
            yield f"    {key} = {shown}"
        if f.suggestion:
            yield f"{self.word('suggestion')}: {f.suggestion}"
        if f.rule:
            yield f"{self.word('settled')}: {f.rule}"
        else:
            yield from self._ways(f)
        link = next((x for x in self.report.links if x.id == f.link), None)
        if link:
            yield f"{self.word('rests')} {self.word('link')} {link.id}"
            yield from self._link(link)
        yield f"{self.word('explain')} {f.code}"

    def _ways(self, f: SavedFinding) -> Iterator[str]:
        """The commands that settle a finding, each with the kind of rule that it writes."""
        ways = [(f"reconcile accept {f.id} {w.options}".rstrip(), w.kind) for w in ways_of(f)]
        if ways:
            yield f"{self.word('settle')}:"
        widest = max((len(command) for command, _ in ways), default=0)
        yield from (f"  {command:<{widest}}  {kind}" for command, kind in ways)

    def _sentence(self, f: SavedFinding) -> str:
        if self.lang != "en":
            for systemic in (False, True):
                with suppress(*_UNFIT):
                    return message(f.name, f.params, self.lang, systemic=systemic)
        return f.message

    def _more(self, things: Sequence[object]) -> Iterator[str]:
        if len(things) > _MOST_SHOWN:
            yield "  " + self.word("more").format(n=len(things) - _MOST_SHOWN)

    def _group(self, findings: Sequence[SavedFinding]) -> Iterator[str]:
        yield f"{findings[0].code} {findings[0].name} · {len(findings)}"
        for f in findings[:_MOST_SHOWN]:
            place = f"{self.report.position_of(f.refs[0])} " if f.refs else ""
            yield f"  {place}{self._sentence(f)} [{f.id}]"
        yield from self._more(findings)
        open_ = [f for f in findings if not f.rule]
        way = way_for(open_[0], len(open_)) if open_ else None
        if way and open_[0].group:
            command = f"reconcile accept {open_[0].group} {way.options}".rstrip()
            yield f"{self.word('settle')}: {command} ({way.kind})"
        yield f"{self.word('explain')} {findings[0].code}"

    def _link(self, link: SavedLink) -> Iterator[str]:
        yield self._row(self.report.records_by_id[link.zh])
        yield self._row(self.report.records_by_id[link.en])
        for e in link.evidence:
            name = label(LABELS, e.name, self.lang) if self.lang != "en" else e.name
            yield f"    {e.weight:+6.2f}  {name}: {self._reason(e)}"
        total = sum(e.weight for e in link.evidence)
        yield f"    {total:+6.2f}  {self.word('sum')} {link.probability:.4f}"
        yield f"  {self.word('names')} {link.names:.4f}"
        if rival := link.runner_up:
            yield f"  {self.word('rival')}: {rival.text}, {rival.probability:.4f}"
        if link.rule:
            yield f"  {self.word('rule')} {link.rule}"

    def _reason(self, e: SavedEvidence) -> str:
        with suppress(*_UNFIT):
            return sentence(e.detail, e.template, e.params, self.lang)
        return e.detail

    def _row(self, r: SavedRecord) -> str:
        country = f", {r.country_text or r.country}" if r.country else ""
        date = f" ({r.date})" if r.date else ""
        place = position(self.report.paths[r.source], r.line)
        return f"  {place}  {r.pair}{country}{date} [{r.id}]"

    def _record(self, record: SavedRecord) -> Iterator[str]:
        yield self._row(record)
        verdict = self.verdicts[record.id]
        yield f"{self.word('verdict')}: {verdict.verdict} ({verdict.reason})"
        yield f"  {self._why(verdict)}"
        link = next((x for x in self.report.links if record.id in (x.zh, x.en)), None)
        if link is None:
            yield self.word("none")
        else:
            yield f"{self.word('link')} {link.id}"
            yield from self._link(link)
        for f in self.report.findings:
            if record.id in f.records:
                yield f"{f.code} {self._sentence(f)} [{f.id}]"

    def _why(self, verdict: SavedVerdict) -> str:
        with suppress(*_UNFIT):
            return why(verdict.reason, verdict.params, self.lang)
        return verdict.why

    def _rule(self, rule: SavedRule) -> Iterator[str]:
        yield f"{rule.kind} · {position(rule.path, rule.line)}"
        yield rule.because
        yield f"{len(rule.effects)} {self.word('did')}"
        yield from (f"  {effect}" for effect in rule.effects[:_MOST_SHOWN])
        yield from self._more(rule.effects)
