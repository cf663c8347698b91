"""Names of what is no town: an airport, a university, a consulate general, a lake.

The reviewed table is `data/facilities.tsv`. 牛津大学 is not Oxford, and both are told apart by
their words; two lists of universities are compared by what stands beside those words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reconcile.datafiles import rows
from reconcile.scripts import has_han, to_simplified


@dataclass(frozen=True, slots=True)
class Facility:
    """`word` says what kind of facility a name is that of; `of` is the name without it.

    `sure` kinds are told by the word alone; others may be part of a town's name: 斯坦利港.
    """

    kind: str
    word: str
    of: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind and its words: `zh` and `en` as they make a name, `said` also at a word's end."""

    name: str
    sure: bool
    zh: re.Pattern[str]
    en: re.Pattern[str]
    said: re.Pattern[str]


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            row["kind"],
            row["told"] == "word",
            re.compile(row["zh"]),
            re.compile(rf"\b(?:{row['en']})\b", re.IGNORECASE),
            re.compile(rf"{row['zh']}|(?:{row['en']})\b", re.IGNORECASE),
        )
        for row in rows("facilities.tsv")
    )


_IN_FRONT = re.compile(r"^(?:the )?$|^chinese $", re.IGNORECASE)
_BEHIND = re.compile(r"^ (?:of .* (?:in|at)|of|in|at|de|di|do) (?:the )?(?P<of>.+)$", re.IGNORECASE)


def facility(name: str) -> Facility | None:
    """The facility that a whole name is that of; None for the name of a place.

    >>> facility("驻大阪总领事馆").of, facility("Consulate General in Osaka").of
    ('大阪', 'Osaka')
    """
    find = _chinese if has_han(name) else _english
    return next((found for kind in _kinds() if (found := find(name, kind))), None)


def says(name: str, kind: str) -> bool:
    """Whether a name has a word of a kind of facility anywhere: Ludwigshafen that of a port."""
    simple = to_simplified(name)
    return any(k.name == kind and k.said.search(simple) is not None for k in _kinds())


def _chinese(name: str, kind: _Kind) -> Facility | None:
    simple = to_simplified(name)
    for found in kind.zh.finditer(simple):
        of = name[simple.rfind("驻", 0, found.start()) + 1 : found.start()]  # 驻大阪总领事馆
        if found.end() == len(simple) == len(name) and len(of) > 1:
            return Facility(kind.name, name[found.start() :], of, kind.sure)
    return None


def _english(name: str, kind: _Kind) -> Facility | None:
    for found in kind.en.finditer(name):
        before, behind = name[: found.start()], name[found.end() :]
        if before.strip() and not behind:
            return Facility(kind.name, found[0], before.strip(), kind.sure)
        of = _BEHIND.match(behind)
        if of and _IN_FRONT.match(before):
            return Facility(kind.name, found[0], of["of"], kind.sure)
    return None
