"""Sentences for the evidence of the name model: which letters stand for which character."""

from __future__ import annotations

import numpy as np

from reconcile.models import Evidence
from reconcile.places.channel import MAX_RUN, LatinForms, chinese_half, edge_scores, lattice
from reconcile.places.namestore import Trained
from reconcile.places.nametext import KIND_INDEX, latin_forms, zh_forms
from reconcile.places.readings import NAMES, latin_keys, readings


def explain(
    trained: Trained, zh: str, name: str, country: str | None, parts: tuple[tuple[str, float], ...]
) -> tuple[Evidence, ...]:
    """One piece of evidence per part, the weightiest first."""
    out = []
    for part, weight in parts:
        if part == "reading":
            detail = _reading_sentence(zh, name, country)
        else:
            detail = sound_sentence(trained, zh, name, country)
        out.append(Evidence(part, detail, weight))
    return tuple(sorted(out, key=lambda e: (-abs(e.weight), e.name)))


def _reading_sentence(zh: str, name: str, country: str | None) -> str:
    found = readings(zh, country)
    for reading in found:
        if reading.form in latin_keys(reading.language, name):
            return f"{zh} reads {name} in {NAMES[reading.language]}"
    if found:
        return f"{zh} reads {found[0].form} in {NAMES[found[0].language]}, not {name}"
    return f"no reading of {zh} is known"


def sound_sentence(trained: Trained, zh: str, name: str, country: str | None) -> str:
    """The best alignment, such as `貝爾格萊德 ~ Belgrade: 貝 be, 爾 l, 格 g, 萊 ra, 德 de`."""
    best: tuple[float, list[tuple[str, str]]] = (-np.inf, [])
    forms = latin_forms(name)
    if not forms:
        return f"{zh} ~ {name}"
    latin = LatinForms.of(forms)
    net = lattice(latin, np.arange(len(forms)))
    for zh_form in zh_forms(zh):
        half = chinese_half(zh_form.text, country)
        scores = edge_scores(trained.channel, half, latin, net.edges)
        for f, form in enumerate(forms):
            span = slice(int(latin.offset[f]), int(latin.offset[f + 1]))
            weight, cuts = viterbi(scores[:, span], latin.start[span], latin.run[span], len(form.text))
            weight += float(trained.kinds[KIND_INDEX[form.kind]] + trained.kinds[KIND_INDEX[zh_form.kind]])
            if weight > best[0]:
                letters = [form.text[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]
                best = (weight, list(zip(zh_form.text, letters, strict=False)))
    if not best[1]:
        return f"{zh} ~ {name}: no likely alignment"
    return f"{zh} ~ {name}: " + ", ".join(f"{c} {run or '-'}" for c, run in best[1])


def viterbi(scores: np.ndarray, start: np.ndarray, run: np.ndarray, length: int) -> tuple[float, list[int]]:
    """The best alignment of one form: its weight and the positions of its cuts."""
    table = {(int(s), int(r)): e for e, (s, r) in enumerate(zip(start, run, strict=True))}
    best = {0: (0.0, [0])}
    for row in scores:
        new: dict[int, tuple[float, list[int]]] = {}
        for at, (weight, cuts) in best.items():
            for k in range(min(MAX_RUN, length - at) + 1):
                candidate = weight + float(row[table[at, k]])
                if at + k not in new or candidate > new[at + k][0]:
                    new[at + k] = (candidate, [*cuts, at + k])
        best = new
    return best.get(length, (-np.inf, []))
