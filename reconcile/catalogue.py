"""The codes of findings: what each means, and the sentence it says.

A code is lasting: it is never given to another meaning. Its letter is the family. Severity is a
field and not part of the code. `template` is filled from a finding's `params` by `str.format`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.models import Severity

FAMILIES = {
    "S": "structure",
    "D": "dates",
    "N": "names",
    "A": "agreements",
    "L": "links",
    "R": "rules",
}


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    `rule_kind` names the kind of override rule that settles it, if one does.
    """

    code: str
    name: str
    severity: Severity
    title: str
    template: str
    meaning: str
    action: str
    rule_kind: str | None = "ignore"

    @property
    def family(self) -> str:
        """The family's name: `structure`, `dates`, `names`, `agreements`, `links` or `rules`."""
        return FAMILIES[self.code[0]]


CODES: tuple[Code, ...] = (
    Code(
        "S101",
        "empty-row",
        "error",
        "Row without any content",
        "{host} has a row that holds nothing: no partner, no country, no date.",
        "A row of the table is empty. Readers see a blank line; whatever it held is lost.",
        "Delete the row, or restore its content from the page history.",
    ),
)

BY_NAME = {c.name: c for c in CODES}
BY_CODE = {c.code: c for c in CODES}
