"""What the columns of a table hold: told by its titles, and by where home places stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Row
from reconcile.sources.reading.cells import Role, RoleCell, at_home, flag_country, shown_host
from reconcile.sources.reading.column_titles import (
    Title,
    is_label,
    is_titles,
    read_title,
    tells_other_topic,
)

_TELLING: tuple[tuple[tuple[Role, ...], Title], ...] = (
    (("date",), "date"),
    (("country",), "country"),
    (("number",), "number"),
    (("continent",), "continent"),
    (("place", "latin", "entry"), "place"),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What titles and cells of one table say of its columns.

    `titles` are what the columns hold, empty where no titles say so. `host` is where the host
    stands among the places of a row whose cells may have slid: first, last, or nowhere.
    """

    titles: tuple[Title | None, ...] = ()
    host: Literal["first", "last"] | None = None
    parent_follows: bool = False


def find_heads(rows: Sequence[Row]) -> list[bool]:
    """Whether each row holds titles, or repeats those of the table in cells that are not marked."""
    marked = [is_titles(row) for row in rows]
    texts = {_texts(row) for row, head in zip(rows, marked, strict=True) if head}
    return [
        head or (any(_texts(row)) and _texts(row) in texts)
        for row, head in zip(rows, marked, strict=True)
    ]


def is_of_partners(
    heads: Sequence[Row], body: Sequence[Sequence[RoleCell]], home: HomePlaces, heading: str
) -> bool:
    """Whether a table lists partners, and nothing else such as inhabitants or consulates.

    `heads` are its rows of titles, `body` the cells of the others; `heading` is the section's.
    """
    shown = [t for row in heads for t in _texts(row) if t]
    if tells_other_topic(shown):
        return False
    told = {read_title(t, home) for t in shown}
    if told & {"partner", "host", "country"} or {"place", "date"} <= told or is_label(heading):
        return True
    if told - {None, "note", "number"} and "place" not in told and "above" not in told:
        return False
    if not shown or told & {"place", "above"}:
        first = [c.content.text for cells in body for c in cells[:2]]
        return not shown or any(at_home(text, home) for text in first)
    countries = sum(
        any((c.country and c.role == "country") or flag_country(c.content) for c in cells)
        for cells in body
    )
    return countries * 2 >= len(body)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(c.content.text.strip() for c in row.cells)


def learn(
    heads: Sequence[Row], body: Sequence[Sequence[RoleCell]], home: HomePlaces, *, hosted: bool
) -> Columns:
    """What the columns of a table hold, from its titles and from where home places stand.

    `heads` are its rows of titles, `body` the cells of the others; `hosted` tells that a heading
    names the host already.
    """
    titles = _by_content(_titles(heads, home), body)
    host = _host_position(body, home)
    if host is None and not hosted and (not titles or "host" in titles):
        host = "first"
    if "host" in titles:
        after = "partner" in titles and titles.index("host") > titles.index("partner")
        host = "last" if after else "first"
    titles = _settled(titles, body, home, host)
    follows = "parent" in titles and "partner" in titles[: titles.index("parent")]
    return Columns(titles, host, follows)


def _titles(rows: Sequence[Row], home: HomePlaces) -> tuple[Title | None, ...]:
    """What the title rows say of each column: the lower row counts where there are two.

    Nothing where the rows differ in width or one has a gap: there, spans were lost.
    """
    shown = list(dict.fromkeys(map(_texts, rows)))
    lost = len({len(x) for x in shown}) > 1 or (len(shown) > 1 and not all(map(all, shown)))
    if not shown or lost:
        return ()
    by_row = [[read_title(t, home) for t in row] for row in shown]
    return tuple(
        next((t for t in reversed(column) if t not in (None, "place")), column[-1])
        for column in zip(*by_row, strict=True)
    )


def _by_content(
    titles: tuple[Title | None, ...], body: Sequence[Sequence[RoleCell]]
) -> tuple[Title | None, ...]:
    """The titles, with those that could not be read told by what most cells below them are."""
    out = list(titles)
    for i, title in enumerate(titles):
        if title is not None or not any(titles):
            continue
        roles = Counter(cells[i].role for cells in body if len(cells) == len(titles))
        del roles["empty"]
        for kinds, meaning in _TELLING:
            wanted = 2 if meaning == "place" and not {"host", "partner"} & set(out) else 1
            if out.count(meaning) < wanted and sum(roles[k] for k in kinds) * 2 > roles.total():
                out[i] = meaning
    return tuple(out)


def _host_position(
    body: Sequence[Sequence[RoleCell]], home: HomePlaces
) -> Literal["first", "last"] | None:
    """Where home places stand in most rows that have two places."""
    first = last = total = 0
    for cells in body:
        places = [c for c in cells if c.role in ("host", "place", "entry", "latin")]
        if len(places) > 1:
            total += 1
            first += at_home(shown_host(places[0]), home)
            last += at_home(shown_host(places[-1]), home)
    if max(first, last) * 2 <= total:
        return None
    return "first" if first >= last else "last"


def _settled(
    titles: tuple[Title | None, ...],
    body: Sequence[Sequence[RoleCell]],
    home: HomePlaces,
    host: Literal["first", "last"] | None,
) -> tuple[Title | None, ...]:
    """The titles with `place` and `above` made host, section, parent or partner; () if unclear."""
    out = list(titles)
    movable = ("place", "above", "section", *(["partner"] if out.count("partner") > 1 else []))
    open_ = [i for i, t in enumerate(out) if t in movable]
    aligned = [cells for cells in body if len(cells) == len(out)]
    ours: list[int] = []
    for i in open_:
        cells = [c for row in aligned if (c := row[i]).role in ("place", "latin", "host")]
        known = sum(at_home(shown_host(c), home) for c in cells)
        by_home = bool(cells) and known * 2 > len(cells) and (host is not None or "host" in out)
        if by_home or _belongs_to_host(i, out):
            out[i] = "section" if "host" in out and out[i] != "place" else "host"
            ours.append(i)
    open_ = [i for i in open_ if i not in ours]
    if host and "host" not in out and "partner" in out:
        side = [i for i in open_ if (i < out.index("partner")) == (host == "first")]
        if side and out[side[-1]] == "place":
            out[side[-1]] = "host"
    rest = [i for i in open_ if out[i] in ("place", "above", "section")]
    if "partner" not in out and rest:
        places = [i for i in rest if out[i] == "place"] or rest
        out[places[-1]] = "partner"
    for i in rest:
        if out[i] in ("place", "above", "section"):
            out[i] = "parent"
    hosts = [i for i, t in enumerate(out) if t == "host"]
    for i in hosts[:-1]:
        out[i] = "section"
    return tuple(out) if "partner" in out else ()


def _belongs_to_host(i: int, titles: Sequence[Title | None]) -> bool:
    """Whether a division stands beside the host's column, and the partner has one of its own."""
    if titles[i] != "above" or "partner" not in titles:
        return False
    partner = titles.index("partner")
    beside = titles[max(i - 1, 0)] in ("host", "place")
    return beside and i < partner and "above" in titles[partner:]
