from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.models import Result
from reconcile.report.json import render_json
from reconcile.report.saved.schema import report_schema
from reconcile.report.view.numbers import shown_weights
from reconcile.report.view.view import View, build_view


@pytest.fixture(scope="module")
def data(result: Result, view: View) -> dict[str, Any]:
    loaded = json.loads(render_json(result, view))
    assert isinstance(loaded, dict)
    return loaded


def test_the_schema_is_sound_and_the_report_fulfils_it(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(report_schema())
    jsonschema.Draft202012Validator(report_schema()).validate(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("verdicts", 0, "verdict"), "maybe"),
        (("links", 0, "relation"), "similar"),
        (("links", 0, "probability"), 1.2),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "origin"), "somewhere"),
        (("records", 0, "side"), "fr"),
        (("records", 0, "date"), "24 June 1973"),
        (("records", 0, "country"), "GER"),
        (("sources", 0, "sha256"), "abc"),
        (("schema",), "reconcile-report/2"),
    ],
)
def test_the_schema_refuses(data: dict[str, Any], path: tuple[Any, ...], value: object) -> None:
    broken: Any = json.loads(json.dumps(data))
    place = broken
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(report_schema()).validate(broken)


@pytest.mark.parametrize("kind", ["sources", "records", "links", "findings", "verdicts"])
def test_the_schema_asks_for_every_contract_key(data: dict[str, Any], kind: str) -> None:
    required = report_schema()["properties"][kind]["items"]["required"]
    for key in required:
        broken = json.loads(json.dumps(data))
        del broken[kind][0][key]
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(report_schema()).validate(broken)


def test_a_verdict_needs_a_record(data: dict[str, Any]) -> None:
    broken = json.loads(json.dumps(data))
    broken["verdicts"][0].update(zh=None, en=None)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(report_schema()).validate(broken)


def test_ids_refer_to_something(data: dict[str, Any]) -> None:
    records = {r["id"] for r in data["records"]}
    links = {x["id"] for x in data["links"]}
    sources = {s["id"] for s in data["sources"]}
    for link in data["links"]:
        assert {link["zh"], link["en"]} <= records
    for f in data["findings"]:
        assert set(f["records"]) <= records
        assert f["link"] is None or f["link"] in links
        assert {r["source"] for r in f["refs"]} <= sources
    stated = [r for v in data["verdicts"] for r in (v["zh"], v["en"]) if r]
    assert sorted(stated) == sorted(records)


def test_every_excerpt_is_truly_at_its_line(result: Result, data: dict[str, Any]) -> None:
    lines = {s.document.id: s.document.lines for s in result.sources}
    for f in data["findings"]:
        for r in f["refs"]:
            line = lines[r["source"]][r["line"] - 1]
            assert line[r["column"] - 1 : r["end_column"] - 1] == r["text"]


def test_weights_add_up_to_the_probability(data: dict[str, Any]) -> None:
    for link in data["links"]:
        total = sum(e["weight"] for e in link["evidence"])
        # Half a hundredth of log-odds moves a probability by 0.00125 at most.
        assert 1 / (1 + math.exp(-total)) == pytest.approx(link["probability"], abs=0.0013)


@given(st.lists(st.floats(-20, 20), max_size=12))
def test_rounded_weights_keep_their_sum(weights: list[float]) -> None:
    shown = shown_weights(weights)
    assert len(shown) == len(weights)
    assert abs(sum(shown) - math.fsum(weights)) < 0.00501
    assert all(abs(a - b) < 0.0101 for a, b in zip(shown, weights, strict=True))


def test_counts_are_those_of_the_lists(data: dict[str, Any]) -> None:
    counts = data["counts"]
    for name, n in counts["verdicts"].items():
        assert n == sum(v["verdict"] == name for v in data["verdicts"])
    open_ = [f for f in data["findings"] if f["rule"] is None]
    assert counts["findings"]["open"] == len(open_)
    for name, n in counts["findings"]["by_name"].items():
        assert n == sum(f["name"] == name for f in open_)


def test_same_result_same_bytes(result: Result) -> None:
    other = replace(result, hosts=dict(reversed(list(result.hosts.items()))))
    assert render_json(result, build_view(result)) == render_json(other, build_view(other))
