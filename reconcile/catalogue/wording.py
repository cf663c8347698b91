"""Sentences from templates and parameters, in each language.

A parameter is a plain value; how it is said is up to the template's format:

    {count:n}        1,407
    {count:n row}    1 row, 1,407 rows (in Chinese the number alone)
    {share:percent}  34 %
    {iso:country}    the country's name
    {iso:the}        the same within a sentence: the United States
    {side:side}      Chinese, English
    {kind:level}     a city, a county …
    {names:list}     A, B and C
    {names:or}       A, B or C
    {problem}        a phrase of the code's own, if it lists the parameter among its phrases
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any, Literal

from reconcile.catalogue.code import Lang, Phrases, Text
from reconcile.models import Param
from reconcile.places.countries import name_of

SIDES = {"zh": Text("Chinese", "中文"), "en": Text("English", "英文")}
_LEVELS = {
    "region": Text("a state, province or region", "州、省或大區"),
    "county": Text("a county", "縣或郡"),
    "city": Text("a city", "城市"),
    "district": Text("a district", "區"),
    "town": Text("a town", "鎮"),
    "village": Text("a village", "村"),
    "none": Text("given without a level", "未註明級別"),
}
_FIELDS = {
    "year": Text("year", "年份"),
    "month": Text("month", "月份"),
    "day": Text("day", "日"),
}


_WITH_ARTICLE = re.compile(
    r"^(?:United|(?:\w+ )?Republic of) |(?: Republic| Islands)$"
    r"|^(?:Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros)$"
)
"""Countries whose English names have an article within a sentence."""


class _Wording(Formatter):
    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def format_field(self, value: Any, format_spec: str) -> str:
        kind, _, noun = format_spec.partition(" ")
        if kind == "n":
            return counted(int(value), noun) if noun and self.lang == "en" else f"{int(value):,}"
        if kind == "percent":
            return f"{float(value):.0%}"
        if kind in ("list", "or"):
            return listed(value, self.lang, "or" if kind == "or" else "and")
        if kind in ("country", "the"):
            name = name_of(value, self.lang)
            article = kind == "the" and self.lang == "en" and _WITH_ARTICLE.search(name)
            return f"the {name}" if article else name
        tables = {"side": SIDES, "level": _LEVELS, "precision": _FIELDS}
        return tables[kind][value].said_in(self.lang) if kind in tables else str(value)


def names_in(text: Text) -> set[str]:
    """The parameters that a template asks for."""
    return {name for _, name, _, _ in Formatter().parse(text.en) if name}


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,407 rows`, `2 entries`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("ry") else f"{number:,} {noun}s"


def listed(values: Sequence[str] | str, lang: Lang, word: Literal["and", "or"] = "and") -> str:
    """`A, B and C`, or `A、B、C`; of alternatives `A, B or C`, `A、B或C`."""
    items = [values] if isinstance(values, str) else list(values)
    between = ", " if lang == "en" else "、"
    before_last = f" {word} " if lang == "en" else {"and": "、", "or": "或"}[word]
    return before_last.join([between.join(items[:-1]), items[-1]] if len(items) > 1 else items)


_WITHOUT_HOST = tuple(
    (re.compile(pattern), rest)
    for pattern, rest in (
        (r",? (?:under|of) \{(?:zh_|other_)?host\}(?: and \{en_host\})?", ""),
        (r" rows of \{block\} do not", " list does not"),
        (r" block \{block\}| rows of \{block\}", " list"),
        (r"\{(?:other_)?host\}之下的? ?|屬 ?\{host\}|，屬\{zh_host\}和 \{en_host\}", ""),
        (r"^\{host\} ?(?=有)|(?<=列表)的 ?\{block\} ?", ""),
    )
)
"""What of a template is left out, or said instead, where a list has no hosts."""
_HOSTS = ("host", "other_host", "zh_host", "block")


def _without_host(template: str) -> str:
    for pattern, rest in _WITHOUT_HOST:
        template = pattern.sub(rest, template)
    return template


def say(text: Text, params: Mapping[str, Param], lang: Lang, phrases: Phrases | None = None) -> str:
    """A template filled in one language.

    Args:
        text: the template.
        params: the values; those that `phrases` lists are replaced by their words first.
        lang: the language of the sentence; the values stay as they are.
        phrases: the words for the values of some parameters.

    Raises:
        KeyError: the template names a parameter that is not given, or a phrase is not listed.
    """
    wording = _Wording(lang)
    values: dict[str, Any] = dict(params)
    for name, words in (phrases or {}).items():
        if name in params:
            phrase = words[str(params[name])]
            values[name] = wording.vformat(phrase.said_in(lang), (), params)
    template = text.said_in(lang)
    if any(params.get(name) == "" for name in _HOSTS):
        template = _without_host(template)
    return wording.vformat(template, (), values)
