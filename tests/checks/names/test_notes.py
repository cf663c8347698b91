"""Remarks beside names."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.names import notes
from tests.checks.runs import cases_of, check_case, chinese, drafts, english


@pytest.mark.parametrize("example", cases_of(notes.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_a_remark_is_pointed_at_where_it_stands() -> None:
    (draft,) = drafts(notes.notes_in_names, zh=chinese("日本鹿兒島（友好協議）（1982年10月30日）"))
    assert draft.params == {"partner": "鹿兒島", "host": "長沙市", "note": "友好協議"}
    assert [(r.line, r.text) for r in draft.refs] == [(3, "友好協議")]
    assert draft.key == ["友好協議"]


def test_a_bracket_in_an_english_name_is_a_remark() -> None:
    (draft,) = drafts(notes.notes_in_names, en=english("Arras (communauté), France"))
    assert (draft.params["partner"], draft.refs[0].text) == ("Arras", "communauté")


def test_a_name_alone_has_none() -> None:
    assert drafts(notes.notes_in_names, chinese("日本鹿兒島"), english("Lyon, France")) == []
