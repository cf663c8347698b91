"""What the command line says of its sources: formats, columns, standard input, home country."""

from __future__ import annotations

import gzip
import io
import json
import sys

import pytest

from tests.cli.command import Command, Outcome
from tests.cli.conftest import EN, ZH

JAPAN_ZH = """\
== 日本 ==
{| class="wikitable"
! 城市 !! 友好城市 !! 國家 !! 日期
|-
| 札幌市 || 慕尼黑 || 德國 || 1972年
|-
| 札幌市 || 波特蘭 || 美國 || 1959年
|-
| 京都市 || 巴黎 || 法國 || 1958年
|-
| 大阪市 || 芝加哥 || 美國 || 1973年
|}
"""
JAPAN_EN = """\
==Sapporo==
* {{flagicon|GER}} [[Munich]], Germany (1972)
* {{flagicon|USA}} [[Portland, Oregon|Portland]], United States (1959)

==Kyoto==
* {{flagicon|FRA}} [[Paris]], France (1958)

==Osaka==
* {{flagicon|USA}} [[Chicago]], United States (1973)
"""


def counts(outcome: Outcome) -> str:
    assert outcome.code == 0, outcome.err
    return " ".join(outcome.out.split())


def test_columns_are_named_on_the_command_line(command: Command) -> None:
    (command.folder / "a.csv").write_text("甲,乙\n长沙市,鹿兒島\n长沙市,聖保羅\n", encoding="utf-8")
    failed = command("run", "a.csv", "en.txt")
    assert failed.code == 2
    assert "a.csv" in failed.err
    said = command("run", "a.csv", "en.txt", "--map-zh", "host=甲", "--map-zh", "partner=乙")
    assert "2 agree" in counts(said)
    assert "2 agree" in counts(
        command("run", "a.csv", "en.txt", "--format-zh", "csv", "--map", "host=1,partner=2")
    )


def test_a_format_that_is_forced(command: Command) -> None:
    outcome = command("run", "zh.md", "en.txt", "--format-zh", "json")
    assert outcome.code == 2
    assert "zh.md:1:1: this is no JSON" in outcome.err
    outcome = command("run", "zh.md", "en.txt", "--format-en", "txt")
    assert "no format 'txt'; did you mean text?" in outcome.err


def test_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(ZH.encode()))))
    assert "2 agree" in counts(command("run", "-", "en.txt"))
    report = json.loads((command.folder / "reports/report.json").read_text(encoding="utf-8"))
    assert report["sources"][0]["id"] == "zh:stdin"
    assert "only one source" in command("run", "-", "-").err


def test_files_of_one_name(command: Command) -> None:
    for name, rows in (("a", ZH), ("b", ZH.replace("鹿兒島", "龜尾市"))):
        (command.folder / name).mkdir()
        (command.folder / name / "zh.md").write_text(rows, encoding="utf-8")
    outcome = command("run", "--zh", "a/zh.md", "--zh", "b/zh.md", "--en", "en.txt")
    assert outcome.code == 0
    report = json.loads((command.folder / "reports/report.json").read_text(encoding="utf-8"))
    assert [s["id"] for s in report["sources"]] == ["zh:a/zh.md", "zh:b/zh.md", "en:en.txt"]
    twice = command("run", "--zh", "a/zh.md", "--zh", "./a/zh.md", "--en", "en.txt")
    assert twice.err == "error: ./a/zh.md: this is given twice for one side\n"


def test_json_with_escapes_is_no_english_list(command: Command) -> None:
    rows = [{"host": "长沙市", "partner": "鹿兒島"}, {"host": "长沙市", "partner": "聖保羅"}]
    (command.folder / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    keys = [{"城市": "Changsha", "友好城市": "Kagoshima"}]
    (command.folder / "b.json").write_text(json.dumps(keys, ensure_ascii=False), encoding="utf-8")
    assert "1 agree" in counts(command("run", "a.json", "b.json"))
    assert "swapped" in command("run", "b.json", "a.json").err


def test_the_home_country_is_told_from_the_hosts(command: Command) -> None:
    (command.folder / "a.wiki").write_text(JAPAN_ZH, encoding="utf-8")
    (command.folder / "b.wiki").write_text(JAPAN_EN, encoding="utf-8")
    outcome = command("run", "a.wiki", "b.wiki")
    assert "4 agree" in counts(outcome)
    assert outcome.err == (
        "note: the hosts are taken for places of JP; --home names another country\n"
    )
    assert command("run", "a.wiki", "b.wiki", "--home", "JP").err == ""
    assert command("run", "zh.md", "en.txt").err == ""
    assert EN in (command.folder / "en.txt").read_text(encoding="utf-8")
