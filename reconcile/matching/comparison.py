"""A Chinese record compared with its candidates: what their names say, and all other evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.evidence import Evidence
from reconcile.matching.candidates import CandidatePair
from reconcile.matching.evidence import EVIDENCE, Context, levels_of, prior_of, relation_of
from reconcile.matching.spellings import LARGE, Spellings
from reconcile.matching.targets import linked_title
from reconcile.models import Record, Relation
from reconcile.names.model import NameModel, NameScore
from reconcile.places.countries import related
from reconcile.places.former import former
from reconcile.places.known import LISTINGS, SOUNDLESS, known_pair
from reconcile.places.said import called_after, word_more
from reconcile.weights import RECORD_LISTED_NAME_RANGE, RECORD_NAME_RANGE, RECORD_UNLIKE_NAMES

_OF_ROWS = ("prior", "row", "country", "date", "host")
"""Evidence of whether two rows state one agreement; all other is of their names."""


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
        found = (e.scaled(self.share) for e in self.score.evidence)
        return tuple(e.by(self.why) if self.why else e for e in found)


NO_SAY = NameFit(NameScore(0.0), 0.0, "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A compared pair: what the names say, and everything else."""

    pair: CandidatePair
    name: NameFit
    others: tuple[Evidence, ...]
    relation: Relation

    @property
    def names(self) -> float:
        """What the two names tell by themselves of being of one place: log-likelihood ratio."""
        return self.name.weight + sum(e.weight for e in self.others if e.name not in _OF_ROWS)

    @property
    def listed(self) -> bool:
        """Whether a table has the two names together."""
        return any(e.name in LISTINGS for e in self.others)

    @property
    def same_day(self) -> bool:
        """Whether the two rows, each by itself, state one day."""
        one, other = self.pair.zh.date, self.pair.en.date
        return one is not None and one.precision == "day" and one == other and not self.pair.one_row

    @property
    def weight(self) -> float:
        """Log-odds of the pair, prior included."""
        return self.name.weight + sum(e.weight for e in self.others) + self._pardon

    @property
    def _pardon(self) -> float:
        """What unlike names are let off for: rows of one day may state one agreement still."""
        return max(RECORD_UNLIKE_NAMES - self.names, 0.0) if self.same_day else 0.0

    @property
    def support(self) -> float:
        """The log-odds without the prior: what was found, for or against."""
        return self.weight - sum(e.weight for e in self.others if e.name in ("prior", "row"))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence; the weights add up to `weight`."""
        found = (*self.others, *self.name.evidence)
        if not self._pardon:
            return found
        return (*found, Evidence("unlike", "one of the names may be wrong", {}, self._pardon))


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

    def compare(self, pairs: Sequence[CandidatePair]) -> list[Comparison]:
        """Compare one Chinese record with its candidates (`pairs` share their `zh`).

        Candidates in another country than the record states are compared only where no other
        fits: that two lists name one partner and two countries is rare, and comparing is slow.
        """
        prior = prior_of(len(pairs))
        near = [i for i, p in enumerate(pairs) if not _contradict(p)]
        found = self._compare_promising(pairs, near, prior)
        if len(near) < len(pairs) and not any(c.weight > 0 for c in found):
            others = [i for i, p in enumerate(pairs) if _contradict(p)]
            found += self._compare_promising(pairs, others, prior)
        return found

    def _compare_promising(
        self, pairs: Sequence[CandidatePair], chosen: Sequence[int], prior: Evidence
    ) -> list[Comparison]:
        """Compare the `chosen` ones of the pairs; of many only those whose names may fit."""
        if len(chosen) > LARGE:
            names = [name for name, _ in self._names(pairs[0].zh)]
            promising = set(self._spellings(pairs).promising(names, chosen))
            chosen = [i for i in chosen if i in promising or pairs[i].one_row]
        return self._compare_all(pairs, chosen, prior) if chosen else []

    def _compare_all(
        self, pairs: Sequence[CandidatePair], chosen: Sequence[int], prior: Evidence
    ) -> list[Comparison]:
        """Compare the `chosen` ones of the pairs."""
        zh = pairs[0].zh
        names = self._names(zh)
        block = self._spellings(pairs)
        owners = [n for n, i in enumerate(chosen) for _ in block.spelled(i)]
        spelled = [j for i in chosen for j in block.spelled(i)]
        scores: list[list[tuple[NameScore, str]]] = [[] for _ in chosen]
        after = zh.place.facility
        for name, why in [*names, (after.of, "")] if after else names:
            made = self.model.compare(name, block.pool, spelled)
            for owner, score in zip(owners, made, strict=True):
                scores[owner].append((score, why))
        return [
            self._compare(pairs[i], prior, [n for n, _ in names], found)
            for i, found in zip(chosen, scores, strict=True)
        ]

    def _spellings(self, pairs: Sequence[CandidatePair]) -> Spellings:
        """The names of the English records; kept, as the next row mostly has the same ones."""
        records = [p.en for p in pairs]
        if self._block is None or not self._block.is_of(records):
            self._block = Spellings.of(records, self._english, self.model, curated=self.curated)
        return self._block

    def _compare(
        self,
        pair: CandidatePair,
        prior: Evidence,
        names: Sequence[str],
        scores: Sequence[tuple[NameScore, str]],
    ) -> Comparison:
        zh, en = pair.zh, pair.en
        known, later = self._known(names, zh, en)
        name = _name_fit(scores, known)
        more = None if known else word_more(zh.place, en.place, name.score)
        levels = levels_of(zh, en)
        context = Context(prior, known, later, self._share(en), levels, more, self.model)
        found = (look(pair, context) for look in EVIDENCE)
        others = tuple(e for e in found if e is not None)
        return Comparison(pair, name, others, relation_of(pair, context))

    def _known(self, names: Sequence[str], zh: Record, en: Record) -> tuple[Evidence | None, bool]:
        """What the tables say of a pair, also by today's name of what the English list calls so."""
        latin = [en.name, *self.aliases.get(("en", en.name), ()), en.partner]
        if inner := called_after(zh.place, en.place):
            names, latin = [inner[0], *names], [inner[1], *latin]
        found = known_pair(names, latin, en.country, stated=zh.country, curated=self.curated)
        now = former(en.name, en.country) if self.curated and found[0] is None else None
        return known_pair(names, [now.now], en.country, stated=zh.country) if now else found

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
        other = en.place.other_names if self.curated else ()
        facility = en.place.facility
        after = (facility.of,) if facility and facility.sure else ()
        aliases = self.aliases.get(("en", en.name), ())
        return list(dict.fromkeys((en.name, *aliases, *other, *after)))

    def _share(self, en: Record) -> float:
        """The share of the English rows that name this country."""
        return self.countries[en.country] / self.countries.total() if self.countries else 1.0


def _name_fit(scores: Sequence[tuple[NameScore, str]], known: Evidence | None) -> NameFit:
    """The name that fits best, its say scaled down to stay within its range."""
    if known is not None and known.name in SOUNDLESS:
        return NO_SAY  # an exonym has no sound to compare
    best, why = max(scores, key=lambda x: x[0].weight)
    low, high = RECORD_LISTED_NAME_RANGE if known else RECORD_NAME_RANGE
    share = min(max(best.weight, low), high) / best.weight if best.weight else 1.0
    return NameFit(best, share, why)


def _contradict(pair: CandidatePair) -> bool:
    a, b = pair.zh.country, pair.en.country
    return not pair.one_row and a is not None and b is not None and a != b and not related(a, b)
