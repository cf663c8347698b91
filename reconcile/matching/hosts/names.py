"""Which English block a Chinese host stands for, where no table lists the home country's places.

Hosts are linked as partners are: what the gazetteer says, how the names sound or read, the level
and division that they state, and how many partners they share add up to one probability; each
block stands for one host at most, and what stays open is said to be.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.fuzz import ratio

from reconcile.evidence import Evidence
from reconcile.matching.assign import assign
from reconcile.matching.hosts.comparison import Host, Partners, Title, hosts_of, title_of
from reconcile.matching.hosts.table import HostIndex
from reconcile.matching.score import competing, probability
from reconcile.models import Block, HostMatch, Record
from reconcile.names.model import Latin, NameModel, NamePool
from reconcile.places.home.from_gazetteer import GazetteerPlaces
from reconcile.places.known import IN_GAZETTEER, LISTED_NAME_RANGE, known_pair
from reconcile.places.levels import english_level
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

    @property
    def reason(self) -> str:
        return max(self.evidence, key=lambda e: e.weight).detail


def match_by_names(
    blocks: Sequence[Block],
    rows: Mapping[int, Sequence[Record]],
    index: HostIndex,
    home: GazetteerPlaces,
    partners: Partners,
    model: NameModel,
) -> dict[int, HostMatch]:
    """The English block of each block of one Chinese source.

    Args:
        blocks: the Chinese blocks.
        rows: their records, by block.
        index: the English blocks.
        home: what is known of the places of the home country.
        partners: who lists which partner.
        model: compares names that no table has.
    """
    hosts = hosts_of([b for b in blocks if rows.get(b.index)], rows, home)
    titles = [title_of(b, index, home) for b in index.blocks]
    if not titles:
        return {b: _unmatched(h, "the English list has no blocks") for h in hosts for b in h.blocks}
    matcher = _Matcher(hosts, titles, home, partners, model)
    pairs = matcher.pairs()
    left, right = [p.host for p in pairs], [p.title for p in pairs]
    weights = competing(left, right, [p.prior + p.support for p in pairs]) if pairs else ()
    chances = [probability(w) for w in weights]
    gain = [
        c - LIKELY if p.support >= LEAST_SUPPORT and p.title < len(titles) else 0.0
        for p, c in zip(pairs, chances, strict=True)
    ]
    chosen = {pairs[i].host: pairs[i] for i in assign(left, right, gain)}
    opened: dict[int, list[_Pair]] = defaultdict(list)
    for pair, chance in zip(pairs, chances, strict=True):
        if chance >= OPEN and pair.support >= LEAST_SUPPORT and pair.title < len(titles):
            opened[pair.host].append(pair)
    found: dict[int, HostMatch] = {}
    for number, host in enumerate(hosts):
        match = matcher.outcome(number, chosen.get(number), opened[number])
        found.update(dict.fromkeys(host.blocks, match))
    return found


class _Matcher:
    """Compares the hosts of one Chinese source with the English titles."""

    def __init__(
        self,
        hosts: Sequence[Host],
        titles: Sequence[Title],
        home: GazetteerPlaces,
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
        share = HAS_BLOCK / len(titles)
        self.prior = math.log(share / (1 - share))
        self._number = {t.block: n for n, t in enumerate(titles)}

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
        self, host: Host, title: Title, sound: float, shared: Mapping[int, Sequence[float]]
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
        if both := shared.get(title.block):
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

    def outcome(self, number: int, pair: _Pair | None, opened: Sequence[_Pair]) -> HostMatch:
        """What is said of a host in the end."""
        host = self.hosts[number]
        part_of = self._part_of(host)
        if pair is not None:
            title = self.titles[pair.title]
            why = f"{host.text} is {title.text}: {pair.reason}"
            province = host.province or title.province
            return HostMatch(title.block, province, host.level, part_of, (), why)
        if opened:
            numbers = tuple(self.titles[p.title].block for p in opened)
            names = " or ".join(self.titles[p.title].text for p in opened)
            why = f"{host.text} may be the English block {names}; too little tells"
            return HostMatch(None, host.province, host.level, part_of, numbers, why)
        why = f"the English list has no block for {host.text}"
        return _unmatched(host, why, part_of)

    def _part_of(self, host: Host) -> int | None:
        """The block of the city that the host is a part of."""
        if not host.read.parent:
            return None
        names = self.home.city_names(host.read.parent)
        found = {
            self.titles[n].block
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
    return fold(english_level(division, country)[0])


def _unmatched(host: Host, why: str, part_of: int | None = None) -> HostMatch:
    return HostMatch(None, host.province, host.level, part_of, (), why)
