"""The files of cases as a whole. The test of each module of checks runs those of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.catalogue import BY_CODE, BY_NAME, CODES
from reconcile.catalogue.examples import default_pair, examples
from reconcile.overrides.run import audit
from tests.checks.runs import check_case, result_of

FOLDER = Path(__file__).parents[1] / "cases"
FILES = sorted(p.stem for p in FOLDER.glob("*.yaml") if p.stem != "default")
ONLY_BEFORE_A_RUN = {"R104", "R105"}
"""What `reconcile check` alone tells of rules, so that no run has a case of it."""


@pytest.mark.parametrize("name", audit.YIELDS)
def test_cases_of_what_is_said_of_rules(name: str) -> None:
    for example in examples(BY_NAME[name].code):
        check_case(example)


def test_the_default_pair_has_nothing_wrong_but_that_one_list_gives_no_dates() -> None:
    findings = result_of(*default_pair()).findings
    assert [f.name for f in findings if f.severity != "info"] == ["missing-date"]


def test_every_code_has_cases_but_those_that_only_the_check_of_rules_tells() -> None:
    assert {c.code for c in CODES} - set(FILES) == ONLY_BEFORE_A_RUN


@pytest.mark.parametrize("code", FILES)
def test_every_file_of_cases_is_about_its_code_and_has_a_text_that_fires(code: str) -> None:
    assert {x.name for x in examples(code)} == {BY_CODE[code].name}
    assert any(x.fires for x in examples(code))
