"""Entries: findings gathered so that a reader meets each problem once, the best to mend first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.catalogue import Lang, say, together
from reconcile.models import Finding, Link, Origin, Param, Severity, SourceRef
from reconcile.report.view import texts
from reconcile.report.view.captions import ORIGINS, SEVERITIES, family_of, title_of

CERTAIN = 0.9
"""A finding that rests on a link below this probability is no certain one."""

SAME_CODE_AT_THE_HEAD = 3
"""So many entries of one code may stand among the first, while other codes wait."""

AT_MOST = 60
"""A reader faces so many open entries; where there are more, those of one code are put together."""

_MERGED = ("copy", "all", "serious")
"""Entries that may be put together, in this order; the id of the whole begins with the word."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem: a finding, or a group of findings that is mended in one go.

    `message` speaks for all findings, in English; where it is only the first one's, `repeats` says
    how many there are. `findings` hold the head first; `settled` entries are those that a rule
    answered. `parts` are the entries of one code that were put together, so as not to be too many.
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
    parts: tuple[Entry, ...] = ()

    @property
    def count(self) -> int:
        """How many findings the entry stands for."""
        return len(self.findings)

    @property
    def times(self) -> str:
        """`×1,407`, where the message is only the first one's."""
        return f"×{self.repeats:,}" if self.repeats else ""

    @property
    def places(self) -> tuple[SourceRef, ...]:
        """All spans that its findings point at."""
        return tuple(ref for f in self.findings for ref in f.refs)

    @property
    def head(self) -> Finding:
        """The finding whose sentence speaks for all."""
        return self.findings[0]

    def sentence(self, lang: Lang) -> str:
        """The message in one language."""
        return self.message if lang == "en" else _sentence(self.findings, self.parts, lang)


def build_entries(
    findings: Iterable[Finding],
    links: Mapping[str, Link],
    sources: Iterable[str],
    at_most: int = AT_MOST,
) -> tuple[Entry, ...]:
    """All entries in the order in which they are worth acting on; settled ones come last.

    Args:
        findings: each of them ends in one entry.
        links: by id; an entry that rests on an uncertain link stands behind.
        sources: their ids in the order in which places are sorted.
        at_most: so many open entries, unless there are more codes; see `_put_together`.
    """
    buckets: dict[tuple[str, str, bool], list[Finding]] = {}
    for f in findings:
        buckets.setdefault(_bucket(f), []).append(f)
    places = {source: i for i, source in enumerate(sources)}
    entries = [_group(key, members) for key, members in buckets.items()]
    entries.sort(key=lambda e: _rank(e, links, places))
    entries = _put_together(entries, at_most)
    return tuple(sorted(entries, key=lambda e: _rank(e, links, places)))


def named_entries(
    findings: Sequence[Finding], links: Mapping[str, Link], sources: Iterable[str]
) -> dict[str, tuple[Finding, ...]]:
    """Every id that an entry or group may be called by, however many entries there are."""
    entries = build_entries(findings, links, sources, len(findings))
    named: dict[str, tuple[Finding, ...]] = {e.id: e.findings for e in entries}
    for name, parts in _mergeable(entries):
        named[name] = tuple(f for e in parts for f in e.findings)
    for f in findings:
        if f.group is not None and f.group not in named:
            named[f.group] = tuple(x for x in findings if x.group == f.group)
    return named


def _bucket(f: Finding) -> tuple[str, str, bool]:
    settled = f.rule is not None
    if f.origin == "copy":
        return ("copy", f.group or f.code, settled)
    return ("group", f.group, settled) if f.group else ("one", f.id, settled)


def _group(key: tuple[str, str, bool], members: list[Finding]) -> Entry:
    kind, name, settled = key
    if len(members) == 1:
        return _entry(members[0].id, members)
    entry_id = f"copy-{name}" if kind == "copy" else name
    return _entry(f"{entry_id}-settled" if settled else entry_id, members)


