"""`reconcile read` and `run --explain-reading`: what is understood of lists."""

from __future__ import annotations

import re

from tests.cli.command import Command

EN = """\
City,Sister city,Country,Dossier,No.
Changsha,Kagoshima,Japan,A-17,1
Changsha,Saint Paul,United States,B-4,2
"""


def facts(text: str) -> str:
    """What is printed, with single blanks."""
    return re.sub(r" *\n *", "\n", re.sub(r" +", " ", text))


def test_each_list_is_told_from_its_text_and_explained(command: Command) -> None:
    outcome = command("read", "en.txt", "zh.md")
    assert outcome.code == 0
    zh, en = facts(outcome.out).split("en.txt\n")
    assert "language Chinese" in zh
    assert "hosts 1: 長沙市 (line 5)" in zh
    assert "rows 2: 2 with a country, 2 with a date" in zh
    assert "5 長沙市 鹿兒島 JP 1982-10-30" in zh
    assert "language English\nformat text" in en
    assert "rows 2: 2 with a country, 0 with a date" in en


def test_what_columns_are_used_as_is_told_and_what_is_left(command: Command) -> None:
    (command.folder / "en.csv").write_text(EN + "Mons\n", encoding="utf-8")
    shown = facts(command("read", "en.csv").out)
    assert "format csv" in shown
    assert "Sister city → partner" in shown
    assert "Dossier → not used (2 cells)" in shown
    assert "No. → passed over" in shown


def test_lines_not_understood_are_shown(command: Command) -> None:
    text = (command.folder / "en.txt").read_text(encoding="utf-8")
    (command.folder / "en.txt").write_text(text + "\n@@ 12\n", encoding="utf-8")
    assert "left 1 line: not understood\n7 | @@ 12" in facts(command("read", "en.txt").out)


def test_a_list_without_rows_is_explained_and_ends_with_an_error(command: Command) -> None:
    (command.folder / "en.md").write_text("Some words.\n\nMore words.\n", encoding="utf-8")
    outcome = command("read", "en.md")
    assert outcome.code == 2
    assert "rows none" in facts(outcome.out)
    assert "hosts none" in facts(outcome.out)


def test_the_standard_input_needs_its_language(command: Command) -> None:
    outcome = command("read", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--zh - or --en -" in outcome.err


def test_without_a_file_the_pair_of_the_folder_is_read(command: Command) -> None:
    assert "name a list: reconcile read FILE" in command("read").err
    (command.folder / "reconcile.toml").write_text('[pair]\nzh = "zh.md"\nen = "en.txt"\n')
    outcome = command("read", "--rows", "1")
    assert outcome.code == 0
    assert "1 more" in outcome.out


def test_a_run_explains_its_reading_first(command: Command) -> None:
    out = command("run", "zh.md", "en.txt", "--explain-reading").out
    assert out.index("language") < out.index("verdicts")
    assert "language" not in command("run", "zh.md", "en.txt").out


def test_unused_columns_stand_on_the_first_screen(command: Command) -> None:
    (command.folder / "en.csv").write_text(EN, encoding="utf-8")
    out = facts(command("run", "zh.md", "en.csv").out)
    assert "columns Dossier of en.csv not used" in out
