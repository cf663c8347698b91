"""The places of a home country that has no table: what the gazetteer, exonyms and regions tell.

They know the larger places, by Chinese name and by English one. What they do not know is not
refused: whether two hosts are one place is then for the names to say (`matching.hosts.names`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import cache, cached_property

from reconcile.names.readings import languages_of, latin_keys, readings
from reconcile.places.cities import ROMANIZED_LEVEL, cities_of
from reconcile.places.countries import is_continent, name_of
from reconcile.places.gazetteer import aliases, places_of
from reconcile.places.home.base import (
    BRACKET,
    ChineseHost,
    HomeLevel,
    HomePlace,
    HomePlaces,
    without_country,
)
from reconcile.places.home.from_table import tabled_countries, tabled_places
from reconcile.places.levels import Region, english_level, regions_of
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold, to_simplified

NAMESAKE = 0.02
"""A name is a place of the home country if its largest place there has at least this share of the
inhabitants of the largest place of that name: 伯明翰 in the United States, but not 利物浦."""
ESTABLISHED = 100_000
"""Inhabitants that a place with an established name counts as having: only large ones get one."""
_DASH = re.compile(r"(?<!\s)\s++[–—-]\s+")
_AREAS = ("region", "county")
_LONGEST_CODE = 4
"""Letters of a division's code, of which no table tells what it stands for: Chicago, IL."""
_READ = ("ja", "ko", "vi")
"""Languages whose readings tell: a name that is read as a city of the country is no name of China's
there, while any Chinese name can be read in Mandarin."""
_LEVELS: dict[str, HomeLevel] = {
    "region": "province",
    "county": "county",
    "city": "city",
    "district": "district",
    "town": "town",
    "village": "town",
}
"""What `places.levels` calls a level, and what it is in the home country."""
USUAL = 3
"""A character in so many names of the gazetteer is one that names are transcribed with."""
LONGEST = 16
"""Characters of the longest transcribed names."""
_TITLE_WORDS = re.compile("友好|姐妹|姊妹|城市|列表|名单|历史")
_LEVEL_WORDS = frozenset("都道府州省市区县郡町村镇乡里邑面各级别旗盟岛")
"""Characters of which words about levels are made (都道府縣, 市町村): no names."""


def home_level(kind: str) -> HomeLevel:
    """What a level of `places.levels` is called in the home country."""
    return _LEVELS[kind]


