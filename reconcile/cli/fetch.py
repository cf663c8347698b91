"""`reconcile fetch`: copies of pages, by which a run can be repeated without a network."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.errors import ReconcileError
from reconcile.project.wiki.address import is_address
from reconcile.project.wiki.keep import keep
from reconcile.project.wiki.pages import Pages


def fetch_copies(addresses: Sequence[str], folder: str) -> None:
    """Fetch all pages, then write each with its note, and say what was written.

    Raises:
        ReconcileError: one of them is no address, or cannot be had or written; then nothing is.
    """
    for address in addresses:
        if not is_address(address):
            raise ReconcileError(
                "this is no address of a page: write https://… or, for Wikipedia, zh:TITLE",
                path=address,
            )
    pages = Pages().fetch_all(addresses)
    for page, path in zip(pages, keep(folder, pages), strict=True):
        revision = page.page
        of = f" of {revision.timestamp[:10]}" if revision.timestamp else ""
        licence = f", {revision.licence.name}" if revision.licence else ""
        print(f"written: {path}")
        print(f"  {revision.title}, revision {revision.revision}{of}{licence}")
