from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reconcile.errors import ReconcileError
from reconcile.report.filter import (
    FIELDS,
    GROUPS,
    Filter,
    codes_named,
    fold,
    grouped,
    matches,
    parse_terms,
)
from reconcile.report.view.entries import build_entries
from reconcile.report.view.view import View

FILTERS = YAML(typ="safe").load(Path(__file__).with_name("filters.yaml"))
FINDING = FILTERS["finding"]


@pytest.mark.parametrize("case", FILTERS["cases"], ids=lambda c: c["filter"])
def test_the_grammar(case: dict[str, Any]) -> None:
    if case.get("unknown"):
        with pytest.raises(ReconcileError, match="has no field"):
            parse_terms(case["filter"])
        return
    fields = {name: [str(v) for v in values] for name, values in FINDING["fields"].items()}
    terms = parse_terms(case["filter"])
    assert matches(terms, fields, fold(FINDING["text"])) is case["passes"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("sektion:河南", "did you mean section?"),
        ("severity:wraning", "did you mean warning?"),
        ("verdict:agrees", "did you mean agree?"),
        ("code:N9", "no code begins with 'N9'"),
        ("p:0.5..x", "takes a range"),
        ("name:wrong-lnk", "did you mean wrong-link?"),
        ("-side:de", "has no value 'de'"),
    ],
)
def test_a_slip_of_the_pen_is_no_empty_result(query: str, message: str) -> None:
    with pytest.raises(ReconcileError, match=message):
        parse_terms(query)


@given(st.text(alphabet='ab:|,-" 河南<.', max_size=30))
def test_any_text_is_a_filter_or_a_clear_error(query: str) -> None:
    try:
        terms = parse_terms(query)
    except ReconcileError:
        return
    for term in terms:
        assert term.field is None or term.field in FIELDS
        assert all(term.values)


def test_codes_are_named_by_beginning_name_or_family() -> None:
    assert {c.code for c in codes_named(["n101", "empty-row,L1"])} >= {"N101", "S101", "L101"}
    assert {c.family for c in codes_named(["dates"])} == {"dates"}
    assert codes_named([" , "]) == ()
    with pytest.raises(ReconcileError, match="did you mean empty-row"):
        codes_named(["empty-rwo"])


def test_what_passes_and_what_does_not_are_all_open_findings(view: View) -> None:
    whole = {f.id for f in Filter().pick(view)}
    assert whole == {f.id for f in view.result.findings if f.rule is None}
    some = {f.id for f in Filter(select=codes_named(["N"])).pick(view)}
    rest = {f.id for f in Filter(ignore=codes_named(["N"])).pick(view)}
    assert some
    assert rest
    assert some | rest == whole
    assert not some & rest
    terms = Filter(terms=parse_terms("family:names"))
    assert {f.id for f in terms.pick(view)} == some


def test_settled_findings_are_shown_where_their_rule_is_asked_for(view: View) -> None:
    found = Filter(terms=parse_terms("rule:muni")).pick(view)
    assert {f.rule for f in found} == {"muni"}


@pytest.mark.parametrize("field", GROUPS)
def test_every_finding_stands_in_one_group(view: View, field: str) -> None:
    findings = Filter().pick(view)
    groups = grouped(view, findings, field)
    assert sorted(f.id for _, members in groups for f in members) == sorted(f.id for f in findings)
    assert len({key for key, _ in groups}) == len(groups)
    assert [key for key, _ in groups if not key] == [key for key, _ in groups[-1:] if not key]


def test_a_filtered_group_counts_what_passed(view: View) -> None:
    rows = [f for f in view.result.findings if f.name == "empty-section"]
    (entry,) = build_entries(rows[:2], view.links, view.documents)
    assert entry.message.startswith("2 sections")


def documented() -> list[str]:
    """Every filter that docs/filters.md shows, and every field of its table."""
    text = (Path(__file__).parents[2] / "docs/filters.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| `((?:[^`]|\\\|)+)` \| (?:find|the same|either|quotes)", text, re.M)
    return [x.replace("\\|", "|") for x in shown] + re.findall(r"--where '([^']+)'", text)


@pytest.mark.parametrize("query", documented())
def test_what_the_page_about_filters_shows_is_a_filter(query: str) -> None:
    assert parse_terms(query)


def test_the_page_about_filters_names_every_field() -> None:
    text = (Path(__file__).parents[2] / "docs/filters.md").read_text(encoding="utf-8")
    assert {
        f
        for row in re.findall(r"^\|((?: `[a-z]+:`)+)", text, re.M)
        for f in re.findall("[a-z]+", row)
    } == FIELDS
    assert len(documented()) >= 8
