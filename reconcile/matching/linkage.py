"""The matching stage: hosts, candidates, evidence, probabilities, assignment."""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from reconcile.evidence import Evidence
from reconcile.ids import content_id
from reconcile.matching.assign import assign
from reconcile.matching.candidates import CandidatePair, candidate_pairs
from reconcile.matching.comparison import Comparer, Comparison
from reconcile.matching.hosts.match import MatchedHosts, match_hosts
from reconcile.matching.hosts.ruled import HostNames
from reconcile.matching.mates import mates_of
from reconcile.matching.other_place import Naming, linked_names, names_probability, naming
from reconcile.matching.repeats import repeated
from reconcile.matching.score import competing, probabilities, probability
from reconcile.matching.shared_dates import SharedDates
from reconcile.models import HostMatch, Link, ParsedSource, Record, Rival
from reconcile.places.home.base import HomePlaces
from reconcile.weights import HIGHEST, LEAST_SUPPORT, LINKED, UNDECIDED, WORTH_SHOWING

_UNDECIDED_LOG_ODDS = math.log(UNDECIDED / (1 - UNDECIDED)) - 0.01
"""Competition only takes away: a pair with less never comes to be shown."""


@dataclass(frozen=True, slots=True)
class Linking:
    """What the matching stage found.

    `open_pairs` are likely pairs that were not linked; `considered` holds every pair compared,
    as (Chinese record id, English record id, probability).
    """

    hosts: Mapping[str, HostMatch]
    links: tuple[Link, ...]
    open_pairs: tuple[Link, ...]
    considered: tuple[tuple[str, str, float], ...]
    repeats: Mapping[str, str]
    """Record id → id of the record of its side that states the same and stands for both."""


def link_records(
    zh: Sequence[ParsedSource],
    en: Sequence[ParsedSource],
    home: HomePlaces,
    comparer: Comparer,
    *,
    forced: Sequence[tuple[str, str, str]] = (),
    forbidden: frozenset[tuple[str, str]] = frozenset(),
    alone: Collection[str] = (),
    host_names: HostNames | None = None,
) -> Linking:
    """Link the records of the two sides.

    Args:
        zh: the Chinese sources.
        en: the English sources.
        home: the places of the country whose cities are the hosts.
        comparer: the source of evidence.
        forced: (rule id, Chinese record id, English record id) of links that rules demand.
        forbidden: (Chinese record id, English record id) that rules exclude.
        alone: ids of records that have no counterpart, as rules say.
        host_names: the hosts to which rules give another name.
    """
    matched = match_hosts(zh, en, home, comparer.model, host_names)
    records = {r.id: r for s in (*zh, *en) for r in s.records}
    ruled = {i for _, z, e in forced for i in (z, e)}
    mates = mates_of((*zh, *en))
    in_one_row = {i for own, mate in mates.items() for i in (own, mate.id)}
    stated = [r for r in records.values() if r.id not in ruled | in_one_row]
    repeats = repeated(stated, matched.of)
    settled = ruled | set(alone) | set(repeats)
    free = _Free(tuple(records.values()), matched, mates, forbidden)
    compared = _Compared.of(free.pairs(settled), comparer)
    chances = compared.chances()
    links, open_pairs = _decide(compared, chances, comparer)
    left_over = _of_one_day(free.pairs(settled | _ends(links)))
    late = _Compared.of(left_over, comparer)
    late_links, late_open = _decide(late, late.chances(), comparer)
    links += late_links
    taken = _ends(links)
    open_pairs = [pair for pair in open_pairs if taken.isdisjoint((pair.zh, pair.en))]
    taken |= _ends(open_pairs)
    open_pairs += [pair for pair in late_open if taken.isdisjoint((pair.zh, pair.en))]
    for rule, z, e in forced:
        other_host = matched.of[z].block != matched.of[e].block
        pair = CandidatePair(records[z], records[e], other_host)
        links.append(_forced(rule, comparer.compare([pair])[0]))
    order = {i: n for n, i in enumerate(records)}
    links.sort(key=lambda link: order[link.zh])
    considered = tuple(
        (zh_id, compared.en[i].id, chances[i])
        for zh_id, span in zip(compared.zh, compared.spans, strict=True)
        for i in span
    )
    return Linking(matched.of, tuple(links), tuple(open_pairs), considered, repeats)


def _ends(links: Iterable[Link]) -> set[str]:
    """The ids of the records that links connect."""
    return {i for link in links for i in (link.zh, link.en)}


def _of_one_day(pairs: Iterable[CandidatePair]) -> Iterator[CandidatePair]:
    """The pairs of one day.

    What a day tells little of while three rows have it, it tells much of the last one, when the two
    others have found their counterparts.
    """
    return (p for p in pairs if p.zh.date and p.zh.date == p.en.date and p.zh.date.day)


@dataclass(frozen=True, slots=True)
class _Free:
    """The records, and which of them may be paired."""

    records: tuple[Record, ...]
    hosts: MatchedHosts
    mates: Mapping[str, Record]
    forbidden: frozenset[tuple[str, str]]

    def pairs(self, settled: set[str]) -> Iterator[CandidatePair]:
        """The pairs of records about which nothing is settled; settled ones share no date."""
        free = [r for r in self.records if r.id not in settled]
        dates = SharedDates.of(free, self.hosts.of)
        zh = [r for r in free if r.side == "zh"]
        for pair in candidate_pairs(zh, self.hosts, dates, self.mates):
            if pair.en.id not in settled and (pair.zh.id, pair.en.id) not in self.forbidden:
                yield pair


