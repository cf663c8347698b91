"""Title rows of the tables on pages: which rows they are, and what they say of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile import vocabulary as terms
from reconcile.places.countries import country_of_sign, name_of
from reconcile.places.home.base import HomePlaces
from reconcile.places.placename import place_name
from reconcile.scripts import has_han
from reconcile.sources.blocks import Row
from reconcile.sources.inline import without_footnotes
from reconcile.sources.reading.cells import read_cell
from reconcile.sources.reading.countries import country_at_start, country_of
from reconcile.sources.titles import SIDE, Meaning, is_facility, meaning_of

_TITLE_WORDS = re.compile(
    rf"(?:{terms.TWINNED_ZH}|{terms.DIVISIONS_ZH}|{terms.CONCLUDED_ZH}|{terms.SIGNED_ZH}|{terms.DATE_ZH}|{terms.NOTES_ZH}|"
    r"我國|我国|本國|本国|中國|中国|外國|外国|己方|對方|对方|省級|省级|國家|国家|國別|国别|區域|区域|"
    r"行政區|行政区|省份|省區|省区|名稱|名称|提携|序號|序号|編號|编号|洲別|洲别|所在|"
    r"關係|关系|國|国|洲|日|年|正式|或|和|及|與|与|/|／|、|\s|的|方)+"
)
_OTHER_TOPIC = re.compile(
    rf"人口|面積|面积|海拔|港口|航線|航线|{terms.CONSULATES_ZH}|{terms.SCHOOLS_ZH}|{terms.FACILITIES_ZH}|"
    r"\b(?:population|area|gdp|density|consul\w*|embass\w+|universit\w+|schools?|ports?|airports?|"
    r"airlines?|mayors?|elevation|football|stadium)\b",
    re.IGNORECASE,
)
_OF_AGREEMENT = re.compile(
    rf"{terms.TWINNED_ZH}|{terms.CONCLUDED_ZH}|{terms.SIGNED_ZH}|\b(?:{terms.TWINNED_EN})",
    re.IGNORECASE,
)
_LONGEST_TITLE = 60
_ON_PAGES: dict[Meaning, Meaning] = {"flag": "country", "other": "note"}
"""Pages show a country by its flag; what else a column may hold is a remark to a row."""
_EITHER_SIDE = ("place", "above", None)


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A row of titles, read once: what its cells show, and what each says of its column."""

    texts: tuple[str, ...]
    meanings: tuple[Meaning | None, ...]


def shown_texts(row: Row) -> tuple[str, ...]:
    """What the cells of a row show."""
    return tuple(c.content.text.strip() for c in row.cells)


def title_rows(rows: Sequence[Row], home: HomePlaces) -> list[TitleRow | None]:
    """The rows that hold titles, or repeat those of the table in cells that are not marked."""
    marked = _marked(rows, home)
    shown = [shown_texts(row) for row in rows]
    known = {texts for texts, head in zip(shown, marked, strict=True) if head}
    read = {texts: TitleRow(texts, tuple(read_title(t, home) for t in texts)) for texts in known}
    return [
        read[texts] if head or (any(texts) and texts in known) else None
        for texts, head in zip(shown, marked, strict=True)
    ]


def _marked(rows: Sequence[Row], home: HomePlaces) -> list[bool]:
    """Whether each row holds titles by itself, as the first of its table, or below such a row."""
    marked = [is_titles(row) for row in rows]
    first = next((i for i, row in enumerate(rows) if len(set(shown_texts(row)) - {""}) > 1), 0)
    if rows and not any(marked[: first + 1]):
        marked[first] = _heads(rows[first], rows[first + 1 :], home)
    for i, (above, row) in enumerate(pairwise(rows), 1):
        reached = above.cells and any(c.copied for c in row.cells) and marked[i - 1]
        marked[i] = marked[i] or bool(reached and _reaches(above, row) and _is_plain(row, home))
    return marked


def _reaches(above: Row, row: Row) -> bool:
    """Whether a cell of one row spans into the next."""
    starts = {c.content.start for c in above.cells}
    return any(c.copied and c.content.start in starts for c in row.cells)


