"""Japanese readings of toponyms in kanji and kana, in Hepburn without long vowels.

Whole names and stems come from the place names of SudachiDict; a name that is not among them is
put together from the pieces and kanji that are, and from the kana in it.
"""

from __future__ import annotations

import re

from reconcile.names.readings.base import Reading, cheapest, spellings
from reconcile.names.readings.tables import table
from reconcile.scripts import fold

_SUFFIX = re.compile("(?<=.)(?:市|町|村|区|區|郡|県|縣|府|都)$")
_PARENT = re.compile(
    "^(?:東京都|东京都|京都府|大阪府|北海道|.{2,3}[県縣县])?(?:(?<=[県縣县都府道]).{1,4}?郡)?"
    "(?:大阪市|京都市|横浜市|橫濱市|名古屋市|神戸市|.{2,4}市)?(?=.{1,6}$)"
)
_LATIN_SUFFIX = re.compile("(?<=..)(?:shi|ku|machi|cho|mura|son|gun|ken)$")
_KANA_LATIN = (
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho "
    "ma mi mu me mo ya yu yo ra ri ru re ro wa i e o n ga gi gu ge go za ji zu ze zo da ji "
    "zu de do ba bi bu be bo pa pi pu pe po vu a i u e o"
)
_KANA = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン"
        "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴァィゥェォ",
        _KANA_LATIN.split(),
        strict=True,
    )
)
_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_JOINING = re.compile("(?<=[^ァ-ヺ])[ケヶ](?=[^ァ-ヺ])")
"""Read as ga between kanji: 龍ケ崎."""
_GLIDES = {"ャ": "a", "ュ": "u", "ョ": "o"}
_MERGED = (
    ("ou", "o"),
    ("oo", "o"),
    ("uu", "u"),
    ("oh", "o"),
    ("tch", "cch"),
    ("mb", "nb"),
    ("mp", "np"),
    ("mm", "nm"),
)


def katakana(text: str) -> str:
    """`text` with its hiragana as katakana."""
    return text.translate(_HIRAGANA)


def is_kana(sign: str) -> bool:
    """Whether a sign is hiragana or katakana, or lengthens a vowel."""
    return "ぁ" <= sign <= "ゖ" or "ァ" <= sign <= "ヺ" or sign == "ー"


def hepburn(kana: str) -> str:
    """Katakana in Hepburn; an unknown sign is left out."""
    out, double = "", False
    for sign in kana:
        if sign == "ッ":
            double = True
        elif sign in _GLIDES and out.endswith("i"):
            stem = out[:-1]
            out = (stem if stem.endswith(("sh", "ch", "j")) else stem + "y") + _GLIDES[sign]
        elif roman := _KANA.get(sign):
            out += (roman[0] if double else "") + roman
            double = False
    return out


def key(latin: str) -> str:
    """Folded spelling in which long vowels and n/m before labials are merged."""
    text = fold(latin)
    for old, new in _MERGED:
        text = text.replace(old, new)
    return text


def latin_keys(name: str) -> tuple[str, ...]:
    """Keys of an English name with and without a level suffix."""
    whole = key(name)
    return tuple(dict.fromkeys((whole, _LATIN_SUFFIX.sub("", whole))))


def readings(zh: str) -> tuple[Reading, ...]:
    """Readings of the name, of its stem, and of what follows a prefecture or city."""
    found: list[tuple[str, float]] = []
    for written in spellings(zh):
        names = {written: 0.0, _SUFFIX.sub("", written): 0.1}
        parent = _PARENT.match(written)
        if parent and parent[0]:
            child = written[parent.end() :]
            names |= {child: 0.3, _SUFFIX.sub("", child): 0.4}
        for name, cost in names.items():
            known = table("japanese").get(name, ())
            found += [(key(hepburn(r)), cost + 0.5 * n) for n, r in enumerate(known)]
    if not found:
        for written in spellings(zh):
            stem = _SUFFIX.sub("", _JOINING.sub("ガ", written))
            found += [(key(hepburn(kana)), cost) for kana, cost in compose(katakana(stem))]
    return cheapest(found, "ja")


def compose(name: str, width: int = 6) -> list[tuple[str, float]]:
    """Readings put together from known pieces, the `width` cheapest, in katakana."""
    if len(name) > 8:
        return []
    best: list[list[tuple[float, str]]] = [[(0.0, "")]] + [[] for _ in name]
    for end in range(1, len(name) + 1):
        options = []
        for start in range(max(0, end - 3), end):
            piece = name[start:end]
            if end - start == 1 and is_kana(piece):
                known = [(piece, 0.0)]
            elif end - start == 1:
                pairs = [p.split(":") for p in table("kanji").get(piece, ())]
                known = [(kana, float(cost)) for kana, cost in pairs]
            else:
                known = [(r, 0.8 + 0.5 * n) for n, r in enumerate(table("japanese").get(piece, ()))]
            options += [(c + cost, text + r) for c, text in best[start] for r, cost in known]
        best[end] = sorted(options)[:width]
    return [(text, 1.0 + cost) for cost, text in best[len(name)]]


def character(char: str) -> list[tuple[str, float]]:
    """Readings of one kanji or kana in Hepburn with their costs."""
    if is_kana(char):
        return [(hepburn(katakana(char)), 0.0)]
    pairs = [p.split(":") for p in table("kanji").get(char, ())]
    return [
        (hepburn(kana).replace("ou", "o").replace("uu", "u"), float(cost)) for kana, cost in pairs
    ]
