from __future__ import annotations

from copy import deepcopy
from typing import Any

from reconcile.report.contract.schema import adapter
from reconcile.report.saved.compare import Comparison, compare


def compared(old: Any, new: Any) -> Comparison:
    """Two reports compared that are given as JSON."""
    return compare(*map(adapter().validate_python, (old, new)))


def changes(old: Any, new: Any) -> list[tuple[str, str]]:
    return [(d.what, d.outcome) for d in compared(old, new).differences]


def test_a_report_does_not_differ_from_itself(data: Any) -> None:
    same = compared(data, deepcopy(data))
    assert (same.differences, same.sources) == ((), ())


def test_moved_lines_change_nothing(data: Any) -> None:
    new = deepcopy(data)
    for f in new["findings"]:
        for ref in f["refs"]:
            ref["line"] += 7
        if "line" in f["params"]:
            f["params"]["line"] += 7
    for r in new["records"]:
        r["line"] += 7
        r["row_line"] += 7
    assert changes(data, new) == []


def test_new_gone_and_changed_findings(data: Any) -> None:
    new = deepcopy(data)
    gone = new["findings"].pop(0)
    new["findings"][0]["severity"] = "info"
    new["findings"].append({**gone, "id": "12345678", "records": [], "params": {}})
    found = compared(data, new)
    assert [(d.outcome, d.item.id) for d in found.of("finding")] == [
        ("changed", new["findings"][0]["id"]),
        ("new", "12345678"),
        ("gone", gone["id"]),
    ]


def test_a_turned_comparison_is_the_comparison_turned(data: Any) -> None:
    new = deepcopy(data)
    del new["findings"][:3]
    del new["links"][2]
    for v in new["verdicts"][:4]:
        v.update(verdict="conflict", reason="date")
    turned = {"new": "gone", "gone": "new", "changed": "changed"}
    there, back = changes(data, new), changes(new, data)
    assert sorted(there) == sorted((kind, turned[name]) for kind, name in back)
    assert {name for _, name in there} == {"gone", "changed"}


def test_a_link_undone_changes_both_verdicts(data: Any) -> None:
    new = deepcopy(data)
    at = next(i for i, v in enumerate(new["verdicts"]) if v["zh"] and v["en"])
    whole = new["verdicts"].pop(at)
    new["verdicts"] += [
        {**whole, "en": None, "verdict": "only-zh", "reason": "partner-missing"},
        {**whole, "zh": None, "verdict": "only-en", "reason": "partner-missing"},
    ]
    found = compared(data, new).of("verdict")
    assert [d.outcome for d in found] == ["changed", "changed"]
    olds = [d.old for d in found if d.old]
    assert [(v.zh, v.en) for v in olds] == [(whole["zh"], whole["en"])] * 2


def test_the_last_digits_of_a_probability_are_no_change(data: Any) -> None:
    new = deepcopy(data)
    link = new["links"][0]
    link["probability"] = round(link["probability"], 2) + 0.001
    assert changes(data, new) == []
    link["probability"] = 0.11
    assert changes(data, new) == [("link", "changed")]


def test_a_source_of_other_content_is_named(data: Any) -> None:
    new = deepcopy(data)
    new["sources"][1]["sha256"] = "0" * 64
    assert compared(data, new).sources == (data["sources"][1]["id"],)
