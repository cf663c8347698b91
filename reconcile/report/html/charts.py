"""The four pictures as plain numbers; `pictures.html` draws them, each with its table.

Bars are drawn in a stretched viewBox and labelled outside of it, so that a picture takes any
width and its text keeps its size. An agreement counts wherever the filter of a bar finds it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from reconcile.catalogue import Text
from reconcile.models import Record, Side, Verdict, VerdictName
from reconcile.report.html import words
from reconcile.report.html.translations import Translatable, translated
from reconcile.report.view.captions import VERDICTS, country_name
from reconcile.report.view.numbers import log_odds, shown_probability
from reconcile.report.view.view import View

Tally = Counter[VerdictName]
COUNTRIES_SHOWN = 16
LOW, HIGH, STEP = -3.0, 9.0, 0.5
TICKS = (0.1, 0.5, 0.9, 0.99, 0.999)
LEAST = 1.5
"""Percent of the scale that the smallest part of a bar takes: it must be seen and hit."""
LEAST_UPRIGHT, LEAST_OF_LINKS = 5.0, 10.0
"""The same in the upright pictures, of which that of the links is low."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A coloured part of a bar, from `start` on, both in percent; `query` is what it filters by."""

    kind: str
    count: int
    start: float
    size: float
    query: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of segments with its label; `empty_in` is the list that leaves its subject empty."""

    label: Translatable
    total: int
    segments: tuple[Segment, ...]
    query: str
    title: str = ""
    empty_in: Side | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis, at a place in percent."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one scale; `top` is the value of the longest bar, `hidden` how many are left out."""

    bars: tuple[Bar, ...]
    top: int
    kinds: tuple[str, ...]
    ticks: tuple[Tick, ...] = ()
    threshold: float | None = None
    hidden: int = 0


def _segments(counts: Tally, top: int, query: str, least: float) -> tuple[Segment, ...]:
    """The parts of one bar; small ones are widened at the cost of the others."""
    kinds = [k for k in VERDICTS if counts[k]]
    sizes = [max(100 * counts[k] / top, least) for k in kinds]
    scale = min(1.0, 100 / sum(sizes)) if sizes else 1.0
    made, start = [], 0.0
    for kind, size in zip(kinds, sizes, strict=True):
        part = round(size * scale, 2)
        made.append(Segment(kind, counts[kind], round(start, 2), part, f"{query} verdict:{kind}"))
        start += part
    return tuple(made)


def _query(field: str, value: str) -> str:
    return (
        f'kind:agreement {field}:"{value}"' if " " in value else f"kind:agreement {field}:{value}"
    )


def _kinds(counters: Iterable[Tally]) -> tuple[str, ...]:
    seen = sum(counters, Tally())
    return tuple(k for k in VERDICTS if seen[k])


def proportion(view: View) -> tuple[Segment, ...]:
    """All agreements as one bar."""
    counts = Counter(view.verdicts)
    return _segments(counts, max(counts.total(), 1), "kind:agreement", LEAST)


def provinces(view: View) -> Chart:
    """Verdicts by province, with a remark where a list leaves the province empty."""
    counts = [Counter(row.verdicts) for row in view.provinces]
    top = max((c.total() for c in counts), default=1)
    bars = []
    for row, c in zip(view.provinces, counts, strict=True):
        query = _query("province", row.name or "unknown")
        name = Text(row.name, row.title or row.name) if row.name else words.UNKNOWN
        parts = _segments(c, top, query, LEAST)
        bars.append(Bar(name, c.total(), parts, query, row.title, row.empty_in))
    return Chart(tuple(bars), top, _kinds(counts))


def countries(view: View) -> Chart:
    """Agreements by the partner's country, the most frequent first."""
    groups: dict[str, Tally] = {}
    for v in view.result.verdicts:
        for country in {r.country for r in _records(view, v) if r.country}:
            groups.setdefault(country, Counter())[v.verdict] += 1
    order = sorted(groups, key=lambda c: (-groups[c].total(), c))
    top = max((c.total() for c in groups.values()), default=1)
    bars = []
    for code in order[:COUNTRIES_SHOWN]:
        query = _query("country", code)
        parts = _segments(groups[code], top, query, LEAST)
        bars.append(
            Bar(translated(partial(country_name, code)), groups[code].total(), parts, query, code)
        )
    return Chart(
        tuple(bars), top, _kinds(groups.values()), hidden=max(len(order) - COUNTRIES_SHOWN, 0)
    )


def _records(view: View, v: Verdict) -> list[Record]:
    return [view.records[r] for r in (v.zh, v.en) if r]


def years(view: View) -> Chart:
    """Agreements by the year of their date, stacked upwards by verdict."""
    groups: dict[int, Tally] = {}
    for v in view.result.verdicts:
        for year in {r.date.year for r in _records(view, v) if r.date}:
            groups.setdefault(year, Counter())[v.verdict] += 1
    if not groups:
        return Chart((), 0, ())
    first, last = min(groups), max(groups)
    span = range(first, last + 1)
    top = max(c.total() for c in groups.values())
    bars = []
    for year in span:
        counts, query = groups.get(year, Tally()), _query("date", str(year))
        parts = _segments(counts, top, query, LEAST_UPRIGHT)
        bars.append(Bar(str(year), counts.total(), parts, query))
    ticks = tuple(
        Tick(round(100 * (y - first + 0.5) / len(span), 3), str(y)) for y in span if y % 10 == 0
    )
    return Chart(tuple(bars), top, _kinds(groups.values()), ticks)


def probabilities(view: View) -> Chart:
    """How sure the links are: a row of bars for each verdict, on a scale of log-odds."""
    verdict_of = {(v.zh, v.en): v.verdict for v in view.result.verdicts}
    edges = _edges()
    rows: dict[str, Counter[int]] = {}
    for link in view.result.links:
        verdict = verdict_of.get((link.zh, link.en))
        if verdict:
            at = bisect_right(edges, shown_probability(link.probability)) - 1
            rows.setdefault(verdict, Counter())[max(at, 0)] += 1
    top = max((n for c in rows.values() for n in c.values()), default=1)
    kinds = tuple(k for k in VERDICTS if k in rows)
    bars = tuple(
        Bar(k, rows[k].total(), tuple(_bins(k, rows[k], edges, top)), f"kind:agreement verdict:{k}")
        for k in kinds
    )
    ticks = tuple(Tick(_place(p), f"{p:g}") for p in TICKS)
    return Chart(bars, top, kinds, ticks, _place(view.result.threshold))


def _edges() -> list[float]:
    """The lower ends of the bins as shown probabilities; the first bin starts at nought."""
    n = round((HIGH - LOW) / STEP)
    inner = [shown_probability(1 / (1 + math.exp(-LOW - STEP * i))) for i in range(1, n + 1)]
    return [0.0, *inner]


def _bins(kind: str, counts: Counter[int], edges: Sequence[float], top: int) -> Iterable[Segment]:
    for i in sorted(counts):
        to = edges[i + 1] if i + 1 < len(edges) else 1
        query = f"kind:agreement verdict:{kind} p:{edges[i]:g}..{to:g}"
        size = max(100 * counts[i] / top, LEAST_OF_LINKS)
        yield Segment(kind, counts[i], round(100 * i / len(edges), 3), round(size, 2), query)


def _place(p: float) -> float:
    n = len(_edges())
    return round(min(max((log_odds(p) - LOW) / STEP, 0), n) / n * 100, 3)
