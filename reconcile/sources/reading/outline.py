"""The headings of one document: which are open, what they say of what stands below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.models import Document, Section
from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Heading
from reconcile.sources.reading.headings import is_label, is_navigation, is_other_topic
from reconcile.sources.reading.hosts import host_name, is_at_home


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
        if is_other_topic(title) and not is_at_home(host_name(title), self.home):
            return "ignored:other-topic"
        return None

    @property
    def section(self) -> str:
        """The title of the innermost open section."""
        return self._open[-1][0].title.text.strip() if self._open else ""

    @property
    def host_heading(self) -> Heading | None:
        """The innermost heading that names a home place, or may name one."""
        names = [(heading, host_name(heading.title.text)) for heading, _ in reversed(self._open)]
        known = (heading for heading, name in names if is_at_home(name, self.home))
        return next(known, None) or next(
            (heading for heading, name in names if self.home.may_be_host(name)), None
        )

    def count_row(self) -> None:
        """Count one row in every open section."""
        for _, index in self._open:
            self._rows[index] += 1

    def sections(self) -> Sequence[Section]:
        """The sections with the number of their rows."""
        return [replace(s, rows=n) for s, n in zip(self._sections, self._rows, strict=True)]
