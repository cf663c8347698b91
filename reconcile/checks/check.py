"""A check: a pure function from facts to findings, and the names of all that it may find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reconcile.catalogue.finding_names import FindingName
from reconcile.checks.draft import Draft
from reconcile.checks.facts import Facts


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of the registry. What `find` yields has one of the names `yields`."""

    find: Callable[[Facts], Iterator[Draft]]
    yields: tuple[FindingName, ...]

    @property
    def place(self) -> str:
        """The module and function, as in `reconcile.checks.dates.missing_dates`."""
        return f"{self.find.__module__}.{self.find.__name__}"
