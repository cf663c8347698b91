"""Entries: findings gathered so that a reader meets each problem once, the best to mend first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile.models import Finding, Link, Origin, Severity
from reconcile.report.labels import ORIGINS, SEVERITIES, catalogued, family_of, title_of

CERTAIN = 0.9
"""A finding that rests on a link below this probability is no certain one."""

SAME_CODE_AT_THE_HEAD = 3
"""So many entries of one code may stand among the first, while other codes wait."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem: a finding, or a group of findings that is mended in one go.

    `message` speaks for all findings; where it is only the first one's, `repeats` says how many
    there are. `findings` hold the head first; `settled` entries are those that a rule answered.
    """

    id: str
    code: str
    name: str
    title: str
    family: str
    severity: Severity
    origin: Origin
    message: str
    repeats: int
    findings: tuple[Finding, ...]
    settled: bool

    @property
    def count(self) -> int:
        """How many findings the entry stands for."""
        return len(self.findings)

    @property
    def head(self) -> Finding:
        """The finding whose sentence speaks for all."""
        return self.findings[0]


def build_entries(
    findings: Iterable[Finding], links: Mapping[str, Link], sources: Iterable[str]
) -> tuple[Entry, ...]:
    """All entries in the order in which they are worth acting on; settled ones come last."""
    buckets: dict[tuple[str, str, bool], list[Finding]] = {}
    for f in findings:
        buckets.setdefault(_bucket(f), []).append(f)
    entries = [_entry(key, members) for key, members in buckets.items()]
    places = {source: i for i, source in enumerate(sources)}
    return tuple(sorted(entries, key=lambda e: _rank(e, links, places)))


def _bucket(f: Finding) -> tuple[str, str, bool]:
    settled = f.rule is not None
    if f.origin == "copy":
        return ("copy", f.code, settled)
    return ("group", f.group, settled) if f.group else ("one", f.id, settled)


def _entry(key: tuple[str, str, bool], members: list[Finding]) -> Entry:
    kind, name, settled = key
    head = members[0]
    sentence = _together(members)
    entry_id = head.id if len(members) == 1 else f"copy-{name}" if kind == "copy" else name
    return Entry(
        id=f"{entry_id}-settled" if settled and len(members) > 1 else entry_id,
        code=head.code,
        name=head.name,
        title=title_of(head.code, head.name),
        family=family_of(head),
        severity=min((f.severity for f in members), key=SEVERITIES.index),
        origin=min((f.origin for f in members), key=ORIGINS.index),
        message=sentence,
        repeats=len(members) if len(members) > 1 and sentence == head.message else 0,
        findings=tuple(members),
        settled=settled,
    )


def _together(members: list[Finding]) -> str:
    """One sentence for all: the catalogue's for a group, or that of the first finding."""
    row = catalogued(members[0])
    if len(members) == 1 or row is None or row.grouped is None:
        return members[0].message
    return row.grouped.format(**members[0].params, n=f"{len(members):,}")


def _rank(e: Entry, links: Mapping[str, Link], places: Mapping[str, int]) -> tuple[object, ...]:
    """First what is certain, serious, of the page and quick to mend; then by place."""
    chances = [links[f.link].probability for f in e.findings if f.link and f.link in links]
    ref = e.head.refs[0] if e.head.refs else None
    return (
        e.settled,
        e.origin == "copy",
        min(chances, default=1.0) < CERTAIN,
        SEVERITIES.index(e.severity),
        ORIGINS.index(e.origin),
        not any(f.suggestion for f in e.findings),
        e.code,
        (places.get(ref.source, -1), ref.line, ref.column) if ref else (-1, 0, 0),
        e.id,
    )


def worth_acting_on(entries: Iterable[Entry], limit: int) -> tuple[Entry, ...]:
    """The first open entries of the page; no code takes more than its share of the head."""
    open_ = [e for e in entries if not e.settled and e.origin != "copy" and e.severity != "info"]
    seen: Counter[str] = Counter()
    first: list[Entry] = []
    rest: list[Entry] = []
    for e in open_:
        seen[e.code] += 1
        (first if seen[e.code] <= SAME_CODE_AT_THE_HEAD else rest).append(e)
    chosen = {e.id for e in [*first, *rest][:limit]}
    return tuple(e for e in open_ if e.id in chosen)
