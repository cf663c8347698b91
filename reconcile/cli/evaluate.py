"""`reconcile eval`: links against graded links."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

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
            "no hand-written names": grade(_report(replace(request, curated=False)), labels),
        }
    for line in _table(runs):
        print(line)
    first = next(iter(runs.values()))
    for title, rows in (("wrong", first.wrong), ("missed", first.missed)):
        for miss in rows:
            to = f" → {miss.linked_to} ({miss.probability:.2f})" if miss.linked_to else ""
            print(f"{title}: {_row(miss.label)}{to}")
    for label in first.unread:
        print(f"not read: {_row(label)}")


def _row(label: Label) -> str:
    return f"line {label.zh_line} {label.host} – {label.partner} [{label.verdict}]"


def _table(runs: Mapping[str, Grades]) -> Iterator[str]:
    yield f"{'':26}{'right':>10}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}{'F1':>8}"
    for name, g in runs.items():
        yield (
            f"{name:26}{f'{g.right}/{g.wanted}':>10}{len(g.wrong):7}{len(g.missed):8}"
            f"{g.precision:11.4f}{g.recall:8.4f}{g.f1:8.4f}"
        )


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
