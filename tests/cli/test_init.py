"""`reconcile init` makes a folder that `reconcile` runs in, and overwrites nothing."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.command import Command


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


MADE = {"reconcile.toml", "rules/decisions.yaml", "rules/rules.schema.json"}


def test_a_folder_that_runs(command: Command) -> None:
    (command.folder / "README.md").write_text("# about\n", encoding="utf-8")
    before = files(command.folder)
    outcome = command("init")
    assert outcome.code == 0
    assert files(command.folder) - before == MADE
    assert "Chinese: zh.md, markdown, 2 rows of 1 host" in outcome.out
    assert "English: en.txt, text, 2 rows of 1 host" in outcome.out
    settings = (command.folder / "reconcile.toml").read_text(encoding="utf-8")
    assert 'home = "CN"' in settings
    assert command().code == 0
    assert command("check").code == 0
    schema = json.loads((command.folder / "rules/rules.schema.json").read_text(encoding="utf-8"))
    assert schema["title"] == "Override rules of reconcile"


def test_nothing_is_overwritten(command: Command) -> None:
    (command.folder / "reconcile.toml").write_text("# mine\n", encoding="utf-8")
    outcome = command("init")
    assert outcome.code == 0
    assert "reconcile.toml is there already and stays as it is" in outcome.out
    assert (command.folder / "reconcile.toml").read_text(encoding="utf-8") == "# mine\n"
    assert (command.folder / "rules/decisions.yaml").is_file()


def test_a_dry_run_writes_nothing(command: Command) -> None:
    before = files(command.folder)
    outcome = command("init", "--dry-run")
    assert "--- reconcile.toml\n" in outcome.out
    assert "# yaml-language-server: $schema=rules.schema.json" in outcome.out
    assert files(command.folder) == before


def test_which_list_is_chinese_is_told_by_its_content(command: Command) -> None:
    outcome = command("init", "en.txt", "zh.md", "--dry-run")
    assert 'zh = ["zh.md"]\nen = ["en.txt"]\n' in outcome.out


def test_columns_are_written_down(command: Command) -> None:
    (command.folder / "t.csv").write_text("主方,友城\n长沙市,鹿兒島\n", encoding="utf-8")
    outcome = command("init", "t.csv", "en.txt")
    assert outcome.code == 0
    settings = (command.folder / "reconcile.toml").read_text(encoding="utf-8")
    assert '# format_zh = "csv"\nmap_zh = {host = "主方", partner = "友城"}\n' in settings
    assert command().code == 0


def test_what_the_user_says_is_written_down(command: Command) -> None:
    (command.folder / "t.csv").write_text("a,b\n长沙市,鹿兒島\n", encoding="utf-8")
    told = ("--map-zh", "host=a,partner=b", "--format-zh", "csv", "--home", "CN", "--scope", "all")
    assert command("init", "t.csv", "en.txt", *told, "--host-zh", "长沙市").code == 0
    settings = (command.folder / "reconcile.toml").read_text(encoding="utf-8")
    assert 'scope = "all"\n' in settings
    assert (
        'format_zh = "csv"\nhost_zh = "长沙市"\nmap_zh = {host = "a", partner = "b"}\n' in settings
    )
    assert command().code == 0


def test_what_was_found_is_named_where_no_pair_is(command: Command) -> None:
    (command.folder / "other.txt").write_text("Changsha\n\n- Gumi, South Korea\n", encoding="utf-8")
    outcome = command("init")
    assert outcome.code == 2
    assert "zh.md (Chinese); en.txt, other.txt (English)" in outcome.err
    assert command("init", "zh.md").code == 2
    assert "given as the English list" in command("init", "zh.md", "zh.md").err


def test_an_empty_folder(command: Command) -> None:
    for name in ("zh.md", "en.txt"):
        (command.folder / name).unlink()
    outcome = command("init")
    assert outcome.code == 2
    assert "In this folder stands no list" in outcome.err
