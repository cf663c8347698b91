"""Findings as JSON Lines: one finding a line, as in `report.json`, with the path of each place."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.catalogue import together
from reconcile.models import Finding
from reconcile.report.contract.values import to_json
from reconcile.report.json import saved_finding
from reconcile.report.view.view import View


def render_jsonl(view: View, findings: Iterable[Finding]) -> str:
    """One JSON object a line; `message` is in the view's language."""
    groups = view.groups
    lines = []
    for f in findings:
        data = saved_finding(f, groups.get(f.id)).as_mapping()
        data["message"] = together((f,), view.lang)
        data["refs"] = [
            ref.as_mapping() | {"path": view.documents[ref.source].path} for ref in data["refs"]
        ]
        if view.since:
            data["new"] = f.id in view.since.new
        lines.append(to_json(data) + "\n")
    return "".join(lines)
