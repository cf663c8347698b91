"""Words of a name that the other name does not say: East Helsinki is not 赫爾辛基.

Places are named after others with a word more (East, New, Heights), and a model of names that
allows for words left out takes one for the other. The sound channel tells what is said: a word is
unsaid where the names fit better without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.names.forms import CONNECTIVES, shown_part, simplified
from reconcile.names.parts import parts, words_of
from reconcile.names.readings import latin_keys, readings
from reconcile.names.sentences import Alignment, align
from reconcile.names.store import Trained
from reconcile.scripts import fold

MARGIN = 0.5
"""So much better (log-odds of the channel) must the names fit without a word that is unsaid."""
QUALIFIERS = "东西南北上下新旧老古大小中"
"""Characters before a name that tell a place from its namesake, and elsewhere are sounds."""
ENDINGS = (
    *("山脉", "半岛", "海峡", "海湾", "海滩", "瀑布", "公园", "大桥"),
    *"湖河江川溪山峰湾角谷泉桥寺",
)
"""Words behind a name for what lies near a place or in it. 島, 港 and 城 are behind many towns."""
_LEFT_OUT_WORDS = (
    "city town municipality county district province prefecture region state estate quarter st "
    "saint sankt ciudad cidade kampung kampong bandar kota ar az as ad er heroica hansestadt "
    "universitats general presidente dc"
)
LEFT_OUT = frozenset(_LEFT_OUT_WORDS.split())
"""Titles, words for kinds of place, and articles, which Chinese names mostly do without."""
_LEVELS = "城市镇县州区"
"""Characters behind a name that say what kind of place it is, and mostly translate no word."""
_WORD = re.compile(r"[^\s\-‐–—]+")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """`words` of the name `name` that `other`, a name in the other script, does not say."""

    words: str
    name: str
    other: str


def unsaid(trained: Trained, zh: str, latin: str, country: str | None) -> Unsaid | None:
    """The words of one name that the other does not say; None where they say the same.

    Words that Chinese leaves out as a rule do not count: City, am Main, upon Tyne.

    Args:
        trained: the model of names.
        zh: a Chinese name.
        latin: a Latin name that may be the same place's.
        country: ISO 3166-1 alpha-2 code of its country, whose sounds and readings hold.
    """
    if reads(zh, latin, country):
        return None
    text = simplified(zh)
    trials = [(Unsaid(gone, latin, zh), text, rest) for rest, gone in _shorter(text, latin)]
    for rest, gone in _shorter_zh(text):
        if not any(fold(w) in words_of(gone) for w in _WORD.findall(latin)):
            shown = zh.strip()[: len(gone)] if text.startswith(gone) else zh.strip()[-len(gone) :]
            trials.append((Unsaid(shown, zh, latin), rest, latin))
    if not trials:
        return None
    whole = align(trained, text, latin, country)
    least = whole.total + MARGIN if whole else 0.0
    found = [(align(trained, a, b, country), more) for more, a, b in trials]
    fitting = [(a, more) for a, more in found if a and a.total > least and not _leaves(a)]
    return max(fitting, key=lambda x: x[0].total)[1] if fitting else None


def reads(zh: str, latin: str, country: str | None) -> bool:
    """Whether the Latin name is a reading of the Chinese one in the country."""
    return any(r.form in latin_keys(r.language, latin) for r in readings(zh, country))


def _leaves(found: Alignment) -> bool:
    """Whether a character stands for no letters that may be the missing word: 堡 for Castelo."""
    pairs = zip(found.units, found.runs, strict=True)
    return any(not run and unit not in _LEVELS and words_of(unit) for unit, run in pairs)


def _shorter(zh: str, latin: str) -> Iterator[tuple[str, str]]:
    """A Latin name without words at its beginning or end that count, and those words."""
    words = [w for w in _WORD.findall(shown_part(latin)) if fold(w)]
    said = {w for part, ws in parts().items() if part in zh for w in ws}
    for cut in range(1, len(words)):
        head, tail = words[:cut], words[cut:]
        if _counts(head, said) and not _empty(tail):
            yield " ".join(tail), " ".join(head)
        if _counts(tail, said) and not _empty(head[-1:]) and not _says_where(tail):
            yield " ".join(head), " ".join(tail)


def _counts(words: Sequence[str], said: set[str]) -> bool:
    folded = set(map(fold, words))
    return not folded & said and not folded <= LEFT_OUT | CONNECTIVES


def _empty(words: Sequence[str]) -> bool:
    return CONNECTIVES.issuperset(map(fold, words))


def _says_where(words: Sequence[str]) -> bool:
    """Whether words behind a name say where it is, and not that it is another: am Main, do Sul."""
    first, *others = map(fold, words)
    return first in CONNECTIVES and not any(w in words_of(q) for w in others for q in QUALIFIERS)


def _shorter_zh(zh: str) -> Iterator[tuple[str, str]]:
    """A Chinese name without a qualifier before it or a word behind it, and that."""
    if zh[:1] in QUALIFIERS and len(zh) > 2:
        yield zh[1:], zh[0]
    ending = next((e for e in ENDINGS if zh.endswith(e)), "")
    if ending and len(zh) > len(ending) + 1:
        yield zh[: -len(ending)], ending
