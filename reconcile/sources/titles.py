"""What the title of a column says it holds: one list for tables of pages and of named columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, get_args
from unicodedata import normalize

from reconcile.places.placename import place_name
from reconcile.sources.blocks import Column

COLUMNS: tuple[Column, ...] = get_args(Column)
Meaning = Column | Literal["number", "continent", "aside", "flag", "other", "above", "place"]
"""What a column holds: a thing that rows state, or one that they do without. `above` (a division)
and `place` can be of either side; `aside` are figures and addresses of places."""

_PLACE = r"(?:城市|省市|省州|州省|省区|都市|地区|地域|自治体|市|省|州|城)"
_DIVISION = r"(?:州|省|县|郡|道|府|邦|大区|地区|行政区|区域)"
_LEVELS = r"(?:[省市州县区盟旗镇][和及或与]?){2,4}"
"""Several levels in one title: 市州, 县市区."""
_THEIRS = r"(?:对方|外方|乙方|友方|友城|姐妹城市|友好城市|伙伴城市|外国|国外|境外|海外|相手)"
_IN_CHINESE = r"(?:的?(?:中文|汉语|汉字|译)?名称?)?"
SIDE = re.compile(
    rf"(?!双|官|北|南|东|西|地|何|多)(?P<whose>[\u3400-\u9fff]{{1,8}}?)(?:方面?|侧)"
    rf"的?(?:{_PLACE}|{_LEVELS})?(?:名称|名)?"
)
"""The side of a country: 波方, 墨方城市, 意大利侧; whose it is, only the home country tells."""
_ENGLISH_PLACE = (
    r"(?:city|cities|town|municipality|place|region|community|county|counties|prefecture|"
    r"district)?s?"
)
_THEIRS_EN = (
    r"(?:foreign|other|international|overseas|sister|twin|twinned|partner|friendship|friendly|"
    r"counterpart|destination|target|their)"
)
# Titles are compared simplified, in lower case, without accents, blanks and punctuation. The first
# pattern that matches counts.
_TITLES: tuple[tuple[Meaning, str], ...] = (
    (
        "number",
        r"(?:序|编|番)?号码?|序|项次|(?:unique|serial|reference)?(?:no|nr|num(?:ber)?)|번호|순번",
    ),
    ("continent", r"(?:所[在属])?[大各]?洲(?:别|份)?|continent|kontinent|continente|대륙"),
    ("flag", r"国?旗帜?|flags?"),
    (
        "other",
        r"(?:英文|外文|英语|原文|当地|外语|官方|拉丁)(?:名称?|城市名|译名|语名)?|"
        r"(?:english|original|native|local|chinese|japanese|german)(?:name)?|"
        r"图片|照片|image|(?:[己中我主对外]方|行政|城市)*(?:级别|层级)|level|"
        r"(?:签署|签字|签约|牵线|介绍)[人者地].*|缔结地点|地点|references?|refs?|来源|资料来源|出典",
    ),
    (
        "aside",
        r".*(?:人口|面积|海拔|gdp|生产总值|邮编|邮政编码|邮政区号|区号|电话|传真|网址|网站|官网|主页|坐标|经度|纬度|时区|距离).*|"
        r".*(?:市长|州长|省长|知事|首长|负责人|联系人|联络人|经办人).*|.*(?:语言|语种|官方语|货币|气候|机场)|"
        r"(?:友好|友城|姐妹|结好)?城?市?(?:数量|数目|总数|个数)|"
        r".*(?:population|inhabitants|einwohner|habitants|poblacion|habitantes|elevation|density).*|"
        r"(?:total|land)?area(?:km2?|sqkm|km²)?|.*(?:postal|post|zip|area|dialing|phone|tel)code.*|zip|"
        r"(?:tele)?phone(?:number)?|tel|fax|e?mail|(?:official)?web(?:site|page)?|homepage|"
        r"(?:official)?languages?|(?:lord)?mayors?|governors?|leader|contact(?:person)?|currency|"
        r"timezone|gdp|coord(?:inate)?s?|(?:origin|destination)?(?:lat|lon|long|lng)(?:itude)?|"
        r"dist(?:ance)?(?:km)?|(?:host|home|own|our|origin)(?:country|nation|state)(?:name)?|"
        r"(?:中方|己方|我方|主方|本方)(?:所在|所属)?国(?:家|别)?",
    ),
    (
        "kind",
        r"(?:友好|友城|合作|协议|结好|缔结|关系|交往|城市)*的?(?:类型|类别|种类|性质|形式|分类)|"
        r"(?:agreement|partnership|relation(?:ship)?|twinning|cooperation)?(?:type|kind|category|form)"
        r"(?:of(?:agreement|partnership|relation(?:ship)?|twinning|cooperation))?|relation(?:ship)?|art",
    ),
    ("code", r"(?:country|nation)?code|iso(?:3166)?(?:2|3|alpha2|alpha3|code)?|ioc|fifa|cc"),
    ("code", r"(?:国家|国别)?(?:代码|代号|编码)"),
    (
        "status",
        r"(?:status|stateofagreement|ended|end|endtime|enddate|endyear|until|terminated(?:on)?)",
    ),
    ("status", r"状态|现状|(?:是否)?(?:终止|结束|失效|解除|中止)(?:日期|时间|年份)?"),
    (
        "country",
        rf"{_THEIRS_EN}?{_ENGLISH_PLACE}(?:country|nation)(?:name)?|countries",
    ),
    (
        "country",
        r"(?:country|nation)(?:or|and)?(?:region|territory|area)|statecountry|states?part(?:y|ies)|"
        r"(?:member)?statesname|land|staat|pays|pais|"
        r"paese|국가|나라|상대국",
    ),
    (
        "country",
        rf"(?:所在|所属|[派所]?驻在?|缔约|{_THEIRS}|伙伴)?{_PLACE}?(?:所在|所属)?(?:国家|国别|国籍|国名|国)"
        r"(?:和|或|与|及)?(?:地区|地域)?(?:名称|名)?",
    ),
    (
        "date",
        r"(?:(?:date|year|day|time)(?:of|when)?)?(?:agreement|partnership|twinning|twinned|signed|"
        r"signing|signature|establish(?:ed|ment)|since|founded|start(?:ed)?|begin|began|from|formed|"
        r"conclu(?:ded|sion)|inscri(?:bed|ption)|opened|opening|seit|desde|depuis|beginn)"
        r"(?:on|in|since|date|year|day|time)?|date|year|day|time|pointintime|jahr|datum|annee|ano|fecha|"
        r"data|anno|자매결연일|결연일자?|체결일자?|연도|날짜",
    ),
    (
        "date",
        r"(?:正式)?(?:结好|结成|结对|结交|结盟|结缘|结谊|缔结|缔约|签约|签订|签署|签字|建立|建交|成立|友好|提携|缔盟|列入|登录|入选|设立|设馆|建馆|开馆|开设|开通|通航|通车|启用|开业|开放|落成|竣工|运营|"
        r"协定|协议|开始|生效|城市|关系)*的?(?:日期|时间|年份|年月日|年月|日|年度|年)|"
        r"结好|结盟|结缘|缔结|缔约|签约|签署",
    ),
    (
        "note",
        r"notes?|remarks?|comments?|annotations?|(?:备|附)?注(?:释|解|记)?|备考|说明|附记|备忘|其他|"
        r"(?:缔结|结好|交往|交流|合作|签约|签署|友好)(?:情况|概况|过程|经过|历程|内容|说明)|"
        r"details?|description|background|bemerkung(?:en)?|anmerkung(?:en)?|remarques?|observaciones|"
        r"비고",
    ),
    ("target", r"(?:wiki)?(?:link|url|target|article|page)|(?:wiki)?(?:链接|连结|条目)"),
    (
        "partner",
        rf"{_THEIRS_EN}(?:with)?{_ENGLISH_PLACE}(?:name)?|(?:twinned|paired)(?:with)?|"
        r"twinnedadministrative(?:body|entity)|"
        r"partnerstadt|partnerstadte|partnergemeinden?|(?:ville|commune)s?(?:jumelee|partenaire)s?|"
        r"jumelages?|ciudad(?:es)?hermanas?|ciudad(?:es)?hermanada?s?|"
        r"cidades?irmas?|(?:citta|comun[ei])gemellat?[aei]|자매도시|우호도시|자매우호도시|결연도시",
    ),
    (
        "partner",
        rf"(?:国际|外国|国外|境外|海外)?(?:(?:友好|姐妹|姊妹|姉妹|缔约|结好|结缘|结对|结谊|伙伴|友谊|提携|缔盟|相手)"
        rf"(?:关系|交流|合作)*)+(?:{_PLACE}|{_LEVELS}){_IN_CHINESE}|"
        rf"(?:国际|外国|国外|境外|海外)?友城{_IN_CHINESE}|(?:友好|结好|交往|合作)对象|"
        rf"(?:对|外|乙|友)方(?:{_PLACE}|{_LEVELS})?{_IN_CHINESE}|"
        rf"(?:外国|国外|境外|海外)(?:{_PLACE}|{_LEVELS}){_IN_CHINESE}",
    ),
    (
        "parent",
        rf"{_THEIRS_EN}(?:province|state|region|prefecture|county)|parent|"
        r"stateprovince|provincestate",
    ),
    (
        "parent",
        rf"{_THEIRS}?{_PLACE}?(?:所在|所属)的?{_DIVISION}(?:[和或及与]?{_DIVISION})*份?|{_THEIRS}(?:省|州)份|"
        r"州或?省|省或?州|上级(?:行政区)?",
    ),
    ("host", rf"(?:host|home|own|local|our|origin){_ENGLISH_PLACE}(?:name)?"),
    (
        "host",
        rf"(?:己|我|主|中|本|甲)方(?:{_PLACE}|{_LEVELS})?(?:名称|名)?|"
        rf"(?:中国|我国|本国|国内|本地|主体|主办)(?:{_PLACE}|{_LEVELS})?",
    ),
    ("section", r"sections?|chapters?|章节|分区|(?:host|home)(?:province|state|region|prefecture)"),
    ("section", r"(?:中方|己方|我方)?(?:省份|省区|省级行政区|省级|所属省份|都道府县)"),
    # A first-level division: of the host if it stands before it, else of the partner.
    (
        "above",
        r"(?:city|municipality|commune|ville|gemeinde)?(?:province|state|region|departement)|"
        r"prefecture|county|bundesland|department|departement|canton|kanton|"
        r"oblast|provincia|estado|provinz|"
        r"voivodeship|(?:administrative|firstlevel|country)?(?:sub)?division|"
        r"(?:state|province)(?:or|and)?(?:province|state|region|prefecture|territory)|"
        rf"地区|省|(?:联邦)?州|大区|县|地方|区域|(?:一级)?行政区|{_DIVISION}[和或及与]?{_DIVISION}",
    ),
    # The host where the table has another column for the partner, and the other way.
    (
        "place",
        rf".*{_PLACE}(?:名称?)?|{_LEVELS}|{SIDE.pattern}|(?:city|town|municipality|county)(?:in|of)[a-z]+|辖区|区县|地方政府|.*(?:city|cities|town|municipality|stadt|place|district)|"
        r"name|.{0,6}名称|名|sites?|property|properties|gemeinde|ville|commune|ciudad|municipio|cidade|citta|comune|도시|도시명|시군구?|지자체|(?:지방)?자치단체|(?:ville|commune)nom|item",
    ),
)
_SIGNS = ("#", "№")
"""Titles of a column of numbers that are punctuation alone."""
PASSED_OVER: tuple[Meaning, ...] = ("number", "continent", "aside")
"""What rows state without loss by other columns, or do without."""
_EITHER_SIDE = ("place", "above", "section", None)
_OUR_SIDE = re.compile(
    r"(?:己|我|中|本)方.*|[我本][省市州縣县區区].*|(?:中國|中国|我國|我国|本國|本国|國內|国内|本地)(?!以外|外).*"
)
_OTHER_SIDE = re.compile(r"(?:對|对|外)方(?!國|国|.*所[在属屬]).*[區区州省市縣县]")
_WORDS = (re.compile("[\u3400-\u9fff]+"), re.compile("[A-Za-zÀ-ɏ]+"))
"""Words in Chinese, and in Latin letters."""
_JOINT = re.compile(r"(?<!\s)\s*+(?:[,，、/／+＋&·]|\b(?:and|or)\b|[和及與与])\s*")
_BRACKET = re.compile(r"(?<!\s)\s*+[(（［\[]([^()（）［］\[\]]*)[)）］\]]\s*")
_DIVISION_TITLE = re.compile(rf".*{_DIVISION}份?")
_OF_PARTNER = re.compile(rf"{_THEIRS_EN}|{_THEIRS}")
_FACILITY = re.compile(
    r"(?:.*(?:机场|车站|领事馆|使馆|大学|学校)|馆|站)(?:名称?)?|"
    r".*(?:airport|station|consulate(?:general)?|embassy|mission|university|school)s?(?:name)?"
)
_IN_LANGUAGE = re.compile(r"(?<=[^\s_.:-])[\s_.:-]+(?:zh|cn|en|eng)$", re.IGNORECASE)
_LABEL = re.compile(r"(?<=.)label$")
"""What Wikidata's query service adds to the name of a column that holds names."""
_OF_VALUES = re.compile(r".*\.(?:type|datatype|xml:lang)")
"""What the answers of SPARQL say of a value."""


