"""The two lists as reading, rules and matching leave them: what verdicts and checks look at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from reconcile.matching.mates import mates_of
from reconcile.models import (
    Block,
    HostMatch,
    Link,
    Origin,
    ParsedSource,
    PartnerlessRow,
    Record,
    Section,
    Side,
)
from reconcile.places.home.base import AREAS, HomeLevel, HomePlaces, Scope

_LONG_LIST = 30
"""From so many dates on, the last one tells when a list was written."""
_MANY_GAPS = 5
"""In so many mean gaps between its dates, a list would have one more with 99 % (1 - e^-5)."""


@dataclass(frozen=True)
class LinkedLists:
    """What is known of the two lists before anything is said about them."""

    sources: tuple[ParsedSource, ...]
    hosts: Mapping[str, HostMatch]
    """Record id → what its host stands for in the other list."""
    links: tuple[Link, ...]
    open_pairs: tuple[Link, ...]
    """Likely pairs of records that were not linked."""
    home: HomePlaces
    as_of: str
    """The ISO date that counts as today."""
    repeats: Mapping[str, str] = field(default_factory=dict)
    """Record id → id of the record of its side that states the same and stands for both."""
    kept_apart: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Record id → (rule id, id of the record that the rule says it is not)."""
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
    def hostless(self) -> bool:
        """Whether neither list has hosts: their rows are compared by country and name alone."""
        return not any(r.host for r in self.by_id.values())

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """Record id → record."""
        return {r.id: r for s in self.sources for r in s.records}

    def rows_of(self, link: Link) -> tuple[Record, Record]:
        """The Chinese and the English record of a link."""
        return self.by_id[link.zh], self.by_id[link.en]

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
    def unlike_mates(self) -> dict[str, Record]:
        """Record id → the record of its row in the other language, where the two are not linked."""
        linked = {(link.zh, link.en) for link in self.links}
        apart = ((z, e) for z, e in mates_of(self.sources).items() if (z, e.id) not in linked)
        pairs = [(self.by_id[z], e) for z, e in apart]
        return {own.id: other for z, e in pairs for own, other in ((z, e), (e, z))}

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
                for record in self.en_records_of(self._block_of(row)):
                    if record.country == row.country and record.id not in self.link_of:
                        found.setdefault(record.id, row)
        return found

    def _block_of(self, row: PartnerlessRow) -> str | None:
        """The one English host that the records of the host of such a row stand for."""
        blocks = self._blocks_of.get((row.host, row.section), set())
        return next(iter(blocks)) if row.country is not None and len(blocks) == 1 else None

    @cached_property
    def _blocks_of(self) -> dict[tuple[str, str], set[str]]:
        """Chinese host and section → the English hosts that its records stand for."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for source in self.side("zh"):
            for record in source.records:
                if block := self.hosts[record.id].block:
                    found[record.host, record.section].add(block)
        return found

    def country_of(self, record: Record) -> str | None:
        """The country that a row states, or else that of its counterpart."""
        if record.country or (link := self.link_of.get(record.id)) is None:
            return record.country
        return self.by_id[link.en if record.side == "zh" else link.zh].country

    def en_records_of(self, block: str | None) -> list[Record]:
        """The English records of a host, by the id of its first block."""
        return self._en_rows.get(block, []) if block is not None else []

    @cached_property
    def _en_rows(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for source in self.side("en"):
            for record in source.records:
                found[self.en_host_of(record.block)].append(record)
        return dict(found)

    def en_host_of(self, block: str) -> str:
        """The English host that an English block belongs to: the id of its first block."""
        return self._en_host_of.get(block, block)

    @cached_property
    def _en_host_of(self) -> dict[str, str]:
        rows = (r for s in self.side("en") for r in s.records)
        return {r.block: self.hosts[r.id].block or r.block for r in rows}

    def rows_about(self, province: str | None, side: Side) -> int:
        """How many records of a side have hosts in a province."""
        return self._rows_about[province, side] if province else 0

    @cached_property
    def _rows_about(self) -> Counter[tuple[str | None, Side]]:
        rows = self.by_id.values()
        return Counter((self.hosts[r.id].province, r.side) for r in rows)

    def is_newer_than_other_side(self, record: Record) -> bool:
        """Whether a record is of later than the other side says that it is of."""
        return _is_later(record, self._stated_ends["en" if record.side == "zh" else "zh"])

    def is_probably_newer(self, record: Record) -> bool:
        """Whether a record is of later than the other side was written, as its dates tell."""
        return _is_later(record, self._ends["en" if record.side == "zh" else "zh"])

    @cached_property
    def _stated_ends(self) -> dict[str, date | None]:
        """The day of the latest revision of each side, where all its sources are pages with one."""
        return {
            "zh": _latest_revision(self.side("zh")),
            "en": _latest_revision(self.side("en")),
        }

    @cached_property
    def _ends(self) -> dict[str, date | None]:
        """The day by which each side was probably written, where most of its rows have a date.

        That is the last day that it states. A short list may have been written later: agreements
        come by chance, and one that has six in thirty years says nothing of the next ten.
        """
        return {
            "zh": _end([r for s in self.side("zh") for r in s.records]),
            "en": _end([r for s in self.side("en") for r in s.records]),
        }

    def side(self, side: Side) -> tuple[ParsedSource, ...]:
        """The sources of one side."""
        return tuple(s for s in self.sources if s.document.side == side)

    @cached_property
    def en_blocks(self) -> dict[str, Block]:
        """The English blocks by id."""
        return {b.id: b for s in self.side("en") for b in s.blocks}

    @cached_property
    def zh_hosts_of(self) -> dict[str, list[str]]:
        """English host → the Chinese hosts that stand for it, in source order."""
        found: dict[str, dict[str, None]] = {}
        for source in self.side("zh"):
            for record in source.records:
                match = self.hosts[record.id]
                if match.block is not None:
                    found.setdefault(match.block, {})[record.host] = None
        return {block: list(hosts) for block, hosts in found.items()}

    @cached_property
    def parts_of(self) -> dict[str, list[str]]:
        """English host → the Chinese hosts that are part of it, in source order."""
        found: dict[str, dict[str, None]] = {}
        for source in self.side("zh"):
            for record in source.records:
                if whole := self.hosts[record.id].part_of:
                    found.setdefault(whole, {})[record.host] = None
        return {whole: list(hosts) for whole, hosts in found.items()}

    def other_host(self, record: Record) -> str:
        """What the host of a record is called in the other list; empty where it is not there."""
        if record.side == "en":
            return "、".join(self.zh_hosts_of.get(self.en_host_of(record.block), ()))
        block = self.hosts[record.id].block
        return self.en_blocks[block].host if block is not None else ""

    @cached_property
    def sections_of(self) -> dict[str, list[Section]]:
        """Province (English) → the Chinese sections about it."""
        found: dict[str, list[Section]] = {}
        for source in self.side("zh"):
            for section in source.sections:
                if section.province:
                    found.setdefault(section.province, []).append(section)
        return found


def origin_of_bare_names(source: ParsedSource) -> Origin:
    """Where names and codes are at fault which a page may tell apart by its links and flags.

    A plain text with codes before its names is the extract of a page: its flags became codes, and
    its links were lost.
    """
    codes = ((r.code_ref, r.partner_ref) for r in source.records)
    flags = (
        source.document.lines[name.line - 1][code.end_column - 1 : name.column - 1].isspace()
        for code, name in codes
        if code is not None and code.line == name.line
    )
    return "copy" if not source.links and any(flags) else "page"


def _is_later(record: Record, end: date | None) -> bool:
    return record.date is not None and end is not None and record.date.first > end


def _latest_revision(sources: Sequence[ParsedSource]) -> date | None:
    """The day of the latest revision of some pages; None if any is no page or states none."""
    pages = [source.document.page for source in sources]
    times = [page.timestamp for page in pages if page is not None and page.timestamp]
    return date.fromisoformat(max(times)[:10]) if times and len(times) == len(pages) else None


def _end(rows: Sequence[Record]) -> date | None:
    """The day by which a list of these rows was written, as far as their dates tell."""
    dates = sorted(r.date.last for r in rows if r.date)
    if 2 * len(dates) <= len(rows) or not dates:
        return None
    if len(dates) >= _LONG_LIST:
        return dates[-1]
    if len(dates) == 1:
        return None
    gap = (dates[-1] - dates[0]) / (len(dates) - 1)
    return min(dates[-1], date.max - _MANY_GAPS * gap) + _MANY_GAPS * gap
