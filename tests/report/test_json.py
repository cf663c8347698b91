from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from reconcile.models import Result
from reconcile.report.contract.schema import adapter, report_schema
from reconcile.report.json import render_json, saved_counts, saved_report
from reconcile.report.view.view import View, build_view
from tests.report.factory import with_page


@pytest.fixture(scope="module")
def data(result: Result, view: View) -> dict[str, Any]:
    loaded = json.loads(render_json(result, view))
    assert isinstance(loaded, dict)
    return loaded


def test_every_excerpt_is_truly_at_its_line(result: Result, data: dict[str, Any]) -> None:
    lines = {s.document.id: s.document.lines for s in result.sources}
    for f in data["findings"]:
        for r in f["refs"]:
            line = lines[r["source"]][r["line"] - 1]
            assert line[r["column"] - 1 : r["end_column"] - 1] == r["text"]


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


def test_each_thing_stands_on_a_line_of_its_own(result: Result, view: View) -> None:
    lines = render_json(result, view).splitlines()
    report = saved_report(result, view)
    for things in (report.sources, report.records, report.links, report.findings, report.rules):
        for thing in things:
            (line,) = (x for x in lines if x.startswith(f'  {{"id": "{thing.id}", '))
            assert json.loads(line.removesuffix(","))["id"] == thing.id


def test_sentences_are_english_in_every_language_of_the_view(result: Result, view: View) -> None:
    assert render_json(result, view.in_language("zh-Hant")) == render_json(result, view)


def test_findings_of_one_entry_share_its_id(data: dict[str, Any], view: View) -> None:
    groups = {f["group"] or f["id"] for f in data["findings"]}
    assert groups == {e.id for e in view.entries}


def test_what_is_new_is_in_it_only_with_a_baseline(compared: View, data: dict[str, Any]) -> None:
    baseline = json.loads(render_json(compared.result, compared))["baseline"]
    assert baseline["path"] == "base.json"
    assert len(baseline["new"]) == 1
    assert baseline["gone"] == {"0000dead": "N101 country-name"}
    assert "baseline" not in data


def test_counts_are_those_of_the_view(view: View) -> None:
    counts = saved_counts(view)
    assert counts.verdicts == view.verdicts
    assert counts.findings.by_code == view.findings.by_code
    assert [p.name for p in counts.provinces] == [p.name for p in view.provinces]
    assert counts.rules.read == len(view.rules)


def test_a_source_that_is_a_page_says_so(result: Result, data: dict[str, Any]) -> None:
    assert all("page" not in s for s in data["sources"])
    known = with_page(result)
    report = json.loads(render_json(known, build_view(known)))
    zh, en = report["sources"]
    assert "page" not in zh
    address = "https://wiki.example.org/w/index.php?title=Twin_towns_%22%3Cb%3E"
    assert en["page"] == {
        "title": 'Twin towns "<b>',
        "page_id": 3,
        "revision": 12,
        "timestamp": "2026-11-28T06:58:03Z",
        "language": "en",
        "site": "Wiki",
        "licence": {
            "name": "CC BY-SA 4.0",
            "url": "https://creativecommons.org/licenses/by-sa/4.0/",
        },
        "address": f"{address}&oldid=12",
        "edit_address": f"{address}&action=edit",
    }
    jsonschema.validate(report, report_schema())
    assert adapter().validate_python(report).sources[1].page is not None


def test_a_page_of_an_unknown_wiki_has_no_address(result: Result) -> None:
    known = with_page(result, index=None)
    page = json.loads(render_json(known, build_view(known)))["sources"][1]["page"]
    assert (page["revision"], page["address"], page["edit_address"]) == (12, None, None)
