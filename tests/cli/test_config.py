"""`reconcile.toml`: every mistake comes with its line and what is meant."""

from __future__ import annotations

import re

import pytest

from reconcile.project.config import Config, read_config
from tests.cli.command import Command
from tests.conftest import ROOT

WHOLE = """\
[pair]
zh = ["a.csv", "b.csv"]
en = "en.txt"
home = "JP"
scope = "cities"
rules = ["rules"]
out = "there"
host = "札幌市"
host_en = "Sapporo"
format_zh = "csv"
format_en = "text"
encoding = "gbk"
encoding_en = "utf-8"
map = {host = "主方", partner = 2}
map_en = "partner=B, date=C"
"""


def test_all_keys(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    (command.folder / "reconcile.toml").write_text(WHOLE, encoding="utf-8-sig")
    monkeypatch.chdir(command.folder)
    assert read_config() == Config(
        zh=("a.csv", "b.csv"),
        en=("en.txt",),
        home="JP",
        scope="cities",
        rules=("rules",),
        out="there",
        host="札幌市",
        host_en="Sapporo",
        format_zh="csv",
        format_en="text",
        encoding="gbk",
        encoding_en="utf-8",
        map=(("host", "主方"), ("partner", "2")),
        map_en=(("partner", "B"), ("date", "C")),
    )


ERRORS = [
    ("[pair]\n\nchinese = []\n", "3: unknown key 'chinese'"),
    (
        '[pair]\nzh = ["zh.md"]\nhoem = "CN"\n',
        "3: unknown key 'hoem' in [pair]; did you mean home?",
    ),
    ("[pair]\nzh = 3\n", "2: zh must be a list of file names"),
    ("[pair]\nout = []\n", "2: out must be a text"),
    ("[pair]\nmap = 3\n", "2: a map of columns is a table"),
    ("[pair]\nmap.hots = 'x'\n", "2: no column holds 'hots'; did you mean host?"),
    ("[pair.map_zh]\nhost = true\n", "1: host must be the title or the number"),
    ("x = 1\n[pair]\n", "1: only the table [pair] is known here"),
    ("[pair]\nzh = [\n", "3: this is not valid TOML: "),
    ("[pair]\nzh = 'a\n", "3: this is not valid TOML: "),
    ('[pair]\nzh = ["a" "b"]\n', "2:11: this is not valid TOML: "),
    ('[pair]\nzh = "a\\u0000b"\n', "2: zh must be a list of file names"),
    ('[pair]\nen = ["\\u0000"]\n', "2: en must be a list of file names"),
    ('[pair]\nout = "\\u0000"\n', "2: out must be a text"),
    ("[pair]\nmap = {host = " + "9" * 5_000 + "}\n", " a number in this is too large"),
    ("[pair]\nmap = {host = 0x" + "f" * 5_000 + "}\n", "2: host must be the title or the number"),
    ("[pair]\nmap = {host = -1}\n", "2: host must be the title or the number"),
    ("[pair]\nzh = 2026-99-99\n", "2:"),
    ("[pair]\nzh = " + "[" * 5_000, " this is nested too deeply for settings"),
]


@pytest.mark.parametrize(("text", "message"), ERRORS)
def test_mistakes(command: Command, text: str, message: str) -> None:
    (command.folder / "reconcile.toml").write_text(text, encoding="utf-8")
    outcome = command()
    assert outcome.code == 2
    assert f"error: reconcile.toml:{message}" in outcome.err
    assert "Traceback" not in outcome.err


def test_all_mistakes_of_keys_at_once(command: Command) -> None:
    (command.folder / "reconcile.toml").write_text("[pair]\nzh = 3\nen = 4\n", encoding="utf-8")
    assert command().err.count("\n") == 2


def test_the_pair_of_the_settings_is_read_as_they_say(command: Command) -> None:
    (command.folder / "t.csv").write_text("a,b\n长沙市,鹿兒島\n", encoding="utf-8")
    (command.folder / "reconcile.toml").write_text(
        '[pair]\nzh = ["t.csv"]\nen = ["en.txt"]\nmap_zh = {host = "a", partner = "b"}\n',
        encoding="utf-8",
    )
    assert "1 agree" in " ".join(command().out.split())


def test_settings_do_not_speak_of_other_files(command: Command) -> None:
    (command.folder / "reconcile.toml").write_text(
        '[pair]\nzh = ["x"]\nen = ["y"]\nhome = "JP"\nformat_zh = "json"\nrules = ["z"]\n',
        encoding="utf-8",
    )
    outcome = command("run", "zh.md", "en.txt")
    assert outcome.code == 0
    assert "2 agree" in " ".join(outcome.out.split())


def test_the_example_of_the_documentation(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "docs/inputs.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (command.folder / "reconcile.toml").write_text(example, encoding="utf-8")
    monkeypatch.chdir(command.folder)
    config = read_config()
    assert (config.home, config.map) == ("CN", (("host", "主方"), ("partner", "友城")))
