"""What the columns of a table hold: told by its titles, and by where home places stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reconcile.places.home.base import HomePlaces
from reconcile.places.placename import place_name
from reconcile.sources.reading.cells import CellReading, Role
from reconcile.sources.reading.column_titles import TitleRow, mention_other_topic
from reconcile.sources.reading.countries import flag_country, may_be_partner
from reconcile.sources.reading.headings import is_label
from reconcile.sources.reading.hosts import is_at_home
from reconcile.sources.titles import Meaning, is_facility, with_parents

Titles = tuple[Meaning | None, ...]
Side = Literal["first", "last"]
Body = Sequence[Sequence[CellReading]]
"""The cells of the rows of a table that are no titles."""

_USUAL_ROLES: tuple[tuple[tuple[Role, ...], Meaning], ...] = (
    (("date",), "date"),
    (("country",), "country"),
    (("number",), "number"),
    (("continent",), "continent"),
    (("place", "latin", "entry"), "place"),
)
"""What most cells of a column are, and what it then holds where no title says so."""
_CODE = re.compile(r"[A-Z0-9]{0,4}")
_EITHER_SIDE: Titles = ("place", "above", "section")
"""Titles that cells can settle: whose the place is, or the division above it."""
_DIVISIONS: Titles = ("above", "parent", "section")
_PLACES: Titles = (*_EITHER_SIDE, "host", "partner", "parent", None)
"""Titles below which the places of either side may stand."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What titles and cells of one table say of its columns.

    `titles` are what the columns hold, empty where no titles say so. `host` is where the host
    stands among the places of a row whose cells may have slid: first, last, or nowhere.
    `by_country` tells that rows with a country alone head others.
    """

    titles: Titles = ()
    host: Side | None = None
    parent_follows: bool = False
    by_country: bool = False


def lists_partners(heads: Sequence[TitleRow], body: Body, home: HomePlaces, heading: str) -> bool:
    """Whether a table lists partners, and nothing else such as inhabitants or consulates.

    `heads` are its rows of titles, `body` the cells of the others; `heading` is the section's.
    """
    titles = [(t, m) for row in heads for t, m in zip(row.texts, row.meanings, strict=True) if t]
    named = any(meaning == "partner" and is_facility(text) for text, meaning in titles)
    if not named and mention_other_topic([text for text, _ in titles]):
        return False
    meanings = {meaning for _, meaning in titles}
    telling = not meanings.isdisjoint(("partner", "host", "country"))
    if not titles or telling or meanings >= {"place", "date"} or is_label(heading):
        return True
    if not meanings.isdisjoint(("place", "above")):
        return _begins_at_home(body, home)
    return meanings <= {None, "note", "number"} and _mostly_with_country(body)


def _begins_at_home(body: Body, home: HomePlaces) -> bool:
    """Whether a place of the home country stands in one of the first columns."""
    return any(is_at_home(c.content.text, home) for cells in body for c in cells[:2])


def _mostly_with_country(body: Body) -> bool:
    return 2 * sum(any(map(_shows_country, cells)) for cells in body) >= len(body)


def _shows_country(cell: CellReading) -> bool:
    return cell.role == "country" or flag_country(cell.content) is not None


def learn(heads: Sequence[TitleRow], body: Body, *, hosted: bool) -> Columns:
    """What the columns of a table hold, from its titles and from where home places stand.

    `heads` are its rows of titles, `body` the cells of the others; `hosted` tells that a heading
    names the host already.
    """
    titles = _without_own_country(_named_by_cells(_titles(heads), body), body)
    host = _host_position(body, titles)
    if host is None and not hosted and (not titles or "host" in titles):
        host = "first"
    if "host" in titles:
        after = "partner" in titles and titles.index("host") > titles.index("partner")
        host = "last" if after else "first"
    titles = _settled(titles, body, host)
    follows = "parent" in titles and "partner" in titles[: titles.index("parent")]
    return Columns(titles, host, follows, _is_by_country(body))


def _titles(heads: Sequence[TitleRow]) -> Titles:
    """What the title rows say of each column: the lower row counts where there are two.

    Nothing where spans were lost, so that the rows do not stand under each other.
    """
    rows = list(dict.fromkeys(heads))
    if not rows or not _are_aligned([row.texts for row in rows]):
        return ()
    columns = zip(*(row.texts for row in rows), strict=True)
    texts = [next((t for t in reversed(column) if t), "") for column in columns]
    meanings = zip(*(row.meanings for row in rows), strict=True)
    return with_parents(texts, [_lowest(column) for column in meanings])


def _are_aligned(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the titles of several rows stand under each other.

    They do not where the rows differ in width, where no row has a title for a column, or where a
    lower one is filled from the left and ends early.
    """
    if len(rows) == 1:
        return True
    if len(set(map(len, rows))) > 1 or not all(map(any, zip(*rows, strict=True))):
        return False
    return not any(_ends_early(row) for row in rows[1:])


