"""The names that a list states, each with where it stands, what it names and where it links to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reconcile.checks.lists import LinkedLists
from reconcile.models import PageLink, ParsedSource, Record, Side, SourceRef
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import Script, to_traditional

Role = Literal["section", "host", "country", "partner"]
HAN_WRITING = frozenset(("CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN"))
"""Countries whose own names are written in Chinese characters, today or in former times."""
LEVEL_ENDS = "省市县区州盟旗"
"""Last characters of full names of home places, simplified; in 梅县 it belongs to the name."""
MAJORITY = 0.7
"""The share of names from which a list is in one script."""


_FILE = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)


def page_title(target: str | None) -> str | None:
    """The title of the page that a link leads to; None for other addresses, such as /en/lyon."""
    if target is None or "://" in target or target.startswith("/") or _FILE.search(target):
        return None
    return target


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
    def place(self) -> PlaceName:
        """The name, as that of a place in the country."""
        return place_name(self.text, self.country)

    @property
    def records(self) -> tuple[str, ...]:
        """The record that the name belongs to, if it is not one of many."""
        return (self.record.id,) if self.record else ()

    @property
    def host(self) -> str:
        """The host whose row states the name; empty for the name of a host itself."""
        return self.record.host if self.record else ""


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
        return tuple(x for x in self._by_line[line] if start <= x.label.column < end)

    def target(self, ref: SourceRef) -> str | None:
        """The page that the last link inside a span leads to."""
        links = self.links_in(ref.line, ref.column, ref.end_column)
        return links[-1].target if links else None

    @cached_property
    def _by_line(self) -> defaultdict[int, list[PageLink]]:
        found: defaultdict[int, list[PageLink]] = defaultdict(list)
        for link in self.source.links:
            found[link.label.line].append(link)
        return found

    @cached_property
    def is_of_wiki(self) -> bool:
        """Whether the source is a page of a wiki: its links name pages, not addresses."""
        page = self.source.document.page is not None
        return page or any(page_title(link.target) for link in self.source.links)

    @cached_property
    def majority(self) -> tuple[Script, float]:
        """The script of most names, and its share; `both` where no script has most."""
        scripts = [n.place.script for n in self.all]
        traditional, simplified = scripts.count("traditional"), scripts.count("simplified")
        if not traditional + simplified:
            return "both", 1.0
        share = max(traditional, simplified) / (traditional + simplified)
        if share < MAJORITY:
            return "both", share
        return ("traditional" if traditional > simplified else "simplified"), share

    def in_majority_script(self, text: str) -> str | None:
        """A name in the script of most names; None where no script has most."""
        script = self.majority[0]
        if script == "both":
            return None
        return to_traditional(text) if script == "traditional" else place_name(text).simple

    def written(self, simplified: str) -> str:
        """A simplified name as the list would write it: Traditional where most of its names are."""
        return to_traditional(simplified) if self.majority[0] == "traditional" else simplified


def _only_country(text: str) -> str | None:
    """The country of a division by a name that no other country has, level word and all."""
    name = place_name(text)
    found = {region.iso for region in name.regions} if name.level else set()
    return found.pop() if len(found) == 1 else None
