"""What can be wrong with a name: each fault gives the two names of a row, or None."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.dated.world import PARTNERS, READ, Town, World, heard, mostly_large
from reconcile.names.readings.mandarin import syllables
from reconcile.scripts import fold

USUAL = 40
"""A character in so many names is one that names are transcribed with."""
LEVELS = "市县州区郡府省道都镇"
"""A name that ends in one of these is none the worse without it."""
CITY_STATES = ("HK", "MC", "MO", "SG")
"""Where every place is part of the one city, and so may be meant by its name."""
SOME = 12
"""Of so many other places the one of the likest name is taken, for every second row."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Names(NamedTuple):
    """A partner's names as the two lists have them, and the country of each."""

    zh: str
    en: str
    zh_country: str
    en_country: str


class Maker:
    """Makes faults of names; `left_out` counts what was made and may be right after all."""

    def __init__(self, world: World, chance: random.Random, left_out: Counter[str]) -> None:
        self.world = world
        self.chance = chance
        self.left_out = left_out
        self._homophones = _homophones(world)

    def make(self, state: str, town: Town) -> Names | None:
        """The names of a row about `town`; None if it has no such fault."""
        fault = FAULTS.get(state)
        found = fault(self, town) if fault else (town.zh, town.en, town.country)
        return found and Names(found[0], found[1], town.country, found[2])

    # -- the same place, written wrongly ---------------------------------------------------------

    def misspelt_en(self, town: Town) -> tuple[str, str, str] | None:
        """One letter is wrong, or two of a long name."""
        en = town.en
        for _ in range(1 if len(en) < 8 else self.chance.choice((1, 2))):
            en = self._slip(en)
        if fold(en) == fold(town.en) or en == town.en:
            return None
        if fold(en) in self.world.latin[town.country]:
            self.left_out["misspelt-en"] += 1
            return None
        return town.zh, en, town.country

    def _slip(self, name: str) -> str:
        """A letter dropped, doubled, hit beside its key, or changed with the next."""
        spots = [i for i, c in enumerate(name) if i and c.isascii() and c.islower()]
        if not spots:
            return name
        i = self.chance.choice(spots)
        letter = name[i]
        near = _neighbours(letter)
        slips = ("", letter * 2, self.chance.choice(near))
        return name[:i] + self.chance.choice(slips) + name[i + 1 :]

    def misspelt_zh(self, town: Town) -> tuple[str, str, str] | None:
        """One character is another one of the same sound."""
        spots = [i for i, c in enumerate(town.zh) if self._homophones.get(c)]
        if not spots or len(town.zh) < 3:
            return None
        i = self.chance.choice(spots)
        zh = town.zh[:i] + self.chance.choice(self._homophones[town.zh[i]]) + town.zh[i + 1 :]
        return self._unlisted("misspelt-zh", zh, town)

    def truncated(self, town: Town) -> tuple[str, str, str] | None:
        """The end of the Chinese name is lost, or of an English one of several words."""
        words = town.en.removesuffix(" City").split(" ")
        if len(words) > 1 and self.chance.random() < 0.5:
            en = " ".join(words[:-1])  # New York is what New York City is called
            if fold(en) in self.world.latin[town.country]:
                self.left_out["truncated"] += 1
                return None
            return town.zh, en, town.country
        if len(town.zh) < 4 or town.zh[-1] in LEVELS:
            return None
        return self._unlisted("truncated", town.zh[:-1], town)

    def _unlisted(self, state: str, zh: str, town: Town) -> tuple[str, str, str] | None:
        """The names, unless a table has the changed Chinese one already."""
        key = town.country, zh
        if key in self.world.ids or key in self.world.established:
            self.left_out[state] += 1
            return None
        return zh, town.en, town.country

    # -- another place ---------------------------------------------------------------------------

    def other(self, town: Town) -> tuple[str, str, str] | None:
        """A place of the country that is known, under other names."""
        return self._another(town, [t.en for t in self.world.towns[town.country]])

    def nameless(self, town: Town) -> tuple[str, str, str] | None:
        """A place of the country of which nobody knows the Chinese name."""
        return self._another(town, self.world.nameless[town.country])

    def _another(self, town: Town, names: list[str]) -> tuple[str, str, str] | None:
        """One of the names, or of some the one that sounds most like the Chinese one."""
        if not names or town.country in CITY_STATES:
            return None
        some = {mostly_large(names, self.chance) for _ in range(self.chance.choice((1, SOME)))}
        other = [en for en in sorted(some) if not self.world.may_be(town, en)]
        self.left_out["other place"] += len(some) - len(other)
        if not other:
            return None
        return town.zh, max(other, key=lambda en: heard(town.zh, en)), town.country

    def elsewhere(self, town: Town) -> tuple[str, str, str] | None:
        """A place of another country, which its row names."""
        country = self.chance.choice([c for c in PARTNERS if c != town.country])
        en = mostly_large(self.world.towns[country], self.chance).en
        if self.world.may_be(town, en) or self.world.may_be(Town(town.zh, town.en, country), en):
            self.left_out["other place"] += 1
            return None
        return town.zh, en, country


Fault = Callable[[Maker, Town], tuple[str, str, str] | None]
FAULTS: dict[str, Fault] = {
    "misspelt-en": Maker.misspelt_en,
    "misspelt-zh": Maker.misspelt_zh,
    "truncated": Maker.truncated,
    "other-known": Maker.other,
    "other-nameless": Maker.nameless,
    "sound-other": Maker.other,
    "elsewhere": Maker.elsewhere,
}
"""State of the names → what makes it of a town; in any other state both names are right."""


def _neighbours(letter: str) -> str:
    """The letters beside one on a keyboard."""
    row = next(r for r in _ROWS if letter in r)
    i = row.index(letter)
    return row[max(i - 1, 0) : i] + row[i + 1 : i + 2]


def _homophones(world: World) -> dict[str, list[str]]:
    """Character → others of the same sound (tones aside) that names are transcribed with."""
    used = Counter(
        c for country, zh in world.ids if country not in READ and len(zh) > 2 for c in zh
    )
    by_sound: dict[str, list[str]] = defaultdict(list)
    for char in sorted(c for c, n in used.items() if n >= USUAL):
        by_sound[syllables(char)[0]].append(char)
    return {c: [x for x in chars if x != c] for chars in by_sound.values() for c in chars}
