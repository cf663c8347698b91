"""Lines that name their host themselves, in a sentence or before a colon.

`南京市与日本名古屋市于1978年12月21日结为友好城市`, `南京市：名古屋（1978年）、圣路易斯（1979年）`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reconcile import vocabulary as terms
from reconcile.dates import DateText, find_dates
from reconcile.places.placename import place_name
from reconcile.scripts import has_han
from reconcile.sources.inline import Inline, Span, trim
from reconcile.sources.reading.brackets import BEFORE_DATE
from reconcile.sources.reading.countries import country_of
from reconcile.sources.reading.hosts import host_span

_HOST_END = re.compile(r"(?<!\s)(?:\s*[:：]\s*|\s+[–—-]\s+|\s*[—–]+\s*)")
_HOST_END_ZH = re.compile(_HOST_END.pattern + r"|(?<=[\u3400-\u9fff])[-－]|(?<!\s)\s+")
_HYPHENS = ("-", "－")
_WORD = re.compile(r"[^\s,，、:：()（）]+")
_LONGEST_HOST = 40
_LONGEST_SENTENCE = 300
_TWINNED_ZH = re.compile(
    r"(?:^|(?<=[，,。]))\s*(?P<host>[^，,。与與和同跟\s]{2,14}?)?\s*[与與和同跟]\s*(?P<partner>[^。；;]+?)"
    rf"(?:正式|分別|分别|也|又|共同|{terms.SIGNED_ZH}|{terms.PAPERS_ZH}|[，,])*"
    rf"(?:締結|缔结|締|缔|結為|结为|結成|结成|結|结|成為|成为|建立(?:了|起)?|{terms.SIGNED_ZH})(?:了|為|为|成)?"
    rf"(?:國際|国际|一對|一对)?(?:{terms.TWINNED_ZH})[^。；;，,]*(?:[，,][^。；;]*)?[。.；;]?\s*$"
)
_NO_PARTNER = re.compile(
    rf"(?:{terms.FOLLOWING_ZH}|(?:the )?(?:{terms.FOLLOWING_EN})\b)", re.IGNORECASE
)
"""What stands in the place of partners that are named below."""
_MANY_EN = re.compile(rf"\W*(?:{terms.TWINNED_EN})[ -](?:cities|towns)\b", re.IGNORECASE)
"""How a text begins that calls a list: Sister cities of Denver."""
_LEAD_EN = rf"^[\s,]*(?:(?:{terms.SELF_EN}|the city)\b|(?P<host>[^,.;]{{2,40}}?))?"
_PARTNER_EN = r"(?P<partner>[^;]+?)\s*[.;]?\s*$"
_BE_EN = r"(?:is|was|are|were|became|has been|have been|has become)(?: also| now)?"
_TWINS_EN = rf"(?:a |an |the |its )?{terms.TWIN_EN}"
_BOND_EN = (
    rf"(?:a |an |the |its )?(?:\w+ )?(?:{terms.TWIN_EN}|{terms.TWINNED_EN})"
    r" (?:relations(?:hips?)?|ties|agreements?|partnerships?|links?|pacts?|status)"
)
_MADE_EN = r"(?:has |have )?(?:established|formed|entered(?: into)?|signed|concluded)"
_BOTH_EN = r"(?P<host>[^,.;]{2,40}?) and (?P<partner>[^;]{2,60}?),?"
_TWINNED_EN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Changsha signed a sister city agreement with Kagoshima, Japan
        rf"{_LEAD_EN}\s*\b{_MADE_EN} {_BOND_EN} with {_PARTNER_EN}",
        # Changsha and Mons, Belgium have been sister cities
        rf"^[\s,:]*{_BOTH_EN} {_BE_EN} {_TWINS_EN}\s*[.;]?\s*$",
        # Changsha and Mons, Belgium signed a sister city agreement
        rf"^[\s,:]*{_BOTH_EN} {_MADE_EN} {_BOND_EN}\s*[.;]?\s*$",
        # The sister city agreement between Changsha and Mons, Belgium was signed
        rf"^[\s,:]*{_BOND_EN} (?:between|of) {_BOTH_EN} (?:was|were)(?: \w+)?\s*[.;]?\s*$",
        # Changsha is twinned with Kagoshima, Japan; it became a sister city of Mons, Belgium
        rf"{_LEAD_EN}\s*(?:\b{_BE_EN}\s+)?\b(?:twinned|paired|partnered|{_TWINS_EN})"
        rf"\s*\b(?:with|to|of)\s+{_PARTNER_EN}",
    )
)


def split_host(inline: Inline, at_home: Callable[[str], bool]) -> tuple[Span, Inline] | None:
    """The host that a line begins with, and the rest: `南京市：名古屋（1978年）`."""
    text = inline.text
    ends = _HOST_END_ZH if has_han(text) else _HOST_END
    for match in ends.finditer(text):
        span = trim(text, 0, match.start())
        rest = trim(text, match.end())
        if rest.end <= rest.start or span.end - span.start > _LONGEST_HOST:
            return None
        if not match.group().strip() and not _begins_with_country(rest.of(text)):
            continue
        if match.group() in _HYPHENS and _is_one_name(text, match.start()):
            continue
        span = host_span(text, span)
        if at_home(span.of(text)):
            return span, inline.part(rest.start, len(text))
    return None


def _is_one_name(text: str, hyphen: int) -> bool:
    """Whether a hyphen stands inside of a transcribed name: 赫拉德茨-克拉洛韦, and not 札幌-波特蘭.

    It does where the whole is a known place, and where what stands before it is none.
    """
    second = _WORD.match(text, hyphen + 1)
    if second is None:
        return False
    whole, first = place_name(text[: second.end()].strip()), place_name(text[:hyphen].strip())
    if whole.places or whole.exonyms:
        return True
    return not (first.places or first.exonyms or first.regions or first.level)


def _begins_with_country(text: str) -> bool:
    """Whether the first of the words of a text is a country in Chinese, as behind a blank."""
    words = text.split(maxsplit=1)
    return bool(words) and has_han(words[0]) and country_of(words[0]) is not None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that states one agreement: spans and date refer to the whole sentence."""

    host: Span | None
    partner: Inline
    date: DateText | None


def read_sentence(inline: Inline, *, chinese: bool) -> Sentence | None:
    """Host, partner and date of a sentence that states one agreement, or None.

    The date may stand anywhere in it.
    """
    text = inline.text
    dates = find_dates(text)
    if len(dates) > 1 or len(text) > _LONGEST_SENTENCE:
        return None
    for found in dates:
        start = len(BEFORE_DATE.sub("", text[: found.start]))
        text = text[:start] + " " * (found.end - start) + text[found.end :]
    patterns = (_TWINNED_ZH,) if chinese else _TWINNED_EN
    match = next((m for pattern in patterns if (m := pattern.search(text))), None)
    if match is None or (match["host"] is None and _MANY_EN.match(text)):
        return None
    host = trim(text, *match.span("host")) if match["host"] else None
    partner = trim(text, *match.span("partner"))
    if _NO_PARTNER.match(partner.of(text)):
        return None
    date = dates[0] if dates else None
    return Sentence(host, inline.part(partner.start, partner.end), date)
