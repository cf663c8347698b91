"""Checks of style: what is written in another way than most of its kind in the same list.

A list has a habit where nearly all entries of a kind share it; only then is one of them odd.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.checks.names.stated import LEVEL_ENDS
from reconcile.models import Document, ParsedSource, Record, Section, SourceRef, TableShape
from reconcile.places.home.base import HomePlaces
from reconcile.places.placename import place_name

_HABIT = 0.9
"""The share of entries from which a way of writing is the list's habit."""
_FEWEST = 10
"""Fewer entries make no habit."""
_TITLES_IN_ONE_STYLE = 2 / 3
"""Of the few section titles of a list, this share makes a habit."""
_FEWEST_TITLES = 6


class _Item(NamedTuple):
    """One entry, what it is written like, and the problem it has if the others are not.

    No problem is named where it is rightly written so, whatever the others are like.
    """

    text: str
    refs: list[SourceRef]
    way: Hashable
    problem: str
    records: tuple[str, ...] = ()


def style(facts: Facts) -> Iterator[Draft]:
    """Titles, hosts, names, dates and tables that break the habit of their list."""
    for source in facts.sources:
        titles = list(_section_titles(source, facts.home))
        if len(titles) >= _FEWEST_TITLES:
            yield from _odd(source, titles, _TITLES_IN_ONE_STYLE)
        tables = list(_layouts(source))
        if len(tables) >= _FEWEST_TITLES:
            yield from _odd(source, tables, _TITLES_IN_ONE_STYLE)
        for kind in (_hosts(source, facts.home), _host_marks(source), _host_dashes(source)):
            yield from _habitual(source, kind)
        for ways in (_parent, _date_form, _country_place, _spacing, _commas):
            yield from _habitual(source, (x for r in source.records for x in ways(source, r)))


def _habitual(source: ParsedSource, items: Iterable[_Item]) -> Iterator[Draft]:
    found = list(items)
    if len(found) >= _FEWEST:
        yield from _odd(source, found, _HABIT)


def _odd(source: ParsedSource, items: list[_Item], habit: float) -> Iterator[Draft]:
    """The items that are not written like most."""
    usual, count = Counter(x.way for x in items).most_common(1)[0]
    if count < habit * len(items):
        return
    for x in items:
        if x.way != usual and x.problem:
            yield Draft(
                "style",
                x.refs,
                {"text": x.text, "problem": x.problem, "count": count, "all": len(items) - 1},
                origin="unknown" if x.problem in ("layout", "mark", "spacing") else "page",
                records=x.records,
                key=[x.problem, x.text],
                group=group_id("style", source.document.id, x.problem),
            )


# -- titles, tables, hosts -------------------------------------------------------------------


def _section_titles(source: ParsedSource, home: HomePlaces) -> Iterator[_Item]:
    """Titles that name a first-level division of the home country: with its suffix or bare."""
    levels = Counter(s.level for s in source.sections if s.province)
    usual = max(levels, key=lambda n: levels[n], default=0)
    for section in source.sections:
        if section.province and section.level == usual:
            whole = _has_suffix(section, home)
            yield _Item(section.title, [section.ref], whole, _level_problem(whole))


def _has_suffix(section: Section, home: HomePlaces) -> bool:
    """Whether the title of a section is the whole name of its division."""
    name = place_name(section.title, home.country)
    if name.level is not None and home.province(name.stem) == section.province:
        return True
    return any(p.full == name.simple for p in home.find(name.simple))  # 北海道 has no other name


def _level_problem(has_level: bool) -> str:
    return "with-level" if has_level else "without-level"


def _layouts(source: ParsedSource) -> Iterator[_Item]:
    """Tables by whether date and country have cells of their own."""
    first = {r.row_line: r for r in source.records}
    for table in source.tables:
        rows = [r for r in table.rows if r.said and r.line in first]
        if rows:
            record = first[rows[0].line]
            way = (
                _mostly(table, "date"),
                _mostly(table, "country") or table.country_ref is not None,
            )
            text = table.section or record.host
            yield _Item(text, [table.title_ref, record.partner_ref], way, "layout")


def _mostly(table: TableShape, what: str) -> bool:
    said = [r for r in table.rows if r.said]
    return 2 * sum(getattr(r, what) is not None for r in said) > len(said)


