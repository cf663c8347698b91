"""What headings and labels say of what stands below them: partners, another topic, a level."""

from __future__ import annotations

import re

from reconcile import vocabulary as terms
from reconcile.sources.inline import Inline

_NAVIGATION = re.compile(
    r"外部(?:連結|链接|連接)|參考|参考|註釋|注释|註解|参见|參見|參看|参看|相關|相关|延伸閱讀|"
    r"see also|references|notes|external links|further reading|gallery|^contacts?(?: us)?$|"
    r"^(?:[聯联][絡络系繫](?:我們|我们|方式|人)?|洽詢.*|咨询.*)$",
    re.IGNORECASE,
)
_OTHER_TOPIC = re.compile(
    rf"(?:{terms.TWINNED_ZH}|締盟)(?:港|校|區域|区域|景區|景区|{terms.SCHOOLS_ZH}|{terms.FACILITIES_ZH})|"
    rf"{terms.CONSULATES_ZH}|人口|航線|航线|"
    r"^(?:行政區劃|行政区划|下轄.*|下辖.*|地理.*|自然.*|氣候|气候|環境|环境|歷任.*|历任.*|歷史.*|历史.*|沿革|"
    r"教育|科[技學学].*|文化|體育|体育|經濟|经济|[產产][業业]|交通.*|政治|政府|軍事|军事|[語语]言|宗教|民族|"
    r"名[稱称](?:由[來来])?|旅遊|旅游|名[勝胜]古[蹟迹]|[風风]景名[勝胜]|[飲饮]食|特[產产]|[著知]名人物|人物|名人|同名.*)$|"
    r"^(?:administrative divisions|districts|geography|climate|education|economy|mayors|"
    r"history|etymology|transport(?:ation)?|infrastructure|culture|sports?|government|politics|"
    r"notable (?:people|residents)|media|tourism|religion|namesakes?)$|"
    rf"\b(?:{terms.TWINNED_EN}) (?:ports?|schools?|universit\w+|airports?|parks?|libraries)\b|"
    r"\b(?:consulates?|embassies|demographics)\b",
    re.IGNORECASE,
)
_FACILITIES = re.compile(
    rf"{terms.CONSULATES_ZH}|{terms.SCHOOLS_ZH}|{terms.FACILITIES_ZH}|"
    r"\b(?:consulates?|embassies|missions|universit\w+|schools|airports|stations)\b",
    re.IGNORECASE,
)
_COUNTED = r"\s*(?:[(（].{0,12}[)）])?\s*[:：]?"
"""What may stand behind a label: 市级（12对）："""
_LABEL = re.compile(
    r"(?:國際|国际|國外|国外|海外|境外|對外|对外)?"
    rf"(?:(?:{terms.TWINNED_ZH}|{terms.COOPERATION_ZH}|友誼|友谊)(?:關係|关系)?(?:的)?"
    rf"(?:{terms.DIVISIONS_ZH})?(?:和|及|與|与|、|/|或)?)+(?:{terms.LIST_ZH})?{_COUNTED}|"
    rf"(?:international )?{terms.TWIN_LISTS_EN}\s*:?",
    re.IGNORECASE,
)
_FORMER = re.compile(
    rf"(?:前|原|曾經|曾经|過去|过去|已?(?:{terms.ENDED_ZH})|past|{terms.ENDED_EN})的?\s*",
    re.IGNORECASE,
)
_LESSER = re.compile(
    rf"(?:友好|友誼|友谊)(?:{terms.COOPERATION_ZH})|{terms.PAPERS_ZH}|"
    rf"(?:{terms.COOPERATION_ZH})(?:關係|关系)?的?(?:{terms.DIVISIONS_ZH})|"
    r"\b(?:friendship|friendly|co-?operation)\b",
    re.IGNORECASE,
)
_TWINS = re.compile(
    rf"(?:友好|友誼|友谊)(?:{terms.DIVISIONS_ZH})|姐妹|姊妹|友城|sister|twin", re.IGNORECASE
)
_BELOW = re.compile(r"(?:副省|地|市|縣|县|區|区|州|盟|旗)[級级]")
_LEVELS = re.compile(
    r"(?:副?省|地|市|縣|县|區|区|州|盟|旗|[和及與与、])+[級级](?:城市|行政[區区]|政府|友好城市|友城)?"
    rf"{_COUNTED}"
)
_RELATIONS = re.compile(
    rf"{terms.TWINNED_ZH}|{terms.COOPERATION_ZH}|國際|国际|對外|对外|外事|交往|"
    rf"\b(?:{terms.TWINNED_EN})|\b(?:international|relations|cooperation|links)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60


def is_navigation(heading: str) -> bool:
    """Whether links and sources stand under a heading."""
    return bool(_NAVIGATION.search(heading))


def is_other_topic(heading: str) -> bool:
    """Whether what stands under a heading is about something else than partner places."""
    return bool(_OTHER_TOPIC.search(heading))


def is_of_facilities(heading: str) -> bool:
    """Whether a heading calls what a whole list can be of: consulates, airports, schools."""
    return bool(_FACILITIES.search(heading))


def is_about_relations(heading: str) -> bool:
    """Whether a heading speaks of twin towns, or of relations to places abroad."""
    return bool(_RELATIONS.search(heading)) or is_label(heading)


def is_level(label: str) -> bool:
    """Whether a line names a level of administration, as a heading would: 省级, 市级（12对）."""
    return bool(_LEVELS.fullmatch(label.strip()))


def is_below_province(heading: str) -> bool:
    """Whether what stands under a heading is of places below a province: 市级, 副省级城市."""
    return bool(_BELOW.search(heading))


def is_label(text: str) -> bool:
    """Whether a line only says that what follows are partners: 友好城市：, Sister cities."""
    text = text.strip()
    if len(text) > _LONGEST_LABEL:
        return False
    lead = _FORMER.match(text)
    return bool(_LABEL.fullmatch(text[lead.end() :] if lead else text))


def is_lesser(label: str) -> bool:
    """Whether a label says that what stands below is less than a twinning: 友好交流城市."""
    return is_label(label) and bool(_LESSER.search(label)) and not _TWINS.search(label)


def is_former(label: str) -> bool:
    """Whether a heading or label says that what stands below has ended: Former sister cities."""
    return bool(_FORMER.match(label.strip())) and is_label(label)


def split_label(content: Inline) -> tuple[str, Inline]:
    """The label before a colon, if any, and what it is said of: 前友好城市：敖德萨."""
    label, colon, rest = content.text.replace("：", ":").partition(":")
    if not colon or not rest.strip() or not is_label(label):
        return "", content
    return label, content.part(len(label) + 1, len(content.text))
