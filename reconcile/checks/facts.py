"""Everything known when the checks run."""

from __future__ import annotations

from functools import cached_property

from reconcile.checks.agreements.verdicts import verdicts_of
from reconcile.checks.lists import LinkedLists
from reconcile.checks.names.stated import StatedNames
from reconcile.models import Record, Side, Verdict


class Facts(LinkedLists):
    """The linked lists, with what follows from them: verdicts, and the names that they state."""

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One verdict for every record, as of the run."""
        return verdicts_of(self)

    def subject(self, verdict: Verdict) -> Record:
        """The record that a verdict is about; of two linked ones the Chinese."""
        return self.by_id[verdict.zh or verdict.en or ""]

    @cached_property
    def names(self) -> tuple[StatedNames, ...]:
        """The names of each source."""
        return tuple(StatedNames(self, source) for source in self.sources)

    def names_of(self, side: Side) -> tuple[StatedNames, ...]:
        """The names of each source of a side."""
        return tuple(names for names in self.names if names.side == side)
