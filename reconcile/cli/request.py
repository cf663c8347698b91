"""What the user asked for on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for; empty fields are filled from `reconcile.toml`."""

    pair: Sequence[str] = ()
    zh: Sequence[str] = ()
    en: Sequence[str] = ()
    rules: Sequence[str] = ()
    no_rules: bool = False
    home: str | None = None
    as_of: str | None = None
    curated: bool = True

    @property
    def own_sources(self) -> bool:
        """Whether sources stand on the command line."""
        return bool(self.pair or self.zh or self.en)
