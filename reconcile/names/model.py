"""Do a Chinese name and a Latin name denote the same place? One calibrated answer.

`NameModel.compare` is what the rest of the program calls: it gives the natural logarithm of how
much likelier the two names are if they denote one place than if they are unrelated names of the
same kind of list, with the reasons. The weight adds up with a prior and other evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from reconcile.evidence import Evidence
from reconcile.names import store as namestore
from reconcile.names.features import FEATURES, Measures, channel_scores, features, reading_scores
from reconcile.names.forms import simplified
from reconcile.names.pool import Latin, NamePool, Sounds, form_profile, name_profile
from reconcile.names.readings import has_reading
from reconcile.names.store import Trained
from reconcile.names.unsaid import Unsaid, unsaid

__all__ = ["Latin", "NameModel", "NamePool", "NameScore", "Unsaid"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

SURVIVORS = 30
"""Names of a large pool that are scored exactly, at most."""
_AT_ONCE = 512
"""Names that are compared in one step: arrays of more take much memory and are no faster."""
_MARGIN = 10.0
"""Forms whose profile falls short of the best by more are not scored exactly."""


@dataclass(frozen=True)
class NameScore:
    """`weight`: natural log-likelihood ratio; 0 where the names say nothing either way.

    `evidence` is worked out when it is asked for; its weights add up to `weight`.
    """

    weight: float
    _zh: str = field(default="", repr=False)
    _latin: Latin | None = field(default=None, repr=False)
    _sound: float = field(default=0.0, repr=False)
    _reading: float = field(default=0.0, repr=False)
    _model: NameModel | None = field(default=None, repr=False, compare=False)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Why, the weightiest first; empty where nothing could be compared."""
        if self._model is None or self._latin is None:
            return ()
        from reconcile.names.sentences import explain

        latin = self._latin
        return explain(
            self._model.trained, self._zh, latin.name, latin.country, self._sound, self._reading
        )

    @cached_property
    def unsaid(self) -> Unsaid | None:
        """Words that one of the names has more than the other; see `names.unsaid`."""
        if self._model is None or self._latin is None:
            return None
        return unsaid(self._model.trained, self._zh, self._latin.name, self._latin.country)


@lru_cache(maxsize=256)
def _small_pool(names: tuple[Latin, ...]) -> NamePool:
    return NamePool.of(names)


