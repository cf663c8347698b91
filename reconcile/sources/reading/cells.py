"""Table cells understood by what they are: dates, countries, numbers, remarks, places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reconcile.dates import DateText, find_dates
from reconcile.places.countries import CountryName, find_code, is_continent
from reconcile.places.country_in_text import find_country
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import has_han
from reconcile.sources.blocks import Cell
from reconcile.sources.inline import Inline, without_footnotes
from reconcile.sources.reading.brackets import Asides, says_ended

Role = Literal[
    "empty", "date", "number", "continent", "country", "host", "place", "entry", "latin", "text"
]

_HOST_MARK = re.compile(r"\s*[〖【](?P<host>[^〖〗【】]+)[〗】]\s*[-–—:：]*\s*")
_AFTER_HOST = re.compile(
    # A bracket tells hosts apart in English, Gangnam (Seoul), and where it names a division.
    r"\s*(?:[:：]|(?<![A-Za-zÀ-ỹ]\s)[（(][^（）()]*(?<![州省縣县府道郡畔])[)）]|[（(][^（）()]*\d[^（）()]*[)）]|"
    r"\[\s*\d+\s*\]|"
    r"的?(?:對外|对外|國際|国际)*(?:友好|姐妹|姊妹|姉妹|友城|結好|结好)"
    r"(?:友好|姐妹|姊妹|姉妹|都市|城市|城|省州|省|州|縣|县|市|關係|关系|和|與|与|及|、|或)*"
    r"(?:列表|一覽表?|一览表?|名單|名单)?(?:[現现]?有|包括|如下|[為为是]|分[別别]是)?|列表|一覽表?|一览表?|"
    r"(?:以?及|[和與与])(?:其|[^，,。；;]{2,8}?)?[所下]?[轄辖屬属](?:下|各|的|地|級|级|城|市|州|縣|县|區|区){1,6}|"
    r"[締缔結结][約约結结好盟]情[況况]表?|"
    r"(?:目前|現|现|已|經|经|先後|先后|共)*[與与和同](?:以下|下列|如下|\d+多?[個个座])[^，,、。；;]{0,12}"
    r"(?:締結|缔结|結|结|建立)[^，,、。；;]{0,12}|"
    r"(?:['’]s?)?\s+(?:sister|twin|partner)\s+(?:cities|towns)|"
    r"\s+(?:is|are|has been)\s+(?:\w+\s+)?(?:twinned|paired|partnered|a sister city)"
    r"(?:\s+(?:with|to|of))?(?:\s+the following(?: \w+)?)?)+\s*$",
    re.IGNORECASE,
)
_BEFORE_HOST = re.compile(
    r"\s*(?:list of\s+)?(?:sister|twin|partner|friendship)[ -](?:cities|towns|regions)"
    r"(?:\s+and\s+(?:sister|twin) (?:cities|towns))?\s+(?:of|in|for)\s+|"
    r"\s*(?:(?:以下|下列|下面|[本此这這該该](?:列?表|頁|页|條目|条目))(?:是|[為为]|列出|收[錄录]|列[舉举])了?)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:No\.?\s*|第)?\d{1,3}\s*[.、]?\s*", re.IGNORECASE)
_BESIDE_DATE = re.compile(
    r"(?:再次|重新)?(?:復簽|复签|續簽|续签|重簽|重签|簽署|签署|簽訂|签订|簽約|签约|締結|缔结|結好|结好|結為|结为|結成|结成|"
    r"建立|成立|正式|友好|關係|关系|協議|协议|意向[書书]?|備忘錄|备忘录|起|以來|以来|開始|开始|至今|現在|现在|今|約|约|左右|前後|前后|[日月年期及和與与]|"
    r"終止|终止|中止|解除|已|於|于|自|從|从|since|from|signed|established|renewed|terminated|ended|"
    r"until|present|now|and|on|in|to|circa|c\.|ca\.|[\s\W])*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:友好|合作|交流)?(?:協議|协议|備忘|备忘|意向)書?书?錄?录?|(?:友好|姐妹|姊妹)(?:城市|省州|關係|关系|交流|合作)+|"
    r"(?:簽署|签署|簽訂|签订|恢復|恢复).*|.*[。！？].*|"
    r"(?:\d{4}|[〇零○一二三四五六七八九]{4}|.{2,4}世[紀纪].{1,3})\s*年代.*|\d{4}s|"
    r"[（(]?(?:註|注|備註|备注|附註|附注|說明|说明|(?:資料|资料|數據|数据)?(?:來源|来源)|notes?|sources?)"
    r"\s*\d*\s*[:：].*|"
    r"[總总合]?[共計计]\s*[:：]?\s*\d+\s*[個个對对座組组].{0,8}|"
    r"正[在式]?(?:商|洽|磋|籌|筹|申|審|审|協|协|接).*|(?:商談|商谈|洽談|洽谈|磋商|籌備|筹备|申請|申请|審批|审批)中",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[（(]?(?:[無无]|[暫暂尚][無无缺]|[没沒]有|none|n/?a|nil|unknown|tb[acd]|"
    r"(?:資料|资料|日期|時間|时间|年份)?(?:待[定考查補补]|[不未](?:詳|详|明|知|定)|[暫暂]?缺|從缺|从缺|[暫暂][無无]))[)）]?",
    re.IGNORECASE,
)
_LIST = re.compile(r"[；;、\n]")
_LONGEST_NAME = 40
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class RoleCell:
    """A cell with its role and what was recognised in it; of several dates, `date` is the first."""

    role: Role
    content: Inline
    line: int
    header: bool = False
    date: DateText | None = None
    country: CountryName | None = None
    dates: tuple[DateText, ...] = ()


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row says: cells for host, country, partner and date, as far as there are any.

    `kind` is `header` (column titles), `empty` (nothing at all), `host` (opens a block and names
    no partner), `group` (one text across all columns: a host, a country, a continent), `aside`
    (a remark or a total), `section` (names a section and no more), or `row`. The last four come
    from named columns alone (see `named.py`).
    """

    kind: Literal["header", "empty", "host", "group", "aside", "section", "row"]
    host: RoleCell | None = None
    country: RoleCell | None = None
    parent: RoleCell | None = None
    partner: RoleCell | None = None
    date: RoleCell | None = None
    notes: tuple[RoleCell, ...] = ()
    section: RoleCell | None = None
    code: RoleCell | None = None
    target: str | None = None
    ended: bool = False


