"""Names that another region writes so."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import regional_forms
from tests.checks.runs import cases_of, check_case, chinese, drafts, fired


@pytest.mark.parametrize("example", cases_of(regional_forms.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_no_usage_is_followed_where_few_names_tell() -> None:
    assert drafts(regional_forms.regional_forms, zh=chinese("義大利米蘭", "意大利羅馬")) == []


def test_the_other_usage_has_the_form_of_the_list_and_its_level() -> None:
    found = fired(regional_forms.regional_forms, "N113")
    assert [(d.params["region"], d.suggestion) for d in found] == [("tw", "意大利"), ("cn", "雪梨")]
    assert all(d.suggestion == d.params["usual"] for d in found)
