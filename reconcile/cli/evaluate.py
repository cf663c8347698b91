"""`reconcile eval`: links against graded links."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rich.console import Console
from rich.table import Table

from reconcile.cli.files import read_bytes
from reconcile.cli.grading import Grades, Label, grade, read_labels
from reconcile.cli.request import Request
from reconcile.cli.session import execute
from reconcile.errors import ReconcileError


def run_evaluation(path: str, request: Request, report: str | None) -> None:
    """Grade a report, or two runs: with and without the name entries written by hand."""
    text = read_bytes(path, "the label file").decode("utf-8-sig", "replace")
    labels = read_labels(text, path)
    if report:
        runs = {"report": grade(_load(report), labels)}
    else:
        runs = {
            "no rules": grade(_report(request), labels),
            "no rules, no hand-written names": grade(
                _report(replace(request, curated=False)), labels
            ),
        }
    console = Console(highlight=False)
    console.print(_table(runs))
    first = next(iter(runs.values()))
    for title, rows in (("wrong", first.wrong), ("missed", first.missed)):
        for miss in rows:
            to = f" → {miss.linked_to} ({miss.probability:.2f})" if miss.linked_to else ""
            console.print(f"{title}: {_row(miss.label)}{to}", markup=False)
    for label in first.unread:
        console.print(f"not read: {_row(label)}", markup=False)


def _row(label: Label) -> str:
    return f"line {label.zh_line} {label.host} – {label.partner} [{label.verdict}]"


def _table(runs: Mapping[str, Grades]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("", "links right", "wrong", "missed", "precision", "recall", "F1"):
        table.add_column(column, justify="left" if not column else "right", no_wrap=True)
    for name, g in runs.items():
        table.add_row(
            name,
            f"{g.right} of {g.wanted}",
            str(len(g.wrong)),
            str(len(g.missed)),
            f"{g.precision:.4f}",
            f"{g.recall:.4f}",
            f"{g.f1:.4f}",
        )
    return table


def _report(request: Request) -> Mapping[str, Any]:
    from reconcile.report.json import render_json
    from reconcile.report.view import build_view

    result, _ = execute(request)
    data: Mapping[str, Any] = json.loads(render_json(result, build_view(result)))
    return data


def _load(path: str) -> Mapping[str, Any]:
    try:
        data = json.loads(read_bytes(path, "the report"))
    except ValueError as error:
        raise ReconcileError(f"this is no JSON: {error}", path=path) from None
    if not isinstance(data, dict) or "links" not in data or "records" not in data:
        raise ReconcileError("this is no report.json of reconcile", path=path)
    return data
