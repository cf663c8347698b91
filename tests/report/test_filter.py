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
    Filter,
    codes_named,
    matches,
    parse_terms,
)
from reconcile.report.folding import search_key
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
    found = matches(terms, lambda field: fields.get(field, ()), lambda: FINDING["text"])
    assert found is case["passes"]


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


def test_a_filtered_group_counts_what_passed(view: View) -> None:
    rows = [f for f in view.result.findings if f.name == "empty-section"]
    (entry,) = build_entries(rows[:2], view.links, view.documents)
    assert entry.message.startswith("2 sections")


def test_capitals_and_characters_of_either_script_are_the_same() -> None:
    assert search_key("廣東 Perth") == search_key("广东 PERTH") == "广东 perth"
    assert len(search_key("乾隆\ufa0a")) == 3


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