@dataclass(slots=True)
class _Compared:
    """All pairs that were compared, as one row after the other: a long list has millions of them.

    `spans[i]` are the pairs of the Chinese record `zh[i]`, `en` their English records and `weights`
    their log-odds. What was compared is kept whole in `likely`, where it may come to be shown.
    """

    zh: list[str]
    spans: list[range]
    en: list[Record]
    weights: array[float]
    likely: dict[int, Comparison]

    @classmethod
    def of(cls, pairs: Iterable[CandidatePair], comparer: Comparer) -> _Compared:
        """Compare pairs that come one Chinese record after the other."""
        found = cls([], [], [], array("d"), {})
        for zh, group in groupby(pairs, key=lambda pair: pair.zh.id):
            start = len(found.en)
            for it in comparer.compare(list(group)):
                weight = it.weight
                if weight >= _UNDECIDED_LOG_ODDS:
                    found.likely[len(found.en)] = it
                found.en.append(it.pair.en)
                found.weights.append(weight)
            if len(found.en) > start:  # of many rows there may be none whose name may fit
                found.zh.append(zh)
                found.spans.append(range(start, len(found.en)))
        return found

    def ends(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Row and column number of each pair."""
        rows = np.repeat(np.arange(len(self.spans)), [len(s) for s in self.spans])
        columns: dict[str, int] = {}
        numbers = (columns.setdefault(en.id, len(columns)) for en in self.en)
        return rows, np.fromiter(numbers, np.intp, len(self.en))

    def chances(self) -> list[float]:
        """The probability of each pair, competition included."""
        if not self.en:
            return []
        odds = competing(*self.ends(), np.frombuffer(self.weights, np.float64))
        found: list[float] = probabilities(odds).tolist()
        return found


def _decide(
    compared: _Compared, chances: Sequence[float], comparer: Comparer
) -> tuple[list[Link], list[Link]]:
    """Links, and the pairs that were likely and could not be decided.

    Rows of one agreement are linked if their names are of one place, and likewise if these are
    known to be of two: then one list is wrong. Where nothing tells, the pair is left open.
    """
    taken = _assigned(compared, chances)
    linked = linked_names(compared.likely[i] for i in taken)
    links: list[Link] = []
    open_pairs: list[Link] = []
    for span in compared.spans:
        ranked = sorted(span, key=lambda i: -chances[i])
        chosen = next((i for i in ranked if i in taken), ranked[0])
        if chosen not in taken and chances[chosen] < UNDECIDED:
            continue
        it = compared.likely[chosen]
        names = naming(it, comparer.model, linked, curated=comparer.curated)
        agreed = names.one_place or (names.other is not None and it.same_day)
        link = _link(compared, chances, chosen, ranked, names)
        (links if chosen in taken and agreed else open_pairs).append(link)
    return links, open_pairs


def _assigned(compared: _Compared, chances: Sequence[float]) -> set[int]:
    """The numbers of the pairs that are taken for rows of one agreement: one for each record."""
    rows, columns = compared.ends()
    worth = [i for i, it in compared.likely.items() if it.support >= LEAST_SUPPORT]
    gain = [chances[i] - LINKED for i in worth]
    best = assign(rows[worth].tolist(), columns[worth].tolist(), gain)
    return {worth[n] for n in best}


def _link(
    compared: _Compared,
    chances: Sequence[float],
    chosen: int,
    ranked: Sequence[int],
    names: Naming,
) -> Link:
    it = compared.likely[chosen]
    rival = next((i for i in ranked if i != chosen and chances[i] >= WORTH_SHOWING), None)
    chance = min(max(chances[chosen], 1 - HIGHEST), HIGHEST)
    return Link(
        content_id("link", it.pair.zh.id, it.pair.en.id),
        it.pair.zh.id,
        it.pair.en.id,
        it.relation,
        chance,
        "evidence",
        _adding_up(it.evidence, chance, rival is not None),
        _rival(compared, chances, rival),
        names=names.probability,
        other=names.other,
    )


def _rival(compared: _Compared, chances: Sequence[float], number: int | None) -> Rival | None:
    if number is None:
        return None
    en = compared.en[number]
    return Rival(en.id, en.partner, chances[number])


def _adding_up(
    evidence: Sequence[Evidence], chance: float, has_rival: bool
) -> tuple[Evidence, ...]:
    """The evidence with a last piece for competition, so that the weights add up."""
    wanted = math.log(chance / (1 - chance))
    rest = wanted - sum(e.weight for e in evidence)
    if abs(rest) < 0.005:  # too small to show: let it go with the last piece
        last = evidence[-1]
        return (*evidence[:-1], replace(last, weight=last.weight + rest))
    return (*evidence, _competition(chance, has_rival, rest))


def _competition(chance: float, has_rival: bool, weight: float) -> Evidence:
    """What a pair loses to the other rows that may be meant."""
    if chance >= HIGHEST:
        template = "no link is shown as more certain than {highest}"
        return Evidence("competition", template, {"highest": HIGHEST}, weight)
    template = "another row fits as well" if has_rival else "the small chances of all other rows"
    return Evidence("competition", template, {}, weight)


def _forced(rule: str, it: Comparison) -> Link:
    zh, en = it.pair.zh, it.pair.en
    params = {"rule": rule, "zh": zh.partner, "en": en.partner}
    weight = math.log(HIGHEST / (1 - HIGHEST))
    return Link(
        content_id("link", zh.id, en.id),
        zh.id,
        en.id,
        it.relation,
        HIGHEST,
        "rule",
        (Evidence("rule", "rule {rule} says that {zh} is {en}", params, weight),),
        rule=rule,
        without_rule=probability(it.weight),
        names=names_probability(it),
    )
