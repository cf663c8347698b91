"""Administrative levels: which word of a name says what kind of place it is.

`data/levels.tsv` lists the words by country: 縣 is a first-level division in Japan and a county
in the United States. `data/regions.tsv` lists the states, provinces and départements abroad.
A level is the place's rank in its country, not its word, so that 延雪平省 and `Jönköping County`
have the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reconcile.datafiles import rows
from reconcile.places.countries import named_country, nearest_country
from reconcile.places.gazetteer import alias_key, lookup
from reconcile.scripts import fold, has_han, to_simplified

LEVELS = ("region", "county", "city", "district", "town", "village")

# Districts by such names are in every Korean and Japanese city: 釜山西區.
_DIRECTIONS = "东西南北中東"
_CITY_STATES = ("SG", "LU", "MC", "DJ", "SM", "HK", "MO")
# After these a rest of one character is a name: 津市 (Tsu), 西區 (Seo).
_SHORT_NAMES = {"市": ("JP", "KR"), "区": ("JP", "KR", "KP", "TW", "CN")}
# In these countries X City is a name of its own: Kansas City, Quebec City.
_CITY_OF_REGION = ("US", "CA")
_BRACKET = re.compile(r"^(?P<name>.*\S)\s*[(（](?P<inside>[^()（）]+)[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Level:
    """An administrative level (`kind` is one of `LEVELS`) and the word that says it."""

    kind: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Region:
    """A first- or second-level division abroad.

    `en` is its usual English title; `bare` tells whether the title does without a level word
    (California, but not Osaka Prefecture), so that the bare name means the region.
    """

    iso: str
    kind: str
    en: str
    zh: tuple[str, ...]
    bare: bool


@cache
def _words() -> dict[tuple[str, str], dict[str, dict[str, str]]]:
    """(language, where) → word → country → kind."""
    words: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for row in rows("levels.tsv"):
        by_country = words.setdefault((row["lang"], row["where"]), {}).setdefault(row["word"], {})
        for country in row["country"].split():
            by_country[country] = row["kind"]
    # The longest word first: 自治區 before 區.
    return {k: dict(sorted(v.items(), key=lambda x: -len(x[0]))) for k, v in words.items()}


def _is_whole(name: str, language: str) -> bool:
    """Whether a name ends in what elsewhere is a level, and keeps it: 四日市, 北海道."""
    return name in _words()[language, "whole"]


def _kind(by_country: dict[str, str], country: str | None) -> str | None:
    kind = by_country.get(country or "*", by_country.get("*"))
    return None if kind == "-" else kind


def split_level(zh: str, country: str | None = None) -> tuple[str, Level | None]:
    """Take one level suffix off a Chinese name: 薩馬拉州 → 薩馬拉, region.

    What belongs to the name stays: 墨西哥市, 廣州, 四日市. A bracket may hold the suffix, 中央
    (大區), and otherwise only tells places apart: 大野町 (岐阜縣) → 大野, town.
    """
    if bracket := _BRACKET.match(zh):
        inside = bracket["inside"].strip()
        word = _words()["zh", "end"].get(to_simplified(inside))
        if word and (kind := _kind(word, country)):
            return bracket["name"], Level(kind, inside)
        zh = bracket["name"]
    simple = to_simplified(zh)
    if len(simple) != len(zh) or _is_whole(simple, "zh"):
        return zh, None
    for suffix, by_country in _words()["zh", "end"].items():
        if simple.endswith(suffix):
            kind = _kind(by_country, country)
            if kind and _leaves_a_name(simple, suffix, country):
                return zh[: -len(suffix)].rstrip(" -"), Level(kind, zh[-len(suffix) :])
            if kind or len(suffix) == 1:
                break
    return zh, None


def _leaves_a_name(simple: str, word: str, country: str | None) -> bool:
    rest = simple[: -len(word)]
    if len(rest) < 2 and not (rest and country in _SHORT_NAMES.get(word, ())):
        return False
    return word != "市" or not _names_more_than_a_city(rest, country)


def _names_more_than_a_city(rest: str, country: str | None) -> bool:
    """Whether `rest` + City is the name: `rest` is a country, or a state of the USA or Canada."""
    named = named_country(rest)
    if named is not None:
        return named.iso not in _CITY_STATES
    regions = find_region(rest, country) if country in _CITY_OF_REGION else ()
    return any(region.bare for region in regions)


_NESTED_NAMES = {"JP", "KR", "KP", "TW", "HK", "VN"}
"""Countries whose names in Chinese may begin with that of the parent without its suffix."""


_STATES = "州省邦"
"""Words of levels at the end of states and provinces."""


_LONGEST_NAMES = 40
"""Characters of a place and its parent: longer texts are no names."""


def split_parent(zh: str, country: str | None) -> tuple[str | None, str]:
    """Take apart a district or town and what it lies in: 首爾鍾路區 → 首爾, 鍾路區.

    The first part must be a known place of the country, and the whole must not be one: 大阪狹山市
    stays together.
    """
    if len(zh) > _LONGEST_NAMES:
        return None, zh
    _, level = split_level(zh, country)
    if level is None:
        return _split_division(zh, country)
    if level.kind == "region" or _is_known(zh, country):
        return None, zh
    for cut in range(len(zh) - len(level.suffix) - 1, 1, -1):
        head, rest = zh[:cut], zh[cut:]
        if split_level(rest, country)[1] != level:
            continue
        if country not in _NESTED_NAMES and split_level(head, country)[1] is None:
            continue  # 韋斯特賈斯特郡 is one sound, whatever 韋斯特 may be elsewhere
        named = [r for r in find_region(head, country) if alias_key(head) in map(alias_key, r.zh)]
        if named or ((len(rest) > 2 or rest[0] in _DIRECTIONS) and _is_known(head, country)):
            return head, rest
    return None, zh


def _split_division(zh: str, country: str | None) -> tuple[str | None, str]:
    """A state before a bare name: 明尼蘇達州羅徹斯特, but not 俄亥俄州立大學."""
    for cut in range(3, len(zh) - 1):
        head, rest = zh[:cut], zh[cut:]
        if head[-1] in _STATES and rest[0] not in _STATES + "立":
            named = find_region(head, country)
            if any(alias_key(head) in map(alias_key, r.zh) for r in named):
                return head, rest
    return None, zh


def _is_known(zh: str, country: str | None) -> bool:
    """Whether the gazetteer has a place of that name, with or without suffix, in the country."""
    return any(country in (None, place.country) for place in lookup(zh))


def english_level(name: str, country: str | None = None) -> tuple[str, Level | None]:
    """Take the level word off an English name: `Canton of Bern` → `Bern`, region.

    A bracket that names a city makes the place a district of it: `Dong (Daegu)`.
    """
    if bracket := _BRACKET.match(name):
        inside, head = bracket["inside"].strip(), bracket["name"]
        by_country = _words()["en", "bracket"].get(inside.casefold())
        if by_country is not None:
            kind = _kind(by_country, country)
            return head, Level(kind, f"({inside})") if kind else None
        head, level = english_level(head, country)
        if _is_parent_city(inside, country):
            return head, Level("district", f"({inside})")
        return head, level
    word, rest = _level_word(name, country)
    if word is None or _is_whole(name, "en"):
        return name, None
    if word.kind == "city" and word.suffix == "City" and _is_country(rest):
        return name, None
    return rest, word


def _level_word(name: str, country: str | None) -> tuple[Level | None, str]:
    """The level word of a name without bracket, and the rest of the name."""
    tokens = name.split(" ")
    for word, by_country in _english_words("start").get(tokens[0], ()):
        if name.startswith(word + " ") and (kind := _kind(by_country, country)):
            return Level(kind, word), name[len(word) + 1 :]
    for word, by_country in _english_words("end").get(tokens[-1], ()):
        if name.endswith(" " + word) and (kind := _kind(by_country, country)):
            return Level(kind, word), name[: -len(word) - 1]
    return None, name


@cache
def _english_words(where: str) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """The level words by their outermost token, the longest first."""
    by_token: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for word, by_country in _words()["en", where].items():
        token = word.split(" ")[0 if where == "start" else -1]
        by_token.setdefault(token, []).append((word, by_country))
    return by_token


def _is_country(name: str) -> bool:
    return named_country(name) is not None or nearest_country(name) is not None


def _is_parent_city(inside: str, country: str | None) -> bool:
    if has_han(inside) or not inside[:1].isupper() or _is_country(inside):
        return False
    return not any(region.bare for region in find_region(inside, country))


def english_parent(name: str) -> str | None:
    """What the bracket of a name places it in: `Dong (Daegu)` → `Daegu`. None for `(district)`."""
    bracket = _BRACKET.match(name)
    if bracket is None or bracket["inside"].strip().casefold() in _words()["en", "bracket"]:
        return None
    return bracket["inside"].strip()


@cache
def _regions() -> tuple[dict[str, tuple[Region, ...]], dict[str, tuple[Region, ...]]]:
    """The regions by their whole names, and by their names without level word."""
    whole: dict[str, list[Region]] = {}
    stems: dict[str, list[Region]] = {}
    for row in rows("regions.tsv"):
        titles = row["en"].split("|")
        zh = tuple(row["zh"].split("|"))
        bare_titles = [_stem(title, row["iso"]) for title in titles]
        bare = bare_titles[0] == _without_bracket(titles[0])
        region = Region(row["iso"], row["kind"], titles[0], zh, bare)
        plain = [name.replace("-", "") for name in zh]  # simplified already
        for key in dict.fromkeys([*map(fold, titles), *plain]):
            whole.setdefault(key, []).append(region)
        for key in dict.fromkeys([*map(fold, bare_titles), *map(_zh_stem, plain)]):
            stems.setdefault(key, []).append(region)
    return {k: tuple(v) for k, v in whole.items()}, {k: tuple(v) for k, v in stems.items()}


@cache
def regions_of(country: str) -> tuple[Region, ...]:
    """Every division of a country that the table has."""
    found = (r for regions in _regions()[0].values() for r in regions if r.iso == country)
    return tuple(dict.fromkeys(found))


def _without_bracket(en: str) -> str:
    """`Lapland (Finland)` without its bracket; one with a level in it, `(state)`, stays."""
    bracket = _BRACKET.match(en)
    if bracket is None or bracket["inside"] in _words()["en", "bracket"]:
        return en
    return bracket["name"]


def _stem(en: str, country: str | None = None) -> str:
    """An English title without its bracket and level word."""
    if bracket := _BRACKET.match(en):
        en = bracket["name"]
    return en if _is_whole(en, "en") else _level_word(en, country)[1]


def _zh_stem(zh: str) -> str:
    """A simplified name without its level word, by words alone (for names known to have one)."""
    if _is_whole(zh, "zh"):
        return zh
    for word in _words()["zh", "end"]:
        if zh.endswith(word) and len(zh) - len(word) >= 2:
            return zh[: -len(word)]
    return zh


def find_region(name: str, country: str | None = None) -> tuple[Region, ...]:
    """The states, provinces and départements that a Chinese or English name can mean.

    A level word must fit: 岡山市 and `Quebec City` name no region.
    """
    whole, stems = _regions()
    chinese = has_han(name)
    key = alias_key(name) if chinese else fold(name)
    for candidates in (whole.get(key, ()), stems.get(key, ())):
        if found := tuple(r for r in candidates if country in (None, r.iso)):
            return found
    other = _by_chinese_stem(key) if chinese else _by_english_stem(name)
    return tuple(r for r in other if country in (None, r.iso))


def _by_chinese_stem(key: str) -> list[Region]:
    """Regions with another level word of the same meaning: 費爾法克斯郡 for 費爾法克斯縣."""
    stems = _regions()[1]
    return [
        region
        for word, by_country in _words()["zh", "end"].items()
        if key.endswith(word)
        for region in stems.get(key[: -len(word)], ())
        if _kind(by_country, region.iso) == region.kind
    ]


def _by_english_stem(name: str) -> list[Region]:
    """Regions under another level word: `Bergamo Province` for `Province of Bergamo`."""
    found = []
    for region in _regions()[1].get(fold(_stem(name)), ()):
        if bracket := _BRACKET.match(name):
            by_country = _words()["en", "bracket"].get(bracket["inside"].casefold(), {})
            kind = _kind(by_country, region.iso)
        else:
            level = _level_word(name, region.iso)[0]
            kind = level.kind if level else None
        if kind == region.kind:
            found.append(region)
    return found
