"""Administrative levels: which word of a name says what kind of place it is.

`data/levels.tsv` lists the words by country: 縣 is a first-level division in Japan and a county
in the United States. `data/regions.tsv` lists the states, provinces and départements abroad.
A level is the place's rank in its country, not its word, so that 延雪平省 and `Jönköping County`
have the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reconcile.places.scripts import fold, has_han, is_han, to_simplified
from reconcile.places.tables import rows

LEVELS = ("region", "county", "city", "district", "town", "village")

# Names that end in what elsewhere is a level.
_WHOLE = frozenset(
    [
        "四日市",
        "八日市",
        "廿日市",
        "五日市",
        "三日市",
        "二日市",
        "一日市",
        "七日市",
        "十日市",
        "野野市",
        "野々市",
        "今市",
        "余市",
        "古市",
        "沙市",
        "六日町",
        "十日町",
        "四街道",
        "北海道",
        "武里",
        "上海市区",
        "首都地区",
        "首都区",
        "首都特区",
        "华盛顿特区",
        "哥伦比亚特区",
        "华盛顿哥伦比亚特区",
        "澳大利亚首都领地",
        "首都领地",
        "北领地",
        "大特区",
        "联邦区",
        "联邦特区",
    ]
)
# After these a rest of one character is a name: 津市 (Tsu), 西區 (Seo).
_SHORT_NAMES = {"市": ("JP", "KR"), "区": ("JP", "KR", "KP", "TW", "CN")}
# In these countries X City is a name of its own: Kansas City, Quebec City.
_CITY_OF_REGION = ("US", "CA")
_BRACKET = re.compile(r"^(?P<name>.+?)\s*[(（](?P<inside>[^()（）]+)[)）]\s*$")


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


def _kind(by_country: dict[str, str], country: str | None) -> str | None:
    kind = by_country.get(country or "*", by_country.get("*"))
    return None if kind == "-" else kind


@lru_cache(maxsize=16384)
def split_level(zh: str, country: str | None = None) -> tuple[str, Level | None]:
    """Take one level suffix off a Chinese name: 薩馬拉州 → 薩馬拉, region.

    What belongs to the name stays: 墨西哥市, 廣州, 四日市.
    """
    simple = to_simplified(zh)
    if len(simple) != len(zh) or simple in _WHOLE:
        return zh, None
    for word, by_country in _words()["zh", "end"].items():
        if simple.endswith(word):
            kind = _kind(by_country, country)
            if kind and _leaves_a_name(simple, word, kind, country):
                return zh[: -len(word)].rstrip(" -"), Level(kind, zh[-len(word) :])
            if kind or len(word) == 1:
                break
    return zh, None


def _leaves_a_name(simple: str, word: str, kind: str, country: str | None) -> bool:
    rest = simple[: -len(word)]
    if len(rest) < 2 and not (rest and country in _SHORT_NAMES.get(word, ())):
        return False
    if word == "市" and (simple, country) == ("津市", "CN"):
        return False
    if word == "州" and not is_han(rest[-1]):
        return False
    return kind != "city" or word != "市" or not _names_more_than_a_city(rest, country)


def _names_more_than_a_city(rest: str, country: str | None) -> bool:
    """Whether `rest` + City is the name: `rest` is a country, or a state of the USA or Canada."""
    from reconcile.places.countries import find_country

    named = find_country(rest)
    if named is not None and named.form != "misspelt":
        return named.iso not in ("SG", "LU", "MC", "DJ", "SM", "HK", "MO")
    return country in _CITY_OF_REGION and bool(find_region(rest, country))


@lru_cache(maxsize=16384)
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
        if _is_parent_city(inside, country):
            return head, Level("district", f"({inside})")
        return head, english_level(head, country)[1]
    for word, by_country in _words()["en", "start"].items():
        if name.startswith(word + " ") and (kind := _kind(by_country, country)):
            return name[len(word) + 1 :], Level(kind, word)
    for word, by_country in _words()["en", "end"].items():
        if name.endswith(" " + word) and (kind := _kind(by_country, country)):
            rest = name[: -len(word) - 1]
            if kind == "city" and _is_country_or_saigon(rest):
                return name, None
            return rest, Level(kind, word)
    return name, None


def _is_country_or_saigon(rest: str) -> bool:
    from reconcile.places.countries import find_country

    return rest == "Ho Chi Minh" or find_country(rest) is not None


def _is_parent_city(inside: str, country: str | None) -> bool:
    from reconcile.places.countries import find_country

    if has_han(inside) or not inside[:1].isupper() or find_country(inside):
        return False
    return not any(region.bare for region in find_region(inside, country))


def english_parent(name: str) -> str | None:
    """What the bracket of a name places it in: `Dong (Daegu)` → `Daegu`. None for `(district)`."""
    bracket = _BRACKET.match(name)
    if bracket is None or bracket["inside"].strip().casefold() in _words()["en", "bracket"]:
        return None
    return bracket["inside"].strip()


@cache
def _regions() -> dict[str, tuple[Region, ...]]:
    """Every name of a region, with and without its level word, folded or simplified."""
    index: dict[str, dict[Region, None]] = {}
    for row in rows("regions.tsv"):
        iso, en = row["iso"], row["en"]
        stem = _stem(en)
        zh = tuple(row["zh"].split("|"))
        region = Region(iso, row["kind"], en, zh, stem == en)
        for key in (fold(en), fold(stem), *zh):
            index.setdefault(key, {})[region] = None
        for name in zh:
            index.setdefault(_zh_stem(name), {})[region] = None
    return {key: tuple(found) for key, found in index.items()}


def _stem(en: str) -> str:
    """An English title without its level word, by words alone."""
    if bracket := _BRACKET.match(en):
        return bracket["name"]
    for word in _words()["en", "start"]:
        if en.startswith(word + " "):
            return en[len(word) + 1 :]
    for word in _words()["en", "end"]:
        if en.endswith(" " + word):
            return en[: -len(word) - 1]
    return en


def _zh_stem(zh: str) -> str:
    """A simplified name without its level word, by words alone (for names known to have one)."""
    for word in _words()["zh", "end"]:
        if zh.endswith(word) and len(zh) - len(word) >= 2 and zh not in _WHOLE:
            return zh[: -len(word)]
    return zh


def find_region(name: str, country: str | None = None) -> tuple[Region, ...]:
    """The states, provinces and départements that a Chinese or English name can mean."""
    if has_han(name):
        simple = to_simplified(name)
        found = _regions().get(simple) or _regions().get(_zh_stem(simple), ())
    else:
        found = _regions().get(fold(name)) or _regions().get(fold(_stem(name)), ())
    return tuple(r for r in found if country is None or r.iso == country)
