"""Headings that a mark at the start of a line makes: `== Title ==` and `## Title`."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER_SIGNS = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
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
    match = _NUMBER_SIGNS.match(line)
    return HeadingLine(len(match[1]), *match.span(2)) if match else None
