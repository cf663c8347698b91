"""`reconcile explain`: codes in three languages, and the ids of a report."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reconcile.catalogue import CODES, LANGUAGES, Lang
from reconcile.cli.explain import about_code
from tests.cli.command import Command


@pytest.fixture
def report(command: Command) -> dict[str, Any]:
    """The report of a run with a rule, in the folder `reports`."""
    rule = "{id: r, kind: match, zh: {partner: 聖保羅}, en: {partner: Saint Paul}, because: Same.}"
    (command.folder / "rules.yaml").write_text(f"version: 1\nrules: [{rule}]\n", encoding="utf-8")
    assert command("run", "zh.md", "en.txt", "--rules", "rules.yaml", "-q").code == 0
    text = (command.folder / "reports" / "report.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_can_be_explained(lang: Lang) -> None:
    for code in CODES:
        if lang == "en" or code.code == "S101":  # an example in Chinese is run
            text = "\n".join(about_code(code, lang))
            assert code.meaning.said_in(lang) in text


def test_code_and_name_say_the_same_and_show_the_examples(command: Command) -> None:
    by_code = command("explain", "s106").out
    assert by_code == command("explain", "repeated-block").out
    assert "Yueyang lists the same 3 partners" in by_code
    chinese = command("explain", "S106", "--lang", "zh-Hant").out
    assert "Yueyang的全部3個友城與Changsha相同" in chinese


def test_ids_of_every_kind(command: Command, report: dict[str, Any]) -> None:
    link = next(x for x in report["links"] if not x["rule"])
    out = command("explain", link["id"]).out
    assert "鹿兒島" in out
    assert f"{link['probability']:.4f}" in out
    assert all(e["detail"] in out for e in link["evidence"])
    record = command("explain", link["zh"]).out
    assert "Verdict: agree" in record
    assert link["id"] in record
    assert "Same." in command("explain", "r").out
    for finding in report["findings"]:
        said = command("explain", finding["id"][:7]).out
        assert finding["message"] in said
        if finding["group"]:
            assert finding["message"] in command("explain", finding["group"]).out


@pytest.mark.parametrize(
    ("word", "hint"),
    [("emty-row", "empty-row"), ("missing-dates", "missing-date"), ("zzzz", "report.json")],
)
def test_what_is_not_known_is_refused_with_a_hint(command: Command, word: str, hint: str) -> None:
    outcome = command("explain", word)
    assert outcome.code == 2
    assert hint in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("text", ["{", "[]", '{"schema": "other"}'])
def test_what_is_no_report_is_refused(command: Command, text: str) -> None:
    (command.folder / "other.json").write_text(text, encoding="utf-8")
    outcome = command("explain", "abcdef", "--report", "other.json")
    assert outcome.code == 2
    assert "other.json" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_code_leads_to_its_check(command: Command) -> None:
    out = command("explain", "S116").out
    assert "Found by: reconcile.checks.structure.unread.columns_not_used" in out
    assert "Found by" not in command("explain", "R101").out
