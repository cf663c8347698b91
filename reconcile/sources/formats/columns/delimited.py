"""CSV and TSV: quoted fields, with the exact place of every character of every field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from reconcile.errors import ReconcileError
from reconcile.models import Document
from reconcile.sources.blocks import SourceBlock, Structure
from reconcile.sources.formats.columns.meaning import (
    LONGEST_CELL,
    LONGEST_ROW,
    known_columns,
    names_a_table,
    not_known,
)
from reconcile.sources.formats.columns.titled import (
    ABOVE_TITLES,
    CellRow,
    Head,
    find_head,
    read_rows,
    read_untitled,
    tell_themselves,
    without_titles,
)
from reconcile.sources.formats.plain.lines import is_rule
from reconcile.sources.inline import Inline

_DELIMITERS = ",\t;|"
_OTHER_DELIMITERS = "，"
"""What stands between fields only where the titles say so: any Chinese text has it."""
_STATED = re.compile(
    r'"?sep=(?P<delimiter>[^\s"])"?[ \t]*(?:\r\n|\n|\r)|sep=(?P<tab>\t)\s*\n', re.I
)
"""What spreadsheets write into the first line, so that others know the delimiter."""
_MARKUP = re.compile(r"\s*(?:[<|#*!=\[{]|- |\{\||:-|-{3})")
_MARKED = re.compile(
    r"^[ \t]*(?:\{\||\|[-+}]|(?P<equals>={1,6})[^=\n]+(?P=equals)[ \t]*$|#{1,6} |"
    r"</?(?:table|tr|td|th|ul|ol|li|h\d)\b|[*#]+[ \t]*(?:\[\[|\{\{))",
    re.MULTILINE | re.IGNORECASE,
)
"""A line that the markup of another format begins: no row, whatever stands above it."""
_OF_VALUE = r"(?:@[a-zA-Z-]{2,12}|\^\^[^\s,;|]+)?"
_SAMPLE = 50
_LONGEST_TITLE = 30

_Span = tuple[int, int, bool]
"""Start, end and whether it is quoted (the quotes are not in the span)."""


def recognise(text: str) -> int:
    """Every character, where a row names the columns; all lines, where they look alike."""
    first = text.split("\n", ABOVE_TITLES)[:ABOVE_TITLES]
    if _MARKUP.match(text) or _MARKED.search(text) or any(map(is_rule, first)):
        return 0
    if _STATED.match(text) or _named_delimiter(text, set()):
        return len(text)
    return text.count("\n") + 2 if _even_delimiter(text) else 0


def has_columns(document: Document) -> bool:
    """Whether the first row has a column that the user names."""
    wanted = {title for _, title in document.columns}
    for delimiter in _DELIMITERS:
        head = next(_spans(document.text, delimiter), [])
        if len(head) > 1 and any(_shown(document.text, span) in wanted for span in head):
            return True
    return False


def read(document: Document) -> Iterator[SourceBlock]:
    """The rows as one table, or as one for each line among them that heads those below it.

    Raises:
        ReconcileError: the columns are not known, a quote never ends, a row or a field is beyond
            any size that makes sense.
    """
    rows, head = _titled(document)
    if _STATED.match(document.text):
        yield Structure(1, 1)
    if head is not None:
        yield from read_rows(document, rows, head)
    elif tell_themselves(rows):
        yield from read_untitled(document, rows)
    else:
        raise not_known(rows[0].texts if rows else [""], document, rows[0].first if rows else 1)


def titles_of(document: Document) -> list[str]:
    """The titles of the columns, where they name what the columns hold.

    Raises:
        ReconcileError: as `read`.
    """
    head = _titled(document)[1]
    return list(head.titles) if head else []


def _titled(document: Document) -> tuple[list[CellRow], Head | None]:
    """All rows that hold something, and which of them has the titles of the columns, if known."""
    rows = [_row(document, spans) for spans in _rows(document)]
    rows = [row for row in rows if row.filled] or rows[:1]
    head = find_head(rows, document)
    if head is None and rows and document.columns:
        head = Head(0, 0 if without_titles(rows, document) else 1, tuple(rows[0].texts))
    return rows, head


def _row(document: Document, spans: Sequence[_Span]) -> CellRow:
    cells = [_inline(document.text, span) for span in spans]
    return CellRow(document.line_of(spans[0][0]), document.line_of(spans[-1][1]), cells)


def _named_delimiter(text: str, wanted: Collection[str]) -> str | None:
    """What stands between titles of columns in one of the first rows.

    Titles are those that are known, and those of the user.
    """
    best, most = None, 1
    for delimiter in (*_DELIMITERS, *_OTHER_DELIMITERS):
        known = _titles_known(text, delimiter, wanted)
        if known > most:
            best, most = delimiter, known
    return best


def _titles_known(text: str, delimiter: str, wanted: Collection[str]) -> int:
    """How many titles the row of titles has, those of the user counted twice; 0 without one."""
    rows = list(islice(_spans(text, delimiter), ABOVE_TITLES + _SAMPLE))
    for i, spans in enumerate(rows[:ABOVE_TITLES]):
        if len(spans) > LONGEST_ROW:
            return 0
        titles = [_shown(text, span) for span in spans]
        known = max(len(known_columns(titles)), 2) if names_a_table(titles) else 0
        known += 2 * sum(title in wanted for title in titles)
        if known > 1 and len(titles) > 1:
            sure = i == 0 and delimiter in _DELIMITERS
            return known if sure or _is_table(rows[:i], rows[i:], delimiter) else 0
    return 0


def _is_table(
    above: Sequence[Sequence[_Span]], table: Sequence[Sequence[_Span]], delimiter: str
) -> bool:
    """Whether the rows above can be what a table is called, and those after them are that table.

    A text with a table of pipes in it is none.
    """
    titles, *rows = table
    called = all(len(row) == len(titles) or sum(a < b for a, b, _ in row) == 1 for row in above)
    short = all(b - a <= _LONGEST_TITLE for a, b, _ in titles)
    alike = sum(1 < len(row) <= len(titles) + 1 for row in rows)
    return (
        called and short and delimiter != "|" and len(titles) > 2 and 0 < len(rows) <= alike * 1.2
    )


def _even_delimiter(text: str) -> str | None:
    return next((d for d in _DELIMITERS if _even(text, d)), None)


def _even(text: str, delimiter: str) -> bool:
    """Whether the first rows all have as many fields, and no blank follows a delimiter.

    A blank there makes it a text with commas.
    """
    rows = list(islice(_spans(text, delimiter), _SAMPLE))
    width = len(rows[0]) if rows else 0
    least = 2 if delimiter == "\t" else 3
    if width < least or len(rows) < 2 or any(len(r) != width for r in rows):
        return False
    return not any(text[a : a + 1] == " " for r in rows for a, _, _ in r[1:])


@cache
def _pattern(delimiter: str) -> re.Pattern[str]:
    """One field and what ends it; a quoted one must be followed by a delimiter or a line end.

    Between may stand the language or type that SPARQL gives a value: "Warsaw"@en.
    """
    d = re.escape(delimiter)
    return re.compile(
        rf'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"{_OF_VALUE}[ ]*(?={d}|\r?\n|\r|\Z)|'
        rf"(?P<plain>[^{d}\r\n]*))"
        rf"(?P<end>{d}|\r\n|\n|\r|\Z)"
    )


def _spans(text: str, delimiter: str, at: int = 0) -> Iterator[list[_Span]]:
    """The fields of each row that is not blank; endless rows are cut at their limit."""
    pattern = _pattern(delimiter)
    row: list[_Span] = []
    while at < len(text) or row:
        match = pattern.match(text, at)
        assert match is not None, "an empty field matches everywhere"
        group = "plain" if match["quoted"] is None else "quoted"
        row.append((*match.span(group), group == "quoted"))
        at = match.end()
        if match["end"] != delimiter or len(row) > LONGEST_ROW:
            if len(row) > 1 or text[row[0][0] : row[0][1]].strip():
                yield row
            row = []
        if match["end"] == "" and at >= len(text):
            return


def _rows(document: Document) -> Iterator[list[_Span]]:
    """The fields of each row.

    Raises:
        ReconcileError: a row or field is too long, or a quote is never closed.
    """
    text = document.text
    stated = _STATED.match(text)
    for row in _spans(text, _delimiter(document), stated.end() if stated else 0):
        if len(row) > LONGEST_ROW:
            raise _error(document, row[0][0], f"this row has more than {LONGEST_ROW:,} fields")
        for start, end, quoted in row:
            if end - start > LONGEST_CELL:
                raise _error(
                    document, start, f"this field has more than {LONGEST_CELL:,} characters"
                )
            if not quoted and text.startswith('"', start) and _open(text, start):
                raise _error(document, start, "the quote that begins here is never closed")
        yield row


def _delimiter(document: Document) -> str:
    """As the format says, the first line, the titles, or rows that look alike."""
    text = document.text
    if document.format == "tsv":
        return "\t"
    if stated := _STATED.match(text):
        return stated["delimiter"] or "\t"
    wanted = {title for _, title in document.columns}
    return _named_delimiter(text, wanted) or _even_delimiter(text) or ","


def _open(text: str, start: int) -> bool:
    """Whether no quote that could end the field follows."""
    return text.find('"', start + 1) < 0


def _error(document: Document, at: int, message: str) -> ReconcileError:
    ref = document.ref(at, at)
    return ReconcileError(message, path=document.path, line=ref.line, column=ref.column)


def _shown(text: str, span: _Span) -> str:
    start, end, quoted = span
    shown = text[start : min(end, start + LONGEST_CELL)]
    return (shown.replace('""', '"') if quoted else shown).strip()


def _inline(text: str, span: _Span) -> Inline:
    start, end, quoted = span
    raw = text[start:end]
    plain = Inline(raw.replace("\r", " "), range(start, end), (), (), start, end)
    if not quoted or '""' not in raw:
        return plain
    offsets = [start + m.start() for m in re.finditer(r'""|[^"]|"', raw)]
    shown = "".join(text[o] for o in offsets).replace("\r", " ")
    ends = [*offsets[1:], end]
    return replace(plain, text=shown, offsets=tuple(offsets), ends=tuple(ends))
