"""The names that a list states, each with where it stands, what it names and where it links to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reconcile.checks.lists import LinkedLists
from reconcile.models import PageLink, ParsedSource, Record, Side, SourceRef
from reconcile.places.levels import find_region, split_level
from reconcile.scripts import Script, script_of

Role = Literal["section", "host", "country", "partner"]
HAN_WRITING = frozenset(("CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN"))
"""Countries whose own names are written in Chinese characters, today or in former times."""
MAJORITY = 0.7
"""The share of names from which a list is in one script."""
BRACKET = re.compile(r"\s*[（(].*?[)）]\s*$")
"""What tells namesakes apart at the end of a page's title."""


@dataclass(frozen=True, slots=True)
class StatedName:
    """One name. `country` is the ISO code of where it lies, `target` the page that it links to."""

    role: Role
    text: str
    ref: SourceRef
    country: str | None = None
    target: str | None = None
    record: Record | None = None

    @property
    def records(self) -> tuple[str, ...]:
        """The record that the name belongs to, if it is not one of many."""
        return (self.record.id,) if self.record else ()


@dataclass(frozen=True)
class StatedNames:
    """The names of one source."""

    lists: LinkedLists
    source: ParsedSource

    @cached_property
    def all(self) -> tuple[StatedName, ...]:
        """Every name once, by kind."""
        return (*self.sections, *self.hosts, *self.countries, *self.partners)

    @property
    def side(self) -> Side:
        """The side of the source: `zh` or `en`."""
        return self.source.document.side

    @cached_property
    def sections(self) -> tuple[StatedName, ...]:
        """The titles of the sections."""
        home = self.lists.home.country
        return tuple(StatedName("section", s.title, s.ref, home) for s in self.source.sections)

    @cached_property
    def hosts(self) -> tuple[StatedName, ...]:
        """The host of each block."""
        home = self.lists.home.country
        blocks = (b for b in self.source.blocks if b.host)
        return tuple(StatedName("host", b.host, b.ref, home, self.target(b.ref)) for b in blocks)

    @cached_property
    def countries(self) -> tuple[StatedName, ...]:
        """The countries beside the partners."""
        return tuple(
            StatedName(
                "country", r.country_text, r.country_ref, r.country, self.target(r.country_ref), r
            )
            for r in self.source.records
            if r.country_text and r.country_ref
        )

    @cached_property
    def partners(self) -> tuple[StatedName, ...]:
        """The partners, each with the country that its row or its counterpart states."""
        return tuple(
            StatedName("partner", r.name, r.partner_ref, self._country(r), r.target, r)
            for r in self.source.records
        )

    def _country(self, record: Record) -> str | None:
        stated = self.lists.country_of(record)
        return stated or (_only_country(record.name) if self.side == "zh" else None)

    def links_in(self, line: int, start: int, end: int) -> tuple[PageLink, ...]:
        """The links whose text stands within some columns of a line."""
        return tuple(x for x in self._by_line.get(line, ()) if start <= x.label.column < end)

    def target(self, ref: SourceRef) -> str | None:
        """The page that the last link inside a span leads to."""
        links = self.links_in(ref.line, ref.column, ref.end_column)
        return links[-1].target if links else None

    @cached_property
    def _by_line(self) -> dict[int, list[PageLink]]:
        found: dict[int, list[PageLink]] = {}
        for link in self.source.links:
            found.setdefault(link.label.line, []).append(link)
        return found

    @cached_property
    def majority(self) -> tuple[Script, float]:
        """The script of most names, and its share; `both` where no script has most."""
        scripts = [script_of(n.text) for n in self.all]
        traditional, simplified = scripts.count("traditional"), scripts.count("simplified")
        if not traditional + simplified:
            return "both", 1.0
        share = max(traditional, simplified) / (traditional + simplified)
        if share < MAJORITY:
            return "both", share
        return ("traditional" if traditional > simplified else "simplified"), share


def _only_country(name: str) -> str | None:
    """The country of a division by a name that no other country has, level word and all."""
    if split_level(name)[1] is None:
        return None
    found = {region.iso for region in find_region(name)}
    return found.pop() if len(found) == 1 else None
