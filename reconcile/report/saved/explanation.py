"""What an id of `report.json` stands for, and why it came out as it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from reconcile.catalogue import BY_NAME, Lang, Text, message
from reconcile.catalogue.verdicts import why
from reconcile.errors import ReconcileError
from reconcile.report.view.texts import ORIGINS, SEVERITIES

_SHORTEST_PREFIX = 3
_MOST_SHOWN = 12
_WORDS = {
    "finding": Text("Finding", "問題"),
    "group": Text("Group of findings", "問題組"),
    "link": Text("Link", "連結"),
    "record": Text("Record", "紀錄"),
    "rule": Text("Rule", "規則"),
    "verdict": Text("Verdict", "判定"),
    "settled": Text("Settled by the rule", "已由規則處理"),
    "suggestion": Text("Suggested text", "建議文字"),
    "rests": Text("Rests on", "依據"),
    "more": Text("… and {n} more", "……另有 {n} 項"),
    "sum": Text("log-odds in all: probability", "對數勝算合計：機率"),
    "rival": Text("Next best", "次佳"),
    "none": Text("It is linked to nothing", "沒有連結"),
    "explain": Text("What the code means: reconcile explain", "代碼說明：reconcile explain"),
    "did": Text("things it acted on", "項受影響"),
}
Data = Mapping[str, Any]


def known_ids(data: Data) -> list[str]:
    """Every id that can be asked for."""
    return [i for kind in _ids(data).values() for i in kind]


def _ids(data: Data) -> dict[str, dict[str, Any]]:
    """Kind → id → what it stands for."""
    groups: dict[str, list[Any]] = {}
    for f in data["findings"]:
        if f["group"]:
            groups.setdefault(f["group"], []).append(f)
    by_id: dict[str, dict[str, Any]] = {
        kind: {x["id"]: x for x in data.get(f"{kind}s", ())}
        for kind in ("finding", "link", "record", "rule")
    }
    return by_id | {"group": groups}


def about_id(data: Data, what: str, lang: Lang) -> list[str] | None:
    """The lines about the thing whose id is `what` or begins with it; None if there is none.

    Raises:
        ReconcileError: several ids begin with `what`.
    """
    known = _ids(data)
    exact = [(kind, i) for kind, things in known.items() for i in things if i == what]
    prefixed = [(kind, i) for kind, things in known.items() for i in things if i.startswith(what)]
    found = exact or (prefixed if len(what) >= _SHORTEST_PREFIX else [])
    if not found:
        return None
    if len(found) > 1 and not exact:
        names = ", ".join(f"{i} ({kind})" for kind, i in found[:_MOST_SHOWN])
        raise ReconcileError(f"{len(found)} ids begin with {what!r}: {names}")
    kind, chosen = found[0]
    return list(_Report(data, lang).about(kind, known[kind][chosen], chosen))


class _Report:
    """Says in one language what stands in a report."""

    def __init__(self, data: Data, lang: Lang) -> None:
        self.data = data
        self.lang = lang
        self.records = {r["id"]: r for r in data["records"]}
        self.paths = {s["id"]: s["path"] for s in data["sources"]}
        self.verdicts = {r: v for v in data["verdicts"] for r in (v["zh"], v["en"]) if r}

    def word(self, key: str) -> str:
        return _WORDS[key].said_in(self.lang)

    def about(self, kind: str, thing: Any, name: str) -> Iterator[str]:
        """The lines about one thing."""
        say: dict[str, Callable[[Any, str], Iterator[str]]] = {
            "finding": self._finding,
            "group": self._group,
            "link": self._link,
            "record": self._record,
            "rule": self._rule,
        }
        yield f"{self.word(kind)} {name}"
        yield from say[kind](thing, name)

    def _sentence(self, f: Data) -> str:
        if self.lang != "en" and f["name"] in BY_NAME:
            for systemic in (False, True):
                try:
                    return message(f["name"], f["params"], self.lang, systemic=systemic)
                except (KeyError, ValueError):
                    continue  # the sentence is the other one
        return str(f["message"])

    def _finding(self, f: Data, _: str) -> Iterator[str]:
        origin = ORIGINS[f["origin"]].said_in(self.lang)
        severity = SEVERITIES[f["severity"]].said_in(self.lang)
        yield f"{f['code']} {f['name']} · {severity} · {origin}"
        yield ""
        yield self._sentence(f)
        for ref in f["refs"][:_MOST_SHOWN]:
            yield self._place(ref)
        yield from self._more(f["refs"])
        for key, value in f["params"].items():
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            yield f"    {key} = {shown}"
        if f["suggestion"]:
            yield f"{self.word('suggestion')}: {f['suggestion']}"
        if f["rule"]:
            yield f"{self.word('settled')}: {f['rule']}"
        link = next((x for x in self.data["links"] if x["id"] == f["link"]), None)
        if link:
            yield f"{self.word('rests')} {self.word('link')} {link['id']}"
            yield from self._link(link, link["id"])
        yield f"{self.word('explain')} {f['code']}"

    def _place(self, ref: Data) -> str:
        path = self.paths.get(ref["source"], ref["source"])
        return f"  {path}:{ref['line']}:{ref['column']}  {ref['text']}".rstrip()

    def _more(self, things: Sequence[Any]) -> Iterator[str]:
        if len(things) > _MOST_SHOWN:
            yield "  " + self.word("more").format(n=len(things) - _MOST_SHOWN)

    def _group(self, findings: Sequence[Data], _: str) -> Iterator[str]:
        yield f"{findings[0]['code']} {findings[0]['name']} · {len(findings)}"
        for f in findings[:_MOST_SHOWN]:
            ref = self._place(f["refs"][0]).strip().split("  ")[0] + " " if f["refs"] else ""
            yield f"  {ref}{self._sentence(f)} [{f['id']}]"
        yield from self._more(findings)
        yield f"{self.word('explain')} {findings[0]['code']}"

    def _row(self, record_id: str) -> str:
        r = self.records[record_id]
        country = f", {r['country_text'] or r['country']}" if r["country"] else ""
        date = f" ({r['date']})" if r["date"] else ""
        place = f"{self.paths.get(r['source'], r['source'])}:{r['line']}"
        return f"  {place}  {r['host']['text']} – {r['partner']['text']}{country}{date} [{r['id']}]"

    def _link(self, link: Data, _: str) -> Iterator[str]:
        yield self._row(link["zh"])
        yield self._row(link["en"])
        for e in link["evidence"]:
            yield f"    {e['weight']:+6.2f}  {e['name']}: {e['detail']}"
        total = sum(e["weight"] for e in link["evidence"])
        yield f"    {total:+6.2f}  {self.word('sum')} {link['probability']:.4f}"
        if rival := link["runner_up"]:
            yield f"  {self.word('rival')}: {rival['text']}, {rival['probability']:.4f}"
        if link["rule"]:
            yield f"  {self.word('rule')} {link['rule']}"

    def _record(self, record: Data, name: str) -> Iterator[str]:
        yield self._row(name)
        verdict = self.verdicts.get(name)
        if verdict:
            yield f"{self.word('verdict')}: {verdict['verdict']} ({verdict['reason']})"
            yield f"  {why(verdict['reason'], verdict['params'], self.lang)}"
        link = next((x for x in self.data["links"] if name in (x["zh"], x["en"])), None)
        if link is None:
            yield self.word("none")
        else:
            yield f"{self.word('link')} {link['id']}"
            yield from self._link(link, link["id"])
        for f in self.data["findings"]:
            if name in f["records"]:
                yield f"{f['code']} {self._sentence(f)} [{f['id']}]"

    def _rule(self, rule: Data, _: str) -> Iterator[str]:
        yield f"{rule['kind']} · {rule['path']}:{rule['line']}"
        yield rule["because"]
        yield f"{len(rule['effects'])} {self.word('did')}"
        yield from (f"  {effect}" for effect in rule["effects"][:_MOST_SHOWN])
        yield from self._more(rule["effects"])
