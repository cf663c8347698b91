"""The state of reading one document: its headings, its open host, and the use of every line."""

from __future__ import annotations

from reconcile.models import Document
from reconcile.places.home.base import AREAS, HomePlaces
from reconcile.sources.blocks import Heading
from reconcile.sources.inline import Inline, Span
from reconcile.sources.reading.chinese_entry import read_chinese
from reconcile.sources.reading.countries import CITY_STATES, sure_country
from reconcile.sources.reading.english_entry import read_english
from reconcile.sources.reading.entry import LONGEST_ENTRY, EntryReading
from reconcile.sources.reading.headings import is_below_province, is_former
from reconcile.sources.reading.hosts import host_name, host_span, is_at_home
from reconcile.sources.reading.outline import Outline
from reconcile.sources.reading.recorder import Context, Recorder

LONGEST_PARTNER = 200
"""Longer texts are no names: the line is reported as not understood."""


class Page:
    """What has been read so far, and what the headings and lines above say of what follows."""

    def __init__(self, document: Document, home: HomePlaces, recorder: Recorder) -> None:
        self.document = document
        self.home = home
        self.chinese = document.side == "zh"
        self.recorder = recorder
        self.outline = Outline(document, home)
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

    def read_entry(self, content: Inline) -> EntryReading:
        """The parts of an entry in the document's language."""
        if len(content.text) > LONGEST_ENTRY:
            return EntryReading(content, content.text, content.text, Span(0, len(content.text)))
        return read_chinese(content) if self.chinese else read_english(content)

    def at_home(self, text: str) -> bool:
        """Whether a text names a place of the home country."""
        return is_at_home(text, self.home)

    def heading(self, heading: Heading) -> None:
        """Open a section."""
        self.uses[heading.line - 1] = "structure"
        self.recorder.open = None
        self.former = is_former(heading.title.text)
        self.context = self._context_of(heading) if self.outline.add(heading) else None

    def _context_of(self, heading: Heading) -> Context | None:
        """The country that a heading names for what stands below it: not the one of the hosts."""
        title = heading.title.text.strip()
        country = sure_country(title)
        if country is None or country.iso in (self.home.country, *CITY_STATES):
            return None
        return Context(country.iso, title, heading.title.ref(self.document))

    @property
    def section(self) -> str:
        """The title of the innermost open section."""
        return self.outline.section

    def is_headed(self, host: str) -> bool:
        """Whether a host is the innermost heading's, with what that lies in: 浙江省杭州市."""
        heading = self.outline.host_heading
        name = host_name(heading.title.text) if heading else ""
        return bool(name) and host.endswith(name) and host != name

    @property
    def is_hosted(self) -> bool:
        """Whether a line or heading above names the host of what stands here."""
        return self.recorder.open is not None or self.outline.host_heading is not None

    def ensure_host(self) -> None:
        """Where no host is open: the innermost heading's home place, else the page's subject."""
        if self.recorder.open is not None:
            return
        if heading := self.outline.host_heading:
            self.set_host(heading.title, host_span(heading.title.text))
        elif self.subject is not None:
            content, span = self.subject
            places = self.home.find(span.of(content.text))
            if not (is_below_province(self.section) and places and places[0].level in AREAS):
                self.set_host(content, span)

    def set_host(self, content: Inline, span: Span) -> None:
        """Let `span` of `content` be the host of what follows."""
        ref = content.ref(self.document, span.start, span.end)
        self.recorder.set_host(span.of(content.text), ref, self.section)

    def mark(self, first: int, last: int, use: str) -> None:
        """Note what the lines from `first` to `last` are used for."""
        for line in range(first, last + 1):
            self.uses[line - 1] = use
