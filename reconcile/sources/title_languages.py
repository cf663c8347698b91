"""Tables that have names in two languages: which columns are for the reader of one side.

A column is in the language that its title says (`name_zh`, 城市英文名, `countrynameEN`), or else in
that of its cells. Of what stands there in both languages each side has its own; what stands there
once, such as a date, is for both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.models import Side
from reconcile.scripts import is_han
from reconcile.sources.titles import Meaning, column_of, is_facility, meaning_of_key, title_keys

OTHER_LANGUAGE = "other language"
"""What a column counts as used for that is in the language of the other side."""

_SHARED: tuple[Meaning | None, ...] = ("date", "number", "code", "aside", "status", "target")
"""What is in no language, whatever letters stand in it."""
_SAMPLE = 200
_NAMES: tuple[Meaning | None, ...] = ("partner", "place")
_CODE = re.compile(r"[A-Z0-9-]{0,4}")
_OF_NAMES = re.compile(r"(?<=[^\s_-])[\s_-]*names?$|(?<=.)名称?$", re.IGNORECASE)


def _marks(latin: str, han: str, short: str, ending: str) -> re.Pattern[str]:
    """What a title has of one language: in front, behind, in a bracket, or as two characters."""
    return re.compile(
        rf"^(?:{latin})$|^(?:{latin})[\s_.:-]+|(?<![\s_.:-])[\s_.:-]++(?:{latin})$|{han}|"
        rf"(?<!\s)\s*+[(（\[]\s*(?:{latin}|{short})\s*[)）\]]$|(?<=name)(?:{ending})$|"
        rf"(?-i:(?<=[a-z])(?:{ending.upper()}|{ending.title()})$)",
        re.IGNORECASE,
    )


_LANGUAGES: dict[Side, re.Pattern[str]] = {
    "zh": _marks(
        r"(?:zh|cn|zho|chi)(?:[-_ ]?(?:cn|tw|hk|mo|sg|hans|hant))?|chinese",
        r"[中华華漢汉]文|[漢汉华華國国][語语]|[简簡繁][体體](?:中文)?",
        "中",
        "cn|zh",
    ),
    "en": _marks(r"eng?(?:[-_ ]?(?:us|gb))?|english", "英文|英[語语]", "英", "en"),
}


@dataclass(frozen=True, slots=True)
class _Titled:
    """A column: its title without what it says of the language, if it does (`marked`)."""

    title: str
    meaning: Meaning | None
    language: Side | None
    marked: bool

    @property
    def may_name(self) -> bool:
        """Whether it may hold the names of partners."""
        unknown = self.meaning is None and (self.marked or is_facility(self.title))
        return self.meaning in _NAMES or unknown


def in_two_languages(titles: Sequence[str]) -> bool:
    """Whether titles say of two columns that one is in Chinese and one in English.

    That is so as well where both call it a station, each in its own language: 站名, Station Name.
    """
    facilities = {any(map(is_han, title)) for title in titles if is_facility(title)}
    marked = {column.language for column in map(_by_title, titles) if column.marked}
    return {"zh", "en"} <= marked or len(facilities) > 1


def seen_by(
    side: Side, titles: Sequence[str], cells: Sequence[Sequence[str]] = ()
) -> tuple[str | None, ...]:
    """The titles as the reader of one side takes them; None for what is in the other language.

    Args:
        side: whose columns are wanted.
        titles: the titles of all columns.
        cells: some cells of each column, if they are known.
    """
    columns = [_read(t, cells[i] if i < len(cells) else ()) for i, t in enumerate(titles)]
    own = [c for c in columns if c.language == side]
    their = [c for c in columns if c.language not in (side, None)]
    if not any(_correspond(a, b) for a in own for b in their):
        return tuple(titles)
    stated = {c.meaning for c in own}
    named = [c for c in own if c.may_name]
    hosted = "host" in {c.meaning for c in columns} or "country" in stated & _meanings(their)
    called = _partner(named, their, hosted=hosted)
    return tuple(
        _seen(c, stated, own=c in own, dropped=bool(named) and (c.marked or hosted), called=called)
        if c.language
        else title
        for c, title in zip(columns, titles, strict=True)
    )


def columnwise(rows: Sequence[Mapping[int, str]], width: int) -> list[list[str]]:
    """Some cells of each column, by which its language is told."""
    return [[row[i] for row in rows[:_SAMPLE] if i in row] for i in range(width)]


def _seen(
    column: _Titled,
    stated: set[Meaning | None],
    *,
    own: bool,
    dropped: bool,
    called: _Titled | None,
) -> str | None:
    if own:
        return "partner" if column is called else column.title
    again = column.meaning is not None and column.meaning in stated
    return None if again or (column.may_name and (dropped or called)) else column.title


def _partner(named: Sequence[_Titled], their: Sequence[_Titled], *, hosted: bool) -> _Titled | None:
    """The one column of names in the own language that only the other's says are partners."""
    elsewhere = any(c.meaning == "partner" or c.meaning is None for c in their if c.may_name)
    if len(named) != 1 or named[0].meaning == "partner":
        return None
    unknown = named[0].meaning is None
    return named[0] if unknown or (elsewhere and (named[0].marked or hosted)) else None


def _meanings(columns: Sequence[_Titled]) -> set[Meaning | None]:
    return {column.meaning for column in columns}


def _correspond(own: _Titled, their: _Titled) -> bool:
    """Whether two columns may hold one thing in two languages."""
    facilities = is_facility(own.title) and is_facility(their.title)
    if own.may_name and their.may_name and (own.marked or their.marked or facilities):
        return True
    return own.meaning == their.meaning and own.meaning not in (None, "other", "note")


def _read(title: str, cells: Sequence[str]) -> _Titled:
    column, language = _by_title(title), _language(cells)
    if column.marked and language in (column.language, None):
        return column
    meaning = _meaning(title)  # "Chinese city" over English names is a place
    return _Titled(title, meaning, None if meaning in _SHARED else language, marked=False)


def _by_title(title: str) -> _Titled:
    for side, pattern in _LANGUAGES.items():
        if pattern.search(title):
            base = pattern.sub("", title, count=1).strip(" _.:-") or "name"
            bare = base if _meaning(base) else _OF_NAMES.sub("", base)
            return _Titled(bare, _meaning(bare), side, marked=True)
    return _Titled(title, _meaning(title), None, marked=False)


def _meaning(title: str) -> Meaning | None:
    return column_of(title) or meaning_of_key(title_keys(title)[-1])


def _language(cells: Sequence[str]) -> Side | None:
    """The language of nearly all letters; none of codes, and of what has both."""
    named = (text for text in cells if not _CODE.fullmatch(text.strip()))
    letters = [c for text in named for c in text if c.isalpha()]
    han = sum(map(is_han, letters))
    if not letters or 0.1 * len(letters) < han < 0.5 * len(letters):
        return None
    return "zh" if 2 * han >= len(letters) else "en"
