"""The names stage: a name that a list states, understood once.

Whoever holds a name (a cell, a record, a rule, a heading) asks it for what it needs, and no module
above analyses a name by itself. What nobody asks for is not worked out: most cells are no places.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from reconcile.places.countries import CountryName
from reconcile.places.country_in_text import find_country
from reconcile.places.endonyms import other_names
from reconcile.places.exonyms import Exonym, exonyms
from reconcile.places.facilities import Facility, facility
from reconcile.places.gazetteer import Place, alias_key, lookup, named
from reconcile.places.levels import (
    Level,
    Region,
    english_level,
    english_parent,
    find_region,
    split_level,
    split_parent,
)
from reconcile.scripts import Script, fold, has_han, script_of, to_simplified

KEPT = 32_768
"""So many names are remembered: all of a list of some ten thousand rows."""


@dataclass(frozen=True)
class PlaceName:
    """A name, and what the tables know of it when it is read as that of a place in `country`.

    `country` is an ISO 3166-1 alpha-2 code; without one the name is read as that of a place
    anywhere. Made by `place_name`, which hands out one value for each name and country.
    """

    text: str
    country: str | None = None

    @cached_property
    def han(self) -> bool:
        """Whether any of it is Chinese."""
        return has_han(self.text)

    @cached_property
    def script(self) -> Script:
        """Which of the two Chinese scripts its characters tell."""
        return script_of(self.text)

    @cached_property
    def simple(self) -> str:
        """The name in simplified characters."""
        return to_simplified(self.text)

    @cached_property
    def folded(self) -> str:
        """Its ASCII letters and digits alone, in lower case."""
        return fold(self.text)

    @cached_property
    def key(self) -> str:
        """What the tables file a Chinese name under: simplified, without hyphens, dots, spaces."""
        return alias_key(self.text)

    @cached_property
    def _split(self) -> tuple[str, Level | None]:
        return (split_level if self.han else english_level)(self.text, self.country)

    @property
    def stem(self) -> str:
        """The name without its level word and bracket: 薩馬拉州 → 薩馬拉, Canton of Bern → Bern."""
        return self._split[0]

    @property
    def level(self) -> Level | None:
        """The administrative level that the name states."""
        return self._split[1]

    @property
    def kind(self) -> str | None:
        """The kind of the level that the name states, one of `levels.LEVELS`."""
        return self.level.kind if self.level else None

    @cached_property
    def bare(self) -> PlaceName:
        """The name without its level word, as a name of its own."""
        return place_name(self.stem, self.country)

    @cached_property
    def _nested(self) -> tuple[str | None, str]:
        if self.han:
            return split_parent(self.text, self.country)
        return english_parent(self.text), self.text

    @property
    def parent(self) -> str | None:
        """What the name places it in: 首爾 of 首爾鍾路區, Daegu of Dong (Daegu)."""
        return self._nested[0]

    @property
    def part(self) -> str:
        """A Chinese name without its parent: 鍾路區 of 首爾鍾路區. Others stay whole."""
        return self._nested[1]

    @cached_property
    def facility(self) -> Facility | None:
        """What the name is that of, if not of a town: an airport, a university.

        Of a lake or port only where the tables do not have the name itself, as that of a town or
        division (斯坦利港), and have what a Chinese one is called after (溫哥華 of 溫哥華島).
        """
        found = facility(self.text)
        if found is None or found.sure:
            return found
        if self.places_there or self.known_there or self.regions or self.exonyms:
            return None
        after = place_name(found.of, self.country)
        return found if not self.han or after.places_there or after.exonyms else None

    @cached_property
    def named_country(self) -> CountryName | None:
        """The country, territory or nation that the whole text names."""
        return find_country(self.text)

    def country_in(self, script: Script) -> CountryName | None:
        """The same, with its standard name in the script of the document that states it."""
        return find_country(self.text, script)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The states, provinces and départements that it can mean."""
        return find_region(self.text, self.country)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places of the gazetteer that a Chinese name can mean, anywhere, the largest first."""
        return lookup(self.text)

    @property
    def places_there(self) -> tuple[Place, ...]:
        """Those of the places that are in the country; all of them where none is given."""
        return tuple(p for p in self.places if self.country in (None, p.country))

    @cached_property
    def known_there(self) -> tuple[Place, ...]:
        """The same, for a Latin name those whose main name it is; none without a country."""
        if self.han or self.country is None:
            return self.places_there if self.country else ()
        return tuple(named(self.text, self.country))

    @cached_property
    def exonyms(self) -> tuple[Exonym, ...]:
        """The entries of the reviewed table for a Chinese name, in any country."""
        return exonyms(self.text)

    @cached_property
    def other_names(self) -> tuple[str, ...]:
        """Other Latin names of the same place in the country: Köln of Cologne."""
        return other_names(self.text, self.country)

    def in_country(self, country: str | None) -> PlaceName:
        """The same name, read as that of a place in another country."""
        return self if country == self.country else place_name(self.text, country)


@lru_cache(maxsize=KEPT)
def place_name(text: str, country: str | None = None) -> PlaceName:
    """The name `text` of a place in `country` (ISO 3166-1 alpha-2, None for anywhere).

    This is the one place where names are remembered: the same text gives the same value, with all
    that was worked out of it.
    """
    return PlaceName(text, country)
