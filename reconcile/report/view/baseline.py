"""Baselines: the findings that are known, so that a run can say what is new and what is gone.

A baseline holds the ids of the open findings of a run. Ids come from content, so it stays valid
where lines move; with it stands what the findings are about, so that they are known again where a
row was mended (see `report.carried`). The file is JSON with one id a line, sorted, so that its
diffs are readable.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from reconcile.errors import ReconcileError
from reconcile.models import Result
from reconcile.report.carried import Known, Row, carried, edited_rows, known, row_of

SCHEMA = "reconcile-baseline/1"
_ROWS_KEPT = 4
"""So many rows of a finding are enough to know it again."""


@dataclass(frozen=True)
class Since:
    """What is new and gone since a baseline; `gone` maps ids to `CODE name`."""

    path: str
    new: frozenset[str]
    gone: Mapping[str, str]


@dataclass(frozen=True)
class Baseline:
    """The findings of a baseline by id, and the rows that they are about by theirs."""

    findings: Mapping[str, Known] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)


def baseline_of(result: Result) -> Baseline:
    """The open findings of a run as a baseline."""
    found = {f.id: known(f) for f in result.findings if f.rule is None}
    about = {i for f in found.values() for i in f.rows[:_ROWS_KEPT]}
    return Baseline(found, {r.id: row_of(r) for r in result.records if r.id in about})


def render_baseline(result: Result) -> str:
    """The open findings of a run as the text of a baseline."""
    base = baseline_of(result)
    parts: dict[str, Mapping[str, Any]] = {
        "findings": {k: f.label for k, f in base.findings.items()},
        "about": {k: f.rows[:_ROWS_KEPT] or f.words for k, f in base.findings.items()},
        "rows": base.rows,
    }
    texts = [f' "schema": "{SCHEMA}"']
    for name, part in parts.items():
        lines = ",\n".join(f"  {_json(k)}: {_json(part[k])}" for k in sorted(part))
        texts.append(f' "{name}": {{\n{lines}\n }}' if lines else f' "{name}": {{}}')
    return "{\n" + ",\n".join(texts) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_baseline(text: str, path: str) -> Baseline:
    """The findings of a baseline; one of an older version holds their ids alone.

    Raises:
        ReconcileError: it is no baseline, or one of another version.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise ReconcileError("a baseline must be valid JSON", path=path, line=line) from None
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        named = f"its schema is {schema!r}" if schema else "it names no schema"
        raise ReconcileError(
            f"this is no baseline ({named}, not {SCHEMA!r}); --update-baseline writes one",
            path=path,
        )
    labels = _part(data, "findings", dict[str, str], "ids to codes", path)
    about = _part(data, "about", dict[str, tuple[str, ...]], "ids to lists of texts", path)
    rows = _part(data, "rows", dict[str, Row], "ids to rows of five texts", path)
    return Baseline({k: _known(v, about.get(k, ()), rows) for k, v in labels.items()}, rows)


def _part(data: Mapping[str, Any], name: str, of: Any, what: str, path: str) -> Any:
    """A part of a baseline; only `findings` has to be there."""
    try:
        return TypeAdapter(of).validate_python(data.get(name, None if name == "findings" else {}))
    except ValidationError:
        raise ReconcileError(f"{name} must map {what}", path=path) from None


def _known(label: str, about: tuple[str, ...], rows: Mapping[str, Row]) -> Known:
    if any(a in rows for a in about):
        return Known(label, rows=about)
    return Known(label, words=about)


def since(path: str, base: Baseline, result: Result) -> Since:
    """What the open findings of a run have that the baseline has not, and the other way round."""
    now = {f.id: known(f) for f in result.findings if f.rule is None}
    edited = edited_rows(base.rows, {r.id: row_of(r) for r in result.records})
    same = carried(base.findings, now, edited)
    new = now.keys() - base.findings.keys() - same.keys()
    gone = base.findings.keys() - now.keys() - set(same.values())
    return Since(path, frozenset(new), {k: base.findings[k].label for k in sorted(gone)})
