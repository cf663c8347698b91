from __future__ import annotations

import json

import pytest

from tests.cli.command import Command

RUN = ("run", "zh.md", "en.txt", "--as-of", "2026-11-30")


@pytest.fixture
def faulty(command: Command) -> Command:
    """The pair, with an impossible date and a blank line inside a list."""
    zh, en = command.folder / "zh.md", command.folder / "en.txt"
    text = zh.read_text(encoding="utf-8")
    zh.write_text(text.replace("1988年5月9日", "1988年5月99日"), encoding="utf-8")
    en.write_text(
        "Changsha\n\n- JPN Kagoshima, Japan\n\n- USA Saint Paul, United States\n", encoding="utf-8"
    )
    return command


def concise(command: Command, *words: str) -> set[str]:
    """The codes of the findings shown."""
    out = command(*RUN, "--format", "concise", *words).out
    return {line.split(": ", 1)[1].split(" ")[0] for line in out.splitlines()}


def test_filters_change_what_is_shown_and_not_what_is_written(faulty: Command) -> None:
    whole = concise(faulty)
    assert {"D103", "S107"} <= whole
    report = (faulty.folder / "reports/report.json").read_bytes()
    assert concise(faulty, "--select", "D1") == {x for x in whole if x.startswith("D1")}
    assert concise(faulty, "--ignore", "impossible-date,S") == {
        x for x in whole if x != "D103" and x[0] != "S"
    }
    assert concise(faulty, "--where", "side:en origin:copy") == {"S107"}
    assert concise(faulty, "--where", "-code:S", "--where", "severity:error") == {"D103"}
    assert (faulty.folder / "reports/report.json").read_bytes() == report


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--select", "impossible-dat"), "did you mean impossible-date?"),
        (("--ignore", "Q1"), "no code begins with 'Q1'"),
        (("--where", "sction:河北"), "did you mean section?"),
        (("--where", "severity:warnin"), "did you mean warning?"),
        (("--statistics", "--format", "sarif"), "does not go with"),
        (("--new-only",), "add --baseline FILE"),
        (("--update-baseline",), "add --baseline FILE"),
        (("--fail-on", "new"), "add --baseline FILE"),
        (("--baseline", "none.json"), "the baseline does not exist"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(
    faulty: Command, words: tuple[str, ...], message: str
) -> None:
    outcome = faulty(*RUN, *words)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""


def test_sarif_is_one_document_on_standard_output(faulty: Command) -> None:
    (run,) = json.loads(faulty(*RUN, "--format", "sarif").out)["runs"]
    assert {"D103", "S107"} <= {r["ruleId"] for r in run["results"]}


def test_a_limit_says_on_stderr_what_it_hides(faulty: Command) -> None:
    outcome = faulty(*RUN, "--format", "jsonl", "--limit", "1")
    assert len(outcome.out.splitlines()) == 1
    assert "not shown" in outcome.err
    assert "not shown" not in faulty(*RUN, "--format", "jsonl").err


def test_statistics_count_each_code(faulty: Command) -> None:
    out = faulty(*RUN, "--statistics").out
    assert "1  D103 impossible-date: " in out
    rows = [
        json.loads(x)
        for x in faulty(*RUN, "--statistics", "--format", "jsonl").out.split("\n")
        if x
    ]
    shown = faulty(*RUN, "--format", "concise").out
    assert sum(row["count"] for row in rows) == len(shown.splitlines())
    by_side = faulty(*RUN, "--statistics", "--group-by", "file").out
    assert "zh.md" in by_side


@pytest.mark.parametrize("form", ["full", "markdown"])
def test_groups_have_headings(faulty: Command, form: str) -> None:
    out = faulty(*RUN, "--group-by", "severity", "--format", form).out
    assert "error (1)" in out or "### error" in out


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "error "), ("zh-Hans", "错误 "), ("zh-Hant", "錯誤 ")]
)
def test_another_language(faulty: Command, lang: str, word: str) -> None:
    assert f"D103 {word}" in faulty(*RUN, "--lang", lang).out
    report = (faulty.folder / "reports/report.json").read_text(encoding="utf-8")
    assert "could be compared" in report


def test_a_baseline_is_made_and_survives_moved_lines(faulty: Command) -> None:
    base = ("--baseline", "base.json")
    made = faulty(*RUN, *base, "--update-baseline")
    assert made.code == 0
    written = json.loads((faulty.folder / "base.json").read_text(encoding="utf-8"))
    assert "D103 impossible-date" in written["findings"].values()
    zh = faulty.folder / "zh.md"
    zh.write_text("\n\n" + zh.read_text(encoding="utf-8"), encoding="utf-8")
    same = faulty(*RUN, *base, "--fail-on", "new")
    assert same.code == 0
    assert "0 new" in same.out
    text = zh.read_text(encoding="utf-8")
    zh.write_text(text.replace("1982年10月30日", "1982年13月30日"), encoding="utf-8")
    assert faulty(*RUN, *base, "--fail-on", "new").code == 1
    shown = faulty(*RUN, *base, "--new-only", "--format", "concise").out
    assert "1982年13月30日" in shown
    assert "1988年5月99日" not in shown
    report = json.loads((faulty.folder / "reports/report.json").read_text(encoding="utf-8"))
    assert report["baseline"]["new"]
    faulty(*RUN, "-q")
    report = json.loads((faulty.folder / "reports/report.json").read_text(encoding="utf-8"))
    assert "baseline" not in report


def test_fail_on_counts_what_the_filter_lets_pass(faulty: Command) -> None:
    assert faulty(*RUN, "--fail-on", "error").code == 1
    assert faulty(*RUN, "--fail-on", "error", "--ignore", "D").code == 0
    assert faulty(*RUN, "--fail-on", "error", "--limit", "0").code == 1
