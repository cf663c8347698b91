from __future__ import annotations

from dataclasses import replace

from reconcile.models import Result
from reconcile.report.contract import SavedReport
from reconcile.report.json import saved_report
from reconcile.report.saved.consistency import contradictions
from reconcile.report.view.view import build_view


def test_a_report_of_ours_fits_together(report: SavedReport, seeds: Result) -> None:
    assert list(contradictions(report)) == []
    assert list(contradictions(saved_report(seeds, build_view(seeds)))) == []


def test_every_contradiction_is_found(report: SavedReport) -> None:
    """`damaged.yaml` has each kind by itself."""
    zh, en = report.links[0].zh, report.links[0].en
    lost = tuple(r for r in report.records if r.id not in (zh, en))
    found = list(contradictions(replace(report, records=lost)))
    assert f"links[0].zh names {zh!r}, and there is no such Chinese record" in found
    assert f"links[0].en names {en!r}, and there is no such English record" in found
    assert sum(f"names {zh!r}" in x for x in found) >= 2


def test_a_link_joins_two_sides(report: SavedReport) -> None:
    turned = tuple(replace(x, zh=x.en, en=x.zh) for x in report.links)
    found = list(contradictions(replace(report, links=turned)))
    assert len(found) == 2 * len(report.links)