@cache
def _patterns() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    return tuple((meaning, re.compile(pattern)) for meaning, pattern in _TITLES)


def title_key(title: str) -> str:
    """What two spellings of a title share: simplified, no capitals, accents, blanks, punctuation.

    The `Label` of Wikidata's names is left out as well; what has one is no date (twinnedLabel).
    """
    plain = re.sub("[\u0300-\u036f]", "", normalize("NFD", place_name(title).simple.lower()))
    key = re.sub(r"[\W_]+", "", normalize("NFC", plain))
    named = _LABEL.sub("", key)
    return f"{named}city" if named != key and meaning_of_key(named) == "date" else named


def title_keys(title: str) -> list[str]:
    """The key of a name such as `results.bindings.city.value`, and of what it ends in."""
    if _OF_VALUES.fullmatch(title):
        return [title_key(title)]
    parts = title.removesuffix(".value").split(".")
    return [title_key(".".join(parts[i:])) for i in range(min(len(parts), 8))]


def meaning_of_key(key: str) -> Meaning | None:
    """What the title with this key says by itself."""
    return next((m for m, pattern in _patterns() if key and pattern.fullmatch(key)), None)


def meaning_of(title: str) -> Meaning | None:
    """What one title says by itself; None where it is not known.

    A bracket may tell whose a place is, `City (host)`, and a title hold two things, `城市、国家`.
    """
    title = title.strip()
    if title in _SIGNS:
        return "number"
    plain = _BRACKET.sub("", title) or title
    meaning = _joint(plain) or _in_both(plain) or meaning_of_key(title_key(plain))
    if bracket := _BRACKET.search(title):
        inside = meaning_of_key(title_key(bracket[1]))
        if inside in ("host", "partner") and meaning in (*_EITHER_SIDE, "partner", "host"):
            return inside
    if meaning in _EITHER_SIDE and _OUR_SIDE.fullmatch(plain):
        return "host"
    if meaning in ("place", "above", None) and _OTHER_SIDE.fullmatch(plain):
        return "partner"
    return meaning


