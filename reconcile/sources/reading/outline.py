"""The headings of one document: which are open, what they say of what stands below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.models import Document, Section
from reconcile.places.countries import is_continent
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import has_han
from reconcile.sources.blocks import Heading
from reconcile.sources.inline import Inline
from reconcile.sources.reading.countries import sure_country
from reconcile.sources.reading.headings import (
    is_about_relations,
    is_label,
    is_level,
    is_navigation,
    is_of_facilities,
    is_other_topic,
)
from reconcile.sources.reading.hosts import calls_many, host_name, is_at_home

_LOWEST = 6
"""The level of the lowest headings."""


class Outline:
    """The open headings, the innermost last, and the sections found so far."""

    def __init__(self, document: Document, home: HomePlaces) -> None:
        self.document = document
        self.home = home
        self.ignored: str | None = None
        """Why what stands here is ignored: a section of links, or of another topic."""
        self._ignored_level = 0
        self._open: list[tuple[Heading, int]] = []
        self._sections: list[Section] = []
        self._rows: list[int] = []
        self._called = ""
        """What the page is called, if it is a list of other things than twin towns."""
        self.in_article = False
        """Whether the page is an article, of which sections that are called so list twin towns."""
        self._slips: frozenset[str] = frozenset()
        """Headings among those of home places that have a slip in their name: Nanjng."""

    def survey(self, headings: Iterable[Heading]) -> None:
        """Look over all headings of the page: it is an article if some are of twin towns, and
        others, outside of these, of what has nothing to do with them.
        """
        headings = list(headings)
        first = headings[0] if headings else None
        if first and all(
            h.level > first.level and not is_label(h.title.text) for h in headings[1:]
        ):
            title = first.title.text.strip()
            self._called = title if is_of_facilities(title) else ""
        topics = labels = False
        inside = 0
        for heading in headings:
            title = heading.title.text.strip()
            inside = 0 if heading.level <= inside else inside
            if is_label(title):
                labels, inside = True, inside or heading.level
            elif not inside:
                topics |= self._is_topic(title) and not is_navigation(title)
        self._slips = frozenset(self._misspelt(headings))
        self.in_article = labels and topics
        if self.in_article:  # what stands above the first heading is another topic
            self.ignored, self._ignored_level = "ignored:other-topic", _LOWEST

    def _misspelt(self, headings: Iterable[Heading]) -> Iterator[str]:
        """Names one slip away from a home place's, on levels of which most headings name one."""
        known, unknown = Counter[int](), list[tuple[int, str]]()
        for heading in headings:
            name = host_name(heading.title.text)
            if is_at_home(name, self.home):
                known[heading.level] += 1
            else:
                unknown.append((heading.level, name))
        others = Counter(level for level, _ in unknown)
        for level, name in unknown:
            if known[level] >= max(2, others[level]) and self.home.is_nearly_home(name):
                yield name

    def _is_topic(self, title: str) -> bool:
        """Whether a heading is of no place and has nothing to do with partners."""
        return self._is_of_other_topic(title) or not (
            is_about_relations(title)
            or is_level(title)
            or is_continent(title)
            or sure_country(title)
            or is_at_home(host_name(title), self.home)
            or self.home.province(title)
        )

    def _is_of_other_topic(self, title: str) -> bool:
        """Whether a heading has words of other topics, and no known place is called so: Media."""
        name = host_name(title)
        known = self.home.find(name) if has_han(name) else self.home.find_en(name)
        return is_other_topic(title) and not known

    @property
    def level(self) -> int:
        """The level of the innermost open heading, 0 where none is."""
        return self._open[-1][0].level if self._open else 0

    @property
    def is_of_twins(self) -> bool:
        """Whether an open heading says that twin towns stand below it."""
        return any(is_label(heading.title.text.strip()) for heading, _ in self._open)

    @property
    def label(self) -> Inline | None:
        """The innermost open heading that says what kind of partners stand below it."""
        titles = (heading.title for heading, _ in reversed(self._open))
        return next((title for title in titles if is_label(title.text)), None)

    def add(self, heading: Heading) -> bool:
        """Open a section; False where it is ignored."""
        while self._open and self._open[-1][0].level >= heading.level:
            self._open.pop()
        title = heading.title.text.strip()
        if heading.level <= self._ignored_level or self._resumes(title):
            self.ignored = None
        if self.ignored is None:
            self._ignored_level = heading.level
            self.ignored = self._why_ignored(title)
        if self.ignored is not None:
            return False
        self._open.append((heading, len(self._sections)))
        ref = heading.title.ref(self.document)
        province = self.home.province(title)
        self._sections.append(Section(self.document.id, title, ref, heading.level, 0, province))
        self._rows.append(0)
        return True

    def _resumes(self, title: str) -> bool:
        """Whether partners are listed inside a section of another topic."""
        return self.ignored == "ignored:other-topic" and is_label(title)

    def _why_ignored(self, title: str) -> str | None:
        if is_navigation(title):
            return "ignored:navigation"
        if title == self._called:
            return None
        if self._is_of_other_topic(title):
            return "ignored:other-topic"
        if self.in_article and not self.is_of_twins and self._is_topic(title):
            return "ignored:other-topic"
        return None

    @property
    def section(self) -> str:
        """The title of the innermost open section."""
        return self._open[-1][0].title.text.strip() if self._open else ""

    @property
    def host_heading(self) -> Heading | None:
        """The innermost heading that names a home place, if with a slip, or may name one."""
        names = [(heading, host_name(heading.title.text)) for heading, _ in reversed(self._open)]
        known = (
            heading for heading, name in names if name in self._slips or is_at_home(name, self.home)
        )
        return next(known, None) or next(
            (h for h, name in names if not calls_many(name) and self.home.may_be_host(name)), None
        )

    def count_row(self) -> None:
        """Count one row in every open section."""
        for _, index in self._open:
            self._rows[index] += 1

    def sections(self) -> Sequence[Section]:
        """The sections with the number of their rows."""
        return [replace(s, rows=n) for s, n in zip(self._sections, self._rows, strict=True)]
