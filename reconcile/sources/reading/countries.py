"""The countries that a piece of text states: as a whole, at its start or end, or by a flag."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.places.countries import CountryName, find_code, territory_of
from reconcile.places.country_in_text import country_prefix, country_suffix
from reconcile.places.placename import place_name
from reconcile.sources.inline import Inline, Span

CITY_STATES = ("SG", "MC", "SM", "VA", "HK", "MO")
"""ISO codes of countries and territories that are their own city."""
_CALLED_AS_CITY = ("LU", "DJ", "KW")
"""ISO codes of countries with other cities than the one that is called as they are."""
_NAME = re.compile(r"[\u3400-\u9fff·]+|[^\W\d\u3400-\u9fff](?:[^\W\u3400-\u9fff]|[ .'-])+")


@dataclass(frozen=True, slots=True)
class StatedCountry:
    """A country, and the part of the text that names it."""

    country: CountryName
    span: Span


def country_of(text: str) -> CountryName | None:
    """The country that the whole text names."""
    return place_name(text).named_country


def sure_country(text: str) -> CountryName | None:
    """The same, if no letter is wrong: a text one letter away may be a name of its own."""
    country = country_of(text)
    return None if country is None or country.form == "misspelt" else country


def country_at_start(text: str) -> StatedCountry | None:
    """The country that a Chinese text begins with: 日本草加市. None where the whole is a place."""
    found = country_prefix(text)
    return StatedCountry(found[0], Span(0, found[1])) if found else None


def country_at_end(text: str) -> StatedCountry | None:
    """The country behind the last commas, those included: `Sheffield, England, United Kingdom`."""
    found = country_suffix(text)
    return StatedCountry(found[0], Span(found[1], len(text))) if found else None


def country_within(text: str) -> CountryName | None:
    """The country among other words: `Japan 日本`, `England, United Kingdom`, `日本（Japan）`."""
    if found := country_of(text):
        return found
    if tail := country_at_end(f"-, {text}"):
        return tail.country
    named = [c for name in _NAME.findall(text) if (c := country_of(name.strip()))]
    return named[0] if len({c.iso for c in named}) == 1 else None


def flag_country(content: Inline) -> CountryName | None:
    """The country of the first flag that a text shows, by its name or code."""
    for flag in content.flags:
        if found := country_of(flag.name):
            return found
        if code := find_code(flag.name):
            return CountryName(code.iso, "short", flag.name)
    return None


def may_be_partner(country: CountryName | None) -> bool:
    """Whether the name of a country may stand in a partner's place: 新加坡, 盧森堡, 關島.

    That is a country called as its city, or a territory; Taiwan is named for its cities alone.
    """
    if country is None or country.iso == "TW":
        return False
    own = country.iso in (*CITY_STATES, *_CALLED_AS_CITY)
    return own or territory_of(country.iso) is not None
