"""The host's name in a heading, line or cell, without what a list writes around it."""

from __future__ import annotations

import re

from reconcile import vocabulary as terms
from reconcile.places.cities import is_any_city
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import has_han
from reconcile.sources.inline import Span

_MARKED = re.compile(r"\s*[〖【](?P<host>[^〖〗【】]+)[〗】]\s*[-–—:：]*\s*")
_BEHIND = re.compile(
    # A bracket tells hosts apart in English, Gangnam (Seoul), behind a district, 中区（大邱）, and
    # where it names a division.
    rf"\s*(?:[:：]|(?<![A-Za-zÀ-ỹ]\s)(?<![区區])[（(][^（）()]*(?<![州省縣县府道郡畔])[)）]|[（(][^（）()]*\d[^（）()]*[)）]|"
    rf"{terms.FOOTNOTE}|"
    rf"的?(?:對外|对外|國際|国际|締結|缔结|締盟|缔盟)*(?:{terms.TWINNED_ZH}|結好|结好)"
    rf"(?:{terms.TWINNED_ZH}|{terms.DIVISIONS_ZH}|{terms.CONCLUDED_ZH}|關係|关系|和|與|与|及|、|或|\s)*"
    rf"(?:{terms.STATE_ZH})?(?:{terms.LIST_ZH})?表?(?:[現现]?有|包括|如下|[為为是]|分[別别]是)?|{terms.LIST_ZH}|"
    r"(?:以?及|[和與与])(?:其|[^，,。；;]{2,8}?)?[所下]?[轄辖屬属](?:下|各|的|地|級|级|城|市|州|縣|县|區|区){1,6}|"
    r"[締缔結结][約约結结好盟]情[況况]表?|"
    r"(?:目前|現|现|已|經|经|先後|先后|共)*[與与和同](?:以下|下列|如下|\d+多?[個个座])[^，,、。；;]{0,12}"
    r"(?:締結|缔结|結|结|建立)[^，,、。；;]{0,12}|"
    rf"(?:['’]s?)?\s+{terms.TWIN_CITIES_EN}|"
    r"\s+(?:is|are|has been)\s+(?:\w+\s+)?(?:twinned|paired|partnered|a sister city)"
    r"(?:\s+(?:with|to|of))?(?:\s+the following(?: \w+)?)?)+\s*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\s*(?:list of\s+)?{terms.TWIN_LISTS_EN}\s+(?:of|in|for)\s+|"
    r"\s*(?:(?:以下|下列|下面|[本此这這該该](?:列?表|頁|页|條目|条目))(?:是|[為为]|列出|收[錄录]|列[舉举])了?)",
    re.IGNORECASE,
)
_MANY = re.compile(rf"{terms.EACH_ZH}$")
_AUTHORITY = re.compile(
    rf"(?<=..)(?:{terms.AUTHORITY_ZH})\s*$|\s+(?:{terms.AUTHORITY_EN})\s*$", re.IGNORECASE
)
_LONGEST = 200


def is_marked_host(text: str) -> bool:
    """Whether a text is marked as a host: 〖上海市〗-."""
    return _MARKED.fullmatch(text) is not None


def host_span(text: str, within: Span | None = None) -> Span:
    """The span of the host's name, without 〖〗, dashes, counts and `友好城市` around it."""
    base, end = (within.start, within.end) if within else (0, len(text))
    text = text[base:end]
    if match := _MARKED.fullmatch(text):
        return Span(base + match.start("host"), base + match.end("host"))
    start = len(text) - len(text.lstrip())
    if ahead := _AHEAD.match(text):
        start = ahead.end()
    shown = text[start:]
    rest = (_BEHIND.sub("", shown) if len(shown) < _LONGEST else shown).rstrip()
    name = without_authority(rest or shown.rstrip())
    return Span(base + start, base + start + len(name))


def without_authority(name: str) -> str:
    """The place that an authority is of: 大阪市 of 大阪市役所, Portland of Portland City Council.

    Kansas City Council is that of a city which is called so.
    """
    match = _AUTHORITY.search(name) if len(name) < _LONGEST else None
    if match is None:
        return name
    place = name[: match.start()]
    with_level = f"{place} City"
    return with_level if name.startswith(with_level) and is_any_city(with_level) else place


def host_name(text: str) -> str:
    """The host's name in a text."""
    return host_span(text).of(text)


def calls_many(name: str) -> bool:
    """Whether a text calls many places, and none by name: 日本各市."""
    return _MANY.search(name) is not None


def is_at_home(text: str, home: HomePlaces) -> bool:
    """Whether a Chinese or English text names a place of the home country."""
    text = text.strip()
    if calls_many(text):
        return False
    return home.is_home(text) if has_han(text) else bool(text and home.find_en(text))
