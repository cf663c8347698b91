"""What the checks look at, and how they say what they found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcile.catalogue import BY_NAME
from reconcile.models import (
    Block,
    Finding,
    HostMatch,
    IdMaker,
    Link,
    Origin,
    ParsedSource,
    PartnerlessRow,
    Record,
    Section,
    Severity,
    SourceRef,
    Verdict,
    content_id,
)
from reconcile.places.home import HomePlaces


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
    """Chinese record id → id of the record that states the same agreement and stands for both."""
    kept_apart: Mapping[str, tuple[str, str]]
    """Record id → (rule id, id of the record that the rule says it is not)."""
    verdicts: tuple[Verdict, ...] = ()

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
    params: Mapping[str, str | int | float]
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
        template = code.systemic if draft.systemic and code.systemic else code.template
        out.append(
            Finding(
                id=ids(draft.name, *(key or [str(v) for v in draft.params.values()])),
                code=code.code,
                name=draft.name,
                severity=draft.severity or code.severity,
                origin=draft.origin,
                message=template.format(**draft.params),
                params=dict(draft.params),
                refs=tuple(draft.refs),
                records=tuple(draft.records),
                link=draft.link,
                group=draft.group,
                suggestion=draft.suggestion,
            )
        )
    return tuple(out)


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,407 rows`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def group_id(name: str, *parts: object) -> str:
    """The id of a group of findings that are one problem to the reader."""
    return f"{name}-{content_id(name, *parts)}"
