from __future__ import annotations

import json
from typing import Any

import pytest

from reconcile.models import Result
from reconcile.report.contract import SavedReport
from reconcile.report.json import render_json, saved_report
from reconcile.report.view.view import View


@pytest.fixture(scope="session")
def data(result: Result, view: View) -> Any:
    """A sound report as JSON."""
    return json.loads(render_json(result, view))


@pytest.fixture(scope="session")
def report(result: Result, view: View) -> SavedReport:
    """The same as it is read."""
    return saved_report(result, view)
