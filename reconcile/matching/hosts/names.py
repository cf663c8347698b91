"""Which English host a Chinese one stands for, where no table lists all that can be one.

Hosts are linked as partners are: what the gazetteer says, how the names sound or read, the level
and division that they state, and how many partners they share add up to one probability; each
English host stands for one Chinese one at most, and what stays open is said to be.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.matching.assign import assign
from reconcile.matching.hosts.comparison import Host, Partners, Title, hosts_of, title_of
from reconcile.matching.hosts.evidence import Clue, compared
from reconcile.matching.hosts.index import HostIndex
from reconcile.matching.hosts.listed import ListedHost
from reconcile.matching.score import competing, probability
from reconcile.models import HostMatch
from reconcile.names.model import Latin, NameModel, NamePool
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import fold
from reconcile.weights import (
    HOST_LEAST_SUPPORT,
    HOST_LINKED,
    HOST_LISTED,
    HOST_NAME_RANGE,
    HOST_UNDECIDED,
    SMALLEST,
)

SHORTLIST = 8
"""So many titles are compared in full for their sound, and as many for their partners."""
RIVALS = 3
"""Cities without a title that are weighed against the titles, where no table knows the host."""
_TABLES = ("gazetteer", "exonym", "region")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A host and a title; a `title` beyond the last one is a city that the list does not have."""

    host: int
    title: int
    prior: float
    clues: tuple[Clue, ...]

    @property
    def support(self) -> float:
        """The log-odds without the prior."""
        return sum(clue.weight for clue in self.clues)

    @property
    def listed(self) -> bool:
        """Whether a table speaks for the pair."""
        return any(clue.name in _TABLES and clue.weight > 0 for clue in self.clues)


@dataclass(frozen=True, slots=True)
class NameMatcher:
    """Matches hosts by all that speaks for and against them."""

    index: HostIndex
    home: HomePlaces
    model: NameModel

    def match(self, hosts: Sequence[ListedHost]) -> Mapping[str, HostMatch]:
        """What each Chinese host that has rows stands for, by its id."""
        chinese = hosts_of([h for h in hosts if h.rows], self.home)
        titles = [title_of(h, self.home) for h in self.index.hosts]
        partners = Partners.of(self.index)
        outcomes = _Compared(chinese, titles, self.home, partners, self.model).outcomes()
        return {
            one.id: match
            for host, match in zip(chinese, outcomes, strict=True)
            for one in host.listed
        }


