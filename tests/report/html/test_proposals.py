from __future__ import annotations

from dataclasses import replace

from reconcile.models import Result
from reconcile.overrides.propose import rows_of
from reconcile.report.html.proposals import AT_MOST, picks, proposals
from reconcile.report.view.view import View, build_view


def test_only_rows_that_share_their_names_are_told_apart_by_more(result: Result) -> None:
    assert picks(result, rows_of(result)) == {}
    source = result.sources[0]
    first = source.records[0]
    twin = replace(first, id="twin", line=first.line + 1, row_line=first.row_line + 1)
    doubled = replace(source, records=(*source.records, twin))
    made = replace(result, sources=(doubled, *result.sources[1:]))
    found = picks(made, rows_of(made))
    assert set(found) == {first.id, "twin"}
    assert found[first.id] != found["twin"]


def test_a_misspelt_country_can_be_settled_as_a_typo(view: View) -> None:
    found = proposals(view, rows_of(view.result))
    assert found
    for key, choices in found.items():
        finding = next(f for f in view.result.findings if f.id == key)
        assert finding.rule is None
        for side, rules in choices:
            assert side in (None, "zh", "en")
            assert all("id" not in rule and "because" not in rule for rule in rules)
            assert all(rule["kind"] != "ignore" for rule in rules)


def test_large_and_settled_entries_are_offered_no_rule_for_each_finding(seeds: Result) -> None:
    view = build_view(seeds)
    found = proposals(view, rows_of(seeds))
    for e in view.entries:
        if e.count > AT_MOST or e.settled:
            assert found.keys().isdisjoint(f.id for f in e.findings)
