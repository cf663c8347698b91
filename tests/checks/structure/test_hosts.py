"""Rows that no host is named for."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.structure import hosts
from tests.checks.runs import cases_of, check_case, drafts


@pytest.mark.parametrize("example", cases_of(hosts.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


TWO = "Changsha\n\n- Kagoshima, Japan\n\nNanjing\n\n- Saint Louis, United States\n"


@pytest.mark.parametrize(
    ("rows", "severities"),
    [
        ("長沙市,鹿兒島\n,聖路易斯\n", []),  # an empty host is the one above
        (",聖路易斯\n長沙市,鹿兒島\n長沙市,聖保羅\n", ["warning"]),
        (",聖路易斯\n,名古屋\n長沙市,鹿兒島\n", ["error"]),
    ],
)
def test_how_much_it_matters(rows: str, severities: list[str]) -> None:
    found = drafts(hosts.missing_hosts, zh="主方,友城\n" + rows, en=TWO)
    assert [d.severity for d in found] == severities
