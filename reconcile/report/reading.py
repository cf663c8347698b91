"""What was understood of a source: format, home, hosts, columns, first rows, and what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.catalogue import counted
from reconcile.models import ParsedSource, Record
from reconcile.report.view import texts
from reconcile.report.view.captions import country_name, label
from reconcile.sources.titles import PASSED_OVER
from reconcile.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

ROWS_SHOWN = 10
"""First rows that are shown, where the user says nothing else."""
_SHOWN = 6
"""Hosts, and lines of one kind, that are shown."""
_LONGEST = 60
"""Characters of a line that are shown."""

_Fact = tuple[str, str, str]
"""What it is called, what is said, and the style of that."""


def render_reading(source: ParsedSource, home: str, console: Console, rows: int) -> None:
    """Print what was understood of `source`, with its first `rows` rows.

    `home` is the ISO code of the country whose places are taken for hosts.
    """
    from rich.table import Table
    from rich.text import Text

    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    for name, said, style in (*_facts(source, home), *_columns(source), *_left(source)):
        facts.add_row(name, Text(visible(said), style))
    console.print(Text(visible(source.document.path), "bold"))
    console.print(facts)
    if source.records and rows:
        console.print(_first_rows(source.records, rows))
    console.print()


def _facts(source: ParsedSource, home: str) -> Iterator[_Fact]:
    document, records = source.document, source.records
    yield "language", {"zh": "Chinese", "en": "English"}[document.side], ""
    yield "format", source.format, ""
    for note in document.notes:
        yield "note", note, ""
    yield "home", f"{country_name(home, 'en')} ({home}): its places are taken for hosts", ""
    yield _hosts(source)
    placed = sum(r.country is not None for r in records)
    dated = sum(r.date is not None for r in records)
    said = f"{len(records):,}: {placed:,} with a country, {dated:,} with a date"
    yield ("rows", said, "") if records else ("rows", "none", "bold red")
    if source.partnerless:
        yield "", f"{counted(len(source.partnerless), 'row')} without a partner", "yellow"


def _hosts(source: ParsedSource) -> _Fact:
    """The hosts with the lines that name them; a warning where rows have none."""
    rows = Counter(r.block for r in source.records)
    named = [b for b in source.blocks if b.host and rows[b.id]]
    if not named:
        said = "none: nothing names the place whose partners these are (--host-zh, --host-en)"
        return "hosts", said, "yellow"
    shown = ", ".join(f"{b.host} (line {b.ref.line})" for b in named[:_SHOWN])
    more = f" and {len(named) - _SHOWN:,} more" if len(named) > _SHOWN else ""
    without = sum(rows[b.id] for b in source.blocks if not b.host)
    left = f"; {without:,} rows have none" if without else ""
    return "hosts", f"{len(named):,}: {shown}{more}{left}", "yellow" if without else ""


def _columns(source: ParsedSource) -> Iterator[_Fact]:
    name = "columns"
    for column in source.columns:
        title = column.title or "(without a title)"
        if column.used_as in PASSED_OVER:
            yield name, f"{title} → passed over", "dim"
        elif column.used_as is not None:
            yield name, f"{title} → {column.used_as}", ""
        elif column.filled:
            yield name, f"{title} → not used ({column.filled:,} cells)", "yellow"
        name = ""


def _left(source: ParsedSource) -> Iterator[_Fact]:
    """Lines that became no row, by the reason, with the first of them."""
    lines: dict[str, list[int]] = {}
    for number, use in enumerate(source.uses, 1):
        if use not in ("record", "structure"):
            lines.setdefault(use, []).append(number)
    for use, numbers in sorted(lines.items(), key=lambda its: its[0] != "not-understood"):
        unread = use == "not-understood"
        reason = "not understood" if unread else label(texts.IGNORED, use.partition(":")[2])
        style = "yellow" if unread else "dim"
        yield "left", f"{counted(len(numbers), 'line')}: {reason}", style
        for number in numbers[: _SHOWN if unread else 2]:
            text = source.document.lines[number - 1].strip()
            cut = text[:_LONGEST] + "…" if len(text) > _LONGEST else text
            yield "", f"{number} | {cut}", style
    for item in source.hidden[:_SHOWN]:
        yield "left", f"{item.line} | not understood: {item.text[:_LONGEST]}", "yellow"
    for cell in source.undated[:_SHOWN]:
        yield "left", f"{cell.line} | no date could be read: {cell.text}", "yellow"


def _first_rows(records: Sequence[Record], count: int) -> Table:
    from rich.box import SIMPLE
    from rich.table import Table

    titles = ("line", "host", "partner", "country", "date", "remarks")
    table = Table(*titles, box=SIMPLE, pad_edge=False, header_style="dim")
    for r in records[:count]:
        notes = ", ".join(note.text for note in r.notes)
        cells = (str(r.line), r.host, r.partner, r.country or "", str(r.date or ""), notes)
        table.add_row(*map(visible, cells))
    if len(records) > count:
        table.add_row("…", f"{len(records) - count:,} more", style="dim")
    return table
