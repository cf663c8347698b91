"""What is measured of a pair of names, and how the measures become one log-likelihood ratio.

Each feature belongs to one piece of evidence; the weight of a pair is the sum of coefficient
times feature, so that the shown pieces add up to the shown weight.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from reconcile.places.channel import (
    LatinForms,
    chinese_half,
    edge_scores,
    forward,
    lattice,
    totals,
)
from reconcile.places.nametext import KIND_INDEX, zh_forms
from reconcile.places.readings import languages_of, latin_keys, readings

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

LOWEST, HIGHEST = -12.0, 22.0
"""Range in which a channel score is believed."""

# (name, evidence): the order is part of the trained model. `sound` features hold where names are
# transcribed, `read` ones where they are read (Japan, Korea, Vietnam, China).
FEATURES = (
    ("sound constant", "sound"),
    ("sound score", "sound"),
    ("sound below 0", "sound"),
    ("sound above 6", "sound"),
    ("sound one or two characters", "sound"),
    ("sound four or more characters", "sound"),
    ("sound unknown country", "sound"),
    ("read constant", "sound"),
    ("read score", "sound"),
    ("read below 0", "sound"),
    ("reading exact", "reading"),
    ("reading exact cost", "reading"),
    ("reading similarity", "reading"),
    ("reading none", "reading"),
)
FIRST_FUSION = np.array(
    [-1.0, 6.0, 2.0, -3.0, 0, 0, -0.5, -1.5, 3.0, 1.0, 5.0, -0.8, 6.0, -2.0], dtype=np.float32
)


def features(
    scores: npt.NDArray[np.float64],
    similarity: npt.NDArray[np.float64],
    exact: npt.NDArray[np.float64],
    size: int,
    country: str | None,
) -> Floats:
    """One row of features per candidate of one country.

    Args:
        scores: channel scores.
        similarity: best similarity of a reading, 0..1, or NaN where nothing is read.
        exact: cost of the reading that is the name, or NaN.
        size: characters of the Chinese name.
        country: of the candidates.
    """
    s = np.clip(scores, LOWEST, HIGHEST) / 10
    read = ~np.isnan(similarity) & bool(languages_of(country)) & (country is not None)
    hit = ~np.isnan(exact)
    near = np.maximum(np.nan_to_num(similarity) - 0.5, 0)
    one = np.ones(len(s))
    sound = (~read).astype(float)
    columns = [
        sound,
        s * sound,
        np.minimum(s, 0) * sound,
        np.maximum(s - 0.6, 0) * sound,
        one * (size <= 2) * sound,
        one * (size >= 4) * sound,
        one * (country is None) * sound,
        1 - sound,
        s * (1 - sound),
        np.minimum(s, 0) * (1 - sound),
        hit.astype(float),
        np.nan_to_num(exact) * hit,
        near * (1 - sound),
        (near == 0) * (1 - sound),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def channel_scores(
    weights: Floats,
    kinds: Floats,
    zh: str,
    country: str | None,
    forms: LatinForms,
    chosen: Ints,
    form_kinds: Ints,
    owner: Ints,
    count: int,
) -> npt.NDArray[np.float64]:
    """Channel score of `count` candidates: the sum over the forms on both sides.

    `chosen` are rows of `forms`, `owner` the candidate of each, `form_kinds` its kind.
    """
    net = lattice(forms, chosen)
    mass = np.full(count, 1e-30)
    for form in zh_forms(zh):
        scores = edge_scores(weights, chinese_half(form.text, country), forms, net.edges)
        alpha, _ = forward(scores, net)
        total = totals(alpha, net.lengths) + kinds[form_kinds] + kinds[KIND_INDEX[form.kind]]
        mass += np.bincount(owner, weights=np.exp(np.minimum(total, 80.0)), minlength=count)
    return np.log(mass)


def reading_scores(
    zh: str, country: str | None, names: Sequence[str]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Best similarity of a reading to each name, and the cost of an exact one (NaN if none)."""
    similarity = np.full(len(names), np.nan)
    exact = np.full(len(names), np.nan)
    found = readings(zh, country)
    if not found:
        return similarity, exact
    for language in dict.fromkeys(r.language for r in found):
        forms = {r.form: r.cost for r in reversed(found) if r.language == language}
        keys = [(k, i) for i, name in enumerate(names) for k in latin_keys(language, name)]
        ratio = process.cdist(list(forms), [k for k, _ in keys], scorer=fuzz.ratio).max(0) / 100
        owner = np.array([i for _, i in keys], dtype=np.int64)
        best = np.full(len(names), -1.0)
        np.maximum.at(best, owner, ratio)
        similarity = np.fmax(similarity, best)
        costs = np.array([forms.get(k, np.nan) for k, _ in keys])
        for i, cost in zip(owner, costs, strict=True):
            exact[i] = np.fmin(exact[i], cost)
    return similarity, exact
