"""Pairs of lists with planted faults, and what is true of each row.

A host has one row or a few. Some rows are dealt from a deck of all states of the names and of the
dates; the others are right, and some of them share the day of a dealt one, of its country or not.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import reconcile
from benchmarks.dated.days import STATES, Days, any_day
from benchmarks.dated.names import Maker, Names
from benchmarks.dated.world import PARTNERS, Town, World, hosts_of, mostly_large
from reconcile.models import Record
from reconcile.scripts import fold, to_simplified

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLES_HOME = "JP"
HOMES = ("JP", "CN", "US", "DE", "KR")
RIGHT = ("correct", "sound", "exonym", "renamed")
MISSPELT = ("misspelt-en", "misspelt-zh", "truncated")
WRONG = ("other-known", "other-nameless", "sound-other")
NAME_STATES = (*RIGHT, *MISSPELT, *WRONG, "elsewhere", "swapped", "moved", "only-zh", "only-en")
UNDATED_TOO = frozenset((*RIGHT, *MISSPELT, *WRONG, "elsewhere"))
"""The states of the names that are crossed with those of the dates; the others have equal days."""
EQUAL = 5
"""How often a deck has equal days, for one time that it has each other state of the dates."""
ALONE = 0.25
"""The share of hosts that have one row; the others have 3 to 20."""
SIZES = range(3, 21)
DEALT = 0.45
"""The share of the rows of a larger host that are dealt."""
SHARING = 0.4
"""The share of the other rows that have the day of a dealt one."""
PLANTED = 0.8
"""How often a fault is tried on a row of the examples, under a host that has some."""
ESTABLISHED = 0.25
"""How often a name that means another place is one that no sound explains."""
_TRIES = 200


@dataclass(frozen=True, slots=True)
class Row:
    """An agreement: the number of its host in each list, None where the list lacks it."""

    zh_host: int | None
    en_host: int | None
    names: Names
    days: Days
    name_state: str = "correct"
    date_state: str = "equal"


@dataclass(frozen=True, slots=True)
class ListPair:
    """The rows of two lists of one home country, and its hosts by number."""

    home: str
    hosts: tuple[Town, ...]
    rows: tuple[Row, ...]

    def sharing(self, row: Row) -> int:
        """How many other rows of its host have its day, in the list that has more of them."""
        counts = [
            sum(r.days[side] == day for r in self.rows if hosts(r) == hosts(row)) - 1
            for side, day in enumerate(row.days)
            if day is not None
        ]
        return max(counts, default=0)


def hosts(row: Row) -> int | None:
    """The number of a row's own host."""
    return row.en_host if row.zh_host is None else row.zh_host


def examples() -> dict[Town, dict[Town, date]]:
    """The hosts of the examples and their rows, paired by country and day alone, not by name.

    A day that a host has twice for one country tells nothing, and a planted fault has no pair.
    """
    zh_file, en_file = sorted(EXAMPLES.glob("zh-*"))[0], sorted(EXAMPLES.glob("en-*"))[0]
    records = reconcile.run(zh_file, en_file, home=EXAMPLES_HOME).records
    zh, en = (_by_host([r for r in records if r.side == side]) for side in ("zh", "en"))
    found = {}
    for name, rows in zh.items():
        other = max(en, key=lambda host: len(rows.keys() & en[host].keys()))
        shared = [key for key in rows if key in en[other]]
        pairs = [(rows[key], en[other][key]) for key in shared]
        found[Town(to_simplified(name), other, EXAMPLES_HOME)] = {
            Town(to_simplified(a.partner), b.partner, country): day
            for (country, day), (a, b) in zip(shared, pairs, strict=True)
        }
    return found


def _by_host(records: list[Record]) -> dict[str, dict[tuple[str, date], Record]]:
    """Host → country and day → the one row that has them."""
    found: dict[str, dict[tuple[str, date], list[Record]]] = defaultdict(lambda: defaultdict(list))
    for r in records:
        if r.country and r.date and r.date.precision == "day" and r.date.month and r.date.day:
            found[r.host][r.country, date(r.date.year, r.date.month, r.date.day)].append(r)
    return {
        host: {key: rows[0] for key, rows in days.items() if len(rows) == 1}
        for host, days in found.items()
    }


