"""Candidates prepared for comparison: all forms of many Latin names, as flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from reconcile.places.channel import LatinForms, group_of
from reconcile.places.nameprofile import PairTable, Profile
from reconcile.places.nametext import KIND_INDEX, fold, latin_forms, zh_forms
from reconcile.places.readings import latin_keys, readings

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Latin:
    """A candidate: its name as written and the ISO code of its country, None if unknown."""

    name: str
    country: str | None = None


@dataclass(frozen=True, eq=False)
class NamePool:
    """Latin names with their forms; build it once, query it often.

    `span[i]:span[i + 1]` are the forms of name `i`; `owner` is the way back. A name without
    letters has no form.
    """

    names: tuple[Latin, ...]
    folded: tuple[str, ...]
    forms: LatinForms
    pairs: PairTable
    kinds: Ints
    owner: Ints
    span: Ints
    _read: dict[str, dict[str, list[int]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, names: Sequence[Latin]) -> NamePool:
        """Prepare `names`."""
        found = [(form, i) for i, latin in enumerate(names) for form in latin_forms(latin.name)]
        forms = [form for form, _ in found]
        owner = np.array([i for _, i in found], dtype=np.int64)
        return cls(
            tuple(names),
            tuple(fold(n.name) for n in names),
            LatinForms.of(forms),
            PairTable.of([f.text for f in forms]),
            np.array([KIND_INDEX[f.kind] for f in forms], dtype=np.int64),
            owner,
            np.searchsorted(owner, np.arange(len(names) + 1)).astype(np.int64),
        )

    def rows(self, chosen: Ints) -> tuple[Ints, Ints]:
        """The forms of the `chosen` names, and for each its place in `chosen`."""
        counts = self.span[chosen + 1] - self.span[chosen]
        owner = np.repeat(np.arange(len(chosen)), counts)
        ends = np.cumsum(counts)
        first = np.repeat(self.span[chosen] - (ends - counts), counts)
        return np.arange(int(counts.sum())) + first, owner

    def read_as(self, zh: str, country: str | None) -> list[int]:
        """Indices of the names that are a reading of `zh` in the languages of `country`."""
        found: set[int] = set()
        for reading in readings(zh, country):
            known = self._read.get(reading.language)
            if known is None:
                known = self._read[reading.language] = {}
                for index, latin in enumerate(self.names):
                    for key in latin_keys(reading.language, latin.name):
                        known.setdefault(key, []).append(index)
            found.update(known.get(reading.form, ()))
        return sorted(found)

    def with_folded(self, accepted: set[str]) -> Ints:
        """Indices of the names whose folded form is one of `accepted`."""
        return np.array(
            [i for i, text in enumerate(self.folded) if text in accepted], dtype=np.int64
        )


def form_profile(
    zh: str, country: str | None, pool: NamePool, profile: Profile, kinds: Floats
) -> Floats:
    """Profile score of every form of the pool: the best over the forms of the Chinese name."""
    best = np.full(len(pool.owner), -np.inf, np.float32)
    group = group_of(country)
    for form in zh_forms(zh):
        weights, letters = profile.weights(form.text, group)
        np.maximum(
            best, pool.pairs.score(weights, letters) + kinds[KIND_INDEX[form.kind]], out=best
        )
    return np.asarray(best + kinds[pool.kinds], np.float32)


def name_profile(by_form: Floats, pool: NamePool) -> Floats:
    """The best of `form_profile` for each name; minus infinity without a form."""
    best = np.full(len(pool.names), -np.inf, np.float32)
    filled = np.flatnonzero(np.diff(pool.span))
    if len(filled):
        best[filled] = np.maximum.reduceat(by_form, pool.span[filled])
    return best
