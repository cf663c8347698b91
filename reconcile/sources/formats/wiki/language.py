"""The language of a page of wikitext: what it calls a country, and which variant it shows."""

from __future__ import annotations

from functools import cached_property

from reconcile.models import Document
from reconcile.places.countries import Language, find_code, name_of
from reconcile.places.placename import place_name
from reconcile.scripts import has_han, is_han, script_of

_SAMPLE = 20_000
"""Characters that are looked at to tell the script."""
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
_SIMPLIFIED = ("zh-hans", "zh-cn", "zh-sg", "zh-my")
_COLUMNS: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")
_NATIONS = {
    "ENG": ("England", "英格兰", "英格蘭"),
    "SCO": ("Scotland", "苏格兰", "蘇格蘭"),
    "WAL": ("Wales", "威尔士", "威爾斯"),
    "NIR": ("Northern Ireland", "北爱尔兰", "北愛爾蘭"),
}
"""What templates show for the parts of the United Kingdom, for which ISO 3166 has no codes."""


class PageLanguage:
    """English, or Chinese in the script that most characters of the page tell."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def language(self) -> Language:
        """The language; `zh-Hant` where no character tells."""
        if self.document.side == "en":
            return "en"
        counts = {"traditional": 0, "simplified": 0}
        for char in filter(is_han, self.document.text[:_SAMPLE]):
            script = script_of(char)
            if script in counts:
                counts[script] += 1
        return "zh-Hans" if counts["simplified"] > counts["traditional"] else "zh-Hant"

    @property
    def variants(self) -> tuple[str, ...]:
        """The codes of language conversion, those of the page's script first."""
        if self.language == "zh-Hans":
            return (*_SIMPLIFIED, "zh", *_TRADITIONAL)
        return (*_TRADITIONAL, "zh", *_SIMPLIFIED)

    def country(self, name: str) -> str:
        """What the page shows of a country that a template names by a name or a code."""
        code = find_code(name) if name.isupper() and name.isascii() else None
        if code is not None:
            nation = _NATIONS.get(code.code)
            return (
                nation[_COLUMNS.index(self.language)]
                if nation
                else name_of(code.iso, self.language)
            )
        if (self.language == "en") == has_han(name) and (found := place_name(name).named_country):
            return name_of(found.iso, self.language)
        return name


def is_country_template(name: str) -> bool:
    """Whether a template is named like a country, and shows it: `{{JPN}}`, `{{日本}}`."""
    if name.isascii():
        return len(name) == 3 and name.isupper() and find_code(name) is not None
    return has_han(name) and len(name) < 12 and place_name(name).named_country is not None
