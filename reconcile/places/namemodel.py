"""Do a Chinese name and a Latin name denote the same place? One calibrated answer.

`NameModel.compare` is what the rest of the program calls: it gives the natural logarithm of how
much likelier the two names are if they denote one place than if they are unrelated names of the
same kind of list, with the reasons. The weight adds up with a prior and other evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from reconcile.models import Evidence
from reconcile.places import namestore
from reconcile.places.channel import LatinForms, group_of
from reconcile.places.namefeatures import FEATURES, channel_scores, features, reading_scores
from reconcile.places.nameindex import Encoder
from reconcile.places.namestore import Trained
from reconcile.places.nametext import KIND_INDEX, latin_forms, simplified, zh_forms

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

SURVIVORS = 48
"""Names of a large pool that are scored exactly."""


@dataclass(frozen=True, slots=True)
class Latin:
    """A candidate: its name as written and the ISO code of its country, None if unknown."""

    name: str
    country: str | None = None


@dataclass(frozen=True)
class NameScore:
    """`weight`: natural log-likelihood ratio; 0 where the names say nothing either way.

    `evidence` is worked out when it is asked for; its weights add up to `weight`.
    """

    weight: float
    _zh: str = field(default="", repr=False)
    _latin: Latin | None = field(default=None, repr=False)
    _parts: tuple[tuple[str, float], ...] = field(default=(), repr=False)
    _model: NameModel | None = field(default=None, repr=False, compare=False)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Why, in the order of importance."""
        if self._model is None or self._latin is None:
            return ()
        from reconcile.places.nameexplain import explain

        return explain(self._model.trained, self._zh, self._latin.name, self._latin.country, self._parts)


@dataclass(frozen=True)
class NamePool:
    """Many candidates, prepared once so that each query is quick."""

    names: tuple[Latin, ...]
    forms: LatinForms
    kinds: Ints
    owner: Ints
    vectors: Floats

    @classmethod
    def of(cls, names: Sequence[Latin], encoder: Encoder | None) -> NamePool:
        """Prepare `names`; without an encoder the pool cannot pre-select."""
        found = [(form, i) for i, latin in enumerate(names) for form in latin_forms(latin.name)]
        forms = [form for form, _ in found]
        return cls(
            tuple(names),
            LatinForms.of(forms),
            np.array([KIND_INDEX[f.kind] for f in forms], dtype=np.int64),
            np.array([i for _, i in found], dtype=np.int64),
            encoder.encode_latin(forms) if encoder else np.zeros((len(forms), 0), np.float32),
        )


@lru_cache(maxsize=256)
def _small_pool(names: tuple[Latin, ...]) -> NamePool:
    return NamePool.of(names, None)


class NameModel:
    """The trained model; use `NameModel.load()`."""

    def __init__(self, trained: Trained) -> None:
        self.trained = trained

    @classmethod
    def load(cls) -> NameModel:
        """The shipped model, read once per process."""
        return _shipped()

    def compare(self, zh: str, candidates: Sequence[Latin]) -> list[NameScore]:
        """Compare one Chinese name with each candidate.

        Args:
            zh: traditional, simplified or mixed; a level suffix may be there or not.
            candidates: Latin names with their countries.

        Returns:
            One score per candidate, in order. A name that is empty or has no Chinese character,
            and a candidate without letters, get weight 0 and no evidence.
        """
        pool = _small_pool(tuple(candidates))
        return self._scores(zh, pool, np.arange(len(candidates)))

    def pool(self, names: Sequence[Latin]) -> NamePool:
        """Prepare a large list of candidates for `rank`."""
        return NamePool.of(names, self.trained.encoder)

    def rank(self, zh: str, pool: NamePool, k: int = 10) -> list[tuple[Latin, NameScore]]:
        """The `k` candidates of `pool` with the highest weights, best first."""
        chosen = self._survivors(zh, pool)
        scores = self._scores(zh, pool, chosen)
        order = sorted(range(len(chosen)), key=lambda i: (-scores[i].weight, pool.names[chosen[i]].name))
        return [(pool.names[chosen[i]], scores[i]) for i in order[:k]]

    def _survivors(self, zh: str, pool: NamePool) -> Ints:
        """Candidates worth an exact score: the nearest by encoder, and those that are read so."""
        if len(pool.names) <= SURVIVORS or not simplified(zh):
            return np.arange(min(len(pool.names), 4 * SURVIVORS))
        countries = {n.country for n in pool.names}
        country = next(iter(countries)) if len(countries) == 1 else None
        best = np.full(len(pool.names), -np.inf, np.float32)
        for form in zh_forms(zh)[:3]:
            near = pool.vectors @ self.trained.encoder.encode_chinese(form.text, country)
            np.maximum.at(best, pool.owner, near)
        return np.sort(np.argpartition(-best, SURVIVORS)[:SURVIVORS]).astype(np.int64)

    def _scores(self, zh: str, pool: NamePool, chosen: Ints) -> list[NameScore]:
        out = [NameScore(0.0)] * len(chosen)
        text = simplified(zh)
        if not text or not any("\u3400" <= c <= "\u9fff" for c in text):
            return out
        by_country: defaultdict[str | None, list[int]] = defaultdict(list)
        for place, index in enumerate(chosen):
            by_country[pool.names[index].country].append(place)
        for country, places in by_country.items():
            rows = self._features(zh, country, pool, chosen[places])
            parts = rows * self.trained.fusion
            for place, row, part in zip(places, rows, parts, strict=True):
                if not row.any():
                    continue
                by_evidence: dict[str, float] = {}
                for (_, name), value in zip(FEATURES, part, strict=True):
                    if value:
                        by_evidence[name] = by_evidence.get(name, 0.0) + float(value)
                latin = pool.names[chosen[place]]
                weight = sum(by_evidence.values())
                out[place] = NameScore(weight, zh, latin, tuple(by_evidence.items()), self)
        return out

    def _features(self, zh: str, country: str | None, pool: NamePool, chosen: Ints) -> Floats:
        """Features of the `chosen` candidates; a row of zeros for one without letters."""
        where = np.full(len(pool.names), -1)
        where[chosen] = np.arange(len(chosen))
        forms = np.flatnonzero(where[pool.owner] >= 0) if len(pool.owner) else pool.owner
        owner = where[pool.owner[forms]]
        scores = channel_scores(
            self.trained.channel, self.trained.kinds, zh, country,
            pool.forms, forms, pool.kinds[forms], owner, len(chosen),
        )
        names = [pool.names[i].name for i in chosen]
        similarity, exact = reading_scores(zh, country, names)
        rows = features(scores, similarity, exact, len(simplified(zh)), country)
        rows[np.bincount(owner, minlength=len(chosen)) == 0] = 0
        return rows


@cache
def _shipped() -> NameModel:
    return NameModel(namestore.load())
