"""What an entry of the catalogue holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reconcile.catalogue.finding_names import FindingName
from reconcile.models import Severity
from reconcile.scripts import to_simplified

Lang = Literal["en", "zh-Hans", "zh-Hant"]
LANGUAGES: tuple[Lang, ...] = ("en", "zh-Hans", "zh-Hant")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and in Traditional Chinese; OpenCC makes the Simplified one from it."""

    en: str
    zh: str

    def said_in(self, lang: Lang) -> str:
        """The text in one language."""
        if lang == "en":
            return self.en
        return self.zh if lang == "zh-Hant" else to_simplified(self.zh)


Phrases = Mapping[str, Mapping[str, Text]]
"""Parameter → its possible values → the words that each stands for."""

WHERE = {"after": Text("after", "之後"), "before": Text("before", "之前")}

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

    `template`, `systemic` and `grouped` are filled from a finding's params (see `wording`).
    `settled_by` are the kinds of override rules that settle it, the usual one first; where there
    is none, it can only be mended in the list, or ignored. `replaced_by` is the code to look at
    instead of a retired one; a retired code stays listed for ever.
    """

    code: str
    name: FindingName
    severity: Severity
    title: Text
    template: Text
    meaning: Text
    why: Text
    action: Text
    settled_by: tuple[str, ...] = ()
    systemic: Text | None = None
    """The sentence where a whole list has the fault, and not some of its rows."""
    grouped: Text | None = None
    """The sentence for `n` findings of one group, filled from the first one's params."""
    phrases: Phrases = field(default_factory=dict)
    since: str = "0.1"
    replaced_by: str | None = None

    @property
    def family(self) -> str:
        """The family's name: `structure`, `dates`, `names`, `agreements`, `links` or `rules`."""
        return FAMILIES[self.code[0]]
