"""Cheap pre-selection: the letter pairs to expect in the rendering of a Chinese name.

For each character the table knows which runs of letters it stood for in training, and how often.
From these follows the expected number of every letter pair in a rendering of the whole name, and
a candidate is scored by the likelihood ratio of its letter pairs under that expectation against
the letter pairs of names in general. It is one sparse product for thousands of candidates.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reconcile.names.channel import group_of, sounds, split_syllable
from reconcile.names.parts import spelled, words_of
from reconcile.names.readings import kanji_runs
from reconcile.scripts import fold

Floats = npt.NDArray[np.float32]

ALPHABET = "^abcdefghijklmnopqrstuvwxyz0123456789$"
SIZE = len(ALPHABET)
_CODE = {letter: index for index, letter in enumerate(ALPHABET)}
_BACKGROUND_SHARE = 0.25
"""Share of the background in what is expected: no letter pair is ruled out."""
_PER_LETTER = 0.15
"""Cost of each letter more or less than expected."""
_KEPT = 256
"""Names whose weights are kept, each with a number for every letter pair."""
_BACK_OFF = 3.0
"""Observations at which a table counts as much as the one it backs off to."""
READ_GROUPS = ("ja", "ko", "vi", "zh")

Runs = dict[str, float]


def pair_indices(text: str) -> list[int]:
    """Codes of the letter pairs of a folded form, its ends included."""
    codes = [0, *(_CODE[c] for c in text), SIZE - 1]
    return [a * SIZE + b for a, b in itertools.pairwise(codes)]


@dataclass(frozen=True, slots=True)
class _Expected:
    """What one character brings: pairs inside its runs, first and last letters, its length."""

    inside: npt.NDArray[np.float64]
    first: npt.NDArray[np.float64]
    last: npt.NDArray[np.float64]
    empty: float
    letters: float


class Profile:
    """Counts of letter runs per character, per syllable, and per group of languages."""

    def __init__(self, counts: Mapping[str, Runs], background: Floats) -> None:
        """`counts` is keyed by `kind:value`, as in `count_keys`; `background` sums to 1."""
        self.counts = counts
        self.background = background
        self._expected: dict[tuple[str, str], _Expected] = {}
        self._weights: dict[tuple[str, tuple[str, ...]], tuple[Floats, float]] = {}

    def runs(self, char: str, group: str) -> Runs:
        """Probability of each run of letters for a character in a group of languages."""
        found = self._base(char, group)
        tables = [f"{group}:{char}"]
        if group not in READ_GROUPS:
            tables.insert(0, f"char:{char}")
        for name in tables:
            seen = self.counts.get(name)
            if seen:
                total = sum(seen.values())
                keep = total / (total + _BACK_OFF)
                found = {
                    run: keep * seen.get(run, 0.0) / total + (1 - keep) * found.get(run, 0.0)
                    for run in {**found, **seen}
                }
        return found

    def _base(self, char: str, group: str) -> Runs:
        if group in READ_GROUPS:
            read = kanji_runs(char, group)
            if read:
                return read
        words = words_of(char)
        if words and spelled(char) != char:
            return {word: 1 / len(words) for word in words}
        syllable = sounds(char)[0]
        seen = self.counts.get(f"syllable:{syllable}")
        if not seen:
            return {fold(syllable): 0.5, fold(split_syllable(syllable)[0].strip("0")): 0.2}
        total = sum(seen.values())
        return {run: count / total for run, count in seen.items()}

    def tables_of(self, text: str, group: str) -> tuple[str, ...]:
        """The group whose table each character takes; many groups have none for most of them."""
        if group in READ_GROUPS:
            return (group,) * len(text)
        return tuple(group if f"{group}:{char}" in self.counts else "" for char in text)

    def _of(self, char: str, group: str) -> _Expected:
        known = self._expected.get((char, group))
        if known is not None:
            return known
        # Plain lists: adding to single numbers of an array is slow.
        pairs, starts, ends = [0.0] * (SIZE * SIZE), [0.0] * SIZE, [0.0] * SIZE
        empty = letters = 0.0
        for run, p in sorted(self.runs(char, group).items()):
            if not run:
                empty += p
                continue
            codes = [_CODE[c] for c in run]
            starts[codes[0]] += p
            ends[codes[-1]] += p
            letters += p * len(run)
            for a, b in itertools.pairwise(codes):
                pairs[a * SIZE + b] += p
        inside, first, last = np.array(pairs).reshape(SIZE, SIZE), np.array(starts), np.array(ends)
        whole = first.sum() + empty or 1.0
        made = _Expected(
            inside / whole, first / whole, last / whole, empty / whole, letters / whole
        )
        if len(self._expected) > 1024:
            self._expected.clear()
        self._expected[char, group] = made
        return made

    def weights(self, text: str, tables: tuple[str, ...]) -> tuple[Floats, float]:
        """Log-likelihood ratio of each letter pair for a simplified form, and its length.

        `tables` are those of `tables_of` for the form and a group of languages.
        """
        known = self._weights.get((text, tables))
        if known is None:
            if len(self._weights) >= _KEPT:
                self._weights.clear()
            known = self._weights[text, tables] = self._weigh(text, tables)
        return known

    def _weigh(self, text: str, tables: tuple[str, ...]) -> tuple[Floats, float]:
        expected = np.zeros((SIZE, SIZE))
        last = np.zeros(SIZE)
        last[0] = 1.0
        letters = 0.0
        for char, group in zip(text, tables, strict=True):
            part = self._of(char, group)
            expected += part.inside + last[:, None] * part.first
            last = last * part.empty + part.last
            letters += part.letters
        expected[:, SIZE - 1] += last
        share = expected.ravel() / max(expected.sum(), 1e-9)
        mixed = (1 - _BACKGROUND_SHARE) * share + _BACKGROUND_SHARE * self.background
        return np.log(mixed / self.background).astype(np.float32), letters


@dataclass(frozen=True, slots=True)
class PairTable:
    """The letter pairs of many forms, flat; `start` is where each form's pairs begin."""

    pairs: npt.NDArray[np.int64]
    start: npt.NDArray[np.int64]
    letters: Floats

    @classmethod
    def of(cls, texts: Sequence[str]) -> PairTable:
        """Prepare folded forms; none of them may be empty."""
        rows = [pair_indices(t) for t in texts]
        lengths = [len(r) for r in rows]
        return cls(
            np.array([p for row in rows for p in row], dtype=np.int64),
            np.cumsum([0, *lengths[:-1]]).astype(np.int64) if rows else np.zeros(0, np.int64),
            np.array([len(t) for t in texts], dtype=np.float32),
        )

    def of_rows(self, rows: npt.NDArray[np.int64]) -> PairTable:
        """The table of some of the forms."""
        if len(rows) == len(self.start) and (rows == np.arange(len(rows))).all():
            return self
        letters = self.letters[rows]
        counts = letters.astype(np.int64) + 1
        ends = np.cumsum(counts)
        starts = ends - counts
        inside = np.arange(int(counts.sum())) + np.repeat(self.start[rows] - starts, counts)
        return PairTable(self.pairs[inside], starts, letters)

    def score(
        self,
        weights: Floats,
        letters: npt.NDArray[np.float64],
        which: npt.NDArray[np.int64] | None = None,
    ) -> Floats:
        """Log-likelihood ratio of every form, its length included.

        Args:
            weights: those of the letter pairs, one row for each language group.
            letters: the letters to expect, for each group.
            which: the group of each form; by default all are of the first.
        """
        if not len(self.start):
            return np.zeros(0, np.float32)
        if which is None or len(weights) == 1:
            pairs, expected = self.pairs, letters[:1]
        else:
            counts = np.diff(self.start, append=len(self.pairs))
            pairs, expected = self.pairs + np.repeat(which * (SIZE * SIZE), counts), letters[which]
        sums = np.add.reduceat(weights.ravel().take(pairs), self.start)
        return np.asarray(sums - _PER_LETTER * np.abs(self.letters - expected), np.float32)