class GazetteerPlaces(HomePlaces):
    """The places of one home country, as far as the tables of the world know them."""

    # -- Chinese names -----------------------------------------------------------------------

    def read(self, zh: str) -> ChineseHost:
        """What a host's name consists of: 柏林市米特區, 春田（伊利諾伊州）, 米特區（柏林）."""
        name = self._name(re.sub(r"\s", "", zh))
        match = BRACKET.match(name.text)
        if match is not None and (name.level is None or name.level.suffix != match["inside"]):
            inside = self._name(match["inside"])
            if inside.regions:
                return ChineseHost(match["name"], None, inside.regions[0].en)
            if self.city_names(inside.text):
                return ChineseHost(match["name"], inside.text, "")
            return ChineseHost(inside.text + match["name"], None, "")  # 法蘭克福（奧得河畔）
        if name.parent is None:
            return ChineseHost(name.text, None, "")
        regions = self._name(name.parent).regions
        province = regions[0].en if regions and not self.city_names(name.parent) else ""
        return ChineseHost(name.part, name.parent, province)

    def _name(self, text: str) -> PlaceName:
        return place_name(text, self.country)

    def find(self, zh: str) -> tuple[HomePlace, ...]:
        """Every place that a Chinese name can mean, the likeliest first."""
        host = self.read(zh)
        wholes = self.city_names(host.parent) if host.parent else []
        whole = wholes[0] if wholes else None
        name = self._name(host.name)
        found = [self._area(r, name.bare.simple) for r in self._regions(name)]
        if name.kind not in _AREAS or not found:
            kind = _LEVELS[name.kind or "city"]
            nameless = [""] if host.parent else []
            names = self.city_names(name.text) or self.city_names(name.stem) or nameless
            short, full = name.bare.simple, name.simple
            found = [HomePlace(short, full, n, kind, host.province, whole) for n in names] + found
        return tuple(dict.fromkeys(found))

    def _regions(self, name: PlaceName) -> list[Region]:
        """The divisions that a name means by itself: California, 大阪府, but not 大阪."""
        return [r for r in name.regions if name.level or r.bare]

    def _area(self, region: Region, zh: str = "") -> HomePlace:
        province = region.en if region.kind == "region" else ""
        full = region.zh[0] if region.zh else ""
        return HomePlace(zh, full, region.en, _LEVELS[region.kind], province, None)

    def city_names(self, zh: str) -> list[str]:
        """The Latin names of the cities that a Chinese name can mean, the largest first."""
        name = self._name(zh)
        listed = [e.latin[0] for e in name.exonyms if e.country == self.country]
        return list(dict.fromkeys([*(p.name for p in name.places_there), *listed]))

    # -- English names -----------------------------------------------------------------------

    def find_en(self, name: str) -> tuple[HomePlace, ...]:
        """Every place that a title can mean: `Springfield, Illinois`, `Berlin – Mitte`."""
        name = without_country(name.strip(), self.country)
        whole, *part = _DASH.split(name, maxsplit=1)
        inside = whole if part else self._name(name).parent or ""
        named = inside and not self._regions(self._name(inside))
        wholes = self.find_en(inside) if named else ()
        if part or wholes:
            head = part[0] if part else self._name(name).stem
            return (HomePlace("", "", head, "district", "", inside),)
        head, _, division = (x.strip() for x in name.partition(","))
        abbreviated = division.isupper() and len(division) < _LONGEST_CODE
        division = self.province(division or inside) or ("" if abbreviated else division)
        return self._titled(head, division)

    def _titled(self, head: str, province: str) -> tuple[HomePlace, ...]:
        name = self._name(head)
        forms = {head, name.stem, *name.other_names, *name.bare.other_names}
        if name.kind in _AREAS:
            areas = [self._area(r) for r in name.regions]
            if not areas:
                areas = [HomePlace("", "", name.stem, _LEVELS[name.kind], province, None)]
            return tuple(areas)
        known = dict.fromkeys(
            self._latin[f][0] for f in map(fold, sorted(forms)) if f in self._latin
        )
        # Nara is the city and not the prefecture; Santa Catarina (state) is written without that.
        areas = [self._area(r) for r in name.regions if r.bare or (not known and "(" in r.en)]
        kind = _LEVELS[name.kind or "city"]
        return (*(HomePlace("", "", n, kind, province, None) for n in known), *areas)

    @cached_property
    def _latin(self) -> dict[str, tuple[str, int]]:
        """Folded spelling, with and without level word → name and inhabitants of a city."""
        listed = [(c.people, c.name) for c in cities_of(self.country)]
        listed += [(p.population, p.name) for p in places_of(self.country)]
        found: dict[str, tuple[str, int]] = {}
        for people, name in sorted(listed, reverse=True):
            found.setdefault(fold(name), (name, people))
        for name, people in list(found.values()):
            if "(" not in name:
                stem = ROMANIZED_LEVEL.sub("", english_level(name, self.country)[0])
                found.setdefault(fold(stem), (name, people))
        found.pop("", None)
        return found

    @property
    def cities(self) -> dict[str, int]:
        """The country's cities that the gazetteer has, with their inhabitants."""
        return dict(self._latin.values())

    # -- headings and cells ------------------------------------------------------------------

    def province(self, text: str) -> str | None:
        """The English name of the division that a heading names: `巴伐利亞州`, `Hokkaido`.

        Also inside a sentence in Chinese: 加利福尼亞州的友好城市.
        """
        name = self._name(text.strip())
        named = {r.en for r in name.regions if r.kind == "region"}
        if not named and name.han:
            found = [(-len(n), r) for n, r in self._divisions.items() if n in name.simple]
            named = {min(found)[1]} if found else set()
        return named.pop() if len(named) == 1 else None

    @cached_property
    def _divisions(self) -> dict[str, str]:
        """Simplified name with its level word → English name, of the first-level divisions."""
        divisions = (r for r in regions_of(self.country) if r.kind == "region")
        return {name.replace("-", ""): r.en for r in divisions for name in r.zh}

    def is_home(self, text: str) -> bool:
        """Whether a Han text is plausibly a place of the home country.

        A name that the tables know elsewhere only is none; one that they do not know at all is
        one if it states an administrative level, or if it is written in the characters that
        names of the country are transcribed with.
        """
        host = self.read(text)
        name = self._name(host.name)
        if not name.han or is_continent(name.text) or _is_a_word(name):
            return False
        if name.named_country is not None and name.named_country.form != "misspelt":
            return self._inhabitants(name)[0] >= ESTABLISHED  # Singapore, Salvador
        if host.parent or self._regions(name):
            return True
        here, abroad = self._inhabitants(name)
        if here >= 0 or abroad >= 0:
            return here >= max(0, NAMESAKE * abroad)
        return self._is_like_home(name)

    def spellings(self, *, han: bool) -> Collection[str]:
        """The names of the country's cities."""
        listed = (to_simplified(p.alias) for p in places_of(self.country))
        return tuple(listed if han else self._latin)

    def may_be_host(self, text: str) -> bool:
        """Whether a Han text that stands where a host would can be one, by its name alone.

        The tables miss names: a name that they have in another country only (佛羅倫斯 in the
        United States) may be that of a host as well.
        """
        name = self._name(self.read(text).name)
        if self.is_home(text):
            return True
        if not name.han or is_continent(name.text) or _is_a_word(name) or name.named_country:
            return False
        if name.places or name.exonyms or self._is_like_home(name):
            return True
        # One character may be a rare one.
        return 2 < len(name.key) < LONGEST and len(set(name.key) - _transcribing()) < 2

    def _inhabitants(self, name: PlaceName) -> tuple[int, int]:
        """Inhabitants of the largest place of that name at home and abroad; -1 if there is none.

        A name that only its stem is known by, elsewhere, is no place there where names are
        written in Chinese characters: 中山町 in Japan is not 中山 in China.
        """
        own_suffix = bool(languages_of(self.country)) and name.level
        here, abroad = [self._as_read(name)], [-1]
        for place in name.places:
            if place.country == self.country:
                here.append(place.population)
            elif not own_suffix or name.key in (place.alias, place.alias + "市"):
                abroad.append(place.population)
        for entry in name.exonyms:
            (here if entry.country == self.country else abroad).append(ESTABLISHED)
        if max(here) < 0:
            anywhere = name.in_country(None).regions
            abroad += [0 for r in anywhere if r.iso != self.country and r.bare]
        if max(*here, *abroad) < 0 and self._in_other_table(name):
            abroad.append(0)
        return max(here), max(abroad)

    def _as_read(self, name: PlaceName) -> int:
        """Inhabitants of the largest city whose name is a reading of the characters."""
        found = [
            self._by_reading.get((reading.language, reading.form), -1)
            for reading in readings(name.stem, self.country)
            if reading.language in _READ
        ]
        return max(found, default=-1)

    @cached_property
    def _by_reading(self) -> dict[tuple[str, str], int]:
        """Language and spelling of a reading → inhabitants of the largest city so read."""
        found: dict[tuple[str, str], int] = {}
        for name, people in sorted(self.cities.items(), key=lambda city: -city[1]):
            for language in languages_of(self.country):
                for key in latin_keys(language, name):
                    found.setdefault((language, key), people)
        return found

    def _in_other_table(self, name: PlaceName) -> bool:
        """Whether a country that has a table knows the name as one of its own."""
        return any(
            p.full == name.simple
            for code in tabled_countries()
            for p in tabled_places(code).find(name.text)
            if fold(p.province) != fold(self.name)
        )

    @cached_property
    def name(self) -> str:
        """The country's English name."""
        return name_of(self.country, "en")

    def _is_like_home(self, name: PlaceName) -> bool:
        if name.level is not None:
            return True
        stem = name.bare
        spelt = 1 < len(stem.simple) < LONGEST and set(stem.key) <= _transcribing()
        return spelt and not languages_of(self.country)


def _is_a_word(name: PlaceName) -> bool:
    """Whether a text speaks of places and names none: 都道府縣, 友好城市."""
    return bool(_TITLE_WORDS.search(name.simple)) or set(name.simple) <= _LEVEL_WORDS


@cache
def _transcribing() -> frozenset[str]:
    """The characters with which names in other scripts are transcribed."""
    counts: Counter[str] = Counter()
    for alias, country in aliases():
        if len(alias) > 2 and not languages_of(country):
            counts.update(set(alias))
    return frozenset(c for c, n in counts.items() if n >= USUAL)
