"""Pieces of source lines: cut around a span, with every character shown as something visible.

Nothing here changes what a line says; `glyph` only replaces what a terminal or a browser would
act upon (escape codes, direction marks) by a visible sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reconcile.visible import glyph, visible

_HAN = r"\u2e80-\u2fff\u3005-\u3007\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPEN, _CLOSE = r"「『（《【〈", r"」』）》】〉。，、；：！？"
_WORD = re.compile(r" *[^ ]+")
_UNIT = re.compile(rf" *(?:[{_OPEN}]*(?:[{_HAN}]|[^ {_HAN}{_OPEN}{_CLOSE}]+)[{_CLOSE}]*|[^ ])")
"""What a Chinese line may break between: no line begins with a mark that closes."""

DOTS = "…"
"""Stands for what is left out."""
MAX_CELLS = 400
"""No excerpt is ever longer, however wide the output."""


def position(path: str, line: int, column: int | None = None) -> str:
    """`path:line:column`, as compilers write it, so that terminals and editors open it."""
    return f"{path}:{line}" if column is None else f"{path}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line cut around its span, in display form; `left` and `right` are dots where it is cut."""

    left: str
    before: str
    marked: str
    after: str
    right: str


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    from rich.cells import cell_len

    return cell_len(glyph(char))


def width(text: str) -> int:
    """Display cells of the visible form of `text`: a Chinese character takes two."""
    return sum(map(_width, text))


def fit(text: str, cells: int) -> str:
    """As much of the start of `text` as fits into `cells`."""
    used = 0
    for i, char in enumerate(text):
        used += _width(char)
        if used > cells:
            return text[:i]
    return text


def cut(line: str, column: int, end_column: int, cells: int) -> Excerpt:
    """`line` cut to `cells` around the 1-based span `[column, end_column)`.

    The span keeps about a third of the room before it; a span that does not fit loses its end.
    """
    cells = max(8, min(cells, MAX_CELLS))
    start, end = column - 1, end_column - 1
    marked = fit(line[start:end], cells - 4)
    room = cells - width(marked) - 2
    left_room = max(room // 3, room - width(line[end : end + room]))
    left = _fit_end(line[:start], left_room)
    tail = line[start + len(marked) :]
    right = fit(tail, room - width(left))
    return Excerpt(
        left=DOTS * (len(left) < start),
        before=visible(left),
        marked=visible(marked),
        after=visible(right),
        right=DOTS * (len(right) < len(tail)),
    )


def _fit_end(text: str, cells: int) -> str:
    """As much of the end of `text` as fits into `cells`."""
    used, start = 0, len(text)
    for char in reversed(text):
        used += _width(char)
        if used > cells:
            break
        start -= 1
    return text[start:]


def wrap(text: str, cells: int, anywhere: bool = False) -> Iterator[str]:
    """`text` in lines of at most `cells`; a word too long for a line is cut.

    Lines break at blanks; `anywhere` also between Chinese characters, as Chinese sentences do.
    """
    cells = max(cells, 10)
    line, used = "", 0
    for word in (_UNIT if anywhere else _WORD).findall(text):
        need = width(word)
        if line and used + need > cells:
            yield line
            line, used = "", 0
        if not line:
            word = word.lstrip(" ")
            need = width(word)
        while used + need > cells:
            piece = fit(word, cells - used)
            yield line + piece
            line, used, word = "", 0, word[len(piece) :]
            need = width(word)
        line, used = line + word, used + need
    if line:
        yield line


def runs(text: str) -> Iterator[tuple[bool, str]]:
    """`text` in pieces, each either of Chinese characters (True) or of anything else."""
    piece, chinese = "", False
    for char in text:
        now = is_chinese(char)
        if piece and now != chinese:
            yield chinese, piece
            piece = ""
        piece, chinese = piece + char, now
    if piece:
        yield chinese, piece


def is_chinese(char: str) -> bool:
    """Whether `char` is a Han character or the punctuation written with it."""
    o = ord(char)
    return (
        0x2E80 <= o <= 0x303F
        or 0x3400 <= o <= 0x9FFF
        or 0xF900 <= o <= 0xFAFF
        or 0xFF00 <= o <= 0xFFEF
        or 0x20000 <= o <= 0x3FFFF
    )
