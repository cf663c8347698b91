"""What speaks for and against a pair of records, each piece with a sentence and a weight.

Weights are log-likelihood ratios (natural logarithm): how much more often the observation is made
on two records of one agreement than on two of the same block that have nothing to do with each
other. They add up.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.evidence import Evidence
from reconcile.matching.candidates import Pair
from reconcile.matching.spellings import LARGE, Spellings
from reconcile.models import Record, Relation
from reconcile.names.model import Latin, NameModel, NameScore
from reconcile.places.countries import name_of, related
from reconcile.places.country_in_text import find_country
from reconcile.places.endonyms import other_names
from reconcile.places.gazetteer import lookup
from reconcile.places.known import BROAD, LISTED_NAME_RANGE, known_pair
from reconcile.places.levels import Level, english_level, find_region, split_level
from reconcile.scripts import fold, to_simplified

IN_BLOCK = 0.65
"""The chance that the partner of a Chinese row stands in its host's English block at all."""
SAME_COUNTRY = (1.6, 3.0)
"""Bounds of -log of the country's share among the English rows: the chance that any row of the
block has it. The upper one allows for lists that favour the same countries."""
OTHER_COUNTRY = -6.0
DOUBTFUL_COUNTRY = -1.0
"""A short or ambiguous country name (剛果) says little when the other list has another one."""
SAME_LEVEL = 0.7
OTHER_LEVEL = -1.8
SAME_PARENT = 2.0
OTHER_PARENT = -3.0
OTHER_HOST = -2.5
SAME_DAY = 5.0
"""Two rows of a block name one day by chance in about one of a hundred blocks, as most lists have
few agreements of a host signed on one day, or rows with a day that was only filled in."""
NAME_RANGE = (-6.0, 10.0)
"""Bounds of the name model's say where no table lists the pair."""

_DISAMBIGUATION = re.compile(r"\s*[（(].*?[)）]\s*$")


