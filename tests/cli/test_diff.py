from __future__ import annotations

import json

import pytest

from tests.cli.command import Command


@pytest.fixture
def two_reports(command: Command) -> Command:
    """`old.json`, and `new.json` of the same pair with a new fault and a line more."""
    run = ("run", "zh.md", "en.txt", "--as-of", "2026-11-30", "-q", "--json")
    assert command(*run, "old.json").code == 0
    zh = command.folder / "zh.md"
    text = zh.read_text(encoding="utf-8").replace("1988年5月9日", "1988年5月99日")
    zh.write_text(f"\n{text}", encoding="utf-8")
    assert command(*run, "new.json").code == 0
    return command


def test_it_shows_what_is_new(two_reports: Command) -> None:
    outcome = two_reports("diff", "old.json", "new.json")
    assert outcome.code == 0
    assert "+ D1" in outcome.out
    assert "--> zh.md:7:36" in outcome.out
    assert "zh:zh.md has other content" in outcome.out
    assert "- D1" in two_reports("diff", "new.json", "old.json").out


def test_nothing_new_in_the_same_report(two_reports: Command) -> None:
    outcome = two_reports("diff", "old.json", "old.json", "--fail-on", "new")
    assert (outcome.code, outcome.out) == (0, "Nothing has changed.\n")


def test_new_findings_set_the_exit_code_if_asked(two_reports: Command) -> None:
    assert two_reports("diff", "old.json", "new.json", "--fail-on", "new").code == 1
    assert two_reports("diff", "new.json", "old.json", "--fail-on", "new").code == 0


@pytest.mark.parametrize("form", ["full", "concise", "jsonl", "markdown"])
def test_every_form_prints_something_without_colour(two_reports: Command, form: str) -> None:
    outcome = two_reports("diff", "old.json", "new.json", "--format", form)
    assert outcome.code == 0
    assert "impossible-date" in outcome.out or "1988年5月99日" in outcome.out
    assert "\x1b" not in outcome.out
    if form == "jsonl":
        kinds = {json.loads(line)["kind"] for line in outcome.out.splitlines()}
        assert "finding" in kinds


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "new.json:1:2: a report must be valid JSON"),
        ('{"schema": "other/1"}', "new.json: this is no report that I know"),
        ("{}", "it names no schema"),
    ],
)
def test_what_is_no_report_is_refused(two_reports: Command, text: str, message: str) -> None:
    (two_reports.folder / "new.json").write_text(text, encoding="utf-8")
    outcome = two_reports("diff", "old.json", "new.json")
    assert outcome.code == 2
    assert message in outcome.err


def test_a_missing_report_is_named(two_reports: Command) -> None:
    outcome = two_reports("diff", "old.json", "nwe.json")
    assert outcome.code == 2
    assert "did you mean new.json?" in outcome.err
