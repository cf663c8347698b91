from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.cli.test_accept import EN, FILE, PAIR, ZH, finding, report
from tests.cli.test_review import Typist

OLD = (
    b"\xef\xbb\xbfversion: 1\r\nrules:   # mine\r\n- {id: a, kind: ignore, code: S101, because: x}"
)


@pytest.fixture
def pair(command: Command) -> Command:
    (command.folder / "zh.md").write_text(ZH, encoding="utf-8")
    (command.folder / "en.txt").write_text(EN, encoding="utf-8")
    return command


def accept(pair: Command, name: str, *options: str) -> str:
    """Settle the first open finding of a name; its id."""
    found = [f for f in report(pair)["findings"] if f["name"] == name and not f["rule"]]
    key = str(found[0]["id"])
    own = () if "--rules" in options or not (pair.folder / FILE).exists() else ("--rules", FILE)
    outcome = pair("accept", key, *options, *own, *PAIR)
    assert outcome.code == 0, outcome.err
    return key


def test_decisions_are_taken_back_one_after_the_other_byte_for_byte(pair: Command) -> None:
    path = pair.folder / "mine.yaml"
    path.write_bytes(OLD)
    path.chmod(0o640)
    states = [path.read_bytes()]
    for name in ("weak-link", "impossible-date", "missing-date"):
        ignore = ["--ignore"] if name == "impossible-date" else []
        accept(pair, name, *ignore, "--rules", "mine.yaml")
        states.append(path.read_bytes())
    assert len(set(states)) == 4
    assert pair("undo").code == 0
    assert path.read_bytes() == states[2]
    two = pair("undo", "-n", "2")
    assert "-- id: match-" in two.out
    assert "-- id: ignore-" in two.out
    assert path.read_bytes() == OLD
    assert path.stat().st_mode & 0o777 == 0o640
    nothing = pair("undo")
    assert (nothing.code, nothing.err) == (
        2,
        "error: no decision of accept or review is left to undo\n",
    )


def test_a_file_that_was_made_goes_again(pair: Command) -> None:
    accept(pair, "weak-link")
    accept(pair, "missing-date")
    assert pair("undo", "-n", "2").code == 0
    assert not (pair.folder / FILE).exists()


def test_all_rules_of_a_group_are_one_decision(pair: Command) -> None:
    assert pair("accept", "all-D101", *PAIR).code == 0
    assert (pair.folder / FILE).read_text(encoding="utf-8").count("- id:") == 5
    assert pair("undo").code == 0
    assert not (pair.folder / FILE).exists()


def test_review_writes_what_can_be_undone(
    command: Command, monkeypatch: pytest.MonkeyPatch, pair: Command
) -> None:
    typist = Typist(command, monkeypatch)
    typist("1xq")
    assert typist.kinds() == ["date", "match"]
    assert "rules/decisions.yaml  match-" in command("undo", "--list").out.splitlines()[0]
    assert command("undo").code == 0
    assert typist.kinds() == ["date"]
    typist("xzq")
    assert len(command("undo", "--list").out.splitlines()) == 1


def test_a_file_that_was_changed_since_stays_as_it_is(pair: Command) -> None:
    first = accept(pair, "weak-link")
    second = accept(pair, "missing-date")
    path = pair.folder / FILE
    before = path.read_text(encoding="utf-8")
    changed = before + "# a remark\n"
    path.write_text(changed, encoding="utf-8")
    for words in (("undo",), ("undo", "-n", "2")):
        refused = pair(*words)
        assert refused.code == 2
        assert refused.err.startswith(
            f"error: {FILE}: this file was changed since no-date-{second}"
        )
        assert "delete that by hand, and undo goes on with what was decided before" in refused.err
        assert path.read_text(encoding="utf-8") == changed
    by_hand = before[: before.index("  - id: no-date")]
    path.write_text(by_hand, encoding="utf-8")
    assert f"-  - id: match-{first}" in pair("undo", "-n", "2").out
    assert not path.exists()


def test_a_dry_run_and_a_list_write_nothing(pair: Command) -> None:
    key = accept(pair, "weak-link")
    before = (pair.folder / FILE).read_bytes()
    assert "this would be undone" in pair("undo", "--dry-run").out
    assert pair("undo", "--list").out == f"  1  {FILE}  match-{key}\n"
    assert pair("undo", "-n", "2").err == "error: only 1 decision can be undone\n"
    assert (pair.folder / FILE).read_bytes() == before
    assert pair("undo").code == 0


@pytest.mark.parametrize("text", ["{", '[{"path": "x"}]', "null"])
def test_a_damaged_journal_is_refused(pair: Command, text: str) -> None:
    journal = pair.folder / "reports/undo.json"
    journal.parent.mkdir()
    journal.write_text(text, encoding="utf-8")
    outcome = pair("undo")
    assert outcome.code == 2
    assert outcome.err == (
        "error: reports/undo.json: this is not what reconcile has written: delete it\n"
    )


def test_where_the_journal_cannot_be_written_no_rule_is(pair: Command) -> None:
    (pair.folder / "reports").mkdir(exist_ok=True)
    (pair.folder / "reports/undo.json").mkdir()
    key = finding(report(pair), "weak-link")["id"]
    outcome = pair("accept", key, *PAIR)
    assert outcome.code == 2
    assert "the rule cannot be written" in outcome.err
    assert not Path(pair.folder / FILE).exists()
