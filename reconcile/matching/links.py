"""The matching stage: hosts, candidates, evidence, probabilities, assignment."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.matching.assign import assign
from reconcile.matching.candidates import Pair, candidate_pairs
from reconcile.matching.evidence import Comparer, Comparison
from reconcile.matching.hosts import HostIndex, match_host
from reconcile.matching.repeats import repeated
from reconcile.matching.score import competing, probability
from reconcile.models import (
    Block,
    Evidence,
    HostMatch,
    Link,
    ParsedSource,
    Record,
    Relation,
    Rival,
    content_id,
)
from reconcile.places.gazetteer import lookup
from reconcile.places.home import HomePlaces
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
    """Chinese record id → id of the record that states the same agreement and stands for both."""


def match_hosts(
    zh: Sequence[ParsedSource], en: Sequence[ParsedSource], home: HomePlaces
) -> tuple[dict[str, HostMatch], HostIndex, dict[int, list[Record]]]:
    """What each record's host stands for, the English blocks, and their records."""
    index = HostIndex.build([b for s in en for b in s.blocks], home)
    by_block: dict[int, list[Record]] = defaultdict(list)
    for source in en:
        for record in source.records:
            by_block[record.block].append(record)
    hosts: dict[str, HostMatch] = {}
    for source in zh:
        rows: dict[int, list[Record]] = defaultdict(list)
        for record in source.records:
            rows[record.block].append(record)

        def overlap(block: Block, other: Block, rows: dict[int, list[Record]] = rows) -> int:
            listed = {fold(r.name) for r in by_block[other.index]}
            return sum(
                any(fold(p.name) in listed for p in lookup(r.name)) for r in rows[block.index]
            )

        for block in source.blocks:
            match = match_host(block, index, home, home.province(block.section), overlap)
            hosts.update((r.id, match) for r in rows[block.index])
    for records in by_block.values():
        for record in records:
            hosts[record.id] = HostMatch(record.block, index.province(record.block))
    return hosts, index, by_block


def link_records(
    zh: Sequence[ParsedSource],
    en: Sequence[ParsedSource],
    home: HomePlaces,
    comparer: Comparer,
    *,
    forced: Sequence[tuple[str, str, str]] = (),
    forbidden: frozenset[tuple[str, str]] = frozenset(),
) -> Linking:
    """Link the records of the two sides.

    Args:
        zh: the Chinese sources.
        en: the English sources.
        home: the places of the country whose cities are the hosts.
        comparer: the source of evidence.
        forced: (rule id, Chinese record id, English record id) of links that rules demand.
        forbidden: (Chinese record id, English record id) that rules exclude.
    """
    hosts, index, by_block = match_hosts(zh, en, home)
    records = [r for s in zh for r in s.records]
    ruled = {z for _, z, _ in forced}
    repeats = repeated([r for r in records if r.id not in ruled], hosts)
    settled = {z for _, z, _ in forced} | {e for _, _, e in forced}
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for pair in candidate_pairs(records, hosts, by_block, index):
        excluded = (pair.zh.id, pair.en.id) in forbidden
        if not excluded and pair.zh.id not in repeats and not settled & {pair.zh.id, pair.en.id}:
            pairs[pair.zh.id].append(pair)
    compared = [c for group in pairs.values() for c in comparer.compare(group)]
    chances = _chances(compared)
    links, open_pairs = _decide(compared, chances)
    texts = {r.id: r for s in (*zh, *en) for r in s.records}
    for rule, z, e in forced:
        pair = Pair(texts[z], texts[e], hosts[z].block != texts[e].block)
        links.append(_forced(rule, pair, comparer.compare([pair])[0].relation))
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


def _forced(rule: str, pair: Pair, relation: Relation) -> Link:
    zh, en = pair.zh, pair.en
    detail = f"rule {rule} says that {zh.partner} is {en.partner}"
    weight = math.log(HIGHEST / (1 - HIGHEST))
    return Link(
        content_id("link", zh.id, en.id),
        zh.id,
        en.id,
        relation,
        HIGHEST,
        "rule",
        (Evidence("rule", detail, weight),),
        rule=rule,
    )
