"""Which texts are remarks and prose, and which can be the name of a place."""

from __future__ import annotations

import re

from reconcile import vocabulary as terms
from reconcile.scripts import has_han

_NOTE_WORDS = re.compile(
    rf"{terms.TWINNED_ZH}|{terms.PAPERS_ZH}|{terms.COOPERATION_ZH}|{terms.ENDED_ZH}|關係|关系|簽|签|締|缔|結好|结好|"
    r"註|注[:：]|已|現|现|原|前身|併入|并入|"
    r"suspend|ended|terminat|former|agreement|friend|memorandum|MoU|twin|sister|partner|honorary",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"(?:已|現已|现已|被|宣布|宣佈|單方面|单方面|暫時|暂时|後|后|起){0,4}"
    rf"(?:{terms.ENDED_ZH})(?:友好|關係|关系|協議|协议|交流|往來|往来)*|"
    rf"\b(?:{terms.ENDED_EN}|ex-(?:partner|sister|twin))\b",
    re.IGNORECASE,
)
"""The words that an agreement is no more."""
_STILL = re.compile(
    rf"未(?:正式)?(?:{terms.ENDED_ZH})|{terms.RESUMED}|\b(?:never|not) \w+", re.IGNORECASE
)
_PROSE = re.compile(
    rf"(?<![市省州])(?:簽署|签署|簽訂|签订|締結|缔结|結為|结为|建立|訪問|访问|舉行|举行|舉辦|举办|參加|参加|通航|開通|开通|條約|条约|"
    rf"設立|设立|{terms.CONSULATES_ZH}|人口|成為|成为|代表團|代表团|來訪|来访|位於|位于|包括|其中|分別|分别|目前|截至|列表|的是)|"
    rf"(?:{terms.AIRPORTS_ZH}|{terms.SCHOOLS_ZH}|車站|车站|中學|中学|醫院|医院|公司|協會|协会|辦公室|办公室)(?=$|[（(\s])|"
    rf"^(?:{terms.NONE_ZH})|(?:{terms.LIST_ZH}|{terms.STATE_ZH})表?(?=$|[（(])|"
    rf"(?:{terms.CONCLUDED_ZH}|{terms.SIGNED_ZH}|成為|成为)[為为成了]?(?:國際|国际)?(?:{terms.TWINNED_ZH})|"
    rf"(?:{terms.TWINNED_ZH})城市$|(?-i:\b(?:cities|towns|municipalities)\b)|"
    r"\b(?:is|are|was|were|has|have|with|to|between|signed|its|their|his|first|which|that|this|"
    r"visit(?:ed)?|consulate|embassy|population|airport|list of)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"\d\s*(?:{terms.COUNTERS_ZH})|\b{terms.COUNTED_EN}\b", re.IGNORECASE)
_NONE = re.compile(rf"{terms.NONE_ZH}|none\b", re.IGNORECASE)
_NO_NAME = re.compile(r"[。！？!?:：]|[a-z]{3,}\.$|\d月\d{1,2}[日号號]")
_LONGEST_NAME = {True: 30, False: 80}
"""Characters of a name with Chinese ones in it, and of another."""
_MOST_WORDS = 9
_LONGEST_COUNT = 40


def is_ended(text: str) -> bool:
    """Whether a remark says that the agreement is no more: 已终止, terminated in 2022."""
    return bool(ENDED.search(text)) and not _STILL.search(text)


def is_remark(text: str) -> bool:
    """Whether the words of a bracket are a remark rather than a part of the name."""
    return bool(_NOTE_WORDS.search(text))


def is_count(text: str) -> bool:
    """Whether a text says how many there are: 省级：20对."""
    return len(text) < _LONGEST_COUNT and bool(_COUNT.search(text))


def is_none(text: str) -> bool:
    """Whether a text says that there is no partner: 暂无友好城市."""
    return bool(_NONE.match(text.strip()))


def is_prose(text: str) -> bool:
    """Whether a text has words that no name of a place has: 访问, 机场, signed."""
    return bool(_PROSE.search(text))


def is_name(name: str) -> bool:
    """Whether a text can be the name of a place, and is no sentence or remark."""
    if not any(map(str.isalpha, name)) or len(name) > _LONGEST_NAME[has_han(name)]:
        return False
    if is_prose(name) or _COUNT.search(name) or _NO_NAME.search(name):
        return False
    return len(name.split()) <= _MOST_WORDS
