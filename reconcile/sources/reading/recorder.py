"""Builds the records and blocks of one document; each fact comes with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reconcile.dates import DateInterval, YearCount, numeric_order
from reconcile.errors import ReconcileError
from reconcile.ids import IdMaker
from reconcile.models import Block, Document, Note, PartnerlessRow, Record, SourceRef
from reconcile.places.countries import related
from reconcile.sources.inline import Inline
from reconcile.sources.reading.cells import CellReading
from reconcile.sources.reading.countries import flag_country
from reconcile.sources.reading.entry import EntryReading
from reconcile.sources.reading.remarks import is_ended
from reconcile.sources.reading.rows import RowReading

_ALONE = RowReading("row")
_LONGEST_ENDING = 30
_WITH_TERRITORIES = ("FR", "FI", "GB", "US", "DK")
"""ISO codes of states that lists name where a territory of theirs is meant."""
MOST_OF_A_HOST = 5_000
"""Rows under one host. No city has a tenth of that; each is compared with all of the other list."""

_Country = tuple[str | None, str | None, SourceRef | None]
"""ISO code, the words that name it, and where they stand."""


@dataclass(frozen=True, slots=True)
class Context:
    """A country that a line or row above names for what follows below it."""

    iso: str
    text: str
    ref: SourceRef
    depth: int = -1


@dataclass(frozen=True, slots=True)
class Statement:
    """One partner as an entry names it, and the row or line that it stands in."""

    entry: EntryReading
    row_line: int
    raw: str
    section: str
    row: RowReading = _ALONE
    context: Context | None = None
    ended: bool = False
    dated: Inline | None = None
    """The text that the date of the entry stands in, where that is not the entry's own."""