@dataclass(frozen=True, slots=True)
class NameFit:
    """The name model's say on a pair: `share` of its weight counts, as `why` the name was tried."""

    score: NameScore
    share: float
    why: str

    @property
    def weight(self) -> float:
        """What the names add to the log-odds."""
        return self.score.weight * self.share

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The model's reasons, scaled. Worked out when asked for: few pairs are ever shown."""
        by = f" (by {self.why})" if self.why else ""
        return tuple(
            Evidence(e.name, e.detail + by, e.weight * self.share) for e in self.score.evidence
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """A compared pair: what the names say, and everything else."""

    pair: Pair
    name: NameFit
    others: tuple[Evidence, ...]
    relation: Relation

    @property
    def weight(self) -> float:
        """Log-odds of the pair, prior included."""
        return self.name.weight + sum(e.weight for e in self.others)

    @property
    def support(self) -> float:
        """The log-odds without the prior: what was found, for or against."""
        return self.weight - sum(e.weight for e in self.others if e.name == "prior")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence; the weights add up to `weight`."""
        return (*self.others, *self.name.evidence)


class Comparer:
    """Compares Chinese records with English ones.

    `aliases` maps a Chinese name to names that mean the same (override rules); `curated` False
    leaves out every name entry written by hand, so that what is learned can be measured apart;
    `countries` counts the countries of the English rows.
    """

    def __init__(
        self,
        model: NameModel,
        aliases: Mapping[tuple[str, str], Sequence[str]] | None = None,
        *,
        curated: bool = True,
        countries: Counter[str | None] | None = None,
    ) -> None:
        self.model = model
        self.countries = countries or Counter()
        self.aliases = aliases or {}
        self.curated = curated
        self._block: Spellings | None = None

    def compare(self, pairs: Sequence[Pair]) -> list[Comparison]:
        """Compare one Chinese record with its candidates (`pairs` share their `zh`).

        Candidates in another country than the record states are compared only where no other
        fits: that two lists name one partner and two countries is rare, and comparing is slow.
        """
        prior = Evidence(
            "prior",
            f"one of {len(pairs)} rows that could be meant",
            math.log(IN_BLOCK / len(pairs) / (1 - IN_BLOCK / len(pairs))),
        )
        near = [i for i, p in enumerate(pairs) if not _contradict(p)]
        found = self._compare_promising(pairs, near, prior)
        if len(near) < len(pairs) and not any(c.weight > 0 for c in found):
            others = [i for i, p in enumerate(pairs) if _contradict(p)]
            found += self._compare_promising(pairs, others, prior)
        return found

    def _compare_promising(
        self, pairs: Sequence[Pair], chosen: Sequence[int], prior: Evidence
    ) -> list[Comparison]:
        """Compare the `chosen` ones of the pairs; of many only those whose names may fit."""
        if len(chosen) > LARGE:
            names = [name for name, _ in self._names(pairs[0].zh)]
            chosen = self._spellings(pairs).promising(names, chosen)
        return self._compare_all(pairs, chosen, prior) if chosen else []

    def _compare_all(
        self, pairs: Sequence[Pair], chosen: Sequence[int], prior: Evidence
    ) -> list[Comparison]:
        """Compare the `chosen` ones of the pairs."""
        names = self._names(pairs[0].zh)
        block = self._spellings(pairs)
        owners = [n for n, i in enumerate(chosen) for _ in block.spelled(i)]
        spelled = [j for i in chosen for j in block.spelled(i)]
        scores: list[list[tuple[NameScore, str]]] = [[] for _ in chosen]
        for name, why in names:
            made = self.model.compare(name, block.pool, spelled)
            for owner, score in zip(owners, made, strict=True):
                scores[owner].append((score, why))
        return [
            self._compare(pairs[i], prior, [n for n, _ in names], found)
            for i, found in zip(chosen, scores, strict=True)
        ]

    def _spellings(self, pairs: Sequence[Pair]) -> Spellings:
        """The names of the English records; kept, as the next row mostly has the same ones."""
        records = [p.en for p in pairs]
        if self._block is None or not self._block.is_of(records):
            self._block = Spellings.of(records, self._english, self.model, curated=self.curated)
        return self._block

    def _compare(
        self,
        pair: Pair,
        prior: Evidence,
        names: Sequence[str],
        scores: Sequence[tuple[NameScore, str]],
    ) -> Comparison:
        zh, en = pair.zh, pair.en
        known, later = known_pair(
            names,
            (en.name, *self.aliases.get(("en", en.name), ()), en.partner),
            en.country,
            stated=zh.country,
            curated=self.curated,
        )
        level, relation = _levels(zh, en)
        others = [
            prior,
            *([known] if known else []),
            *_country(zh, en, self._share(en)),
            *_day(zh, en),
            *level,
            *self._parent(zh, en),
        ]
        if pair.other_host:
            others.append(Evidence("host", f"under {en.host}, not {zh.host}", OTHER_HOST))
            relation = "other-host"
        elif later:
            relation = "renamed"
        if known is not None and known.name == "exonym":
            fit = NameFit(NameScore(0.0), 0.0, "")  # an exonym has no sound to compare
        else:
            fit = _best_name(scores, LISTED_NAME_RANGE if known else NAME_RANGE)
        return Comparison(pair, fit, tuple(others), relation)

    def _names(self, zh: Record) -> list[tuple[str, str]]:
        """The Chinese names to try, each with where it comes from."""
        names = {zh.name: ""}
        if title := linked_title(zh):
            names.setdefault(title, "its link target")
        for name in list(names):
            for alias in self.aliases.get(("zh", name), ()):
                names.setdefault(alias, "a rule")
        return list(names.items())

    def _english(self, en: Record) -> list[str]:
        """The Latin names to try: as written, as rules call it, and local or older ones."""
        other = other_names(en.name, en.country) if self.curated else ()
        return list(dict.fromkeys((en.name, *self.aliases.get(("en", en.name), ()), *other)))

    def _share(self, en: Record) -> float:
        """The share of the English rows that name this country."""
        return self.countries[en.country] / self.countries.total() if self.countries else 1.0

    def _parent(self, zh: Record, en: Record) -> list[Evidence]:
        if not (zh.parent and en.parent):
            return []
        score = self.model.compare(zh.parent, [Latin(en.parent, en.country)])[0].weight
        listed = any(fold(p.name) == fold(en.parent) for p in lookup(zh.parent))
        if listed or score > 0:
            return [Evidence("parent", f"both in {en.parent}", SAME_PARENT)]
        return [Evidence("parent", f"{zh.parent} is not {en.parent}", OTHER_PARENT)]


def linked_title(zh: Record) -> str | None:
    """The title a Chinese name links to, if it is another name; without its bracket."""
    title = _DISAMBIGUATION.sub("", zh.target or "")
    other = title and to_simplified(title) != to_simplified(zh.name) and "://" not in title
    return title if other else None


def _best_name(scores: Sequence[tuple[NameScore, str]], bounds: tuple[float, float]) -> NameFit:
    """The name that fits best, its say scaled down to stay within `bounds`."""
    best, why = max(scores, key=lambda x: x[0].weight)
    low, high = bounds
    share = min(max(best.weight, low), high) / best.weight if best.weight else 1.0
    return NameFit(best, share, why)


def _contradict(pair: Pair) -> bool:
    a, b = pair.zh.country, pair.en.country
    return a is not None and b is not None and a != b and not related(a, b)


def _country(zh: Record, en: Record, share: float) -> list[Evidence]:
    """Evidence of the countries; the rarer the shared one is in the list, the more it tells."""
    if zh.country is None or en.country is None:
        return []
    if zh.country == en.country or related(zh.country, en.country):
        low, high = SAME_COUNTRY
        weight = min(max(-math.log(share), low), high)
        return [Evidence("country", f"both in {name_of(en.country, 'en')}", weight)]
    named = find_country(zh.country_text or "")
    doubtful = named is not None and named.form == "ambiguous"
    detail = f"{name_of(zh.country, 'en')} is not {name_of(en.country, 'en')}"
    return [Evidence("country", detail, DOUBTFUL_COUNTRY if doubtful else OTHER_COUNTRY)]


def _day(zh: Record, en: Record) -> list[Evidence]:
    """Evidence of the dates, where both are whole and the same; others may be a slip."""
    if zh.date is None or zh.date.precision != "day" or zh.date != en.date:
        return []
    return [Evidence("date", f"both on {zh.date}", SAME_DAY)]


def _stated_levels(zh: Record, en: Record) -> tuple[str | None, str | None]:
    """The administrative level each record states, or is known by (Lombardy is a region).

    A name that is both a region's and a city's (東京, New York) states none.
    """
    country = zh.country or en.country
    shown = split_level(zh.name, country)[1]
    if shown is None and zh.target:  # a bare label over a link to 延雪平省
        shown = split_level(_DISAMBIGUATION.sub("", zh.target), country)[1]
    english = english_level(en.name, en.country)[1]
    city = _names_a_city(zh, en)
    return _kind(shown, zh.name, country, city), _kind(english, en.name, en.country, city)


def _kind(level: Level | None, name: str, country: str | None, city: bool) -> str | None:
    if level is not None or city:
        return level.kind if level is not None else None
    regions = [r for r in find_region(name, country) if r.bare]
    return regions[0].kind if len(regions) == 1 else None


def _levels(zh: Record, en: Record) -> tuple[list[Evidence], Relation]:
    """Level evidence; a region against a city is another level of the same name."""
    a, b = _stated_levels(zh, en)
    if a is None or b is None:
        broad = (a or b) in BROAD
        return [], "level" if broad and _names_a_city(zh, en) else "same"
    if (a in BROAD) == (b in BROAD) or {a, b} == {"county", "district"}:
        return [
            Evidence("level", f"a {a} and a {b}" if a != b else f"both a {b}", SAME_LEVEL)
        ], "same"
    return [Evidence("level", f"a {a} and a {b}", OTHER_LEVEL)], "level"


def _names_a_city(zh: Record, en: Record) -> bool:
    """Whether the bare name, without level, is a city's: 里約熱內盧州 and Rio de Janeiro."""
    stem = split_level(zh.name, zh.country or en.country)[0]
    plain = fold(english_level(en.name, en.country)[0])
    return any(p.country == en.country and fold(p.name) == plain for p in lookup(stem))
