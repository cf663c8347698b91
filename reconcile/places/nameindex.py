"""Cheap pre-selection among thousands of names: two linear encoders and a dot product.

A Chinese form becomes the sum of the vectors of its sound units, a Latin form the sum of the
vectors of its letter n-grams; both are trained together so that names of one place lie close.
The exact channel then scores the few nearest forms only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reconcile.places.channel import group_of, sounds
from reconcile.places.nametext import Form

Floats = npt.NDArray[np.float32]

BUCKETS = 8192
"""Rows of each of the two tables of vectors."""


def _bucket(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) % BUCKETS


@lru_cache(maxsize=16384)
def chinese_units(text: str, country: str | None) -> tuple[int, ...]:
    """Buckets of the sound units of a simplified Chinese form, with repetitions."""
    group = group_of(country) if country else "?"
    found = [sounds(c) for c in text]
    units = [f"size {min(len(text), 9)}"]
    for i, char in enumerate(text):
        syllable, initial, final, _, _ = found[i]
        following = found[i + 1][0] if i + 1 < len(text) else "$"
        units += [f"c{char}", f"s{syllable}", f"i{initial}", f"f{final}", f"g{group}{syllable}"]
        units += [f"b{syllable} {following}"]
        units += [f"l{syllable}"] if i + 1 == len(text) else []
        units += [f"a{syllable}", f"ac{char}"] if i == 0 else []
    return tuple(_bucket(u) for u in units)


@lru_cache(maxsize=65536)
def latin_units(text: str) -> tuple[int, ...]:
    """Buckets of the letter n-grams (1 to 4) of a folded Latin form, with its ends marked."""
    marked = f"^{text}$"
    units = [f"size {len(text)}"]
    for size in (1, 2, 3, 4):
        units += [marked[i : i + size] for i in range(len(marked) - size + 1)]
    units += [f"^{text[:1]}*", "*" + text[-1:], "v" + "".join(c for c in text if c in "aeiouy")[:4]]
    units.append("k" + "".join(c for c in text if c not in "aeiouy")[:4])
    return tuple(_bucket(u) for u in units)


@dataclass(frozen=True, slots=True)
class Encoder:
    """The two tables of vectors, shape (BUCKETS, dimensions)."""

    chinese: Floats
    latin: Floats

    def encode_chinese(self, text: str, country: str | None) -> Floats:
        """The vector of one simplified Chinese form."""
        return np.asarray(self.chinese[list(chinese_units(text, country))].sum(0), np.float32)

    def encode_latin(self, forms: Sequence[Form]) -> Floats:
        """One row per Latin form."""
        units = [latin_units(f.text) for f in forms]
        if not units:
            return np.zeros((0, self.latin.shape[1]), np.float32)
        starts = np.cumsum([0, *(len(u) for u in units[:-1])])
        flat = np.concatenate([np.array(u, dtype=np.int64) for u in units])
        return np.asarray(np.add.reduceat(self.latin[flat], starts, axis=0), np.float32)
