"""Lines that are headings."""

from __future__ import annotations

import pytest

from reconcile.sources.heading_lines import equals_heading, number_sign_heading


@pytest.mark.parametrize(
    ("line", "level", "title"),
    [
        ("# Changsha", 1, "Changsha"),
        ("###  長沙市 ", 3, "長沙市"),
        ("## Twin towns ##", 2, "Twin towns"),
        ("## ", 2, ""),
        ("# # #", 1, "#"),
        ("###### six", 6, "six"),
    ],
)
def test_number_signs(line: str, level: int, title: str) -> None:
    found = number_sign_heading(line)
    assert found is not None
    assert (found.level, line[found.start : found.end]) == (level, title)


@pytest.mark.parametrize(
    "line", ["", "Changsha", "#Changsha", "##", "####### seven", " # indented"]
)
def test_other_lines(line: str) -> None:
    assert number_sign_heading(line) is None
    assert equals_heading(line) is None


def test_many_blanks_are_read_at_once() -> None:
    """Two kilobytes of blanks took half a minute."""
    line = "# a" + " " * 20_000 + "b"
    assert number_sign_heading(line) == (1, 2, len(line))


def test_equals_signs() -> None:
    found = equals_heading("=== 長沙市 === <!-- a host -->")
    assert found is not None
    assert found.level == 3
