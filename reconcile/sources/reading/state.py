"""The state of reading one document: its headings, its open host, and the use of every line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.models import Document, IdMaker, Section
from reconcile.places.country_in_text import find_country
from reconcile.places.home.base import AREAS, HomePlaces
from reconcile.sources.blocks import Heading
from reconcile.sources.inline import Inline
from reconcile.sources.reading.brackets import Span
from reconcile.sources.reading.cells import at_home, host_text
from reconcile.sources.reading.column_titles import heads_other_topic, is_below, is_former, is_label
from reconcile.sources.reading.entry import (
    CITY_STATES,
    LONGEST_ENTRY,
    Parts,
    read_chinese,
    read_english,
)
from reconcile.sources.reading.recorder import Context, Recorder

_NAVIGATION = re.compile(
    r"外部(?:連結|链接|連接)|參考|参考|註釋|注释|註解|参见|參見|參看|相關|相关|延伸閱讀|"
    r"see also|references|notes|external links|further reading|gallery",
    re.IGNORECASE,
)
LONGEST_PARTNER = 200
"""Longer texts are no names: the line is reported as not understood."""


class Page:
    """What has been read so far, and what the headings and lines above say of what follows."""

    def __init__(self, document: Document, home: HomePlaces, ids: IdMaker) -> None:
        self.document = document
        self.home = home
        self.chinese = document.side == "zh"
        self.recorder = Recorder(document, ids)
        self.uses = ["structure" if not x.strip() else "not-understood" for x in document.lines]
        self.context: Context | None = None
        self.heads_table = False
        """Whether the line right above names the host of the table that follows it."""
        self.begun = False
        """Whether a line of text has been read."""
        self.subject: tuple[Inline, Span] | None = None
        """The home place that the page's first lines are about."""
        self.former = False
        """Whether a heading or label says that what stands here has ended."""
        self.heading_names: frozenset[str] = frozenset()
        """What the document's headings are called; a list of them is its table of contents."""
        self.ignored: str | None = None
        """Why what stands here is ignored: a section of links, or of another topic."""
        self._ignored_level = 0
        self._headings: list[tuple[Heading, int]] = []
        self._sections: list[Section] = []
        self._row_counts: list[int] = []

    def entry(self, content: Inline) -> Parts:
        """The parts of an entry in the document's language."""
        if len(content.text) > LONGEST_ENTRY:
            return Parts(content.text, content.text, Span(0, len(content.text)))
        return read_chinese(content) if self.chinese else read_english(content)

    def at_home(self, text: str) -> bool:
        """Whether a text names a place of the home country."""
        return at_home(text, self.home)

    def heading(self, heading: Heading) -> None:
        """Open a section."""
        self.uses[heading.line - 1] = "structure"
        self.recorder.open = None
        self.context = None
        self.former = is_former(heading.title.text)
        while self._headings and self._headings[-1][0].level >= heading.level:
            self._headings.pop()
        if self.ignored is not None and heading.level <= self._ignored_level:
            self.ignored = None
        title = heading.title.text.strip()
        if self.ignored == "ignored:other-topic" and is_label(title):
            self.ignored = None
        if self.ignored is None:
            self._ignored_level = heading.level
            if _NAVIGATION.search(title):
                self.ignored = "ignored:navigation"
            elif heads_other_topic(title) and not self.at_home(self._host_name(heading)):
                self.ignored = "ignored:other-topic"
        if self.ignored is not None:
            return
        self._headings.append((heading, len(self._sections)))
        ref = heading.title.ref(self.document)
        province = self.home.province(title)
        self._sections.append(Section(self.document.id, title, ref, heading.level, 0, province))
        self._row_counts.append(0)
        country = find_country(title)
        abroad = country is not None and country.iso not in (self.home.country, *CITY_STATES)
        if country is not None and abroad and country.form != "misspelt":
            self.context = Context(country.iso, title, ref)

    @property
    def section(self) -> str:
        """The title of the innermost open section."""
        return self._headings[-1][0].title.text.strip() if self._headings else ""

    @staticmethod
    def _host_name(heading: Heading) -> str:
        start, end = host_text(heading.title)
        return heading.title.text[start:end]

    @property
    def heading_host(self) -> Heading | None:
        """The innermost heading that names a home place, or may name one."""
        names = [(h, self._host_name(h)) for h, _ in reversed(self._headings)]
        known = (h for h, name in names if self.at_home(name))
        return next(known, None) or next(
            (h for h, name in names if self.home.may_be_host(name)), None
        )

    def is_headed(self, host: str) -> bool:
        """Whether a host is the innermost heading's, with what that lies in: 浙江省杭州市."""
        name = self._host_name(heading) if (heading := self.heading_host) else ""
        return bool(name) and host.endswith(name) and host != name

    @property
    def is_hosted(self) -> bool:
        """Whether a line or heading above names the host of what stands here."""
        return self.recorder.open is not None or self.heading_host is not None

    def ensure_host(self) -> None:
        """Where no host is open: the innermost heading's home place, else the page's subject."""
        if self.recorder.open is not None:
            return
        if heading := self.heading_host:
            self.set_host(heading.title, *host_text(heading.title))
        elif self.subject is not None:
            content, span = self.subject
            places = self.home.find(content.text[span.start : span.end])
            if not (is_below(self.section) and places and places[0].level in AREAS):
                self.set_host(content, span.start, span.end)

    def set_host(self, content: Inline, start: int, end: int) -> None:
        """Let `content[start:end]` be the host of what follows."""
        ref = content.ref(self.document, start, end)
        self.recorder.set_host(content.text[start:end], ref, self.section)

    def mark(self, first: int, last: int, use: str) -> None:
        """Account for the lines from `first` to `last`."""
        for line in range(first, last + 1):
            self.uses[line - 1] = use

    def count_row(self) -> None:
        """Count one row in every open section."""
        for _, index in self._headings:
            self._row_counts[index] += 1

    def finished_sections(self) -> Sequence[Section]:
        """The sections with the number of their rows."""
        return [replace(s, rows=n) for s, n in zip(self._sections, self._row_counts, strict=True)]
