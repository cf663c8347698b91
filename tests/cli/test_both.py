"""A list in both languages, given once: its own pairs of names are checked."""

from __future__ import annotations

import json

import reconcile
from tests.cli.command import Command

AIRPORTS = """\
name_zh,name_en,country
慕尼黑,Munich,Germany
科隆,Dusseldorf,Germany
杜塞尔多夫,Cologne,Germany
伦敦,London,United Kingdom
伦敦,London,United Kingdom
波尔多,Bodo,France
"""


def test_the_pairs_of_a_file_are_checked(command: Command) -> None:
    (command.folder / "both.csv").write_text(AIRPORTS, encoding="utf-8")
    outcome = command("run", "--both", "both.csv", "--no-rules")
    assert outcome.code == 0
    assert "科隆 fits Cologne" in outcome.out
    assert "Of 6 rows with a name in both languages, 3 have two names" in outcome.out
    report = json.loads((command.folder / "reports/report.json").read_text(encoding="utf-8"))
    assert [f["code"] for f in report["findings"]] == ["L105", "L105"]
    assert len(report["links"]) == 5


def test_settings_and_python_say_the_same(command: Command) -> None:
    (command.folder / "both.csv").write_text(AIRPORTS, encoding="utf-8")
    settings = '[pair]\nboth = "both.csv"\n'
    (command.folder / "reconcile.toml").write_text(settings, encoding="utf-8")
    assert "科隆 fits Cologne" in command("run").out
    result = reconcile.run(both=("both.csv", AIRPORTS))
    assert [f.name for f in result.findings] == ["wrong-pair", "wrong-pair"]


def test_init_writes_it_down(command: Command) -> None:
    (command.folder / "both.csv").write_text(AIRPORTS, encoding="utf-8")
    assert command("init", "--both", "both.csv").code == 0
    written = (command.folder / "reconcile.toml").read_text(encoding="utf-8")
    assert 'both = ["both.csv"]' in written
    assert command().code == 0


def test_rows_on_one_line_are_paired_as_well() -> None:
    names = [("慕尼黑", "Munich"), ("杜塞尔多夫", "Cologne"), ("大阪", "Osaka")]
    text = json.dumps([{"zh": zh, "en": en} for zh, en in names], ensure_ascii=False)
    result = reconcile.run(both=("both.json", text))
    assert [f.params["zh"] for f in result.findings if f.name == "wrong-pair"] == ["杜塞尔多夫"]
    assert len(result.links) == 2


def test_a_list_in_one_language_is_refused(command: Command) -> None:
    outcome = command("run", "--both", "en.txt")
    assert outcome.code == 2
    assert "has no Chinese text" in outcome.err
