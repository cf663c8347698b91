"""What is known of a home country beside its places: the order of its provinces, and since when
its cities can have had partners abroad. Countries without a table have neither.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from reconcile.datafiles import data_file, rows
from reconcile.scripts import fold


@cache
def official_order(country: str) -> dict[str, int]:
    """Folded English name of a first-level division → its place in the official order."""
    name = f"home/{country.lower()}-order.tsv"
    return {fold(row["province"]): i for i, row in enumerate(rows(name))} if _has(name) else {}


@cache
def earliest(country: str) -> dict[str, date]:
    """ISO code of a partner country → the day before which nothing can have been agreed with it.

    `*` is the day of the home country's first agreement of all.
    """
    name = f"home/{country.lower()}-history.tsv"
    if not _has(name):
        return {}
    return {row["country"]: date.fromisoformat(row["since"]) for row in rows(name)}


def _has(name: str) -> bool:
    return data_file(name).is_file()
