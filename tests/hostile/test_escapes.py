"""No text from outside acts on a terminal: every command, every form, every file written."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.command import Command

_EVIL = "\x1b]52;c;ZXZpbA==\x07\x1b[31m\x9b31m\u202e\u2066\r"
_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_ZH = [
    {"主方": f"長沙市{_EVIL}", "友好城市": f"鹿兒島市{_EVIL}", "國家": "日本", "備註": _EVIL},
    {"主方": "長沙市", "友好城市": "大阪市", "國家": "日本", "結好時間": f"1982-02-30{_EVIL}"},
    {"主方": "長沙市", "友好城市": f"京都市{_EVIL}", "國家": "日本", "省份": f"湖南省{_EVIL}"},
]
_EN = [
    {"host": "Changsha", "sister city": f"Kagoshima{_EVIL}", "country": "Japan", "note": _EVIL},
    {"host": "Changsha", "sister city": "Kyoto", "country": f"Japan{_EVIL}"},
]
_RULES = f"""version: 1
rules:
- id: a
  kind: ignore
  finding: '12345678'
  because: {json.dumps("Because " + _EVIL)}
- id: b
  kind: {json.dumps(_EVIL)}
"""


@pytest.fixture
def evil(command: Command) -> Command:
    """The command beside lists, labels and rules with escape codes in every field."""
    for name, rows in (("zh.json", _ZH), ("en.json", _EN)):
        (command.folder / name).write_text(json.dumps(rows), "utf-8")
    (command.folder / f"{_EVIL[:-1]}.csv").write_text(
        f"{_EVIL[:-1]},城{_EVIL[:-1]}\na,b\n", "utf-8"
    )
    (command.folder / "rules.yaml").write_text(_RULES, "utf-8")
    command("run", "zh.json", "en.json")
    return command


_PAIR = ("zh.json", "en.json")
_COMMANDS = (
    ("run", *_PAIR, "-v"),
    ("run", *_PAIR, "--lang", "zh-Hans"),
    *(("run", *_PAIR, "--format", form) for form in ("concise", "jsonl", "sarif", "markdown")),
    ("run", *_PAIR, "--json", "-"),
    ("run", *_PAIR, "--statistics", "--group-by", "section"),
    ("run", *_PAIR, "--rules", "rules.yaml"),
    ("run", *_PAIR, "--explain-reading"),
    ("run", *_PAIR, "--where", f"host:{_EVIL}"),
    ("run", f"{_EVIL[:-1]}.csv", "en.json"),
    ("run", f"{_EVIL[:-1]}\n.txt", "en.json"),
    ("run", *_PAIR, f"--{_EVIL}"),
    ("read", "zh.json"),
    ("diff", "reports/report.json", "reports/report.json"),
    ("check", "rules.yaml"),
    ("accept", _EVIL, "--zh", "zh.json", "--en", "en.json"),
    ("explain", _EVIL),
    ("name", f"鹿兒島{_EVIL}"),
    (_EVIL,),
)


@pytest.mark.parametrize(
    "words", _COMMANDS, ids=lambda words: " ".join(words).encode("unicode_escape").decode()
)
def test_nothing_printed_acts(evil: Command, words: tuple[str, ...]) -> None:
    outcome = evil(*words)
    assert outcome.code in (0, 1, 2), outcome.err
    assert _ACTS.findall(outcome.out + outcome.err) == []


def test_nothing_written_acts(evil: Command) -> None:
    for path in (evil.folder / "reports").iterdir():
        assert _ACTS.findall(path.read_bytes().decode("utf-8")) == [], path.name


def test_every_id_is_explained_without_acting(evil: Command) -> None:
    report = json.loads((evil.folder / "reports" / "report.json").read_text("utf-8"))
    for what in ("findings", "links", "records"):
        for part in report[what]:
            outcome = evil("explain", part["id"], "--report", "reports/report.json")
            assert outcome.code == 0
            assert _ACTS.findall(outcome.out) == []
