"""What differs between two runs in one process: findings and verdicts, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.models import Finding, Record, Result, Verdict


def changes(old: Result, new: Result) -> list[str]:
    """The differences, verdicts first; empty where nothing differs."""
    return [*_verdicts(old, new), *_findings(old, new)]


def print_changes(lines: Sequence[str], limit: int = 40) -> None:
    """Print the lines, at most `limit` of them, and say how many are left out."""
    for line in lines[:limit] or ["no finding and no verdict changes"]:
        print(f"  {line}")
    if len(lines) > limit:
        print(f"  … and {len(lines) - limit} more")


def _verdicts(old: Result, new: Result) -> Iterator[str]:
    before, after = _by_record(old), _by_record(new)
    records = {r.id: r for r in (*old.records, *new.records)}
    told: set[str] = set()
    for row in dict.fromkeys([*after, *before]):
        was, now = before.get(row), after.get(row)
        if row in told or (was and was.verdict) == (now and now.verdict):
            continue
        both = {i for v in (was, now) if v for i in (v.zh, v.en) if i}
        told |= both if now and now.zh and now.en else {row}
        shown = now or was
        names = _named(records, shown) if shown else ""
        yield f"~ {names}: {was.verdict if was else 'new row'} → {now.verdict if now else 'gone'}"


def _by_record(result: Result) -> dict[str, Verdict]:
    return {i: v for v in result.verdicts for i in (v.zh, v.en) if i}


def _named(records: dict[str, Record], verdict: Verdict) -> str:
    rows = [records[i] for i in (verdict.zh, verdict.en) if i]
    return " = ".join(f"{r.host} – {r.partner}" for r in rows)


def _findings(old: Result, new: Result) -> Iterator[str]:
    before, after = ({f.id: f for f in r.findings} for r in (old, new))
    for i, finding in after.items():
        was = before.get(i)
        if was is None and finding.rule is None:
            yield f"+ {_line(finding)}"
        elif was is None or (was.rule != finding.rule and finding.rule):
            yield f"✓ {_line(finding)} (rule {finding.rule})"
        elif was.rule != finding.rule:
            yield f"+ {_line(finding)} (rule {was.rule} is gone)"
        elif _values(was) != _values(finding):
            yield f"~ {_line(finding)}"
    for i, finding in before.items():
        if i not in after:
            yield f"- {_line(finding)}"


def _values(finding: Finding) -> dict[str, object]:
    """What a finding says, whatever line it is about: lines move with every edit."""
    return {k: v for k, v in finding.params.items() if "line" not in k}


def _line(finding: Finding) -> str:
    return f"{finding.code} {finding.severity} {finding.id}: {finding.message}"
