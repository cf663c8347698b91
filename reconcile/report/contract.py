"""The contract of `report.json`: its keys in their order, what each holds, and its JSON Schema.

Stated once, by frozen values whose fields are the keys: `json.py` fills and writes them,
`saved/read.py` reads them back, `report_schema` describes them to others. A key without a default
is in every report; more keys may be added. pydantic checks the values only where a report is read:
what we write ourselves is typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, SkipJsonSchema

from reconcile.models import Origin, Relation, Severity, Side, VerdictName
from reconcile.report.excerpt import position

Version = Literal["reconcile-report/1"]
SCHEMA: Version = "reconcile-report/1"

# A length that is asked for, though none is too short: only so is half a character refused.
Text = Annotated[str, Field(min_length=0, json_schema_extra=lambda schema: schema.pop("minLength"))]
Id = Annotated[str, Field(min_length=1)]
SourceId = Annotated[str, Field(pattern="^(zh|en):.")]
Count = Annotated[int, Field(strict=True, ge=0)]
Flag = Annotated[bool, Field(strict=True)]
Position = Annotated[int, Field(strict=True, ge=1)]
Probability = Annotated[float, Field(strict=True, ge=0, le=1, allow_inf_nan=False)]
Weight = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Date = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Code = Annotated[str, Field(pattern="^[A-Z][0-9]+$")]
FindingName = Annotated[str, Field(pattern="^[a-z]+(-[a-z]+)*$")]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Param = Text | Annotated[int, Field(strict=True)] | Weight | tuple[Text, ...]
Counts = Mapping[Text, Count]
ByVerdict = Mapping[VerdictName, Count]
ByEveryVerdict = Annotated[ByVerdict, Field(min_length=len(get_args(VerdictName)))]


class Part:
    """What all parts have in common: a line of text below a field describes it."""

    __pydantic_config__ = ConfigDict(use_attribute_docstrings=True)
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @classmethod
    def field_names(cls) -> Iterable[str]:
        """The keys of such a part, in order."""
        return cls.__dataclass_fields__

    def as_mapping(self) -> dict[str, Any]:
        """Its keys with their values, which may be parts again."""
        return {key: getattr(self, key) for key in self.__dataclass_fields__}


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
class SavedAccounting(Part):
    """What the lines of a source were used as; they add up to all its lines."""

    record: Count
    structure: Count
    ignored: Counts
    """Reason → lines."""
    not_understood: Count


@dataclass(frozen=True)
class SavedSource(Part):
    """One file that was read."""

    id: SourceId
    """`zh:` or `en:` and the name of the file."""
    side: Side
    path: Text
    """As the user wrote it."""
    sha256: Sha256
    lines: Count
    accounting: SavedAccounting
    records: Count = 0
    dated: Count = 0
    """How many of its records have a date."""
    first_date: Date | None = None
    last_date: Date | None = None
    lines_not_understood: tuple[Position, ...] = ()


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
class SavedComparable(Part):
    """Records that could be compared, of each side, and the agreements they make."""

    zh: Count
    en: Count
    agreements: Count
    zh_all: Count
    en_all: Count


@dataclass(frozen=True)
class SavedReason(Part):
    """How often a verdict was given for one reason."""

    verdict: VerdictName
    reason: Id
    count: Count
    zh: Count
    en: Count


@dataclass(frozen=True)
class SavedFindingCounts(Part):
    """How many findings there are; all but `total` and `settled` count the open ones."""

    total: Count
    open: Count
    settled: Count
    entries: Count
    by_family: Counts = field(default_factory=dict)
    by_name: Counts = field(default_factory=dict)
    by_code: Counts = field(default_factory=dict)
    by_severity: Counts = field(default_factory=dict)
    by_origin: Counts = field(default_factory=dict)
    entries_by: Mapping[Text, Counts] = field(default_factory=dict)
    """The same for entries: findings that are mended in one go."""


@dataclass(frozen=True)
class SavedProvince(Part):
    """The verdicts of one province; its name is empty where it is not known."""

    name: Text
    title: Text
    zh: Count
    en: Count
    verdicts: ByVerdict
    empty_in: Side | None
    """The list that announces the province and leaves it empty."""


@dataclass(frozen=True)
class SavedSection(Part):
    """The verdicts of one section of one source."""

    source: SourceId
    side: Side
    title: Text
    line: Position
    records: Count
    verdicts: ByVerdict


@dataclass(frozen=True)
class SavedRuleCounts(Part):
    """How many rules were read, and how many of them had an effect."""

    used: Count
    read: Count


@dataclass(frozen=True)
class SavedCounts(Part):
    """Every number that other outputs show."""

    comparable: SavedComparable
    verdicts: ByEveryVerdict
    reasons: tuple[SavedReason, ...] = field(default=(), kw_only=True)
    findings: SavedFindingCounts
    provinces: tuple[SavedProvince, ...] = field(default=(), kw_only=True)
    sections: tuple[SavedSection, ...] = field(default=(), kw_only=True)
    rules: SavedRuleCounts
    lines_not_understood: Count


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


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=Part.as_mapping)


def to_json(value: object) -> str:
    """A part of the report, or a mapping or list of parts, as JSON on one line."""
    return _ENCODER.encode(value)


@cache
def adapter() -> TypeAdapter[SavedReport]:
    """What checks a report that is read; made when first asked for, as that takes a while."""
    return TypeAdapter(SavedReport)


def report_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every `report.json` fulfils."""
    title = {"title": "Report of reconcile"}
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": "urn:reconcile:report:1"}
    return head | title | adapter().json_schema(schema_generator=_JsonSchema) | title


class _JsonSchema(GenerateJsonSchema):
    """Without titles that repeat the key, and without defaults, which only reading needs."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: Any) -> Any:
        return self.generate_inner(schema["schema"])
