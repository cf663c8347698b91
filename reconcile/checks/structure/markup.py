"""Checks of markup: rows that do not fit their table, and pieces of markup left as text.

Both are mostly the work of a program that converted the page, so their origin is the copy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.checks.check import Check
from reconcile.checks.draft import Draft, group_id
from reconcile.checks.facts import Facts
from reconcile.models import Document, ParsedSource, Record, RowShape, TableShape
from reconcile.vocabulary import DATE_ZH

_MOST = 0.8
"""A share of rows from which a fault is the table's and not its rows'."""
_DATE_TITLE = re.compile(rf"{DATE_ZH}|\b(?:date|since|year)\b", re.IGNORECASE)


def table_structure(facts: Facts) -> Iterator[Draft]:
    """Rows with too few or too many cells, or whose cells stand in the wrong columns."""
    for source in facts.sources:
        by_line = {r.row_line: r for r in source.records}
        for table in source.tables:
            said = [r for r in table.rows if r.said]
            if (problem := _of_all(table, said)) and said[0].line in by_line:
                yield _whole_table(source, table, problem, by_line[said[0].line])
                continue
            usual = _usual_places(said)
            whole = sum(r.cells == table.columns for r in said) >= _MOST * len(said)
            for row in said:
                record = by_line.get(row.line)
                if record and (kind := _problem(row, table, usual, mostly_whole=whole)):
                    yield _odd_row(source, table, row, kind, record)


def _of_all(table: TableShape, said: list[RowShape]) -> str | None:
    """What is wrong with most rows of a table: more cells than titles, or all under wrong ones."""
    if not said:
        return None
    if sum(r.cells > table.columns for r in said) >= _MOST * len(said):
        return "more"
    dated = [i for i, title in enumerate(table.titles) if _DATE_TITLE.search(title)]
    under = [r for r in said if r.partner is not None and r.partner in dated]
    return "titles" if len(under) >= _MOST * len(said) else None


def _usual_places(said: list[RowShape]) -> tuple[int | None, int | None]:
    """In which cells partner and date stand where the row has its host."""
    whole = Counter((r.partner, r.date) for r in said if r.host is not None)
    return whole.most_common(1)[0][0] if whole else (None, None)


def _problem(
    row: RowShape, table: TableShape, usual: tuple[int | None, int | None], *, mostly_whole: bool
) -> str | None:
    partner, date = usual
    free = row.blank + max(0, table.columns - row.cells)
    if row.host is None and row.partner is not None and partner is not None:
        shift = partner - row.partner
        moved = row.date is None or date is None or row.date == date - shift
        if shift > 0 and moved and free >= shift:
            return "slid"
    if row.cells > table.columns:
        return "more"
    return "fewer" if row.cells < table.columns and mostly_whole else None


def _odd_row(
    source: ParsedSource, table: TableShape, row: RowShape, problem: str, record: Record
) -> Draft:
    return Draft(
        "table-structure",
        [record.partner_ref],
        {
            "partner": record.partner,
            "host": record.host,
            "problem": problem,
            "cells": row.cells,
            "columns": table.columns,
            "unit": "rows",
        },
        origin="copy",
        records=[record.id],
        group=group_id(
            "table-structure", source.document.id, problem, table.section, *table.titles
        ),
    )


def _whole_table(source: ParsedSource, table: TableShape, problem: str, first: Record) -> Draft:
    return Draft(
        "table-structure",
        [table.title_ref, first.partner_ref],
        {
            "section": table.section or source.document.id,
            "problem": problem,
            "cells": Counter(r.cells for r in table.rows if r.said).most_common(1)[0][0],
            "columns": table.columns,
            "unit": "tables",
        },
        origin="copy",
        key=[problem, table.section, first.id],
        group=group_id("table-structure", source.document.id, problem),
        systemic=True,
    )


# -- markup left over ------------------------------------------------------------------------

_TAG = re.compile(
    r"<(?P<end>/?)(?P<tag>small|big|sup|sub|b|i|u|s|del|strike|em|strong|font|span|center|ref|"
    r"nowiki|code|abbr)(?P<rest>(?:\s[^<>]*)?)>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_STRAY = ":：;；,，、。！!·"
_STRAY_LINK = re.compile(
    rf"\]\((?:[^()\s\"]*/)?(?P<md>[{_STRAY}]+\w[^()\s\"]*)"
    rf"|href=\"(?:[^\"]*/)?(?P<html>[{_STRAY}]+\w[^\"]*)\""
    rf"|\[\[\s*(?P<wiki>[{_STRAY}]+\s*\w[^\[\]|:]*)[\]|]",
)
_WIKI = re.compile(r"'{2,5}(?=[^'\s])|\[\[|\]\]|\{\{|\}\}|-\{|\}-")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}[0-9]?);")
_TWICE = re.compile(r"&amp;(?:#\d{2,6}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}[0-9]?);")
_LINK = re.compile(r"\]\([^()\s]+|\bhref=")
_TITLE = re.compile(
    r"\]\((?:[^()\s\\]|\\.)+\s+\"(?P<md>[^\"\n]*)\"\s*\)|<a\s[^<>]*\btitle=\"(?P<html>[^\"]*)\""
)
_COMMON = 0.2
"""From this share of lines on, a mark is the document's own language and no residue."""
_FEWEST_LINKS = 10


