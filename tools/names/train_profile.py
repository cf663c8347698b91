"""Counting which letters stand for which character, under a trained channel."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reconcile.names.channel import LatinForms, chinese_half, edge_scores, lattice, posteriors
from reconcile.names.forms import KIND_INDEX, latin_forms, zh_forms
from reconcile.names.profile import Profile, background_of, count_keys, new_counts, prune
from reconcile.scripts import fold
from tools.names.pairs import NamePair

Floats = npt.NDArray[np.float32]


def count_runs(pairs: Sequence[NamePair], weights: Floats, kinds: Floats) -> Profile:
    """Expected counts of runs per character in the best form of each pair."""
    counts = new_counts()
    for pair in pairs:
        forms = [form for name in pair.en for form in latin_forms(name)]
        latin = LatinForms.of(forms)
        net = lattice(latin, np.arange(len(forms)))
        form_kinds = kinds[[KIND_INDEX[f.kind] for f in forms]]
        best: tuple[float, str, int, Floats] | None = None
        for zh in zh_forms(pair.zh):
            half = chinese_half(zh.text, pair.country)
            posterior, total = posteriors(edge_scores(weights, half, latin, net.edges), net)
            total = total + form_kinds + kinds[KIND_INDEX[zh.kind]]
            row = int(np.argmax(total))
            if best is None or total[row] > best[0]:
                best = (float(total[row]), zh.text, row, posterior)
        if best is None:
            continue
        _, text, row, posterior = best
        first, last = int(latin.offset[row]), int(latin.offset[row + 1])
        letters = forms[row].text
        for char, edge in zip(*np.nonzero(posterior[:, first:last] > 0.05), strict=True):
            start, run = int(latin.start[first + edge]), int(latin.run[first + edge])
            for key in count_keys(text[char], pair.country):
                seen = counts[key]
                piece = letters[start : start + run]
                seen[piece] = seen.get(piece, 0.0) + float(posterior[char, first + edge])
    background = background_of(fold(name) for pair in pairs for name in pair.en)
    return Profile(prune(counts), background)
