"""Tables of pages in two languages: the columns of the reader's side alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.models import Side
from reconcile.places.home.base import HomePlaces
from reconcile.sources.blocks import Row
from reconcile.sources.reading.column_titles import TitleRow, read_title, shown_texts
from reconcile.sources.title_languages import seen_by
from reconcile.sources.titles import Meaning

Rows = Sequence[Row]
Heads = Sequence[TitleRow | None]


def own_columns(rows: Rows, heads: Heads, side: Side, home: HomePlaces) -> tuple[Rows, Heads]:
    """Rows and titles without the columns that say in the other language what others say as well.

    Rows that do not stand under the titles keep all of their cells.
    """
    titles = {head.texts for head in heads if head}
    if len(titles) != 1:
        return rows, heads
    texts = titles.pop()
    body = [shown_texts(row) for row, head in zip(rows, heads, strict=True) if head is None]
    aligned = [cells for cells in body if len(cells) == len(texts)]
    seen = seen_by(side, texts, [[cells[i] for cells in aligned] for i in range(len(texts))])
    if None not in seen:
        return rows, heads
    kept = [i for i, title in enumerate(seen) if title is not None]
    own = TitleRow(tuple(texts[i] for i in kept), _meanings([seen[i] or "" for i in kept], home))
    return (
        [_with(row, kept) if len(row.cells) == len(texts) else row for row in rows],
        [own if head else None for head in heads],
    )


def _with(row: Row, kept: Sequence[int]) -> Row:
    return replace(row, cells=tuple(row.cells[i] for i in kept))


def _meanings(titles: Sequence[str], home: HomePlaces) -> tuple[Meaning | None, ...]:
    """What the titles say; the one place that has a name in both languages is the partner."""
    meanings = [read_title(title, home) for title in titles]
    if "partner" not in meanings and meanings.count("place") == 1:
        meanings[meanings.index("place")] = "partner"
    return tuple(meanings)