@dataclass(frozen=True, slots=True)
class _Residue:
    """A piece of markup at an offset of the document."""

    problem: str
    start: int
    text: str


_CATEGORY = re.compile(r"(?m)^[ \t]*\[?(?:Category|分類|分类)[:：][^\]\n]*\]?")


def markup_residue(facts: Facts) -> Iterator[Draft]:
    """Tags never closed, stray marks in link targets, markup and entities left as text."""
    for source in facts.sources:
        document = source.document
        owner = {line: r for r in source.records for line in (r.row_line, r.line)}
        for residue in sorted(_residues(document), key=lambda x: x.start):
            line = document.line_of(residue.start)
            if source.uses[line - 1].startswith("ignored:navigation"):
                continue
            record = owner.get(line)
            yield Draft(
                "markup-residue",
                [document.ref(residue.start, residue.start + len(residue.text))],
                {"problem": residue.problem, "text": residue.text},
                origin="page" if residue.problem == "link-mark" else "copy",
                records=[record.id] if record else [],
                key=[residue.problem, residue.text],
                group=group_id("markup-residue", document.id, residue.problem, residue.text)
                if residue.problem == "unclosed"
                else group_id("markup-residue", document.id, residue.problem),
            )
        yield from _titles_of_a_converter(document)


def _residues(document: Document) -> Iterator[_Residue]:
    text = document.text
    if "<" in text:
        yield from _unclosed(text)
    for match in _STRAY_LINK.finditer(text):
        group = match.lastgroup or ""
        yield _Residue("link-mark", match.start(group), match[group])
    language = _language(document)
    entity = _ENTITY if language == "text" else _TWICE
    for match in entity.finditer(text):
        yield _Residue("entity", match.start(), match.group())
    if language != "wikitext":
        for match in _CATEGORY.finditer(text):
            yield _Residue("category", match.start(), match.group())
        seen = 0
        for match in _WIKI.finditer(text):
            line = document.line_of(match.start())
            if line != seen:  # one a line: what opens also closes
                yield _Residue("wiki", match.start(), match.group())
            seen = line


@cache
def _language(document: Document) -> str:
    """What the marks of a document belong to: `wikitext`, `markup` (Markdown, HTML) or `text`."""
    lines = [x for x in document.lines if x.strip()]
    wiki = sum(_WIKI.search(x) is not None or x.startswith(("|-", "{|")) for x in lines)
    tags = sum(_LINK.search(x) is not None or x.lstrip().startswith("<") for x in lines)
    if wiki >= _COMMON * len(lines) and wiki > tags:
        return "wikitext"
    return "markup" if tags >= _COMMON * len(lines) else "text"


def _unclosed(text: str) -> Iterator[_Residue]:
    """Opening tags that no closing tag follows, by a stack for each kind of tag."""
    shown = (
        _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text) if "<!--" in text else text
    )
    waiting: dict[str, list[_Residue]] = {}
    for match in _TAG.finditer(shown):
        tag = match["tag"].lower()
        open_tags = waiting.setdefault(tag, [])
        if match["end"]:
            if open_tags:
                open_tags.pop()
        elif not match["rest"].rstrip().endswith("/"):
            open_tags.append(_Residue("unclosed", match.start(), match.group()))
    for tags in waiting.values():
        yield from tags


def _titles_of_a_converter(document: Document) -> Iterator[Draft]:
    """Links to different pages that all carry one title: a program put it there."""
    titles = list(_TITLE.finditer(document.text))
    if len(titles) < _FEWEST_LINKS:
        return
    said = [m["md"] if m["md"] is not None else m["html"] for m in titles]
    usual, count = Counter(said).most_common(1)[0]
    if not usual or count < _MOST * len(titles):
        return
    first = titles[said.index(usual)]
    start = first.start(first.lastgroup or 0)
    yield Draft(
        "markup-residue",
        [document.ref(start, start + len(usual))],
        {"problem": "link-title", "text": usual, "count": count},
        origin="copy",
        key=["link-title", document.id, usual],
        group=group_id("markup-residue", document.id, "link-title"),
        systemic=True,
    )


CHECKS = (
    Check(table_structure, ("table-structure",)),
    Check(markup_residue, ("markup-residue",)),
)
