from __future__ import annotations

import json

from reconcile.models import Result
from reconcile.report.contract import SavedFinding, SavedReport
from reconcile.report.contract.schema import adapter
from reconcile.report.contract.values import Part, to_json
from reconcile.report.json import saved_report
from reconcile.report.view.view import View


def test_what_is_read_is_what_was_written(result: Result, view: View) -> None:
    report = saved_report(result, view)
    read: SavedReport = adapter().validate_python(json.loads(to_json(report)))
    assert read == report
    assert read.records_by_id == {r.id: r for r in report.records}
    assert set(read.paths) == {s.document.id for s in result.sources}


def test_keys_are_written_in_the_order_in_which_they_are_stated(result: Result, view: View) -> None:
    finding = saved_report(result, view).findings[0]
    assert list(json.loads(to_json(finding))) == list(SavedFinding.field_names())
    assert next(iter(SavedReport.field_names())) == "schema"


def test_every_part_says_what_it_is() -> None:
    for part in Part.__subclasses__():
        assert part.__doc__, part
        assert not part.__doc__.startswith(part.__name__), part


def test_a_report_names_places_and_pairs(result: Result, view: View) -> None:
    report = saved_report(result, view)
    ref = report.findings[0].refs[0]
    assert report.position_of(ref) == view.position_of(result.findings[0].refs[0])
    record = report.records[0]
    assert record.pair == f"{record.host.text} – {record.partner.text}"
