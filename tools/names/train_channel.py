"""Contrastive training of the sound channel (numpy only)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from reconcile.names.channel import (
    BITS,
    FEATURES,
    INITIALS,
    RUN,
    SHAPE,
    LatinForms,
    chinese_half,
    edge_scores,
    lattice,
    posteriors,
)
from reconcile.names.forms import FORM_KINDS, KIND_INDEX, Form, zh_forms
from reconcile.names.parts import parts, with_units
from reconcile.names.pool import NamePool
from tools.names.pairs import NamePair

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

FIRST_KINDS = {
    "no-connective": -0.5,
    "swapped": -1.5,
    "last-first": -2.0,
    "first-last": -2.0,
    "head": -3.0,
    "short-head": -5.0,
    "tail": -3.5,
    "short-tail": -5.0,
    "two-heads": -2.5,
    "two-tails": -3.0,
    "zh-no-suffix": -0.2,
    "zh-river": -0.5,
    "zh-river-head": -2.0,
    "zh-sea-head": -1.0,
    "zh-swapped": -2.0,
    "zh-last-first": -1.0,
    "zh-parts": -0.5,
}
_RUN_COST = (-2.5, -1.2, -0.3, -0.5, -1.5, -2.5, -3.5, -4.5, -5.0)
"""First weights of runs of 0-8 letters."""
_ONSET_BONUS = 2.0
_PART_BONUS = 5.0
_CLUSTERS = ("", "h", "l", "r", "n", "t", "k", "s", "w", "ck", "ch")
# One character for each pinyin initial, to reach the hash of the initial.
_SAMPLES = dict(zip(INITIALS, "扎查沙巴帕马法达塔纳拉加卡哈贾恰夏热扎察萨亚瓦", strict=True))
SIMPLE = frozenset(("any", "syllable", "initial", "final"))
"""Chinese halves of the features that are trained first."""


def first_weights() -> Floats:
    """Weights before training: runs of usual length that begin as the pinyin initial does."""
    weights = np.zeros(1 << BITS, np.float32)
    names = [name for name, _ in FEATURES]
    any_half = chinese_half("一", None)[FEATURES.index(("any", SHAPE)), 0]
    words = [frozenset(s) for s in ({0}, {0, 1}, {0, 2}, {0, 3}, {0, 1, 2})]
    probe = LatinForms.of([Form("a" * n, w, "whole") for n in range(1, 10) for w in words])
    weights[any_half + probe.halves[SHAPE].astype(np.int64)] = np.array(_RUN_COST)[probe.run]
    initial_row = names.index("initial")
    onset_half = FEATURES[initial_row][1]
    for initial, char in _SAMPLES.items():
        half = chinese_half(char, None)[initial_row, 0]
        forms = [Form(initial[0] + c + "a", frozenset({0}), "whole") for c in _CLUSTERS]
        probe = LatinForms.of(forms)
        for f, form in enumerate(forms):
            for e in range(int(probe.offset[f]), int(probe.offset[f + 1])):
                if probe.start[e] == 0 and int(probe.run[e]) == len(form.text) - 1:
                    weights[half + int(probe.halves[onset_half, e])] = _ONSET_BONUS
    _favour_parts(weights)
    return weights


def _favour_parts(weights: Floats) -> None:
    """Give a bonus to the words that translated parts are known to stand for."""
    row = FEATURES.index(("char", RUN))
    for zh, words in parts().items():
        half = chinese_half(with_units(zh), None)[row, 0]
        for word in words:
            probe = LatinForms.of([Form(word, frozenset({0}), "whole")])
            whole = np.flatnonzero((probe.start == 0) & (probe.run == len(word)))
            weights[half + probe.halves[RUN, whole].astype(np.int64)] = _PART_BONUS


class ChannelTrainer:
    """Adagrad (Duchi, Hazan & Singer 2011) on a contrastive loss, in mini-batches of names.

    Of each Chinese name, a few right and many wrong Latin names are scored. The loss is that of
    choosing a right one, or nothing (score 0), when the right ones are there, and of choosing
    nothing when they are not: so scores come out as log-likelihood ratios up to calibration.
    """

    def __init__(
        self,
        rng: np.random.Generator,
        *,
        rate: float = 0.12,
        l2: float = 1e-4,
        dropout: float = 0.3,
        batch: int = 32,
        null: float = 0.5,
    ) -> None:
        self.rng = rng
        self.weights = first_weights()
        self.kinds = np.array([FIRST_KINDS.get(k, 0.0) for k in FORM_KINDS], dtype=np.float32)
        self.rate, self.l2, self.dropout, self.batch, self.null = rate, l2, dropout, batch, null
        self.allowed = np.ones(len(FEATURES), bool)
        self._square = np.full(1 << BITS, 0.05, np.float32)
        self._kind_square = np.full(len(FORM_KINDS), 0.5, np.float32)
        self._indices: list[Ints] = []
        self._values: list[Floats] = []
        self._kind_gradient = np.zeros(len(FORM_KINDS), np.float32)

    def epoch(
        self, queries: Sequence[tuple[NamePair, Ints, int]], rivals: Mapping[str | None, NamePool]
    ) -> tuple[float, float]:
        """One pass over (pair, candidates, how many of the first are right).

        Returns the mean loss and the share of names whose best candidate was right.
        """
        loss = correct = 0.0
        for n, (pair, candidates, right) in enumerate(queries, 1):
            one_loss, one_right = self._learn(pair, rivals[pair.country], candidates, right)
            loss, correct = loss + one_loss, correct + one_right
            if n % self.batch == 0:
                self._step()
        self._step()
        return loss / max(len(queries), 1), correct / max(len(queries), 1)

    def _learn(
        self, pair: NamePair, rivals: NamePool, candidates: Ints, right: int
    ) -> tuple[float, bool]:
        rows, owner = rivals.rows(candidates)
        kinds = rivals.kinds[rows]
        net = lattice(rivals.forms, rows)
        active = self._active()
        country = None if self.rng.random() < 0.1 else pair.country
        parts = []
        for form in zh_forms(pair.zh):
            half = chinese_half(form.text, country)
            scores = edge_scores(self.weights, half, rivals.forms, net.edges, active)
            posterior, total = posteriors(scores, net)
            total = total + self.kinds[kinds] + self.kinds[KIND_INDEX[form.kind]]
            parts.append((half, posterior, total, KIND_INDEX[form.kind]))
        mass = np.exp(np.minimum(np.stack([p[2] for p in parts]), 60.0))
        is_right = owner < right
        good, bad = mass[:, is_right].sum() + 1e-30, mass[:, ~is_right].sum()
        loss = np.log((good + bad + 1) / good) + self.null * np.log(1 + bad)
        gradient = mass / (good + bad + 1) - np.where(is_right, mass / good, 0)
        gradient += self.null * np.where(is_right, 0, mass / (1 + bad))
        sums = np.bincount(owner, weights=mass.sum(0), minlength=len(candidates))
        edge_row = np.repeat(
            np.arange(len(rows)), rivals.forms.offset[rows + 1] - rivals.forms.offset[rows]
        )
        for (half, posterior, _, zh_kind), slope in zip(parts, gradient, strict=True):
            np.add.at(self._kind_gradient, kinds, slope)
            self._kind_gradient[zh_kind] += slope.sum()
            self._collect(half, posterior * slope[edge_row], rivals.forms, net.edges, active)
        return float(loss), bool(np.argmax(sums) < right)

    def _active(self) -> npt.NDArray[np.bool_]:
        """Features used for one name: each is left out now and then, so that none is relied on."""
        keep = self.rng.random(len(FEATURES)) >= self.dropout
        keep[:1] = True
        return keep & self.allowed

    def _collect(
        self,
        half: Ints,
        change: npt.NDArray[np.float64],
        forms: LatinForms,
        edges: Ints,
        active: npt.NDArray[np.bool_],
    ) -> None:
        char, edge = np.nonzero(np.abs(change) > 1e-3)
        if not len(char):
            return
        value = change[char, edge].astype(np.float32)
        latin = forms.halves[:, edges[edge]].astype(np.int64)
        for n in np.flatnonzero(active):
            self._indices.append(half[n][char] + latin[FEATURES[n][1]])
            self._values.append(value)

    def _step(self) -> None:
        if self._indices:
            where, inverse = np.unique(np.concatenate(self._indices), return_inverse=True)
            gradient = np.bincount(inverse, weights=np.concatenate(self._values)).astype(np.float32)
            gradient += self.l2 * self.batch * self.weights[where]
            self._square[where] += gradient * gradient
            self.weights[where] -= self.rate * gradient / np.sqrt(self._square[where])
        kinds = self._kind_gradient
        self._kind_square += kinds * kinds
        self.kinds -= 0.1 * kinds / np.sqrt(self._kind_square)
        self._indices, self._values = [], []
        self._kind_gradient = np.zeros(len(FORM_KINDS), np.float32)
