"""Baselines: the findings that are known, so that a run can say what is new and what is gone.

A baseline holds the ids of the open findings of a run. Ids come from content, so it stays valid
where lines move. The file is JSON with one id a line, sorted, so that its diffs are readable.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile.errors import ReconcileError
from reconcile.models import Finding

SCHEMA = "reconcile-baseline/1"


@dataclass(frozen=True)
class Since:
    """What is new and gone since a baseline; `gone` maps ids to `CODE name`."""

    path: str
    new: frozenset[str]
    gone: Mapping[str, str]


def render_baseline(findings: Iterable[Finding]) -> str:
    """The open ones of `findings` as the text of a baseline."""
    known = {f.id: f"{f.code} {f.name}" for f in findings if f.rule is None}
    data = {"schema": SCHEMA, "findings": dict(sorted(known.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: str, path: str) -> dict[str, str]:
    """The ids of a baseline, each with its code and name.

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
    known = data.get("findings")
    if not isinstance(known, dict) or not all(isinstance(v, str) for v in known.values()):
        raise ReconcileError("findings must map ids to codes", path=path)
    return known


def since(path: str, known: Mapping[str, str], findings: Iterable[Finding]) -> Since:
    """What the open ones of `findings` have that `known` has not, and the other way round."""
    now = {f.id for f in findings if f.rule is None}
    gone = {k: known[k] for k in sorted(known) if k not in now}
    return Since(path, frozenset(now - known.keys()), gone)
