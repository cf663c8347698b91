"""Outputs: one view model of a result, and what renders it.

An output is one module here and one line in `OUTPUTS`. All of them take their numbers from the
same `View`. The terminal is apart (`terminal.py`): it prints, and what it prints is filtered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reconcile.models import Result
from reconcile.report.csv import render_csv
from reconcile.report.html import render_html
from reconcile.report.json import render_json
from reconcile.report.summary import render_summary
from reconcile.report.view.view import View


class Output(NamedTuple):
    """One file that a run writes."""

    name: str
    filename: str
    render: Callable[[View, Result], str]


OUTPUTS: tuple[Output, ...] = (
    Output("html", "index.html", render_html),
    Output("json", "report.json", lambda view, result: render_json(result, view)),
    Output("csv", "reconciled.csv", lambda view, result: render_csv(result)),
    Output("summary", "summary.md", lambda view, result: render_summary(view)),
)
