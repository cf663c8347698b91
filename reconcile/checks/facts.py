"""What the checks look at, and how they say what they found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from reconcile.catalogue import BY_NAME, message
from reconcile.models import (
    Block,
    Finding,
    HostMatch,
    IdMaker,
    Link,
    Origin,
    Param,
    ParsedSource,
    PartnerlessRow,
    Record,
    Section,
    Severity,
    SourceRef,
    Verdict,
    content_id,
)
from reconcile.places.home.base import AREAS, HomeLevel, HomePlaces, Scope

if TYPE_CHECKING:
    from reconcile.checks.names.stated import Names


@dataclass(frozen=True)
class Facts:
    """Everything known when the checks run."""

    sources: tuple[ParsedSource, ...]
    hosts: Mapping[str, HostMatch]
    links: tuple[Link, ...]
    open_pairs: tuple[Link, ...]
    home: HomePlaces
    as_of: str
    repeats: Mapping[str, str]
    """Record id → id of the record of its side that states the same and stands for both."""
    kept_apart: Mapping[str, tuple[str, str]]
    """Record id → (rule id, id of the record that the rule says it is not)."""
    verdicts: tuple[Verdict, ...] = ()
    alone: Mapping[str, str] = field(default_factory=dict)
    """Record id → the rule that says it stands in this list alone."""
    scope: Scope | None = None
    """Which hosts the English list covers; None where its own block titles tell."""

    @cached_property
    def out_of_scope(self) -> frozenset[HomeLevel]:
        """The levels of hosts that the English list does not cover.

        A list that has cities and no province has not left out the provinces: it lists cities.
        """
        if self.scope is not None:
            return frozenset(AREAS if self.scope == "cities" else ())
        listed = (self.home.areas(b.host) for b in self.en_blocks.values())
        return frozenset(AREAS).difference(*listed)

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """Record id → record."""
        return {r.id: r for s in self.sources for r in s.records}

    @cached_property
    def link_of(self) -> dict[str, Link]:
        """Record id → its link, for both sides."""
        return {r: link for link in self.links for r in (link.zh, link.en)}

    @cached_property
    def undecided(self) -> dict[str, Link]:
        """Record id → the open pair it is part of: neither linked nor clearly alone."""
        return {
            r: link
            for link in self.open_pairs
            if link.en not in self.link_of
            for r in (link.zh, link.en)
        }

    @cached_property
    def rivals(self) -> dict[str, list[Record]]:
        """English record id → the Chinese records between which nothing decides, if several."""
        found: dict[str, list[Record]] = {}
        for link in self.open_pairs:
            if link.en not in self.link_of:
                found.setdefault(link.en, []).append(self.by_id[link.zh])
        return {en: rows for en, rows in found.items() if len(rows) > 1}

    @cached_property
    def unnamed_partner(self) -> dict[str, PartnerlessRow]:
        """English record id → a row of its host that names its country and no partner."""
        found: dict[str, PartnerlessRow] = {}
        for source in self.side("zh"):
            for row in source.partnerless:
                blocks = {
                    self.hosts[r.id].block for r in source.records if r.block == row.block
                } - {None}
                if row.country is None or len(blocks) != 1:
                    continue
                for record in self.en_records_of(blocks.pop()):
                    if record.country == row.country and record.id not in self.link_of:
                        found.setdefault(record.id, row)
        return found

    @cached_property
    def names(self) -> tuple[Names, ...]:
        """The names of each source."""
        from reconcile.checks.names.stated import Names  # which needs to know these facts

        return tuple(Names(self, source) for source in self.sources)

    def country_of(self, record: Record) -> str | None:
        """The country that a row states, or else that of its counterpart."""
        if record.country or (link := self.link_of.get(record.id)) is None:
            return record.country
        return self.by_id[link.en if record.side == "zh" else link.zh].country

    def en_records_of(self, block: int | None) -> list[Record]:
        """The English records of a block."""
        return self._en_rows.get(block, []) if block is not None else []

    @cached_property
    def _en_rows(self) -> dict[int, list[Record]]:
        found: dict[int, list[Record]] = {}
        for source in self.side("en"):
            for record in source.records:
                found.setdefault(record.block, []).append(record)
        return found

    def rows_about(self, province: str | None, side: str) -> int:
        """How many records of a side have hosts in a province."""
        return self._rows_about[province, side] if province else 0

    @cached_property
    def _rows_about(self) -> Counter[tuple[str | None, str]]:
        rows = self.by_id.values()
        return Counter((self.hosts[r.id].province, r.side) for r in rows)

    def is_newer_than_other_side(self, record: Record) -> bool:
        """Whether a record is of later than all that the other side, which has dates, states."""
        latest = self._latest["en" if record.side == "zh" else "zh"]
        return record.date is not None and latest is not None and record.date.first > latest

    @cached_property
    def _latest(self) -> dict[str, date | None]:
        """The last day that each side states, where most of its rows have a date."""
        found: dict[str, date | None] = {}
        for side in ("zh", "en"):
            rows = [r for s in self.side(side) for r in s.records]
            dates = [r.date.last for r in rows if r.date]
            found[side] = max(dates) if 2 * len(dates) > len(rows) else None
        return found

    def side(self, side: str) -> tuple[ParsedSource, ...]:
        """The sources of one side."""
        return tuple(s for s in self.sources if s.document.side == side)

    @cached_property
    def en_blocks(self) -> dict[int, Block]:
        """The English blocks by index."""
        return {b.index: b for s in self.side("en") for b in s.blocks}

    @cached_property
    def zh_blocks_of(self) -> dict[int, list[str]]:
        """English block → the Chinese hosts that stand for it, in source order."""
        found: dict[int, dict[str, None]] = {}
        for source in self.side("zh"):
            for record in source.records:
                match = self.hosts[record.id]
                if match.block is not None:
                    found.setdefault(match.block, {})[record.host] = None
        return {block: list(hosts) for block, hosts in found.items()}

    @cached_property
    def sections_of(self) -> dict[str, list[Section]]:
        """Province (English) → the Chinese sections about it."""
        found: dict[str, list[Section]] = {}
        for source in self.side("zh"):
            for section in source.sections:
                if section.province:
                    found.setdefault(section.province, []).append(section)
        return found


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has its code, message and id.

    `key` is what its id is made of besides name and records: content, never a line number.
    """

    name: str
    refs: Sequence[SourceRef]
    params: Mapping[str, Param]
    origin: Origin = "page"
    records: Sequence[str] = ()
    key: Sequence[object] = ()
    link: str | None = None
    group: str | None = None
    severity: Severity | None = None
    suggestion: str | None = None
    systemic: bool = False


def finish(drafts: Sequence[Draft]) -> tuple[Finding, ...]:
    """Findings with codes, messages and ids, in the order of the drafts."""
    ids = IdMaker()
    out = []
    for draft in drafts:
        code = BY_NAME[draft.name]
        key = (*draft.key, *draft.records)
        out.append(
            Finding(
                id=ids(draft.name, *(key or [str(v) for v in draft.params.values()])),
                code=code.code,
                name=draft.name,
                severity=draft.severity or code.severity,
                origin=draft.origin,
                message=message(draft.name, draft.params, systemic=draft.systemic),
                params=dict(draft.params),
                refs=tuple(draft.refs),
                records=tuple(draft.records),
                link=draft.link,
                group=draft.group,
                suggestion=draft.suggestion,
                systemic=draft.systemic,
            )
        )
    return tuple(out)


def group_id(name: str, *parts: object) -> str:
    """The id of a group of findings that are one problem to the reader."""
    return f"{name}-{content_id(name, *parts)}"
