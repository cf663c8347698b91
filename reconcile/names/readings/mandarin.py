"""Pinyin readings, with heteronyms, for Chinese places and as a last resort for others."""

from __future__ import annotations

import re

from reconcile.names.forms import simplified
from reconcile.names.readings.base import Reading, cheapest, combine
from reconcile.names.readings.tables import table
from reconcile.scripts import fold

_SUFFIX = re.compile(
    "(?<=..)(?:特别行政区|自治区|自治州|自治县|地区|新区|矿区|林区|市|县|区|省|旗|盟|州|镇|乡)$"
)
_LATIN_SUFFIX = re.compile("(?<=..)(?:city|county|district|province|prefecture|shi|xian|qu)$")
OVERRIDES = {
    "单县": "shanxian",
    "大城": "daicheng",
    "洪洞": "hongtong",
    "涡阳": "guoyang",
    "繁峙": "fanshi",
    "浚县": "xunxian",
    "朝阳": "chaoyang",
    "荥经": "yingjing",
    "曾都": "zengdu",
    "婼羌": "ruoqiang",
    "珲春": "hunchun",
}
"""Names that pypinyin reads wrongly, measured against the English names of counties."""


def key(latin: str) -> str:
    """Folded spelling; ü is u, as in most English lists."""
    return fold(latin)


def latin_keys(name: str) -> tuple[str, ...]:
    """Keys of an English name with and without a word for its level."""
    whole = key(name)
    return tuple(dict.fromkeys((whole, _LATIN_SUFFIX.sub("", whole))))


def syllables(text: str) -> list[str]:
    """The usual pinyin of a simplified text by pypinyin's phrases, one syllable a character."""
    from pypinyin import lazy_pinyin

    found = lazy_pinyin(text, v_to_u=False)
    return list(found) if len(found) == len(text) else [lazy_pinyin(c)[0] for c in text]


def readings(zh: str) -> tuple[Reading, ...]:
    """The usual reading first, then those with another reading of a character."""
    found: list[tuple[str, float]] = []
    text = simplified(zh)
    if not text or len(text) > 12:
        return ()
    for name, cost in ((text, 0.3), (_SUFFIX.sub("", text), 0.0)):
        usual = OVERRIDES.get(name) or "".join(syllables(name))
        found.append((usual.replace("v", "u"), cost))
        known = [table("pinyin").get(c, ())[:3] for c in name]
        if all(known) and len(name) <= 4:
            choices = [
                [(r.replace("v", "u"), 0.0 if n == 0 else 1.5) for n, r in enumerate(k)]
                for k in known
            ]
            found += [("".join(p), cost + 0.7 + c) for p, c in combine(choices, 32)]
    return cheapest(found, "zh")


def character(char: str) -> list[tuple[str, float]]:
    """Readings of one character with their costs."""
    return [(r.replace("v", "u"), 1.5 * n) for n, r in enumerate(table("pinyin").get(char, ())[:3])]
