"""Texts in which a kind of finding fires, and texts in which it stays silent.

They are the very cases that the tests run: `tests/cases/` of the repository, `data/cases/` of an
installed package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

from reconcile.catalogue import BY_NAME

AS_OF = "2026-11-30"
"""The day that counts as today in the cases."""
_OF_ONE_LIST = "SDN"
"""Families whose findings are about a single list."""

Expected = tuple[int, int, str]
"""Line, column and message of a finding."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of texts and what is found in it of the kind `name`; nothing if it stays silent.

    `side` is the list that the case is about, where it gives a text for only one; with `both` the
    text is a list in both languages.
    """

    name: str
    zh: str
    en: str
    fires: tuple[Expected, ...] = ()
    rules: str | None = None
    side: str | None = None
    both: bool = False

    @property
    def one_side(self) -> str | None:
        """The list that the lines of `fires` are in, if a single list is what it is about."""
        return self.side if BY_NAME[self.name].code[0] in _OF_ONE_LIST else None

    def texts(self) -> tuple[tuple[str, str], ...]:
        """The texts that a reader has to see: (side, text)."""
        if self.both:
            return (("both", self.zh),)
        pair = (("zh", self.zh), ("en", self.en))
        return tuple(x for x in pair if self.one_side in (None, x[0]))


def examples(code: str) -> tuple[Example, ...]:
    """The cases of a code, in the order of their file; none if it has no file."""
    made = _read(f"{code}.yaml")
    return tuple(_example(case) for case in made or ())


def default_pair() -> tuple[str, str]:
    """The Chinese and the English text of a case that gives none of its own."""
    pair = _read("default.yaml")
    return pair["zh"], pair["en"]


def _example(case: Mapping[str, Any]) -> Example:
    zh, en = [case["both"]] * 2 if "both" in case else default_pair()
    own = [side for side in ("zh", "en") if side in case]
    return Example(
        case["name"],
        case.get("zh", zh),
        case.get("en", en),
        tuple((line, column, message) for line, column, message in case["fires"]),
        case.get("rules"),
        own[0] if len(own) == 1 else None,
        both="both" in case,
    )


@cache
def _read(name: str) -> Any:
    import yaml  # slow, and only who asks for examples needs it

    file = _folder().joinpath(name)
    if not file.is_file():
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text(encoding="utf-8"), loader)


def _folder() -> Traversable:
    """Where the cases are: in the package, or beside it in a checkout."""
    package = files("reconcile")
    inside = package.joinpath("data", "cases")
    if inside.is_dir():
        return inside
    with as_file(package) as path:
        return path.parent / "tests" / "cases"
