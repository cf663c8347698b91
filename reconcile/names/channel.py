"""The sound channel: how well a Latin name renders the characters of a Chinese one.

A joint source-channel model (Li, Zhang & Su 2004, ACL P04-1021) with one-to-many alignment
(Jiampojamarn, Kondrak & Sherif 2007, NAACL): each character stands for a run of 0-8 letters, and a
name pair is scored by the sum over all its alignments. The weight of a run is log-linear in
features that back off from character to syllable to initial and final, with the neighbouring
characters and letters as context, and with weights of their own for each group of languages.
Training is contrastive, so a score is already a likelihood ratio against other names of the same
kind, up to calibration. Weights live in one hashed table (Weinberger et al. 2009).

The index of a feature is the sum of a hash of its Chinese half and a hash of its Latin half,
each below half of the table's size: two array operations per feature, for all edges at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reconcile.names.forms import Form
from reconcile.names.readings.tables import table

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

MAX_RUN = 8
"""Letters that one character can stand for, at most."""
BITS = 22
HALF = 1 << (BITS - 1)
_INITIAL_NAMES = "zh ch sh b p m f d t n l g k h j q x r z c s y w"
INITIALS = _INITIAL_NAMES.split()
_GROUP_LINES = """
en US GB CA AU NZ IE ZA JM TT BS BB AG GY BZ NG GH KE UG ZW ZM PH
fr FR BE LU MC CI SN CM HT GA BF ML NE TG BJ CD CG MG RE GP MQ GF NC PF
de DE AT CH LI NL DK NO SE IS
es ES MX AR CL CO PE VE EC BO PY UY CR PA CU DO GT HN NI SV PR AD GQ
pt PT BR AO MZ CV GW ST TL
it IT SM VA MT RO MD
slav RU UA BY BG RS HR SI BA ME MK CZ SK PL KZ KG
arab SA AE QA BH KW OM YE IQ SY JO LB PS EG LY TN DZ MA SD MR IR AF TJ PK
in IN BD LK NP BT MV MM
ja JP
ko KR KP
vi VN
zh CN TW HK MO SG
ms MY ID BN
"""
_GROUP_OF = {
    country: group
    for group, *countries in (line.split() for line in _GROUP_LINES.strip().splitlines())
    for country in countries
}

# Which half-features exist on the Latin side; the order is part of the trained model.
RUN, ONSET, RIME, RIGHT, LEFT, SHAPE = range(6)
# (Chinese half, Latin half) of every feature of an edge.
FEATURES = (
    ("any", SHAPE),
    ("syllable", SHAPE),
    ("any", RUN),
    ("char", RUN),
    ("syllable", RUN),
    ("initial", ONSET),
    ("final", RIME),
    ("syllable", ONSET),
    ("group+initial", ONSET),
    ("group+final", RIME),
    ("group+syllable", RUN),
    ("group+char", RUN),
    ("char+next", RUN),
    ("previous+char", RUN),
    ("char+place", RUN),
    ("syllable+next initial", RUN),
    ("char", RIGHT),
    ("char", LEFT),
    ("initial", LEFT),
    ("final", RIGHT),
    ("cantonese initial", ONSET),
    ("cantonese final", RIME),
)
_MULTIPLIER = np.uint32(0x01000193)


def group_of(country: str | None) -> str:
    """The group of languages a country's place names mostly follow; `other` if none."""
    return _GROUP_OF.get(country or "", "other")


