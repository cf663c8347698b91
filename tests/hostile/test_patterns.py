"""No pattern of the package needs more than linear time, whatever text is brought before it.

Each compiled pattern is tried on long runs of what its own syntax tree says that it might repeat,
before an end that fits nothing, in the ways in which the package uses it. With 2,000 characters a
linear pattern needs microseconds, a quadratic one tens of milliseconds, and others seconds.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]  # no stubs for the syntax trees
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import reconcile

pytestmark = pytest.mark.slow
_BOUNDED = "reconcile.sources.reading."
"""Whose patterns are not tried: they see no text that is longer than a line that is looked at."""
_SEEN = {
    "reconcile.sources.link_targets._FLAG_TEXT": "sees 300 characters at most",
    "reconcile.sources.formats.columns.titled._PATH": "is matched at the start of a cell alone",
}
"""Patterns that are passed on, so that nothing shows how they are used."""
LENGTH = 2_000
SLOW = 0.008
"""Seconds of CPU time, of the best of three."""
_LONGEST = 1.0
"""Seconds after which a pattern is stopped."""
_FROM_HERE = {"match", "fullmatch"}
_SEARCHING = {"search", "sub", "subn", "split", "findall", "finditer"}
_SHOWN = {
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_WORD: "-",
}


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(reconcile.__path__, "reconcile."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value of a module: itself, or inside of tables and classes."""
    inside: Iterable[object] = ()
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        inside = (*value, *value.values())
    elif isinstance(value, tuple | list | set | frozenset):
        inside = tuple(value)[:500]
    elif isinstance(value, type) and value.__module__.startswith("reconcile"):
        inside = tuple(vars(value).values())
    if depth < 4:
        for one in inside:
            yield from _patterns(one, depth + 1)


@cache
def _uses() -> dict[str, set[str]]:
    """How each name is used, those of a module itself by its file: `_BLANK.match(...)`."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in Path(reconcile.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found[_key(str(path), node.value.id)].add(node.attr)
    return found


def _key(path: str, name: str) -> str:
    return f"{path}:{name}" if name.startswith("_") else name


def _all() -> dict[str, tuple[re.Pattern[str], set[str]]]:
    """Each pattern once, by its module and name, and the ways in which it is used."""
    found: dict[tuple[str, int], tuple[str, set[str]]] = {}
    for module in _modules():
        if module.__name__.startswith(_BOUNDED):
            continue
        for name, value in vars(module).items():
            used = _uses()[_key(module.__file__, name)]
            ways = used & _FROM_HERE | ({"search"} if used & _SEARCHING else set())
            at = f"{module.__name__}.{name}"
            for pattern in _patterns(value) if at not in _SEEN else ():
                found.setdefault((pattern.pattern, pattern.flags), (at, ways))
    return {
        f"{at}-{i}": (re.compile(*pattern), ways or {"search", "fullmatch"})
        for i, (pattern, (at, ways)) in enumerate(found.items())
    }


class _Samples:
    """Characters and pieces of text that a pattern speaks of."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.characters: list[str] = []
        self.pieces: list[str] = []
        self.whole = self._of(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))

    def units(self) -> list[str]:
        """What is repeated: each character, two of them in turn, each piece."""
        characters = list(dict.fromkeys([*self.characters, " "]))[:8]
        pairs = [a + b for a, b in permutations(characters[:3], 2)]
        return [u for u in dict.fromkeys([*characters, *pairs, *self.pieces[:8], self.whole]) if u]

    def _of(self, items: Any) -> str:
        return "".join(self._one(op, given) for op, given in items)

    def _one(self, op: Any, given: Any) -> str:
        if op is sre.LITERAL:
            return self._seen(chr(given))
        if op in (sre.NOT_LITERAL, sre.ANY):
            return self._seen("a")
        if op is sre.IN:
            return self._seen(*self._in(given))
        if op is sre.BRANCH:
            pieces = [self._of(branch) for branch in given[1]]
            self.pieces += pieces
            return pieces[0]
        if op is sre.SUBPATTERN:
            return self._of(given[3])
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            self.pieces.append(self._of(given[2]))
            return self.pieces[-1]
        if op is sre.ATOMIC_GROUP:
            return self._of(given)
        if op in (sre.ASSERT, sre.ASSERT_NOT):
            self._of(given[1])
        return ""

    def _in(self, given: Any) -> list[str]:
        found = []
        for op, what in given:
            if op is sre.LITERAL:
                found.append(chr(what))
            elif op is sre.RANGE:
                found.append(chr(what[0]))
            elif op is sre.CATEGORY:
                found.append(_SHOWN[what])
        if given[0][0] is sre.NEGATE:
            return [c for c in "a日 1-（" if c not in found][:2]
        return found[:5]

    def _seen(self, *characters: str) -> str:
        self.characters += characters
        return characters[0] if characters else "a"


def _slow(pattern: re.Pattern[str], ways: set[str]) -> Iterator[str]:
    samples = _Samples(pattern)
    for unit in samples.units():
        for before in ("", samples.whole):
            text = f"{before}{unit * (LENGTH // len(unit))}\x01"
            for way in ways:
                if all(_seconds(pattern, way, text) > SLOW for _ in range(3)):
                    yield f"{way}({before!r} + {unit!r} again and again)"
                    return


def _seconds(pattern: re.Pattern[str], way: str, text: str) -> float:
    start = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, _LONGEST)
    try:
        getattr(pattern, way)(text)
    except TimeoutError:
        return _LONGEST
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.process_time() - start


def _too_long(*_: object) -> None:
    raise TimeoutError


@pytest.mark.parametrize(("pattern", "ways"), _all().values(), ids=_all())
def test_pattern_is_linear(pattern: re.Pattern[str], ways: set[str]) -> None:
    signal.signal(signal.SIGALRM, _too_long)
    slow = next(_slow(pattern, ways), None)
    assert slow is None, f"{pattern.pattern!r}: {slow}"
