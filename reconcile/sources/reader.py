"""From blocks to records: sections, hosts, rows, entries, and an account of every line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.dates import DateInterval
from reconcile.models import (
    Block,
    Document,
    IdMaker,
    Note,
    ParsedSource,
    PartnerlessRow,
    Record,
    Section,
    SourceRef,
)
from reconcile.places.countries import related
from reconcile.places.home import HomePlaces
from reconcile.sources.blocks import Entry, Heading, Row, SourceBlock, Table
from reconcile.sources.entries import Parts, read_chinese, read_english
from reconcile.sources.inline import Inline
from reconcile.sources.roles import RoleCell, RowReading, home_leads, host_text, is_header, read_row

_NAVIGATION = re.compile(
    r"外部(?:連結|链接|連接)|參考|参考|註釋|注释|註解|参见|參見|參看|相關|相关|延伸閱讀|"
    r"see also|references|notes|external links|further reading|gallery",
    re.IGNORECASE,
)
_CATEGORY = re.compile(r"\s*(?:Category|分類|分类)\s*[:：]", re.IGNORECASE)
_PROSE_END = re.compile(r"[.。:：!?！？;；)）]\s*(?:\[\s*\d+\s*\]\s*)*$")
_HOME_TITLES = ("己方", "中國", "中国", "本國", "本国", "我國", "我国", "省份", "本市", "本省")
_TAG = re.compile(r"<[^<>]*>")
_LONGEST_HOST = 60
_LONGEST_PARTNER = 200
"""Longer texts are no names: the line is reported as not understood."""


class Reader:
    """Walks over the blocks of one document and builds its `ParsedSource`."""

    def __init__(self, document: Document, home: HomePlaces, ids: IdMaker | None = None) -> None:
        self.document = document
        self.home = home
        self.entry = read_chinese if document.side == "zh" else read_english
        self.records: list[Record] = []
        self.partnerless: list[PartnerlessRow] = []
        self.sections: list[Section] = []
        self.blocks: list[Block] = []
        self.uses = ["structure" if not x.strip() else "not-understood" for x in document.lines]
        self._ids = ids or IdMaker()
        self._headings: list[tuple[Heading, int]] = []
        self._row_counts: list[int] = []
        self._navigation: int | None = None
        self._open: Block | None = None
        self._last_row = 0

    def read(self, blocks: Iterable[SourceBlock]) -> ParsedSource:
        """Read all blocks, in order."""
        todo = list(blocks)
        for i, block in enumerate(todo):
            match block:
                case Heading():
                    self._heading(block)
                case Table():
                    self._table(block)
                case Entry():
                    self._line(block, todo[i + 1] if i + 1 < len(todo) else None)
        return ParsedSource(
            self.document,
            tuple(self.records),
            tuple(self.partnerless),
            tuple(self._finished_sections()),
            tuple(self._finished_blocks()),
            tuple(self.uses),
        )

    # -- headings and hosts ------------------------------------------------------------------

    def _heading(self, heading: Heading) -> None:
        self.uses[heading.line - 1] = "structure"
        self._open = None
        while self._headings and self._headings[-1][0].level >= heading.level:
            self._headings.pop()
        if self._navigation is not None and heading.level <= self._navigation:
            self._navigation = None
        title = heading.title.text.strip()
        if self._navigation is None and _NAVIGATION.search(title):
            self._navigation = heading.level
        if self._navigation is None:
            self._headings.append((heading, len(self.sections)))
            ref = heading.title.ref(self.document)
            province = self.home.province(title)
            self.sections.append(Section(self.document.id, title, ref, heading.level, 0, province))
            self._row_counts.append(0)

    @property
    def section(self) -> str:
        """The title of the innermost open section."""
        return self._headings[-1][0].title.text.strip() if self._headings else ""

    def _set_host(self, text: str, ref: SourceRef) -> None:
        self._open = Block(len(self.blocks), self.document.id, self.section, text, ref)
        self.blocks.append(self._open)
        self._last_row = 0

    def _host(self, fallback: SourceRef) -> Block:
        """The open block; without one, the heading that names a home place gives the host."""
        english = self.document.side == "en"
        if self._open is None:
            for heading, _ in reversed(self._headings):
                start, end = host_text(heading.title)
                name = heading.title.text[start:end]
                if self.home.is_home(name) or (english and self.home.find_en(name)):
                    self._set_host(name, heading.title.ref(self.document, start, end))
                    break
            else:
                self._set_host("", fallback)
        assert self._open is not None
        return self._open

    # -- tables ------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        in_rows = {n for row in table.rows for n in range(row.first, row.last + 1)}
        for line in range(table.first, table.last + 1):
            words = any(map(str.isalnum, _TAG.sub("", self.document.lines[line - 1])))
            lost = words and line not in in_rows
            self.uses[line - 1] = "not-understood" if lost else "structure"
        if self._navigation is not None:
            self._mark(table.first, table.last, "ignored:navigation")
            return
        self._open = None
        titles = [row for row in table.rows if is_header(row)]
        shown = " ".join(c.content.text for row in titles for c in row.cells).strip()
        has_host_column = (
            not shown
            or any(word in shown for word in _HOME_TITLES)
            or home_leads(table.rows, self.home)
        )
        for row in table.rows:
            reading = read_row(row, self.home, has_host_column=has_host_column)
            if reading.kind != "header":
                self._row(row, reading)

    def _row(self, row: Row, reading: RowReading) -> None:
        if reading.host is not None:
            start, end = host_text(reading.host.content)
            text = reading.host.content.text[start:end].strip()
            self._set_host(text, reading.host.content.ref(self.document, start, end))
        self._mark(row.first, row.last, "record")
        self._count_row()
        partner = reading.partner
        if partner is not None:
            parts = self.entry(partner.content)
            if parts.name and len(parts.name) <= _LONGEST_PARTNER:
                self._record(partner.content, parts, row.first, self._raw(row), reading)
                return
        self._partnerless(row, reading, partner)

    def _partnerless(self, row: Row, reading: RowReading, partner: RoleCell | None) -> None:
        parts = self.entry(partner.content) if partner else None
        country = reading.country.country if reading.country else parts.country if parts else None
        named = reading.country.content.text.strip() if reading.country else None
        date = reading.date.date if reading.date else parts.date if parts else None
        where = partner.content if partner else self._partner_cell(row)
        block = self._host(where.ref(self.document))
        self.partnerless.append(
            PartnerlessRow(
                self.document.id,
                row.first,
                self.section,
                block.host,
                block.index,
                self._partnerless_ref(where, parts),
                self._raw(row),
                bare=country is None and date is None,
                country=country.iso if country else None,
                country_text=named or (parts.country_text if parts else None),
                date=date.date if date else None,
            )
        )

    def _partnerless_ref(self, where: Inline, parts: Parts | None) -> SourceRef:
        """The country that the row does name, or the cell that should name the partner."""
        span = parts.country_span if parts else None
        return where.ref(self.document, span.start, span.end) if span else where.ref(self.document)

    def _partner_cell(self, row: Row) -> Inline:
        """The cell that should name the partner: the last empty one, or the last one."""
        empty = [c.content for c in row.cells if not c.content.text.strip()]
        return (empty or [c.content for c in row.cells])[-1]

    # -- entries and lines -------------------------------------------------------------------

    def _line(self, entry: Entry, following: SourceBlock | None) -> None:
        text = entry.content.text.strip()
        if _CATEGORY.match(text):
            self.uses[entry.line - 1] = "ignored:category"
            return
        if self._navigation is not None:
            self.uses[entry.line - 1] = "ignored:navigation"
            return
        parts = self.entry(entry.content)
        stated = parts.country is not None or parts.date is not None
        named = 0 < len(parts.name) <= _LONGEST_PARTNER
        if named and (stated or (entry.bullet and self._open is not None)):
            self._entry_record(entry, parts)
        elif self._is_host(entry, following):
            self.uses[entry.line - 1] = "structure"
            start, end = host_text(entry.content)
            shown = entry.content.text[start:end]
            self._set_host(shown, entry.content.ref(self.document, start, end))
        elif not entry.bullet and _PROSE_END.search(text) and len(text) > 12:
            self.uses[entry.line - 1] = "ignored:prose"

    def _is_host(self, entry: Entry, following: SourceBlock | None) -> bool:
        start, end = host_text(entry.content)
        text = entry.content.text[start:end]
        named = any(c.isalpha() for c in text)
        if not named or len(text) > _LONGEST_HOST or not isinstance(following, Entry):
            return False
        parts = self.entry(following.content)
        leads = following.bullet or parts.country is not None or parts.date is not None
        return leads and (self.document.side == "en" or self.home.is_home(text))

    def _entry_record(self, entry: Entry, parts: Parts) -> None:
        self.uses[entry.line - 1] = "record"
        self._count_row()
        self._record(entry.content, parts, entry.line, self.document.lines[entry.line - 1], None)

    # -- records -----------------------------------------------------------------------------

    def _record(
        self,
        content: Inline,
        parts: Parts,
        row_line: int,
        raw: str,
        reading: RowReading | None,
    ) -> None:
        ref = content.ref(self.document, parts.name_span.start, parts.name_span.end)
        block = self._host(ref)
        country, country_text, country_ref = self._country(content, parts, reading)
        date, date_ref = self._date(content, parts, reading)
        notes = [Note(text, content.ref(self.document, s.start, s.end)) for text, s in parts.notes]
        parent = parts.parent
        partner = parts.partner
        if reading:
            notes += [
                Note(c.content.text.strip(), c.content.ref(self.document)) for c in reading.notes
            ]
            if reading.parent and parent is None:
                parent = reading.parent.content.text.strip()
                partner = parent + partner
        position = sum(r.block == block.index for r in self.records[-200:])
        row_id = self._ids(self.document.side, block.host, partner, parts.target, country_text)
        code = parts.code
        self.records.append(
            Record(
                id=row_id,
                side=self.document.side,
                source=self.document.id,
                line=ref.line,
                row_line=row_line,
                section=self.section,
                host=block.host,
                host_ref=block.ref,
                partner=partner,
                partner_ref=ref,
                name=parts.name,
                block=block.index,
                position=position,
                raw=raw,
                parent=parent,
                target=parts.target,
                disambiguator=parts.disambiguator,
                country=country,
                country_text=country_text,
                country_ref=country_ref,
                code=code.code if code else None,
                code_ref=self._code_ref(content, code.code) if code else None,
                date=date,
                date_ref=date_ref,
                notes=tuple(notes),
                gap_before=self._gap_before(row_line),
                ended=parts.ended,
            )
        )
        self._last_row = row_line

    def _code_ref(self, content: Inline, code: str) -> SourceRef:
        at = content.text.index(code)
        return content.ref(self.document, at, at + len(code))

    def _country(
        self, content: Inline, parts: Parts, reading: RowReading | None
    ) -> tuple[str | None, str | None, SourceRef | None]:
        cell = reading.country if reading else None
        if cell is not None and cell.country is not None:
            return cell.country.iso, cell.content.text.strip(), cell.content.ref(self.document)
        span = parts.country_span
        ref = content.ref(self.document, span.start, span.end) if span else None
        iso = parts.country.iso if parts.country else None
        if parts.code and (iso is None or iso != parts.code.iso):
            iso = _more_exact(iso, parts.code.iso)
        return iso, parts.country_text, ref

    def _date(
        self, content: Inline, parts: Parts, reading: RowReading | None
    ) -> tuple[DateInterval | None, SourceRef | None]:
        cell = reading.date if reading else None
        if cell is not None and cell.date is not None:
            found = cell.date
            return found.date, cell.content.ref(self.document, found.start, found.end)
        if parts.date is not None:
            ref = content.ref(self.document, parts.date.start, parts.date.end)
            return parts.date.date, ref
        return None, None

    def _gap_before(self, row_line: int) -> bool:
        return bool(self._last_row) and row_line > self._last_row + 1 and self._between(row_line)

    def _between(self, row_line: int) -> bool:
        """Whether only blank lines stand between the last row of the block and this one."""
        lines = self.document.lines[self._last_row : row_line - 1]
        return all(not x.strip() for x in lines)

    def _raw(self, row: Row) -> str:
        return "\n".join(self.document.lines[row.first - 1 : row.last])

    def _mark(self, first: int, last: int, use: str) -> None:
        for line in range(first, last + 1):
            self.uses[line - 1] = use

    def _count_row(self) -> None:
        for _, index in self._headings:
            self._row_counts[index] += 1

    def _finished_sections(self) -> Sequence[Section]:
        return [replace(s, rows=n) for s, n in zip(self.sections, self._row_counts, strict=True)]

    def _finished_blocks(self) -> Sequence[Block]:
        gaps: dict[int, list[int]] = {}
        for record in self.records:
            if record.gap_before:
                gaps.setdefault(record.block, []).append(record.row_line - 1)
        return [replace(b, gaps=tuple(gaps.get(b.index, ()))) for b in self.blocks]


def _more_exact(by_name: str | None, by_code: str) -> str:
    """The ISO code of a row whose name and printed code differ: a territory is more exact."""
    if by_name is None or (related(by_name, by_code) and by_name in ("FR", "FI", "GB", "US", "DK")):
        return by_code
    return by_name
