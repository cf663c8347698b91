"""Countries by name and by code, in Chinese of every convention and in English.

Names are CLDR's (`zh_Hans`, `zh_Hant`, `zh_Hant_HK`, `en`, through babel), corrected and extended
by the reviewed `data/countries.tsv`. Codes and territories are those of `data/codes.tsv`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal

from reconcile.datafiles import rows
from reconcile.names.readings.mandarin import character
from reconcile.scripts import Script, fold, has_han, script_of, to_simplified, to_traditional

Form = Literal["standard", "variant", "short", "ambiguous", "misspelt", "nation"]
Language = Literal["en", "zh-Hans", "zh-Hant", "zh-Hant-HK"]

# Convention → CLDR locale. cn: mainland, tw: Taiwan, hk: Hong Kong and Macau.
_LOCALES = {"cn": "zh_Hans", "tw": "zh_Hant", "hk": "zh_Hant_HK", "en": "en"}
_CONVENTIONS: dict[Language, str] = {
    "en": "en",
    "zh-Hans": "cn",
    "zh-Hant": "tw",
    "zh-Hant-HK": "hk",
}

_CONTINENT_NAMES = (
    "亚洲 欧洲 非洲 美洲 北美洲 南美洲 中美洲 拉丁美洲 大洋洲 南极洲 亚太 北美 南美 中美 拉美 "
    "加勒比 加勒比海 加勒比地区 东亚 东南亚 南亚 西亚 中亚 北亚 中东 东欧 西欧 南欧 北欧 中欧 "
    "欧亚 北非 南部非洲 东非 西非 中非洲 澳洲和大洋洲 澳洲及大洋洲"
)
_CONTINENT_NAMES_EN = (
    "Asia|Europe|Africa|America|Americas|The Americas|North America|South America|"
    "Central America|Latin America|Oceania|Antarctica|Caribbean|Asia-Pacific|Middle East|"
    "East Asia|Southeast Asia|South Asia|Central Asia|Western Asia|Eastern Europe|"
    "Western Europe|Northern Europe|Southern Europe|Australasia|Eurasia"
)
CONTINENTS = frozenset(_CONTINENT_NAMES.split()) | frozenset(
    fold(name) for name in _CONTINENT_NAMES_EN.split("|")
)

_SIGNS = (
    "中CN 日JP 韩KR 朝KP 蒙MN 越VN 泰TH 菲PH 印IN 缅MM 柬KH 美US 加CA 墨MX 古CU 秘PE 智CL 英GB "
    "法FR 德DE 意IT 西ES 葡PT 荷NL 比BE 卢LU 波PL 捷CZ 匈HU 奥AT 希GR 丹DK 挪NO 芬FI 俄RU 土TR "
    "以IL 埃EG 澳AU"
)
"""The characters that stand for a country by themselves, each with its ISO code."""


@dataclass(frozen=True, slots=True)
class CountryName:
    """What a text says about a country.

    `standard` is the standard name in the text's own language and script. `conventions` are the
    Chinese conventions (cn, tw, hk) in which the text is the standard name; empty in English.
    """

    iso: str
    form: Form
    standard: str
    conventions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CountryCode:
    """A code as written, the country it stands for, and the schemes that have it."""

    code: str
    iso: str
    schemes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name of a country: its ISO code, what kind of name, and where it is standard."""

    iso: str
    form: Form
    conventions: frozenset[str] = frozenset()


def country_key(text: str) -> str:
    """What two spellings of one name share: script, width, spaces and punctuation do not count."""
    if not has_han(text):
        return fold(text.replace("&", " and "))
    plain = unicodedata.normalize("NFKC", to_simplified(text))
    return "".join(c for c in plain if not c.isspace() and c not in "·・‧•'\"")


@cache
def _code_rows() -> tuple[dict[str, str], ...]:
    return tuple(rows("codes.tsv"))


@cache
def _parents() -> dict[str, str]:
    return {r["iso2"]: r["territory_of"] for r in _code_rows() if r["territory_of"]}


