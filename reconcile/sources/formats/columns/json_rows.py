"""JSON lines and JSON arrays of objects, with the exact place of every character of every value.

The standard parser says nothing of places; this one keeps the values as they are written (a number
is its digits, of any length) and follows no deeper than a table goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from json import JSONDecodeError, JSONDecoder

from reconcile.errors import ReconcileError
from reconcile.models import ColumnUse, Document
from reconcile.sources.blocks import Column, SourceBlock
from reconcile.sources.formats.columns.contents import with_told
from reconcile.sources.formats.columns.meaning import (
    LONGEST_CELL,
    LONGEST_ROW,
    Fields,
    assign,
    column_uses,
    table,
)
from reconcile.sources.inline import Inline
from reconcile.sources.title_languages import columnwise, seen_by

_FREELY_REPEATED = 100_000
_MOST_REPEATED = 20
"""Values of objects that rows inside of them may repeat, and how many more for each row."""
DEEPEST = 12
"""Objects and arrays inside one another; a table has two or three."""

_DECODER = JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*+")
_PLAIN = re.compile(r"-?\d++(?:\.\d++)?+(?:[eE][+-]?\d++)?+|true|false|null")
_PIECE = re.compile(
    r"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\.|[^\\]",
    re.DOTALL,
)
_NO_TEXT = re.compile("[\ud800-\udfff\0]")
_START = re.compile(r"\s*+(?:\[\s*+)*+\{\s*+[\"}]|\s*+(?:\[\s*+){20}|\s*+\[\s*+\]\s*+\Z")


@dataclass(frozen=True, slots=True)
class _Found:
    """An object that is a row: its place and its values by their keys (`country.name`)."""

    start: int
    end: int
    values: dict[str, Inline]


def recognise(text: str) -> int:
    """Every character, where the text begins as an object or an array of objects; else nothing."""
    return len(text) + 1 if _START.match(text) else 0


def read(document: Document) -> Iterator[SourceBlock]:
    """The objects as the rows of one table; the keys are the titles of its columns.

    An object with a list of objects inside stands for those, each with the values around it:
    `{"host": "上海", "partners": [{"name": "橫濱"}, {"name": "大阪"}]}` is two rows.

    Raises:
        ReconcileError: this is no JSON (with line and column), is too deep or too wide, or the
            columns are not known.
    """
    found = _found(document)
    titles = _titles(document, found)
    told = [{i: v.text for i, v in row.items()} for row in _by_index(found, titles)]
    seen = seen_by(document.side, titles, columnwise(told, len(titles)))
    columns = assign(titles, document, document.line_of(found[0].start), seen)
    columns = with_told(columns, dict(document.columns), seen, told)
    columns = {c: i for c, i in columns.items() if not _is_of_all(c, titles[i], found)}
    fields = []
    for row in found:
        nothing = Inline.plain("", row.start)
        cells = {i: row.values.get(titles[i], nothing) for i in columns.values()}
        first, last = document.line_of(row.start), document.line_of(row.end - 1)
        fields.append(Fields(first, last, cells))
    read = table(document, columns, fields, _between(fields, len(document.lines)))
    yield replace(read, columns=_uses(document, found, titles, columns, seen))


def _is_of_all(column: Column, key: str, found: Sequence[_Found]) -> bool:
    """Whether a state or address stands once for all rows: that of the answer, and of no row."""
    starts = {row.values[key].start for row in found if key in row.values}
    return column in ("status", "target") and len(starts) == 1 < len(found)


def _uses(
    document: Document,
    found: Sequence[_Found],
    titles: Sequence[str],
    columns: Mapping[Column, int],
    seen: Sequence[str | None],
) -> tuple[ColumnUse, ...]:
    """What is done with the values of each key; its place is that of its first value."""
    first = {key: value for row in reversed(found) for key, value in row.values.items()}
    places = [(t, first[t].ref(document)) for t in titles]
    return column_uses(places, columns, _by_index(found, titles), seen)


def _by_index(found: Sequence[_Found], titles: Sequence[str]) -> list[dict[int, Inline]]:
    """The values of each row by the index of their key."""
    index = {title: i for i, title in enumerate(titles)}
    return [{index[key]: value for key, value in row.values.items()} for row in found]


def titles_of(document: Document) -> list[str]:
    """The keys of the values.

    Raises:
        ReconcileError: as `read`.
    """
    return _titles(document, _found(document))


def _found(document: Document) -> list[_Found]:
    found = [row for row in _Scanner(document).rows() if row.values]
    if not found:
        raise ReconcileError("this JSON holds no objects that could be rows", path=document.path)
    return found


def _titles(document: Document, found: Sequence[_Found]) -> list[str]:
    titles: dict[str, None] = {}
    for row in found:
        titles |= dict.fromkeys(row.values)
        if len(titles) > LONGEST_ROW:
            raise ReconcileError(
                f"the objects up to here have more than {LONGEST_ROW:,} different names",
                path=document.path,
                line=document.line_of(row.start),
            )
    return list(titles)


def _between(fields: Sequence[Fields], lines: int) -> list[tuple[int, int]]:
    """The lines around the rows: brackets, and what all rows of a list have in common."""
    gaps, free = [], 1
    for row in fields:
        if row.first > free:
            gaps.append((free, row.first - 1))
        free = max(free, row.last + 1)
    return [*gaps, (free, lines)] if free <= lines else gaps


class _Scanner:
    """Walks over JSON and yields its rows."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.at = 0
        self._repeated = 0

    def rows(self) -> Iterator[_Found]:
        """The rows of every value of the text: one, or one a line."""
        self._blank()
        while self.at < len(self.text):
            if self.text[self.at] not in "{[":
                raise self._no_json("an object")
            yield from self._rows_of(1)
            self._blank()

    def _rows_of(self, depth: int) -> list[_Found]:
        """The rows of the object or array that begins here."""
        if depth > DEEPEST:
            raise self._error(f"this JSON is deeper than {DEEPEST} levels: it is no table")
        return self._object(depth) if self.text[self.at] == "{" else self._array(depth)[1]

    def _object(self, depth: int) -> list[_Found]:
        start = self.at
        keys: set[str] = set()
        values: dict[str, Inline] = {}
        lists: list[_Found] = []
        self.at += 1
        if self._next("}"):
            return [_Found(start, self.at, {})]
        while True:
            self._blank()
            key_at = self.at
            if self.text[self.at : self.at + 1] != '"':
                raise self._no_json("a name in quotes")
            key = self._string().text
            if key in keys:
                raise self._error(f"the name {key!r} stands twice in this object", key_at)
            keys.add(key)
            self._expect(":")
            inner, rows = self._member(depth)
            values |= {f"{key}.{name}" if name else key: v for name, v in inner.items()}
            lists += [_prefixed(row, key) for row in rows]
            if len(keys) > LONGEST_ROW or len(values) > LONGEST_ROW:
                raise self._error(f"this object has more than {LONGEST_ROW:,} values", start)
            if not self._next(","):
                break
        self._expect("}")
        if lists:
            self._count(len(lists), len(values), start)
            return [_Found(row.start, row.end, values | row.values) for row in lists]
        return [_Found(start, self.at, values)]

    def _count(self, rows: int, values: int, start: int) -> None:
        """Refuse objects whose values would be repeated for more rows than a table's are."""
        self._repeated += rows * max(0, values - _MOST_REPEATED)
        if self._repeated > _FREELY_REPEATED:
            raise self._error(
                f"the objects in this one repeat its {values:,} values {rows:,} times; "
                "no table of names does that",
                start,
            )

    def _member(self, depth: int) -> tuple[dict[str, Inline], list[_Found]]:
        """The value of a key: what it shows (under the empty key, or by its own), or rows."""
        self._blank()
        char = self.text[self.at : self.at + 1]
        if char == "[":
            shown, rows = self._array(depth + 1)
            return ({"": _joined(shown)} if shown else {}), rows
        if char != "{":
            return {"": self._scalar()}, []
        start = self.at
        rows = self._rows_of(depth + 1)
        alone = len(rows) == 1 and rows[0].start == start
        return (rows[0].values, []) if alone else ({}, rows)

    def _array(self, depth: int) -> tuple[list[Inline], list[_Found]]:
        """The plain values of an array, and the rows of the objects in it."""
        shown: list[Inline] = []
        rows: list[_Found] = []
        if depth > DEEPEST:
            raise self._error(f"this JSON is deeper than {DEEPEST} levels: it is no table")
        self.at += 1
        if self._next("]"):
            return shown, rows
        while True:
            self._blank()
            if self.text[self.at : self.at + 1] in ("{", "["):
                rows += self._rows_of(depth + 1)
            else:
                shown.append(self._scalar())
            if len(shown) > LONGEST_ROW:
                raise self._error(f"this list has more than {LONGEST_ROW:,} values")
            if not self._next(","):
                break
        self._expect("]")
        return shown, rows

    def _scalar(self) -> Inline:
        if self.text[self.at : self.at + 1] == '"':
            return self._string()
        match = _PLAIN.match(self.text, self.at)
        if match is None:
            raise self._no_json("a value")
        start, self.at = match.span()
        self._check_length(start, self.at)
        shown = "" if match.group() == "null" else match.group()
        return Inline.plain(shown, start, self.at)

    def _string(self) -> Inline:
        """The string that begins here; each character knows the escape that it is written as."""
        start = self.at + 1
        try:
            shown, after = _DECODER.raw_decode(self.text, self.at)
        except JSONDecodeError as error:
            problem = error.msg.lower().removesuffix(" starting at").removesuffix(" at")
            raise self._error(f"this is no JSON: {problem}", error.pos) from None
        self.at = after
        self._check_length(start, after - 1)
        if half := _NO_TEXT.search(shown):
            raise self._error(f"U+{ord(half.group()):04X} is no character of a text", start - 1)
        end = after - 1
        inline = Inline.plain(shown, start, end)
        if len(shown) == end - start:
            return inline
        offsets = tuple(m.start() for m in _PIECE.finditer(self.text, start, end))
        return replace(inline, offsets=offsets, ends=(*offsets[1:], end))

    def _check_length(self, start: int, end: int) -> None:
        if end - start > LONGEST_CELL:
            raise self._error(f"this value has more than {LONGEST_CELL:,} characters", start)

    def _blank(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _next(self, char: str) -> bool:
        """Whether this character follows; then it is passed."""
        self._blank()
        here = self.text.startswith(char, self.at)
        self.at += here
        return here

    def _expect(self, char: str) -> None:
        if not self._next(char):
            raise self._no_json(char)

    def _no_json(self, wanted: str) -> ReconcileError:
        seen = self.text[self.at : self.at + 1]
        shown = repr(seen) if seen else "the end of the file"
        return self._error(f"this is no JSON: {wanted} should stand here, not {shown}")

    def _error(self, message: str, at: int | None = None) -> ReconcileError:
        at = min(self.at if at is None else at, len(self.text))
        ref = self.document.ref(at, at)
        return ReconcileError(message, path=self.document.path, line=ref.line, column=ref.column)


def _prefixed(row: _Found, key: str) -> _Found:
    values = {f"{key}.{name}": value for name, value in row.values.items()}
    return _Found(row.start, row.end, values)


def _joined(values: Sequence[Inline]) -> Inline:
    """Several plain values as one text, a break between two of them."""
    if len(values) == 1:
        return values[0]
    text: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for value in values:
        if text:
            text.append("\n")
            offsets.append(value.start)
            ends.append(value.start)
        text += value.text
        offsets += value.offsets
        ends += value.ends or [o + 1 for o in value.offsets]
    start, end = values[0].start, values[-1].end
    return Inline("".join(text), tuple(offsets), (), (), start, end, ends=tuple(ends))
