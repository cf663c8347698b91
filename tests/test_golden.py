"""The seeds' outputs are kept as files: a change of behaviour shows as a diff there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.models import Result
from reconcile.report import OUTPUTS
from reconcile.report.view.view import build_view

GOLDEN = Path(__file__).parent / "golden" / "seeds"


@pytest.mark.parametrize("name", ["csv", "summary"])
def test_golden(name: str, seeds: Result, request: pytest.FixtureRequest) -> None:
    output = next(o for o in OUTPUTS if o.name == name)
    text = output.render(build_view(seeds), seeds)
    file = GOLDEN / output.filename
    if request.config.getoption("--update-golden"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_text(encoding="utf-8"), (
        "the seeds give another result: look at it with pytest --update-golden and git diff"
    )
