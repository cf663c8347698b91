"""The page and the command line let the same entries pass."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from ruamel.yaml import YAML

from reconcile.models import Result
from reconcile.report.filter import Filter, parse_terms
from reconcile.report.view.view import build_view
from tests.browser.conftest import opened, write_report
from tests.conftest import ROOT

QUERIES = [
    "code:N",
    "-code:N",
    "code:A|D",
    "name:country-name,label-target",
    "family:structure -origin:copy",
    "severity:error|warning",
    "severity:notice severity:info",
    "origin:copy",
    "section:河南",
    "section:河南|湖南 code:A",
    "-section:河北",
    "province:Henan",
    "province:unknown",
    '-province:"Inner Mongolia" family:names',
    "id:7",
    "host:天津",
    "host:Beijing -severity:info",
    "partner:東京",
    "partner:东京",
    "country:JP",
    "country:japan -country:KR",
    "side:en -side:zh",
    "verdict:conflict",
    "verdict:only-zh reason:partner-missing",
    "relation:level",
    "p:0.9..1",
    "p:<0.99",
    "date:1998",
    "line:657",
    "阿爾及利亞",
    '"is a misspelling"',
    "Beijing|Tianjin -code:A2",
]
PASSING = """(query) => {
  const terms = parse(query);
  return itemsOf(load()).filter((i) => i.kind === "finding" && found(i, terms)).map((i) => i.id);
}"""


def test_the_page_and_the_command_line_agree(browser: Browser, report: Path, seeds: Result) -> None:
    view = build_view(seeds)
    entries = {f.id: e.id for e in view.entries for f in e.findings if not e.settled}
    with opened(browser, report) as seen:
        for query in QUERIES:
            passed = Filter(terms=parse_terms(query)).pick(view)
            there = set(seen.page.evaluate(PASSING, query)) & set(entries.values())
            assert there == {entries[f.id] for f in passed}, query
    found = [q for q in QUERIES if Filter(terms=parse_terms(q)).pick(view)]
    assert len(found) > len(QUERIES) / 2


FILTERS = YAML(typ="safe").load(ROOT / "tests/report/filters.yaml")
CASES = """([item, queries]) => {
  [["爾", "尔"], ["亞", "亚"]].forEach(([a, b]) => fold.pairs.set(a, b));
  item.fields.p = item.fields.p.map(String);
  const asked = { fields: item.fields, text: () => fold(item.text) };
  return queries.map((q) => found(asked, parse(q)));
}"""


def test_the_grammar_is_the_same_case_by_case(browser: Browser, report: Path) -> None:
    queries = [case["filter"] for case in FILTERS["cases"]]
    with opened(browser, report) as seen:
        passed = seen.page.evaluate(CASES, [FILTERS["finding"], queries])
    assert dict(zip(queries, passed, strict=True)) == {
        case["filter"]: case["passes"] for case in FILTERS["cases"]
    }


def test_settled_entries_are_shown_where_their_rule_is_asked_for(
    browser: Browser, result: Result, tmp_path: Path
) -> None:
    settled = [f for f in result.findings if f.rule]
    assert settled
    with opened(browser, write_report(result, tmp_path)) as seen:
        count = (
            "q => { app.go(q); return document.querySelectorAll('[data-fold=foldSettled]').length }"
        )
        assert seen.page.evaluate(count, "") == 1
        assert seen.page.evaluate(count, f"code:{settled[0].code}") == 0
        assert seen.page.evaluate(count, f"rule:{settled[0].rule}") == 1
