"""The texts of the page in every language: templates show one, and the script knows them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from reconcile.catalogue import LANGUAGES, Lang, Text, say
from reconcile.models import Param
from reconcile.report.html.template_filters import zh

Translation = tuple[str, str, str]
"""One text in each of `LANGUAGES`."""
Translatable = Text | Translation | str
"""What the page can say: a bare string, such as a name, is the same in every language."""


def translated(sentence: Callable[[Lang], str]) -> Translation:
    """A sentence in each language."""
    en, hans, hant = map(sentence, LANGUAGES)
    return en, hans, hant


class Translations:
    """Numbers every text of the page as it comes up; `lang` is the language of the templates."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._numbers: dict[Translation, int] = {}
        self._plain: dict[int, tuple[Text, Translation]] = {}

    def rows(self) -> list[str | Translation]:
        """Every text by its number; a single string where the languages do not differ."""
        return [t[0] if t[0] == t[1] == t[2] else t for t in self._numbers]

    def number(self, what: Translatable, **params: Param) -> int:
        """The number of a text, whose template is filled from `params`."""
        return self._numbers.setdefault(self.translation(what, params), len(self._numbers))

    def translation(
        self, what: Translatable, params: dict[str, Param] | None = None
    ) -> Translation:
        """A text in each language."""
        if isinstance(what, str):
            return what, what, what
        if isinstance(what, tuple):
            return what
        if params:
            return translated(lambda lang: say(what, params, lang))
        known = self._plain.get(id(what))
        if known is None:
            known = self._plain[id(what)] = (what, translated(what.said_in))
        return known[1]

    def here(self, what: Translatable, **params: Param) -> str:
        """A text in the language of the templates, which the script does not change."""
        return self._shown(self.translation(what, params))

    def element(self, what: Translatable, tag: str = "span", **params: Param) -> Markup:
        """An element with the text, which the script can put into another language."""
        translation = self.translation(what, params)
        text = self._shown(translation)
        shown = escape(text) if tag == "title" or self.lang != "en" else zh(text)
        return Markup(f'<{tag} data-t="{self.number(translation)}">{shown}</{tag}>')

    def attribute(self, name: str, what: Translatable, **params: Param) -> Markup:
        """An attribute with the text, such as ` title="…"`, with its number beside it."""
        translation = self.translation(what, params)
        text = escape(self._shown(translation))
        return Markup(f' {name}="{text}" data-t-{name}="{self.number(translation)}"')

    def _shown(self, translation: Translation) -> str:
        return translation[LANGUAGES.index(self.lang)]

    def functions(self) -> dict[str, Any]:
        """What templates call: `t` for an element, `a` for an attribute, `say` for a string."""
        return {"t": self.element, "a": self.attribute, "say": self.here}
