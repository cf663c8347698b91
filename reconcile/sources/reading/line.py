"""A line of a page that is no table, and what may be asked of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.sources.blocks import Entry, Heading, Table
from reconcile.sources.inline import Inline, Span
from reconcile.sources.reading.entry import EntryReading
from reconcile.sources.reading.hosts import host_span
from reconcile.sources.reading.rows import StatedDate
from reconcile.sources.reading.state import Page
from reconcile.sources.reading.years import day_of


@dataclass(frozen=True, eq=False, kw_only=True)
class Line(Entry):
    """A line of text, read once and no further than is asked for, and what follows it."""

    page: Page
    following: Line | Heading | Table | None
    day: StatedDate | None = None
    """The date of what it states, if it names a day of the year that stands above."""

    @property
    def raw(self) -> str:
        """The line as it stands in the document."""
        return self.page.raw(self.line, self.line, self.content.start, self.content.end)

    @cached_property
    def text(self) -> str:
        """What it shows, without the blanks around it."""
        return self.content.text.strip()

    @cached_property
    def host(self) -> Span:
        """The span of the name, if it names a host."""
        return host_span(self.content.text)

    @cached_property
    def reading(self) -> EntryReading:
        """What it states, read as one entry."""
        return self.page.read_entry(self.content)

    def read(self, content: Inline) -> EntryReading:
        """What the line, or a part of it, states."""
        return self.reading if content is self.content else self.page.read_entry(content)

    @cached_property
    def leads(self) -> bool:
        """Whether the line can be the head of the entries that follow it."""
        following = self.following
        if isinstance(following, Table):
            return not self.bullet
        if self.bullet or not isinstance(following, Line):
            return self.is_above
        stated = following.reading
        return following.bullet or stated.country is not None or stated.date is not None

    def in_year(self) -> Line:
        """The line without a day that the year above completes: that is its date."""
        year = self.page.year
        found = day_of(self.content, year) if year else None
        return replace(self, content=found[1], day=found[0]) if found else self

    @property
    def is_above(self) -> bool:
        """Whether the items that follow are below this line."""
        following = self.following
        if not isinstance(following, Line) or not following.bullet:
            return False
        return following.depth > self.depth or not self.bullet
