"""What changed between two reports, for people (text, Markdown) and for programs (JSON Lines)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reconcile.report.contract import SavedFinding, SavedLink, SavedReport, SavedVerdict
from reconcile.report.contract.values import to_json
from reconcile.report.excerpt import wrap
from reconcile.report.markdown import code, escaped
from reconcile.report.saved.compare import COMPARED, Compared, Comparison, Difference, Outcome
from reconcile.visible import visible

SIGNS: Mapping[Outcome, str] = {"new": "+", "gone": "-", "changed": "~"}
STYLES: Mapping[Outcome, str] = {"new": "green", "gone": "red", "changed": "yellow"}
PLACE = "    --> "


def full_lines(comparison: Comparison, cells: int) -> Iterator[tuple[str, str]]:
    """Lines for a terminal, each with its style: every change under its kind, then the counts."""
    for first, indent, text, style in _parts(comparison):
        # A place is never cut, so that terminals can open it.
        lines = [text] if first == PLACE else wrap(text, cells - indent)
        for i, line in enumerate(list(lines) or [""]):
            yield (first if i == 0 else " " * indent) + line, style


def _parts(comparison: Comparison) -> Iterator[tuple[str, int, str, str]]:
    """What each line begins with, how far its other lines stand in, its text and style."""
    for what in COMPARED:
        found = _in_order(comparison, what)
        if not found:
            continue
        yield "", 2, f"{what}s: {_counts(comparison, what)}", "bold"
        for d in found:
            yield f"  {SIGNS[d.outcome]} ", 4, visible(text_of(comparison, d)), STYLES[d.outcome]
            if place := place_of(comparison, d):
                yield PLACE, 8, visible(place), "dim"
        yield "", 0, "", ""
    for source in comparison.sources:
        yield "", 2, f"{visible(source)} has other content.", "dim"
    yield "", 2, summary(comparison), "bold"


def _in_order(comparison: Comparison, what: Compared) -> list[Difference[Any]]:
    """New ones first, then those that are gone, then changes."""
    return [d for outcome in SIGNS for d in comparison.of(what, outcome)]


def concise_lines(comparison: Comparison) -> Iterator[str]:
    """One difference a line: sign, kind, place, text."""
    for d in comparison.differences:
        place = place_of(comparison, d)
        where = f"{place}: " if place else ""
        yield f"{SIGNS[d.outcome]} {d.what} {visible(where + text_of(comparison, d))}"


def render_jsonl(comparison: Comparison) -> str:
    """One difference a line, with the whole of what was and what is."""
    return "".join(
        to_json({"kind": d.what, "change": d.outcome, "old": d.old, "new": d.new}) + "\n"
        for d in comparison.differences
    )


def render_markdown(comparison: Comparison) -> str:
    """A comment for a pull request: counts, then every difference as an item of a list."""
    lines = [f"**{escaped(summary(comparison))}**", ""]
    for what in COMPARED:
        found = _in_order(comparison, what)
        if not found:
            continue
        lines += [f"### {what.capitalize()}s: {_counts(comparison, what)}", ""]
        for d in found:
            place = place_of(comparison, d)
            where = f" {code(place)}" if place else ""
            lines.append(f"- **{d.outcome}** {escaped(text_of(comparison, d))}{where}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def summary(comparison: Comparison) -> str:
    """All counts in one line."""
    parts = [f"{what}s {_counts(comparison, what)}" for what in COMPARED if comparison.of(what)]
    return "; ".join(parts) + "." if parts else "Nothing has changed."


def _counts(comparison: Comparison, what: Compared) -> str:
    counts = ((outcome, len(comparison.of(what, outcome))) for outcome in SIGNS)
    return ", ".join(f"{n:,} {outcome}" for outcome, n in counts if n)


def text_of(comparison: Comparison, d: Difference[Any]) -> str:
    """A difference in one line."""
    return _SENTENCES[d.what](comparison, d)


def place_of(comparison: Comparison, d: Difference[Any]) -> str:
    """`path:line:column` of a finding, or "" for anything else."""
    if d.what != "finding" or not d.item.refs:
        return ""
    return _report(comparison, d).position_of(d.item.refs[0])


def _finding(comparison: Comparison, d: Difference[SavedFinding]) -> str:
    f = d.item
    changed = _what_changed(d, ("severity", "origin", "suggestion", "rule"))
    return f"{f.code} {f.severity} {f.message} [{f.id}]{changed}"


def _verdict(comparison: Comparison, d: Difference[SavedVerdict]) -> str:
    changed = _what_changed(d, ("verdict", "reason"))
    if d.old and d.new and not changed:
        changed = f" (before with {_sides(comparison.old, d.old)})"
    return f"{_sides(_report(comparison, d), d.item)}: {d.item.verdict}{changed}"


def _link(comparison: Comparison, d: Difference[SavedLink]) -> str:
    changed = _what_changed(d, ("probability", "relation", "method", "rule"))
    sides = _sides(_report(comparison, d), d.item)
    return f"{sides}: {d.item.probability:.4f} [{d.item.id}]{changed}"


_SENTENCES: Mapping[Compared, Callable[[Comparison, Difference[Any]], str]] = {
    "finding": _finding,
    "verdict": _verdict,
    "link": _link,
}


def _report(comparison: Comparison, d: Difference[Any]) -> SavedReport:
    return comparison.old if d.new is None else comparison.new


def _sides(report: SavedReport, item: SavedVerdict | SavedLink) -> str:
    """`北京市 – 東京 = Beijing – Tokyo`."""
    return " = ".join(report.records_by_id[i].pair for i in (item.zh, item.en) if i)


def _what_changed(d: Difference[Any], keys: tuple[str, ...]) -> str:
    if d.old is None or d.new is None:
        return ""
    values = ((key, getattr(d.old, key), getattr(d.new, key)) for key in keys)
    changes = [f"{key} {_value(old)} → {_value(new)}" for key, old, new in values if old != new]
    return f" ({'; '.join(changes)})" if changes else ""


def _value(value: object) -> str:
    return "none" if value is None else str(value)
