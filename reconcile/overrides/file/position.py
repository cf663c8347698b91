"""The text of a rule file, and positions in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from reconcile.errors import ReconcileError

MAX_BYTES = 5_000_000

# Everything a text editor does not show as a character or a plain line end, and lone surrogates.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def is_printable(text: str) -> bool:
    """Whether a rule file may hold `text` as it is."""
    return not _UNPRINTABLE.search(text)


class Position(NamedTuple):
    """A 1-based position in a rule file; columns count characters."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """`rules/a.yaml:12:5`."""
        return f"{self.path}:{self.line}:{self.column}"

    def error(self, sentence: str) -> ReconcileError:
        """The error that says `sentence` of what stands here."""
        return ReconcileError(sentence, path=self.path, line=self.line, column=self.column)


NOWHERE = Position("", 0, 0)
"""The position of what stands in no file."""


class RuleText:
    """The text of a rule file; an offset in it becomes a position or an error."""

    def __init__(self, path: str, text: str) -> None:
        """Take `text` without byte order mark and with plain line ends.

        Raises ReconcileError for a file that is too large, or holds what no editor shows.
        """
        self.path = path
        if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            size = f"{MAX_BYTES // 1_000_000} MB"
            raise ReconcileError(
                f"this rule file is larger than {size}: split it into several files", path=path
            )
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        bad = _UNPRINTABLE.search(self.text)
        if bad:
            sign = f"U+{ord(bad[0]):04X}"
            raise self.error(bad.start(), f"invisible or damaged character ({sign}): delete it")

    def position(self, offset: int) -> Position:
        """The file, line and column of `offset`."""
        line = bisect_right(self.starts, offset)
        return Position(self.path, line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """A line (counted from 1), without its end."""
        start, *following = self.starts[number - 1 : number + 1]
        return self.text[start : following[0] - 1] if following else self.text[start:]

    def error(self, offset: int, sentence: str) -> ReconcileError:
        """The error that says `sentence` of what stands at `offset`."""
        return self.position(offset).error(sentence)
