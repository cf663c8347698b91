"""Outputs never replace what a run is made of, nor what a link leads to; pipes are no sources."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.hostile.conftest import EN, ZH

RULES = """version: 1
rules:
- id: a
  kind: ignore
  finding: '12345678'
  because: Nobody minds.
"""


def _source_in_out(folder: Path) -> list[str]:
    shutil.copy(folder / "zh.txt", folder / "report.json")
    return ["report.json", "en.txt", "--out", "."]


def _json_over_source(folder: Path) -> list[str]:
    return ["zh.txt", "en.txt", "--json", "./x/../zh.txt"]


def _json_over_link_to_source(folder: Path) -> list[str]:
    (folder / "link.json").symlink_to("zh.txt")
    return ["zh.txt", "en.txt", "--json", "link.json"]


def _json_over_rules(folder: Path) -> list[str]:
    (folder / "rules").mkdir()
    (folder / "rules" / "a.yaml").write_text(RULES, "utf-8")
    return ["zh.txt", "en.txt", "--rules", "rules", "--json", str(folder / "rules" / "a.yaml")]


def _json_over_settings(folder: Path) -> list[str]:
    (folder / "reconcile.toml").write_text("[pair]\nout = 'o'\n", "utf-8")
    return ["zh.txt", "en.txt", "--json", "reconcile.toml"]


def _baseline_over_source(folder: Path) -> list[str]:
    (folder / "en.json").hardlink_to(folder / "en.txt")
    return ["zh.txt", "en.txt", "--json", "en.json"]


@pytest.mark.parametrize(
    "given",
    [
        _source_in_out,
        _json_over_source,
        _json_over_link_to_source,
        _json_over_rules,
        _json_over_settings,
        _baseline_over_source,
    ],
)
def test_no_output_replaces_an_input(command: Command, given: Callable[[Path], list[str]]) -> None:
    (command.folder / "x").mkdir()
    words = given(command.folder)
    before = {p: p.read_bytes() for p in command.folder.rglob("*") if p.is_file()}
    outcome = command("run", *words)
    assert outcome.code == 2
    assert "would replace this, which is an input" in outcome.err
    assert {p: p.read_bytes() for p in command.folder.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("target", ["outside.html", "nowhere.html"])
def test_no_output_goes_through_a_link(command: Command, tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.html").write_text("mine", "utf-8")
    (command.folder / "reports").mkdir()
    (command.folder / "reports" / "index.html").symlink_to(tmp_path / target)
    outcome = command("run", "zh.txt", "en.txt")
    assert outcome.code == 2
    assert "through this link" in outcome.err
    assert (tmp_path / "outside.html").read_text("utf-8") == "mine"
    assert not (tmp_path / "nowhere.html").exists()
    assert [p.name for p in (command.folder / "reports").iterdir()] == ["index.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("words", [["pipe", "en.txt"], ["zh.txt", "en.txt", "--rules", "pipe"]])
def test_a_pipe_is_refused_and_not_waited_for(command: Command, words: list[str]) -> None:
    os.mkfifo(command.folder / "pipe")
    outcome = command("run", *words)
    assert outcome.code == 2
    assert "a pipe or device" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_shown_as_one(command: Command) -> None:
    name = os.fsdecode(b"zh\xff.txt")
    (command.folder / name).write_text(ZH, "utf-8")
    outcome = command("run", name, "en.txt")
    assert outcome.code == 0
    assert b"zh\\udcff.txt" in (command.folder / "reports" / "report.json").read_bytes()
    assert (command.folder / "en.txt").read_text("utf-8") == EN
