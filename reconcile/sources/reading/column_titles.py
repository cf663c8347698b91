"""Title rows of the tables on pages: which rows they are, and what they say of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reconcile.places.countries import name_of
from reconcile.places.country_in_text import country_prefix, find_country
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import has_han, to_simplified
from reconcile.sources.blocks import Column, Row
from reconcile.sources.formats.columns.meaning import title_of
from reconcile.sources.inline import without_footnotes

Title = Column | Literal["place", "above", "number", "continent"]

_NUMBER = re.compile(r"(?:序|編|编|番)?[號号]碼?码?|序|項次|项次|no\.?|nr\.?|#|№|num(?:ber)?", re.I)
_CONTINENT = re.compile(r"(?:所[在屬属])?[大各]?洲(?:別|别|份)?|continent", re.I)
_OUR_SIDE = re.compile(
    r"(?:己|我|中|本)方.*|[我本][省市州縣县區区].*|(?:中國|中国|我國|我国|本國|本国|國內|国内|本地)(?!以外|外).*"
)
_OTHER_SIDE = re.compile(r"(?:對|对|外)方(?!國|国).*[區区州省市縣县]")
_FLAG = re.compile(r"(?:國|国)?旗(?:幟|帜)?|flags?", re.I)
_JOINT = re.compile(r"\s*(?:[,，、/／+＋&·]|\band\b|[和及與与])\s*")
_FOREIGN_NAME = re.compile(
    r"(?:英文|外文|英語|英语|原文|當地|当地|外語|外语|官方|拉丁)(?:名稱?|名称|城市名|譯名|译名|語名|语名)?|"
    r"(?:english|original|native|local|chinese|japanese|german)\s*(?:name)?|"
    r"圖片|图片|照片|image|類型|类型|性質|性质|級別|级别|type|kind|level|"
    r"簽署[人者地].*|签署[人者地].*|締結地點|缔结地点|地點|地点|reference|references|refs?\.?|來源|来源|資料來源|资料来源|出典",
    re.I,
)
_TITLE_WORDS = re.compile(
    r"(?:我國|我国|本國|本国|中國|中国|外國|外国|己方|對方|对方|省級|省级|國家|国家|國別|国别|地區|地区|區域|区域|"
    r"行政區|行政区|省份|省區|省区|州|省|市|城市|縣|县|友好|友城|姐妹|姊妹|姉妹|都市|名稱|名称|締結|缔结|締約|缔约|結好|结好|"
    r"結成|结成|建立|簽署|签署|簽訂|签订|提携|日期|時間|时间|年份|年月日|年月|序號|序号|編號|编号|備註|备注|備考|洲別|洲别|所在|"
    r"關係|关系|國|国|洲|日|年|正式|或|和|及|與|与|/|／|、|\s|的|方)+"
)
_OTHER_TOPIC = re.compile(
    r"人口|面積|面积|海拔|[總总]?領事|领事|[使領领]館|[使领]馆|大使|學校|学校|大學|大学|港口|航線|航线|機場|机场|"
    r"企業|企业|圖書館|图书馆|博物館|博物馆|醫院|医院|公園|公园|"
    r"\b(?:population|area|gdp|density|consul\w*|embass\w+|universit\w+|schools?|ports?|airports?|"
    r"airlines?|mayors?|elevation|football|stadium)\b",
    re.IGNORECASE,
)


_LONGEST_LABEL = 60


def is_titles(row: Row) -> bool:
    """Whether a row holds column titles: marked as such, or made of title words only."""
    shown = [t for c in row.cells if (t := without_footnotes(c.content).text.strip())]
    if not shown:
        return all(c.header for c in row.cells)
    if len(set(shown)) == 1 and not _is_title(shown[0]):
        return False
    if all(c.header for c in row.cells):
        return not any(find_country(t) for t in shown) or len(set(shown)) > 2
    return len(shown) >= 2 and all(map(_is_title, shown))


def _is_title(text: str) -> bool:
    if len(text) > _LONGEST_LABEL:
        return False
    if has_han(text):
        return bool(_TITLE_WORDS.fullmatch(text) or _FOREIGN_NAME.fullmatch(text))
    title = read_title(text)
    return title is not None and (title != "place" or len(text.split()) == 1)


def read_title(text: str, home: HomePlaces | None = None) -> Title | None:
    """What a title says of its column. With `home`, one that names the home country: its places."""
    text = re.sub(r"\s*[(（［\[][^()（）［］\[\]]*[)）］\]]\s*", "", text.strip()) or text.strip()
    if _NUMBER.fullmatch(text):
        return "number"
    if _CONTINENT.fullmatch(text):
        return "continent"
    if _FOREIGN_NAME.fullmatch(text):
        return "note"
    title: Title | None = _joint(text) or title_of(text)
    if _FLAG.fullmatch(text):
        return "country"
    if title in ("place", "above", "section", None) and _OUR_SIDE.fullmatch(text):
        return "host"
    if title in ("place", "above", None) and _OTHER_SIDE.fullmatch(text):
        return "partner"
    if home is None or title not in ("place", "above", "section", "host", None):
        return title
    if _names_home(text, home):
        return "host"
    return "partner" if _names_other(text, home) else title


def _joint(text: str) -> Title | None:
    """What the title of a column says that holds more than one thing: Sister city, country."""
    parts = _JOINT.split(text)
    kinds = {title_of(p) for p in parts} if len(parts) > 1 else set()
    if "country" in kinds and kinds & {"partner", "place"}:
        return "partner" if "partner" in kinds else "place"
    return "above" if kinds == {"above"} else None


def _names_home(text: str, home: HomePlaces) -> bool:
    names = (name_of(home.country, "zh-Hans"), name_of(home.country, "en"))
    return to_simplified(text).startswith(names[0]) or text.startswith(names[1])


def _names_other(text: str, home: HomePlaces) -> bool:
    """Whether a title speaks of another country's places: 中国城市, where Germany is at home."""
    named = country_prefix(text)
    return named is not None and named[0].iso != home.country and named[1] < len(text)


