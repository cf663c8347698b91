"""Whatever a document holds, its cost grows no faster than it: CPU time, and what is written.

A refusal counts as well as a reading, if it names the file. CPU time is compared with that of a
document a tenth as long on the same machine, so that no machine is too slow for the test; the slack
covers what is done once. A quadratic reader exceeds it five times. `make growth` does the same with
documents of 100 kB, which takes far longer.
"""

from __future__ import annotations

import time

import pytest

from reconcile.errors import ReconcileError
from reconcile.models import Side
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.report import OUTPUTS
from reconcile.report.view.view import build_view
from reconcile.sources import SourceFile, read_pages
from tests.hostile.documents import DOCUMENTS, Hostile

_OTHER: dict[Side, bytes] = {
    "zh": "長沙市\n\n- 日本鹿兒島市\n".encode(),
    "en": b"==Hunan==\nChangsha\n- JPN Kagoshima, Japan\n",
}
_SLACK = 2.5
_ONCE = 0.1
"""Seconds that a small document may take for what is done once."""
_MOST_WRITTEN = 400
"""Characters of all reports for each byte of a document that holds nothing but rows."""


def _cost(data: bytes, side: Side) -> tuple[float, int]:
    """CPU seconds of a whole run, and how many characters its reports have."""
    given = _OTHER | {side: data}
    start, written = time.process_time(), 0
    try:
        sides: tuple[Side, ...] = ("zh", "en")
        documents = [d for s in sides for d in read_pages(SourceFile(f"{s}.list", given[s]), s)]
        result = run(documents, load_rules([]), Settings("2026-11-30", home="CN"))
        view = build_view(result)
        written = sum(len(output.render(view, result)) for output in OUTPUTS)
    except ReconcileError as error:
        if error.path is None:
            raise
    return time.process_time() - start, written


def _grows_linearly(kind: Hostile, size: int) -> None:
    small = max(_ONCE, min(_cost(kind.document(size // 10), kind.side)[0] for _ in range(2)))
    data = kind.document(size)
    for _ in range(3):
        seconds, written = _cost(data, kind.side)
        if seconds <= 10 * _SLACK * small:
            break
    assert seconds <= 10 * _SLACK * small, f"{small:.2f} s, and {seconds:.2f} s for ten times that"
    assert written < 2_000_000 + _MOST_WRITTEN * size


@pytest.mark.slow
@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_cost_is_linear(kind: Hostile, pytestconfig: pytest.Config) -> None:
    _grows_linearly(kind, pytestconfig.getoption("growth_size"))
