from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from reconcile.errors import ReconcileError
from reconcile.models import Result
from reconcile.report.view.baseline import read_baseline, render_baseline, since


def test_a_baseline_has_one_id_a_line_in_order(result: Result) -> None:
    text = render_baseline(result)
    ids = re.findall(r'^  "([^"]+)": "[A-Z]\d+ [a-z-]+",?$', text, re.MULTILINE)
    assert ids == sorted(f.id for f in result.findings if f.rule is None)
    same = since("b.json", read_baseline(text, "b.json"), result)
    assert (same.new, same.gone) == (frozenset(), {})
    turned = replace(result, findings=tuple(reversed(result.findings)))
    assert render_baseline(turned) == text


def test_a_settled_finding_is_gone_and_a_reopened_one_new(result: Result) -> None:
    first = next(f for f in result.findings if f.rule is None)
    findings = tuple(replace(f, rule="r") if f is first else f for f in result.findings)
    settled = replace(result, findings=findings)
    before = read_baseline(render_baseline(result), "b.json")
    assert list(since("b.json", before, settled).gone) == [first.id]
    after = read_baseline(render_baseline(settled), "b.json")
    assert since("b.json", after, result).new == {first.id}


def test_a_baseline_of_ids_alone_still_counts(result: Result) -> None:
    data = json.loads(render_baseline(result))
    base = read_baseline(json.dumps({k: data[k] for k in ("schema", "findings")}), "b.json")
    assert not since("b.json", base, result).new


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "must be valid JSON"),
        ("[" * 100_000, "must be valid JSON"),
        ("[]", "names no schema"),
        ('{"schema": "reconcile-baseline/9"}', "'reconcile-baseline/9'"),
        ('{"schema": "reconcile-baseline/1"}', "findings must map ids to codes"),
        ('{"schema": "reconcile-baseline/1", "findings": [1]}', "map ids to codes"),
        (
            '{"schema": "reconcile-baseline/1", "findings": {}, "rows": {"a": ["zh"]}}',
            "rows must map ids to rows of five texts",
        ),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, message: str) -> None:
    with pytest.raises(ReconcileError, match=message) as error:
        read_baseline(text, "b.json")
    assert error.value.path == "b.json"
