"""The contract of `report.json`: its keys in their order, and what each holds.

Stated once, by frozen values whose fields are the keys: `report/json.py` fills and writes them,
`saved/read.py` reads them back, `schema.py` describes them to others. A key without a default
is in every report; more keys may be added. pydantic checks the values only where a report is read:
what we write ourselves is typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from pydantic import ConfigDict
from pydantic.json_schema import SkipJsonSchema

from reconcile.models import Origin, Relation, Severity, Side, VerdictName
from reconcile.report.contract.counts import SavedCounts
from reconcile.report.contract.sources import SavedSource
from reconcile.report.contract.values import (
    Code,
    Country,
    Date,
    Day,
    FindingName,
    Flag,
    Id,
    Param,
    Part,
    Position,
    Probability,
    SourceId,
    Text,
    Weight,
)
from reconcile.report.excerpt import position

Version = Literal["reconcile-report/1"]
SCHEMA: Version = "reconcile-report/1"


@dataclass(frozen=True)
class SavedRef(Part):
    """A span of one line of one source. Columns count Unicode code points."""

    source: SourceId
    line: Position
    column: Position
    end_column: Position
    """Exclusive: the column behind the span."""
    text: Text
    """What stands there."""


@dataclass(frozen=True)
class SavedHost(Part):
    """The place that an agreement belongs to."""

    text: Text
    """As displayed."""
    en: Text | None
    """The English block that it corresponds to, verbatim."""
    province: Text | None = None
    """The English name of its first-level division."""
    level: Text | None = None


@dataclass(frozen=True)
class SavedPartner(Part):
    """The place abroad."""

    text: Text
    """As displayed, with its parent and without notes."""
    parent: Text | None
    target: Text | None
    """The title of the page that it is linked to."""
    name: Text = ""
    """Without its parent: what is compared across languages."""


@dataclass(frozen=True)
class SavedRecord(Part):
    """One agreement as one source states it."""

    id: Id
    """From content: it survives edits elsewhere in the source."""
    side: Side
    source: SourceId
    line: Position
    """Where the partner's text stands."""
    row_line: Position
    """Where the row begins."""
    section: Text
    host: SavedHost
    partner: SavedPartner
    country: Country | None
    """ISO 3166-1 alpha-2, as of today."""
    country_text: Text | None
    code: Text | None = field(default=None, kw_only=True)
    """The country code printed beside the name."""
    date: Date | None
    notes: tuple[Text, ...]
    ended: Flag = field(default=False, kw_only=True)
    relation: Text | None = field(default=None, kw_only=True)
    """The kind of agreement that a rule says it is."""
    raw: Text
    """The source lines of the row."""

    @property
    def pair(self) -> str:
        """`北京市 – 東京`."""
        return f"{self.host.text} – {self.partner.text}"


@dataclass(frozen=True)
class SavedEvidence(Part):
    """One reason for or against a link."""

    name: Text
    detail: Text
    """What it says, in English."""
    template: Text = field(default="", kw_only=True)
    """The same with names in braces where its values stand: by it other languages are found."""
    params: Mapping[Text, Param] = field(default_factory=dict, kw_only=True)
    """The values in the sentence."""
    weight: Weight
    """In log-odds; the weights of a link add up to its probability."""


@dataclass(frozen=True)
class SavedRival(Part):
    """The counterpart that was next best."""

    record: Id
    text: Text
    probability: Probability


@dataclass(frozen=True)
class SavedLink(Part):
    """Two records that speak of one agreement."""

    id: Id
    zh: Id
    en: Id
    relation: Relation
    probability: Probability
    method: Text
    evidence: tuple[SavedEvidence, ...]
    runner_up: SavedRival | None
    rule: Text | None
    names: Probability = field(default=1.0, kw_only=True)
    """That the two names, by themselves, are of one place."""


@dataclass(frozen=True)
class SavedFinding(Part):
    """One thing that a careful editor wants to know, with the lines that prove it."""

    id: Id
    code: Code
    name: FindingName
    severity: Severity
    origin: Origin
    message: Text
    """In English."""
    params: Mapping[Text, Param]
    """The values in the message."""
    refs: tuple[SavedRef, ...]
    records: tuple[Id, ...]
    link: Text | None
    group: Text | None
    """The id that findings share which are mended in one go."""
    suggestion: Text | None
    rule: Text | None
    """The rule that settled it."""


@dataclass(frozen=True)
class SavedVerdict(Part):
    """What the two lists together say of one agreement; each record stands in exactly one."""

    __pydantic_config__ = ConfigDict(
        use_attribute_docstrings=True,
        json_schema_extra={
            "anyOf": [{"properties": {side: {"type": "string"}}} for side in get_args(Side)]
        },
    )

    zh: Text | None
    en: Text | None
    verdict: VerdictName
    reason: Id
    why: Text
    """The reason as a sentence, in English."""
    params: Mapping[Text, Param]
    """The values in the sentence."""


@dataclass(frozen=True)
class SavedRule(Part):
    """One override rule, and what it did."""

    id: Id
    kind: Id
    path: Text
    line: Position
    because: Text
    effects: tuple[Id, ...]
    """The records, links and findings that it touched."""


@dataclass(frozen=True)
class SavedBaseline(Part):
    """What is new and gone since a baseline."""

    path: Text
    new: tuple[Id, ...]
    gone: Mapping[Text, Text]
    """Finding id → its code and name."""


@dataclass(frozen=True)
class SavedReport(Part):
    """Everything that a run found out."""

    schema: Version
    as_of: Day
    threshold: Probability
    """Links of a lower probability were not made."""
    summary: Text
    counts: SavedCounts
    sources: tuple[SavedSource, ...]
    records: tuple[SavedRecord, ...]
    links: tuple[SavedLink, ...]
    findings: tuple[SavedFinding, ...]
    verdicts: tuple[SavedVerdict, ...]
    rules: tuple[SavedRule, ...]
    baseline: SavedBaseline | SkipJsonSchema[None] = None
    """Only there if the run had a baseline."""

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Source id → the path as the user wrote it."""
        return {s.id: s.path for s in self.sources}

    def position_of(self, ref: SavedRef) -> str:
        """`path:line:column` of a span."""
        return position(self.paths[ref.source], ref.line, ref.column)

    @cached_property
    def records_by_id(self) -> Mapping[str, SavedRecord]:
        """Record id → the record."""
        return {r.id: r for r in self.records}
