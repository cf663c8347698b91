"""What is measured of a pair of names, and how the measures become one log-likelihood ratio.

Each feature belongs to one piece of evidence; the weight of a pair is the sum of coefficient
times feature, so that the shown pieces add up to the shown weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from reconcile.names.channel import chinese_half, edge_scores, forward, lattice, totals
from reconcile.names.forms import KIND_INDEX, simplified, zh_forms
from reconcile.names.pool import NamePool, Sounds
from reconcile.names.readings import Reading, languages_of, latin_keys, readings

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_LOWEST, _HIGHEST = -15.0, 25.0
"""Range in which a channel or profile score is believed."""

# (name, evidence): the order is part of the trained model. `sound` features hold where names are
# transcribed, `read` ones where they are read (Japan, Korea, Vietnam, China).
FEATURES = (
    ("sound: constant", "sound"),
    ("sound: channel", "sound"),
    ("sound: channel below 0", "sound"),
    ("sound: channel above 8", "sound"),
    ("sound: profile", "sound"),
    ("sound: profile below 0", "sound"),
    ("sound: one or two characters", "sound"),
    ("sound: four or more characters", "sound"),
    ("sound: unknown country", "sound"),
    ("read: constant", "sound"),
    ("read: channel", "sound"),
    ("read: channel below 0", "sound"),
    ("read: profile", "sound"),
    ("reading: exact", "reading"),
    ("reading: cost of exact", "reading"),
    ("reading: similarity", "reading"),
    ("reading: close", "reading"),
    ("reading: exact, unknown country", "reading"),
)
FIRST_FUSION = np.array(
    [0, 6, 0, 0, 3, 0, 0, 0, -1, -1, 4, 0, 2, 4, -0.8, 2, 3, 3], dtype=np.float32
)


@dataclass(frozen=True, slots=True)
class Measures:
    """Raw measures of some candidates of one country against one Chinese name.

    `similarity` (0..1) and `exact` (the cost of the reading that is the name) are NaN where
    nothing is read or no reading is the name.
    """

    channel: Doubles
    profile: Doubles
    similarity: Doubles
    exact: Doubles


def features(found: Measures, zh: str, sounds: Sounds) -> Floats:
    """One row of features for each candidate; `sounds` says how the candidates' names sound."""
    size = len(simplified(zh))
    read_there = np.array([bool(c and languages_of(c)) for c in sounds.countries])
    unknown = np.array([c is None for c in sounds.countries])[sounds.which]
    channel = np.clip(found.channel, _LOWEST, _HIGHEST) / 10
    profile = np.clip(found.profile, _LOWEST, _HIGHEST) / 10
    read = (~np.isnan(found.similarity) & read_there[sounds.which]).astype(float)
    sound = 1 - read
    hit = (~np.isnan(found.exact)).astype(float)
    similarity = np.nan_to_num(found.similarity)
    columns = [
        sound,
        channel * sound,
        np.minimum(channel, 0) * sound,
        np.maximum(channel - 0.8, 0) * sound,
        profile * sound,
        np.minimum(profile, 0) * sound,
        sound * (size <= 2),
        sound * (size >= 4),
        sound * unknown,
        read,
        channel * read,
        np.minimum(channel, 0) * read,
        profile * read,
        hit * read,
        np.nan_to_num(found.exact) * hit * read,
        similarity * read,
        np.maximum(similarity - 0.75, 0) * 4 * read,
        hit * sound,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def channel_scores(
    weights: Floats,
    kinds: Floats,
    zh: str,
    sounds: Sounds,
    pool: NamePool,
    rows: Ints,
    owner: Ints,
) -> Doubles:
    """Channel score of each candidate: the sum over the forms on both sides.

    `rows` are the forms of the pool that take part, `owner` the candidate of each, and `sounds`
    says how the candidates' names sound.
    """
    net = lattice(pool.forms, rows)
    counts = pool.forms.offset[rows + 1] - pool.forms.offset[rows]
    of_edge = np.repeat(sounds.which[owner], counts)
    count = len(sounds.which)
    mass = np.full(count, 1e-20)
    for form in zh_forms(zh):
        halves = np.stack([chinese_half(form.text, c) for c in sounds.countries], axis=2)
        scores = edge_scores(weights, halves, pool.forms, net.edges, sounds=of_edge)
        alpha, _ = forward(scores, net)
        total = totals(alpha, net.lengths) + kinds[pool.kinds[rows]] + kinds[KIND_INDEX[form.kind]]
        mass += np.bincount(owner, weights=np.exp(np.minimum(total, 60.0)), minlength=count)
    return np.asarray(np.log(mass), np.float64)


def reading_scores(zh: str, sounds: Sounds, names: Sequence[str]) -> tuple[Doubles, Doubles]:
    """Best similarity of a reading to each name, and the cost of an exact one (NaN if none)."""
    similarity, exact = np.full(len(names), np.nan), np.full(len(names), np.nan)
    for number, country in enumerate(sounds.countries):
        if found := readings(zh, country):
            there = np.flatnonzero(sounds.which == number).tolist()
            _read(found, there, names, similarity, exact)
    return similarity, exact


def _read(
    found: Sequence[Reading],
    there: Sequence[int],
    names: Sequence[str],
    similarity: Doubles,
    exact: Doubles,
) -> None:
    """Fill in how the readings of one country fit the names that are `there`."""
    for language in dict.fromkeys(r.language for r in found):
        costs = {r.form: r.cost for r in reversed(found) if r.language == language}
        keys = [(k, i) for i in there for k in latin_keys(language, names[i])]
        if not keys:
            continue
        ratio = process.cdist(list(costs), [k for k, _ in keys], scorer=fuzz.ratio).max(0) / 100
        for (text, i), close in zip(keys, ratio, strict=True):
            similarity[i] = np.fmax(similarity[i], close)
            exact[i] = np.fmin(exact[i], costs.get(text, np.nan))
