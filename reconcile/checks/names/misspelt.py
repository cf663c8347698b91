"""The check of English names that are written unlike the city that their counterpart names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel.core import get_global
from rapidfuzz.distance import OSA

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.latin_names import latin_names
from reconcile.models import Record
from reconcile.names.channel import group_of
from reconcile.places.cities import is_city
from reconcile.places.exonyms import renames
from reconcile.places.former import former
from reconcile.places.match import match_name
from reconcile.places.placename import PlaceName
from reconcile.scripts import fold

SHORTEST = 5
"""Letters of a name in which one may be a slip: shorter names have too many neighbours."""
LONG = 9
"""Letters of a name in which two may be slips."""
_SPELT = ("en", "fr", "de", "es", "pt", "it", "zh")
"""Groups of countries (`names.channel`) whose names have had one spelling for long."""
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
    if len(name.folded) < SHORTEST or _is_known(name, country):
        return None
    listed = [x for x, iso in latin_names(zh) if iso == country]
    found = match_name(zh.name, country=country, limit=1) if not listed else ()
    meant = listed or [m.name for m in found if m.probability >= SURE]
    return next((x for x in meant if _is_slip(name.folded, fold(x), country)), None)


def _is_known(name: PlaceName, country: str) -> bool:
    """Whether the English name is that of a place in the country, today or formerly."""
    return (
        is_city(name.text, country)
        or is_city(f"{name.text} City", country)
        or bool(name.regions or name.other_names or renames(name.text, country))
        or former(name.text, country) is not None
    )


def _is_slip(written: str, usual: str, country: str) -> bool:
    """Whether letters were left out, doubled, changed or turned round, and no more than that.

    Names from other scripts are romanized in several ways: there letters turned round alone are a
    slip, and in countries that came to write Latin of late no vowels are (Sumgait, Sumqayit). An s
    or e at the end is the English or French form of many names (Lyons, Marseilles).
    """
    if written[:-1] == usual or usual[:-1] == written or _plain(written) == _plain(usual):
        return False
    slips = OSA.distance(written, usual)
    if slips == 1 and sorted(written) == sorted(usual):
        return True
    if slips > (2 if len(usual) >= LONG else 1) or not _is_spelt_one_way(country):
        return False
    return group_of(country) in _SPELT or _consonants(written) != _consonants(usual)


def _plain(folded: str) -> str:
    """A folded name with its umlauts and å written as one letter: Koeln, Aalborg."""
    return re.sub("([aou])e|(a)a", r"\1\2", folded)


def _consonants(folded: str) -> str:
    return folded.translate(str.maketrans("", "", "aeiouyj"))


@cache
def _is_spelt_one_way(country: str) -> bool:
    """Whether the likeliest script of a country is Latin (CLDR's likely subtags), or has pinyin."""
    likely = get_global("likely_subtags").get(f"und_{country}")  # none for English, the default
    return likely is None or "_Latn_" in likely or country == "CN"


CHECKS = (Check(misspelt_names, ("misspelt-name",)),)
