"""From blocks to records: sections, hosts, rows, entries, and an account of every line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reconcile.ids import IdMaker
from reconcile.models import Document, ParsedSource, TableShape
from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Entry, Heading, SourceBlock, Structure, Table, Title
from reconcile.sources.reading.arranging import arranged
from reconcile.sources.reading.column_uses import merged
from reconcile.sources.reading.emoji_flags import with_emoji_flags
from reconcile.sources.reading.line import Line
from reconcile.sources.reading.lines import read_line
from reconcile.sources.reading.numbering import numbered
from reconcile.sources.reading.recorder import Recorder
from reconcile.sources.reading.state import Page
from reconcile.sources.reading.tables import read_table
from reconcile.sources.reading.years import year_count


class Reader:
    """Walks over the blocks of one document and builds its `ParsedSource`."""

    def __init__(
        self,
        document: Document,
        home: HomePlaces,
        ids: IdMaker | None = None,
        today: date | None = None,
    ) -> None:
        years = year_count(document, home.country)
        self.page = Page(document, home, Recorder(document, ids or IdMaker(), today, years))
        self.tables: list[TableShape] = []

    def read(self, blocks: Iterable[SourceBlock]) -> ParsedSource:
        """Read all blocks, in order."""
        content = self._content(blocks)
        headings = [b for b in content if isinstance(b, Heading)]
        self.page.heading_names = frozenset(h.title.text.strip() for h in headings)
        self.page.outline.survey(headings)
        for block in self._lines(content):
            match block:
                case Heading():
                    self.page.heading(block)
                case Table():
                    if shape := read_table(self.page, block):
                        self.tables.append(shape)
                case Line():
                    read_line(block)
        recorder = self.page.recorder
        return ParsedSource(
            self.page.document,
            tuple(recorder.records),
            tuple(recorder.partnerless),
            tuple(self.page.outline.sections()),
            tuple(recorder.finished_blocks()),
            tuple(self.page.uses),
            tuple(self.tables),
            columns=merged(self.page.columns),
            undated=tuple(recorder.undated),
            hidden=tuple(ref for ref in self.page.not_understood if self._has_use(ref.line)),
        )

    def _has_use(self, line: int) -> bool:
        return self.page.uses[line - 1] != "not-understood"

    def _content(self, blocks: Iterable[SourceBlock]) -> list[Heading | Table | Entry]:
        """The blocks that state something; lines that only arrange the page are structure."""
        content: list[Heading | Table | Entry] = []
        arranging: set[int] = set()
        document = self.page.document
        for block in arranged(numbered(tuple(with_emoji_flags(blocks, document))), document):
            if isinstance(block, Structure):
                arranging.update(range(block.first, block.last + 1))
            elif isinstance(block, Title):
                self.page.title(block)
            else:
                content.append(block)
        for line in arranging - {b.line for b in content if not isinstance(b, Table)}:
            self.page.mark(line, line, "structure")
        return content

    def _lines(self, content: Sequence[Heading | Table | Entry]) -> list[Heading | Table | Line]:
        """The blocks, with every line of text knowing what follows it."""
        found: list[Heading | Table | Line] = []
        following: Heading | Table | Line | None = None
        for block in reversed(content):
            if isinstance(block, Entry):
                place = (block.content, block.line, block.bullet, block.depth)
                following = Line(*place, page=self.page, following=following)
            else:
                following = block
            found.append(following)
        return found[::-1]
