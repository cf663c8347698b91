"""What belongs together by where it stands: dates below their names, lists in cells of a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.models import Document
from reconcile.sources.blocks import Entry, SourceBlock, Structure, Table
from reconcile.sources.inline import Inline
from reconcile.sources.reading.cells import CellReading, Role
from reconcile.sources.reading.countries import country_at_end, country_at_start
from reconcile.sources.reading.parallel_cells import lines_of

_NAMES: tuple[Role, ...] = ("entry", "latin", "place")


def arranged(blocks: Iterable[SourceBlock], document: Document) -> list[SourceBlock]:
    """The blocks, with each date in the entry that it stands below, and each list a list."""
    found: list[SourceBlock] = []
    run: list[Entry] = []
    for block in blocks:
        if isinstance(block, Entry):
            run.append(block)
        elif isinstance(block, Structure):
            found.append(block)
        else:
            found += [*_with_dates(run), *_lists(block, document)]
            run = []
    return [*found, *_with_dates(run)]


# -- dates below their names -------------------------------------------------------------------


def _with_dates(run: Sequence[Entry]) -> Iterator[SourceBlock]:
    """The entries, with the dates that stand on lines of their own joined to those above them."""
    dates = {i for i, entry in enumerate(run) if _is_date(entry)}
    if not dates or not _stand_below(run, dates):
        yield from run
        return
    for i, entry in enumerate(run):
        if i + 1 in dates and i not in dates:
            yield entry.joined(run[i + 1])
        elif i in dates and i - 1 not in dates:
            yield Structure(entry.line, entry.line)
        else:
            yield entry


def _stand_below(run: Sequence[Entry], dates: set[int]) -> bool:
    """Whether dates follow their names, and are no titles of what stands below them.

    They do where the first has an entry above, or where names and dates alternate to the end.
    """
    first = min(dates)
    if not first or any(i + 1 < len(run) and run[i + 1].depth > run[i].depth for i in dates):
        return False
    if _is_entry(run[first - 1]):
        return True
    return len(dates) > 1 and dates == set(range(first, len(run), 2)) and len(run) - 1 in dates


def _is_date(entry: Entry) -> bool:
    return CellReading(entry.content, entry.line).role == "date"


def _is_entry(entry: Entry) -> bool:
    """Whether a line is an item, or states a country beside a name."""
    return entry.bullet or _states_country(entry.content)


def _states_country(content: Inline) -> bool:
    text = content.text.strip()
    return bool(content.flags or country_at_start(text) or country_at_end(text))


# -- lists in cells ----------------------------------------------------------------------------


def _lists(block: SourceBlock, document: Document) -> Iterator[SourceBlock]:
    """A table of entries below each other in cells side by side, as these entries; or the block."""
    items = list(_items(block, document)) if isinstance(block, Table) else []
    if not items or not isinstance(block, Table):
        yield block
        return
    yield Structure(block.first, block.last)
    yield from items


def _items(table: Table, document: Document) -> Iterator[Entry]:
    """The entries in the cells of a table, if each line of each states name and country or date."""
    cells = [c for row in table.rows for c in row.cells if c.content.text.strip() and not c.copied]
    parts = [lines_of(cell, document) or [cell] for cell in cells]
    if len(parts) == sum(map(len, parts)):
        return
    lines = [line for its in parts for line in its]
    readings = [CellReading(line.content, line.line) for line in lines]
    if all(r.role in _NAMES and (r.dates or _states_country(r.content)) for r in readings):
        yield from (Entry(line.content, line.line, bullet=True) for line in lines)