def _joint(text: str) -> Meaning | None:
    """What the title of a column says that holds more than one thing: Sister city, country."""
    parts = _JOINT.split(text)
    meanings = {meaning_of_key(title_key(p)) for p in parts} if len(parts) > 1 else set()
    if "country" in meanings and meanings & {"partner", "place"}:
        return "partner" if "partner" in meanings else "place"
    if "partner" in meanings and meanings <= {"partner", "place", "above"}:
        return "partner"
    if meanings and meanings <= {"place", "above"}:
        return "above" if meanings == {"above"} else "place"
    return None


def _in_both(text: str) -> Meaning | None:
    """What a title says twice, in Chinese and in English: 伙伴城市 Partner city."""
    words = (" ".join(pattern.findall(text)) for pattern in _WORDS)
    meanings = [meaning_of_key(title_key(part)) for part in words if part]
    return meanings[0] if len(meanings) > 1 and len(set(meanings)) == 1 else None


def named_meaning(title: str) -> Meaning | None:
    """What a title of named columns says, or what it ends in: `results.bindings.city.value`.

    The language that it is in is no part of it: `name_en`.
    """
    found = column_of(title) or meaning_of(title) or meaning_of_key(title_keys(title)[-1])
    plain = _IN_LANGUAGE.sub("", title)
    return found or (named_meaning(plain) if plain != title else None)


