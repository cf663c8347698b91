"""The home country's own places: what the hosts of a list of its twin towns are.

Any country can be the home country. One that `data/home/` has a table for is known down to its
counties and districts (`from_table`); of any other the gazetteer, the exonyms and the regions tell
(`from_gazetteer`).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reconcile.places.country_in_text import country_suffix
from reconcile.places.placename import place_name

HomeLevel = Literal[
    "province",
    "municipality",
    "prefecture-city",
    "prefecture",
    "city",
    "county-city",
    "county",
    "district",
    "town",
]
_SHORTEST = {True: 3, False: 5}
"""So many characters a Han name, and a Latin one, has at least to be known with one slip."""
HOME_LEVELS: tuple[HomeLevel, ...] = (
    "province",
    "municipality",
    "prefecture-city",
    "prefecture",
    "city",
    "county-city",
    "district",
    "county",
    "town",
)
"""The levels, larger units first."""
AREAS: tuple[HomeLevel, ...] = ("province", "prefecture")
"""Levels of areas, which a list of cities does not cover."""

Scope = Literal["cities", "all"]
"""Which hosts a list covers: cities (and smaller places) alone, or areas such as provinces too."""


@dataclass(frozen=True, slots=True)
class HomePlace:
    """A place of the home country.

    `zh` is simplified and without suffix, `full` with it; a place that is only known by its
    English name has neither. `parent` is the English name of the larger unit that it belongs to
    (in China the prefecture-level one); `province` that of the first-level division, empty where
    it is not known; `also` are other names, mostly of old, or abbreviated.
    """

    zh: str
    full: str
    en: str
    level: HomeLevel
    province: str
    parent: str | None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChineseHost:
    """A host's name in Chinese without its parent and bracket; `province` in English, or empty."""

    name: str
    parent: str | None
    province: str


BRACKET = re.compile(r"^(?P<name>[^()（）]*[^()（）\s])\s*[(（](?P<inside>[^()（）]+)[)）]$")
"""A name with a bracket behind it: 春田（伊利諾伊州）, Taizhou (Zhejiang)."""


def without_country(title: str, country: str) -> str:
    """An English title without the country that it ends in: `Chicago, Illinois, USA`."""
    found = country_suffix(title)
    return title[: found[1]] if found and found[0].iso == country else title


class HomePlaces(ABC):
    """The places of one home country, by Chinese and by English name."""

    complete = False
    """Whether every place that can be a host is known: one that is not found is none."""

    def __init__(self, country: str) -> None:
        self.country = country

    @abstractmethod
    def find(self, zh: str) -> tuple[HomePlace, ...]:
        """Every place that a Chinese name can mean, the likeliest or largest first."""

    def read(self, zh: str) -> ChineseHost:
        """What a host's name consists of; one that `find` knows whole is not taken apart."""
        return ChineseHost(re.sub(r"\s", "", zh), None, "")

    def city_names(self, zh: str) -> list[str]:
        """The Latin names of the cities that a Chinese name can mean, the likeliest first."""
        return [p.en for p in self.find(zh) if p.en]

    @property
    def cities(self) -> dict[str, int]:
        """The country's cities that may be hosts unknown to `find`, with their inhabitants."""
        return {}

    @abstractmethod
    def find_en(self, name: str) -> tuple[HomePlace, ...]:
        """Every place that an English block title can mean: `Suzhou, Jiangsu`, `Wuxi – Binhu`."""

    @abstractmethod
    def province(self, text: str) -> str | None:
        """The English name of the first-level division that a heading names or lies in."""

    @abstractmethod
    def is_home(self, text: str) -> bool:
        """Whether a Han text is plausibly a place of the home country."""

    def is_nearly_home(self, text: str) -> bool:
        """Whether a text is one slip away from the name of a home place: 夏门市, Nanjng."""
        name = place_name(text)
        if name.han and name.level is None:
            return False
        key = name.simple if name.han else name.folded
        names = self.spellings(han=name.han) if len(key) >= _SHORTEST[name.han] else ()
        return process.extractOne(key, names, scorer=OSA.distance, score_cutoff=1) is not None

    @abstractmethod
    def spellings(self, *, han: bool) -> Collection[str]:
        """The names of the home places: simplified with their level word, or folded Latin."""

    def may_be_host(self, text: str) -> bool:
        """Whether a Han text that stands where a host would can be one, by its name alone."""
        return self.is_home(text)

    def areas(self, title: str) -> frozenset[HomeLevel]:
        """The levels of area that an English block title means; none where a city may be meant."""
        found = {p.level for p in self.find_en(title)}
        if place_name(title, self.country).kind == "region":
            return frozenset(found & set(AREAS)) or frozenset({AREAS[0]})
        return frozenset(found) if found <= set(AREAS) else frozenset()
