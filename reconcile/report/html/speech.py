"""The texts of the page in every language: templates show one, and the script knows them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from reconcile.catalogue import LANGUAGES, Lang, Text, say
from reconcile.models import Param
from reconcile.report.html.template_filters import zh

Said = tuple[str, str, str]
"""One text in each of `LANGUAGES`."""
Sayable = Text | Said | str
"""What can be said: a name is said the same in every language."""


def said(sentence: Callable[[Lang], str]) -> Said:
    """A sentence in each language."""
    en, hans, hant = map(sentence, LANGUAGES)
    return en, hans, hant


class Speech:
    """Numbers every text of the page as it comes up; `lang` is the language of the templates."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._numbers: dict[Said, int] = {}
        self._plain: dict[int, tuple[Text, Said]] = {}

    def rows(self) -> list[str | Said]:
        """Every text by its number; a single string where the languages do not differ."""
        return [t[0] if t[0] == t[1] == t[2] else t for t in self._numbers]

    def number(self, what: Sayable, **params: Param) -> int:
        """The number of a text, whose template is filled from `params`."""
        return self._numbers.setdefault(self.triple(what, params), len(self._numbers))

    def triple(self, what: Sayable, params: dict[str, Param] | None = None) -> Said:
        """A text in each language."""
        if isinstance(what, str):
            return what, what, what
        if isinstance(what, tuple):
            return what
        if params:
            return said(lambda lang: say(what, params, lang))
        known = self._plain.get(id(what))
        if known is None:
            known = self._plain[id(what)] = (what, said(what.said_in))
        return known[1]

    def here(self, what: Sayable, **params: Param) -> str:
        """A text in the language of the templates, which the script does not change."""
        return self.triple(what, params)[LANGUAGES.index(self.lang)]

    def element(self, what: Sayable, tag: str = "span", **params: Param) -> Markup:
        """An element with the text, which the script can put into another language."""
        said_so = self.triple(what, params)
        text = said_so[LANGUAGES.index(self.lang)]
        shown = escape(text) if tag == "title" or self.lang != "en" else zh(text)
        number = self.number(said_so)
        return Markup(f'<{tag} data-t="{number}">{shown}</{tag}>')

    def attribute(self, name: str, what: Sayable, **params: Param) -> Markup:
        """An attribute with the text, such as ` title="…"`, with its number beside it."""
        said_so = self.triple(what, params)
        text = escape(said_so[LANGUAGES.index(self.lang)])
        return Markup(f' {name}="{text}" data-t-{name}="{self.number(said_so)}"')

    def functions(self) -> dict[str, Any]:
        """What templates call: `t` for an element, `a` for an attribute, `say` for a string."""
        return {"t": self.element, "a": self.attribute, "say": self.here}
