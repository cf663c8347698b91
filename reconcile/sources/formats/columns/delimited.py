"""CSV and TSV: quoted fields, with the exact place of every character of every field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from reconcile.errors import ReconcileError
from reconcile.models import Document
from reconcile.sources.blocks import SourceBlock
from reconcile.sources.formats.columns.meaning import (
    LONGEST_CELL,
    LONGEST_ROW,
    Fields,
    are_titles,
    assign,
    known_columns,
    names_a_table,
    table,
)
from reconcile.sources.inline import Inline

_DELIMITERS = ",\t;|"
_MARKUP = re.compile(r"\s*(?:[<|#*!=\[{]|- |\{\||:-|-{3})")
_SAMPLE = 50

_Span = tuple[int, int, bool]
"""Start, end and whether it is quoted (the quotes are not in the span)."""


def recognise(text: str) -> int:
    """Every character, where the first row names the columns; all lines, where they look alike."""
    if _MARKUP.match(text):
        return 0
    if _named_delimiter(text, {}):
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
    """The rows as one table.

    Raises:
        ReconcileError: the columns are not known, a quote never ends, a row or a field is beyond
            any size that makes sense.
    """
    rows = _rows(document)
    head = next(rows, [(0, 0, False)])
    titles = [_shown(document.text, span) for span in head]
    line = document.line_of(head[0][0])
    columns = assign(titles, document, line)
    fields: list[Fields] = []
    frame = [(line, document.line_of(head[-1][1]))]
    numbered = [c for _, c in document.columns if c.isdecimal()]
    if numbered and len(numbered) == len(document.columns) and not are_titles(titles):
        frame = []  # all columns are named by number, and the first row names none
        fields += _fields(document, head, len(titles))
    for spans in rows:
        fields += _fields(document, spans, len(titles))
    yield table(document, columns, fields, frame)


def titles_of(document: Document) -> list[str]:
    """The titles of the columns.

    Raises:
        ReconcileError: as `read`.
    """
    return [_shown(document.text, span) for span in next(_rows(document), [])]


def _fields(document: Document, spans: Sequence[_Span], width: int) -> Iterator[Fields]:
    """One row; nothing where it is blank, or has texts beyond the last column.

    Such a row has a delimiter too many, and no one knows where: it is reported as not understood.
    """
    text = document.text
    if any(a < b for a, b, _ in spans[width:]) or all(a == b for a, b, _ in spans):
        return
    end = spans[-1][1]
    cells = {i: _inline(text, span) for i, span in enumerate(spans[:width])}
    for i in range(len(spans), width):
        cells[i] = Inline.plain("", end)
    yield Fields(document.line_of(spans[0][0]), document.line_of(end), cells)


def _named_delimiter(text: str, named: Mapping[str, str]) -> str | None:
    """What stands between titles of columns in the first row, known ones or those of the user."""
    best, most = None, 1
    for delimiter in _DELIMITERS:
        titles = [_shown(text, s) for s in next(_spans(text, delimiter), [])]
        wanted = set(named.values())
        known = len(known_columns(titles)) if names_a_table(titles) else 0
        known += 2 * sum(t.strip() in wanted for t in titles)
        if known > most and len(titles) > 1:
            best, most = delimiter, known
    return best


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
    """One field and what ends it; a quoted one must be followed by a delimiter or a line end."""
    d = re.escape(delimiter)
    return re.compile(
        rf'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"[ ]*(?={d}|\r?\n|\r|\Z)|(?P<plain>[^{d}\r\n]*))'
        rf"(?P<end>{d}|\r\n|\n|\r|\Z)"
    )


def _spans(text: str, delimiter: str) -> Iterator[list[_Span]]:
    """The fields of each row that is not blank; endless rows are cut at their limit."""
    pattern = _pattern(delimiter)
    at = 0
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
    delimiter = "\t" if document.format == "tsv" else _named_delimiter(text, dict(document.columns))
    for row in _spans(text, delimiter or _even_delimiter(text) or ","):
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
    plain = Inline.plain(raw.replace("\r", " "), start)
    if not quoted or '""' not in raw:
        return plain
    offsets = [start + m.start() for m in re.finditer(r'""|[^"]|"', raw)]
    shown = "".join(text[o] for o in offsets).replace("\r", " ")
    ends = [*offsets[1:], end]
    return replace(plain, text=shown, offsets=tuple(offsets), ends=tuple(ends))
