"""Korean readings: hanja → hangul → Revised Romanization, with the sound changes at syllable joins.

Method: the published rules of the Revised Romanization of Korean (2000). McCune-Reischauer
spellings meet it in a coarser key in which the letters that differ between the two are merged.
"""

from __future__ import annotations

import re

from reconcile.names.readings.base import Reading, cheapest, combine, spellings
from reconcile.names.readings.tables import table
from reconcile.scripts import fold

_INITIALS = (
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
)
_VOWEL_NAMES = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_VOWELS = _VOWEL_NAMES.split()
_FINAL_NAMES = "k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_FINALS = ["", *_FINAL_NAMES.split()]
_SUFFIX = re.compile(
    "(?<=.)(?:特別自治市|特別自治道|特別市|廣域市|自治市|市|郡|區|道|邑|面|洞|里|島|縣)$"
)
_PARENT = re.compile(
    "^(?:首爾|漢城|釜山|大邱|仁川|光州|大田|蔚山|京畿|江原|忠清[南北]|忠淸[南北]|全羅[南北]|慶尚[南北]|慶尙[南北]|濟州|.{2}(?=市.{1,3}區))"
    "(?:特別自治市|特別自治道|特別市|廣域市|市|道)?(?=.{2,})"
)
_LATIN_SUFFIX = re.compile("(?<=..)(?:si|gun|gu|do|eup|myeon|dong|shi|kun|ku)$")
_EXCEPTIONS = {"首爾": ("서울",), "漢城": ("한성", "서울"), "金": ("금", "김")}
_INITIAL_LAW = str.maketrans(
    "랴려례료류리라로루래뢰르량력련렬렴렵령룡률륭륵륜림립락란람랑랭롱뢰녀뇨뉴니년념녕닉",
    "야여예요유이나노누내뇌느양역연열염엽영용율융늑윤임입낙난남낭냉농뇌여요유이연염영익",
)
_VARIANTS = {"淸": "清", "尙": "尚", "晋": "晉", "広": "廣", "済": "濟", "眞": "真"}


def romanize(hangul: str) -> str:
    """Hangul in Revised Romanization, in lower case without hyphens."""
    syllables = [
        ((code // 588), (code % 588) // 28, code % 28)
        for code in (ord(c) - 0xAC00 for c in hangul if "\uac00" <= c <= "\ud7a3")
    ]
    out, final = "", ""
    for initial_index, vowel, final_index in syllables:
        initial = _INITIALS[initial_index]
        new_final, initial = _assimilate(final, initial)
        out = (
            out[: len(out) - len(final)]
            + new_final
            + initial
            + _VOWELS[vowel]
            + _FINALS[final_index]
        )
        final = _FINALS[final_index]
    return out


def _assimilate(final: str, initial: str) -> tuple[str, str]:
    """The final of one syllable and the initial of the next, as they sound together."""
    nasal = {"k": "ng", "t": "n", "p": "m"}
    voiced = {"k": "g", "t": "d", "p": "b", "l": "r"}
    if initial == "r":
        if final in ("ng", "m"):
            return final, "n"
        if final in ("n", "l"):
            return "l", "l"
        if final in nasal:
            return nasal[final], "n"
    if initial in ("n", "m") and final in nasal:
        return nasal[final], initial
    if initial == "n" and final == "l":
        return "l", "l"
    if initial == "" and final in voiced:
        return voiced[final], ""
    return final, initial


def key(latin: str) -> str:
    """Folded spelling in which Revised Romanization and McCune-Reischauer mostly agree."""
    text = fold(latin)
    for old, new in (
        ("yeo", "yo"),
        ("eo", "o"),
        ("eu", "u"),
        ("oe", "we"),
        ("sh", "s"),
        ("ch", "c"),
        ("j", "c"),
        ("g", "k"),
        ("d", "t"),
        ("b", "p"),
        ("r", "l"),
        ("kk", "k"),
        ("pp", "p"),
        ("tt", "t"),
        ("ll", "l"),
        ("nk", "g"),
    ):
        text = text.replace(old, new)
    return text


def latin_keys(name: str) -> tuple[str, ...]:
    """Keys of an English name with and without a level suffix."""
    whole = fold(name)
    return tuple(dict.fromkeys((key(whole), key(_LATIN_SUFFIX.sub("", whole)))))


def readings(zh: str) -> tuple[Reading, ...]:
    """Readings of the name, of its stem, and of what follows a province or city."""
    found: list[tuple[str, float]] = []
    for written in spellings(zh):
        text = "".join(_VARIANTS.get(c, c) for c in written)
        names = {text: 0.3, _SUFFIX.sub("", text): 0.0}
        parent = _PARENT.match(text)
        if parent:
            child = text[parent.end() :]
            names |= {child: 0.5, _SUFFIX.sub("", child): 0.3}
        for name, cost in names.items():
            found += [(key(romanize(h)), cost + more) for h, more in _hangul(name)]
    return cheapest(found, "ko")


def romanization(zh: str) -> str | None:
    """The likeliest reading of a name without its level, in Revised Romanization."""
    for written in spellings(zh):
        text = "".join(_VARIANTS.get(c, c) for c in written)
        if found := _hangul(_SUFFIX.sub("", text)):
            return romanize(min(found, key=lambda f: f[1])[0])
    return None


def _hangul(name: str) -> list[tuple[str, float]]:
    if not name or len(name) > 8:
        return []
    if name in _EXCEPTIONS:
        return [(h, 0.3 * n) for n, h in enumerate(_EXCEPTIONS[name])]
    choices = []
    for at, char in enumerate(name):
        known = _EXCEPTIONS.get(char) or table("korean").get(char, ())
        if not known:
            return []
        options = dict.fromkeys(k.translate(_INITIAL_LAW) if at == 0 else k for k in known[:4])
        choices.append([(h, 0.4 * n) for n, h in enumerate(options)])
    return [("".join(parts), cost) for parts, cost in combine(choices, 48)]


def character(char: str) -> list[tuple[str, float]]:
    """Readings of one hanja with their costs."""
    return [(romanize(h), 0.7 * n) for n, h in enumerate(table("korean").get(char, ())[:4])]
