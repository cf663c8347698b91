from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest

from reconcile.catalogue.examples import examples
from reconcile.errors import ReconcileError
from reconcile.overrides import load_rules
from reconcile.project.rule_file import RuleFile
from tests.cli.command import Command

ZH = """\
## 北京

| 城市 | 國家 | 友好城市 | 結好日期 |
| --- | --- | --- | --- |
| 北京市 | 日本 | 東京 | 1979年3月14日 |
| 北京市 | 法国 | 巴黎 | 20015年3月1日 |
| 北京市 | 德国 | 科隆 |  |
| 北京市 | 瑞典 | 塞德港 | 1999年4月8日 |
| 北京市 | 西班牙 | 马德里 | 1985年9月16日 |
"""
EN = """\
==B==
Beijing

- Cologne, Germany
- Paris, France
- Port Said, Egypt
- Tokyo, Japan (1980)
- Washington, D.C., United States
"""
PAIR = ("--zh", "zh.md", "--en", "en.txt", "--as-of", "2026-11-30")
FILE = "rules/decisions.yaml"


@pytest.fixture
def pair(command: Command) -> Command:
    (command.folder / "zh.md").write_text(ZH, encoding="utf-8")
    (command.folder / "en.txt").write_text(EN, encoding="utf-8")
    return command


def report(pair: Command) -> dict[str, Any]:
    rules = ("--rules", FILE) if (pair.folder / FILE).exists() else ()
    found: dict[str, Any] = json.loads(pair("run", *PAIR, *rules, "--json", "-").out)
    return found


def finding(data: dict[str, Any], name: str, word: str = "") -> dict[str, Any]:
    found = [f for f in data["findings"] if f["name"] == name and word in f["message"]]
    return dict(found[0])


@pytest.mark.parametrize(
    ("name", "word", "options", "rule"),
    [
        (
            "conflict-date",
            "",
            ["--use", "zh"],
            {
                "kind": "date",
                "pair": {
                    "zh": {"host": "北京市", "partner": "東京"},
                    "en": {"host": "Beijing", "partner": "Tokyo"},
                },
                "value": "1979-03-14",
            },
        ),
        ("conflict-date", "", ["--value", "1979-03"], {"value": "1979-03"}),
        ("conflict-date", "", ["--use", "neither"], {"kind": "no-date"}),
        ("impossible-date", "", ["--value", "2015-03-01"], {"kind": "date"}),
        ("impossible-date", "", ["--ignore"], {"kind": "ignore"}),
        (
            "impossible-date",
            "",
            ["--as", "typo", "--value", "2015年3月1日"],
            {"kind": "typo", "should-be": "2015年3月1日"},
        ),
        ("missing-date", "科隆", [], {"kind": "no-date"}),
        ("missing-date", "科隆", ["--value", "1987"], {"kind": "date", "value": "1987"}),
        (
            "weak-link",
            "塞德港",
            ["--because", "The same: a port."],
            {
                "kind": "match",
                "zh": {"host": "北京市", "partner": "塞德港"},
                "en": {"host": "Beijing", "partner": "Port Said"},
                "because": "The same: a port.",
            },
        ),
        ("weak-link", "塞德港", ["--use", "neither"], {"kind": "no-match"}),
        ("weak-link", "塞德港", ["--as", "no-match"], {"kind": "no-match"}),
        (
            "only-zh",
            "马德里",
            [],
            {
                "kind": "only-in",
                "side": "zh",
                "pair": {"zh": {"host": "北京市", "partner": "马德里"}},
            },
        ),
        ("only-zh", "马德里", ["--value", "Washington, D.C."], {"kind": "match"}),
    ],
)
def test_a_finding_is_settled_by_the_rule_of_its_kind(
    pair: Command, name: str, word: str, options: list[str], rule: dict[str, Any]
) -> None:
    before = finding(report(pair), name, word)
    outcome = pair("accept", before["id"], *options, *PAIR)
    assert outcome.code == 0, outcome.err
    assert "+    kind: " in outcome.out
    assert "this changes:" in outcome.out
    (written,) = load_rules([(FILE, (pair.folder / FILE).read_text(encoding="utf-8"))]).rules
    made = written.model_dump(by_alias=True, exclude_none=True)
    assert {k: made[k] for k in rule} == rule
    assert made["on"] == "2026-11-30"
    after = {f["id"]: f for f in report(pair)["findings"]}
    assert before["id"] not in after or after[before["id"]]["rule"]
    assert not [f for f in after.values() if f["name"].startswith("rule-")]


def test_links_groups_and_beginnings_of_ids(pair: Command) -> None:
    data = report(pair)
    link = next(x for x in data["links"])
    assert "kind: match" in pair("accept", link["id"][:6], "--dry-run", *PAIR).out
    apart = pair("accept", link["id"], "--use", "neither", "--dry-run", *PAIR).out
    assert "kind: no-match" in apart
    more = "| 北京市 | 葡萄牙 | 里斯本 | 1990年1月2日 |\n"
    (pair.folder / "zh.md").write_text(ZH + more, encoding="utf-8")
    group = finding(report(pair), "only-zh")["group"]
    accepted = pair("accept", group, "--ignore", *PAIR)
    assert f"group: {group}" in accepted.out
    assert "ignored, not settled: 2 findings, counted and no longer put forward" in accepted.out
    assert finding(report(pair), "only-zh")["rule"] == f"ignore-{group}"


