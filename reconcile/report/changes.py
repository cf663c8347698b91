"""What differs between two runs in one process: findings and verdicts, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.models import Finding, Record, Result, Verdict
from reconcile.report.carried import between
from reconcile.report.excerpt import DOTS


def changes(old: Result, new: Result) -> list[str]:
    """The differences, verdicts first, then findings: settled, gone, new and changed ones.

    Empty where nothing differs.
    """
    same = between(old, new)
    findings = sorted(_findings(old, new, same.findings), key=lambda line: "✓-+~".index(line[0]))
    return [*_verdicts(old, new, same.rows), *findings]


def print_changes(lines: Sequence[str], limit: int = 40) -> None:
    """Print the lines, at most `limit` of them, and say how many are left out."""
    for line in lines[:limit] or ["no finding and no verdict changes"]:
        print(f"  {line}")
    if len(lines) > limit:
        print(f"  {DOTS} and {len(lines) - limit} more")


def _verdicts(old: Result, new: Result, same: Mapping[str, str]) -> Iterator[str]:
    """A line for each agreement that one of its rows sees judged otherwise."""
    before, after = _by_record(old), _by_record(new)
    now = {was: row for row, was in same.items()}
    before = {now.get(row, row): verdict for row, verdict in before.items()}
    records = {r.id: r for r in (*old.records, *new.records)}
    shown: set[str] = set()
    for row in dict.fromkeys([*after, *before]):
        was, then = before.get(row), after.get(row)
        if row in shown or _outcome(was) == _outcome(then):
            continue
        agreement = then or was
        assert agreement is not None
        shown |= {*_rows(was), *_rows(then)} if len(_rows(then)) == 2 else {row}
        names = _pair(records, agreement)
        yield f"~ {names}: {_outcome(was) or 'new row'} → {_outcome(then) or 'gone'}"


def _by_record(result: Result) -> dict[str, Verdict]:
    return {row: v for v in result.verdicts for row in _rows(v)}


def _rows(verdict: Verdict | None) -> list[str]:
    return [row for row in (verdict.zh, verdict.en) if row] if verdict else []


def _outcome(verdict: Verdict | None) -> str | None:
    return verdict.verdict if verdict else None


def _pair(records: Mapping[str, Record], verdict: Verdict) -> str:
    rows = [records[row] for row in _rows(verdict)]
    return " = ".join(f"{r.host} – {r.partner}" for r in rows)


def _findings(old: Result, new: Result, same: Mapping[str, str]) -> Iterator[str]:
    before = {f.id: f for f in old.findings}
    after = {same.get(f.id, f.id): f for f in new.findings}
    for key, finding in after.items():
        if line := _changed(before.get(key), finding):
            yield line
    yield from (f"- {_line(f)}" for key, f in before.items() if key not in after)


def _changed(was: Finding | None, now: Finding) -> str | None:
    """The line about one finding of the newer run, if anything is new about it."""
    if now.rule and (was is None or was.rule != now.rule):
        return f"✓ {_line(now)} (rule {now.rule})"
    if was is None:
        return f"+ {_line(now)}"
    if was.rule != now.rule:
        return f"+ {_line(now)} (rule {was.rule} is gone)"
    return f"~ {_line(now)}" if _values(was) != _values(now) else None


def _values(finding: Finding) -> dict[str, object]:
    """What a finding says, whatever line it is about: lines move with every edit."""
    return {k: v for k, v in finding.params.items() if "line" not in k}


def _line(finding: Finding) -> str:
    return f"{finding.code} {finding.severity} {finding.id}: {finding.message}"
