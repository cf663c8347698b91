"""Whose partners stand below: the host in a sentence, title or label, by its words alone.

No table of places is asked here: the home country, which says what can be a host, is told from
what is found. `大阪市和以下城市是姊妹城市`, `Sister cities of Sapporo`,
`City of Chicago - Sister Cities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile import vocabulary as terms
from reconcile.sources.inline import Span, trim

_BRACKET = re.compile(r"[（(][^（）()]{0,80}[)）]")
LONGEST_LINE = 5_000
"""Characters of a line that is looked into."""
_TWINNING = re.compile(
    rf"{terms.TWINNED_ZH}|締約|缔约|結好|结好|{terms.EXCHANGE_ZH}|"
    rf"\b(?:{terms.TWINNED_EN}|{terms.EXCHANGE_EN})",
    re.IGNORECASE,
)

# -- Chinese -----------------------------------------------------------------------------------

_START = rf"(?:^|(?<=[，,。；;：:\s]))(?:{terms.NOW_ZH}|而|其中|此外|另外)*"
_HOST = r"(?P<host>[^\s，,、。；;：:（）()]{2,14}?)\s*"
_NOW = rf"(?:{terms.NOW_ZH})*"
_MANY = (
    rf"(?:{terms.FOLLOWING_ZH}|(?:\d+\s*|[{terms.HAN_NUMERALS}]+)多?[個个座對对]|"
    "世界|國外|国外|全球|多[個个座])"
)
_GAP = r"[^，,、。；;]{0,60}?"
_TWINS = rf"(?:國際|国际)?(?:{terms.TWINNED_ZH})"
_BONDED = r"(?:締結|缔结|結|结|締|缔|是|為|为|建立|建有|成為|成为|互為|互为|有|保持)"
_ZH = tuple(
    re.compile(pattern)
    for pattern in (
        # 大阪市和以下城市是姊妹城市; 首爾特別市跟下列各城市締結姊妹市
        rf"{_START}{_HOST}{_NOW}[與与和同跟]{_MANY}{_GAP}{_BONDED}{_GAP}{_TWINS}",
        # 墨尔本市共有6个友好城市; 里约热内卢拥有以下友好城市
        rf"{_START}{_HOST}{_NOW}(?:有|擁有|拥有|設有|设有|建有){_NOW}{_MANY}{_GAP}{_TWINS}",
        # 以下城市与墨尔本结为友好城市
        rf"{_START}{_MANY}{_GAP}[與与和同跟]{_HOST}{_NOW}{_BONDED}{_GAP}{_TWINS}",
        # 與札幌市締結姊妹關係的城市
        rf"{_START}[與与和同跟]{_HOST}{_NOW}{_BONDED}{_GAP}{_TWINS}{_GAP}的",
        # 以下是札幌市的姊妹城市
        rf"{_START}{_MANY}{_GAP}(?:是|為|为|列出)了?{_HOST}[的之]{_GAP}{_TWINS}",
        # 克拉科夫的姐妹城市包括; 橫濱市的對外交流
        rf"{_START}{_HOST}(?:的|之){_GAP}(?:{_TWINS}|{terms.EXCHANGE_ZH})",
    )
)

# -- English -----------------------------------------------------------------------------------

_WORD = r"[^\W\d_a-zß-ÿ][\w'’.]*(?<!['’]s)"
_SMALL = r"(?:of|the|de|la|le|les|du|des|del|da|do|dos|di|am|an|der|im|upon|on|sur|en|al|el)"
_NAME = (
    rf"(?P<host>{_WORD}(?:(?:[ -]{_SMALL}){{0,2}}[ -]{_WORD}){{0,5}}"
    rf"(?:, {_WORD}(?: {_WORD}){{0,2}})?)"
)
_CITY = r"(?:(?:[Tt]he )?(?i:city|town|municipality|borough|county|village|district) of )?"
_BEGIN = rf"(?:^|(?<=[.;:,] ))\s*{_CITY}"
_TWIN = rf"(?i:{terms.TWINNED_EN})"
_CITIES = (
    rf"(?i:(?:international |official |current |former )?{terms.TWIN_CITIES_EN}|"
    rf"{terms.EXCHANGE_EN}|partnerships|twinnings|"
    rf"(?:{terms.TWINNED_EN}) (?:exchanges|relations(?:hips)?|links|ties))"
)
_MANY_EN = r"(?:[\w,]+ ){0,4}(?:cities|towns|municipalities|regions|communities)"
_BOTH = rf"{_CITIES}(?:\s*(?:(?i:and)|&|/|,|[-–—])\s*{_CITIES})*"
_DASH = r"\s*(?:\s[-–—|]|[|:·])\s*"
_EN = tuple(
    re.compile(pattern)
    for pattern in (
        # Sapporo is twinned with; Chicago has 28 sister cities; Kobe maintains sister city ties
        rf"{_BEGIN}{_NAME},?\s+(?:[a-z]+ly |now |also |has been |have been )?"
        rf"(?:is|was|are|has|have|had|maintains?|enjoys?|boasts?|counts?|shares?|entered|established|signed)"
        rf"\b[^.;:]{{0,80}}?\b(?:{_TWIN}|paired|linked|partnerships? with {_MANY_EN})\b",
        # Chicago's sister cities are
        rf"{_BEGIN}{_NAME}['’]s?\s+(?:[\w-]+\s+){{0,3}}?{_CITIES}",
        # Here is what I have for Chicago's sister cities:
        rf"(?<=[a-z] ){_CITY}{_NAME}['’]s?\s+(?:[\w-]+\s+){{0,3}}?{_CITIES}\s*[:.]?\s*$",
        # Sister cities of Sapporo; twin towns and sister cities in Lille
        rf"{_BOTH}(?:\s+(?:lists?|agreements?|program(?:me)?))?\s+(?i:of|for|in)\s+{_CITY}{_NAME}",
        # The following cities are twinned with Cologne
        rf"(?i:\b(?:{terms.FOLLOWING_EN}|cities|towns|places|municipalities|communities)\b)"
        rf"[^.;:]{{0,60}}?\b(?i:twinned|twin|sister\w*|partner\w*|paired|linked)\b[\w\s]{{0,30}}?"
        rf"\s(?:with|of|to)\s+{_CITY}{_NAME}",
        # City of Chicago - Sister Cities; Melbourne sister cities; Toruń, Poland: twin towns
        rf"^\s*{_CITY}{_NAME}(?:{_DASH}|\s+){_BOTH}",
        # Sister Cities | City of Phoenix
        rf"^\s*(?:(?i:our|the|list of)\s+)?{_BOTH}{_DASH}{_CITY}{_NAME}",
    )
)
_TRADE = re.compile(
    rf"{terms.TWINNED_ZH}|\b(?:{terms.TWINNED_EN})(?:\W*$|\s+(?:cit|town|relat|agree|program))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    rf"(?:{terms.SELF_EN})\b|.*{terms.EACH_ZH}$|(?:(?:{terms.COMMON_EN})\W*)+$|{terms.SELF_ZH}|{terms.FOLLOWING_ZH}",
    re.IGNORECASE,
)


def announced(text: str) -> Iterator[Span]:
    """What a text says has twin towns, the likeliest first; it may be no place at all."""
    if len(text) > LONGEST_LINE or not _TWINNING.search(text):
        return
    plain = _BRACKET.sub(lambda m: " " * len(m.group()), text)
    found = (m.span("host") for pattern in (*_ZH, *_EN) for m in pattern.finditer(plain))
    for start, end in dict.fromkeys(found):
        span = trim(text, start, end)
        name = span.of(text)
        if name and not is_no_name(name):
            yield span


def is_no_name(text: str) -> bool:
    """Whether words of the trade, or words that stand for a name, are all that a text is."""
    return bool(_NO_NAME.match(text) or _TRADE.search(text))