class _Compared:
    """The Chinese hosts and the English titles, compared with each other."""

    def __init__(
        self,
        hosts: Sequence[Host],
        titles: Sequence[Title],
        home: HomePlaces,
        partners: Partners,
        model: NameModel,
    ) -> None:
        self.hosts, self.titles, self.home = hosts, titles, home
        self.partners, self.model = partners, model
        self._latin = [Latin(t.name, home.country) for t in titles]
        self._by_form: dict[str, list[int]] = defaultdict(list)
        for number, title in enumerate(titles):
            for form in sorted(title.forms):
                self._by_form[form].append(number)
        chance = HOST_LISTED / max(1, len(titles))
        self.prior = math.log(chance / (1 - chance))
        self._number = {t.id: n for n, t in enumerate(titles)}

    def outcomes(self) -> list[HostMatch]:
        """What each host stands for."""
        pairs = self.pairs()
        left, right = [p.host for p in pairs], [p.title for p in pairs]
        weights = competing(left, right, [p.prior + p.support for p in pairs]) if pairs else ()
        chances = [probability(w) for w in weights]
        worth = [c if self._counts(p) else 0.0 for p, c in zip(pairs, chances, strict=True)]
        chosen = assign(left, right, [chance - HOST_LINKED for chance in worth])
        linked = {pairs[i].host: pairs[i] for i in chosen}
        opened: dict[int, list[_Pair]] = defaultdict(list)
        for pair, chance in zip(pairs, worth, strict=True):
            if chance >= HOST_UNDECIDED:
                opened[pair.host].append(pair)
        return [self._outcome(n, linked.get(n), opened[n]) for n in range(len(self.hosts))]

    def _counts(self, pair: _Pair) -> bool:
        """Whether a pair has a title, and more speaks for it than its prior."""
        return pair.support >= HOST_LEAST_SUPPORT and pair.title < len(self.titles)

    def pairs(self) -> list[_Pair]:
        """Every pair worth weighing, with its evidence."""
        pool = self.model.pool(list(dict.fromkeys(self._latin)))
        found = [p for number in range(len(self.hosts)) for p in self._of(number, pool)]
        known = {p.host for p in found if p.listed}
        others = [n for n in range(len(self.hosts)) if n not in known]
        return found + [p for n in others for p in self._not_listed(n)]

    def _of(self, number: int, pool: NamePool) -> list[_Pair]:
        """A host with the titles that the tables, its sound or its partners suggest."""
        host, country = self.hosts[number], self.home.country
        shared = self.partners.shared(host.rows)
        alike = {latin for latin, _ in self.model.rank(host.read.name, pool, SHORTLIST)}
        close = sorted(shared, key=lambda b: (-sum(shared[b]), b))[:SHORTLIST]
        chosen = {n for form in host.forms for n in self._by_form.get(form, ())}
        chosen |= {n for n, latin in enumerate(self._latin) if latin in alike}
        chosen |= {self._number[b] for b in close if b in self._number}
        numbers = sorted(chosen)
        scores = self.model.compare(host.read.name, [self._latin[n] for n in numbers])
        pairs = []
        for n, score in zip(numbers, scores, strict=True):
            title = self.titles[n]
            own = shared.get(title.id, ())
            clues = compared(host, title, country, score.weight, own, self.model)
            pairs.append(_Pair(number, n, self.prior, clues))
        return pairs

    def _not_listed(self, number: int) -> list[_Pair]:
        """The cities of the country that a host sounds like, and that the English list lacks.

        A larger city is the likelier host, by the square root of its inhabitants.
        """
        total, people = self._elsewhere
        if not people:
            return []
        ranked = self.model.rank(self.hosts[number].read.name, self._cities, RIVALS)
        first = len(self.titles) + number * RIVALS
        most = HOST_NAME_RANGE[1]
        return [
            _Pair(
                number,
                first + n,
                math.log((1 - HOST_LISTED) * people[latin] / total),
                (Clue("name", min(score.weight, most)),),
            )
            for n, (latin, score) in enumerate(ranked)
        ]

    @cached_property
    def _elsewhere(self) -> tuple[float, dict[Latin, float]]:
        """The cities without a title by the square root of their size, and the sum of that."""
        sizes = {
            Latin(name, self.home.country): math.sqrt(people + SMALLEST)
            for name, people in self.home.cities.items()
            if fold(name) not in self._by_form
        }
        return sum(sizes.values()), sizes

    @cached_property
    def _cities(self) -> NamePool:
        return self.model.pool(list(self._elsewhere[1]))

    def _outcome(self, number: int, pair: _Pair | None, opened: Sequence[_Pair]) -> HostMatch:
        """What is said of a host in the end."""
        host = self.hosts[number]
        open_ = HostMatch(None, host.province, host.level, self._part_of(host))
        if pair is None:
            return replace(open_, ambiguous=tuple(self.titles[p.title].id for p in opened))
        title = self.titles[pair.title]
        return replace(open_, block=title.id, province=host.province or title.province)

    def _part_of(self, host: Host) -> str | None:
        """The English host of the city that the host is a part of."""
        if not host.read.parent:
            return None
        names = self.home.city_names(host.read.parent)
        found = {
            self.titles[n].id
            for name in names
            for n in self._by_form.get(fold(name), ())
            if not self.titles[n].parent and not self.titles[n].area
        }
        return found.pop() if len(found) == 1 else None
