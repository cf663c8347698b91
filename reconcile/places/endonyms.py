"""English names beside local and older ones: Cologne and Köln are one place.

A gazetteer may file a place under its local name while a list uses the English one. The reviewed
table is `data/endonyms.tsv`.
"""

from __future__ import annotations

from functools import cache

from reconcile.places.scripts import fold
from reconcile.places.tables import rows


@cache
def _names() -> dict[tuple[str, str], frozenset[str]]:
    index: dict[tuple[str, str], frozenset[str]] = {}
    for row in rows("endonyms.tsv"):
        folded = frozenset(fold(x) for x in (row["english"], *row["others"].split("|")))
        for name in folded:
            index[row["country"], name] = index.get((row["country"], name), frozenset()) | folded
    return index


def other_names(name: str, country: str | None) -> frozenset[str]:
    """Folded names of the same place, `name` among them; only itself where none are known."""
    folded = fold(name)
    return _names().get((country or "", folded), frozenset()) | {folded}
