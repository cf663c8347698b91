"""What is known of places and their names: scripts, levels, countries, readings, gazetteer.

`match_name` serves by itself: ranked candidates with evidence for one Chinese name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.places.match import NameMatch, match_name

__all__ = ["NameMatch", "match_name"]


def __getattr__(name: str) -> Any:
    """Load the name model only for those who ask for it."""
    if name in __all__:
        from reconcile.places import match

        return getattr(match, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