@cache
def _standard_names() -> dict[tuple[str, str], str]:
    """(ISO code, convention) → standard name."""
    from babel import Locale

    isos = sorted({r["iso2"] for r in _code_rows()})
    names = {}
    for convention, locale in _LOCALES.items():
        territories = Locale.parse(locale).territories
        names.update({(iso, convention): str(territories[iso]) for iso in isos})
    for row in rows("countries.tsv"):
        if row["form"] == "standard":
            names[row["iso"], row["lang"]] = row["names"]
    return names


@cache
def _index() -> dict[str, Entry]:
    """Every known name by its key. What `countries.tsv` says of a name goes before CLDR."""
    index: dict[str, Entry] = {}
    for (iso, convention), name in _standard_names().items():
        key = country_key(name)
        known = index.get(key)
        own = frozenset() if convention == "en" else frozenset({convention})
        index[key] = Entry(iso, "standard", own | (known.conventions if known else frozenset()))
    for row in rows("countries.tsv"):
        if row["form"] == "standard":
            continue
        for name in row["names"].split("|"):
            known = index.get(country_key(name))
            if row["form"] != "variant" or known is None:
                kept = known.conventions if known and known.iso == row["iso"] else frozenset()
                index[country_key(name)] = Entry(row["iso"], _form(row["form"]), kept)
    return index


def _form(text: str) -> Form:
    for form in ("standard", "variant", "short", "ambiguous", "nation"):
        if text == form:
            return form
    raise ValueError(text)


def name_of(iso: str, lang: Language) -> str:
    """The standard name of a country or territory; `zh-Hant` is Taiwan's."""
    return _standard_names()[iso, _CONVENTIONS[lang]]


def named_country(text: str) -> Entry | None:
    """The country, territory or nation of the United Kingdom that has `text` as a name."""
    return _index().get(country_key(text))


def country_of_sign(char: str) -> str | None:
    """The ISO code of the country that one character stands for: 法 of 法方."""
    return next((sign[1:] for sign in _SIGNS.split() if sign[0] == to_simplified(char)), None)


@lru_cache(maxsize=4096)
@lru_cache(maxsize=8192)
def nearest_country(text: str) -> tuple[Entry, str] | None:
    """A country whose name `text` misspells, if only one does: see `is_slip`.

    With it comes the key of that name. Whether `text` is a name of something else is not asked.
    """
    key = country_key(text)
    foreign = not has_han(text) and not text.isascii()  # Monção, Aléria: names of places
    if len(key) < 3 or foreign or is_continent(text):
        return None
    near = {iso: name for name, iso in _names_near(len(key)) if _is_sure_slip(key, name)}
    if len(near) != 1:
        return None
    iso, name = next(iter(near.items()))
    return Entry(iso, "misspelt"), name


def is_slip(text: str, iso: str) -> bool:
    """Whether a text is one slip of the pen away from a usual name of a country, and is none."""
    key = country_key(text)
    usual = [name for name, known in _names_near(len(key)) if known == iso]
    return len(key) > 2 and key not in _index() and any(_is_slip(key, name) for name in usual)


def _is_slip(key: str, name: str) -> bool:
    """Whether a character was left out, added, changed, swapped with the next, or not doubled.

    Damerau (1964) has the first four.
    """
    from rapidfuzz.distance import OSA

    return OSA.distance(key, name, score_cutoff=1) == 1 or _undoubled(key) == _undoubled(name)


def _is_sure_slip(key: str, name: str) -> bool:
    """Whether a name by itself tells that another is meant: the shorter, the more alike."""
    if key == name or not _is_slip(key, name):
        return False
    if not has_han(key):
        return min(len(key), len(name)) >= 6 or (len(key) > 4 and sorted(key) == sorted(name))
    if min(len(key), len(name)) > 3:
        return True
    standard = _index()[name].form == "standard"
    return standard and len(key) == len(name) and _sound_alike(key, name)