def _is_plain(row: Row, home: HomePlaces) -> bool:
    """Whether no cell is what the cells of rows are: a country, a date, a number, a home place."""
    roles = {read_cell(c, home).role for c in row.cells}
    if not roles.isdisjoint(("country", "date", "number")):
        return False
    return not any(home.find(t) for t in shown_texts(row) if len(t) > 1 and has_han(t))


def _heads(row: Row, rows: Sequence[Row], home: HomePlaces) -> bool:
    """Whether a row that nothing marks holds the titles of those below.

    Two of its cells are titles beyond doubt; or each is filled and none is a country or a date,
    where most of those below are.
    """
    if not _is_plain(row, home):
        return False
    meanings = [read_title(text) for text in shown_texts(row)]
    if sum(m not in (None, "place", "above") for m in meanings) > 1:
        return True
    below = [
        [read_cell(c, home).role for c in r.cells] for r in rows if len(r.cells) == len(row.cells)
    ]
    told = [
        2 * sum(roles[i] in ("country", "date") for roles in below) > len(below)
        for i in range(len(row.cells))
    ]
    return all(shown_texts(row)) and sum(told) + any(m is not None for m in meanings) > 1


def is_titles(row: Row) -> bool:
    """Whether a row holds column titles: marked as such, or made of title words only."""
    shown = [t for c in row.cells if (t := without_footnotes(c.content).text.strip())]
    marked = all(c.header for c in row.cells)
    if not shown:
        return marked
    if len(set(shown)) == 1 and not _is_title(shown[0]):
        return False
    if marked:
        return not any(map(country_of, shown)) or len(set(shown)) > 2
    return len(shown) >= 2 and all(map(_is_title, shown))


def _is_title(text: str) -> bool:
    if len(text) > _LONGEST_TITLE:
        return False
    title = read_title(text)
    if has_han(text) and title in _EITHER_SIDE:
        return bool(_TITLE_WORDS.fullmatch(text))
    return title is not None and (title != "place" or len(text.split()) == 1)


def read_title(text: str, home: HomePlaces | None = None) -> Meaning | None:
    """What a title says of its column. With `home`, one that names the home country: its places."""
    text = terms.LAST_BRACKET.sub("", text.strip()) or text.strip()
    title = meaning_of(text)
    if home is not None and title in (*_EITHER_SIDE, "section", "host"):
        return _side_of(text, home) or title
    return _ON_PAGES.get(title, title) if title else None


def _side_of(text: str, home: HomePlaces) -> Meaning | None:
    """The side of a title that names a country: 中国城市 are partners where Germany is at home."""
    simple, side = place_name(text).simple, SIDE.fullmatch(place_name(text).simple)
    ours = name_of(home.country, "zh-Hans")
    if simple.startswith(ours) or (side and ours.startswith(side["whose"])):
        return "host"
    if text.startswith(name_of(home.country, "en")):
        return "host"
    return "partner" if titled_country(text) not in (None, home.country) else None


def titled_country(text: str) -> str | None:
    """The ISO code of the country whose places a title names: 中国城市, 法方."""
    if side := SIDE.fullmatch(place_name(text).simple):
        named = country_of(side["whose"])
        return named.iso if named else country_of_sign(side["whose"])
    stated = country_at_start(text)
    return stated.country.iso if stated and stated.span.end < len(text) else None


def of_facilities(head: TitleRow) -> TitleRow:
    """The titles of a list by country: its one column of airports or schools names the partners."""
    facilities = [i for i, text in enumerate(head.texts) if is_facility(text)]
    others = {m for i, m in enumerate(head.meanings) if i not in facilities}
    if len(facilities) != 1 or "country" not in others or others & {"partner", "place", "host"}:
        return head
    meanings = list(head.meanings)
    meanings[facilities[0]] = "partner"
    return replace(head, meanings=tuple(meanings))


def mention_other_topic(titles: Sequence[str]) -> bool:
    """Whether the titles of a table are about something else than partners."""
    other = any(_OTHER_TOPIC.search(t) for t in titles)
    return other and not any(meaning_of(t) == "partner" or _OF_AGREEMENT.search(t) for t in titles)
