"""The frozen values that flow through the program, from a line of text to a finding.

Positions are 1-based; columns count Unicode code points; `end_column` is exclusive, so that
`line_text[column - 1 : end_column - 1] == text` holds for every `SourceRef`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reconcile.dates import DateInterval
from reconcile.evidence import Evidence
from reconcile.evidence import Param as Param  # what is said of models has them too
from reconcile.places.placename import PlaceName, place_name
from reconcile.provenance import PageRevision

Side = Literal["zh", "en"]
Relation = Literal["same", "renamed", "level", "other-host"]
Severity = Literal["error", "warning", "notice", "info"]
Origin = Literal["page", "copy", "unknown"]
VerdictName = Literal[
    "agree", "agree-differently", "conflict", "only-zh", "only-en", "not-comparable"
]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A span of one line of one source; `text` is exactly what stands there."""

    source: str
    line: int
    column: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the lines of a spreadsheet, a row each with tabs between its cells, do not say.

    `merged` holds the first row, first column, last row and last column of each cell that spans
    others: rows as line numbers, columns from 0. `breaks` are the blanks that stand for a line
    break within a cell, as (line, characters before it in the line).
    """

    merged: tuple[tuple[int, int, int, int], ...] = ()
    breaks: frozenset[tuple[int, int]] = frozenset()
    date1904: bool = False
    """Whether days are counted from 1904, and not from 1900."""


@dataclass(frozen=True)
class Document:
    """A source text with line numbers. Offsets are code points from the start of `text`.

    `format` is the name of the format that the user says it is in, and `columns` what is said of
    its columns: (what it holds, title or number) pairs; `host` the one that the user says its rows
    are of, where they name none. `title` is what the page is called, where its text does not say;
    `page` tells which page of a wiki it is, `sheet` what the text of a workbook's sheet does not
    say, and `notes` what the user should know of how it was read.
    """

    id: str
    side: Side
    path: str
    text: str
    sha256: str
    format: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    host: str | None = None
    title: str = ""
    page: PageRevision | None = None
    sheet: Sheet | None = None
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        starts.extend(m.end() for m in re.finditer("\n", self.text))
        if len(starts) > 1 and starts[-1] == len(self.text):
            starts.pop()
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(
            self,
            "lines",
            tuple(
                self.text[a:b].removesuffix("\n").removesuffix("\r")
                for a, b in zip(starts, [*starts[1:], len(self.text)], strict=True)
            ),
        )

    def line_of(self, offset: int) -> int:
        """The 1-based line that holds `offset`."""
        return bisect_right(self._starts, offset)

    def start_of(self, line: int) -> int:
        """The offset at which the 1-based `line` begins."""
        return self._starts[line - 1]

    def ref(self, start: int, end: int) -> SourceRef:
        """The span `[start, end)`, cut at the end of its first line."""
        line = self.line_of(start)
        base = self._starts[line - 1]
        text = self.lines[line - 1][start - base : end - base]
        return SourceRef(self.id, line, start - base + 1, start - base + 1 + len(text), text)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark beside a name, such as （友好協議）, without its brackets.

    `apart` tells that it stands in a cell of its own, not in the one of the name.
    """

    text: str
    ref: SourceRef
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One agreement as one source states it: a host is twinned with a partner since a date.

    `line` is the line of the partner's text, `row_line` the one where its row begins.
    `country` is today's ISO 3166-1 alpha-2 code, or None where the row names no country;
    `code` is the country code printed beside the name (GER, DEN), if the list has such codes.
    `block` is the id of the block that it stands in, `position` its number within the block.
    `disambiguator` is a bracket that belongs to a Chinese name ("岐阜縣"), and
    `name` the partner without its parent and disambiguator: what is compared across languages.
    """

    id: str
    side: Side
    source: str
    line: int
    row_line: int
    section: str
    host: str
    host_ref: SourceRef
    partner: str
    partner_ref: SourceRef
    name: str
    block: str
    position: int
    raw: str
    parent: str | None = None
    target: str | None = None
    disambiguator: str | None = None
    country: str | None = None
    country_text: str | None = None
    country_ref: SourceRef | None = None
    code: str | None = None
    code_ref: SourceRef | None = None
    date: DateInterval | None = None
    date_ref: SourceRef | None = None
    notes: tuple[Note, ...] = ()
    gap_before: bool = False
    ended: bool = False
    relation: str | None = None
    """The kind of agreement that a rule says it is: sister-city, friendship or memorandum."""

    @property
    def place(self) -> PlaceName:
        """The partner's name, without its parent, as that of a place in the record's country."""
        return place_name(self.name, self.country)


@dataclass(frozen=True, slots=True)
class PartnerlessRow:
    """A row that announces an agreement and names no partner: a finding, never a record.

    `ref` points at the cell that should hold the partner. `bare` rows hold nothing at all.
    """

    source: str
    row_line: int
    section: str
    host: str
    block: str
    ref: SourceRef
    raw: str
    bare: bool
    country: str | None = None
    country_text: str | None = None
    date: DateInterval | None = None
    date_ref: SourceRef | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of its level or above.

    `province` is the English name of the first-level division that the title names, if any.
    """

    source: str
    title: str
    ref: SourceRef
    level: int
    rows: int
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The rows under one host, in source order. `host` is the displayed text.

    `id` is unique among the sources of a run, and depends on side, host and section alone.
    """

    id: str
    source: str
    section: str
    host: str
    ref: SourceRef
    gaps: tuple[int, ...] = ()
    """Lines that are blank inside the block, between two of its rows."""


@dataclass(frozen=True, slots=True)
class RowShape:
    """One row of a table by its cells: how many there are, and which of them (from 0) hold what.

    `blank` counts the empty cells at its end. `said` is whether it was read as an agreement.
    """

    line: int
    last: int
    cells: int
    blank: int
    said: bool
    host: int | None = None
    partner: int | None = None
    country: int | None = None
    date: int | None = None


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table as it is built: `columns` by its titles or, without them, by its widest row.

    `titles` are the column titles, where there are any, and `title_ref` the span of the row of
    titles or of the table's first line; `country_ref` is the title of a column of countries.
    """

    section: str
    titles: tuple[str, ...]
    title_ref: SourceRef
    columns: int
    rows: tuple[RowShape, ...]
    country_ref: SourceRef | None = None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link: where its text stands, and the decoded title of the page it leads to."""

    label: SourceRef
    target: str


@dataclass(frozen=True, slots=True)
class ParsedSource:
    """All that one document says, with every line accounted for.

    `uses` has one entry a line: `record`, `structure`, `ignored:<reason>` or `not-understood`.
    """

    document: Document
    records: tuple[Record, ...]
    partnerless: tuple[PartnerlessRow, ...]
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    uses: tuple[str, ...]
    tables: tuple[TableShape, ...] = ()
    links: tuple[PageLink, ...] = ()


@dataclass(frozen=True, slots=True)
class HostMatch:
    """Which English host a host stands for.

    An English host is known by the id of its first block, whatever source its other ones stand in.
    `block` is that id, or None; `part_of` that of the city which this host is part of; `ambiguous`
    those that it may be, where nothing decides. `province` is the English name of the first-level
    division, where known; `level` one of `places.levels.LEVELS`, where known.
    """

    block: str | None
    province: str | None = None
    level: str | None = None
    part_of: str | None = None
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """A record that was considered and not taken, with its probability."""

    record: str
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two records that speak of one agreement. `evidence` weights add up to the probability."""

    id: str
    zh: str
    en: str
    relation: Relation
    probability: float
    method: str
    evidence: tuple[Evidence, ...]
    runner_up: Rival | None = None
    rule: str | None = None
    without_rule: float | None = None
    """The probability by the evidence alone, of a link that a rule demands."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the two lists together say of one agreement, with a reason code and a sentence.

    `why` is the sentence in English; `params` say it in other languages.
    """

    zh: str | None
    en: str | None
    verdict: VerdictName
    reason: str
    why: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a careful editor wants to be told, with the lines that prove it."""

    id: str
    code: str
    name: str
    severity: Severity
    origin: Origin
    message: str
    params: Mapping[str, Param]
    refs: tuple[SourceRef, ...]
    records: tuple[str, ...] = ()
    link: str | None = None
    group: str | None = None
    suggestion: str | None = None
    rule: str | None = None
    systemic: bool = False
    """Whether it speaks of a whole list and not of some of its rows."""


@dataclass(frozen=True, slots=True)
class RuleUse:
    """What one rule did in a run. `effects` are ids of the records, links or findings touched."""

    id: str
    kind: str
    path: str
    line: int
    because: str
    effects: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """Everything a run found out; reports render it and decide nothing."""

    as_of: str
    threshold: float
    sources: tuple[ParsedSource, ...]
    hosts: Mapping[str, HostMatch]
    """Record id → what its host stands for in the other list."""
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    rules: tuple[RuleUse, ...]
    considered: tuple[tuple[str, str, float], ...] = ()
    """Every pair compared: Chinese record id, English record id, probability."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, Chinese first, in source order."""
        return tuple(r for s in self.sources for r in s.records)
