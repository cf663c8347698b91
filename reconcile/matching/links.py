"""The matching stage: hosts, candidates, evidence, probabilities, assignment."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.matching.assign import assign
from reconcile.matching.candidates import Pair, candidate_pairs
from reconcile.matching.evidence import Comparer, Comparison
from reconcile.matching.hostforms import Partners
from reconcile.matching.hostnames import match_by_names
from reconcile.matching.hosts import HostIndex, match_host
from reconcile.matching.repeats import repeated
from reconcile.matching.score import competing, probability
from reconcile.matching.toldhosts import ToldHosts
from reconcile.models import (
    Block,
    Evidence,
    HostMatch,
    Link,
    ParsedSource,
    Record,
    Rival,
    content_id,
)
from reconcile.places.gazetteer import lookup
from reconcile.places.home import HomePlaces
from reconcile.places.homegazetteer import GazetteerPlaces
from reconcile.places.namemodel import NameModel
from reconcile.places.scripts import fold

THRESHOLD = 0.75
"""Pairs below this probability stay open. A tie gives two rivals at most one half each."""
LEAST_SUPPORT = 2.0
"""Log-likelihood ratio that a link needs beyond its prior: in a block of one row even an
uninformative name would be likely, and nothing speaks for it."""
HIGHEST = 0.9999
"""No link is shown as more certain than this: four decimals are what a probability is given in."""
WORTH_SHOWING = 0.02
"""A runner-up below this probability is not worth a reader's time."""


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


def match_hosts(
    zh: Sequence[ParsedSource],
    en: Sequence[ParsedSource],
    home: HomePlaces,
    model: NameModel,
    told: ToldHosts | None = None,
) -> tuple[dict[str, HostMatch], HostIndex, dict[int, list[Record]]]:
    """What each record's host stands for, the English blocks, and their records."""
    told = told or ToldHosts()
    index = told.index([b for s in en for b in s.blocks], home)
    by_block: dict[int, list[Record]] = defaultdict(list)
    for source in en:
        for record in source.records:
            by_block[record.block].append(record)
    hosts: dict[str, HostMatch] = {}
    for source in zh:
        rows: dict[int, list[Record]] = defaultdict(list)
        for record in source.records:
            rows[record.block].append(record)
        blocks = told.blocks("zh", source.blocks)
        if isinstance(home, GazetteerPlaces):
            partners = Partners.of(by_block)
            matches = match_by_names(blocks, rows, index, home, partners, model)
        else:
            matches = _by_table(blocks, rows, by_block, index, home)
        matches = told.settle(source.blocks, matches, index)
        hosts.update((r.id, matches[block]) for block in matches for r in rows[block])
    told_by = {m.block: m.province for m in hosts.values() if isinstance(home, GazetteerPlaces)}
    for block, records in by_block.items():
        match = HostMatch(block, index.province(block) or told_by.get(block))
        hosts.update((r.id, match) for r in records)
    return hosts, index, by_block


def _by_table(
    blocks: Sequence[Block],
    rows: Mapping[int, Sequence[Record]],
    by_block: Mapping[int, Sequence[Record]],
    index: HostIndex,
    home: HomePlaces,
) -> dict[int, HostMatch]:
    """The English block of each Chinese one, by the table of the home country's places."""

    def overlap(block: Block, other: Block) -> int:
        listed = {fold(r.name) for r in by_block.get(other.index, ())}
        mine = rows.get(block.index, ())
        return sum(any(fold(p.name) in listed for p in lookup(r.name)) for r in mine)

    return {b.index: match_host(b, index, home, home.province(b.section), overlap) for b in blocks}


