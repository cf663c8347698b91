"""What the kinds of workbooks have in common: sheets with names, of which one is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from reconcile.sources.workbooks.sheet import SheetText


class Entry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool = False


class Book(Protocol):
    """A workbook that is open."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The sheets with cells, in their order."""

    def read(self, index: int) -> SheetText:
        """The sheet at this place of `entries`.

        Raises:
            ReconcileError: it is damaged, or too large to be a list.
        """
