"""The verdicts broken down: by province, and by section of each source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reconcile.models import ParsedSource, Result, Side, Verdict, VerdictName
from reconcile.report.view.captions import VERDICTS


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """The verdicts of one province; `name` is empty where the province is not known.

    `empty_in` names the side that announces the province's section and leaves it empty.
    """

    name: str
    title: str
    zh: int
    en: int
    verdicts: Mapping[VerdictName, int]
    empty_in: Side | None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section of one source: its heading, where it stands, and the verdicts of its rows."""

    source: str
    side: Side
    title: str
    line: int
    records: int
    verdicts: Mapping[VerdictName, int]


def _tally(verdicts: list[Verdict]) -> dict[VerdictName, int]:
    counts = Counter(v.verdict for v in verdicts)
    return {name: counts[name] for name in VERDICTS if counts[name]}


def provinces(result: Result) -> tuple[ProvinceRow, ...]:
    """One row a province, most agreements first, those without a known province last."""
    titles = _titles(result)
    groups: dict[str, list[Verdict]] = {}
    for v in result.verdicts:
        groups.setdefault(province_of(result, v), []).append(v)
    rows = [
        ProvinceRow(
            name=name,
            title=titles.get(name, ""),
            zh=sum(v.zh is not None for v in vs),
            en=sum(v.en is not None for v in vs),
            verdicts=_tally(vs),
            empty_in=_empty_side(vs),
        )
        for name, vs in groups.items()
    ]
    return tuple(sorted(rows, key=lambda r: (not r.name, -sum(r.verdicts.values()), r.name)))


def province_of(result: Result, verdict: Verdict) -> str:
    """The province of a verdict's host: the Chinese record's, else the English one's."""
    for record in (verdict.zh, verdict.en):
        match = result.hosts.get(record) if record else None
        if match is not None and match.province:
            return match.province
    return ""


def _empty_side(verdicts: list[Verdict]) -> Side | None:
    """The list that cannot speak of a province, judged by the reasons given."""
    gaps = [v for v in verdicts if v.reason == "section-empty"]
    if not gaps:
        return None
    return "zh" if gaps[0].zh is None else "en"


def _titles(result: Result) -> dict[str, str]:
    """Province → the Chinese section about it, or in which most of its Chinese records stand."""
    seen: dict[str, Counter[str]] = {}
    for province, title in (*_titles_of_sections(result), *_titles_over_records(result)):
        seen.setdefault(province, Counter())[title] += 1
    return {name: min(c, key=lambda s: (-c[s], s)) for name, c in seen.items()}


def _titles_of_sections(result: Result) -> Iterator[tuple[str, str]]:
    for source in result.sources:
        if source.document.side == "zh":
            yield from ((s.province, s.title) for s in source.sections if s.province)


def _titles_over_records(result: Result) -> Iterator[tuple[str, str]]:
    for r in result.records:
        match = result.hosts.get(r.id)
        if r.side == "zh" and r.section and match is not None and match.province:
            yield match.province, r.section


def sections(result: Result) -> tuple[SectionRow, ...]:
    """One row a section with rows or none, in source order; wrapping headings are left out."""
    verdict_of = {r: v for v in result.verdicts for r in (v.zh, v.en) if r is not None}
    return tuple(row for source in result.sources for row in _sections(source, verdict_of))


def _sections(source: ParsedSource, verdict_of: Mapping[str, Verdict]) -> Iterator[SectionRow]:
    verdicts: dict[str, list[Verdict]] = {}
    for r in source.records:
        verdicts.setdefault(r.section, []).append(verdict_of[r.id])
    for s in source.sections:
        own = verdicts.get(s.title, [])
        if own or not s.rows:
            yield SectionRow(
                source=source.document.id,
                side=source.document.side,
                title=s.title,
                line=s.ref.line,
                records=len(own),
                verdicts=_tally(own),
            )