class NameModel:
    """The trained model; use `NameModel.load()`."""

    def __init__(self, trained: Trained) -> None:
        self.trained = trained

    @classmethod
    def load(cls) -> NameModel:
        """The shipped model, read once per process."""
        return _shipped()

    def compare(
        self, zh: str, candidates: Sequence[Latin] | NamePool, chosen: Sequence[int] | None = None
    ) -> list[NameScore]:
        """Compare one Chinese name with each candidate.

        Args:
            zh: traditional, simplified or mixed; a level suffix may be there or not.
            candidates: Latin names with their countries; a `pool` of them where several Chinese
                names are compared with the same ones.
            chosen: positions of the candidates to compare; all by default.

        Returns:
            One score per chosen candidate, in order. A name that is empty or has no Chinese
            character, and a candidate without letters, get weight 0 and no evidence.
        """
        pool = candidates if isinstance(candidates, NamePool) else _small_pool(tuple(candidates))
        wanted = np.array(range(len(pool.names)) if chosen is None else chosen, np.int64)
        out: list[NameScore] = []
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            rows = self._rows(zh, pool.sounds.take(part), pool, part)
            out += self._scores(zh, pool, part, rows)
        return out

    def pool(self, names: Sequence[Latin]) -> NamePool:
        """Prepare a list of candidates, for `rank` or for several calls of `compare`."""
        return NamePool.of(names)

    def rank(self, zh: str, pool: NamePool, k: int = 10) -> list[tuple[Latin, NameScore]]:
        """The `k` candidates of `pool` with the highest weights, best first."""
        found: list[tuple[Latin, NameScore]] = []
        for number, country in enumerate(pool.sounds.countries):
            group = np.flatnonzero(pool.sounds.which == number)
            chosen, rows = self.shortlist(zh, country, pool, group)
            scores = self._scores(zh, pool, chosen, rows)
            found += [(pool.names[i], s) for i, s in zip(chosen, scores, strict=True)]
        return sorted(found, key=lambda item: (-item[1].weight, item[0].name))[:k]

    def nearest(self, zh: str, pool: NamePool, chosen: Sequence[int], count: int) -> list[int]:
        """The names of a pool that a Chinese name may be, at little cost.

        Args:
            zh: the Chinese name.
            pool: the candidates, each by the sounds of its own country.
            chosen: positions of those to look at.
            count: how many to take for their letters; a reading of the name comes beyond that.
        """
        if not _comparable(zh):
            return []
        names = np.array(chosen, np.int64)
        sounds = pool.sounds.take(names)
        rows, owner = pool.rows(names)
        of_form = Sounds(sounds.countries, sounds.which[owner])
        trained = self.trained
        by_form = form_profile(zh, of_form, pool, rows, trained.profile, trained.kinds)
        best = np.full(len(names), -np.inf, np.float32)
        np.maximum.at(best, owner, by_form)
        found = {int(names[n]) for n in np.argsort(-best, kind="stable")[:count]}
        for country in sounds.countries:
            found.update(pool.read_as(zh, country))
        return sorted(found)

    def shortlist(
        self, zh: str, country: str | None, pool: NamePool, group: Ints | None = None
    ) -> tuple[Ints, Floats]:
        """The names of a pool that may be the right one, with their feature rows.

        Args:
            zh: the Chinese name.
            country: the country whose sounds and readings hold.
            pool: the candidates.
            group: indices of the candidates to look at; all by default.
        """
        if not _comparable(zh):
            return np.zeros(0, np.int64), np.zeros((0, len(FEATURES)), np.float32)
        trained = self.trained
        forms = np.arange(len(pool.owner))
        sounds = Sounds.one(country, len(forms))
        by_form = form_profile(zh, sounds, pool, forms, trained.profile, trained.kinds)
        by_name = name_profile(by_form, pool)
        if group is not None:
            outside = np.ones(len(by_name), bool)
            outside[group] = False
            by_name[outside] = -np.inf
        count = min(SURVIVORS, len(by_name))
        chosen = np.argpartition(-by_name, count - 1)[:count]
        chosen = chosen[by_name[chosen] > by_name.max() - _MARGIN]
        read = pool.read_as(zh, country)[:SURVIVORS]
        if read:
            inside = np.array(read)[by_name[read] > -np.inf]
            chosen = np.union1d(chosen, inside)
        chosen = np.sort(chosen)
        return chosen, self._rows(zh, Sounds.one(country, len(chosen)), pool, chosen, by_form)

    def feature_rows(self, zh: str, country: str | None, pool: NamePool, chosen: Ints) -> Floats:
        """Features of the `chosen` names by the sounds of one country."""
        return self._rows(zh, Sounds.one(country, len(chosen)), pool, chosen)

    def _rows(
        self,
        zh: str,
        sounds: Sounds,
        pool: NamePool,
        chosen: Ints,
        by_form: Floats | None = None,
    ) -> Floats:
        """Features of the `chosen` names; a row of zeros where nothing can be compared."""
        if not _comparable(zh) or not len(chosen):
            return np.zeros((len(chosen), len(FEATURES)), np.float32)
        trained = self.trained
        rows, owner = pool.rows(chosen)
        if by_form is None:
            of_form = Sounds(sounds.countries, sounds.which[owner])
            scores = form_profile(zh, of_form, pool, rows, trained.profile, trained.kinds)
        else:
            # Forms far below the best of their own name add nothing to it.
            scores = by_form[rows]
            best = np.full(len(chosen), -np.inf, np.float32)
            np.maximum.at(best, owner, scores)
            close = scores > best[owner] - 6
            rows, owner, scores = rows[close], owner[close], scores[close]
        profile = np.full(len(chosen), -99.0)
        np.maximum.at(profile, owner, scores)
        channel = channel_scores(trained.channel, trained.kinds, zh, sounds, pool, rows, owner)
        names = [pool.names[i].name for i in chosen]
        found = Measures(channel, profile, *reading_scores(zh, sounds, names))
        table = features(found, zh, sounds)
        table[np.diff(pool.span)[chosen] == 0] = 0
        return table

    def _scores(self, zh: str, pool: NamePool, chosen: Ints, rows: Floats) -> list[NameScore]:
        reading = (rows[:, _READING] @ self.trained.fusion[_READING]).tolist()
        sound = (rows[:, ~_READING] @ self.trained.fusion[~_READING]).tolist()
        known: list[bool] = [bool(row.any()) for row in rows]
        return [
            NameScore(sound[n] + reading[n], zh, pool.names[index], sound[n], reading[n], self)
            if known[n]
            else NameScore(0.0)
            for n, index in enumerate(chosen.tolist())
        ]


_READING = np.array([evidence == "reading" for _, evidence in FEATURES], dtype=np.bool_)


def _comparable(zh: str) -> bool:
    """Whether the name has a Chinese character, or kana, to compare."""
    return any(map(has_reading, simplified(zh)))


@cache
def _shipped() -> NameModel:
    return NameModel(namestore.load())
