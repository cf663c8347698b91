"""Training of the name model from lists of names, with numpy alone and a fixed seed."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reconcile.places.nameindex import BUCKETS, Encoder, chinese_units, latin_units
from reconcile.places.nametext import fold, latin_forms, simplified, zh_forms

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese name with the Latin names that are right for it."""

    country: str | None
    zh: str
    en: tuple[str, ...]


def read_pairs(path: Path) -> list[Pair]:
    """Read a table with the columns country, zh, en (accepted names joined by `|`)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Pair(r["country"] or None, r["zh"], tuple(r["en"].split("|"))) for r in rows]


def unique(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs without those that repeat country and (simplified) Chinese name."""
    found: dict[tuple[str | None, str], Pair] = {}
    for pair in pairs:
        found.setdefault((pair.country, simplified(pair.zh)), pair)
    return list(found.values())


def _padded(rows: Sequence[Sequence[int]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Flat indices and their row numbers."""
    flat = np.fromiter((i for row in rows for i in row), np.int64)
    return flat, np.repeat(np.arange(len(rows)), [len(r) for r in rows])


class _Adam:
    """Adam (Kingma & Ba 2015) for one dense table."""

    def __init__(self, table: Floats, rate: float) -> None:
        self.table, self.rate, self.step = table, rate, 0
        self.mean, self.square = np.zeros_like(table), np.zeros_like(table)

    def update(self, gradient: Floats) -> None:
        self.step += 1
        self.mean += 0.1 * (gradient - self.mean)
        self.square += 0.01 * (gradient * gradient - self.square)
        rate = self.rate * np.sqrt(1 - 0.99**self.step) / (1 - 0.9**self.step)
        self.table -= rate * self.mean / (np.sqrt(self.square) + 1e-7)


def train_encoder(
    pairs: Sequence[Pair], *, seed: int = 1, dimensions: int = 48, epochs: int = 20, size: int = 384
) -> Encoder:
    """Train the two encoders with the other names of a batch as negatives.

    Batches hold names of the same group of countries more often than not, since those are the
    names that compete; the loss is the softmax over the batch in both directions.
    """
    import scipy.sparse as sparse

    rng = np.random.default_rng(seed)
    zh = rng.normal(0, 0.1, (BUCKETS, dimensions)).astype(np.float32)
    en = rng.normal(0, 0.1, (BUCKETS, dimensions)).astype(np.float32)
    optimisers = _Adam(zh, 0.01), _Adam(en, 0.01)
    order_key = np.array([hash_country(p.country) for p in pairs])
    for epoch in range(epochs):
        noise = rng.random(len(pairs)) * (1.0 if epoch % 2 else 0.001)
        order = np.argsort(order_key * (1.0 if epoch % 2 == 0 else 0.0) + noise + rng.random(len(pairs)) * 1e-4)
        for optimiser in optimisers:
            optimiser.rate = 0.01 * (1 - epoch / epochs) + 0.0005
        batches = [order[i : i + size] for i in range(0, len(order), size)]
        for b in rng.permutation(len(batches)):
            rows = [pairs[i] for i in batches[b]]
            if len(rows) < 8:
                continue
            x = _matrix([_drop_country(p, rng) for p in rows], sparse)
            y = _matrix([latin_units(_one_form(p, rng)) for p in rows], sparse)
            u, v = x @ zh, y @ en
            logits = u @ v.T
            same = np.array([[a == b for b in map(_label, rows)] for a in map(_label, rows)])
            np.putmask(logits, same & ~np.eye(len(rows), dtype=bool), -30.0)
            gradient = (_softmax(logits) + _softmax(logits.T).T) / 2 - np.eye(len(rows), dtype=np.float32)
            gradient /= len(rows)
            optimisers[0].update(x.T @ (gradient @ v) + 1e-6 * zh)
            optimisers[1].update(y.T @ (gradient.T @ u) + 1e-6 * en)
    return Encoder(zh, en)


def hash_country(country: str | None) -> float:
    """A stable number in 0..1 by which names of one country sort together."""
    from zlib import crc32

    return crc32((country or "").encode()) / 2**32


def _label(pair: Pair) -> str:
    return fold(pair.en[0])


def _drop_country(pair: Pair, rng: np.random.Generator) -> tuple[int, ...]:
    forms = zh_forms(pair.zh)
    text = forms[0].text if len(forms) == 1 or rng.random() < 0.7 else forms[1].text
    return chinese_units(text, None if rng.random() < 0.15 else pair.country)


def _one_form(pair: Pair, rng: np.random.Generator) -> str:
    forms = latin_forms(pair.en[int(rng.integers(len(pair.en)))])
    if not forms:
        return ""
    return forms[0].text if len(forms) == 1 or rng.random() < 0.7 else forms[int(rng.integers(len(forms)))].text


def _matrix(units, sparse):
    flat, row = _padded(units)
    return sparse.csr_matrix((np.ones(len(flat), np.float32), (row, flat)), shape=(len(units), BUCKETS))


def _softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    return shifted / shifted.sum(1, keepdims=True)


def by_country(names: Iterable[tuple[str | None, str]]) -> dict[str | None, list[str]]:
    """Names by country, each once, in order of appearance."""
    found: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
    for country, name in names:
        found[country].setdefault(name)
    return {c: list(v) for c, v in found.items()}