def _hosts(source: ParsedSource, home: HomePlaces) -> Iterator[_Item]:
    """Chinese hosts with or without their suffix; the title of a section is no host of a row."""
    titles = {s.ref for s in source.sections}
    for block in source.blocks:
        name = place_name(block.host)
        if name.han and block.ref not in titles:
            known = any(p.zh == name.simple and p.full != p.zh for p in home.find(block.host))
            bare = known and name.simple[-1] not in LEVEL_ENDS
            yield _Item(block.host, [block.ref], bare, _level_problem(not bare))


_MARKS = "〖【《「『〔［"


def _host_marks(source: ParsedSource) -> Iterator[_Item]:
    """The brackets that stand around hosts which have any."""
    for block in source.blocks:
        before = (
            _line(source.document, block.ref)[: block.ref.column - 1].rstrip().removesuffix("[")
        )
        if before and before[-1] in _MARKS:
            yield _Item(block.host, [block.ref], before[-1], "mark")


_DASH = re.compile(r"(?<=\w)\s+[-–—]\s+(?=\w)|(?<=\w)[–—](?=\w)")


def _host_dashes(source: ParsedSource) -> Iterator[_Item]:
    """The dashes between a city and its district in the names of hosts."""
    for block in source.blocks:
        if match := _DASH.search(block.host):
            yield _Item(block.host, [block.ref], match.group(), "mark")


def _line(document: Document, ref: SourceRef) -> str:
    return document.lines[ref.line - 1]


# -- rows ------------------------------------------------------------------------------------


def _parent(source: ParsedSource, record: Record) -> Iterator[_Item]:
    """Chinese cities that name the region they lie in; districts and towns have to."""
    if record.side == "zh":
        needed = record.place.kind in ("district", "town", "village")
        problem, odd = "" if needed else "no-parent", record.parent is not None
        yield _Item(record.partner, [record.partner_ref], odd, problem, (record.id,))


_DIGITS = re.compile(r"\d+")


def _date_form(source: ParsedSource, record: Record) -> Iterator[_Item]:
    """Whole dates by the signs between their numbers."""
    if record.date and record.date_ref and record.date.precision == "day":
        form = _DIGITS.sub("0", re.sub(r"[^\W\d_]{3,}\.?", "x", record.date_ref.text))
        yield _Item(record.date_ref.text, [record.date_ref], form, "date-format", (record.id,))


def _country_place(source: ParsedSource, record: Record) -> Iterator[_Item]:
    """Whether the country stands before the partner or behind it, on one line."""
    ref = record.country_ref
    if ref and record.country_text and ref.line == record.partner_ref.line:
        first = ref.column < record.partner_ref.column
        yield _Item(record.partner, [ref], first, "country", (record.id,))


_STRAY_SPACE = re.compile(r"\S\s+[,，、]|\S(?:  +|　+)\S")
_JOINT = re.compile(r"\s*(?:[,，、]\s*)*")


def _joint(source: ParsedSource, record: Record) -> str | None:
    """What stands between a partner and the country behind it, if no more than commas."""
    name, country = record.partner_ref, record.country_ref
    if country is None or country.line != name.line or country.column < name.end_column:
        return None
    between = _line(source.document, name)[name.end_column - 1 : country.column - 1]
    return between if _JOINT.fullmatch(between) else None


def _spacing(source: ParsedSource, record: Record) -> Iterator[_Item]:
    """Names with several blanks in a row, or with one before the comma behind them."""
    joint, country = _joint(source, record), record.country_ref
    text = record.partner_ref.text + (joint + country.text if joint and country else "")
    odd = _STRAY_SPACE.search(text) is not None
    yield _Item(record.partner, [record.partner_ref], odd, "spacing", (record.id,))


def _commas(source: ParsedSource, record: Record) -> Iterator[_Item]:
    """How many commas stand before the country: `Regina Canada`, `Regina,, Canada`."""
    if joint := _joint(source, record):
        count = len(joint) - len(re.sub(r"[,，、]", "", joint))
        yield _Item(record.partner, [record.partner_ref], count, "comma", (record.id,))


CHECKS = (Check(style, ("style",)),)
