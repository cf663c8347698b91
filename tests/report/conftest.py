from __future__ import annotations

import pytest

from reconcile.models import Result
from reconcile.report.carried import Known
from reconcile.report.view.baseline import Baseline, since
from reconcile.report.view.view import View, build_view
from tests.report.factory import make_result


@pytest.fixture(scope="session")
def result() -> Result:
    """A few dozen records of the seeds."""
    return make_result()


@pytest.fixture(scope="session")
def whole() -> Result:
    """All records that the crude reader of the tests finds in the seeds."""
    return make_result(whole=True)


@pytest.fixture(scope="session")
def view(result: Result) -> View:
    return build_view(result)


@pytest.fixture(scope="session")
def compared(result: Result) -> View:
    """The view with a baseline that lacks a finding and knows one that is gone."""
    open_ = [f for f in result.findings if f.rule is None]
    known = {f.id: f"{f.code} {f.name}" for f in open_[1:]} | {"0000dead": "N101 country-name"}
    base = Baseline({key: Known(label) for key, label in known.items()})
    return build_view(result, since("base.json", base, result))
