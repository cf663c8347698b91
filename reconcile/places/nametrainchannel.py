"""Contrastive training of the sound channel (numpy only)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reconcile.places.channel import (
    BITS,
    FEATURES,
    INITIALS,
    LatinForms,
    chinese_half,
    edge_scores,
    feature_indices,
    lattice,
    posteriors,
)
from reconcile.places.nametext import KIND_INDEX, KINDS, Form, latin_forms, zh_forms
from reconcile.places.nametrain import Pair

Floats = npt.NDArray[np.float32]

FIRST_KIND_WEIGHTS = np.array(
    [0, 0, 0, 0, -0.5, -1.5, -2, -2, -3, -5, -3.5, -5, -2.5, -3, 0, -0.2, -0.5, -2, -1, -2, -1],
    dtype=np.float32,
)


def initial_weights() -> Floats:
    """Weights before training: runs that begin as the pinyin initial does are likelier."""
    weights = np.zeros(1 << BITS, np.float32)
    any_shape = int(chinese_half("一", None)[0, 0])
    probe = LatinForms.of([Form("abcdefgh", frozenset({0}), "")])
    cost = [-2.5, -1.2, -0.3, -0.5, -1.5, -2.5, -3.5, -4.5]
    return _set_shapes(weights, cost)


def _set_shapes(weights: Floats, cost: Sequence[float]) -> Floats:
    texts = [a + "b" * n for a in "abc" for n in range(9)]
    forms = [Form(t, frozenset(s), "") for t in texts for s in ({0}, {0, 1}, {0, 2}, {0, 3}, {0, 1, 2})]
    probe = LatinForms.of(forms)
    shape_column = next(n for n, (name, half) in enumerate(FEATURES) if name == "any" and half == 5)
    zh = chinese_half("一", None)[shape_column, 0]
    for e, run in enumerate(probe.run):
        weights[zh + int(probe.halves[5, e])] = cost[int(run)]
    return weights


# Sample characters for each pinyin initial, to reach the hash of the initial.
_SAMPLES = dict(
    zip(
        INITIALS,
        "扎 查 沙 巴 帕 马 法 达 塔 纳 拉 加 卡 哈 贾 恰 夏 拉 扎 察 萨 亚 瓦".split(),
        strict=True,
    )
)
_SAMPLES["r"] = "热"


def seed_initials(weights: Floats, bonus: float = 2.0) -> Floats:
    """Give a bonus to onsets that begin with the letter of the pinyin initial."""
    column = next(n for n, (name, _) in enumerate(FEATURES) if name == "initial")
    clusters = ["", "h", "l", "r", "n", "t", "k", "s", "w", "ck", "ch"]
    for initial, char in _SAMPLES.items():
        zh = chinese_half(char, None)[column, 0]
        forms = [Form(initial[0] + c + "a", frozenset({0}), "") for c in clusters]
        probe = LatinForms.of(forms)
        for f, form in enumerate(forms):
            for e in range(int(probe.offset[f]), int(probe.offset[f + 1])):
                if probe.start[e] == 0 and int(probe.run[e]) == len(form.text) - 1:
                    weights[zh + int(probe.halves[1, e])] = bonus
    return weights


@dataclass
class Query:
    """A Chinese name with Latin candidates; the first `right` of them are right."""

    zh: str
    country: str | None
    candidates: list[str]
    right: int


class ChannelTrainer:
    """Adagrad (Duchi et al. 2011) on the contrastive loss, query by query in mini-batches."""

    def __init__(self, rate: float = 0.12, l2: float = 2e-5, batch: int = 32) -> None:
        self.weights = seed_initials(initial_weights())
        self.kinds = FIRST_KIND_WEIGHTS.copy()
        self.active = np.ones(len(FEATURES), bool)
        self.square = np.full(1 << BITS, 0.05, np.float32)
        self.kind_square = np.full(len(KINDS), 0.5, np.float32)
        self.mask: npt.NDArray[np.bool_] | None = None
        self.rate, self.l2, self.batch = rate, l2, batch
        self.loss, self.correct, self.seen = 0.0, 0, 0

    def epoch(self, queries: Sequence[Query]) -> tuple[float, float]:
        """One pass; returns mean loss and accuracy among the sampled candidates."""
        self.loss, self.correct, self.seen = 0.0, 0, 0
        indices: list[npt.NDArray[np.int64]] = []
        values: list[npt.NDArray[np.float32]] = []
        kinds = np.zeros(len(KINDS), np.float32)
        for n, query in enumerate(queries):
            self._query(query, indices, values, kinds)
            if (n + 1) % self.batch == 0:
                self._step(indices, values, kinds)
                indices, values = [], []
                kinds = np.zeros(len(KINDS), np.float32)
        if indices:
            self._step(indices, values, kinds)
        return self.loss / max(self.seen, 1), self.correct / max(self.seen, 1)

    def _query(self, query: Query, indices: list, values: list, kinds: Floats) -> None:
        forms = [(f, c) for c, name in enumerate(query.candidates) for f in latin_forms(name)]
        if not forms:
            return
        latin = LatinForms.of([f for f, _ in forms])
        owner = np.array([c for _, c in forms])
        kind = np.array([KIND_INDEX[f.kind] for f, _ in forms])
        net = lattice(latin, np.arange(len(forms)))
        parts = []
        for zh in zh_forms(query.zh):
            half = chinese_half(zh.text, query.country)
            scores = self.scores(half, latin, net.edges)
            posterior, total = posteriors(scores, net)
            total = total + self.kinds[kind] + self.kinds[KIND_INDEX[zh.kind]]
            parts.append((half, posterior, total, KIND_INDEX[zh.kind]))
        if not parts:
            return
        stack = np.stack([p[2] for p in parts])
        top = stack.max()
        share = np.exp(stack - top)
        by_candidate = np.bincount(owner, weights=share.sum(0), minlength=len(query.candidates))
        whole, good = by_candidate.sum(), by_candidate[: query.right].sum()
        if good <= 0:
            return
        self.loss -= float(np.log(good / whole))
        self.correct += int(np.argmax(by_candidate) < query.right)
        self.seen += 1
        gradient = share / whole - share / good * (owner < query.right)
        edge_form = np.repeat(np.arange(len(forms)), np.diff(latin.offset))
        for (half, posterior, _, zh_kind), g in zip(parts, gradient, strict=True):
            if np.abs(g).max() < 1e-3:
                continue
            np.add.at(kinds, kind, g)
            kinds[zh_kind] += g.sum()
            change = posterior * g[edge_form]
            char, edge = np.nonzero(np.abs(change) > 1e-3)
            if len(char) == 0:
                continue
            value = change[char, edge].astype(np.float32)
            halves = latin.halves[:, edge].astype(np.int64)
            for n, (_, side) in enumerate(FEATURES):
                if self.active[n]:
                    indices.append(half[n][char] + halves[side])
                    values.append(value)

    def scores(self, half, latin, edges):
        if self.active.all():
            return edge_scores(self.weights, half, latin, edges)
        table = feature_indices(half, latin, edges)
        return self.weights.take(table[self.active]).sum(0)

    def _step(self, indices: list, values: list, kinds: Floats) -> None:
        if indices:
            flat = np.concatenate(indices)
            weight = np.concatenate(values)
            where, inverse = np.unique(flat, return_inverse=True)
            gradient = np.bincount(inverse, weights=weight).astype(np.float32)
            if self.mask is not None:
                keep = self.mask[where]
                where, gradient = where[keep], gradient[keep]
            gradient += self.l2 * self.weights[where] * self.batch
            self.square[where] += gradient * gradient
            self.weights[where] -= self.rate * gradient / np.sqrt(self.square[where])
        kinds = kinds.copy()
        self.kind_square += kinds * kinds
        self.kinds -= 0.1 * kinds / np.sqrt(self.kind_square)
