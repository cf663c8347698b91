"""The figures that the graded rows are counted into, and what they must reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.dated.days import STATES
from benchmarks.dated.grade import OPEN, Graded
from benchmarks.dated.lists import MISSPELT, NAME_STATES, RIGHT, UNDATED_TOO, WRONG
from reconcile.catalogue import BY_NAME

UNSPELT = frozenset(
    (
        *("ambiguous-host", "ambiguous-partner", "ambiguous-target", "country-name", "two-links"),
        *("label-target", "regional-form", "admin-level", "host-name", "foreign-word"),
    )
)
"""Findings about names that tell nothing of how one is spelt."""
NO_DATE = ("missing on one side", "missing on both")
WRONG_DATE = ("a digit apart", "day and month swapped", "years apart")
EQUAL = ("equal",)
NO_DATE = ("missing on one side", "missing on both")
WRONG_DATE = ("a digit apart", "day and month swapped", "years apart")


class Figure(NamedTuple):
    """How many of how many rows, and the share that is wanted; without one it is only told."""

    what: str
    rows: int
    of: int
    wanted: str


_Test = Callable[[Graded], bool]


def _rows(names: Sequence[str], dates: Sequence[str] = EQUAL) -> _Test:
    return lambda g: g.row.name_state in names and g.row.date_state in dates


def _came_to(*outcomes: str) -> _Test:
    return lambda g: g.outcome in outcomes


def _spelling_told(g: Graded) -> bool:
    about = {name for name in g.told if BY_NAME[name].code.startswith("N")} - UNSPELT
    return g.is_linked and bool(about)


_TABLED = ("correct", "exonym")
_COUNTED: tuple[tuple[str, _Test, _Test, str], ...] = (
    (
        "wrong place, whatever the days: agree",
        _rows((*WRONG, "elsewhere", "swapped"), tuple(STATES)),
        lambda g: g.agrees,
        "0",
    ),
    ("wrong place of the country, same day: agree", _rows(WRONG), lambda g: g.agrees, "0"),
    (
        "wrong place, a known name, same day: conflict and wrong-name",
        _rows(("other-known", "other-nameless")),
        _came_to("conflict-name"),
        ">= 95 %",
    ),
    (
        "wrong place, a name that no table has, same day: the same",
        _rows(("sound-other",)),
        _came_to("conflict-name"),
        "",
    ),
    (
        "right by the tables, no date contradicts: agree",
        _rows(_TABLED, (*EQUAL, *NO_DATE)),
        _came_to("agree"),
        ">= 99 %",
    ),
    ("right by sound alone, same day: agree", _rows(("sound",)), _came_to("agree"), ">= 99 %"),
    ("the same, a date missing: agree", _rows(("sound",), NO_DATE), _came_to("agree"), ""),
    (
        "renamed, no date contradicts: agree or differently",
        _rows(("renamed",), (*EQUAL, *NO_DATE)),
        lambda g: g.agrees,
        "",
    ),
    ("misspelt, same day: linked and told", _rows(MISSPELT), _spelling_told, ">= 90 %"),
    ("misspelt, same day: linked", _rows(MISSPELT), lambda g: g.is_linked, ""),
    (
        "right by the tables, dates contradict: conflict",
        _rows(_TABLED, WRONG_DATE),
        _came_to("conflict"),
        "",
    ),
    (
        "wrong place and years apart: not linked",
        _rows((*WRONG, "elsewhere"), ("years apart",)),
        lambda g: not g.is_linked,
        "",
    ),
    ("swapped: conflict", _rows(("swapped",)), _came_to("conflict", "conflict-name"), ""),
    ("under another host: told", _rows(("moved",)), lambda g: "elsewhere" in g.told, ""),
    (
        "in one list alone: so",
        _rows(("only-zh", "only-en")),
        _came_to("apart", "incomparable"),
        "",
    ),
    ("linked with another agreement", lambda g: True, _came_to("wrong link"), "0"),
    (
        "right, no date contradicts: wrong-name, weak-link or tied-link",
        _rows(RIGHT, (*EQUAL, *NO_DATE)),
        lambda g: bool(g.told & {"wrong-name", *OPEN}),
        "",
    ),
)
"""What is counted: of which rows, those of which this is so, and what share is wanted."""


def figures(rows: Sequence[Graded]) -> list[Figure]:
    """The figures of some graded rows."""
    found = []
    for what, of, test, wanted in _COUNTED:
        chosen = [g for g in rows if of(g)]
        found.append(Figure(what, sum(map(test, chosen)), len(chosen), wanted))
    return found


def table(rows: Sequence[Graded]) -> dict[tuple[str, str], Counter[str]]:
    """State of the names and of the dates → how often each outcome came of it.

    Equal days stand by how many other rows of the host share them.
    """
    found: dict[tuple[str, str], Counter[str]] = {}
    for name in NAME_STATES:
        for state in STATES if name in UNDATED_TOO else ("equal",):
            kinds = ("alone", "shared by 2", "shared by more") if state == "equal" else (state,)
            for kind in kinds:
                found[name, kind] = Counter()
    for g in rows:
        kind = g.row.date_state
        if kind == "equal":
            kind = ("alone", "shared by 2", "shared by more")[min(g.sharing, 2)]
        found[g.row.name_state, kind][g.outcome] += 1
    return {key: counts for key, counts in found.items() if counts}
