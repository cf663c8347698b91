"""Sentences for the evidence of the name model: which letters stand for which character."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reconcile.evidence import Evidence
from reconcile.names.channel import MAX_RUN, LatinForms, chinese_half, edge_scores, lattice
from reconcile.names.forms import KIND_INDEX, clean, latin_forms, simplified, zh_forms
from reconcile.names.parts import spelled, words_of
from reconcile.names.readings import NAMES, latin_keys, readings
from reconcile.names.store import Trained

_SHOWN = 40
"""Characters of a name that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The best alignment: for each unit the letters it stands for, and the weight of that.

    `total` is the weight of all, with that of leaving out or swapping words.
    """

    units: tuple[str, ...]
    runs: tuple[str, ...]
    weights: tuple[float, ...]
    total: float

    def translated(self) -> list[int]:
        """Which units are translated words rather than sounds."""
        return [
            n
            for n, (unit, run) in enumerate(zip(self.units, self.runs, strict=True))
            if run and run in words_of(unit)
        ]


def explain(
    trained: Trained,
    zh: str,
    name: str,
    country: str | None,
    sound: float,
    reading: float,
) -> tuple[Evidence, ...]:
    """The evidence behind the two parts of a weight, the weightiest first.

    The part of translated words, by their share of the letters, is shown as evidence of its own.
    """
    out: list[Evidence] = []
    zh, name = clean(zh, _SHOWN), clean(name, _SHOWN)
    if reading:
        out.append(_reading_evidence(zh, name, country, reading))
    found = align(trained, zh, name, country)
    if found is None:
        params = {"zh": zh, "name": name}
        out.append(Evidence("sound", "{zh} ~ {name}: too long to align", params, sound))
        return tuple(sorted(out, key=lambda e: -abs(e.weight)))
    translated = found.translated()
    share = 0.0
    if translated and sound > 0:
        share = sum(len(found.runs[n]) for n in translated) / sum(map(len, found.runs))
    if share:
        words = ", ".join(f"{spelled(found.units[n])} = {found.runs[n]}" for n in translated)
        out.append(Evidence("translated-part", "{words}", {"words": words}, share * sound))
    if share < 1:
        params = {"zh": zh, "name": name, "units": _units(zh, found)}
        out.append(Evidence("sound", "{zh} ~ {name}: {units}", params, (1 - share) * sound))
    return tuple(sorted(out, key=lambda e: -abs(e.weight)))


def _reading_evidence(zh: str, name: str, country: str | None, weight: float) -> Evidence:
    found = readings(zh, country)
    for reading in found:
        if reading.form in latin_keys(reading.language, name):
            kind = "pinyin" if reading.language == "zh" else "reading"
            params = {"zh": zh, "name": name, "language": NAMES[reading.language]}
            return Evidence(kind, "{zh} reads {name} in {language}", params, weight)
    if not found:
        return Evidence("reading", "{zh} has no known reading", {"zh": zh}, weight)
    params = {"zh": zh, "name": name, "language": NAMES[found[0].language]}
    return Evidence("reading", "{zh} does not quite read {name} in {language}", params, weight)


def _units(zh: str, found: Alignment) -> str:
    """Which letters stand for which character: `貝 be, 爾 l, 格 g, 萊 ra, 德 de`."""
    units = [spelled(u) for u in found.units]
    if "".join(units) == simplified(zh) and len(zh) == len("".join(units)):
        at, written = 0, []
        for unit in units:
            written.append(zh[at : at + len(unit)])
            at += len(unit)
        units = written
    pieces = (f"{unit} {run or '-'}" for unit, run in zip(units, found.runs, strict=True))
    return ", ".join(pieces)


def align(trained: Trained, zh: str, name: str, country: str | None) -> Alignment | None:
    """The best alignment over all forms on both sides; None if there is none."""
    forms = latin_forms(name)
    if not forms:
        return None
    best_weight, best = -np.inf, None
    latin = LatinForms.of(forms)
    net = lattice(latin, np.arange(len(forms)))
    for zh_form in zh_forms(zh):
        half = chinese_half(zh_form.text, country)
        scores = edge_scores(trained.channel, half, latin, net.edges)
        for f, form in enumerate(forms):
            span = slice(int(latin.offset[f]), int(latin.offset[f + 1]))
            path = viterbi(scores[:, span], latin.run[span], len(form.text))
            if path is None:
                continue
            kinds = trained.kinds[[KIND_INDEX[form.kind], KIND_INDEX[zh_form.kind]]]
            weight = sum(w for _, w in path) + float(kinds.sum())
            if weight > best_weight:
                cuts = [0, *(cut for cut, _ in path)]
                runs = tuple(form.text[a:b] for a, b in pairwise(cuts))
                best_weight = weight
                best = Alignment(tuple(zh_form.text), runs, tuple(w for _, w in path), weight)
    return best


def viterbi(
    scores: npt.NDArray[np.float32], run: npt.NDArray[np.int16], length: int
) -> list[tuple[int, float]] | None:
    """The best alignment of one form: for each character where it ends, and its weight.

    `scores` are those of the form's edges, which come sorted; `run` are their letters.
    """
    first = np.flatnonzero(run == 0).tolist()  # the runs from one letter on follow one another
    rows: list[list[float]] = scores.tolist()
    best = {0: 0.0}
    came: list[dict[int, int]] = []
    for row in rows:
        found: dict[int, float] = {}
        origin: dict[int, int] = {}
        for at, total in best.items():
            for k in range(min(MAX_RUN, length - at) + 1):
                weight = total + row[first[at] + k]
                if at + k not in found or weight > found[at + k]:
                    found[at + k], origin[at + k] = weight, at
        best = found
        came.append(origin)
    if length not in best:
        return None
    path, end = [], length
    for row, origin in zip(reversed(rows), reversed(came), strict=True):
        at = origin[end]
        path.append((end, row[first[at] + end - at]))
        end = at
    return path[::-1]
