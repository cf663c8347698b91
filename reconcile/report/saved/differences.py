"""What changed between two reports, for people (text, Markdown) and for programs (JSON Lines)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.report.excerpt import visible, wrap
from reconcile.report.markdown import code, escaped
from reconcile.report.saved.compare import KINDS, Change, Comparison, Item

SIGNS = {"new": "+", "gone": "-", "changed": "~"}
STYLES = {"new": "green", "gone": "red", "changed": "yellow"}
NAMES = tuple(SIGNS)
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
    for kind in KINDS:
        found = [c for name in NAMES for c in comparison.of(kind, name)]
        if found:
            yield "", 2, f"{kind}s: {_counts(comparison, kind)}", "bold"
        for change in found:
            sign = f"  {SIGNS[change.name]} "
            yield sign, 4, visible(text_of(comparison, change)), STYLES[change.name]
            if place := place_of(comparison, change):
                yield PLACE, 8, visible(place), "dim"
        if found:
            yield "", 0, "", ""
    for source in comparison.sources:
        yield "", 2, f"{visible(source)} has other content.", "dim"
    yield "", 2, summary(comparison), "bold"


def concise_lines(comparison: Comparison) -> Iterator[str]:
    """One change a line: sign, kind, place, text."""
    for c in comparison.changes:
        place = place_of(comparison, c)
        where = f"{place}: " if place else ""
        yield f"{SIGNS[c.name]} {c.kind} {visible(where + text_of(comparison, c))}"


def render_jsonl(comparison: Comparison) -> str:
    """One change a line, with the whole of what was and what is."""
    return "".join(
        json.dumps(
            {"kind": c.kind, "change": c.name, "old": c.old, "new": c.new}, ensure_ascii=False
        )
        + "\n"
        for c in comparison.changes
    )


def render_markdown(comparison: Comparison) -> str:
    """A comment for a pull request: counts, then every change as an item of a list."""
    lines = [f"**{escaped(summary(comparison))}**", ""]
    for kind in KINDS:
        found = [c for name in NAMES for c in comparison.of(kind, name)]
        if not found:
            continue
        lines += [f"### {kind.capitalize()}s: {_counts(comparison, kind)}", ""]
        for c in found:
            place = place_of(comparison, c)
            where = f" {code(place)}" if place else ""
            lines.append(f"- **{c.name}** {escaped(text_of(comparison, c))}{where}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def summary(comparison: Comparison) -> str:
    """All counts in one line."""
    parts = [f"{kind}s {_counts(comparison, kind)}" for kind in KINDS if comparison.of(kind)]
    return "; ".join(parts) + "." if parts else "Nothing has changed."


def _counts(comparison: Comparison, kind: Any) -> str:
    counts = ((name, len(comparison.of(kind, name))) for name in NAMES)
    return ", ".join(f"{n:,} {name}" for name, n in counts if n)


def text_of(comparison: Comparison, c: Change) -> str:
    """A change in one line."""
    said = {"finding": _finding, "verdict": _verdict, "link": _link}[c.kind]
    return said(comparison, c)


def place_of(comparison: Comparison, c: Change) -> str:
    """`path:line:column` of a finding, or "" for anything else."""
    refs = c.item.get("refs")
    if not refs:
        return ""
    report = comparison.old if c.new is None else comparison.new
    paths = {s["id"]: s["path"] for s in report["sources"]}
    ref = refs[0]
    return f"{paths.get(ref['source'], ref['source'])}:{ref['line']}:{ref['column']}"


def _finding(comparison: Comparison, c: Change) -> str:
    item = c.item
    changed = _what_changed(c, ("severity", "origin", "suggestion", "rule"))
    return f"{item['code']} {item['severity']} {item['message']} [{item['id']}]{changed}"


def _verdict(comparison: Comparison, c: Change) -> str:
    changed = _what_changed(c, ("verdict", "reason"))
    if c.old and c.new and not changed:
        changed = f" (before with {_sides(comparison.old, c.old)})"
    return f"{_sides(_report(comparison, c), c.item)}: {c.item['verdict']}{changed}"


def _link(comparison: Comparison, c: Change) -> str:
    changed = _what_changed(c, ("probability", "relation", "method", "rule"))
    sides = _sides(_report(comparison, c), c.item)
    return f"{sides}: {c.item['probability']:.4f} [{c.item['id']}]{changed}"


def _report(comparison: Comparison, c: Change) -> Mapping[str, Any]:
    return comparison.old if c.new is None else comparison.new


def _sides(report: Mapping[str, Any], item: Item) -> str:
    """`北京市 – 東京 = Beijing – Tokyo`."""
    records = {r["id"]: r for r in report["records"]}
    found = [records[item[s]] for s in ("zh", "en") if item[s] in records]
    return " = ".join(f"{r['host']['text']} – {r['partner']['text']}" for r in found)


def _what_changed(c: Change, keys: tuple[str, ...]) -> str:
    if c.old is None or c.new is None:
        return ""
    old, new = c.old, c.new
    said = [f"{k} {_value(old[k])} → {_value(new[k])}" for k in keys if old[k] != new[k]]
    return f" ({'; '.join(said)})" if said else ""


def _value(value: object) -> str:
    return "none" if value is None else str(value)
