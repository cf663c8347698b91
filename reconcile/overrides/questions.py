"""The open questions of a run: what only a person can decide, most promising first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.models import Finding, Link, Record, Result
from reconcile.overrides.run.redundant import OPEN_QUESTION

_LONELY = ("only-zh", "only-en")


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two rows are the same agreement or, of a conflict, which of them is right.

    `keys` are all ids it may be called by; the first is its own and lasts from run to run.
    """

    keys: tuple[str, ...]
    zh: Record
    en: Record
    probability: float
    finding: Finding | None = None
    link: Link | None = None

    @property
    def id(self) -> str:
        """What the question is known by."""
        return self.keys[0]

    @property
    def is_conflict(self) -> bool:
        """Whether the rows are linked and contradict each other."""
        return self.finding is not None and self.finding.name.startswith("conflict-")

    @property
    def text(self) -> str:
        """The question in one sentence."""
        if self.finding is not None:
            return self.finding.message
        return (
            f"Is {self.zh.partner} under {self.zh.host} the same as {self.en.partner} "
            f"under {self.en.host}? Both stand alone."
        )


def questions(result: Result) -> tuple[Question, ...]:
    """Conflicts, links that were left open, and rows of both lists that may belong together."""
    found = [*_of_findings(result), *_of_lonely_rows(result)]
    asked: set[tuple[str, str, bool]] = set()
    unique = []
    for question in found:
        key = (question.zh.id, question.en.id, question.is_conflict)
        if key not in asked:
            asked.add(key)
            unique.append(question)
    return tuple(sorted(unique, key=lambda q: (not q.is_conflict, -q.probability, q.id)))


def _of_findings(result: Result) -> Iterator[Question]:
    records = {r.id: r for r in result.records}
    links = {(link.zh, link.en): link for link in result.links}
    chances = {(z, e): p for z, e, p in result.considered}
    for finding in result.findings:
        open_link = finding.name in ("weak-link", "tied-link", "wrong-name")
        if finding.rule is not None or not (open_link or finding.name.startswith("conflict-")):
            continue
        rows = [records[i] for i in finding.records if i in records]
        zh = [r for r in rows if r.side == "zh"]
        for en in (r for r in rows if r.side == "en"):
            pair = (zh[0].id, en.id)
            link = links.get(pair)
            chance = link.probability if link else chances.get(pair, 0.0)
            keys = tuple(k for k in (finding.id, finding.group, link and link.id) if k)
            if len(rows) > 2:  # a tie: one question for each of the rows that fit
                keys = (f"{finding.id}-{en.id}", *keys)
            yield Question(keys, zh[0], en, chance, finding, link)


def _of_lonely_rows(result: Result) -> Iterator[Question]:
    records = {r.id: r for r in result.records}
    unmatched = {i: f for f in result.findings if f.name in _LONELY for i in f.records}
    for zh, (en, chance) in _best_of_lonely_rows(result).items():
        findings = [unmatched[i] for i in (zh, en) if i in unmatched]
        keys = [k for f in findings for k in (f.id, f.group) if k]
        yield Question((f"{zh}-{en}", *keys, zh, en), records[zh], records[en], chance)


def _best_of_lonely_rows(result: Result) -> dict[str, tuple[str, float]]:
    """Chinese record id → the likeliest English record that stands alone too, if likely at all."""
    lonely = {i for v in result.verdicts if v.verdict in _LONELY for i in (v.zh, v.en)}
    lonely -= {i for f in result.findings if f.rule is not None for i in f.records}
    best: dict[str, tuple[str, float]] = {}
    for zh, en, chance in result.considered:
        if lonely >= {zh, en} and (chance, en) > best.get(zh, ("", OPEN_QUESTION))[::-1]:
            best[zh] = en, chance
    return best


def chosen(found: Sequence[Question], ids: Sequence[str]) -> list[Question]:
    """The questions that `ids` (or their beginnings) name; all where there are none."""
    if not ids:
        return list(found)
    return [q for q in found if any(key.startswith(i) for i in ids for key in q.keys)]
