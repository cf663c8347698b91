"""What the rules say of the records of one run, before any of it is linked.

Everything here is a pure function of rules and records. A rule whose `until` is past does
nothing and is listed as expired; one that names a row that is gone is listed as stale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.errors import ReconcileError
from reconcile.models import ParsedSource, Record, Side
from reconcile.overrides.file.load import RuleSet
from reconcile.overrides.rules.fields import RowPair, Selector, interval
from reconcile.overrides.rules.kinds import (
    Alias,
    DateIs,
    HostIs,
    Match,
    NoDate,
    NoMatch,
    OnlyIn,
    PlaceIs,
    Rule,
    StatusIs,
)
from reconcile.overrides.run.clash import Claim, contradictions
from reconcile.overrides.run.locate import Rows
from reconcile.overrides.wording import same
from reconcile.places.placename import place_name


@dataclass(frozen=True, slots=True)
class Forced:
    """Two records that a `match` rule links, whatever the names say."""

    rule: Rule
    zh_id: str
    en_id: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The pairs of record ids (Chinese, English) that a `no-match` rule keeps apart."""

    rule: Rule
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class AliasUse:
    """On `side`, `name` is another name of `same_as`; `records` are the ids of its rows."""

    rule: Rule
    side: Side
    name: str
    same_as: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """A rule that names a row or a text that is not there (any more), and why that is said."""

    rule: Rule
    why: str
    quote: str
    """What the rule names, as it names it."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the rules say of the records of one run, in the order of the rules.

    `rows` holds the ids of the records that a rule about single rows or hosts speaks of, by the
    rule's id; `amended` the records as the rules want them read, by record id.
    """

    forced: tuple[Forced, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    aliases: tuple[AliasUse, ...] = ()
    hosts: tuple[HostIs, ...] = ()
    alone: Mapping[str, str] = field(default_factory=dict)
    """Record id → the `only-in` rule that says it has no counterpart."""
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    amended: Mapping[str, Record] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Rule id → the ids of all records that it names, of every kind that settles findings."""
    stale: tuple[Stale, ...] = ()
    expired: tuple[Rule, ...] = ()
    clashes: tuple[ReconcileError, ...] = ()
    """Two rules each that contradict each other: with these there is no run."""

    def apply(self, sources: Sequence[ParsedSource]) -> tuple[ParsedSource, ...]:
        """The sources with their records as the rules want them read."""
        if not self.amended:
            return tuple(sources)
        return tuple(
            replace(s, records=tuple(self.amended.get(r.id, r) for r in s.records)) for s in sources
        )


def is_expired(rule: Rule, as_of: str) -> bool:
    """Whether the last day of `rule` lies before `as_of` (a day as 2025-01-31)."""
    return rule.until is not None and rule.until < as_of


def resolve(ruleset: RuleSet, records: Sequence[Record], as_of: str) -> Decisions:
    """The records that the rules speak of."""
    if not ruleset.rules:
        return Decisions()
    reader = _Reader(records)
    for rule in ruleset.rules:
        if not is_expired(rule, as_of):
            reader.read(rule)
    return Decisions(
        tuple(reader.forced),
        tuple(Forbidden(rule, pairs) for rule, pairs in reader.forbidden),
        tuple(reader.aliases),
        tuple(reader.hosts),
        reader.alone,
        reader.rows,
        reader.amended,
        reader.names(),
        tuple(reader.stale),
        tuple(r for r in ruleset.rules if is_expired(r, as_of)),
        tuple(contradictions(reader.claims, reader.forbidden, reader.by_id)),
    )


class _Reader:
    """Takes one rule after the other, and notes what each says of which record."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.by_id = {r.id: r for r in records}
        sides: tuple[Side, Side] = ("zh", "en")
        self.sides = {side: Rows(side, (r for r in records if r.side == side)) for side in sides}
        self.forced: list[Forced] = []
        self.forbidden: list[tuple[Rule, frozenset[tuple[str, str]]]] = []
        self.aliases: list[AliasUse] = []
        self.hosts: list[HostIs] = []
        self.alone: dict[str, str] = {}
        self.rows: dict[str, tuple[str, ...]] = {}
        self.amended: dict[str, Record] = {}
        self.claims: list[Claim] = []
        self.stale: list[Stale] = []

    def read(self, rule: Rule) -> None:
        try:
            if isinstance(rule, Match | NoMatch):
                self.link(rule)
            elif isinstance(rule, Alias):
                bearers = self.sides[rule.side].bearers(rule.name)
                self.aliases.append(AliasUse(rule, rule.side, rule.name, rule.same_as, bearers))
            elif isinstance(rule, HostIs):
                self.host(rule)
            elif isinstance(rule, PlaceIs):
                self.place(rule)
            elif isinstance(rule, DateIs | NoDate | StatusIs | OnlyIn):
                self.agreement(rule)
        except ReconcileError as error:
            self.stale.append(Stale(rule, error.message, _rows_in_words(rule)))

    def names(self) -> dict[str, tuple[str, ...]]:
        linked = {f.rule.id: (f.zh_id, f.en_id) for f in self.forced}
        return self.rows | linked | {a.rule.id: a.records for a in self.aliases}

    def claim(self, rule: Rule, topic: str, row: str, value: str | None) -> None:
        self.claims.append(Claim(rule, topic, row, value))

    def link(self, rule: Match | NoMatch) -> None:
        if isinstance(rule, NoMatch):
            left = self.sides["zh"].find(rule.zh)
            right = self.sides["en"].find(rule.en)
            self.forbidden.append((rule, frozenset((z.id, e.id) for z in left for e in right)))
            return
        zh = self.sides["zh"].one(rule.zh)
        en = self.sides["en"].one(rule.en)
        self.forced.append(Forced(rule, zh.id, en.id))
        self.claim(rule, "counterpart", zh.id, en.id)
        self.claim(rule, "counterpart", en.id, zh.id)

    def host(self, rule: HostIs) -> None:
        self.hosts.append(rule)
        bearers = [
            r.id
            for r in self.sides[rule.side].with_host(rule.name)
            if rule.section is None or same(r.section) == same(rule.section)
        ]
        self.rows[rule.id] = tuple(bearers)
        for row in bearers:
            self.claim(rule, "host", row, same(rule.means))

    def place(self, rule: PlaceIs) -> None:
        bearers = [
            r
            for r in self.sides[rule.side].with_partner(rule.name)
            if rule.host is None or same(r.host) == same(rule.host)
        ]
        self.rows[rule.id] = tuple(r.id for r in bearers)
        country, region = rule.stated.country, rule.stated.region
        for record in bearers:
            now = self.amended.get(record.id, record)
            if country:
                self.claim(rule, "country", record.id, country)
                now = replace(now, country=country)
            if region:
                self.claim(rule, "region", record.id, same(region))
                now = replace(now, parent=_region(region, now.country, rule.side))
            self.amended[record.id] = now

    def agreement(self, rule: DateIs | NoDate | StatusIs | OnlyIn) -> None:
        found = self.pair(rule.pair, rule)
        self.rows[rule.id] = tuple(r.id for r in found)
        for record in found:
            now = self.amended.get(record.id, record)
            if isinstance(rule, OnlyIn):
                self.claim(rule, "counterpart", record.id, None)
                self.alone.setdefault(record.id, rule.id)
            elif isinstance(rule, DateIs):
                self.claim(rule, "date", record.id, rule.value)
                self.amended[record.id] = replace(now, date=interval(rule.value))
            elif isinstance(rule, NoDate):
                self.claim(rule, "date", record.id, None)
                self.amended[record.id] = replace(now, date=None)
            else:
                self.status(rule, now)

    def status(self, rule: StatusIs, record: Record) -> None:
        if rule.relation:
            self.claim(rule, "relation", record.id, rule.relation)
            record = replace(record, relation=rule.relation)
        if rule.ended:
            self.claim(rule, "end", record.id, rule.ended)
            record = replace(record, ended=True)
        self.amended[record.id] = record

    def pair(self, pair: RowPair, rule: Rule) -> list[Record]:
        """The rows of a pair. Only a date must be that of one row a side."""
        if isinstance(rule, DateIs):
            return [self.sides[side].one(row) for side, row in pair.rows]
        return [r for side, row in pair.rows for r in self.sides[side].find(row)]


def _rows_in_words(rule: Rule) -> str:
    """The rows that a rule names, as it names them."""
    if isinstance(rule, Match | NoMatch):
        rows: tuple[Selector, ...] = (rule.zh, rule.en)
    elif isinstance(rule, DateIs | NoDate | StatusIs | OnlyIn):
        rows = tuple(row for _, row in rule.pair.rows)
    else:
        rows = ()
    return " / ".join(" – ".join(filter(None, (r.host, r.partner, r.id))) for r in rows)


def _region(name: str, country: str | None, side: Side) -> str:
    """A region as the language of `side` calls it, where that is known."""
    stated = place_name(name, country)
    if stated.han == (side == "zh"):
        return name
    for region in stated.regions:
        if side == "en":
            return region.en
        if region.zh:
            return region.zh[0]
    return name
