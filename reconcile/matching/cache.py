"""Comparisons kept for the next run: comparing names is what a run spends its time on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.evidence import Evidence
from reconcile.matching.candidates import CandidatePair
from reconcile.matching.comparison import Comparer, Comparison
from reconcile.models import Record


class ComparisonCache:
    """The comparisons of the runs so far: each pair by all that its comparison depends on."""

    def __init__(self) -> None:
        self.found: dict[tuple[object, ...], Comparison] = {}


class CachingComparer(Comparer):
    """A Comparer that compares nothing twice. Where a row stands makes no difference to it."""

    def __init__(self, like: Comparer, cache: ComparisonCache) -> None:
        """Compare as `like` does."""
        super().__init__(like.model, like.aliases, curated=like.curated, countries=like.countries)
        self._found = cache.found
        self._settings = (like.curated, frozenset(like.countries.items()))

    def _compare_all(
        self, pairs: Sequence[CandidatePair], chosen: Sequence[int], prior: Evidence
    ) -> list[Comparison]:
        """As `Comparer`, from the cache where all that matters is the same."""
        zh = (self._settings, _said(pairs[0].zh), *self._names(pairs[0].zh))
        keys = {
            i: (zh, *_kind(pairs[i], prior), _said(pairs[i].en), *self._english(pairs[i].en))
            for i in chosen
        }
        new = [i for i, key in keys.items() if key not in self._found]
        if new:
            made = super()._compare_all(pairs, new, prior)
            self._found.update((keys[i], c) for i, c in zip(new, made, strict=True))
        return [_renewed(self._found[key], pairs[i], prior) for i, key in keys.items()]


def _renewed(known: Comparison, pair: CandidatePair, prior: Evidence) -> Comparison:
    """A comparison as it is among the rows of now: how many there are is in the prior alone."""
    others = tuple(prior if e.name == prior.name else e for e in known.others)
    return replace(known, pair=pair, others=others)


def _kind(pair: CandidatePair, prior: Evidence) -> tuple[object, ...]:
    """How the two rows stand to each other; the names of one row have evidence by the prior."""
    return pair.other_host, pair.one_row and prior.weight, pair.date_share


def _said(record: Record) -> tuple[object, ...]:
    """What a record says, without where it says it."""
    return (
        record.id,
        record.host,
        record.partner,
        record.name,
        record.parent,
        record.target,
        record.disambiguator,
        record.country,
        record.country_text,
        record.code,
        record.date,
    )
