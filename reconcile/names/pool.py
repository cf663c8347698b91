"""Candidates prepared for comparison: all forms of many Latin names, as flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from reconcile.names.channel import LatinForms, group_of
from reconcile.names.forms import KIND_INDEX, latin_forms, zh_forms
from reconcile.names.profile import PairTable, Profile
from reconcile.names.readings import languages_of, latin_keys, readings
from reconcile.scripts import fold

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Latin:
    """A candidate: its name as written and the ISO code of its country, None if unknown."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Sounds:
    """Countries whose names sound and read differently, and which of them each name is of."""

    countries: tuple[str | None, ...]
    which: Ints

    @classmethod
    def of(cls, countries: Sequence[str | None]) -> Sounds:
        """Of the countries that sound and read alike, the first stands for all."""
        found: dict[object, int] = {}
        first: list[str | None] = []
        which = np.zeros(len(countries), np.int64)
        for index, country in enumerate(countries):
            key = (group_of(country), languages_of(country)) if country else None
            if key not in found:
                found[key] = len(first)
                first.append(country)
            which[index] = found[key]
        return cls(tuple(first), which)

    @classmethod
    def one(cls, country: str | None, count: int) -> Sounds:
        """All of `count` names as if they were of one country."""
        return cls((country,), np.zeros(count, np.int64))

    def take(self, chosen: Ints) -> Sounds:
        """Those of some of the names."""
        numbers, which = np.unique(self.which[chosen], return_inverse=True)
        return Sounds(tuple(self.countries[n] for n in numbers), which)


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

    @cached_property
    def sounds(self) -> Sounds:
        """How the names sound by their own countries."""
        return Sounds.of([n.country for n in self.names])

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
    zh: str, sounds: Sounds, pool: NamePool, rows: Ints, profile: Profile, kinds: Floats
) -> Floats:
    """Profile score of some forms of the pool: the best over the forms of the Chinese name.

    Args:
        zh: the Chinese name.
        sounds: the countries that the forms are of.
        pool: the candidates.
        rows: the forms to score.
        profile: what letter pairs to expect.
        kinds: log-weight of each kind of form.
    """
    best = np.full(len(rows), -np.inf, np.float32)
    table = pool.pairs.of_rows(rows)
    groups = [group_of(c) for c in sounds.countries]
    for form in zh_forms(zh):
        alike: dict[tuple[str, ...], int] = {}
        numbers = [alike.setdefault(profile.tables_of(form.text, g), len(alike)) for g in groups]
        expected = [profile.weights(form.text, tables) for tables in alike]
        scores = table.score(
            np.stack([weights for weights, _ in expected]),
            np.array([letters for _, letters in expected], np.float64),
            np.array(numbers, np.int64)[sounds.which],
        )
        np.maximum(best, scores + kinds[KIND_INDEX[form.kind]], out=best)
    return np.asarray(best + kinds[pool.kinds[rows]], np.float32)


def name_profile(by_form: Floats, pool: NamePool) -> Floats:
    """The best of `form_profile` for each name; minus infinity without a form."""
    best = np.full(len(pool.names), -np.inf, np.float32)
    filled = np.flatnonzero(np.diff(pool.span))
    if len(filled):
        best[filled] = np.maximum.reduceat(by_form, pool.span[filled])
    return best
