from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reconcile.catalogue import LANGUAGES
from reconcile.errors import ReconcileError
from reconcile.report.contract import SavedReport
from reconcile.report.saved.compare import compare
from reconcile.report.saved.differences import concise_lines, full_lines, render_jsonl
from reconcile.report.saved.explanation import about_id, known_ids
from reconcile.report.saved.read import read_report
from tests.cli.command import Command
from tests.report.saved.damage import damaged, sentence

DAMAGED = YAML(typ="safe").load(Path(__file__).with_name("damaged.yaml"))


def as_text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def test_a_report_is_read_as_it_was_written(data: Any, report: SavedReport) -> None:
    assert read_report(as_text(data), "report.json") == report


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nonsense", "old.json:1:1: a report must be valid JSON: Expecting value"),
        ("[" * 100_000, "old.json: a report must be valid JSON"),
        ('{"schema": ' + "9" * 5000 + "}", "old.json: a report must be valid JSON"),
        ("[1, 2]", "it names no schema"),
        ('{"schema": null}', "it names no schema"),
        ('{"schema": {"a": 1}}', "it names no schema"),
        ('{"schema": "reconcile-report/7"}', "'reconcile-report/7', not 'reconcile-report/1'"),
        ('{"schema": "reconcile-report/1"}', "old.json: the report has no 'as_of'"),
    ],
)
def test_what_is_no_report_is_refused(text: str, message: str) -> None:
    with pytest.raises(ReconcileError) as error:
        read_report(text, "old.json")
    assert message in str(error.value)


@pytest.mark.parametrize("case", DAMAGED, ids=lambda case: case["says"])
def test_a_damaged_report_is_refused_in_one_sentence(data: Any, case: dict[str, Any]) -> None:
    with pytest.raises(ReconcileError) as error:
        read_report(as_text(damaged(data, case)), "old.json")
    message = error.value.message.removeprefix("the report contradicts itself: ")
    assert message == sentence(data, case["says"])
    assert error.value.path == "old.json"


def test_half_a_character_is_refused(data: Any) -> None:
    broken = damaged(data, {"at": "findings[0].message", "put": "\ud800"})
    with pytest.raises(
        ReconcileError, match=r"findings\[0\].message must be a string without half"
    ):
        read_report(json.dumps(broken), "old.json")


@pytest.mark.parametrize("case", DAMAGED[::5], ids=lambda case: case["says"])
def test_the_commands_refuse_it_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: Any, case: dict[str, Any]
) -> None:
    command = Command(tmp_path, capsys)
    (command.folder / "bad.json").write_text(as_text(damaged(data, case)), encoding="utf-8")
    (command.folder / "good.json").write_text(as_text(data), encoding="utf-8")
    for words in (
        ("diff", "good.json", "bad.json"),
        ("diff", "bad.json", "good.json"),
        ("explain", data["records"][0]["id"], "--report", "bad.json"),
    ):
        outcome = command(*words)
        assert outcome.code == 2
        assert outcome.out == ""
        assert outcome.err.count("bad.json") == 1
        assert "Traceback" not in outcome.err


JSON = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(),
    st.sampled_from(["\ud800", "\x1b[2J", "zh:x", "1973", "agree", "N101", [], {}, ["x"], [None]]),
)


@given(st.data())
def test_whatever_is_changed_the_report_is_refused_or_explains_all(
    data: Any, report: SavedReport, draw: st.DataObject
) -> None:
    broken = json.loads(json.dumps(data))
    for _ in range(draw.draw(st.integers(1, 3))):
        _change(broken, draw)
    try:
        read = read_report(json.dumps(broken), "old.json")
    except ReconcileError:
        return
    found = compare(report, read)
    lines = [*concise_lines(found), *(line for line, _ in full_lines(found, 80))]
    lines += render_jsonl(found).splitlines()
    for name in draw.draw(st.lists(st.sampled_from(known_ids(read)), max_size=3)):
        lines += about_id(read, name, draw.draw(st.sampled_from(LANGUAGES))) or ()
    "".join(lines).encode()


def _change(data: Any, draw: st.DataObject) -> None:
    """Put something else into a random place, or take it away."""
    while True:
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        if not keys:
            return
        key = draw.draw(st.sampled_from(keys))
        if not isinstance(data[key], (dict, list)) or draw.draw(st.integers(0, 5)) == 0:
            break
        data = data[key]
    if draw.draw(st.booleans()):
        data[key] = copy.deepcopy(draw.draw(JSON))  # what is drawn must stay as it is
    else:
        del data[key]
