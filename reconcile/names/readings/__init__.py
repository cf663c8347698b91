"""How a Chinese name is read where it comes from: Japanese, Korean, Vietnamese, Chinese.

>>> readings("鹿兒島", "JP")[0].form
'kagoshima'
"""

from __future__ import annotations

from functools import lru_cache
from math import exp
from types import ModuleType

from reconcile.names.forms import latin_forms, simplified
from reconcile.names.readings import cantonese, japanese, korean, mandarin, vietnamese
from reconcile.names.readings.base import Reading
from reconcile.scripts import convert, is_han

__all__ = [
    "LANGUAGES",
    "NAMES",
    "Reading",
    "kanji_runs",
    "key",
    "languages_of",
    "latin_keys",
    "readings",
]

LANGUAGES: dict[str, ModuleType] = {
    "ja": japanese,
    "ko": korean,
    "vi": vietnamese,
    "zh": mandarin,
    "yue": cantonese,
}
NAMES = {"ja": "Japanese", "ko": "Korean", "vi": "Vietnamese", "zh": "Mandarin", "yue": "Cantonese"}
"""Language tag → its English name, for sentences."""
_BY_COUNTRY = {
    "JP": ("ja",),
    "KR": ("ko",),
    "KP": ("ko",),
    "VN": ("vi",),
    "CN": ("zh",),
    "TW": ("zh",),
    "SG": ("zh", "yue"),
    "HK": ("yue", "zh"),
    "MO": ("yue", "zh"),
}


def languages_of(country: str | None) -> tuple[str, ...]:
    """Languages in which the names of a country are written in Chinese characters.

    An unknown country may be any of them; elsewhere names are transcribed, not read.
    """
    return ("ja", "ko", "vi", "zh") if country is None else _BY_COUNTRY.get(country, ())


def has_reading(char: str) -> bool:
    """Whether a character may be read: a Chinese one or kana."""
    return is_han(char) or japanese.is_kana(char)


def romanization(zh: str, country: str | None) -> str | None:
    """How a Japanese or Korean name would stand in Latin letters; None of other countries."""
    if country in ("KR", "KP"):
        return korean.romanization(zh)
    found = readings(zh, country) if country == "JP" else ()
    return found[0].form if found else None


@lru_cache(maxsize=8192)
def readings(zh: str, country: str | None) -> tuple[Reading, ...]:
    """All plausible readings of a Chinese name in the languages of `country`, cheapest first.

    Args:
        zh: the name, in traditional, simplified or Japanese characters; a level suffix and a
            parent (東京都新宿區) may be there or not.
        country: ISO 3166-1 alpha-2 code, or None if unknown.

    Returns:
        Readings in the spelling of `key`; empty for a name that has other letters than Chinese
        characters and kana, which make it Japanese.
    """
    zh = zh[:64]
    text = simplified(zh)
    if not text or not all(map(has_reading, text)):
        return ()
    kana = any(map(japanese.is_kana, text))
    languages = [x for x in languages_of(country) if x == "ja" or not kana]
    found = [r for language in languages for r in LANGUAGES[language].readings(zh)]
    return tuple(sorted(found, key=lambda r: (r.cost, r.language, r.form)))


@lru_cache(maxsize=16384)
def latin_keys(language: str, name: str) -> tuple[str, ...]:
    """The spellings of a Latin name to compare with `Reading.form` in that language."""
    whole = ("whole", "base", "no-admin", "no-suffix")
    texts = [form.text for form in latin_forms(name) if form.kind in whole]
    return tuple(dict.fromkeys(k for text in texts for k in LANGUAGES[language].latin_keys(text)))


def key(language: str, latin: str) -> str:
    """The folded spelling of a Latin name in which readings of that language are given."""
    return str(LANGUAGES[language].key(latin))


def kanji_runs(char: str, language: str) -> dict[str, float]:
    """Probability of each folded reading of one character, by language tag; may be empty."""
    options: dict[str, float] = {}
    for written in dict.fromkeys(
        (char, convert("t2jp", convert("s2t", char)), convert("s2t", char))
    ):
        for form, cost in LANGUAGES[language].character(written):
            options[form] = max(options.get(form, 0.0), exp(-cost))
    total = sum(options.values())
    return {form: p / total for form, p in options.items()}
