"""What the user asked for on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reconcile.project.wiki.pages import Pages


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for; empty fields are filled from `reconcile.toml`.

    `maps` are texts such as `host=主方,partner=友城`, for both sides; those of one side go first.
    `both` are lists in both languages, whose own pairing is checked. `pages` holds what was fetched
    for this request.
    """

    pair: Sequence[str] = ()
    zh: Sequence[str] = ()
    en: Sequence[str] = ()
    rules: Sequence[str] = ()
    no_rules: bool = False
    home: str | None = None
    as_of: str | None = None
    curated: bool = True
    scope: str | None = None
    host_zh: str | None = None
    host_en: str | None = None
    format_zh: str | None = None
    format_en: str | None = None
    encoding: str | None = None
    encoding_zh: str | None = None
    encoding_en: str | None = None
    maps: Sequence[str] = ()
    maps_zh: Sequence[str] = ()
    maps_en: Sequence[str] = ()
    both: Sequence[str] = ()
    pages: Pages = field(default_factory=Pages, repr=False, compare=False)

    @property
    def own_sources(self) -> bool:
        """Whether sources stand on the command line."""
        return bool(self.pair or self.zh or self.en or self.both)