def _entry(entry_id: str, members: Sequence[Finding], parts: Sequence[Entry] = ()) -> Entry:
    head = members[0]
    sentence = _sentence(members, parts, "en")
    return Entry(
        id=entry_id,
        code=head.code,
        name=head.name,
        title=title_of(head.code, head.name),
        family=family_of(head),
        severity=min((f.severity for f in members), key=SEVERITIES.index),
        origin=min((f.origin for f in members), key=ORIGINS.index),
        message=sentence,
        repeats=len(members) if len(members) > 1 and sentence == head.message else 0,
        findings=tuple(members),
        settled=head.rule is not None,
        parts=tuple(parts),
    )


def _sentence(members: Sequence[Finding], parts: Sequence[Entry], lang: Lang) -> str:
    if not parts:
        return together(members, lang)
    head, grouped = members[0], len(parts) < len(members)
    values: dict[str, Param] = {
        "title": title_of(head.code, head.name, lang),
        "n": len(members),
        "groups": len(parts),
    }
    return say(texts.MANY_GROUPS if grouped else texts.MANY, values, lang)


def _put_together(entries: Sequence[Entry], at_most: int) -> list[Entry]:
    """Open entries of one code as one, until at most `at_most` are left.

    Faults of the copy first, notices before what is certain, and of these the codes with most
    entries first: they are the ones of which a reader has seen enough after three.
    """
    surplus = sum(not e.settled for e in entries) - at_most
    whole_of: dict[str, Entry] = {}
    for name, parts in _mergeable(entries):
        if surplus > 0 and len(parts) > 1:
            surplus -= len(parts) - 1
            whole = _entry(name, [f for e in parts for f in e.findings], parts)
            whole_of |= {e.id: whole for e in parts}
    return list({e.id: e for e in (whole_of.get(e.id, e) for e in entries)}.values())


def _mergeable(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """The id of a whole, and the entries that it would consist of; the first to merge first."""
    groups: dict[tuple[int, str], list[Entry]] = {}
    for e in entries:
        if not e.settled:
            groups.setdefault((_MERGED.index(_kind(e)), e.code), []).append(e)
    ranked = sorted(groups.items(), key=lambda x: (x[0][0], -len(x[1]), x[0]))
    return [(f"{_MERGED[kind]}-{code}", parts) for (kind, code), parts in ranked]


def _kind(e: Entry) -> str:
    if e.origin == "copy":
        return "copy"
    return "serious" if e.severity in ("error", "warning") else "all"


def _rank(e: Entry, links: Mapping[str, Link], places: Mapping[str, int]) -> tuple[object, ...]:
    """First what keeps a whole list from being compared, then what is certain, serious, of the page
    and quick to mend; then by place.
    """
    chances = [links[f.link].probability for f in e.findings if f.link and f.link in links]
    ref = e.head.refs[0] if e.head.refs else None
    return (
        e.settled,
        not (e.head.systemic and e.severity == "error"),
        e.origin == "copy",
        min(chances, default=1.0) < CERTAIN,
        SEVERITIES.index(e.severity),
        ORIGINS.index(e.origin),
        not any(f.suggestion for f in e.findings),
        e.code,
        (places.get(ref.source, -1), ref.line, ref.column) if ref else (-1, 0, 0),
        e.id,
    )


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading; without a heading, all stand together."""

    heading: str
    entries: tuple[Entry, ...]

    @property
    def count(self) -> int:
        """How many findings stand in it."""
        return sum(e.count for e in self.entries)


def limited(sections: Iterable[Section], limit: int | None) -> tuple[list[Section], int]:
    """The first `limit` entries, under their headings, and how many are left out."""
    shown: list[Section] = []
    hidden, room = 0, limit
    for section in sections:
        kept = section.entries[:room]
        hidden += len(section.entries) - len(kept)
        if room is not None:
            room -= len(kept)
        if kept:
            shown.append(Section(section.heading, kept))
    return shown, hidden


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