def is_known(title: str) -> bool:
    """Whether a title says something beyond doubt, be it that the column is passed over."""
    return named_meaning(title) not in (None, "other", "place", "above")


def is_of_partner(title: str) -> bool:
    """Whether a title says that a thing is the partner's: destination country, 友城所在国."""
    return bool(_OF_PARTNER.match(title_keys(title)[-1]))


def is_facility(title: str) -> bool:
    """Whether a title calls what its column names an airport, a station, a consulate, a school."""
    return bool(_FACILITY.fullmatch(title_keys(title)[-1]))


def with_labels(titles: Sequence[str]) -> list[int]:
    """The indices of the titles, without columns whose names another one holds: `x`, `xLabel`."""
    names = [title.removesuffix(".value") for title in titles]
    labelled = {title_key(name) for name in names if name.lower().endswith("label")}
    return [
        i
        for i, name in enumerate(names)
        if name.lower().endswith("label") or title_key(name) not in labelled
    ]


def column_of(title: str) -> Column | None:
    """What rows state in the column, told by the title or what it ends in; None if in doubt."""
    found = (meaning_of_key(key) for key in title_keys(title))
    return next((c for m in (meaning_of(title), *found) for c in COLUMNS if c == m), None)


def with_parents(
    titles: Sequence[str], meanings: Sequence[Meaning | None]
) -> tuple[Meaning | None, ...]:
    """The meanings, where of several partners one is a division: 外方省州 beside 外方城市."""
    theirs = [i for i, meaning in enumerate(meanings) if meaning == "partner"]
    above = {i for i in theirs if _DIVISION_TITLE.fullmatch(place_name(titles[i]).simple)}
    if len(above) == len(theirs):
        return tuple(meanings)
    return tuple("parent" if i in above else m for i, m in enumerate(meanings))
