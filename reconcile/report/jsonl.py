"""Findings as JSON Lines: one finding a line, as in `report.json`, with the path of each place."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reconcile.catalogue import together
from reconcile.models import Finding
from reconcile.report.json import finding_data
from reconcile.report.view.view import View


def render_jsonl(view: View, findings: Iterable[Finding]) -> str:
    """One JSON object a line; `message` is in the view's language."""
    groups = view.groups
    lines = []
    for f in findings:
        data = finding_data(f, groups.get(f.id))
        data["message"] = together((f,), view.lang)
        for ref in data["refs"]:
            ref["path"] = view.documents[ref["source"]].path
        if view.since:
            data["new"] = f.id in view.since.new
        lines.append(json.dumps(data, ensure_ascii=False) + "\n")
    return "".join(lines)
