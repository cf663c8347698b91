"""Headings that a mark at the start of a line makes: `== Title ==` and `## Title`."""

from __future__ import annotations

from typing import NamedTuple

_DEEPEST = 6


class HeadingLine(NamedTuple):
    """A line that is a heading: its level from 1, and where its title begins and ends."""

    level: int
    start: int
    end: int


def equals_heading(line: str) -> HeadingLine | None:
    """The heading that `=` makes, comments behind it aside; None for any other line."""
    if not line.startswith("="):
        return None
    bare = line.rstrip()
    while bare.endswith("-->") and "<!--" in bare:
        bare = bare[: bare.rindex("<!--")].rstrip()
    before = len(bare) - len(bare.lstrip("="))
    level = min(before, len(bare) - len(bare.rstrip("=")), _DEEPEST)
    if level == 0 or len(bare) <= 2 * level:
        return None
    return HeadingLine(level, level, len(bare) - level)


def number_sign_heading(line: str) -> HeadingLine | None:
    """The heading that `#` makes; None for any other line."""
    level = len(line) - len(line.lstrip("#"))
    if not 0 < level <= _DEEPEST or not line[level : level + 1].isspace():
        return None
    start = len(line) - len(line[level:].lstrip())
    end = len(line.rstrip().rstrip("#").rstrip())
    return HeadingLine(level, start, max(start, end))
