"""The check of English names that are written unlike the city that their counterpart names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel.core import get_global
from babel.languages import get_official_languages
from rapidfuzz.distance import OSA

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.latin_names import latin_names
from reconcile.models import Record
from reconcile.names.channel import group_of
from reconcile.places.cities import city_keys
from reconcile.places.exonyms import renames
from reconcile.places.former import former
from reconcile.places.known import is_known
from reconcile.places.match import match_name
from reconcile.places.placename import PlaceName, place_name
from reconcile.scripts import fold

SHORTEST = 5
"""Letters of a name in which one may be a slip: shorter names have too many neighbours."""
LONG = 9
"""Letters of a name in which two may be slips."""
_SPELT = ("en", "fr", "de", "es", "pt", "it", "zh")
"""Groups of countries (`names.channel`) whose names have had one spelling for long."""
_VOWELS = "aeiouyj"
SURE = 0.9
"""The probability from which a name that no table has is of a city by its sound."""


def misspelt_names(facts: Facts) -> Iterator[Draft]:
    """Linked English names that are those of no place, and nearly that of the place meant."""
    for link in facts.links:
        zh, en = facts.rows_of(link)
        usual = _usual(zh, en) if link.other is None and link.rule is None else None
        if usual is not None:
            yield Draft(
                "misspelt-name",
                [en.partner_ref],
                {"partner": en.partner, "host": en.host, "usual": usual},
                records=[en.id],
                link=link.id,
                group=group_id("misspelt-name", "en"),
                suggestion=en.partner.replace(en.name, usual),
            )


def _usual(zh: Record, en: Record) -> str | None:
    """The name of the place that is meant, if the English one is that but for a slip of the pen."""
    country = en.country or zh.country
    if country is None or zh.country not in (None, country):
        return None
    name = en.place.in_country(country).bare
    if len(name.folded) < SHORTEST or is_known(name) or _has_another_name(name, country):
        return None
    meant = [x for x, iso in latin_names(zh) if iso == country]
    if not meant and any(_is_slip(name.folded, key, country) for key in city_keys(country)):
        found = match_name(zh.name, country=country, limit=1)  # slow, and seldom needed
        meant = [m.name for m in found if m.probability >= SURE]
    return next((x for x in meant if _is_slip(name.folded, fold(x), country)), None)


def _has_another_name(name: PlaceName, country: str) -> bool:
    """Whether the English name is one of old, or of another language."""
    plain = place_name(_without_umlauts(name.folded), country)
    return bool(name.other_names or plain.other_names or renames(name.text, country)) or (
        former(name.text, country) is not None
    )


def _is_slip(written: str, usual: str, country: str) -> bool:
    """Whether letters were left out, doubled, changed or turned round, and no more than that.

    Names from other scripts are romanized in several ways: there only letters turned round and
    consonants doubled are a slip, and where Latin or English is young no vowels are (Sumgait).
    """
    if written == usual or _is_of_another_language(written, usual, country):
        return False
    slips = OSA.distance(written, usual)
    if slips == 1 and (sorted(written) == sorted(usual) or _doubled(written, usual)):
        return True
    if slips > (2 if len(usual) >= LONG else 1) or not _is_spelt_one_way(country):
        return False
    return group_of(country) in _SPELT or _consonants(written) != _consonants(usual)


def _is_of_another_language(written: str, usual: str, country: str) -> bool:
    """Koeln and Aalborg, and an s or e at the end, as English and French have it (Lyons)."""
    if group_of(country) == "de" and _without_umlauts(written) == _without_umlauts(usual):
        return True
    short, long = sorted((written, usual), key=len)
    return long[:-1] == short and long[-1] in "es" and long[-1] != short[-1]


def _without_umlauts(folded: str) -> str:
    return re.sub("([aou])e|(a)a", r"\1\2", folded)


def _doubled(written: str, usual: str) -> bool:
    """Whether the one difference is a consonant that stands twice."""
    return any(
        letter not in _VOWELS and usual[:i] + letter + usual[i:] == written
        for i, letter in enumerate(usual)
    )


def _consonants(folded: str) -> str:
    return folded.translate(str.maketrans("", "", _VOWELS))


@cache
def _is_spelt_one_way(country: str) -> bool:
    """Whether names are Latin by CLDR: by the likeliest script, or as English is official; pinyin.

    The likely subtags have no entry for what is the default, English.
    """
    likely = get_global("likely_subtags").get(f"und_{country}", "en_Latn")
    return "_Latn" in likely or country == "CN" or "en" in get_official_languages(country)


CHECKS = (Check(misspelt_names, ("misspelt-name",)),)