def _ends_early(row: Sequence[str]) -> bool:
    filled = sum(map(bool, row))
    return filled < len(row) and all(row[:filled])


def _lowest(column: Sequence[Meaning | None]) -> Meaning | None:
    """What two titles of a column say: the lower one, unless it is of either side."""
    known = [m for m in column if m is not None]
    return next((m for m in reversed(known) if m != "place"), known[-1] if known else None)


def _aligned(body: Body, titles: Titles) -> Body:
    """The rows that have a cell under each title."""
    return [cells for cells in body if len(cells) == len(titles)]


def _named_by_cells(titles: Titles, body: Body) -> Titles:
    """The titles, with those that could not be read told by what most cells below them are."""
    rows = _aligned(body, titles)
    out = list(titles)
    for i, title in enumerate(titles):
        own = title in _DIVISIONS and "country" not in out
        if own and _usual([cells[i] for cells in rows]) == "country":
            out[i] = "country"  # a State can be a country
    titles = tuple(out)
    for i, title in enumerate(titles):
        meaning = _usual([cells[i] for cells in rows]) if title is None and any(titles) else None
        if meaning == "place" and _has_partners(titles, rows) and not _are_known(i, rows):
            continue  # a remark
        sides = 2 if meaning == "place" and {"host", "partner"}.isdisjoint(out) else 1
        if meaning is not None and out.count(meaning) < sides:
            out[i] = meaning
    return tuple(out)


def _has_partners(titles: Titles, rows: Body) -> bool:
    """Whether a title names the partners: by itself, or over places that are not at home."""
    places = ([cells[i] for cells in rows] for i, title in enumerate(titles) if title == "place")
    return "partner" in titles or not all(map(_is_of_home, places))


def _are_known(i: int, rows: Body) -> bool:
    """Whether most of the cells of a column are home places, divisions, or known in the country."""
    filled = [cells for cells in rows if cells[i].role != "empty"]
    return 2 * sum(_is_known(cells[i], cells) for cells in filled) > len(filled)


def _is_known(cell: CellReading, cells: Sequence[CellReading]) -> bool:
    country = next((c.country for c in cells if c.country), None)
    name = place_name(cell.text, country.iso if country else None)
    return cell.at_home or bool(name.regions or name.places_there or name.known_there)


def _without_own_country(titles: Titles, body: Body) -> Titles:
    """The titles, without those of countries below which the home country alone stands."""
    out = list(titles)
    rows = _aligned(body, titles)
    for i, title in enumerate(titles):
        named = [c for c in (cells[i] for cells in rows) if c.country] if title == "country" else []
        if named and all(c.home and c.country and c.country.iso == c.home.country for c in named):
            out[i] = "aside"
    return tuple(out)


def _usual(cells: Sequence[CellReading]) -> Meaning | None:
    """What most of the cells of a column are; codes such as those of airports are no places."""
    roles: Counter[Role] = Counter(c.role for c in cells if c.role != "empty")
    usual = (m for kinds, m in _USUAL_ROLES if 2 * sum(roles[k] for k in kinds) > roles.total())
    found = next(usual, None)
    return None if found == "place" and all(_CODE.fullmatch(c.text) for c in cells) else found


