"""Encodings and sheets on the command line: what is told, and what the user says."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import Command, Outcome
from tests.sources.workbooks.files import dalian, saved

LIST = "主方,友城,国家\n长沙市,鹿儿岛,日本\n长沙市,圣保罗,美国\n"


def links(outcome: Outcome) -> int:
    assert outcome.code == 0, outcome.err
    return len(json.loads(outcome.out)["links"])


@pytest.mark.parametrize(("codec", "name"), [("gbk", "GB18030"), ("utf-16-le", "UTF-16 (little-")])
def test_an_encoding_that_is_certain_is_told(command: Command, codec: str, name: str) -> None:
    (command.folder / "a.csv").write_bytes(LIST.encode(codec))
    outcome = command("run", "a.csv", "en.txt")
    assert outcome.code == 0
    assert outcome.err.startswith(f"note: a.csv is read as {name}")
    assert outcome.err.endswith("; --encoding says otherwise\n")
    assert links(command("run", "a.csv", "en.txt", "-q", "--json", "-")) == 2


@pytest.mark.parametrize("option", ["--encoding", "--encoding-zh"])
def test_the_user_says_the_encoding(command: Command, option: str) -> None:
    (command.folder / "a.csv").write_bytes(LIST.encode("gbk"))
    outcome = command("run", "a.csv", "en.txt", option, "gb2312", "--json", "-")
    assert (links(outcome), outcome.err) == (2, "")
    wrong = command("run", "a.csv", "en.txt", "--encoding-zh", "utf-8")
    assert wrong.code == 2
    assert "a.csv:1: this is not UTF-8" in wrong.err
    none = command("run", "a.csv", "en.txt", "--encoding", "gkb")
    assert none.code == 2
    assert "there is no encoding 'gkb'" in none.err


def test_the_settings_say_the_encoding(command: Command) -> None:
    (command.folder / "a.csv").write_bytes(LIST.encode("gbk"))
    made = command("init", "a.csv", "en.txt", "--encoding-zh", "gbk")
    assert made.code == 0
    settings = (command.folder / "reconcile.toml").read_text(encoding="utf-8")
    assert 'encoding_zh = "gbk"\n' in settings
    outcome = command("run", "--json", "-")
    assert (links(outcome), outcome.err) == (2, "")


def test_sheets_of_a_workbook(command: Command) -> None:
    (command.folder / "a#b.xlsx").write_bytes(saved(dalian()))
    (command.folder / "en.txt").write_text("Dalian\n\n- Oakland, United States\n", encoding="utf-8")
    outcome = command("run", "a#b.xlsx", "en.txt")
    assert outcome.code == 0
    assert outcome.err.startswith("note: a#b.xlsx has 2 sheets with rows (友城, 说明)")
    for part in ("友城", "1"):
        outcome = command("run", f"a#b.xlsx#{part}", "en.txt", "--json", "-")
        assert (links(outcome), outcome.err) == (1, "")
        source = json.loads(outcome.out)["sources"][0]
        assert (source["id"], source["path"]) == ("zh:a#b.xlsx#友城", "a#b.xlsx#友城")
    missing = command("run", "a#b.xlsx#友", "en.txt")
    assert missing.code == 2
    assert missing.err.startswith("error: a#b.xlsx: this workbook has no sheet '友'; it has 友城")


def test_two_sheets_are_two_sources(command: Command) -> None:
    book = dalian()
    book["说明"].append(["主方", "友城"])
    book["说明"].append(["大连市", "奥克兰"])
    (command.folder / "a.xlsx").write_bytes(saved(book))
    (command.folder / "en.txt").write_text("Dalian\n\n- Oakland, United States\n", encoding="utf-8")
    words = ("--zh", "a.xlsx#友城", "--zh", "a.xlsx#说明", "--en", "en.txt", "--json", "-")
    sources = json.loads(command("run", *words).out)["sources"]
    assert [s["id"] for s in sources] == ["zh:a.xlsx#友城", "zh:a.xlsx#说明", "en:en.txt"]