@pytest.mark.parametrize(
    ("key", "options", "said"),
    [
        ("nothing", [], "no finding, group or link has the id 'nothing'"),
        ("", [], "no finding, group or link has the id ''"),
        ("CONFLICT", [], "Say which date is right: --use zh, --use en or --value"),
        ("CONFLICT", ["--as", "typo"], "a rule of the kind typo does not settle this"),
        ("CONFLICT", ["--use", "zh", "--value", "1980"], "--use zh with --value 1980 cannot be"),
        ("CONFLICT", ["--as", "no-date", "--value", "1980"], "--as no-date with --value 1980"),
        ("CONFLICT", ["--ignore", "--use", "zh"], "--ignore leaves all as it is: it does not go"),
        ("WEAK", ["--use", "zh"], "--use zh cannot be honoured for this (weak-link); possible: "),
        ("WEAK", ["--as", "match", "--use", "neither"], "--as match with --use neither cannot"),
        ("WEAK", ["--value", "Rome"], "--value 'Rome' is the name of neither row"),
        ("LINK", ["--value", "1980"], "--value 1980 cannot be honoured for a link"),
        ("LINK", ["--ignore"], "a link is not to be ignored: --as match or --as no-match"),
        ("CONFLICT", ["--value", "yesterday"], "value must be a date written as 1980-01-28"),
        ("WEAK", ["--rules", "zh.md"], "error: zh.md:3:3: "),
    ],
)
def test_what_cannot_be_accepted_is_refused(
    pair: Command, key: str, options: list[str], said: str
) -> None:
    data = report(pair)
    ids = {"CONFLICT": finding(data, "conflict-date"), "WEAK": finding(data, "weak-link")}
    ids["LINK"] = data["links"][0]
    outcome = pair("accept", ids.get(key, {"id": key})["id"], *options, *PAIR)
    assert outcome.code == 2
    assert said in outcome.err
    assert not (pair.folder / FILE).exists()
    assert (pair.folder / "zh.md").read_text(encoding="utf-8") == ZH


def test_what_no_rule_settles_is_refused_unless_it_is_to_be_ignored(pair: Command) -> None:
    (pair.folder / "en.txt").write_text(EN.replace("- Tokyo", "\n- Tokyo"), encoding="utf-8")
    key = finding(report(pair), "split-list")["id"]
    refused = pair("accept", key, *PAIR)
    assert refused.code == 2
    assert "no rule settles this (split-list): Compare with the page" in refused.err
    assert "To leave it as it is: --ignore" in refused.err
    assert not (pair.folder / FILE).exists()
    ignored = pair("accept", key, "--ignore", *PAIR)
    assert "because: 'Ignored, not settled: A blank line" in ignored.out
    assert "ignored, not settled: 1 finding" in ignored.out


def test_a_rule_that_would_not_settle_a_finding_is_not_written(pair: Command) -> None:
    key = finding(report(pair), "impossible-date")["id"]
    outcome = pair("accept", key, "--as", "typo", "--value", "20016年3月1日", *PAIR)
    assert outcome.code == 2
    assert "a rule of the kind typo would not settle this, so nothing was written" in outcome.err
    assert not (pair.folder / FILE).exists()


def test_a_host_that_nothing_is_known_of_is_refused(pair: Command) -> None:
    example = next(x for x in examples("N104") if x.fires)
    (pair.folder / "zh.md").write_text(example.zh, encoding="utf-8")
    (pair.folder / "en.txt").write_text(example.en, encoding="utf-8")
    key = finding(report(pair), "ambiguous-host")["id"]
    refused = pair("accept", key, "--value", "Nowhere", *PAIR)
    assert refused.code == 2
    assert "no host and no place called 'Nowhere' is known, so nothing was written" in refused.err


SLIPS = "".join(
    f"| 北京市 | 法国 | {name} | 1990年1月{day}日 |\n"
    for day, name in enumerate(("里爾", "馬賽", "兰斯", "图卢兹", "圣艾蒂安", "土伦", "贝桑松"), 1)
)


def test_each_finding_of_a_group_has_its_rule_or_none_has(pair: Command) -> None:
    (pair.folder / "zh.md").write_text(ZH + SLIPS, encoding="utf-8")
    data = report(pair)
    slips = [f for f in data["findings"] if f["name"] == "mixed-script"]
    assert len(slips) == 3
    group = slips[0]["group"]
    refused = pair("accept", group, "--value", "里昂", *PAIR)
    assert (
        "--value '里昂' is of one finding, and there are 3: accept each by its own id"
        in refused.err
    )
    accepted = pair("accept", group, *PAIR)
    text = (pair.folder / FILE).read_text(encoding="utf-8")
    rules = load_rules([(FILE, text)]).rules
    assert [(r.kind, r.id) for r in rules] == [("typo", f"typo-{f['id']}") for f in slips]
    assert text.count("rules:") == 1
    assert not [f for f in report(pair)["findings"] if f["name"] == "mixed-script"]
    assert accepted.out.count("- N111") == 3


