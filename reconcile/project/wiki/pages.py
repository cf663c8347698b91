"""The pages that a run reads by address, each asked for once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reconcile.project.wiki.address import is_address, page_address

if TYPE_CHECKING:
    from reconcile.project.wiki.http import Patience
    from reconcile.project.wiki.mediawiki import FetchedPage


class Pages:
    """Pages by what the user wrote. They stay for as long as the process works for one request.

    A wiki is not asked again when a rule was saved (`--watch`), or for a second run (`eval`).
    """

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience
        self._found: dict[str, FetchedPage] = {}

    def fetch(self, paths: Iterable[str]) -> list[FetchedPage]:
        """The pages of those paths that are addresses, and no files, in their order.

        Raises:
            ReconcileError: as `fetch_all`.
        """
        named = (path for path in paths if is_address(path) and not os.path.lexists(path))
        return self.fetch_all(list(dict.fromkeys(named)))

    def fetch_all(self, paths: Sequence[str]) -> list[FetchedPage]:
        """The pages of these addresses. All are understood before the first is asked for.

        Raises:
            ReconcileError: one is no address of a page, or its page cannot be had.
        """
        addresses = {path: page_address(path) for path in paths}
        if missing := {path: x for path, x in addresses.items() if path not in self._found}:
            from reconcile.project.wiki.http import Getter  # httpx: a wait only for addresses
            from reconcile.project.wiki.mediawiki import fetch_page

            with Getter(self._patience) as getter:
                self._found |= {path: fetch_page(getter, x) for path, x in missing.items()}
        return [self._found[path] for path in paths]

    def get(self, path: str) -> FetchedPage | None:
        """The page that was fetched for this path, if one was."""
        return self._found.get(path)
