"""Loading of the built tables of readings, each once and only when it is asked for."""

from __future__ import annotations

import lzma
from functools import cache

from reconcile.datafiles import data_file


@cache
def table(language: str) -> dict[str, tuple[str, ...]]:
    """Character or name → readings, the most common one first.

    Args:
        language: the stem of a file in `reconcile/data/readings/`, such as `korean`.
    """
    plain = data_file(f"readings/{language}.tsv")
    if plain.is_file():
        text = plain.read_text(encoding="utf-8")
    else:
        packed = data_file(f"readings/{language}.tsv.xz").read_bytes()
        text = lzma.decompress(packed).decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {key: tuple(value.split(" ")) for key, value in rows}
