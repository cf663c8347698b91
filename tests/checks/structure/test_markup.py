"""Rows that do not fit their table, markup left as text."""

from __future__ import annotations

import pytest

from reconcile.catalogue.examples import Example
from reconcile.checks.structure import markup
from tests.checks.runs import cases_of, check_case, chinese, drafts, fired


@pytest.mark.parametrize("example", cases_of(markup.CHECKS))
def test_cases(example: Example) -> None:
    check_case(example)


def test_left_over_markup_is_the_fault_of_the_copy_but_for_a_mark_in_a_link() -> None:
    found = fired(markup.markup_residue, "S112")
    origins = {(d.params["problem"], d.origin) for d in found}
    assert origins == {
        ("unclosed", "copy"),
        ("link-mark", "page"),
        ("wiki", "copy"),
        ("entity", "copy"),
        ("link-title", "copy"),
        ("category", "copy"),
    }


def residues(*rows: str) -> list[tuple[object, object]]:
    found = drafts(markup.markup_residue, zh=chinese(*rows))
    return [(d.params["problem"], d.params["text"]) for d in found]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("日本鹿兒島<small>（1982年）", [("unclosed", "<small>")]),
        ("日本鹿兒島<small>（1982年）</small>", []),
        ("日本鹿兒島<ref name=a/>", []),
        ("日本鹿兒島<!-- <small> -->", []),
        ("日本鹿兒島<SMALL><small>（1982年）</small>", [("unclosed", "<SMALL>")]),
        ("日本鹿兒島（1982年）&nbsp;", [("entity", "&nbsp;")]),
        ("日本'''鹿兒島'''（1982年）", [("wiki", "'''")]),
    ],
)
def test_pieces_of_markup(row: str, expected: list[tuple[str, str]]) -> None:
    assert residues(row, "美國聖保羅", "法國里昂", "比利時蒙斯", "德國漢堡", "韓國釜山") == expected


def test_rows_of_a_table_that_slid_are_told_apart_from_a_table_that_is_wrong() -> None:
    found = fired(markup.table_structure, "S111")
    assert [(d.params["problem"], d.params["unit"], d.systemic) for d in found] == [
        ("slid", "rows", False),
        ("more", "tables", True),
        ("fewer", "rows", False),
        ("titles", "tables", True),
    ]
    assert {d.origin for d in found} == {"copy"}
    assert len({d.group for d in found}) == 4
