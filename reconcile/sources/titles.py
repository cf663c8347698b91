"""What the title of a column says it holds: one list for tables of pages and of named columns."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from reconcile.places.placename import place_name
from reconcile.sources.blocks import Column

COLUMNS: tuple[Column, ...] = get_args(Column)
Meaning = Column | Literal["number", "continent", "flag", "other", "above", "place"]
"""What a column holds: a thing that rows state, or one that they do without. `above` (a division)
and `place` can be of either side."""

_PLACE = r"(?:城市|省市|省州|州省|省区|都市|地区|自治体|市|省|州|城)"
_ENGLISH_PLACE = r"(?:city|cities|town|municipality|place|region|community)?s?"
# Titles are compared simplified, in lower case and without blanks and punctuation. The first
# pattern that matches counts.
_TITLES: tuple[tuple[Meaning, str], ...] = (
    ("number", r"(?:序|编|番)?号码?|序|项次|no|nr|num(?:ber)?"),
    ("continent", r"(?:所[在属])?[大各]?洲(?:别|份)?|continent"),
    ("flag", r"国?旗帜?|flags?"),
    (
        "other",
        r"(?:英文|外文|英语|原文|当地|外语|官方|拉丁)(?:名称?|城市名|译名|语名)?|"
        r"(?:english|original|native|local|chinese|japanese|german)(?:name)?|"
        r"图片|照片|image|类型|性质|级别|type|kind|level|"
        r"签署[人者地].*|缔结地点|地点|references?|refs?|来源|资料来源|出典",
    ),
    ("code", r"(?:country|nation)?code|iso(?:3166)?(?:2|3|alpha2|alpha3|code)?|ioc|fifa|cc"),
    ("code", r"(?:国家|国别)?(?:代码|代号|编码)"),
    ("status", r"(?:status|stateofagreement|ended|end|enddate|endyear|until|terminated(?:on)?)"),
    ("status", r"状态|现状|(?:是否)?(?:终止|结束|失效|解除|中止)(?:日期|时间|年份)?"),
    (
        "country",
        rf"(?:partner|sister|twin|foreign)?{_ENGLISH_PLACE}(?:country|nation)(?:name)?|countries",
    ),
    (
        "country",
        r"(?:country|nation)(?:or|and)?(?:region|territory|area)|statecountry|land|staat|pays|pais",
    ),
    (
        "country",
        rf"(?:所在|所属|对方|外方|友城|伙伴)?{_PLACE}?(?:所在|所属)?(?:国家|国别|国籍|国名|国)"
        r"(?:和|或|与|及)?(?:地区)?(?:名称|名)?",
    ),
    (
        "date",
        r"(?:(?:date|year|day)(?:of|when)?)?(?:agreement|partnership|twinning|twinned|signed|signing|"
        r"signature|establish(?:ed|ment)|since|founded|start(?:ed)?|begin|began|from|formed|seit)"
        r"(?:on|in|since|date|year|day)?|date|year|day|jahr|datum",
    ),
    (
        "date",
        r"(?:正式)?(?:结好|结成|结对|结交|结盟|结缘|缔结|缔约|签约|签订|签署|签字|建立|建交|成立|友好|提携|協定|"
        r"协议|开始|生效|城市|关系)*的?(?:日期|时间|年份|年月日|年月|日|年度|年)|"
        r"结好|结盟|结缘|缔结|缔约|签约|签署",
    ),
    ("note", r"notes?|remarks?|comments?|annotations?|(?:备|附)?注(?:释|解|记)?|备考|说明|附记"),
    ("target", r"(?:wiki)?(?:link|url|target|article|page)|(?:wiki)?(?:链接|连结|网址|条目)"),
    (
        "partner",
        rf"(?:foreign|other|international)?(?:sister|twin|twinned|partner|friendship|friendly|"
        rf"counterpart|foreign)(?:with)?{_ENGLISH_PLACE}(?:name)?|partnerstadt|partnerstädte",
    ),
    (
        "partner",
        rf"(?:国际|外国|国外|境外|海外)?(?:友好|姐妹|姊妹|姉妹|缔约|结好|结对|伙伴|友谊|提携|相手)(?:关系)?{_PLACE}(?:名称|名)?|"
        r"(?:国际|外国|国外|境外|海外)?友城(?:名称|名)?|"
        rf"(?:对|外|乙)方{_PLACE}?(?:名称|名)?|(?:外国|国外|境外|海外){_PLACE}(?:名称|名)?",
    ),
    ("parent", r"partner(?:province|state|region|prefecture|county)|parent"),
    (
        "parent",
        r"(?:对方|外方|外国|友城)?(?:所在|所属)(?:省|州|州省|省州|地区)|州或?省|省或?州|上级(?:行政区)?",
    ),
    ("host", rf"(?:host|home|own|local|our){_ENGLISH_PLACE}(?:name)?"),
    (
        "host",
        rf"(?:己|我|主|中|本|甲)方{_PLACE}?(?:名称|名)?|(?:中国|我国|本国|国内|本地){_PLACE}?",
    ),
    ("section", r"sections?|chapters?|章节|分区|(?:host|home)(?:province|state|region|prefecture)"),
    ("section", r"(?:中方|己方|我方)?(?:省份|省区|省级行政区|省级|所属省份|都道府县|行政区)"),
    # A first-level division: of the host if it stands before it, else of the partner.
    (
        "above",
        r"province|state|region|prefecture|county|bundesland|department|canton|oblast|"
        r"voivodeship|(?:administrative|firstlevel|country)?(?:sub)?division|"
        r"(?:state|province)(?:or|and)?(?:province|state|region|prefecture|territory)|"
        r"地区|省|(?:联邦)?州|大区|县|地方|区域",
    ),
    # The host where the table has another column for the partner, and the other way.
    ("place", rf".*{_PLACE}|.*(?:city|town|municipality|stadt|place)|name|名称|名"),
)
_SIGNS = ("#", "№")
"""Titles of a column of numbers that are punctuation alone."""


@cache
def _patterns() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    return tuple((meaning, re.compile(pattern)) for meaning, pattern in _TITLES)


def title_key(title: str) -> str:
    """What two spellings of a title share: simplified, no capitals, blanks or punctuation."""
    return re.sub(r"[\W_]+", "", place_name(title).simple.lower())


def title_keys(title: str) -> list[str]:
    """The key of a name such as `results.bindings.city.value`, and of what it ends in."""
    parts = title.removesuffix(".value").split(".")
    return [title_key(".".join(parts[i:])) for i in range(min(len(parts), 8))]


def meaning_of_key(key: str) -> Meaning | None:
    """What the title with this key says by itself."""
    return next((m for m, pattern in _patterns() if key and pattern.fullmatch(key)), None)


def meaning_of(title: str) -> Meaning | None:
    """What one title says by itself; None where it is not known."""
    return "number" if title.strip() in _SIGNS else meaning_of_key(title_key(title))


def column_of(title: str) -> Column | None:
    """What rows state in the column, told by the title or what it ends in; None if in doubt."""
    found = (meaning_of_key(key) for key in title_keys(title))
    return next((c for m in found for c in COLUMNS if c == m), None)
