"""Entries written in another way than their like."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.structure import style
from tests.checks.runs import cases_of, check_case, drafts, english, fired


@pytest.mark.parametrize("example", cases_of(style.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


ROWS = tuple(f"{place}, Japan" for place in ("Kobe", "Osaka", "Nara", "Akita", "Kyoto", "Himeji"))
ROWS += tuple(f"{place}, France" for place in ("Lyon", "Nantes", "Lille", "Metz"))


def odd(*rows: str) -> list[tuple[object, object]]:
    found = drafts(style.style, en=english(*rows))
    return [(d.params["problem"], d.params["text"]) for d in found]


def test_ten_entries_and_nine_tenths_of_them_make_a_habit() -> None:
    assert odd(*ROWS[1:], "Reno , Germany") == [("spacing", "Reno")]
    assert odd(*ROWS[2:], "Reno , Germany") == []
    assert odd(*ROWS[2:], "Reno , Germany", "Celle , Germany") == []


@pytest.mark.parametrize("name", ["Reno ", "Reno  Town"])
def test_stray_spaces_are_told_of(name: str) -> None:
    assert odd(*ROWS, f"{name}, Belgium") == [("spacing", " ".join(name.split()))]


def test_only_dates_of_whole_days_have_a_form() -> None:
    days = [f"{place}, Japan ({n} May 19{80 + n})" for n, place in enumerate("ABCDEFGHIJ", 1)]
    named = [
        row.replace(f"{chr(64 + n)},", f"Town {chr(64 + n)},") for n, row in enumerate(days, 1)
    ]
    assert odd(*named) == []
    assert odd(*named, "Lyon, France (1990)") == []
    assert odd(*named, "Lyon, France (1990-05-03)") == [("date-format", "1990-05-03")]


def test_what_a_conversion_can_have_done_may_be_the_fault_of_the_copy() -> None:
    origins = {(d.params["problem"], d.origin) for d in fired(style.style, "S115")}
    assert ("mark", "unknown") in origins
    assert ("spacing", "unknown") in origins
    assert ("date-format", "page") in origins


def test_each_problem_of_a_list_is_a_group_and_counts_the_others() -> None:
    for draft in fired(style.style, "S115"):
        assert draft.group is not None
        assert draft.params["count"] == draft.params["all"]
