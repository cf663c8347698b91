"""Rewrites a parsed list in other formats: the same sections, hosts, rows, links and flags."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from urllib.parse import quote

from reconcile.models import ParsedSource, PartnerlessRow, Record, Section, Side
from reconcile.places.countries import name_of

ZH_TITLES = ("己方行政區", "國家", "對方行政區", "締結日期")


@dataclass(frozen=True)
class Line:
    """One row of a list, as far as every format can hold it."""

    section: str
    block: str
    host: str
    parent: str
    partner: str
    target: str | None
    country: str
    flag: str
    date: str
    notes: tuple[str, ...]
    ended: bool
    gap: bool
    """Whether a blank line stands before the row."""


def lines(source: ParsedSource) -> list[Line]:
    """All rows in source order, those without a partner too."""
    found: list[Record | PartnerlessRow] = [*source.records, *source.partnerless]
    return [_line(source, row) for row in sorted(found, key=lambda r: r.row_line)]


def _line(source: ParsedSource, row: Record | PartnerlessRow) -> Line:
    date = row.date_ref.text if row.date_ref else str(row.date or "")
    if isinstance(row, PartnerlessRow):
        country = row.country_text or ""
        return Line(
            row.section, row.block, row.host, "", "", None, country, "", date, (), False, False
        )
    return Line(
        row.section,
        row.block,
        row.host,
        row.parent if row.parent and row.partner.startswith(row.parent) else "",
        row.partner,
        row.target,
        row.country_text or "",
        row.code or "",
        date,
        tuple(n.text for n in row.notes),
        row.ended,
        row.gap_before,
    )


def rows(source: ParsedSource) -> list[dict[str, str]]:
    """One dict for each row: host, partner, country, date and section, empty where unknown."""
    return [
        {
            "host": line.host,
            "partner": line.partner,
            "country": line.country,
            "date": line.date,
            "section": line.section,
        }
        for line in lines(source)
    ]


@dataclass(frozen=True)
class Markup:
    """How a format writes what a list is made of."""

    heading: Callable[[int, str], str]
    link: Callable[[str, str], str]
    flag: Callable[[str, str], str]
    strike: Callable[[str], str]
    text: Callable[[str], str]
    table: Callable[[Sequence[Line], Markup], str]
    items: Callable[[str, Sequence[tuple[str, bool]], Markup], str]


def rewrite(source: ParsedSource, markup: Markup) -> str:
    """The list in another format: Chinese rows in tables, English ones in lists below hosts."""
    return write(source.document.side, source.sections, lines(source), markup)


def write(side: Side, sections: Sequence[Section], todo: list[Line], markup: Markup) -> str:
    """A list of some rows, under the headings of the sections in which they stand."""
    out: list[str] = []
    for section in sections:
        out.append(markup.heading(section.level, section.title))
        here, todo = _take(todo, section.title)
        if side == "zh":
            out += [markup.table(here, markup)] if here else []
            continue
        for _, block in groupby(here, key=lambda x: x.block):
            entries = list(block)
            items = [(_item(x, markup), x.gap) for x in entries]
            out.append(markup.items(entries[0].host, items, markup))
    assert not todo
    return "\n".join(out) + "\n"


def split(
    source: ParsedSource, cuts: Sequence[int], markups: Sequence[Markup]
) -> Iterator[tuple[str, Markup]]:
    """The list as several files, each cut before one of its rows; where one begins inside of a
    section or a block, it says its heading and host again.
    """
    rows = lines(source)
    ends = [0, *cuts, len(rows)]
    titles = [s.title for s in source.sections]
    for (start, end), markup in zip(pairwise(ends), markups, strict=True):
        first = titles.index(rows[start].section) if start else 0
        last = titles.index(rows[end - 1].section) + 1 if end < len(rows) else len(titles)
        above = [s for s in source.sections[:first] if s.level < source.sections[first].level]
        sections = [*above[:1], *source.sections[first:last]]
        yield write(source.document.side, sections, rows[start:end], markup), markup


def _take(todo: list[Line], section: str) -> tuple[list[Line], list[Line]]:
    """The rows at the beginning that stand in the section, and the rest."""
    count = next((i for i, x in enumerate(todo) if x.section != section), len(todo))
    return todo[:count], todo[count:]


def _item(line: Line, markup: Markup) -> str:
    country = f", {line.country}" if line.country else ""
    flag = markup.flag(line.flag, line.country) + " " if line.flag else ""
    date = f" ({line.date})" if line.date else ""
    return flag + _partner(line, markup) + markup.text(country + date)


def _partner(line: Line, markup: Markup) -> str:
    name = line.partner.removeprefix(line.parent)
    if line.target:
        parent = markup.link(line.parent, line.parent) if line.parent else ""
        shown = parent + markup.link(line.target, name)
    else:
        shown = markup.text(line.partner)
    notes = "".join(f"（{note}）" for note in line.notes)
    return (markup.strike(shown) if line.ended and shown else shown) + markup.text(notes)


def _cells(here: Sequence[Line], markup: Markup) -> Iterator[tuple[str, int, list[str]]]:
    """Host, number of its rows (0 on all but the first) and the other cells of every row."""
    for _, block in groupby(here, key=lambda x: x.block):
        entries = list(block)
        for i, line in enumerate(entries):
            cells = [markup.text(line.country), _partner(line, markup), markup.text(line.date)]
            yield markup.link(line.host, line.host), 0 if i else len(entries), cells


# -- wikitext --------------------------------------------------------------------------------


def _wiki_table(here: Sequence[Line], markup: Markup) -> str:
    out = ['{| class="wikitable sortable"', "! " + " !! ".join(ZH_TITLES)]
    for host, span, cells in _cells(here, markup):
        out.append("|-")
        if span:
            out.append(f'| rowspan="{span}" | {host}' if span > 1 else f"| {host}")
        out.append("| " + " || ".join(cells))
    return "\n".join([*out, "|}"])


def _wiki_link(target: str, label: str) -> str:
    if "://" in target:
        return f"[{target} {label}]"
    return f"[[{target}]]" if target == label else f"[[{target}|{label}]]"


WIKITEXT = Markup(
    heading=lambda level, title: f"{'=' * level}{title}{'=' * level}",
    link=_wiki_link,
    flag=lambda code, country: f"{{{{flagicon|{code}}}}}",
    strike=lambda text: f"<s>{text}</s>",
    text=lambda text: text,
    table=_wiki_table,
    items=lambda host, items, markup: "\n".join(
        [
            f"'''[[{host}]]'''<ref>{{{{cite web|title={host}}}}}</ref>",
            *("\n" * gap + f"* {item}" for item, gap in items),
        ]
    ),
)

# -- the text of a page, as it is copied -----------------------------------------------------


def _copied(host: str, items: Sequence[tuple[str, bool]], markup: Markup) -> str:
    return "\n".join([host, "", *("\n" * gap + f"- {item}" for item, gap in items), ""])


TEXT = Markup(
    heading=WIKITEXT.heading,
    link=lambda target, label: label,
    flag=lambda code, country: code,
    strike=lambda text: text,
    text=lambda text: text,
    table=_wiki_table,
    items=_copied,
)

# -- rendered HTML ---------------------------------------------------------------------------


def _html_table(here: Sequence[Line], markup: Markup) -> str:
    out = [f"<tr>{''.join(f'<th>{t}</th>' for t in ZH_TITLES)}</tr>"]
    for host, span, cells in _cells(here, markup):
        first = f'<td rowspan="{span}">{host}</td>' if span else ""
        out.append("<tr>" + first + "".join(f"<td>{c}</td>" for c in cells) + "</tr>")
    return '<table class="wikitable"><tbody>' + "\n".join(out) + "</tbody></table>"


def _html_link(target: str, label: str) -> str:
    address = target if "://" in target else "/wiki/" + quote(target.replace(" ", "_"))
    return (
        f'<a href="{html.escape(address)}" title="{html.escape(target)}">{html.escape(label)}</a>'
    )


def _html_flag(code: str, country: str) -> str:
    name = country.split(",")[0] or name_of(code, "en")
    file = f"Flag_of_{quote(name.replace(' ', '_'))}.svg"
    picture = f'<img alt="" src="//upload.example.org/thumb/{file}/22px-{file}.png" width="22"/>'
    return f'<span class="flagicon"><span>{picture}</span>&nbsp;</span>'


def _html_items(host: str, items: Sequence[tuple[str, bool]], markup: Markup) -> str:
    mark = '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>'
    listed = "".join(f"<li>{item}</li>\n" for item, _ in items)
    return f"<p><b>{markup.link(host, host)}</b>{mark}</p>\n<ul>{listed}</ul>"


HTML = Markup(
    heading=lambda level, title: (
        f'<div class="mw-heading"><h{level}>{html.escape(title)}</h{level}>'
        '<span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span></div>'
    ),
    link=_html_link,
    flag=_html_flag,
    strike=lambda text: f"<s>{text}</s>",
    text=html.escape,
    table=_html_table,
    items=_html_items,
)


def page(body: str) -> str:
    """The HTML of a list inside the frame of a saved page."""
    return (
        '<!DOCTYPE html>\n<html><head><title>x</title><script>var a = "<li>b</li>";</script></head>'
        '<body><ul><li><a href="/wiki/Main">Main page</a></li></ul>\n'
        f'<div id="mw-content-text"><div class="mw-parser-output">{body}</div></div>\n'
        '<div id="catlinks"><ul><li>Category</li></ul></div></body></html>\n'
    )
