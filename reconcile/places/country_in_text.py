"""The country that a text names: as a whole, at its start, or at its end.

Beside the tables of countries it asks those of places: what is one character away from a country
may be a place of its own (西澳大利亞), and what begins with one may be a place too (墨西哥城).
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.places.cities import folded_cities
from reconcile.places.countries import (
    CountryName,
    Entry,
    country_key,
    named_country,
    nearest_country,
    standard_name,
    territory_of,
)
from reconcile.places.gazetteer import lookup
from reconcile.places.levels import find_region
from reconcile.scripts import Script, fold, has_han

# A name that differs from a country's by one of these is a place of its own: 西澳大利亞, 盧森堡省.
_OWN_PLACE_FIRST = "东西南北上下新中大小内外前后古"
_OWN_PLACE_LAST = "州省区县市府道郡镇村岛港城堡湾河山湖海人语族"


def find_country(text: str, script: Script = "both") -> CountryName | None:
    """The country, territory or nation of the United Kingdom that the whole of `text` names.

    `script` is the document's; it decides in which one `standard` is given where the text itself
    could be either (印尼).
    """
    entry = named_country(text) or _misspelt(text)
    if entry is None:
        return None
    return CountryName(entry.iso, entry.form, standard_name(text, entry, script), entry.conventions)


def _misspelt(text: str) -> Entry | None:
    """A country whose name differs from `text` by one character, if nothing has that name."""
    near = nearest_country(text)
    if near is None:
        return None
    entry, name = near
    return None if _is_own_place(text, country_key(text), name) else entry


def _is_own_place(text: str, key: str, country: str) -> bool:
    """Whether `text`, one character away from `country`, is the name of something else."""
    if not has_han(text):
        demonym = key in (country + "n", country + "s")
        return demonym or bool(find_region(text, None))
    if key[1:] == country and key[0] in _OWN_PLACE_FIRST:
        return True
    if key[-1] in _OWN_PLACE_LAST and key[-1] != country[-1]:
        return True
    return bool(find_region(text, None) or lookup(text))


def country_prefix(text: str) -> tuple[CountryName, int] | None:
    """The longest country name at the start of a Chinese text, and its length.

    None where the whole text is a place by itself: 墨西哥城, 馬里博爾, 日本橋; not 中國上海.
    """
    for length in range(min(len(text), 16), 1, -1):
        head, rest = text[:length], text[length:].strip(" -–—·:：,，")
        entry = named_country(head) if has_han(head) and not head[-1].isspace() else None
        if entry is None:
            continue
        if rest and (len(rest) < 2 or _is_one_place(text, rest)):
            return None
        return CountryName(
            entry.iso, entry.form, standard_name(head, entry), entry.conventions
        ), length
    return None


def _is_one_place(text: str, rest: str) -> bool:
    """Whether a text is a place that is not called by the `rest` of it as well."""
    others = {place.id for place in lookup(text)} - {place.id for place in lookup(rest)}
    return bool(others or find_region(text))


def country_suffix(text: str) -> tuple[CountryName, int] | None:
    """The country at the end of `Sheffield, England, United Kingdom`, and where its tail begins.

    The offset is that of the comma before the tail. The innermost territory or nation counts:
    `La Possession, Réunion, France` is Réunion. Columbus, Georgia lies in a state of the United
    States that is called as a country is; that state is no tail.
    """
    found: tuple[CountryName, int] | None = None
    for comma, part in _tails(text):
        country = find_country(part)
        if country is None or not text[:comma].strip():
            break
        if found is None and (state := _state_called_as(country, text[:comma], part)):
            return CountryName(state, "short", part), len(text)
        if found and (country.form == "misspelt" or not _inside(country, found[0])):
            break
        found = country, comma
    return found


def _state_called_as(country: CountryName, head: str, part: str) -> str | None:
    """The ISO code of another country with a state of that name, where only its cities tell so."""
    name = fold(head.rpartition(",")[2])
    if name in folded_cities(country.iso):
        return None
    states = sorted({r.iso for r in find_region(part)} - {country.iso})
    return next((iso for iso in states if name in folded_cities(iso)), None)


def _tails(text: str) -> Iterator[tuple[int, str]]:
    """The comma-separated parts of `text` from the last to the second, with their commas."""
    end = len(text)
    while (comma := max(text.rfind(",", 0, end), text.rfind("，", 0, end))) >= 0:
        yield comma, text[comma + 1 : end].strip()
        end = comma


def _inside(part: CountryName, whole: CountryName) -> bool:
    if part.form == "nation":
        return whole.iso == part.iso and whole.form != "nation"
    return part.iso != whole.iso and territory_of(part.iso) == whole.iso
