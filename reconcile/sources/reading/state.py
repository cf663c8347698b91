"""The state of reading one document: its headings, its open host, and the use of every line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reconcile.models import Block, ColumnUse, Document, Note, SourceRef
from reconcile.places.countries import is_continent, related
from reconcile.places.home.base import AREAS, HomePlaces
from reconcile.places.placename import place_name
from reconcile.scripts import has_han
from reconcile.sources.blocks import Heading, Title
from reconcile.sources.inline import Inline, Span
from reconcile.sources.reading.chinese_entry import read_chinese
from reconcile.sources.reading.countries import CITY_STATES, flag_country, sure_country
from reconcile.sources.reading.english_entry import read_english
from reconcile.sources.reading.entry import LONGEST_ENTRY, EntryReading
from reconcile.sources.reading.headings import is_below_province, is_former, is_lesser
from reconcile.sources.reading.hosts import host_name, host_span, is_at_home
from reconcile.sources.reading.outline import Outline
from reconcile.sources.reading.recorder import Context, Recorder
from reconcile.sources.reading.remarks import is_name
from reconcile.sources.reading.rows import StatedDate
from reconcile.sources.reading.subject import (
    Subject,
    of_document,
    of_file,
    of_line,
    of_title,
    of_user,
)
from reconcile.sources.reading.years import year_of

_TAG = re.compile(r"<[^<>]*>")
_LONGEST_RAW = 1_000
"""Characters kept of the lines of a row: all of a page may stand on one line."""
LONGEST_PARTNER = 200
"""Longer texts are no names: the line is reported as not understood."""


@dataclass(frozen=True, slots=True)
class Above:
    """A heading or item that may name the partner of the hosts below it."""

    content: Inline
    depth: int


class Page:
    """What has been read so far, and what the headings and lines above say of what follows."""

    def __init__(self, document: Document, home: HomePlaces, recorder: Recorder) -> None:
        self.document = document
        self.home = home
        self.chinese = document.side == "zh"
        self.recorder = recorder
        self.outline = Outline(document, home)
        self.uses = ["structure" if not x.strip() else "not-understood" for x in document.lines]
        self._has_words: dict[int, bool] = {}
        self.columns: list[ColumnUse] = []
        self.not_understood: list[SourceRef] = []
        """The lines and items that nothing was made of; one line may hold several items."""
        self.context: Context | None = None
        self.heads_table = False
        """Whether the line right above names the host of the table that follows it."""
        self.begun = False
        """Whether a line of text has been read."""
        self.stated = next(of_user(document), None)
        """The host that the user says."""
        self.titled = next(self.accepted(of_document(document)), None)
        """What the page's title is about."""
        self._subjects: list[tuple[int, Subject]] = []
        """What the first lines and lines of the open sections are about, the innermost last, each
        with the level of its heading; 0 for the whole page."""
        self._countries: list[tuple[int, Context]] = []
        """The countries that open headings name, each with the level of its heading."""
        self.outer: Context | None = None
        """The country that a heading around the innermost one names."""
        self.year: StatedDate | None = None
        """The year that a heading or line above names, and nothing else."""
        self._year_level = 0
        self.above: Above | None = None
        """What stands above as the partner, in a list turned round."""
        self.turned: Block | None = None
        """The block of the last host that stood behind its partner."""
        self.host_depth: int | None = None
        """How deep the last item stood that names a host, if the last host was named by an item."""
        self.former = False
        """Whether a heading or label says that what stands here has ended."""
        self.heading_names: frozenset[str] = frozenset()
        """What the document's headings are called; a list of them is its table of contents."""

    def read_entry(self, content: Inline) -> EntryReading:
        """The parts of an entry in the document's language."""
        if len(content.text) > LONGEST_ENTRY:
            return EntryReading(content, content.text, content.text, Span(0, len(content.text)))
        reading = read_chinese(content) if self.chinese else read_english(content)
        flag = flag_country(content) if reading.country and not reading.name else None
        if flag is None or reading.iso is None or related(flag.iso, reading.iso):
            return reading
        return reading.as_place().without_country()  # 萨尔瓦多 beside the flag of Brazil

    def at_home(self, text: str) -> bool:
        """Whether a text names a place of the home country."""
        return is_at_home(text, self.home)

    def title(self, title: Title) -> None:
        """Take note of what the page is called, where that is no part of what it shows."""
        self.uses[title.line - 1] = "structure"
        found = self.accepted(of_title(title.content, self.document))
        self.titled = self.titled or next(found, None)

    def heading(self, heading: Heading) -> None:
        """Open a section."""
        self.uses[heading.line - 1] = "structure"
        self.recorder.open = None
        self._subjects = [(n, s) for n, s in self._subjects if n < heading.level]
        self._countries = [(n, c) for n, c in self._countries if n < heading.level]
        if heading.level <= self._year_level:
            self.year = None
        self.outer = self._countries[-1][1] if self._countries else None
        read = self.outline.add(heading)
        self.label(self.outline.label or heading.title)
        self.former = is_former(heading.title.text)
        self.context = self._context_of(heading) if read else None
        if self.context is not None:
            self._countries.append((heading.level, self.context))
        below = read and self.outer is not None and self.context is None
        self.above = Above(heading.title, -1) if below else None
        self.open_year(heading.title, heading.level)
        if read and self.outline.host_heading is not heading:
            self.tell(next(self.accepted(of_line(heading.title, self.document)), None))

    def open_year(self, title: Inline, level: int) -> None:
        """Let what follows be of the year that a title is, if it is one."""
        if year := year_of(title):
            self.year, self._year_level = year, level

    def label(self, label: Inline) -> None:
        """Take note of what a label says of the agreements below: that they ended, their kind."""
        self.former = is_former(label.text)
        ref = label.ref(self.document)
        kind = Note(label.text.strip(" :："), ref, apart=True) if is_lesser(label.text) else None
        self.recorder.kind = kind

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
        """Whether something above, or the user, names the host of what stands here."""
        return self.recorder.open is not None or self.is_told

    @property
    def is_told(self) -> bool:
        """Whether a heading, a line about the page, its title or the user names the host."""
        if self.outline.host_heading is not None:
            return True
        return any(s is not None and not self._is_area(s) for s in self._told())

    @property
    def says_host(self) -> bool:
        """Whether a heading names the host, or words say whose partners these are: no bare name."""
        said = any(s is not None and s.told == "said" for s in self._told())
        return said or self.outline.host_heading is not None

    @property
    def is_turned(self) -> bool:
        """Whether hosts can stand behind their partners: below a country, where none is named."""
        if self.context is None and self.outer is None:
            return False
        by_lines = self.recorder.open not in (None, self.turned)
        return not by_lines and not self.is_told

    @property
    def lists_names(self) -> bool:
        """Whether bare names stand for partners here: below their host, or words for twin towns."""
        if self.outline.is_of_twins or any(s and s.told != "named" for s in self._told()):
            return True
        below = self.recorder.open is not None or self.outline.host_heading is not None
        return below and not self.outline.in_article

    def _told(self) -> tuple[Subject | None, ...]:
        """What tells the host of what stands here beside lines and headings, the surest first."""
        return self.stated, self.subject, self.titled

    @property
    def subject(self) -> Subject | None:
        """What the innermost line that says so is about."""
        return self._subjects[-1][1] if self._subjects else None

    def tell(self, subject: Subject | None, *, page: bool = False) -> None:
        """Let the open section, or the whole `page`, be about something."""
        if subject is not None:
            self._subjects.append((0 if page else self.outline.level, subject))

    def accepted(self, subjects: Iterable[Subject]) -> Iterator[Subject]:
        """Those that can be hosts: places of the home country, or what is said to have partners."""
        for subject in subjects:
            said = subject.told == "said" and self.may_be_named(subject.name)
            if self.at_home(subject.name) or said:
                yield subject

    def may_be_named(self, text: str) -> bool:
        """Whether a name that the home country's tables do not have can be that of a host."""
        name = place_name(text)
        if name.named_country is not None or is_continent(text):
            return False
        if not name.han:
            return is_name(text)
        known = name.places or name.exonyms or name.regions
        return bool(known) or (name.level is not None and not self.home.complete)

    def ensure_host(self) -> None:
        """Where no host is open: the innermost heading's home place, else what the page is about.

        What the user says comes before all that is guessed.
        """
        if self.recorder.open is not None:
            return
        heading = self.outline.host_heading
        if heading and (not self.stated or self.at_home(host_name(heading.title.text))):
            self.set_host(heading.title, host_span(heading.title.text))
            return
        wide = is_below_province(self.section)
        for subject in (*self._told(), self._filed):
            if subject is not None and not (wide and self._is_area(subject)):
                self.recorder.set_host(subject.name, subject.ref, self.section)
                return

    @cached_property
    def _filed(self) -> Subject | None:
        """What the name of the file is about."""
        return next(self.accepted(of_file(self.document)), None)

    def _is_area(self, subject: Subject) -> bool:
        """Whether a subject is a province or the like, whose cities may be the hosts."""
        find = self.home.find if has_han(subject.name) else self.home.find_en
        places = find(subject.name)
        return bool(places) and places[0].level in AREAS

    def set_host(self, content: Inline, span: Span) -> None:
        """Let `span` of `content` be the host of what follows."""
        ref = content.ref(self.document, span.start, span.end)
        self.recorder.set_host(span.of(content.text), ref, self.section)

    def mark(self, first: int, last: int, use: str) -> None:
        """Note what the lines from `first` to `last` are used for."""
        for line in range(first, last + 1):
            self.uses[line - 1] = use

    def has_words(self, line: int) -> bool:
        """Whether a line shows any letter or digit; asked for each of the tables on it."""
        if line not in self._has_words:
            shown = _TAG.sub("", self.document.lines[line - 1])
            self._has_words[line] = any(map(str.isalnum, shown))
        return self._has_words[line]

    def raw(self, first: int, last: int, start: int, end: int) -> str:
        """Lines of the document; of long ones, what stands from `start` to `end` (offsets)."""
        lines = self.document.lines[first - 1 : last]
        if sum(map(len, lines)) <= _LONGEST_RAW:
            return "\n".join(lines)
        return self.document.text[start : min(end, start + _LONGEST_RAW)]
