from __future__ import annotations

import pytest

from tests.cli.command import Command

ROW = "zh: {partner: 鹿兒島}"
MATCH = f"kind: match, {ROW}, en: {{partner: Kagoshima}}, because: x"


def write(command: Command, *rules: str, tests: str = "", name: str = "r.yaml") -> None:
    body = "version: 1\nrules:\n" + "".join(f"  - {{{r}}}\n" for r in rules) + tests
    (command.folder / name).write_text(body, encoding="utf-8")


@pytest.mark.parametrize(
    ("rules", "tests", "code", "said"),
    [
        ([f"id: a, {MATCH}"], "", 0, ["r.yaml:3:5: warning rule-redundant: without it"]),
        (
            [f"id: a, {MATCH}", f"id: b, {MATCH}"],
            "",
            0,
            [
                "r.yaml:3:5: warning rule-redundant: without it",
                "r.yaml:4:5: warning rule-redundant: the rule a (r.yaml:3:5) says the same",
                "r.yaml:4:5: warning rule-redundant: without it",
            ],
        ),
        (
            [f"id: a, {ROW}, kind: no-match, en: {{partner: Kagoshima}}, because: x"],
            "tests:\n  - {zh: 鹿兒島, links-to: Kagoshima}\n",
            2,
            ["r.yaml:5:5: error test: this does not hold: 鹿兒島 is linked to no row"],
        ),
        (
            [f"id: a, {MATCH}, until: 2020-12-31"],
            "",
            0,
            ["r.yaml:3:5: warning rule-expired: its last day was 2020-12-31"],
        ),
        (
            ["id: a, kind: ignore, code: S101, because: x"],
            "",
            0,
            ["r.yaml:3:5: warning rule-unused: it had no effect"],
        ),
        (
            ["id: a, kind: ignore, code: D101, because: x, expect: 7"],
            "",
            2,
            ["r.yaml:3:5: error rule-count: it touches 1, and expects 7"],
        ),
        (
            [f"id: a, {MATCH}", f"id: b, kind: only-in, side: zh, pair: {{{ROW}}}, because: x"],
            "",
            2,
            ["r.yaml:4:5: error rule-contradictory: rule b (r.yaml:4:5) says that 長沙市"],
        ),
        (
            [
                f"id: a, {MATCH}".replace("鹿兒島", "鹿兒"),
                "id: b, kind: typo, at: {side: zh, quote: 鹿兒岛}, should-be: 鹿兒島, because: x",
            ],
            "",
            2,
            [
                "r.yaml:3:5: error rule-stale: no row of the Chinese source has partner 鹿兒;",
                "r.yaml:4:5: error rule-stale: the text 鹿兒岛 is not in the source (any more); "
                "鹿兒島 stands there already",
            ],
        ),
        (
            ["id: a, knd: match", "id: a b, kind: ignore, code: S, because: x"],
            "",
            2,
            [
                "r.yaml:3:13: error rule-error: unknown key knd; did you mean kind?",
                "r.yaml:4:10: error rule-error: id must be one word",
            ],
        ),
    ],
)
def test_each_fault_is_told_with_its_place(
    command: Command, rules: list[str], tests: str, code: int, said: list[str]
) -> None:
    write(command, *rules, tests=tests)
    outcome = command("check", "r.yaml", "--zh", "zh.md", "--en", "en.txt")
    lines = outcome.out.splitlines()
    assert len(lines) == len(said) + 1
    for line, start in zip(lines, said, strict=False):
        assert line.startswith(start)
    assert outcome.code == code


def test_without_sources_only_the_rules_themselves_are_checked(command: Command) -> None:
    write(command, f"id: a, {MATCH}".replace("鹿兒島", "nowhere"))
    outcome = command("check", "r.yaml")
    assert outcome.code == 0
    assert "1 rule in 1 file: no errors" in outcome.out
    assert "checked without sources: give --zh and --en" in outcome.out


def test_the_pair_of_the_settings_is_the_default(command: Command) -> None:
    (command.folder / "rules").mkdir()
    write(command, f"id: a, {MATCH}", name="rules/one.yml")
    write(command, f"id: b, {MATCH}".replace("鹿兒島", "x"), name="rules/two.YAML")
    (command.folder / "rules/.hidden.yaml").write_text("not: rules", encoding="utf-8")
    (command.folder / "reconcile.toml").write_text(
        '[pair]\nzh = ["zh.md"]\nen = ["en.txt"]\nrules = ["rules"]\n', encoding="utf-8"
    )
    outcome = command("check")
    assert outcome.code == 2
    assert "rules/two.YAML:3:5: error rule-stale" in outcome.out
    assert "2 rules in 2 files: 1 error, 1 warning" in outcome.out


def test_of_two_rules_that_do_the_same_only_one_is_called_redundant(command: Command) -> None:
    zh = (command.folder / "zh.md").read_text(encoding="utf-8")
    (command.folder / "zh.md").write_text(zh.replace("鹿兒島", "水城"), encoding="utf-8")
    alias = "kind: alias, side: zh, name: 水城, same-as: 鹿兒島, because: x"
    write(command, f"id: a, {alias}", f"id: b, {MATCH}".replace("鹿兒島", "水城"))
    outcome = command("check", "r.yaml", "--zh", "zh.md", "--en", "en.txt")
    redundant = [line for line in outcome.out.splitlines() if "rule-redundant" in line]
    assert len(redundant) == 1


def test_no_rules_to_check(command: Command) -> None:
    assert "name a rule file or folder" in command("check").err