def count_keys(char: str, country: str | None) -> tuple[str, ...]:
    """The tables in which an observed run of letters is counted."""
    group = group_of(country)
    if group in READ_GROUPS:
        return (f"{group}:{char}",)
    return (f"syllable:{sounds(char)[0]}", f"char:{char}", f"{group}:{char}")


def prune(
    counts: Mapping[str, Mapping[str, float]], least: float = 0.25, most: int = 12
) -> dict[str, Runs]:
    """The runs seen at least `least` times, the `most` frequent of each table."""
    out: dict[str, Runs] = {}
    for key in sorted(counts):
        limit = 40 if key.startswith("syllable:") else most
        ranked = sorted(counts[key].items(), key=lambda item: (-item[1], item[0]))[:limit]
        kept = {run: round(count, 1) for run, count in ranked if count >= least}
        if kept:
            out[key] = kept
    return out


def background_of(texts: Iterable[str]) -> Floats:
    """Relative frequency of each letter pair in folded names, with add-one smoothing."""
    found: Counter[int] = Counter(p for text in texts for p in pair_indices(text))
    counts = np.ones(SIZE * SIZE)
    for pair, count in found.items():
        counts[pair] += count
    return np.asarray(counts / counts.sum(), np.float32)


def new_counts() -> defaultdict[str, dict[str, float]]:
    """Empty tables to count into."""
    return defaultdict(dict)