@lru_cache(maxsize=4096)
def _undoubled(key: str) -> str:
    """Phillipines and Philippines alike."""
    return key if has_han(key) else "".join(char for char, _ in groupby(key))


def _sound_alike(one: str, other: str) -> bool:
    """Whether every character has a reading of its counterpart: 意大力, 意大利."""
    readings = ([{r for r, _ in character(c)} for c in key] for key in (one, other))
    return all(a & b for a, b in zip(*readings, strict=True))


def standard_name(text: str, entry: Entry, script: Script = "both") -> str:
    """The standard name that is nearest to `text`, in its script."""
    from rapidfuzz.distance import Levenshtein

    if entry.form == "nation":
        return text.strip()
    names = _standard_names()
    if not has_han(text):
        return names[entry.iso, "en"]
    own = script_of(text)
    if own != "both":
        script = own
    order = ("tw", "hk", "cn") if script == "traditional" else ("cn", "hk", "tw")
    candidates = [names[entry.iso, c] for c in order if c in (entry.conventions or order)]
    if script == "traditional":
        candidates = [n if script_of(n) == "traditional" else to_traditional(n) for n in candidates]
    elif script != "both":
        candidates = [to_simplified(n) for n in candidates]
    return min(candidates, key=lambda name: Levenshtein.distance(name, text))


@cache
def _names_near(length: int) -> tuple[tuple[str, str], ...]:
    """Usual names one character shorter, as long or one longer, with their ISO codes."""
    usual = ((n, e.iso) for n, e in _index().items() if e.form in ("standard", "variant"))
    return tuple((name, iso) for name, iso in usual if abs(len(name) - length) < 2)


@cache
def _codes() -> dict[str, tuple[CountryCode, ...]]:
    schemes: dict[tuple[str, str], set[str]] = {
        ("UK", "GB"): {"iso2"},  # reserved in ISO 3166
        ("ROM", "RO"): {"iso3"},  # until 2002
        ("SIN", "SG"): {"ioc"},  # until 2016
        ("PRC", "CN"): {"ioc"},  # as templates of flags have it
    }
    for row in _code_rows():
        for scheme in ("iso3", "ioc", "fifa"):
            if row[scheme]:
                schemes.setdefault((row[scheme], row["iso2"]), set()).add(scheme)
        schemes.setdefault((row["iso2"], row["iso2"]), set()).add("iso2")
    by_code: dict[str, list[CountryCode]] = {}
    # ISO goes first where two schemes give one code to two countries (BRN: Brunei, Bahrain).
    for (code, iso), have in sorted(schemes.items(), key=lambda x: ("iso3" not in x[1], x[0])):
        by_code.setdefault(code, []).append(CountryCode(code, iso, frozenset(have)))
    return {code: tuple(meanings) for code, meanings in by_code.items()}


def find_code(text: str, country: str | None = None) -> CountryCode | None:
    """What a code such as GER, DNK or SCO stands for.

    BRN is Brunei in ISO 3166 and Bahrain with the IOC: `country`, an ISO code, says which is
    meant where it is one of the two; otherwise ISO 3166 counts.
    """
    meanings = _codes().get(text.strip().upper(), ())
    for meaning in meanings:
        if meaning.iso == country:
            return meaning
    return meanings[0] if meanings else None


def code_of(iso: str, scheme: str) -> str | None:
    """The code of a country in `iso2`, `iso3`, `ioc` or `fifa`, or None where it has none there."""
    for row in _code_rows():
        if row["iso2"] == iso:
            return row[scheme] or None
    return None


def territory_of(iso: str) -> str | None:
    """The state that a territory with a code of its own belongs to: RE → FR."""
    return _parents().get(iso)


def related(a: str, b: str) -> bool:
    """Whether the two are the same, or one is a territory of the other (RE and FR)."""
    return a == b or _parents().get(a) == b or _parents().get(b) == a


def is_continent(text: str) -> bool:
    """Whether `text` names a continent or a part of the world, as headings do."""
    return country_key(text) in CONTINENTS