def link_records(
    zh: Sequence[ParsedSource],
    en: Sequence[ParsedSource],
    home: HomePlaces,
    comparer: Comparer,
    *,
    forced: Sequence[tuple[str, str, str]] = (),
    forbidden: frozenset[tuple[str, str]] = frozenset(),
    alone: Collection[str] = (),
    told: ToldHosts | None = None,
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
        told: the hosts to which rules give another name.
    """
    hosts, index, by_block = match_hosts(zh, en, home, comparer.model, told)
    records = [r for s in zh for r in s.records]
    ruled = {i for _, z, e in forced for i in (z, e)}
    stated = [r for s in (*zh, *en) for r in s.records if r.id not in ruled]
    repeats = repeated(stated, hosts)
    settled = ruled | set(alone) | set(repeats)
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for pair in candidate_pairs(records, hosts, by_block, index):
        excluded = (pair.zh.id, pair.en.id) in forbidden
        if not excluded and not settled & {pair.zh.id, pair.en.id}:
            pairs[pair.zh.id].append(pair)
    compared = [c for group in pairs.values() for c in comparer.compare(group)]
    chances = _chances(compared)
    links, open_pairs = _decide(compared, chances)
    texts = {r.id: r for s in (*zh, *en) for r in s.records}
    for rule, z, e in forced:
        pair = Pair(texts[z], texts[e], hosts[z].block != texts[e].block)
        links.append(_forced(rule, comparer.compare([pair])[0]))
    order = {r.id: i for i, r in enumerate(records)}
    links.sort(key=lambda link: order[link.zh])
    considered = tuple(
        (c.pair.zh.id, c.pair.en.id, p) for c, p in zip(compared, chances, strict=True)
    )
    return Linking(hosts, tuple(links), tuple(open_pairs), considered, repeats)


def _ends(compared: Sequence[Comparison]) -> tuple[list[int], list[int]]:
    """Row and column number of each pair."""
    rows = {r: i for i, r in enumerate(dict.fromkeys(c.pair.zh.id for c in compared))}
    columns = {r: i for i, r in enumerate(dict.fromkeys(c.pair.en.id for c in compared))}
    return [rows[c.pair.zh.id] for c in compared], [columns[c.pair.en.id] for c in compared]


def _chances(compared: Sequence[Comparison]) -> list[float]:
    """The probability of each pair, competition included."""
    if not compared:
        return []
    return [probability(x) for x in competing(*_ends(compared), [c.weight for c in compared])]


def _decide(
    compared: Sequence[Comparison], chances: Sequence[float]
) -> tuple[list[Link], list[Link]]:
    """Links, and the pairs that were likely and could not be decided."""
    left, right = _ends(compared)
    gain = [
        p - THRESHOLD if c.support >= LEAST_SUPPORT else 0.0
        for c, p in zip(compared, chances, strict=True)
    ]
    taken = set(assign(left, right, gain))
    by_row: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(left):
        by_row[row].append(i)
    links, open_pairs = [], []
    used = {left[i] for i in taken}
    for row, members in by_row.items():
        ranked = sorted(members, key=lambda i: -chances[i])
        chosen = next((i for i in ranked if i in taken), None)
        if chosen is not None:
            links.append(_link(compared, chances, chosen, ranked))
        elif row not in used and chances[ranked[0]] >= 1 / 3:
            open_pairs.append(_link(compared, chances, ranked[0], ranked))
    return links, open_pairs


def _link(
    compared: Sequence[Comparison], chances: Sequence[float], chosen: int, ranked: Sequence[int]
) -> Link:
    it = compared[chosen]
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
        None if rival is None else _rival(compared[rival], chances[rival]),
    )


def _rival(comparison: Comparison, chance: float) -> Rival:
    en = comparison.pair.en
    return Rival(en.id, en.partner, chance)


def _adding_up(
    evidence: Sequence[Evidence], chance: float, has_rival: bool
) -> tuple[Evidence, ...]:
    """The evidence with a last piece for competition, so that the weights add up."""
    wanted = math.log(chance / (1 - chance))
    rest = wanted - sum(e.weight for e in evidence)
    if abs(rest) < 0.005:  # too small to show: let it go with the last piece
        last = evidence[-1]
        return (*evidence[:-1], replace(last, weight=last.weight + rest))
    detail = "another row fits as well" if has_rival else "the small chances of all other rows"
    if chance >= HIGHEST:
        detail = f"no link is shown as more certain than {HIGHEST}"
    return (*evidence, Evidence("competition", detail, rest))


def _forced(rule: str, it: Comparison) -> Link:
    zh, en = it.pair.zh, it.pair.en
    detail = f"rule {rule} says that {zh.partner} is {en.partner}"
    weight = math.log(HIGHEST / (1 - HIGHEST))
    return Link(
        content_id("link", zh.id, en.id),
        zh.id,
        en.id,
        it.relation,
        HIGHEST,
        "rule",
        (Evidence("rule", detail, weight),),
        rule=rule,
        without_rule=probability(it.weight),
    )