@pytest.mark.parametrize("key", ["all-A201", "all-D101"])
def test_all_of_a_code_are_accepted_by_the_id_of_their_entry(pair: Command, key: str) -> None:
    (pair.folder / "zh.md").write_text(ZH + SLIPS, encoding="utf-8")
    code = key.removeprefix("all-")
    own = [f["id"] for f in report(pair)["findings"] if f["code"] == code]
    assert len(own) > 3
    assert pair("accept", key, *PAIR).code == 0
    after = {f["id"]: f["rule"] for f in report(pair)["findings"]}
    assert all(after[i] for i in own)


def test_what_is_settled_already_is_not_settled_twice(pair: Command) -> None:
    key = finding(report(pair), "missing-date", "科隆")["id"]
    assert pair("accept", key, *PAIR).code == 0
    again = pair("accept", key, *PAIR, "--rules", FILE)
    assert again.code == 2
    assert f"{FILE}:3: the rule no-date-{key} has settled this already" in again.err


def test_a_dry_run_writes_nothing_and_shows_all(pair: Command) -> None:
    key = finding(report(pair), "weak-link")["id"]
    outcome = pair("accept", key, "--dry-run", *PAIR)
    assert "+  - id: match-" in outcome.out
    assert "this would change:" in outcome.out
    assert not (pair.folder / "rules").exists()


def test_every_other_byte_of_the_file_stays(pair: Command) -> None:
    key = finding(report(pair), "weak-link")["id"]
    old = (
        "\ufeffversion: 1\r\nrules:   # mine\r\n"
        "- {id: a,  kind: ignore, 'code': \"S101\", because: x}  # one\r\n\r\n# end"
    ).encode()
    path = pair.folder / "mine.yaml"
    path.write_bytes(old)
    path.chmod(0o640)
    assert pair("accept", key, *PAIR, "--rules", "mine.yaml").code == 0
    new = path.read_bytes()
    added = f"- id: match-{key}".encode()
    assert new.startswith(old[:-9])
    assert new.endswith(old[-9:])
    assert added in new[len(old) - 9 : -9]
    assert b"\n" not in new.replace(b"\r\n", b"")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in pair.folder.glob(".*")] == []


def test_rules_go_into_the_first_file_that_the_settings_name(pair: Command) -> None:
    (pair.folder / "reconcile.toml").write_text(
        '[pair]\nzh = ["zh.md"]\nen = ["en.txt"]\nrules = ["mine"]\n', encoding="utf-8"
    )
    (pair.folder / "mine").mkdir()
    data = json.loads(pair("run", "--json", "-").out)
    first, second = finding(data, "weak-link")["id"], finding(data, "missing-date")["id"]
    assert pair("accept", first).code == 0
    assert pair("accept", second).code == 0
    text = (pair.folder / "mine/decisions.yaml").read_text(encoding="utf-8")
    assert text.startswith("version: 1\nrules:\n")
    assert len(load_rules([("x", text)]).rules) == 2


def _add(folder: str, number: int) -> None:
    os.chdir(folder)
    file = RuleFile("rules/d.yaml", [])
    for n in range(5):
        rule = {"id": f"r{number}-{n}", "kind": "ignore", "code": "S", "because": "x"}
        file.add([rule])


def test_processes_that_write_at_once_lose_no_rule(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add, args=(str(tmp_path), n)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    text = (tmp_path / "rules/d.yaml").read_text(encoding="utf-8")
    assert {r.id for r in load_rules([("d", text)]).rules} == {
        f"r{number}-{n}" for number in range(4) for n in range(5)
    }
    assert [p.name for p in (tmp_path / "rules").iterdir()] == ["d.yaml"]


def test_an_id_that_another_process_has_taken_gets_a_number(tmp_path: Path) -> None:
    one, other = (RuleFile(str(tmp_path / "d.yaml"), [str(tmp_path)]) for _ in range(2))
    rule = {"id": "a", "kind": "ignore", "code": "S", "because": "x"}
    for file in (one, other, one):
        file.add([rule])
    assert [r.id for r in one.rules().rules] == ["a", "a-2", "a-3"]


def test_a_folder_that_cannot_be_used_is_an_error(pair: Command) -> None:
    (pair.folder / "rules").write_text("a file", encoding="utf-8")
    key = finding(report(pair), "weak-link")["id"]
    outcome = pair("accept", key, *PAIR)
    assert outcome.code == 2
    assert f"{FILE}: the folder of this file cannot be used" in outcome.err


def test_a_rule_that_was_edited_is_not_taken_back(tmp_path: Path) -> None:
    file = RuleFile(str(tmp_path / "d.yaml"), [])
    rule = {"id": "a", "kind": "ignore", "code": "S", "because": "x"}
    change = file.add([rule])
    edited = file.text.replace("because: x", "because: y")
    (tmp_path / "d.yaml").write_text(edited, encoding="utf-8")
    with pytest.raises(ReconcileError, match="has been changed since"):
        file.undo(change)
    assert file.text == edited
