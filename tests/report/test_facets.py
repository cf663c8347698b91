from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.models import Result
from reconcile.report.facets import GROUPS, facets_of, grouped
from reconcile.report.filter import FIELDS, Filter
from reconcile.report.view.view import View, build_view


def test_every_field_of_a_filter_has_its_values(view: View) -> None:
    seen = {
        field
        for f in view.result.findings
        for field in FIELDS
        if list(facets_of(view, f).values(field))
    }
    assert seen == FIELDS
    assert facets_of(view, view.result.findings[0]).values("nothing") == ()


def test_a_finding_about_a_link_has_what_its_records_have(view: View) -> None:
    finding = next(f for f in view.result.findings if f.link and f.name == "conflict-country")
    facets = facets_of(view, finding)
    zh, en = (view.records[r] for r in finding.records)
    assert facets.values("host") == [zh.host, en.host]
    assert facets.values("verdict") == ["conflict", "conflict"]
    assert facets.values("p") == [f"{view.links[finding.link or ''].probability:.4f}"]
    assert facets.values("side")[:2] == ["zh", "en"]
    assert {"US", "United States"} <= set(facets.values("country"))


def test_the_section_is_that_of_the_rows_and_the_heading_above_the_line(view: View) -> None:
    finding = next(f for f in view.result.findings if f.name == "empty-section")
    assert facets_of(view, finding).values("section") == [finding.refs[0].text]


def test_a_code_that_is_no_country_stands_for_itself(result: Result) -> None:
    finding = next(f for f in result.findings if f.records)
    source = result.sources[0]
    records = tuple(
        replace(r, country="QQ") if r.id == finding.records[0] else r for r in source.records
    )
    made = replace(result, sources=(replace(source, records=records), *result.sources[1:]))
    assert "QQ" in facets_of(build_view(made), finding).values("country")


@pytest.mark.parametrize("field", GROUPS)
def test_every_finding_stands_in_one_group(view: View, field: str) -> None:
    findings = Filter().pick(view)
    groups = grouped(view, findings, field)
    assert sorted(f.id for _, members in groups for f in members) == sorted(f.id for f in findings)
    assert len({key for key, _ in groups}) == len(groups)
    assert [key for key, _ in groups if not key] == [key for key, _ in groups[-1:] if not key]


def test_groups_stand_in_the_order_of_what_they_have_in_common(view: View) -> None:
    findings = Filter().pick(view)
    severities = [key for key, _ in grouped(view, findings, "severity")]
    assert severities == [s for s in ("error", "warning", "notice", "info") if s in severities]
    files = [key for key, _ in grouped(view, findings, "file")]
    assert files == [d.path for d in view.documents.values()]
    sizes = [len(members) for key, members in grouped(view, findings, "section") if key]
    assert sizes == sorted(sizes, reverse=True)