def at_home(text: str, home: HomePlaces) -> bool:
    """Whether a Chinese or English text names a place of the home country."""
    text = text.strip()
    return home.is_home(text) if has_han(text) else bool(text and home.find_en(text))


def role_of(cell: Cell) -> RoleCell:
    """The role of one cell by its content alone."""
    content = without_footnotes(cell.content)
    text = content.text.strip()
    dates = find_dates(content.text)
    country = find_country(text) if text else _flag_country(content)
    links = content.links
    role: Role = "place"
    if not text.strip(" -–—·*|?？") or _NOTHING.fullmatch(text):
        role = "country" if country else "empty"
    elif dates and _BESIDE_DATE.fullmatch(_without(content.text, dates)):
        ended_only = says_ended(text) and Asides(content, chinese=True).date is None
        role = "text" if ended_only else "date"
    elif _NUMBER.fullmatch(text):
        role = "number"
    elif _HOST_MARK.fullmatch(text):
        role = "host"
    elif is_continent(text):
        role = "continent"
    elif country is not None:
        role = "country"
    elif (
        (not dates and max(map(len, _LIST.split(text))) > _LONGEST_NAME)
        or _REMARK.fullmatch(text)
        or _is_ending(text)
    ):
        role = "text"
    elif not has_han(text):
        role = "latin" if any(c.isalpha() for c in text) else "text"
    elif dates or (len(links) > 1 and find_country(text[: links[0].end].strip())):
        role = "entry"
    first = dates[0] if role == "date" else None
    return RoleCell(role, content, cell.line, cell.header, first, country, dates)


def _without(text: str, dates: Sequence[DateText]) -> str:
    for found in dates:
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _flag_country(content: Inline) -> CountryName | None:
    """The country whose flag is all that a cell shows."""
    return flag_country(content) if content.flags else None


def flag_country(content: Inline) -> CountryName | None:
    """The country of the first flag that a text shows, by its name or code."""
    for flag in content.flags:
        if found := find_country(flag.name):
            return found
        if code := find_code(flag.name):
            return CountryName(code.iso, "short", flag.name)
    return None


def _is_ending(text: str) -> bool:
    """已终止, or 1995年终止 where that is not taken for a date."""
    return says_ended(text) and bool(_BESIDE_DATE.fullmatch(_without(text, find_dates(text))))


def host_text(content: Inline) -> tuple[int, int]:
    """The span of the host's name, without 〖〗, dashes, counts and `友好城市` around it."""
    match = _HOST_MARK.fullmatch(content.text)
    if match:
        return match.span("host")
    start = len(content.text) - len(content.text.lstrip())
    if lead := _BEFORE_HOST.match(content.text):
        start = lead.end()
    shown = content.text[start:]
    rest = (_AFTER_HOST.sub("", shown) if len(shown) < _LONGEST_TITLE else shown).rstrip()
    return start, start + len(rest or content.text[start:].rstrip())


def shown_host(cell: RoleCell) -> str:
    """The host's name that a cell shows."""
    start, end = host_text(cell.content)
    return cell.content.text[start:end]
