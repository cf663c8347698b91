"""The places that the lists are made of, read from the tables as files, so that nothing is cached.

Some towns are *withheld*: the gazetteer that the run uses has none of their Chinese names, so that
only the sound tells (`World.hidden`).
"""

from __future__ import annotations

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from rapidfuzz.fuzz import ratio

from reconcile.datafiles import data_file
from reconcile.datafiles import rows as table_rows
from reconcile.names.readings.mandarin import syllables
from reconcile.places import gazetteer
from reconcile.places.placename import place_name
from reconcile.scripts import fold, to_simplified

DEV = Path(__file__).parents[1] / "names" / "data" / "dev.tsv"
PARTNERS = tuple(re.findall("..", "USJPKRCNDEFRITGBRUAUCABRMXESNLSEFIPLCZHUROUATRIN"))
READ = ("JP", "KR", "CN", "VN")
"""Countries whose names are read, and not transcribed."""
LARGE = 100_000
"""Inhabitants of a place that is a usual partner, or a host."""
MEANINGS = frozenset(
    "东西南北上下中新大小老高地区城市镇州县村河山湖港海石堡岛金银马牛白黑红三圣谷岭站岗湾"
)
"""Characters that may stand for a word and not for its sound."""
SOUND = 35
"""Pinyin and Latin name of a transcription are at least as like as this (of 100): Geneva is 46."""
TRANSCRIBED = 50
"""A name whose pinyin is so like (of 100) a Latin one is plainly a transcription of it."""
ALIKE = 70
"""Two Latin names as like as this may be one place, or be mistaken for it by anyone."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Town:
    """A place under a Chinese name (simplified), a Latin one and the ISO code of its country."""

    zh: str
    en: str
    country: str


def mostly_large(towns: Sequence[T], chance: random.Random) -> T:
    """One of a list that begins with the largest: partners mostly are well-known cities."""
    return towns[int(len(towns) * chance.random() ** 3)]


@dataclass(slots=True)
class World:
    """What the tables know: for choosing places, and for telling which names a place may bear.

    By country: `towns` are usual partners and hosts, the largest first, `latin` all Latin names
    (folded), `nameless` the towns of which no Chinese name is listed. `aliases` are the Chinese
    names by country and folded Latin name, `ids` the places by country and Chinese name,
    `established` the Latin names that the table of exonyms has for a Chinese one. `sound`,
    `renamed` and `exonyms` are pairs of names that only sound, a rename or an exonym explains;
    `withheld` are the names, of either kind, of those in `sound`.
    """

    towns: dict[str, list[Town]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    ids: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    latin: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    nameless: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    sound: list[Town] = field(default_factory=list)
    renamed: list[Town] = field(default_factory=list)
    exonyms: list[Town] = field(default_factory=list)
    withheld: set[tuple[str, str]] = field(default_factory=set)
    established: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def read(cls) -> World:
        """Read the tables of `reconcile/data` and the withheld names of the name benchmark."""
        world = cls()
        world._read_exonyms()
        world._read_gazetteer()
        world._read_cities()
        world._read_sound()
        for country, towns in world.towns.items():
            world.towns[country] = [t for t in towns if not world._is_hidden(country, t.zh, t.en)]
        return world

    def _read_exonyms(self) -> None:
        for row in table_rows("exonyms.tsv"):
            latin = row["latin"].split("|")
            names = {*map(fold, latin), *map(fold, filter(None, row["former"].split("|")))}
            for zh in row["zh"].split("|"):
                self.established[row["country"], zh] |= names
                pair = Town(zh, latin[0], row["country"])
                (self.exonyms if row["kind"] == "exonym" else self.renamed).append(pair)
        for row in table_rows("former.tsv"):
            if row["latin"] and " and " not in row["now"] and row["kind"] != "dissolved":
                for zh in row["zh"].split("|"):
                    self.established[row["country"], zh] |= {fold(row["latin"]), fold(row["now"])}
                    self.renamed.append(Town(zh, row["now"], row["country"]))

    def _read_gazetteer(self) -> None:
        people: dict[tuple[str, str, str], tuple[int, list[str]]] = {}
        for line in data_file("gazetteer.tsv").read_text(encoding="utf-8").splitlines():
            zh, number, en, country, _, inhabitants = line.split("\t")
            self.aliases[country, fold(en)].add(zh)
            self.ids[country, zh].add(number)
            self.latin[country].add(fold(en))
            people.setdefault((country, number, en), (int(inhabitants), []))[1].append(zh)
        by_size = sorted(people.items(), key=lambda item: -item[1][0])
        for (country, _, en), (count, names) in by_size:
            own = [zh for zh in names if self._is_plain(zh, en, country)]
            if count >= LARGE and own:
                self.towns[country].append(Town(self._usual(own, en, country), en, country))

    def _is_plain(self, zh: str, en: str, country: str) -> bool:
        """Whether a Chinese name is in its country that of one place alone."""
        known = self.established.get((country, zh))
        return len(self.ids[country, zh]) == 1 and (known is None or fold(en) in known)

    def _usual(self, names: list[str], en: str, country: str) -> str:
        """Of several Chinese names an established one, or the one that sounds most alike."""
        if country in READ:
            return min(names, key=lambda zh: (len(zh), zh))
        return max(names, key=lambda zh: ((country, zh) in self.established, heard(zh, en), zh))

    def _read_cities(self) -> None:
        for line in data_file("cities.tsv").read_text(encoding="utf-8").splitlines():
            country, _, en = line.split("\t")
            if fold(en) not in self.latin[country] and "(" not in en:
                self.nameless[country].append(en)
        for country, names in self.nameless.items():
            self.latin[country] |= set(map(fold, names))

    def _read_sound(self) -> None:
        with DEV.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                zh, en = to_simplified(row["zh"]), row["en"].split("|")[0]
                known = row["country"] in READ or (row["country"], zh) in self.established
                plain = len(zh) > 2 and not MEANINGS & set(zh) and heard(zh, en) >= SOUND
                if plain and not known:
                    self.sound.append(Town(zh, en, row["country"]))
                    self.withheld |= {(row["country"], zh), (row["country"], fold(en))}

    def may_be(self, town: Town, en: str) -> bool:
        """Whether a Latin name of the country may after all be that of the town's Chinese one."""
        one, other = fold(town.en), fold(en)
        keys = {town.zh, town.zh.removesuffix("市"), town.zh + "市"}
        listed = self.aliases.get((town.country, other), set())
        listed = listed | self.established.get((town.country, town.zh), set())
        if one in other or other in one or keys & listed or other in listed:
            return True
        return ratio(one, other) >= ALIKE or heard(town.zh, en) >= TRANSCRIBED

    def _is_hidden(self, country: str, zh: str, en: str) -> bool:
        """Whether the run must not know a Chinese name of a place."""
        return bool({(country, zh), (country, fold(en))} & self.withheld)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """The run knows no Chinese name of the towns in `sound`."""
        kept = []
        for line in gazetteer._table().decode("utf-8").splitlines(keepends=True):
            zh, _, en, country, _, _ = line.split("\t")
            if not self._is_hidden(country, zh, en):
                kept.append(line)
        table = "".join(kept).encode()
        with patch.object(gazetteer, "_table", lambda: table):
            place_name.cache_clear()
            yield
        place_name.cache_clear()


def heard(zh: str, en: str) -> float:
    """How alike (of 100) pinyin and Latin name are."""
    return ratio("".join(syllables(zh)), fold(en))


def hosts_of(home: str, world: World) -> list[Town]:
    """The places that may be hosts, under names that are theirs alone."""
    if home == "CN":
        kinds = ("prefecture-city", "county-city")
        table = table_rows("home/cn.tsv")
        found = [Town(p["full"], p["en"], home) for p in table if p["level"] in kinds]
    else:
        found = world.towns[home]
    zh, en = Counter(t.zh for t in found), Counter(fold(t.en) for t in found)
    return [t for t in found if zh[t.zh] == 1 and en[fold(t.en)] == 1]
