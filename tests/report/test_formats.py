"""The forms for programs and for talk pages: JSON Lines, SARIF, Markdown; and baselines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.catalogue import CODES, LANGUAGES, Lang
from reconcile.errors import ReconcileError
from reconcile.models import Result
from reconcile.report.json import render_json
from reconcile.report.jsonl import render_jsonl
from reconcile.report.markdown import code, escaped, render_markdown
from reconcile.report.sarif import FINGERPRINT, render_sarif, uri_of
from reconcile.report.saved.schema import report_schema
from reconcile.report.view.baseline import read_baseline, render_baseline, since
from reconcile.report.view.entries import Section
from reconcile.report.view.view import View, build_view

DATA = Path(__file__).parents[1] / "data"


@cache
def sarif_schema() -> Any:
    return json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def compared(result: Result) -> View:
    """The view with a baseline that lacks a finding and knows one that is gone."""
    open_ = [f for f in result.findings if f.rule is None]
    known = {f.id: f"{f.code} {f.name}" for f in open_[1:]} | {"0000dead": "N101 country-name"}
    return build_view(result, since("base.json", known, result.findings))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sarif_fulfils_the_standard(compared: View, lang: Lang) -> None:
    text = render_sarif(compared.in_language(lang), compared.result.findings)
    jsonschema.Draft4Validator(sarif_schema()).validate(json.loads(text))


def test_sarif_says_what_the_report_says(compared: View) -> None:
    findings = compared.result.findings
    (run,) = json.loads(render_sarif(compared, findings))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == [c.code for c in CODES]
    assert run["columnKind"] == "unicodeCodePoints"
    results = {r["partialFingerprints"][FINGERPRINT]: r for r in run["results"]}
    assert results["0000dead"]["baselineState"] == "absent"
    lines = {d.path: d.lines for d in compared.documents.values()}
    for f in findings:
        made = results[f.id]
        assert rules[made["ruleIndex"]]["id"] == f.code == made["ruleId"]
        assert made["message"]["text"] == f.message
        assert ("suppressions" in made) == (f.rule is not None)
        places = [*made["locations"], *made.get("relatedLocations", [])]
        assert len(places) == len(f.refs)
        for place in places:
            spot = place["physicalLocation"]
            region = spot["region"]
            line = lines[unquote(spot["artifactLocation"]["uri"])][region["startLine"] - 1]
            span = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert span == region["snippet"]["text"]
    states = [r["baselineState"] for r in run["results"]]
    assert states.count("new") == 1
    assert states.count("absent") == 1


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("seeds/a.md", "seeds/a.md"),
        ("/tmp/友城 1.txt", "file:///tmp/%E5%8F%8B%E5%9F%8E%201.txt"),
        ("api.json#上海", "api.json%23%E4%B8%8A%E6%B5%B7"),
    ],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    assert uri_of(path) == uri


def test_json_lines_are_the_findings_of_the_report(view: View, result: Result) -> None:
    whole = {f["id"]: f for f in json.loads(render_json(result, view))["findings"]}
    lines = [json.loads(x) for x in render_jsonl(view, result.findings).splitlines()]
    assert len(lines) == len(whole)
    for line in lines:
        paths = [ref.pop("path") for ref in line["refs"]]
        assert line == whole[line["id"]]
        assert all(path.startswith("seeds/") for path in paths)


def test_findings_of_one_entry_share_its_id(view: View, result: Result) -> None:
    found = json.loads(render_json(result, view))["findings"]
    groups = {f["group"] or f["id"] for f in found}
    assert groups == {e.id for e in view.entries}


def test_the_report_holds_what_is_new_only_with_a_baseline(compared: View, view: View) -> None:
    data = json.loads(render_json(compared.result, compared))
    jsonschema.Draft202012Validator(report_schema()).validate(data)
    assert data["baseline"]["path"] == "base.json"
    assert len(data["baseline"]["new"]) == 1
    assert data["baseline"]["gone"] == {"0000dead": "N101 country-name"}
    assert "baseline" not in json.loads(render_json(view.result, view))


def test_markdown_has_every_entry_and_its_places(view: View) -> None:
    text = render_markdown(view, [Section("Open", view.open)])
    assert "### Open" in text
    for e in view.open:
        assert f"`{e.id}`" in text
        ref = e.head.refs[0]
        assert f"`{view.documents[ref.source].path}:{ref.line}:{ref.column}`" in text
    cut = render_markdown(view, [Section("", view.open)], 3)
    assert f"{len(view.open) - 3} more entries not shown." in cut


@given(st.text())
def test_a_text_stays_a_text_in_markdown(text: str) -> None:
    said = escaped(text)
    assert "\n" not in said
    assert not re.search(r"(?<!\\)(\\\\)*[<*_`\[@]", said)
    span = code(text)
    fence = re.match("`+", span)
    assert fence
    assert fence[0] not in span[len(fence[0]) : -len(fence[0])]


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
