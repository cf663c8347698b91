"""The eras by which years are counted in Asia beside the common one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Era(NamedTuple):
    """An era: the common year before its year 1, and its first and last day."""

    before: int
    first: date
    last: date


REPUBLIC = Era(1911, date(1912, 1, 1), date.max)
"""The Republic of China's calendar."""
# Japan: era name decrees; 明治 is taken from its first day in the Gregorian calendar. 佛曆: the
# calendar of Thailand, whose year begins on 1 January since 1941. 檀紀: Korea's, 1948 to 1961.
_JAPANESE = {
    "明治": Era(1867, date(1868, 1, 25), date(1912, 7, 30)),
    "大正": Era(1911, date(1912, 7, 30), date(1926, 12, 25)),
    "昭和": Era(1925, date(1926, 12, 25), date(1989, 1, 7)),
    "平成": Era(1988, date(1989, 1, 8), date(2019, 4, 30)),
    "令和": Era(2018, date(2019, 5, 1), date.max),
}
_BY_WORD = {
    **dict.fromkeys(("中華民國", "中华民国", "民國", "民国"), REPUBLIC),
    **dict.fromkeys(("佛曆", "佛历"), Era(-543, date(1941, 1, 1), date.max)),
    **dict.fromkeys(("檀紀", "檀纪"), Era(-2333, date.min, date.max)),
    **_JAPANESE,
}
_BY_LETTER = dict(zip("MTSHR", _JAPANESE.values(), strict=True))
ERA_WORD = "|".join(_BY_WORD)
"""A pattern for an era in words: 昭和."""
ERA = rf"(?:{ERA_WORD}|(?<![^\W_])[MTSHR]\.?(?=\d))"
"""A pattern for an era in words, or by the letter that Japan writes for it: S of S55.4.15."""


def find_era(text: str) -> Era | None:
    """The era that a text of the form of `ERA` names."""
    return _BY_WORD.get(text) or _BY_LETTER.get(text.rstrip(".").upper())
