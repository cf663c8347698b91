"""The same sources give the same bytes, wherever and however the command runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import EN_SEED, ROOT, ZH_SEED


def outputs(folder: Path, out: Path, **environment: str) -> dict[str, bytes]:
    words = ["run", ZH_SEED, EN_SEED, "--as-of", "2026-11-30", "--out", str(out), "-q"]
    subprocess.run(
        [sys.executable, "-m", "reconcile", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
    )
    return {p.name: p.read_bytes() for p in sorted(out.iterdir())}


def test_other_folder_locale_and_hash_seed_change_nothing(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "seeds").symlink_to(ROOT / "seeds")
    first = outputs(ROOT, tmp_path / "a", PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    second = outputs(elsewhere, tmp_path / "b", PYTHONHASHSEED="77", LC_ALL="C", LANG="tr_TR")
    assert first == second
    assert len(first) == 4
