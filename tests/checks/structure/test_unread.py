"""Lines and columns that nothing was made of."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.structure import unread
from tests.checks.runs import cases_of, check_case, drafts, english


@pytest.mark.parametrize("example", cases_of(unread.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_a_line_not_understood_is_shown_up_to_eighty_characters() -> None:
    (draft,) = drafts(unread.lines_not_understood, en=english("Lyon, France") + "@@ " + "12 " * 50)
    assert len(str(draft.params["text"])) == 80
    assert draft.refs[0].line == 4
