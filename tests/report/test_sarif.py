from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from reconcile.catalogue import CODES, LANGUAGES, Lang
from reconcile.report.sarif import FINGERPRINT, render_sarif, uri_of
from reconcile.report.view.view import View

DATA = Path(__file__).parents[1] / "data"


@cache
def sarif_schema() -> Any:
    return json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


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


def test_a_settled_finding_has_the_reason_of_its_rule(view: View) -> None:
    settled = next(f for f in view.result.findings if f.rule)
    unknown = replace(settled, rule="gone")
    (run,) = json.loads(render_sarif(view, [settled, unknown]))["runs"]
    known, bare = ([s["justification"] for s in r["suppressions"]] for r in run["results"])
    assert known == [next(r.because for r in view.rules if r.id == settled.rule)]
    assert bare == ["rule gone"]
