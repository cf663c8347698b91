"""The codes of findings: what each means, and the sentences it says, in three languages.

A code is lasting: it is never given to another meaning, and a retired one stays listed. Its
letter is the family. Severity is a field and not part of the code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.catalogue import (
    agreements,
    coverage,
    dates,
    form,
    links,
    names,
    reading,
    rules,
    spelling,
    structure,
)
from reconcile.catalogue.code import FAMILIES, LANGUAGES, Code, Lang, Text
from reconcile.catalogue.wording import counted, listed, names_in, say
from reconcile.models import Finding, Param

CODES: tuple[Code, ...] = (
    *structure.CODES,
    *form.CODES,
    *reading.CODES,
    *dates.CODES,
    *names.CODES,
    *spelling.CODES,
    *agreements.CODES,
    *coverage.CODES,
    *links.CODES,
    *rules.CODES,
)
BY_NAME: Mapping[str, Code] = {c.name: c for c in CODES}
BY_CODE: Mapping[str, Code] = {c.code: c for c in CODES}

__all__ = [
    "BY_CODE",
    "BY_NAME",
    "CODES",
    "FAMILIES",
    "LANGUAGES",
    "Code",
    "Lang",
    "Text",
    "counted",
    "listed",
    "message",
    "say",
    "together",
]


def message(
    name: str, params: Mapping[str, Param], lang: Lang = "en", *, systemic: bool = False
) -> str:
    """The sentence of a finding; `systemic` where it speaks of a whole list."""
    code = BY_NAME[name]
    text = code.systemic if systemic and code.systemic else code.template
    return say(text, params, lang, code.phrases)


def together(findings: Sequence[Finding], lang: Lang = "en") -> str:
    """One sentence for findings of one group: the catalogue's, or that of the first.

    A sentence that asks for what these findings do not say (a host, where they speak of whole
    lists) is not theirs.
    """
    first = findings[0]
    code = BY_NAME.get(first.name)
    if code is None:
        return first.message
    params = {**first.params, "n": len(findings)}
    if len(findings) == 1 or code.grouped is None or not names_in(code.grouped) <= params.keys():
        if lang == "en":
            return first.message
        return message(first.name, first.params, lang, systemic=first.systemic)
    return say(code.grouped, params, lang, code.phrases)
