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

from rapidfuzz.fuzz import ratio

from reconcile.evidence import Evidence
from reconcile.matching.assign import assign
from reconcile.matching.hosts.comparison import Host, Partners, Title, hosts_of, title_of
from reconcile.matching.hosts.index import HostIndex
from reconcile.matching.hosts.listed import ListedHost
from reconcile.matching.score import competing, probability
from reconcile.models import HostMatch
from reconcile.names.model import Latin, NameModel, NamePool
from reconcile.places.home.base import HomePlaces
from reconcile.places.known import IN_GAZETTEER, LISTED_NAME_RANGE, known_pair
from reconcile.places.placename import place_name
from reconcile.scripts import fold

LIKELY = 0.75
"""Hosts are linked from this probability on; two equal rivals get one half each."""
OPEN = 0.2
"""Blocks from this probability on are named where a host's counterpart stays open."""
LEAST_SUPPORT = 3.0
"""Log-likelihood ratio that a link of hosts needs beyond its prior."""
HAS_BLOCK = 0.65
"""The chance that a Chinese host has a block in the English list at all."""
NAME_RANGE = (-8.0, 10.0)
OTHER_PLACE = -5.0
"""The tables know the host, and by other names; they may have it under an older one."""
SAME_LEVEL = 1.0
OTHER_LEVEL = -8.0
"""An area and its capital are two hosts, however alike their names are."""
SAME_DIVISION = 1.0
OTHER_DIVISION = -8.0
SAME_PARENT = 2.0
OTHER_PARENT = -6.0
SHARED_PARTNERS = 8.0
"""Partners that two blocks share say no more than this together: neighbours may share some."""
SHORTLIST = 8
RIVALS = 3
"""Cities without a block that are weighed against the blocks, where no table knows the host."""
SMALL = 1000
ALIKE = 88
_TABLES = ("gazetteer", "exonym", "region")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A host and a title; a `title` beyond the last one is a city that has no block."""

    host: int
    title: int
    prior: float
    evidence: tuple[Evidence, ...]

    @property
    def support(self) -> float:
        return sum(e.weight for e in self.evidence)

    def tells(self, name: str) -> bool:
        """Whether evidence of that name speaks for the pair."""
        return any(e.name == name and e.weight > 0 for e in self.evidence)


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
        compared = _Compared(chinese, titles, self.home, partners, self.model)
        return {
            one.id: match
            for host, match in zip(chinese, compared.outcomes(), strict=True)
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
        share = HAS_BLOCK / max(1, len(titles))
        self.prior = math.log(share / (1 - share))
        self._number = {t.id: n for n, t in enumerate(titles)}

    def outcomes(self) -> list[HostMatch]:
        """What each host stands for."""
        pairs = self.pairs()
        left, right = [p.host for p in pairs], [p.title for p in pairs]
        weights = competing(left, right, [p.prior + p.support for p in pairs]) if pairs else ()
        chances = [probability(w) for w in weights]
        gain = [c - LIKELY if self._counts(p) else 0.0 for p, c in zip(pairs, chances, strict=True)]
        chosen = {pairs[i].host: pairs[i] for i in assign(left, right, gain)}
        opened: dict[int, list[_Pair]] = defaultdict(list)
        for pair, chance in zip(pairs, chances, strict=True):
            if chance >= OPEN and self._counts(pair):
                opened[pair.host].append(pair)
        return [self._outcome(n, chosen.get(n), opened[n]) for n in range(len(self.hosts))]

    def _counts(self, pair: _Pair) -> bool:
        """Whether a pair has a title, and more speaks for it than its prior."""
        return pair.support >= LEAST_SUPPORT and pair.title < len(self.titles)

    def pairs(self) -> list[_Pair]:
        """Every pair worth weighing, with its evidence."""
        pool = self.model.pool(list(dict.fromkeys(self._latin)))
        found = [p for number in range(len(self.hosts)) for p in self._of(number, pool)]
        known = {p.host for p in found if any(p.tells(name) for name in _TABLES)}
        others = [n for n in range(len(self.hosts)) if n not in known]
        return found + [p for n in others for p in self._without_block(n)]

    def _without_block(self, number: int) -> list[_Pair]:
        """The cities of the country that a host sounds like, and that have no English block.

        A larger city is the likelier host, by the square root of its inhabitants.
        """
        total, people = self._elsewhere
        if not people:
            return []
        ranked = self.model.rank(self.hosts[number].read.name, self._cities, RIVALS)
        first = len(self.titles) + number * RIVALS
        return [
            _Pair(
                number,
                first + n,
                math.log((1 - HAS_BLOCK) * people[latin] / total),
                (Evidence("name", f"sounds like {latin.name}", min(score.weight, NAME_RANGE[1])),),
            )
            for n, (latin, score) in enumerate(ranked)
        ]

    @cached_property
    def _elsewhere(self) -> tuple[float, dict[Latin, float]]:
        """The cities without a block by the square root of their size, and the sum of that."""
        sizes = {
            Latin(name, self.home.country): math.sqrt(people + SMALL)
            for name, people in self.home.cities.items()
            if fold(name) not in self._by_form
        }
        return sum(sizes.values()), sizes

    @cached_property
    def _cities(self) -> NamePool:
        return self.model.pool(list(self._elsewhere[1]))

    def _of(self, number: int, pool: NamePool) -> list[_Pair]:
        host = self.hosts[number]
        shared = self.partners.shared(host.rows)
        alike = {latin for latin, _ in self.model.rank(host.read.name, pool, SHORTLIST)}
        close = sorted(shared, key=lambda b: (-sum(shared[b]), b))[:SHORTLIST]
        chosen = {n for form in host.forms for n in self._by_form.get(form, ())}
        chosen |= {n for n, latin in enumerate(self._latin) if latin in alike}
        chosen |= {self._number[b] for b in close if b in self._number}
        numbers = sorted(chosen)
        scores = self.model.compare(host.read.name, [self._latin[n] for n in numbers])
        return [
            _Pair(
                number,
                n,
                self.prior,
                tuple(self._evidence(host, self.titles[n], score.weight, shared)),
            )
            for n, score in zip(numbers, scores, strict=True)
        ]

    def _evidence(
        self, host: Host, title: Title, sound: float, shared: Mapping[str, Sequence[float]]
    ) -> list[Evidence]:
        country = self.home.country
        known, _ = known_pair([host.read.name], [title.name], country, stated=country)
        low, high = LISTED_NAME_RANGE if known and known.weight > 0 else NAME_RANGE
        known = known or _listed(host, title)
        found = [known] if known else []
        if known is None or known.name != "exonym":
            weight = min(max(sound, low), high)
            found.append(Evidence("name", f"{host.text} sounds like {title.name}", weight))
        if host.area is not None and title.area is not None:
            same = host.area == title.area
            detail = "both are areas" if host.area else "both are cities"
            weight = SAME_LEVEL if same else OTHER_LEVEL
            found.append(Evidence("level", detail if same else "an area and a city", weight))
        if host.province and title.province:
            same = _stem(host.province, country) == _stem(title.province, country)
            detail = f"both in {title.province}" if same else f"not in {host.province}"
            found.append(Evidence("division", detail, SAME_DIVISION if same else OTHER_DIVISION))
        found += self._parent(host, title)
        if both := shared.get(title.id):
            weight = min(sum(both), SHARED_PARTNERS)
            found.append(Evidence("partners", f"they share {len(both)} partners", weight))
        return found

    def _parent(self, host: Host, title: Title) -> list[Evidence]:
        if not title.parent or not host.read.parent:
            return []
        known, _ = known_pair([host.read.parent], [title.parent], self.home.country)
        latin = Latin(title.parent, self.home.country)
        if known or self.model.compare(host.read.parent, [latin])[0].weight > 0:
            return [Evidence("parent", f"both in {title.parent}", SAME_PARENT)]
        return [Evidence("parent", f"not in {title.parent}", OTHER_PARENT)]

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


def _listed(host: Host, title: Title) -> Evidence | None:
    """What it tells that the tables know the host by Latin names, and the title is one or none."""
    if not host.forms:
        return None
    names = " or ".join(dict.fromkeys(p.en for p in host.places if p.en))
    if host.forms & title.forms:
        return Evidence("gazetteer", f"{host.text} is {names}", IN_GAZETTEER)
    if any(_alike(a, b) for a in host.forms for b in title.forms):
        return None
    return Evidence("gazetteer", f"{host.text} is {names}, not {title.name}", OTHER_PLACE)


def _alike(a: str, b: str) -> bool:
    """Whether two spellings may be of one name: Veliky and Velikiy, Ludwigshafen (am Rhein)."""
    return a.startswith(b) or b.startswith(a) or ratio(a, b) >= ALIKE


def _stem(division: str, country: str) -> str:
    """A division without its level word: Tokyo and Tokyo Metropolis are one."""
    return place_name(division, country).bare.folded
