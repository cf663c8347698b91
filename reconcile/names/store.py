"""The trained numbers of the name model, and the one file they are shipped in."""

from __future__ import annotations

import io
import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reconcile.datafiles import data_file
from reconcile.names.channel import BITS
from reconcile.names.profile import Profile, Runs

Floats = npt.NDArray[np.float32]

FILE = "model.xz"
_STEP = 0.04
"""Channel weights are stored in steps of this size, in one signed byte."""


@dataclass(frozen=True, slots=True)
class Trained:
    """Everything that training yields.

    Attributes:
        channel: the hashed table of the sound channel, `2 ** BITS` weights.
        kinds: log-weight of each kind of form, in the order of `nametext.FORM_KINDS`.
        profile: the letter pairs to expect of each character.
        fusion: coefficients of the features, in the order of `namefeatures.FEATURES`.
    """

    channel: Floats
    kinds: Floats
    profile: Profile
    fusion: Floats


def pack(model: Trained) -> bytes:
    """The model in a compact form that depends on its numbers alone."""
    steps = np.clip(np.round(model.channel / _STEP), -127, 127).astype(np.int8)
    where = np.flatnonzero(steps)
    gaps = np.diff(where, prepend=0)
    text = "\n".join(
        f"{key}\t{' '.join(f'{run}={count:.1f}' for run, count in sorted(runs.items()))}"
        for key, runs in sorted(model.profile.counts.items())
    )
    arrays = (
        _gap_bytes(gaps),
        steps[where],
        model.kinds.astype("<f4"),
        model.fusion.astype("<f4"),
        model.profile.background.astype("<f4"),
        np.frombuffer(text.encode(), np.uint8),
    )
    out = io.BytesIO()
    for array in arrays:
        np.lib.format.write_array(out, np.ascontiguousarray(array), allow_pickle=False)
    return lzma.compress(out.getvalue(), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, preset=9)


def unpack(data: bytes) -> Trained:
    """The model that `pack` packed, with weights rounded to its steps."""
    source = io.BytesIO(lzma.decompress(data))
    gaps, steps, kinds, fusion, background, text = (
        np.lib.format.read_array(source, allow_pickle=False) for _ in range(6)
    )
    channel = np.zeros(1 << BITS, np.float32)
    channel[np.cumsum(_gaps(gaps))] = steps.astype(np.float32) * np.float32(_STEP)
    profile = Profile(_LazyCounts(text.tobytes().decode()), background)
    return Trained(channel, kinds, profile, fusion)


class _LazyCounts(Mapping[str, Runs]):
    """Counts of which each row is parsed when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._rows = dict(line.split("\t", 1) for line in text.splitlines())

    def __getitem__(self, key: str) -> Runs:
        pairs = (item.split("=") for item in self._rows[key].split(" "))
        return {run: float(count) for run, count in pairs}

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _gap_bytes(gaps: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """Gaps in one byte; 255 adds 255 and goes on."""
    long = gaps // 255
    out = np.full(int(len(gaps) + long.sum()), 255, np.uint8)
    out[np.cumsum(long + 1) - 1] = gaps % 255
    return out


def _gaps(packed: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    ends = np.flatnonzero(packed != 255)
    return np.diff(np.cumsum(packed.astype(np.int64))[ends], prepend=0)


def load() -> Trained:
    """The shipped model."""
    return unpack(data_file(f"names/{FILE}").read_bytes())


def save(model: Trained, path: Path) -> int:
    """Write the model and return its size in bytes."""
    data = pack(model)
    path.write_bytes(data)
    return len(data)
