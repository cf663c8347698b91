"""One Chinese name, ranked candidates: the name matching by itself, without lists or hosts.

>>> from reconcile.places import match_name
>>> match_name("貝爾格萊德", country="RS")[0].name
'Belgrade'
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.evidence import Evidence
from reconcile.names.model import Latin, NameModel, NameScore
from reconcile.places import name_candidates
from reconcile.places.known import BROAD, SOUNDLESS, known_pair
from reconcile.places.name_candidates import NameCandidate
from reconcile.places.placename import place_name
from reconcile.places.said import word_more
from reconcile.weights import (
    LISTED,
    LISTED_NAME_RANGE,
    RECORD_OTHER_LEVEL,
    RECORD_SAME_LEVEL,
)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A candidate with its probability and evidence; the weights (log-odds) add up to it.

    `relation` is `same`, or `renamed` where the Chinese name is that of an earlier time.
    """

    name: str
    country: str | None
    probability: float
    relation: str
    evidence: tuple[Evidence, ...]


def match_name(
    zh: str,
    candidates: Sequence[str | Latin] | None = None,
    *,
    country: str | None = None,
    limit: int = 5,
) -> tuple[NameMatch, ...]:
    """Rank Latin names by how likely they denote the place that a Chinese name denotes.

    Args:
        zh: a Chinese name of a place outside China, in either script.
        candidates: Latin names to choose from; by default what GeoNames, the exonyms, the
            regions and China's units list under the Chinese name, and all places of the country
            by sound.
        country: ISO 3166-1 alpha-2 code of the country, where it is known. Without it the
            candidates' countries are ranked too.
        limit: how many to return at most.

    Returns:
        The best candidates, the likeliest first; empty where there is nothing to compare.
    """
    model = NameModel.load()
    if candidates is None:
        found, none = name_candidates.candidates(model, zh, country)
    else:
        named = (c if isinstance(c, Latin) else Latin(c, country) for c in candidates)
        found, none = name_candidates.given(named), 1 - LISTED
    if not found:
        return ()
    scores = model.compare(zh, tuple(candidate.latin for candidate in found))
    told = [_evidence(zh, c, score, country) for c, score in zip(found, scores, strict=True)]
    if not any(s.weight for s in scores) and not any(later or e for e, later in told):
        return ()
    return _ranked(found, told, none, limit)


def _evidence(
    zh: str, candidate: NameCandidate, score: NameScore, country: str | None
) -> tuple[list[Evidence], bool]:
    """What speaks for one candidate, and whether its name is a later one."""
    latin = candidate.latin
    known, later = known_pair([zh], [latin.name], latin.country, stated=country)
    tabled = known or next((e for e in candidate.known if e.name == "region"), None)
    low, high = LISTED_NAME_RANGE if tabled else (-math.inf, math.inf)
    share = min(max(score.weight, low), high) / score.weight if score.weight else 1.0
    found = [e for e in candidate.known if e is not tabled]
    if tabled:
        found.insert(0, tabled)
    if level := _level(zh, candidate):
        found.append(level)
    if not tabled:
        named = place_name(latin.name, latin.country)
        if more := word_more(place_name(zh, country), named, score):
            found.append(more)
    if known is None or known.name not in SOUNDLESS:  # an exonym has no sound to compare
        found += [e.scaled(share) for e in score.evidence]
    return found, later


def _level(zh: str, candidate: NameCandidate) -> Evidence | None:
    """Whether the level that the name states is that of the candidate, where both are known."""
    stated = place_name(zh, candidate.latin.country).kind
    if stated is None or candidate.level is None:
        return None
    if stated == candidate.level:
        return Evidence("level", "both a {level}", {"level": stated}, RECORD_SAME_LEVEL)
    params = {"zh_level": stated, "en_level": candidate.level}
    same = (stated in BROAD) == (candidate.level in BROAD)
    weight = RECORD_SAME_LEVEL if same else RECORD_OTHER_LEVEL
    return Evidence("level", "a {zh_level} and a {en_level}", params, weight)


def _ranked(
    found: Sequence[NameCandidate],
    told: Sequence[tuple[list[Evidence], bool]],
    none: float,
    limit: int,
) -> tuple[NameMatch, ...]:
    """The best candidates; `none` is the chance that none is right, before comparing."""
    weights = [
        c.prior + sum(e.weight for e in evidence)
        for c, (evidence, _) in zip(found, told, strict=True)
    ]
    top = max(weights)
    total = none * math.exp(-top) + sum(math.exp(w - top) for w in weights)
    order = sorted(range(len(found)), key=lambda i: (-weights[i], found[i].latin.name))
    out = []
    for i in order[:limit]:
        latin, prior, among = found[i].latin, found[i].prior, found[i].among
        chance = min(max(math.exp(weights[i] - top) / total, 1e-4), 1 - 1e-4)
        rest = math.log(chance / (1 - chance)) - weights[i]
        evidence = (
            Evidence("prior", "one of {count} candidates", {"count": among}, prior),
            *told[i][0],
            Evidence("alternatives", "how well the other candidates fit", {}, rest),
        )
        relation = "renamed" if told[i][1] else "same"
        out.append(NameMatch(latin.name, latin.country, chance, relation, evidence))
    return tuple(out)
