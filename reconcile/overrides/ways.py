"""The ways in which `reconcile accept` can settle a finding, as options of its command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from reconcile.catalogue import BY_NAME
from reconcile.evidence import Param

UNDECIDED: frozenset[str] = frozenset(
    ("wrong-name", "conflict-host", "level-difference", "elsewhere")
)
"""Findings of which nothing tells the likeliest answer: the user has to say it."""
_CONFLICTS = ("conflict-date", "conflict-country", "conflict-kind")
"""Findings that say different things of one agreement, so that one list may be right."""
_VALUES: Mapping[str, str] = {
    "typo": "TEXT",
    "date": "DATE",
    "place": "COUNTRY",
    "host": "NAME",
    "alias": "NAME",
    "match": "NAME",
    "status": "KIND",
}
"""Kinds of rules that a value can be given for, and what it is."""
_ONE_OF_MANY = ("only-zh", "only-en", "likely-dropped", "tied-link", "many-to-one")
"""Findings whose counterpart has to be named."""


class Told(Protocol):
    """A finding of a run, or of a report that was read back."""

    @property
    def name(self) -> str:
        """What was found."""

    @property
    def params(self) -> Mapping[str, Param]:
        """The values that its sentence states."""

    @property
    def suggestion(self) -> str | None:
        """What should stand there."""

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the rows that it is about; none where it is about a whole list."""


class Way(NamedTuple):
    """A kind of rule, and the options with which `accept ID` writes it ("" for none)."""

    kind: str
    options: str


def kinds_for(found: Told) -> tuple[str, ...]:
    """The kinds of rules that settle a finding, the usual one first."""
    code = BY_NAME.get(found.name)  # that of another version may not be known here
    kinds = code.settled_by if code else ()
    return kinds if found.records else tuple(k for k in kinds if k in ("typo", "host"))


def can_be_ignored(name: str) -> bool:
    """Whether an `ignore` rule can answer a finding; what is said of rules cannot be ignored."""
    return name in BY_NAME and BY_NAME[name].family != "rules"


def suggested(found: Told, kind: str) -> str | None:
    """What a rule of this kind would say without a value: what the finding itself suggests."""
    if kind not in ("typo", "host", "alias"):
        return None
    usual = found.params.get("usual")
    if found.suggestion is None and found.name in ("unusual-transliteration", "inconsistent-code"):
        names = usual if isinstance(usual, tuple) else (str(usual),)
        return names[0] if len(names) == 1 else None
    return found.suggestion


def takes_value(kind: str) -> bool:
    """Whether a value can be given for a rule of this kind."""
    return kind in _VALUES


def takes_use(name: str, kind: str) -> bool:
    """Whether it makes sense to say which list is right."""
    return kind in ("date", "place", "status") or (kind == "typo" and name == "wrong-name")


def ways_of(found: Told) -> Iterator[Way]:
    """Every way to settle a finding, the usual one first, and last to ignore it."""
    kinds = kinds_for(found)
    for kind in kinds:
        needed = _needed(found, kind)
        if needed.startswith("--use"):
            implied = next(k for k in kinds if takes_use(found.name, k))
        elif needed:
            implied = next(k for k in kinds if takes_value(k))
        else:
            implied = "" if found.name in UNDECIDED else kinds[0]
        options = needed if kind == implied else f"--as {kind} {needed}".rstrip()
        yield Way(kind, options)
        if needed == "--use zh":
            yield Way(kind, "--use en --value TEXT")
        elif needed == "--use zh|en":
            yield Way(kind, f"--value {_VALUES[kind]}")
    if can_be_ignored(found.name):
        yield Way("ignore", "--ignore")


def _needed(found: Told, kind: str) -> str:
    """The option without which a rule of this kind cannot be written, or nothing."""
    if found.name == "wrong-name" and kind == "typo":  # the place of the Chinese name is known
        return "--use zh" if found.params.get("place") else "--use zh|en --value TEXT"
    if takes_use(found.name, kind) and found.name in _CONFLICTS:
        return "--use zh|en"
    if kind in ("no-match", "no-date", "only-in") or suggested(found, kind):
        return ""
    if kind == "match" and found.name not in _ONE_OF_MANY:
        return ""
    return f"--value {_VALUES[kind]}"


def way_for(found: Told, count: int) -> Way | None:
    """The usual way to settle a finding, or `count` like it: those can share no value."""
    ways = ways_of(found)
    return next((w for w in ways if count == 1 or "--value" not in w.options), None)


def told(found: Told) -> str:
    """The ways as the end of a sentence: `--as match, --as no-match or --ignore`."""
    *head, last = (way.options for way in ways_of(found) if way.options)
    return f"{', '.join(head)} or {last}" if head else last
