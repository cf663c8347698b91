"""The file that the trained numbers are shipped in."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from reconcile.datafiles import data_file
from reconcile.names import store


def test_what_is_read_and_written_again_is_the_same_file(tmp_path: Path) -> None:
    out = tmp_path / "model.xz"
    size = store.save(store.load(), out)
    written = out.read_bytes()
    assert size == len(written)
    assert written == data_file(f"names/{store.FILE}").read_bytes()


def test_gaps_of_any_length_survive() -> None:
    gaps = np.array([0, 1, 254, 255, 256, 510, 100_000], np.int64)
    assert store._gaps(store._gap_bytes(gaps)).tolist() == gaps.tolist()


def test_counts_are_read_when_they_are_asked_for() -> None:
    profile = store.load().profile
    assert profile.runs("贝", "other")