class Builder:
    """Builds the lists of one home country."""

    def __init__(self, home: str, world: World, chance: random.Random, left: Counter[str]) -> None:
        self.home, self.world, self.chance = home, world, chance
        self.maker = Maker(world, chance, left)
        self.partners = [c for c in PARTNERS if c != home]
        self.given = examples() if home == EXAMPLES_HOME else {}
        self.deck: list[tuple[str, str]] = []
        self.used: set[tuple[str, str]] = set()
        self.moved: set[tuple[str, str]] = set()
        self.given_here: dict[Town, date] = {}

    def build(self, size: int) -> ListPair:
        """Lists of about `size` rows."""
        free = [t for t in hosts_of(self.home, self.world) if not self._is_given(t)]
        hosts = (*self.given, *self.chance.sample(free, min(len(free), size)))
        rows: list[Row] = []
        for number, host in enumerate(hosts[:-1]):  # the last may get a row that was moved
            if len(rows) >= size:
                break
            rows += self._block(number, self.given.get(host, {}))
        taken = 1 + max(h for r in rows for h in (r.zh_host, r.en_host) if h is not None)
        return ListPair(self.home, hosts[:taken], tuple(rows))

    def _is_given(self, town: Town) -> bool:
        return any(town.zh[:2] == t.zh[:2] or fold(town.en) == fold(t.en) for t in self.given)

    def _block(self, number: int, given: dict[Town, date]) -> list[Row]:
        """The rows of one host."""
        self.used, self.moved, self.given_here = self.moved, set(), dict(given)
        self._use(*self.given_here)
        size = len(given) or self._size()
        rows: list[Row] = []
        while len(rows) < max(1, round(DEALT * size)):
            rows += self._dealt(number, room=size > 1)
        dealt = [r for r in rows if r.date_state == "equal"]
        rows += [self._right(number, town, day) for town, day in self.given_here.items()]
        while len(rows) < size:
            rows.append(self._filler(number, dealt))
        return rows

    def _size(self) -> int:
        return 1 if self.chance.random() < ALONE else self.chance.choice(SIZES)

    # -- rows that are right ---------------------------------------------------------------------

    def _right(self, number: int, town: Town, day: date) -> Row:
        names = Names(town.zh, town.en, town.country, town.country)
        return Row(number, number, names, (day, day))

    def _filler(self, number: int, dealt: list[Row]) -> Row:
        """A right row, maybe on the day of a dealt one, and then maybe of its country."""
        day, country = any_day(self.chance), None
        if dealt and self.chance.random() < SHARING:
            other = self.chance.choice(dealt)
            day = other.days[0] or day
            country = other.names.zh_country if self.chance.random() < 0.5 else None
        return self._right(number, self._new_town(country), day)

    def _new_town(self, country: str | None = None) -> Town:
        """A town that the block does not have."""
        for _ in range(_TRIES):
            here = country if self.world.towns.get(country or "") else None
            here = here or self.chance.choice(self.partners)
            town = mostly_large(self.world.towns[here], self.chance)
            if self._is_new(town.country, town.zh, town.en):
                self._use(town)
                return town
            country = None
        raise AssertionError("no town is left")

    def _is_new(self, country: str, *names: str) -> bool:
        return not self.used & {(country, form) for n in names for form in (n, fold(n))}

    def _use(self, *towns: Town) -> None:
        self.used |= _forms(*towns)

    # -- rows that are dealt ---------------------------------------------------------------------

    def _dealt(self, number: int, *, room: bool) -> list[Row]:
        """The rows of the next card: of the next for one row, where there is no room for two."""
        fits = [i for i, card in enumerate(self.deck) if room or card[0] != "swapped"]
        if not fits:
            self.deck = _deck(self.chance) + self.deck
            return self._dealt(number, room=room)
        card = self.deck.pop(fits[-1])
        for _ in range(_TRIES):
            if rows := self._of_card(number, *card):
                return rows
        raise AssertionError(f"no town is left for {card}")

    def _of_card(self, number: int, name_state: str, date_state: str) -> list[Row]:
        town = self._town_for(name_state)
        given = self.given_here.get(town)
        if not given and not self._is_new(town.country, town.zh, town.en):
            return []
        if name_state == "swapped":
            return self._swapped(number, town)
        if name_state == "moved":
            if any(_forms(town) & _forms(*rows) for rows in self.given.values()):
                return []
            self.moved |= _forms(town)
        names = self.maker.make(name_state, town)
        if names is None or not self._is_new(names.en_country, names.en):
            return []
        self._use(town, Town(names.zh, names.en, names.en_country))
        self.given_here.pop(town, None)
        day = given if given and date_state == "equal" else any_day(self.chance)
        days = STATES[date_state](day, self.chance)
        hosts = {
            "only-zh": (number, None),
            "only-en": (None, number),
            "moved": (number, number + 1),
        }
        return [Row(*hosts.get(name_state, (number, number)), names, days, name_state, date_state)]

    def _swapped(self, number: int, town: Town) -> list[Row]:
        """Two rows of one country, each with the English name of the other."""
        other = mostly_large(self.world.towns[town.country], self.chance)
        new = self._is_new(other.country, other.zh, other.en)
        if not new or self.world.may_be(town, other.en) or self.world.may_be(other, town.en):
            return []
        self._use(town, other)
        self.given_here.pop(town, None)
        rows = []
        for zh, en in ((town, other), (other, town)):
            day = any_day(self.chance)
            names = Names(zh.zh, en.en, zh.country, en.country)
            rows.append(Row(number, number, names, (day, day), "swapped"))
        return rows

    def _town_for(self, state: str) -> Town:
        """A town of the kind that the state needs: where it can, one of the examples."""
        pools = {
            "sound": self.world.sound,
            "sound-other": self.world.sound,
            "exonym": self.world.exonyms,
            "renamed": self.world.renamed,
        }
        pool = [t for t in pools.get(state, ()) if t.country != self.home]
        if state in WRONG and not pool and self.chance.random() < ESTABLISHED:
            pool = [t for t in self.world.exonyms if t.country != self.home]
        elif not pool and self.chance.random() < PLANTED:
            pool = [t for t in self.given_here if (t.country, t.zh) in self.world.ids]
        if pool:
            return self.chance.choice(pool)
        return mostly_large(self.world.towns[self.chance.choice(self.partners)], self.chance)


def _forms(*towns: Town) -> set[tuple[str, str]]:
    """Country and name, in either language, of some towns."""
    return {(t.country, name) for t in towns for name in (t.zh, fold(t.en))}


def _deck(chance: random.Random) -> list[tuple[str, str]]:
    """Every state of the names with every state of the dates, shuffled."""
    others = [d for d in STATES if d != "equal"]
    cards = [(n, "equal") for n in NAME_STATES for _ in range(EQUAL)]
    cards += [(n, d) for n in NAME_STATES if n in UNDATED_TOO for d in others]
    chance.shuffle(cards)
    return cards


def pairs_of(size: int, seed: int, world: World, left: Counter[str]) -> Iterator[ListPair]:
    """A pair of lists for each home country, of about `size` rows together."""
    for home in HOMES:
        chance = random.Random(f"{seed}-{home}")
        yield Builder(home, world, chance, left).build(size // len(HOMES))
