"""Every kind of finding by texts that fire, at the exact place, and texts that stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.catalogue import BY_CODE, BY_NAME, CODES
from reconcile.catalogue.examples import Example, default_pair, examples
from reconcile.models import Finding
from reconcile.overrides import load_rules
from reconcile.pipeline import Settings, run
from reconcile.sources import read_document
from tests.conftest import AS_OF

FOLDER = Path(__file__).parents[1] / "cases"
FILES = sorted(p.stem for p in FOLDER.glob("*.yaml") if p.stem != "default")
CASES = [
    pytest.param(example, id=f"{code}-{n}")
    for code in FILES
    for n, example in enumerate(examples(code), 1)
]


def found(example: Example) -> list[Finding]:
    documents = [
        read_document(example.zh.encode(), "zh.md", "zh"),
        read_document(example.en.encode(), "en.txt", "en"),
    ]
    rules = load_rules([("rules.yaml", example.rules)] if example.rules else [])
    return list(run(documents, rules, Settings(AS_OF)).findings)


def place(finding: Finding) -> tuple[int, int, str]:
    """Line, column and message; a finding about a rule stands in the rule file."""
    if finding.refs:
        return finding.refs[0].line, finding.refs[0].column, finding.message
    line = finding.params["line"]
    assert isinstance(line, int)
    return line, 1, finding.message


@pytest.mark.parametrize("example", CASES)
def test_case(example: Example) -> None:
    mine = [f for f in found(example) if f.name == example.name]
    assert [place(f) for f in mine] == list(example.fires)
    assert all(f.code == BY_NAME[example.name].code for f in mine)


def test_the_default_pair_has_nothing_wrong_but_that_one_list_gives_no_dates() -> None:
    zh, en = default_pair()
    findings = found(Example("none", zh, en))
    assert [f.name for f in findings if f.severity != "info"] == ["missing-date"]


def test_every_code_has_cases_but_those_that_only_the_check_of_rules_tells() -> None:
    assert {c.code for c in CODES} - set(FILES) == {"R104", "R105"}


@pytest.mark.parametrize("code", FILES)
def test_every_file_of_cases_is_about_its_code_and_has_a_text_that_fires(code: str) -> None:
    assert {x.name for x in examples(code)} == {BY_CODE[code].name}
    assert any(x.fires for x in examples(code))


def test_codes_and_names_are_unique_and_every_text_is_a_sentence() -> None:
    assert len({c.code for c in CODES}) == len(CODES) == len(BY_NAME)
    for code in CODES:
        for text in (code.meaning, code.why, code.action):
            assert text.en.endswith(".")
            assert text.zh.endswith("。")
