from __future__ import annotations

import json

from tests.cli.command import Command


def test_a_run_writes_every_output(command: Command) -> None:
    outcome = command("run", "zh.md", "en.txt", "--as-of", "2026-11-30")
    assert outcome.code == 0
    names = {p.name for p in (command.folder / "reports").iterdir()}
    assert names == {"index.html", "report.json", "reconciled.csv", "summary.md"}
    report = json.loads((command.folder / "reports/report.json").read_text(encoding="utf-8"))
    assert [v["verdict"] for v in report["verdicts"]] == ["agree", "agree"]
    assert "index.html" in outcome.out


def test_json_goes_where_the_user_says(command: Command) -> None:
    assert command("run", "zh.md", "en.txt", "--json", "x.json", "-q").out == ""
    assert (command.folder / "x.json").is_file()
    assert not (command.folder / "reports/report.json").exists()


def test_run_is_the_default_and_reads_reconcile_toml(command: Command) -> None:
    text = '[pair]\nzh = ["zh.md"]\nen = ["en.txt"]\nout = "there"\n'
    (command.folder / "reconcile.toml").write_text(text, encoding="utf-8")
    assert command().code == 0
    assert (command.folder / "there/index.html").is_file()


def test_unknown_settings_are_refused(command: Command) -> None:
    (command.folder / "reconcile.toml").write_text("[pair]\nchinese = []\n", encoding="utf-8")
    outcome = command()
    assert outcome.code == 2
    assert "unknown key 'chinese'" in outcome.err


def test_fail_on_sets_the_exit_code(command: Command) -> None:
    (command.folder / "zh.md").write_text(
        (command.folder / "zh.md")
        .read_text(encoding="utf-8")
        .replace("1988年5月9日", "1988年5月99日"),
        encoding="utf-8",
    )
    assert command("run", "zh.md", "en.txt").code == 0
    assert command("run", "zh.md", "en.txt", "--fail-on", "error").code == 1


def test_a_list_without_hosts_is_not_passed_over_in_silence(command: Command) -> None:
    (command.folder / "zh.csv").write_text(
        "友城,国家\n鹿儿岛,日本\n名古屋,日本\n", encoding="utf-8"
    )
    two = "Changsha\n\n- Kagoshima, Japan\n\nNanjing\n\n- Nagoya, Japan\n"
    (command.folder / "two.txt").write_text(two, encoding="utf-8")
    outcome = command("run", "zh.csv", "two.txt", "--fail-on", "error")
    assert outcome.code == 1
    assert "error: 2 of 2 rows of the Chinese list stand under no host" in outcome.err
    assert "--host-zh NAME says whose partners they are" in outcome.err
    assert outcome.out.lstrip().startswith("S118 error")
    outcome = command("run", "zh.csv", "two.txt", "--host-zh", "南京市", "--fail-on", "error")
    assert (outcome.code, outcome.err) == (0, "")


def test_concise_lines_are_path_line_column_code(command: Command) -> None:
    (command.folder / "en.txt").write_text(
        "Changsha\n\n- JPN Kagoshima, Japan\n\n- USA Saint Paul, United States\n", encoding="utf-8"
    )
    outcome = command("run", "zh.md", "en.txt", "--format", "concise")
    assert any(x.startswith("en.txt:4:1: S107 split-list") for x in outcome.out.splitlines())


def test_explain_and_schema(command: Command) -> None:
    assert "empty-row" in command("explain", "S101").out
    assert command("explain", "missing-date").code == 0
    for what in ("report", "rules"):
        assert json.loads(command("schema", what).out)["$schema"].startswith("https://")


def test_json_to_standard_output(command: Command) -> None:
    outcome = command("run", "zh.md", "en.txt", "--json", "-")
    assert json.loads(outcome.out)["schema"] == "reconcile-report/1"


def test_a_failing_test_of_a_rule_file_is_an_error_with_its_place(command: Command) -> None:
    text = "version: 1\nrules: []\ntests:\n  - {zh: 鹿兒島, links-to: Kobe}\n"
    (command.folder / "r.yaml").write_text(text, encoding="utf-8")
    outcome = command("run", "zh.md", "en.txt", "--rules", "r.yaml")
    assert outcome.code == 2
    assert "r.yaml:4:" in outcome.err
    assert "this test does not hold" in outcome.err
    (command.folder / "r.yaml").write_text(text.replace("Kobe", "Kagoshima"), encoding="utf-8")
    assert command("run", "zh.md", "en.txt", "--rules", "r.yaml").code == 0


def test_a_rule_keeps_the_relation_of_what_it_links(command: Command) -> None:
    (command.folder / "zh.md").write_text(
        "## 內蒙古\n\n| | |\n| --- | --- |\n| 〖包头市〗- | 南非[內爾斯普雷特](a.md)（2002年） |\n",
        encoding="utf-8",
    )
    (command.folder / "en.txt").write_text(
        "Baotou\n\n- RSA Mbombela, South Africa\n", encoding="utf-8"
    )
    (command.folder / "r.yaml").write_text(
        "version: 1\nrules:\n  - {id: a, kind: match, zh: {partner: 內爾斯普雷特},"
        " en: {partner: Mbombela}, because: Renamed.}\n",
        encoding="utf-8",
    )
    outcome = command("run", "zh.md", "en.txt", "--rules", "r.yaml", "--json", "-")
    (link,) = json.loads(outcome.out)["links"]
    assert (link["relation"], link["method"], link["rule"]) == ("renamed", "rule", "a")


def test_a_no_match_rule_is_the_reason_that_is_given(command: Command) -> None:
    (command.folder / "r.yaml").write_text(
        "version: 1\nrules:\n  - {id: n1, kind: no-match, zh: {partner: 鹿兒島},"
        " en: {partner: Kagoshima}, because: Another one.}\n",
        encoding="utf-8",
    )
    outcome = command("run", "zh.md", "en.txt", "--rules", "r.yaml", "--json", "-")
    report = json.loads(outcome.out)
    (verdict,) = [v for v in report["verdicts"] if v["verdict"] == "only-zh"]
    assert verdict["reason"] == "kept-apart"
    assert verdict["why"] == "rule n1 says that it is not Kagoshima"