def tells_other_topic(titles: Sequence[str]) -> bool:
    """Whether a table's titles, or a heading, are about something else than partners."""
    return any(_OTHER_TOPIC.search(t) for t in titles) and not any(
        title_of(t) == "partner" for t in titles
    )


_OTHER_HEADING = re.compile(
    r"(?:友好|姐妹|姊妹|締盟)(?:港|學校|学校|院校|校|機場|机场|圖書館|图书馆|公園|公园|區域|景區|景区|企業|企业)|領事|领事|[使領领]館|"
    r"[使领]馆|人口|航線|航线|"
    r"^(?:行政區劃|行政区划|下轄.*|下辖.*|地理.*|自然.*|氣候|气候|環境|环境|歷任.*|历任.*|歷史.*|历史.*|沿革|"
    r"教育|科[技學学].*|文化|體育|体育|經濟|经济|[產产][業业]|交通.*|政治|政府|軍事|军事|[語语]言|宗教|民族|"
    r"名[稱称](?:由[來来])?|旅遊|旅游|名[勝胜]古[蹟迹]|[風风]景名[勝胜]|[飲饮]食|特[產产]|[著知]名人物|人物|名人)$|"
    r"^(?:administrative divisions|districts|geography|climate|education|economy|mayors|"
    r"history|etymology|transport(?:ation)?|infrastructure|culture|sports?|government|politics|"
    r"notable (?:people|residents)|media|tourism|religion)$|"
    r"\b(?:sister|twin|partner) (?:ports?|schools?|universit\w+|airports?|parks?|libraries)\b|"
    r"\b(?:consulates?|embassies|demographics)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:國際|国际|國外|国外|海外|境外|對外|对外)?(?:(?:友好|姐妹|姊妹|姉妹|交流|合作|友誼|友谊|友城)(?:關係|关系)?(?:的)?"
    r"(?:城市|都市|省州|省|州|縣|县|市|城|地區|地区)?(?:和|及|與|与|、|/|或)?)+(?:列表|一覽|一览)?"
    r"\s*(?:[(（].{0,12}[)）])?\s*[:：]?|"
    r"(?:international )?(?:sister|twin|twinned|partner|friendship) (?:cities|towns|city|regions|"
    r"municipalities)(?: and (?:sister|twin|partner|friendship) (?:cities|towns))?\s*:?",
    re.IGNORECASE,
)


_FORMER = re.compile(
    r"(?:前|原|曾經|曾经|過去|过去|已終止|已终止|已結束|已结束|終止|终止|former|past|terminated|ended|"
    r"inactive|defunct|suspended)的?\s*",
    re.IGNORECASE,
)


_BELOW = re.compile(r"(?:副省|地|市|縣|县|區|区|州|盟|旗)[級级]")


_LEVELS = re.compile(
    r"(?:副?省|地|市|縣|县|區|区|州|盟|旗|[和及與与、/])+[級级](?:城市|行政[區区]|政府|友好城市|友城)?"
    r"\s*(?:[(（].{0,12}[)）])?\s*[:：]?"
)


def is_level(label: str) -> bool:
    """Whether a line names a level of administration, as a heading would: 省级, 市级（12对）."""
    return bool(_LEVELS.fullmatch(label.strip()))


def is_below(heading: str) -> bool:
    """Whether what stands under a heading is of places below a province: 市级, 副省级城市."""
    return bool(_BELOW.search(heading))


def is_former(label: str) -> bool:
    """Whether a heading or label says that what stands below has ended: Former sister cities."""
    match = _FORMER.match(label.strip())
    return bool(match) and is_label(label)


def heads_other_topic(heading: str) -> bool:
    """Whether what stands under a heading is about something else than partner places."""
    return bool(_OTHER_HEADING.search(heading))


def is_label(text: str) -> bool:
    """Whether a line only says that what follows are partners: 友好城市：, Sister cities."""
    text = text.strip()
    lead = _FORMER.match(text)
    return len(text) <= _LONGEST_LABEL and bool(
        _LABEL.fullmatch(text[lead.end() :] if lead else text)
    )
