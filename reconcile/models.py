"""The frozen values that flow through the program, from a row of a source to a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reconcile.dates import DateInterval
from reconcile.evidence import Evidence
from reconcile.evidence import Param as Param  # what is said of models has them too
from reconcile.places.placename import PlaceName, place_name
from reconcile.source_text import Document as Document  # so have they the text that they stand in
from reconcile.source_text import Sheet as Sheet
from reconcile.source_text import Side as Side
from reconcile.source_text import SourceRef as SourceRef

Relation = Literal["same", "renamed", "level", "other-host"]
Severity = Literal["error", "warning", "notice", "info"]
Origin = Literal["page", "copy", "unknown"]
VerdictName = Literal[
    "agree", "agree-differently", "conflict", "only-zh", "only-en", "not-comparable"
]


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
class ColumnUse:
    """What the column of a table was read as; `title` is "" where it has none.

    `used_as` is what most of its cells were taken for: host, partner, country, date and so on,
    `note` where they are kept as remarks, None where nothing was done with them. `filled` counts
    its cells with text; `ref` is the title, or the first of these cells.
    """

    title: str
    ref: SourceRef
    used_as: str | None
    filled: int


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link: where its text stands, and the decoded title of the page it leads to."""

    label: SourceRef
    target: str


@dataclass(frozen=True, slots=True)
class ParsedSource:
    """All that one document says, with every line accounted for.

    `uses` has one entry a line: `record`, `structure`, `ignored:<reason>` or `not-understood`.
    `format` is the name of the format that it was read in; `undated` are the cells that should
    hold a date, and do not.
    `lent_host` is the one host of the other list, taken for that of all rows, as no line names one.
    """

    document: Document
    records: tuple[Record, ...]
    partnerless: tuple[PartnerlessRow, ...]
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    uses: tuple[str, ...]
    tables: tuple[TableShape, ...] = ()
    links: tuple[PageLink, ...] = ()
    format: str = ""
    columns: tuple[ColumnUse, ...] = ()
    undated: tuple[SourceRef, ...] = ()
    hidden: tuple[SourceRef, ...] = ()
    """Items that were not understood, on lines of which something else was."""
    lent_host: str | None = None


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
class OtherPlace:
    """The place that a Chinese name is of, where its row's counterpart names another one.

    `name` is its Latin name, `known` how that is known: the tables have it (`listed`), a `row` of
    the lists says so (that of the English `record`), or it is by far the likeliest by its `sound`.
    `certain` tells that the English name is known to be of another place as well.
    """

    name: str
    known: Literal["listed", "row", "sound"]
    certain: bool = False
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two records that speak of one agreement. `evidence` weights add up to the probability.

    `names` is how likely the two names are of one place by themselves. Where they are not, `other`
    is the place that the Chinese one is of.
    """

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
    names: float = 1.0
    other: OtherPlace | None = None


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
