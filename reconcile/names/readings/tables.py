"""Loading of the built tables of readings, each once and only when it is asked for."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files


@cache
def table(language: str) -> dict[str, tuple[str, ...]]:
    """Character or name → readings, the most common one first.

    Args:
        language: the stem of a file in `reconcile/data/readings/`, such as `korean`.
    """
    folder = files("reconcile") / "data" / "readings"
    plain = folder / f"{language}.tsv"
    if plain.is_file():
        text = plain.read_text(encoding="utf-8")
    else:
        text = lzma.decompress((folder / f"{language}.tsv.xz").read_bytes()).decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {key: tuple(value.split(" ")) for key, value in rows}
