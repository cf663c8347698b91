"""Bad input gets one clear sentence with its place, exit code 2, and loses nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reconcile.project import files
from tests.cli.command import Command

SOURCES: list[tuple[str, bytes | None, str]] = [
    ("missing.md", None, "missing.md: the source does not exist"),
    ("zh.mb", None, "did you mean zh.md?"),
    ("empty.md", b"", "empty.md: the file is empty"),
    ("binary.md", b"\x89PNG\n\0\0", "binary.md:2: this is a binary file"),
    ("latin.md", "Málaga\n".encode("cp1252"), "latin.md:1: this is not UTF-8: byte 2 of the line"),
    ("prose.md", "這是一篇文章。\n".encode(), "prose.md: no rows were found in this source"),
]


@pytest.mark.parametrize(("name", "data", "message"), SOURCES)
def test_bad_sources(command: Command, name: str, data: bytes | None, message: str) -> None:
    if data is not None:
        (command.folder / name).write_bytes(data)
    outcome = command("run", name, "en.txt")
    assert outcome.code == 2
    assert message in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (command.folder / "reports").exists()


def test_a_folder_instead_of_a_file(command: Command) -> None:
    (command.folder / "lists").mkdir()
    outcome = command("run", "lists", "en.txt")
    assert outcome.code == 2
    assert outcome.err == "error: lists: the source is a folder; name the file in it\n"


def test_a_file_beyond_the_limit(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    outcome = command("run", "zh.md", "en.txt")
    assert outcome.code == 2
    assert "Is this the right file?" in outcome.err


def test_swapped_sources(command: Command) -> None:
    outcome = command("run", "en.txt", "zh.md")
    assert outcome.code == 2
    assert "the two sources are swapped: en.txt is given as the Chinese list" in outcome.err


def test_two_lists_of_one_language(command: Command) -> None:
    outcome = command("run", "zh.md", "zh.md")
    assert outcome.code == 2
    assert "given as the English list and is Chinese" in outcome.err


def test_no_sources_at_all(command: Command) -> None:
    outcome = command()
    assert outcome.code == 2
    assert "no sources are given" in outcome.err


def test_an_output_folder_that_cannot_be_made(command: Command) -> None:
    (command.folder / "file").write_text("x", encoding="utf-8")
    outcome = command("run", "zh.md", "en.txt", "--out", "file/reports")
    assert outcome.code == 2
    assert "cannot be written" in outcome.err


def test_a_full_disk_leaves_the_old_report(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("run", "zh.md", "en.txt").code == 0
    before = contents(command.folder / "reports")
    real = os.fsync
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    (command.folder / "en.txt").write_text(
        "Changsha\n\n- KOR Gumi, South Korea\n", encoding="utf-8"
    )
    outcome = command("run", "zh.md", "en.txt")
    assert outcome.code == 2
    assert "No space left on device" in outcome.err
    assert contents(command.folder / "reports") == before


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


RULES = [
    ("version: 1\nrules:\n\t- {id: a}\n", 3, "tab"),
    ("version: 1\nrules: []\nrules: []\n", 3, "rules"),
    ("version: 1\nrules:\n  - {id: a, kind: mach, because: x}\n", 3, "match"),
    (
        "version: 1\nrules:\n  - {id: a, kind: ignore, code: D101, because: x, expect: many}\n",
        3,
        "expect",
    ),
]


@pytest.mark.parametrize(("text", "line", "word"), RULES)
def test_bad_rules(command: Command, text: str, line: int, word: str) -> None:
    (command.folder / "bad.yaml").write_text(text, encoding="utf-8")
    outcome = command("run", "zh.md", "en.txt", "--rules", "bad.yaml")
    assert outcome.code == 2
    assert f"bad.yaml:{line}:" in outcome.err
    assert word in outcome.err
    assert "Traceback" not in outcome.err


def test_wrong_use(command: Command) -> None:
    assert command("run", "--as-of", "yesterday", "zh.md", "en.txt").code == 2
    assert command("run", "--nonsense").code == 2
    assert command("run", "zh.md").code == 2
    assert command("explain", "Z999").code == 2


def test_a_bug_says_so_and_exits_with_three(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("reconcile.pipeline.check_sides", broken)
    outcome = command("run", "zh.md", "en.txt")
    assert outcome.code == 3
    assert "This is a bug in reconcile" in outcome.err


def test_an_unknown_home_country(command: Command) -> None:
    outcome = command("run", "zh.md", "en.txt", "--home", "XX")
    assert outcome.code == 2
    assert "not the code of a country" in outcome.err


def test_a_folder_in_the_way_of_a_report_changes_nothing(command: Command) -> None:
    (command.folder / "o/summary.md").mkdir(parents=True)
    outcome = command("run", "zh.md", "en.txt", "--out", "o")
    assert outcome.code == 2
    assert "summary.md is a folder (nothing was changed)" in outcome.err
    assert [p.name for p in (command.folder / "o").iterdir()] == ["summary.md"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("acept", "there is no command or file 'acept'; did you mean accept?"),
        ("reveiw", "did you mean review?"),
        ("qqqqqqqq", "there is no command or file 'qqqqqqqq'; reconcile --help lists them"),
    ],
)
def test_a_mistyped_command_gets_the_nearest_one(command: Command, word: str, said: str) -> None:
    outcome = command(word, "1a2b3c4d")
    assert outcome.code == 2
    assert said in " ".join(outcome.err.replace("│", " ").split())


def test_files_without_an_ending_are_no_commands(command: Command) -> None:
    (command.folder / "zh.md").rename(command.folder / "chinese")
    (command.folder / "en.txt").rename(command.folder / "english")
    assert command("chinese", "english", "-q").code == 0
