"""The four pictures as plain numbers; `pictures.html` draws them, each with its table.

Bars are drawn in a stretched viewBox and labelled outside of it, so that a picture takes any
width and its text keeps its size.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.models import Verdict
from reconcile.places.countries import name_of
from reconcile.report.labels import VERDICTS
from reconcile.report.numbers import log_odds, shown_probability
from reconcile.report.view import View

COUNTRIES_SHOWN = 16
LOW, HIGH, STEP = -3.0, 9.0, 0.5
TICKS = (0.1, 0.5, 0.9, 0.99, 0.999)


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
    """A bar of segments with its label; `note` is a remark such as 'left empty'."""

    label: str
    total: int
    segments: tuple[Segment, ...]
    query: str
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis, at a place in percent."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one scale; `top` is the value of the longest bar."""

    bars: tuple[Bar, ...]
    top: int
    kinds: tuple[str, ...]
    ticks: tuple[Tick, ...] = ()
    threshold: float | None = None
    note: str = ""


def _segments(
    counts: Counter[str], top: int, query: str, fields: str = "verdict"
) -> Iterable[Segment]:
    start = 0.0
    for kind in VERDICTS:
        if n := counts[kind]:
            size = 100 * n / top
            yield Segment(kind, n, round(start, 3), round(size, 3), f"{query} verdict:{kind}")
            start += size


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text


def _kinds(counters: Iterable[Counter[str]]) -> tuple[str, ...]:
    seen = sum(counters, Counter[str]())
    return tuple(k for k in VERDICTS if seen[k])


def provinces(view: View) -> Chart:
    """Verdicts by province, with a remark where a list leaves the province empty."""
    counts = [Counter(dict(row.verdicts)) for row in view.provinces]
    top = max((c.total() for c in counts), default=1)
    bars = []
    for row, c in zip(view.provinces, counts, strict=True):
        query = f"province:{_quoted(row.name or 'unknown')}"
        note = {"zh": "empty in Chinese", "en": "empty in English"}.get(row.empty_in or "", "")
        segments = tuple(_segments(c, top, query))
        name = row.name or "Not known"
        bars.append(Bar(name, c.total(), segments, query, row.title, note))
    return Chart(tuple(bars), top, _kinds(counts))


def countries(view: View) -> Chart:
    """Agreements by the partner's country, the most frequent first."""
    groups: dict[str, Counter[str]] = {}
    for v in view.result.verdicts:
        groups.setdefault(_country(view, v), Counter())[v.verdict] += 1
    groups.pop("", None)
    order = sorted(groups, key=lambda c: (-groups[c].total(), c))
    shown = order[:COUNTRIES_SHOWN]
    top = max((groups[c].total() for c in shown), default=1)
    bars = tuple(
        Bar(
            country_name(c),
            groups[c].total(),
            tuple(_segments(groups[c], top, f"country:{c}")),
            f"country:{c}",
            c,
        )
        for c in shown
    )
    hidden = len(order) - len(shown)
    note = f"{hidden} more countries have fewer." if hidden > 0 else ""
    return Chart(bars, top, _kinds(groups.values()), note=note)


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 code; the code itself where it is none."""
    try:
        return name_of(code, "en")
    except KeyError:
        return code


def _country(view: View, v: Verdict) -> str:
    for record in (v.en, v.zh):
        if record and (code := view.records[record].country):
            return code
    return ""


def years(view: View) -> Chart:
    """Agreements by the year of their date, stacked upwards by verdict."""
    groups: dict[int, Counter[str]] = {}
    for v in view.result.verdicts:
        dates = [view.records[r].date for r in (v.zh, v.en) if r]
        if date := next((d for d in dates if d), None):
            groups.setdefault(date.year, Counter())[v.verdict] += 1
    if not groups:
        return Chart((), 0, (), note="No source gives a date.")
    first, last = min(groups), max(groups)
    span = range(first, last + 1)
    top = max(c.total() for c in groups.values())
    bars = tuple(
        Bar(
            str(y),
            groups[y].total() if y in groups else 0,
            tuple(_segments(groups.get(y, Counter()), top, f"date:{y}")),
            f"date:{y}",
        )
        for y in span
    )
    ticks = tuple(
        Tick(round(100 * (y - first + 0.5) / len(span), 3), str(y)) for y in span if y % 10 == 0
    )
    dated = [f"{s.dated:,} of {s.records:,} in {s.name}" for s in view.sources]
    return Chart(bars, top, _kinds(groups.values()), ticks, note=f"Dated: {'; '.join(dated)}.")


def probabilities(view: View) -> Chart:
    """How sure the links are: bars of one row a verdict, on a scale of log-odds."""
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
        Bar(k, rows[k].total(), tuple(_bins(k, rows[k], edges, top)), f"verdict:{k}") for k in kinds
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
        query = f"verdict:{kind} p:{edges[i]:g}..{to:g}"
        start = 100 * i / len(edges)
        yield Segment(kind, counts[i], round(start, 3), round(100 * counts[i] / top, 3), query)


def _place(p: float) -> float:
    n = len(_edges())
    return round(min(max((log_odds(p) - LOW) / STEP, 0), n) / n * 100, 3)
