"""Table cells understood by what they are: dates, countries, numbers, remarks, places."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from reconcile import vocabulary as terms
from reconcile.dates import DateText, find_dates
from reconcile.places.countries import CountryName, is_continent
from reconcile.places.home.base import HomePlaces
from reconcile.scripts import has_han
from reconcile.sources.blocks import Cell
from reconcile.sources.inline import Inline, Span, without_footnotes
from reconcile.sources.reading.brackets import Annotations
from reconcile.sources.reading.countries import (
    country_of,
    country_within,
    flag_country,
    may_be_partner,
)
from reconcile.sources.reading.hosts import host_span, is_at_home, is_marked_host
from reconcile.sources.reading.remarks import is_ended

Role = Literal[
    "empty", "date", "number", "continent", "country", "host", "place", "entry", "latin", "text"
]
"""What a cell is by its content: `entry` a name with more, `latin` a name in Latin letters."""

_NUMBER = re.compile(
    rf"\s*(?:No\.?\s*|第)?\d{{1,3}}\s*(?:[.、]|(?:{terms.COUNTERS_ZH})(?:国家|國家|城市|友城)?)?\s*",
    re.IGNORECASE,
)
_BESIDE_DATE = re.compile(
    rf"(?:再次|重新)?(?:{terms.RENEWED_ZH}|{terms.SIGNED_ZH}|{terms.CONCLUDED_ZH}|{terms.ENDED_ZH}|{terms.FROM_ZH}|{terms.SINCE_ZH}|"
    rf"(?:{terms.PAPERS_ZH})[書书錄录]?|正式|友好|關係|关系|開始|开始|至今|現在|现在|今|約|约|[日月年期及和與与]|已|"
    rf"{terms.RENEWED_EN}|dates?|of|affiliation|agreement|signing|signature|twinning|since|from|signed|established|terminated|ended|"
    r"until|present|now|and|on|in|to|circa|c\.|ca\.|[\s\W])*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    rf"(?:友好|{terms.COOPERATION_ZH})?(?:{terms.PAPERS_ZH})書?书?錄?录?|"
    rf"(?:{terms.TWINNED_ZH})(?:城市|省州|關係|关系|{terms.COOPERATION_ZH})+|"
    r"(?:簽署|签署|簽訂|签订|恢復|恢复).*|.*[。！？].*|"
    rf"(?:\d{{4}}|[{terms.HAN_DIGITS}]{{4}}|.{{2,4}}世[紀纪].{{1,3}})\s*年代.*|\d{{4}}s|"
    rf"[（(]?(?:{terms.BELOW_TABLES}).*|"
    rf"[總总合]?[共計计]\s*[:：]?\s*\d+\s*(?:{terms.COUNTERS_ZH}).{{0,8}}|"
    r"正[在式]?(?:商|洽|磋|籌|筹|申|審|审|協|协|接).*|(?:商談|商谈|洽談|洽谈|磋商|籌備|筹备|申請|申请|審批|审批)中",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"[（(]?(?:[無无]|{terms.NONE_ZH}|[暫暂尚]缺|none|n/?a|nil|unknown|tb[acd]|"
    r"(?:資料|资料|日期|時間|时间|年份)?(?:待[定考查補补]|[不未](?:詳|详|明|知|定)|[暫暂]?缺|從缺|从缺|[暫暂][無无]))[)）]?",
    re.IGNORECASE,
)
_LIST = re.compile(r"[；;、\n]")
_LONGEST_NAME = 40


@dataclass(frozen=True)
class CellReading:
    """A cell, read once. What nobody asks for is not worked out.

    `content` is what it shows without footnote marks; `home` tells which places are the hosts'.
    `of_column` is the date that it states, where the others of its column tell.
    """

    content: Inline
    line: int
    header: bool = False
    home: HomePlaces | None = field(default=None, repr=False, compare=False)
    of_column: DateText | None = None

    @cached_property
    def text(self) -> str:
        """What it shows, without the blanks around it."""
        return self.content.text.strip()

    @cached_property
    def dates(self) -> tuple[DateText, ...]:
        """The dates in it; offsets are those of `content`."""
        return find_dates(self.content.text)

    @cached_property
    def country(self) -> CountryName | None:
        """The country that the whole of it names, or whose flag is all that it shows."""
        return country_of(self.text) if self.text else flag_country(self.content)

    @cached_property
    def stated_country(self) -> CountryName | None:
        """The country that it states as the cell of a country, among other words too."""
        return self.country or country_within(self.text)

    @cached_property
    def host(self) -> Span:
        """The span of the name, if it names a host."""
        return host_span(self.content.text)

    @cached_property
    def at_home(self) -> bool:
        """Whether it names a place of the home country."""
        return self.home is not None and is_at_home(self.host.of(self.content.text), self.home)

    @cached_property
    def role(self) -> Role:
        """What it is by its content alone: the first of the rules that fits."""
        return next((role for role, fits in _ROLES if fits(self)), "place")

    @cached_property
    def beside_dates(self) -> str:
        """Its text with the dates blanked."""
        text = self.content.text
        for found in self.dates:
            text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
        return text


def read_cell(cell: Cell, home: HomePlaces) -> CellReading:
    """The reading of a cell of a table."""
    return CellReading(without_footnotes(cell.content), cell.line, cell.header, home, cell.date)


def _is_blank(cell: CellReading) -> bool:
    return not cell.text.strip(" -–—·*|?？") or bool(_NOTHING.fullmatch(cell.text))


def _is_date(cell: CellReading) -> bool:
    return bool(cell.dates) and bool(_BESIDE_DATE.fullmatch(cell.beside_dates))


def _is_end(cell: CellReading) -> bool:
    """已终止, or a date of which the words say that it is the end alone: 1995年终止."""
    if not is_ended(cell.text) or not _BESIDE_DATE.fullmatch(cell.beside_dates):
        return False
    return not cell.dates or Annotations(cell.content, chinese=True).date is None


def _is_country(cell: CellReading) -> bool:
    """A country that is a place of the home country (澳門) is a place."""
    return cell.country is not None and not (may_be_partner(cell.country) and cell.at_home)


def _is_remark(cell: CellReading) -> bool:
    if _REMARK.fullmatch(cell.text):
        return True
    return not cell.dates and max(map(len, _LIST.split(cell.text))) > _LONGEST_NAME


def _is_latin(cell: CellReading) -> bool:
    return not has_han(cell.text) and any(map(str.isalpha, cell.text))


def _is_entry(cell: CellReading) -> bool:
    """A name with its date, or with its country in a link of its own."""
    links = cell.content.links
    if cell.dates:
        return True
    return len(links) > 1 and bool(country_of(cell.content.text[: links[0].end].strip()))


_ROLES: tuple[tuple[Role, Callable[[CellReading], bool]], ...] = (
    ("country", lambda c: _is_blank(c) and c.country is not None),
    ("empty", _is_blank),
    ("text", _is_end),
    ("date", _is_date),
    ("number", lambda c: bool(_NUMBER.fullmatch(c.text))),
    ("host", lambda c: is_marked_host(c.text)),
    ("continent", lambda c: is_continent(c.text)),
    ("country", _is_country),
    ("text", _is_remark),
    ("latin", _is_latin),
    ("text", lambda c: not has_han(c.text)),
    ("entry", _is_entry),
)
"""What a cell can be, and how that is told; one that is nothing of this is a place."""