def _host_position(body: Body, titles: Titles) -> Side | None:
    """Where home places stand in most rows that have two places."""
    rows = [_places(cells, titles) for cells in body]
    rows = [places for places in rows if len(places) > 1]
    first = sum(places[0].at_home for places in rows)
    last = sum(places[-1].at_home for places in rows)
    if max(first, last) * 2 <= len(rows):
        return None
    return "first" if first >= last else "last"


def _is_by_country(body: Body) -> bool:
    """Whether a country that can be no partner stands alone in a row."""
    rows = ([c for c in cells if c.role != "empty"] for cells in body)
    alone = [used[0] for used in rows if len({c.content.start for c in used}) == 1]
    return any(c.role == "country" and not may_be_partner(c.country) for c in alone)


def _places(cells: Sequence[CellReading], titles: Titles) -> list[CellReading]:
    """The cells that may name a host or a partner."""
    if len(cells) == len(titles):
        cells = [c for c, t in zip(cells, titles, strict=True) if t in _PLACES]
    return [c for c in cells if c.role in ("host", "place", "entry", "latin")]


# -- whose a place is ----------------------------------------------------------------------------


def _settled(titles: Titles, body: Body, host: Side | None) -> Titles:
    """The titles with `place` and `above` made host, section, parent or partner; () if unclear."""
    movable = (*_EITHER_SIDE, "partner") if titles.count("partner") > 1 else _EITHER_SIDE
    unsettled = [i for i, title in enumerate(titles) if title in movable]
    titles, unsettled = _home_settled(titles, unsettled, body, host)
    titles = _host_settled(titles, unsettled, host)
    titles = _partner_settled(titles, unsettled)
    for i in unsettled:
        if titles[i] in _EITHER_SIDE:
            titles = _with(titles, i, "parent")
    for i in [i for i, title in enumerate(titles) if title == "host"][:-1]:
        titles = _with(titles, i, "section")
    return titles if "partner" in titles else ()


def _with(titles: Titles, index: int, title: Meaning) -> Titles:
    return (*titles[:index], title, *titles[index + 1 :])


def _home_settled(
    titles: Titles, unsettled: Sequence[int], body: Body, host: Side | None
) -> tuple[Titles, list[int]]:
    """Columns of home places are the host's, or a section's above it; with what is unsettled."""
    rows = _aligned(body, titles)
    left = []
    for i in unsettled:
        hosted = host is not None or "host" in titles
        if (hosted and _is_of_home([row[i] for row in rows])) or _is_beside_host(i, titles):
            above = "host" in titles and titles[i] != "place"
            titles = _with(titles, i, "section" if above else "host")
        else:
            left.append(i)
    return titles, left


def _is_of_home(cells: Sequence[CellReading]) -> bool:
    """Whether most places in a column are the home country's."""
    places = [c for c in cells if c.role in ("place", "latin", "host")]
    return sum(c.at_home for c in places) * 2 > len(places)


def _is_beside_host(i: int, titles: Titles) -> bool:
    """Whether a division stands beside the host's column, and the partner has one of its own."""
    if titles[i] != "above" or "partner" not in titles:
        return False
    partner = titles.index("partner")
    beside = titles[max(i - 1, 0)] in ("host", "place")
    return beside and i < partner and "above" in titles[partner:]


def _host_settled(titles: Titles, unsettled: Sequence[int], host: Side | None) -> Titles:
    """Where no title is the host's: the place nearest to the partner, on the side of hosts."""
    if host is None or "host" in titles or "partner" not in titles:
        return titles
    partner = titles.index("partner")
    side = [i for i in unsettled if (i < partner) == (host == "first")]
    return _with(titles, side[-1], "host") if side and titles[side[-1]] == "place" else titles


def _partner_settled(titles: Titles, unsettled: Sequence[int]) -> Titles:
    """Where no title is the partner's: the last place that nothing else settled."""
    rest = [i for i in unsettled if titles[i] in _EITHER_SIDE]
    if "partner" in titles or not rest:
        return titles
    places = [i for i in rest if titles[i] == "place"] or rest
    return _with(titles, places[-1], "partner")
