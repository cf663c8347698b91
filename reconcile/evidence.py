"""The value that every comparison gives its reasons as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

Param = str | int | float | tuple[str, ...]
"""A value in a sentence: how it is said is up to the sentence (see `catalogue.wording`)."""
BY = " (by {by})"
"""The end of a sentence about a name that is not the one shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against a link: `weight` in log-odds (natural logarithm).

    `template` is its sentence in English, to be filled from `params`; `catalogue.evidence` has the
    same sentence in other languages.
    """

    name: str
    template: str
    params: Mapping[str, Param]
    weight: float

    @property
    def detail(self) -> str:
        """The sentence in English."""
        return self.template.format_map(self.params)

    def scaled(self, share: float) -> Evidence:
        """The same reason, of which a share counts."""
        return replace(self, weight=self.weight * share)

    def by(self, name: str) -> Evidence:
        """The same reason, found by another name of the record, such as `its link target`."""
        return replace(self, template=self.template + BY, params={**self.params, "by": name})