def _mix(x: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """A 32-bit finaliser: every bit of the input changes half of the output's."""
    x = x ^ (x >> np.uint32(16))
    x = x * np.uint32(0x7FEB352D)
    x = x ^ (x >> np.uint32(15))
    x = x * np.uint32(0x846CA68B)
    return x ^ (x >> np.uint32(16))


@lru_cache(maxsize=200_000)
def _key(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=8192)
def split_syllable(syllable: str) -> tuple[str, str]:
    """Initial and final of a pinyin syllable; the initial may be empty (marked `0`)."""
    for initial in INITIALS:
        if syllable.startswith(initial) and len(syllable) > len(initial):
            return initial, syllable[len(initial) :]
    return "0", syllable


@lru_cache(maxsize=8192)
def _split_cantonese(syllable: str) -> tuple[str, str]:
    for initial in ("gw", "kw", "ng", *"bpmfdtnlgkhwzcsj"):
        if syllable.startswith(initial) and len(syllable) > len(initial):
            return initial, syllable[len(initial) :]
    return "0", syllable


@lru_cache(maxsize=16384)
def sounds(char: str) -> tuple[str, str, str, str, str]:
    """Pinyin syllable, its initial and final, Cantonese initial and final of a character."""
    syllable = table("pinyin").get(char, (char,))[0]
    cantonese = table("cantonese").get(char, (char,))[0]
    return (syllable, *split_syllable(syllable), *_split_cantonese(cantonese))


@lru_cache(maxsize=16384)
def chinese_half(text: str, country: str | None) -> Ints:
    """Hashes of the Chinese halves: one row per feature, one column per character."""
    group = group_of(country) if country else "?"
    found = [sounds(c) for c in text]
    columns = []
    for i, char in enumerate(text):
        syllable, initial, final, c_initial, c_final = found[i]
        previous = text[i - 1] if i else "^"
        following = text[i + 1] if i + 1 < len(text) else "$"
        place = "first" if i == 0 else "last" if i + 1 == len(text) else "inner"
        values = {
            "any": "",
            "char": char,
            "syllable": syllable,
            "initial": initial,
            "final": final,
            "group+initial": f"{group} {initial}",
            "group+final": f"{group} {final}",
            "group+syllable": f"{group} {syllable}",
            "group+char": f"{group} {char}",
            "char+next": char + following,
            "previous+char": previous + char,
            "char+place": f"{char} {place}",
            "syllable+next initial": f"{syllable} {found[i + 1][1] if i + 1 < len(text) else '$'}",
            "cantonese initial": c_initial,
            "cantonese final": c_final,
        }
        columns.append([_key(f"{n}:{name}={values[name]}") for n, (name, _) in enumerate(FEATURES)])
    keys = np.array(columns, dtype=np.uint32).reshape(len(text), len(FEATURES)).T
    return (_mix(keys) % np.uint32(HALF)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class LatinForms:
    """Many Latin forms with the runs of letters they can be cut into, as flat arrays.

    `offset[f]:offset[f + 1]` are the edges of form `f`; `start` and `run` say where a run begins
    and how many letters it has; `halves` holds the hashes of the Latin halves of the features.
    """

    texts: tuple[str, ...]
    lengths: Ints
    offset: Ints
    start: npt.NDArray[np.int16]
    run: npt.NDArray[np.int16]
    halves: npt.NDArray[np.uint32]

    @classmethod
    def of(cls, forms: Sequence[Form]) -> LatinForms:
        """Prepare `forms` for scoring."""
        lengths = np.array([len(f.text) for f in forms], dtype=np.int64)
        width = int(lengths.max(initial=0)) + 1
        codes = np.zeros((len(forms), width + MAX_RUN + 1), np.uint32)
        words = np.zeros_like(codes)
        for index, form in enumerate(forms):
            codes[index, : len(form.text)] = np.frombuffer(form.text.encode("ascii"), np.uint8)
            for at in form.starts:
                words[index, at] = 1
            words[index, len(form.text)] = 1
        row, start, run = _edges(lengths, width)
        halves = _latin_halves(codes, words, row, start, run)
        counts = np.bincount(row, minlength=len(forms))
        offset = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        return cls(
            tuple(f.text for f in forms),
            lengths,
            offset,
            start.astype(np.int16),
            run.astype(np.int16),
            halves,
        )


def _edges(lengths: Ints, width: int) -> tuple[Ints, Ints, Ints]:
    """All (form, start, run) with the run inside the form, sorted by form."""
    starts = np.arange(width)[None, :, None]
    runs = np.arange(MAX_RUN + 1)[None, None, :]
    inside = starts + runs <= lengths[:, None, None]
    form, start, run = np.nonzero(inside)
    return form, start, run


def _latin_halves(
    codes: npt.NDArray[np.uint32], words: npt.NDArray[np.uint32], row: Ints, start: Ints, run: Ints
) -> npt.NDArray[np.uint32]:
    """Hashes of the six Latin halves of every edge, reduced below `HALF`."""
    count, wide = codes.shape
    hashes = np.zeros((MAX_RUN + 1, count, wide), np.uint32)
    for k in range(1, MAX_RUN + 1):
        hashes[k, :, : wide - k + 1] = (
            hashes[k - 1, :, : wide - k + 1] * _MULTIPLIER + codes[:, k - 1 :] + np.uint32(7)
        )
    vowel = np.isin(codes, np.frombuffer(b"aeiouy\0", np.uint8).astype(np.uint32))
    consonants = np.zeros((count, wide + 1), np.int64)
    for at in range(wide - 1, -1, -1):
        consonants[:, at] = np.where(vowel[:, at], 0, consonants[:, at + 1] + 1)
    boundaries = np.concatenate([np.zeros((count, 1), np.uint32), np.cumsum(words, 1)], 1)
    onset = np.minimum(consonants[row, start], run)
    end = start + run
    whole = hashes[run, row, start]
    before = np.where(start > 0, codes[row, start - 1], 0).astype(np.uint32)
    after = codes[row, end]
    crossing = np.where(run > 1, boundaries[row, end] - boundaries[row, start + 1], 0)
    shape = run * 64 + np.minimum(crossing, 3) * 4 + words[row, start] * 2 + words[row, end]
    parts = (
        whole,
        hashes[onset, row, start],
        hashes[run - onset, row, start + onset],
        whole * np.uint32(31) + after,
        whole * np.uint32(37) + before,
        shape.astype(np.uint32),
    )
    salted = [_mix(p + np.uint32(0x9E3779B9 * (n + 1) & 0xFFFFFFFF)) for n, p in enumerate(parts)]
    return np.stack(salted) % np.uint32(HALF)


@dataclass(frozen=True, slots=True)
class Lattice:
    """The edges of some forms for one Chinese form, and where they stand in dense arrays."""

    edges: Ints
    cell: Ints
    shape: tuple[int, int, int]
    lengths: Ints


def lattice(forms: LatinForms, chosen: Ints) -> Lattice:
    """The edges of the `chosen` forms, laid out as (form, start, run)."""
    counts = forms.offset[chosen + 1] - forms.offset[chosen]
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    edges = np.arange(total) - np.repeat(ends - counts - forms.offset[chosen], counts)
    lengths = forms.lengths[chosen]
    width = int(lengths.max(initial=0)) + 1
    row = np.repeat(np.arange(len(chosen)), counts)
    cell = (forms.run[edges].astype(np.int64) * len(chosen) + row) * width + forms.start[edges]
    return Lattice(edges, cell, (MAX_RUN + 1, len(chosen), width), lengths)


def edge_scores(
    weights: Floats,
    zh: Ints,
    forms: LatinForms,
    edges: Ints,
    active: npt.NDArray[np.bool_] | None = None,
    sounds: Ints | None = None,
) -> Floats:
    """Log-linear weight of every edge for every character, shape (characters, edges).

    `active` says which features take part (all by default). Where the forms are of several
    countries, `zh` has their halves along a third axis, and `sounds` says which an edge takes.
    """
    latin = forms.halves[:, edges].astype(np.int64)
    total = np.zeros((zh.shape[1], len(edges)), np.float32)
    for n, (name, half) in enumerate(FEATURES):
        if active is None or active[n]:
            if sounds is None:
                own = zh[n][:, None]
            else:
                own = zh[n][:, sounds] if name.startswith("group+") else zh[n][:, :1]
            total += weights.take(own + latin[half])
    return total


def forward(
    scores: Floats, net: Lattice
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Sums over alignments: `alpha[i, form, letters]`, and the dense `exp(scores)`."""
    runs, count, width = net.shape
    characters = scores.shape[0]
    dense = np.zeros((characters, runs * count * width))
    dense[:, net.cell] = np.exp(scores)
    gates = dense.reshape(characters, runs, count, width)
    alpha = np.zeros((characters + 1, count, width))
    alpha[0, :, 0] = 1.0
    for i in range(characters):
        for k in range(min(runs, width)):
            alpha[i + 1, :, k:] += alpha[i, :, : width - k] * gates[i, k, :, : width - k]
    return alpha, gates


def totals(alpha: npt.NDArray[np.float64], lengths: Ints) -> npt.NDArray[np.float64]:
    """Log of the sum over all alignments of each form; -60 where none exists."""
    ends = alpha[-1, np.arange(len(lengths)), lengths]
    return np.asarray(np.log(np.maximum(ends, 1e-26)), np.float64)


def backward(gates: npt.NDArray[np.float64], lengths: Ints) -> npt.NDArray[np.float64]:
    """Sums over the alignments of what is left: `beta[i, form, letters]`."""
    characters, runs, count, width = gates.shape
    beta = np.zeros((characters + 1, count, width))
    beta[characters, np.arange(count), lengths] = 1.0
    for i in range(characters - 1, -1, -1):
        for k in range(min(runs, width)):
            beta[i, :, : width - k] += gates[i, k, :, : width - k] * beta[i + 1, :, k:]
    return beta


def posteriors(scores: Floats, net: Lattice) -> tuple[Floats, npt.NDArray[np.float64]]:
    """Probability of each edge given its form, shape (characters, edges), and the form totals."""
    alpha, gates = forward(scores, net)
    beta = backward(gates, net.lengths)
    ends = np.maximum(alpha[-1, np.arange(len(net.lengths)), net.lengths], 1e-26)
    runs = net.shape[0]
    width = net.shape[2]
    posterior = np.zeros_like(gates)
    for k in range(min(runs, width)):
        posterior[:, k, :, : width - k] = (
            alpha[:-1, :, : width - k] * gates[:, k, :, : width - k] * beta[1:, :, k:]
        )
    posterior /= ends[:, None]
    flat = posterior.reshape(len(scores), -1)[:, net.cell]
    return flat.astype(np.float32), np.log(ends)
