from __future__ import annotations

import io
import json

import pytest

from reconcile.overrides import load_rules
from tests.cli.command import Command, Outcome
from tests.cli.test_accept import EN, FILE, PAIR, ZH


class Typist:
    """`reconcile review` with keys typed one a line."""

    def __init__(self, command: Command, patch: pytest.MonkeyPatch) -> None:
        self.command, self.patch = command, patch

    def __call__(self, keys: str, *words: str) -> Outcome:
        self.patch.setattr("sys.stdin", io.StringIO("".join(f"{k}\n" for k in keys)))
        rules = ("--rules", FILE) if (self.command.folder / FILE).exists() else ()
        return self.command("review", *words, *PAIR, *rules)

    def kinds(self) -> list[str]:
        """The kinds of the rules written so far."""
        path = self.command.folder / FILE
        if not path.exists():
            return []
        return [r.kind for r in load_rules([(FILE, path.read_text(encoding="utf-8"))]).rules]


@pytest.fixture
def typist(command: Command, monkeypatch: pytest.MonkeyPatch) -> Typist:
    (command.folder / "zh.md").write_text(ZH, encoding="utf-8")
    (command.folder / "en.txt").write_text(EN, encoding="utf-8")
    return Typist(command, monkeypatch)


def test_each_answer_becomes_a_rule_at_once_and_is_not_asked_again(typist: Typist) -> None:
    outcome = typist("1x")
    assert outcome.code == 0, outcome.err
    assert typist.kinds() == ["date", "match"]
    assert "東京 / Tokyo" in outcome.out
    assert "zh.md:5" in outcome.out
    assert "en.txt:7" in outcome.out
    assert "2 decided" in outcome.out
    assert "+    kind: date" in outcome.out
    assert "~ 北京市 – 東京 = Beijing – Tokyo: conflict → agree" in outcome.out
    again = typist("q")
    assert "東京 / Tokyo" not in again.out
    assert typist.kinds() == ["date", "match"]


def test_quitting_keeps_what_was_decided(typist: Typist) -> None:
    assert "1 decided, 0 unsure" in typist("2q").out
    assert typist.kinds() == ["date"]


def test_undo_takes_back_the_last_answer_and_asks_again(typist: Typist) -> None:
    outcome = typist("z1zn")
    assert "there is nothing to undo" in outcome.out
    assert outcome.out.count("東京 / Tokyo") >= 2
    assert "undone: " in outcome.out
    assert typist.kinds() == ["no-match"]


def test_a_new_file_names_the_schema_beside_it_and_goes_with_its_last_rule(
    typist: Typist,
) -> None:
    (typist.command.folder / "rules").mkdir()
    (typist.command.folder / "rules/rules.schema.json").write_text("{}", encoding="utf-8")
    typist("1zq")
    assert not (typist.command.folder / FILE).exists()
    typist("1q")
    written = (typist.command.folder / FILE).read_text(encoding="utf-8")
    assert written.startswith("# yaml-language-server: $schema=rules.schema.json\nversion: 1\n")


def test_what_is_unsure_waits_until_it_is_asked_for(typist: Typist) -> None:
    first = typist("uq")
    assert "1 unsure" in first.out
    state = json.loads((typist.command.folder / "reports/review.json").read_text(encoding="utf-8"))
    (key,) = state["unsure"]
    assert key not in typist("q").out
    named = typist("x", key)
    assert "東京 / Tokyo" in named.out
    assert typist.kinds() == ["ignore"]


def test_skipped_questions_come_again_next_time(typist: Typist) -> None:
    assert "東京 / Tokyo" in typist("sq").out
    assert "東京 / Tokyo" in typist("q").out


def test_evidence_on_request_and_other_keys(typist: Typist) -> None:
    outcome = typist("se?q")
    assert "prior: " in outcome.out
    assert "no such key" in outcome.out
    assert "probability 0." in outcome.out


def test_blind_shows_no_score(typist: Typist) -> None:
    outcome = typist("seseq", "--blind")
    assert "probability" not in outcome.out
    assert "%" not in outcome.out
    assert "prior: " in outcome.out


def test_a_dry_run_writes_nothing(typist: Typist) -> None:
    outcome = typist("1xuq", "--dry-run")
    assert "+    kind: match" in outcome.out
    assert "this would change:" in outcome.out
    assert typist.kinds() == []
    assert not (typist.command.folder / "rules").exists()
    assert not (typist.command.folder / "reports/review.json").exists()


def test_unknown_questions_and_a_damaged_state_are_refused(typist: Typist) -> None:
    assert "no open question has the id zzz" in typist("q", "zzz").err
    (typist.command.folder / "reports").mkdir(exist_ok=True)
    (typist.command.folder / "reports/review.json").write_text("{", encoding="utf-8")
    outcome = typist("q")
    assert outcome.code == 2
    assert "delete it" in outcome.err
