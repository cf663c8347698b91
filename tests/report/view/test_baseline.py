from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reconcile.errors import ReconcileError
from reconcile.models import Result
from reconcile.report.view.baseline import read_baseline, render_baseline, since


def test_a_baseline_has_one_id_a_line_in_order(result: Result) -> None:
    text = render_baseline(result.findings)
    ids = re.findall(r'^  "([^"]+)": "[A-Z]\d+ [a-z-]+",?$', text, re.MULTILINE)
    assert ids == sorted(f.id for f in result.findings if f.rule is None)
    known = read_baseline(text, "b.json")
    same = since("b.json", known, result.findings)
    assert (same.new, same.gone) == (frozenset(), {})
    turned = render_baseline(reversed(result.findings))
    assert turned == text


def test_a_settled_finding_is_gone_and_a_reopened_one_new(result: Result) -> None:
    first = next(f for f in result.findings if f.rule is None)
    settled = [replace(f, rule="r") if f is first else f for f in result.findings]
    before = read_baseline(render_baseline(result.findings), "b.json")
    assert list(since("b.json", before, settled).gone) == [first.id]
    after = read_baseline(render_baseline(settled), "b.json")
    assert since("b.json", after, result.findings).new == {first.id}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "must be valid JSON"),
        ("[" * 100_000, "must be valid JSON"),
        ("[]", "names no schema"),
        ('{"schema": "reconcile-baseline/9"}', "'reconcile-baseline/9'"),
        ('{"schema": "reconcile-baseline/1", "findings": [1]}', "map ids to codes"),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, message: str) -> None:
    with pytest.raises(ReconcileError, match=message) as error:
        read_baseline(text, "b.json")
    assert error.value.path == "b.json"
