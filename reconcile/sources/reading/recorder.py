"""Builds the records and blocks of one document; each fact comes with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.dates import DateInterval, DateText, numeric_order
from reconcile.errors import ReconcileError
from reconcile.models import (
    Block,
    Document,
    IdMaker,
    Note,
    PartnerlessRow,
    Record,
    SourceRef,
)
from reconcile.places.countries import related
from reconcile.sources.inline import Inline
from reconcile.sources.reading.brackets import says_ended
from reconcile.sources.reading.cells import RoleCell, RowReading, flag_country
from reconcile.sources.reading.entry import Parts

_EMPTY = RowReading("row")
_LONGEST_ENDING = 30
MOST_OF_A_HOST = 5_000
"""Rows under one host. No city has a tenth of that; each is compared with all of the other list."""


@dataclass(frozen=True, slots=True)
class Context:
    """A country that a line or row above names for what follows below it."""

    iso: str
    text: str
    ref: SourceRef
    depth: int = -1


@dataclass(frozen=True, slots=True)
class Statement:
    """One partner as a piece of text names it, and the row or line that it stands in."""

    content: Inline
    parts: Parts
    row_line: int
    raw: str
    section: str
    reading: RowReading = _EMPTY
    context: Context | None = None
    ended: bool = False
    dated: Inline | None = None
    """The text that the date of `parts` stands in, where that is not `content`."""


class Recorder:
    """Collects what the reader finds. The open block is the one that records go into."""

    def __init__(self, document: Document, ids: IdMaker) -> None:
        self.document = document
        self.records: list[Record] = []
        self.partnerless: list[PartnerlessRow] = []
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self._ids = ids
        self._order = numeric_order(document.text)
        self._last_row = 0
        self._positions: dict[str, int] = {}

    def set_host(self, text: str, ref: SourceRef, section: str) -> None:
        """Open a block, unless the open one is already this host's."""
        text = re.sub(r"\s+", " ", text).strip()
        if self.open is not None and (self.open.host, self.open.section) == (text, section):
            return
        block = self._ids("block", self.document.side, text, section)
        self.open = Block(block, self.document.id, section, text, ref)
        self.blocks.append(self.open)
        self._last_row = 0

    def host(self, fallback: SourceRef, section: str) -> Block:
        """The open block; a nameless one where nothing names the host."""
        if self.open is None:
            self.set_host("", fallback, section)
        assert self.open is not None
        return self.open

    def add(self, statement: Statement) -> None:
        """The record of a partner."""
        content, parts, reading = statement.content, statement.parts, statement.reading
        ref = content.ref(self.document, parts.name_span.start, parts.name_span.end)
        block = self.host(ref, statement.section)
        country, country_text, country_ref = self._country(statement)
        date, date_ref, until = self._date(statement)
        parent, partner = parts.parent, parts.partner
        above = _line(reading.parent.content.text) if reading.parent else ""
        if above and parent is None and above != partner:
            parent = above
            partner = parent + partner if self.document.side == "zh" else f"{partner}, {parent}"
        code = parts.code
        self.records.append(
            Record(
                id=self._ids(self.document.side, block.host, partner, parts.target, country_text),
                side=self.document.side,
                source=self.document.id,
                line=ref.line,
                row_line=statement.row_line,
                section=statement.section,
                host=block.host,
                host_ref=block.ref,
                partner=partner,
                partner_ref=ref,
                name=parts.name,
                block=block.id,
                position=self._position(block, ref),
                raw=statement.raw,
                parent=parent,
                target=parts.target,
                disambiguator=parts.disambiguator,
                country=country,
                country_text=country_text,
                country_ref=country_ref,
                code=code.code if code else None,
                code_ref=self._code_ref(content, code.code, reading) if code else None,
                date=date,
                date_ref=date_ref,
                notes=tuple(self._notes(statement)),
                gap_before=self._gap_before(statement.row_line),
                ended=statement.ended
                or parts.ended
                or reading.ended
                or until
                or _says_so(reading.notes)
                or (reading.date is not None and _says_so([reading.date])),
            )
        )
        self._last_row = statement.row_line

    def add_partnerless(self, row: PartnerlessRow) -> None:
        """A row that names no partner."""
        self.partnerless.append(row)

    def _position(self, block: Block, ref: SourceRef) -> int:
        position = self._positions.get(block.id, 0)
        if position >= MOST_OF_A_HOST:
            raise ReconcileError(
                f"more than {MOST_OF_A_HOST:,} rows stand under one host "
                f"({block.host or 'without a name'}): no city has so many partners",
                path=self.document.path,
                line=ref.line,
                column=ref.column,
            )
        self._positions[block.id] = position + 1
        return position

    def _notes(self, statement: Statement) -> list[Note]:
        content, reading = statement.content, statement.reading
        notes = [
            Note(text, content.ref(self.document, s.start, s.end))
            for text, s in statement.parts.notes
        ]
        notes += [
            Note(_line(cell.content.text), cell.content.ref(self.document))
            for cell in reading.notes
        ]
        cell_of_date = reading.date
        if cell_of_date is not None and cell_of_date.date is not None:
            rest = cell_of_date.content.text[cell_of_date.date.end :]
            if any(map(str.isalnum, rest)) and len(cell_of_date.dates) > 1:
                ref = cell_of_date.content.ref(self.document, cell_of_date.date.end)
                notes.append(Note(_line(rest).strip(" ,，、;；()（）"), ref))
        return notes

    def _code_ref(self, content: Inline, code: str, reading: RowReading) -> SourceRef:
        if reading.code is not None:
            return reading.code.content.ref(self.document)
        at = content.text.index(code)
        return content.ref(self.document, at, at + len(code))

    def _country(self, statement: Statement) -> tuple[str | None, str | None, SourceRef | None]:
        """The country by its column, else by the entry's words, its flag, or a line above."""
        content, parts, cell = statement.content, statement.parts, statement.reading.country
        if cell is not None and (cell.country is not None or not (parts.country or parts.code)):
            return self._country_of_cell(cell, parts)
        span = parts.country_span
        ref = content.ref(self.document, span.start, span.end) if span else None
        iso = parts.country.iso if parts.country else None
        if parts.code and (iso is None or iso != parts.code.iso):
            iso = _more_exact(iso, parts.code.iso)
        if found := flag_country(content):
            flag = content.flags[0]
            if iso is None:
                return found.iso, None, self.document.ref(flag.start, flag.end)
            iso = _more_exact(iso, found.iso)
        if iso is None and statement.context is not None:
            return statement.context.iso, statement.context.text, statement.context.ref
        return iso, parts.country_text, ref

    def _country_of_cell(
        self, cell: RoleCell, parts: Parts
    ) -> tuple[str | None, str | None, SourceRef | None]:
        text = _line(cell.content.text) or None
        ref = cell.content.ref(self.document)
        if cell.country is None:
            return None, text, ref
        return _more_exact(cell.country.iso, (parts.code or cell.country).iso), text, ref

    def _date(self, statement: Statement) -> tuple[DateInterval | None, SourceRef | None, bool]:
        """The date, where it stands, and whether it is a span of time that has ended."""
        cell = statement.reading.date
        found: DateText | None = statement.parts.date
        content = statement.dated or statement.content
        if cell is not None and cell.date is not None:
            found, content = cell.date, cell.content
        if found is None:
            return None, None, False
        ref = content.ref(self.document, found.start, found.end)
        return found.read(self._order), ref, found.until is not None

    def _gap_before(self, row_line: int) -> bool:
        """Whether only blank lines, and at least one, stand between this row and the last."""
        lines = self.document.lines[self._last_row : row_line - 1]
        return bool(self._last_row) and bool(lines) and all(not x.strip() for x in lines)

    def finished_blocks(self) -> Sequence[Block]:
        """The blocks, each with the blank lines inside of it."""
        gaps: dict[str, list[int]] = {}
        for record in self.records:
            if record.gap_before:
                gaps.setdefault(record.block, []).append(record.row_line - 1)
        return [replace(b, gaps=tuple(gaps.get(b.id, ()))) for b in self.blocks]


def _says_so(notes: Sequence[RoleCell]) -> bool:
    """Whether a short remark says that the agreement has ended; a long one tells a story."""
    return any(len(c.content.text) < _LONGEST_ENDING and says_ended(c.content.text) for c in notes)


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _more_exact(by_name: str | None, by_code: str) -> str:
    """The ISO code of a row whose name and code or flag differ: a territory is more exact."""
    if by_name is None or (related(by_name, by_code) and by_name in ("FR", "FI", "GB", "US", "DK")):
        return by_code
    return by_name
