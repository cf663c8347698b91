"""What one entry states: country, parent, partner, date and notes inside one piece of text.

An entry of a Chinese list is read by `chinese_entry`, one of an English list by `english_entry`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reconcile.dates import DateText
from reconcile.places.countries import CountryCode, CountryName, related
from reconcile.places.placename import place_name
from reconcile.sources.inline import Inline, Span, trim
from reconcile.sources.reading.brackets import Phrase
from reconcile.sources.reading.countries import StatedCountry

CountryRule = Callable[[Inline, str, Span], "NamedPart | None"]
"""Looks for the country of an entry in a span of its text, in one of the ways to state it."""
LONGEST_ENTRY = 5_000
"""Characters of an entry or cell that is looked into; a longer one names nothing."""
BETWEEN = re.compile(r"\s*[·・‧•，,/、\n]\s*|\s+")
"""What may stand between a name and that of the place it lies in."""


@dataclass(frozen=True, slots=True)
class NamedPart:
    """The country of an entry, and where the name stands; `region` is a parent stated with it."""

    country: StatedCountry | None
    name: Span
    region: str | None = None


def first_country(
    rules: Sequence[CountryRule], inline: Inline, text: str, whole: Span
) -> NamedPart:
    """The country of an entry by the first rule that finds one; `text` has no annotations."""
    found = (part for rule in rules if (part := rule(inline, text, whole)))
    return next(found, NamedPart(None, whole))


@dataclass(frozen=True, slots=True)
class EntryReading:
    """The parts of one entry; spans refer to the displayed text of `content`.

    `partner` is the displayed name with its parent and without notes, empty where there is none;
    `name` the partner alone.
    """

    content: Inline
    partner: str
    name: str
    name_span: Span
    parent: str | None = None
    target: str | None = None
    disambiguator: str | None = None
    country: CountryName | None = None
    country_text: str | None = None
    country_span: Span | None = None
    code: CountryCode | None = None
    date: DateText | None = None
    notes: tuple[Phrase, ...] = ()
    ended: bool = False

    @classmethod
    def without_name(cls, content: Inline) -> EntryReading:
        """The reading of a text that states nothing."""
        return cls(content, "", "", Span(0, 0))

    @property
    def iso(self) -> str | None:
        """The ISO code of the country."""
        return self.country.iso if self.country else None

    def as_place(self) -> EntryReading:
        """The same, where the text names a place even if it is called as a country: 新加坡."""
        if self.name:
            return self
        return self.named_by(self.country_span or trim(self.content.text))

    def in_country(self, country: CountryName) -> EntryReading:
        """The same in a row that states its country: 沙特尔 is no 尔 in Saudi Arabia there.

        What stands before a name is a country of its own only where the name is a place of it;
        what stands behind it only where it is no state of the country: Dalton, Georgia.
        """
        own, span, name = self.country, self.country_span, self.name_span
        if own is None or span is None or related(own.iso, country.iso):
            return self
        if name.end <= span.start and place_name(self.country_text or "", country.iso).regions:
            return self.named_by(Span(name.start, span.end)).without_country()
        if span.end != name.start:
            return self
        if any(place.country == own.iso for place in place_name(self.name).places):
            return self
        return self.named_by(Span(span.start, name.end)).without_country()

    def without_country(self) -> EntryReading:
        """The same, where what was taken for a country is part of the name."""
        return replace(self, country=None, country_text=None, country_span=None)

    def named_by(self, span: Span) -> EntryReading:
        """The same, where `span` of the text is the partner's name."""
        name = span.of(self.content.text)
        return replace(self, partner=name, name=name, name_span=span)


def may_lie_in(entry: EntryReading, country: CountryName) -> bool:
    """Whether the partner of an entry can be a place of a country, by all that is known of it."""
    if entry.country is not None:
        return entry.country.iso == country.iso
    known = {place.country for place in place_name(entry.name).places}
    return not known or country.iso in known


def is_region(name: str, iso: str | None) -> bool:
    """Whether a part of an entry is a first-level division, by its name or its level word."""
    last = place_name(BETWEEN.split(name)[-1], iso)
    if last.han and last.kind == "region":
        return True
    nation = last.named_country
    regions = any(r.kind == "region" and (r.bare or last.simple in r.zh) for r in last.regions)
    return len(last.text) > 1 and (regions or (nation is not None and nation.form == "nation"))