class Recorder:
    """Collects what the reader finds. The open block is the one that records go into."""

    def __init__(
        self,
        document: Document,
        ids: IdMaker,
        today: date | None = None,
        years: YearCount | None = "common",
    ) -> None:
        self.document = document
        self.records: list[Record] = []
        self.undated: list[SourceRef] = []
        """What stands where a date should, and could not be read."""
        self.partnerless: list[PartnerlessRow] = []
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.kind: Note | None = None
        """The kind of agreement that a heading or label states for what is added."""
        self._ids = ids
        self._today = today
        self._years = years
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
        entry, row = statement.entry, statement.row
        ref = entry.content.ref(self.document, entry.name_span.start, entry.name_span.end)
        block = self.host(ref, statement.section)
        country, country_text, country_ref = self._country(statement)
        date, date_ref, until = self._date(statement)
        partner = entry.partner
        parent = entry.parent or (_line(row.parent.text) if row.parent else None)
        self.records.append(
            Record(
                id=self._ids(self.document.side, block.host, partner, entry.target, country_text),
                side=self.document.side,
                source=self.document.id,
                line=ref.line,
                row_line=statement.row_line,
                section=statement.section,
                host=block.host,
                host_ref=block.ref,
                partner=partner,
                partner_ref=ref,
                name=entry.name,
                block=block.id,
                position=self._position(block, ref),
                raw=statement.raw,
                parent=parent,
                target=entry.target,
                disambiguator=entry.disambiguator,
                country=country,
                country_text=country_text,
                country_ref=country_ref,
                code=entry.code.code if entry.code else None,
                code_ref=self._code_ref(entry, row),
                date=date,
                date_ref=date_ref,
                notes=tuple(self._notes(statement)),
                gap_before=self._gap_before(statement.row_line),
                ended=until or statement.ended or entry.ended or row.ended or _states_end(row),
            )
        )
        self._last_row = statement.row_line

    def add_partnerless(self, statement: Statement) -> None:
        """A row without partner; its entry is what stands where the partner should.

        The finding points at the country that the entry does name, or at all of it.
        """
        entry, row = statement.entry, statement.row
        where, span = entry.content, entry.country_span
        block = self.host(where.ref(self.document), statement.section)
        country = row.country.stated_country if row.country else entry.country
        date = row.date.date if row.date else entry.date
        self.partnerless.append(
            PartnerlessRow(
                source=self.document.id,
                row_line=statement.row_line,
                section=statement.section,
                host=block.host,
                block=block.id,
                ref=where.ref(self.document, *((span.start, span.end) if span else ())),
                raw=statement.raw,
                bare=country is None and date is None,
                country=country.iso if country else None,
                country_text=(row.country.text if row.country else "") or entry.country_text,
                date=date.date if date else None,
            )
        )

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

    def _notes(self, statement: Statement) -> Iterator[Note]:
        content, row = statement.entry.content, statement.row
        if self.kind is not None:
            yield self.kind
        for note in statement.entry.notes:
            yield Note(note.text, content.ref(self.document, note.span.start, note.span.end))
        for cell in row.notes:
            yield Note(_line(cell.text), cell.ref(self.document), apart=True)
        date = row.date.date if row.date else None
        if row.date and date and len(row.date.dates) > 1:
            rest = row.date.content.text[date.end :]
            if any(map(str.isalnum, rest)):
                ref = row.date.content.ref(self.document, date.end)
                yield Note(_line(rest).strip(" ,，、;；()（）"), ref, apart=True)

    def _code_ref(self, entry: EntryReading, row: RowReading) -> SourceRef | None:
        if entry.code is None:
            return None
        if row.code is not None:
            return row.code.content.ref(self.document)
        code = entry.code.code
        at = entry.content.text.index(code)
        return entry.content.ref(self.document, at, at + len(code))

    def _country(self, statement: Statement) -> _Country:
        """The country by its column, else by the entry's words, its flag, or a line above."""
        entry, cell, context = statement.entry, statement.row.country, statement.context
        if cell is not None and (cell.stated_country or not (entry.country or entry.code)):
            return self._country_of_cell(cell, entry)
        span = entry.country_span
        ref = entry.content.ref(self.document, span.start, span.end) if span else None
        iso = entry.iso
        if entry.code:
            iso = _more_exact(iso, entry.code.iso)
        if found := flag_country(entry.content):
            if iso is None:
                flag = entry.content.flags[0]
                return found.iso, None, self.document.ref(flag.start, flag.end)
            iso = _more_exact(iso, found.iso)
        if iso is None and context is not None:
            return context.iso, context.text, context.ref
        return iso, entry.country_text, ref

    def _country_of_cell(self, cell: CellReading, entry: EntryReading) -> _Country:
        text = _line(cell.text) or None
        ref = cell.content.ref(self.document)
        country = cell.stated_country
        if country is None:
            return None, text, ref
        return _more_exact(country.iso, (entry.code or country).iso), text, ref

    def _date(self, statement: Statement) -> tuple[DateInterval | None, SourceRef | None, bool]:
        """The date, where it stands, and whether it is a span of time that has ended."""
        entry, cell = statement.entry, statement.row.date
        found, content = entry.date, statement.dated or entry.content
        if cell is not None and cell.date is not None:
            found, content = cell.date, cell.content
        if found is None:
            return None, None, False
        ref = content.ref(self.document, found.start, found.end)
        date = found.read(self._order, self._today, self._years)
        if date is None and found.republic is not None:
            self.undated.append(ref)
            return None, None, False
        return date, ref, found.until is not None

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


def _states_end(row: RowReading) -> bool:
    """Whether a short remark says that the agreement has ended; a long one tells a story."""
    texts = [note.text for note in row.notes]
    texts += [row.date.content.text] if row.date else []
    return any(len(text) < _LONGEST_ENDING and is_ended(text) for text in texts)


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _more_exact(by_name: str | None, by_code: str) -> str:
    """The ISO code of a row whose name and code or flag differ: a territory is more exact."""
    if by_name is None or (related(by_name, by_code) and by_name in _WITH_TERRITORIES):
        return by_code
    return by_name
