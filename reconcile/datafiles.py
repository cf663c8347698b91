"""Reading the reviewed tables in `reconcile/data/`: tab-separated UTF-8 with a header row.

A first line that begins with `#` is a remark. TSV, because YAML takes a hundred times longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `reconcile/data/<name>`, each as column name → text."""
    text = files("reconcile").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))
