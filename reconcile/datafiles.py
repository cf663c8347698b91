"""The files of `reconcile/data/`. Reviewed tables are tab-separated UTF-8 with a header row.

A first line that begins with `#` is a remark. TSV, because YAML takes a hundred times longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable


def data_file(name: str) -> Traversable:
    """The file or folder `reconcile/data/<name>`, whether it is there or not."""
    return files("reconcile").joinpath("data", *name.split("/"))


def lines(name: str) -> list[str]:
    """The lines of a table, without remarks and blank lines."""
    text = data_file(name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table with a header, each as column name → text."""
    header, *found = lines(name)
    columns = header.split("\t")
    for line in found:
        yield dict(zip(columns, line.split("\t"), strict=True))
