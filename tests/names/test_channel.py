"""The sound channel: its sums, its alignments, its training on a handful of names."""

from itertools import combinations_with_replacement, pairwise

import numpy as np
import pytest

from reconcile.names.channel import (
    BITS,
    FEATURES,
    LatinForms,
    chinese_half,
    edge_scores,
    forward,
    lattice,
    posteriors,
    split_syllable,
    totals,
)
from reconcile.names.forms import Form
from reconcile.names.sentences import viterbi


@pytest.fixture(scope="module")
def weights() -> np.ndarray:
    return np.random.default_rng(0).normal(0, 0.3, 1 << BITS).astype(np.float32)


def forms(*texts: str) -> LatinForms:
    return LatinForms.of([Form(t, frozenset({0}), "whole") for t in texts])


def brute(scores: np.ndarray, latin: LatinForms) -> list[float]:
    """Weights of all alignments of the first form, one by one."""
    length = int(latin.lengths[0])
    edges = range(int(latin.offset[0]), int(latin.offset[1]))
    edge = {(int(latin.start[e]), int(latin.run[e])): e for e in edges}
    found = []
    for middle in combinations_with_replacement(range(length + 1), len(scores) - 1):
        cuts = [0, *middle, length]
        steps = [(a, b - a) for a, b in pairwise(cuts)]
        if all(step in edge for step in steps):
            found.append(sum(float(scores[i, edge[step]]) for i, step in enumerate(steps)))
    return found


def test_the_total_is_the_sum_over_all_alignments(weights: np.ndarray) -> None:
    latin = forms("belgrade", "nis")
    net = lattice(latin, np.array([0, 1]))
    scores = edge_scores(weights, chinese_half("贝尔格莱德", "RS"), latin, net.edges)
    alpha, _ = forward(scores, net)
    expected = np.log(np.sum(np.exp(brute(scores, latin))))
    assert totals(alpha, net.lengths)[0] == pytest.approx(expected, rel=1e-5)


def test_the_best_alignment_is_the_best_of_all(weights: np.ndarray) -> None:
    latin = forms("rome")
    scores = edge_scores(weights, chinese_half("罗马", "IT"), latin, np.arange(len(latin.start)))
    path = viterbi(scores, latin.run, 4)
    assert path is not None
    assert sum(w for _, w in path) == pytest.approx(max(brute(scores, latin)), rel=1e-5)


def test_every_character_stands_for_exactly_one_run(weights: np.ndarray) -> None:
    latin = forms("lisboa", "porto")
    net = lattice(latin, np.array([1, 0]))
    scores = edge_scores(weights, chinese_half("里斯本", "PT"), latin, net.edges)
    posterior, total = posteriors(scores, net)
    split = int(latin.offset[2] - latin.offset[1])
    assert np.allclose(posterior[:, :split].sum(1), 1, atol=1e-4)
    assert np.allclose(posterior[:, split:].sum(1), 1, atol=1e-4)
    assert np.allclose(total, totals(forward(scores, net)[0], net.lengths))


def test_a_name_too_long_for_its_characters_has_no_alignment(weights: np.ndarray) -> None:
    latin = forms("abcdefghijklmnop")
    net = lattice(latin, np.array([0]))
    scores = edge_scores(weights, chinese_half("阿", None), latin, net.edges)
    alpha, _ = forward(scores, net)
    assert totals(alpha, net.lengths)[0] < -50


def test_no_forms_are_no_trouble(weights: np.ndarray) -> None:
    latin = forms()
    net = lattice(latin, np.zeros(0, np.int64))
    scores = edge_scores(weights, chinese_half("阿", None), latin, net.edges)
    assert forward(scores, net)[0].shape[1] == 0


def test_features_tell_country_groups_apart() -> None:
    french, german = chinese_half("贝", "FR"), chinese_half("贝", "DE")
    differ = {FEATURES[n][0] for n in np.flatnonzero(french[:, 0] != german[:, 0])}
    assert differ == {name for name, _ in FEATURES if name.startswith("group")}


@pytest.mark.parametrize(
    ("syllable", "parts"), [("zhang", ("zh", "ang")), ("an", ("0", "an")), ("shi", ("sh", "i"))]
)
def test_syllables_have_initials(syllable: str, parts: tuple[str, str]) -> None:
    assert split_syllable(syllable) == parts
