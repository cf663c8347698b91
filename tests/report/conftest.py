from __future__ import annotations

import pytest

from reconcile.models import Result
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
