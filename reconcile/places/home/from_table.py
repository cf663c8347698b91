"""The home country's places from a reviewed table of its administrative units.

`data/home/<country>.tsv` holds the units down to counties and districts, and
`data/home/<country>-admin1.tsv` the gazetteer's codes of the provinces. Smaller places come from
the gazetteer. Nothing here knows a country but through these tables.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from reconcile.datafiles import data_file, rows
from reconcile.places.home.base import (
    BRACKET,
    HOME_LEVELS,
    HomeLevel,
    HomePlace,
    HomePlaces,
    without_country,
)
from reconcile.places.placename import place_name
from reconcile.scripts import fold, has_han

# What a suffix says of the level, longest first; used when the full name is not in the table.
_SUFFIXES: tuple[tuple[str, tuple[HomeLevel, ...]], ...] = (
    ("特别行政区", ("municipality",)),
    ("自治区", ("province",)),
    ("自治州", ("prefecture",)),
    ("自治县", ("county",)),
    ("自治旗", ("county",)),
    ("直辖市", ("municipality",)),
    ("地区", ("prefecture", "prefecture-city")),
    ("新区", ("district",)),
    ("省", ("province",)),
    ("市", ("municipality", "prefecture-city", "county-city", "district")),
    ("州", ("prefecture",)),
    ("盟", ("prefecture", "prefecture-city")),
    ("县", ("county", "county-city", "district")),
    ("旗", ("county",)),
    ("区", ("district", "province", "municipality")),
    ("镇", ("town",)),
    ("乡", ("town",)),
)
_LONGEST = 40
"""Characters of the longest names that are looked up part by part."""
_BLANKS = re.compile(r"\s")
_TOWN = re.compile("(街道|[镇乡村])$")
_EN_WORDS = re.compile(
    r" (City|County|District|Prefecture|Province|New Area|League|Municipality|"
    r"Autonomous (Prefecture|County|Region))$"
)
_EN_LEVELS: dict[str, tuple[HomeLevel, ...]] = {
    "City": ("municipality", "prefecture-city", "city", "county-city"),
    "County": ("county",),
    "District": ("district",),
    "Prefecture": ("prefecture",),
    "Province": ("province",),
    "Municipality": ("municipality", "prefecture-city"),
}
"""What an English level word says, where a name is that of places of several levels."""
_AUTONOMOUS: dict[str, HomeLevel] = {"Region": "province", "Prefecture": "prefecture"}
"""What is autonomous, but for counties and banners, and its level."""
_DASH = re.compile(r"(?<!\s)\s++[–—-]\s+")


def _level(text: str) -> HomeLevel:
    for level in HOME_LEVELS:
        if level == text:
            return level
    raise ValueError(text)


class TabledPlaces(HomePlaces):
    """The places of one home country, as its table lists them."""

    complete = True

    def __init__(self, country: str) -> None:
        super().__init__(country)
        table = f"home/{country.lower()}"
        self._admin1 = {row["code"]: row["province"] for row in rows(f"{table}-admin1.tsv")}
        self._zh: dict[str, list[HomePlace]] = {}
        self._full: dict[str, list[HomePlace]] = {}
        self._en: dict[str, list[HomePlace]] = {}
        self._children: dict[str, list[HomePlace]] = {}
        self._provinces: dict[str, str] = {}
        for row in rows(f"{table}.tsv"):
            self._add(row)

    def _add(self, row: dict[str, str]) -> None:
        level, also = _level(row["level"]), tuple(filter(None, row["also"].split("|")))
        place = HomePlace(
            row["zh"], row["full"], row["en"], level, row["province"], row["parent"] or None, also
        )
        self._full.setdefault(place.full, []).append(place)
        for name in {place.zh, place.full, *filter(has_han, also)}:
            self._zh.setdefault(name, []).append(place)
        for key in {fold(place.en), *(fold(n) for n in also if not has_han(n))}:
            self._en.setdefault(key, []).append(place)
        self._children.setdefault(place.province, []).append(place)
        if level in ("province", "municipality") and not place.parent:
            for name in (place.full, place.zh):
                self._provinces[name] = place.province

    def find(self, zh: str) -> tuple[HomePlace, ...]:
        """Every place that a Chinese name can mean, larger units first.

        `武威市涼州區` and `佛山市南海區` name a part with what it is part of; there one wrong
        character is forgiven if only one part of that city is meant.
        """
        text = self._whole(zh)
        return _by_rank(self._named(text) or self._part(text) or self._from_gazetteer(text))

    def spellings(self, *, han: bool) -> Collection[str]:
        """The names of the table."""
        return tuple(self._full if han else self._en)

    def _whole(self, zh: str) -> str:
        """A name simplified, behind the division that a bracket states: 台州市（浙江省）."""
        text = _BLANKS.sub("", place_name(zh).simple)
        match = BRACKET.match(text)
        if match is None:
            return text
        return (match["inside"] if self.province(match["inside"]) else "") + match["name"]

    def _named(self, text: str) -> list[HomePlace]:
        if text in self._full:
            return self._full[text]
        if text in self._zh:
            return self._zh[text]
        for suffix, levels in _SUFFIXES:
            if text.endswith(suffix) and (found := self._zh.get(text[: -len(suffix)])):
                fitting = [p for p in found if p.level in levels]
                return fitting or (found if "district" in levels else [])
        return []

    def _part(self, text: str) -> list[HomePlace]:
        if len(text) > _LONGEST:
            return []
        for cut in range(len(text) - 1, 1, -1):
            wholes = self._named(text[:cut])
            inside = [part for whole in wholes for part in self._inside(whole)]
            rest = text[cut:]
            if not inside:
                continue
            found = [p for p in self._named(rest) or self._part(rest) if p in inside]
            found = found or _one_character_off(rest, inside)
            if found:
                return found
        return []

    def _inside(self, whole: HomePlace) -> list[HomePlace]:
        all_of_it = self._children.get(whole.province, [])
        if whole.level in ("province", "municipality"):
            return [p for p in all_of_it if p is not whole]
        return [p for p in all_of_it if p.parent == whole.en]

    def _from_gazetteer(self, text: str) -> list[HomePlace]:
        found = []
        for place in place_name(text).places:
            code = place.admin1 if place.country == self.country else place.country
            if province := self._admin1.get(code):
                zh = _TOWN.sub("", place.alias) or place.alias
                found.append(HomePlace(zh, place.alias, place.name, "town", province, None))
        return found

    def find_en(self, name: str) -> tuple[HomePlace, ...]:
        """Every place that an English block title can mean: `Suzhou, Jiangsu`, `Wuxi – Binhu`."""
        name = without_country(name.strip(), self.country)
        if match := BRACKET.match(name):
            placed = self.find_en(f"{match['name']}, {match['inside']}")
            apart = placed or self.province(match["inside"])
            return placed if apart else self.find_en(match["name"])
        whole, *part = _DASH.split(name, maxsplit=1)
        if part:
            return tuple(p for p in self.find_en(part[0]) if self._belongs(p, whole))
        head, _, province = (x.strip() for x in name.partition(","))
        found = self._en.get(fold(head)) or self._without_level(head)
        if "'" in head or "’" in head:  # Xi'an is not Xian
            found = [p for p in found if "'" in p.en] or found
        if province:
            found = [p for p in found if fold(province) in (fold(p.province), fold(p.parent or ""))]
        return _by_rank(found)

    def _without_level(self, head: str) -> list[HomePlace]:
        """The places of a title with its level: Dali Bai Autonomous Prefecture, Tang County."""
        stem, autonomous, kind = head.partition(" Autonomous ")
        if not autonomous:
            word = _EN_WORDS.search(head)
            found = self._en.get(fold(_EN_WORDS.sub("", head)), [])
            levels = _EN_LEVELS.get(word[1], ()) if word else ()
            return [p for p in found if p.level in levels] or found
        words = stem.split()
        names = (fold(" ".join(words[:n])) for n in range(len(words), 0, -1))
        found = next(filter(None, (self._en.get(name) for name in names)), [])
        return [p for p in found if p.level == _AUTONOMOUS.get(kind, "county")]

    def _belongs(self, part: HomePlace, whole: str) -> bool:
        return fold(whole) in (fold(part.parent or ""), fold(part.province))

    def province(self, text: str) -> str | None:
        """The English name of the province that a heading names or lies in.

        Also inside a sentence: 广东省以及广东省辖下城市的友好城市.
        """
        if not has_han(text):
            places: Iterable[HomePlace] = self.find_en(text)
        else:
            text = place_name(text).simple
            places = self._named(text) or self._part(text)
        if places := _by_rank(places):
            largest = {p.province for p in places if p.level == places[0].level}
            return largest.pop() if len(largest) == 1 else None
        named = [(text.index(n), -len(n), p) for n, p in self._provinces.items() if n in text]
        return min(named)[2] if named else None

    def is_home(self, text: str) -> bool:
        """Whether a Han text is plausibly a place of the home country."""
        simple = self._whole(text)
        if self._named(simple) or self._part(simple):
            return True
        return bool(_TOWN.search(simple) and self._from_gazetteer(simple))


def tabled_countries() -> tuple[str, ...]:
    """The ISO codes of the countries that `data/home/` has a table for."""
    files = data_file("home").iterdir()
    stems = (p.name.removesuffix(".tsv") for p in files if p.name.endswith(".tsv"))
    return tuple(sorted(s.upper() for s in stems if "-" not in s))


@cache
def tabled_places(country: str) -> TabledPlaces:
    """The places of a country that has a table; read once per process."""
    return TabledPlaces(country)


def _by_rank(places: Iterable[HomePlace]) -> tuple[HomePlace, ...]:
    return tuple(sorted(dict.fromkeys(places), key=lambda p: HOME_LEVELS.index(p.level)))


def _one_character_off(text: str, places: Iterable[HomePlace]) -> list[HomePlace]:
    """The only place whose full name differs from `text` in one character, or nothing."""
    near = [
        p
        for p in places
        if len(p.full) == len(text) >= 3
        and p.full[-1] == text[-1]
        and sum(a != b for a, b in zip(p.full, text, strict=True)) == 1
    ]
    return near if len(near) == 1 else []
