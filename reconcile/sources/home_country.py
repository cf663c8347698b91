"""Names that may be hosts, found without knowing the home country: to tell which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from reconcile.dates import find_dates
from reconcile.models import Document
from reconcile.places.countries import is_continent
from reconcile.places.home.guess import guess_home
from reconcile.places.placename import place_name
from reconcile.sources import format_of
from reconcile.sources.blocks import Entry, Heading, Row, SourceBlock, Table
from reconcile.vocabulary import TWINNED_ZH

_LONGEST = 40
_ENOUGH = 80
"""Names looked at on each side, the first ones: what stands behind them is not read."""
_AFTER = re.compile(rf"\s*(?:[:：].*|[（(].*|的?(?:{TWINNED_ZH})城市.*)$", re.DOTALL)
_NO_NAME = re.compile(r"[\W\d_]*|.*\d{2}.*|.", re.DOTALL)


def home_of(documents: Sequence[Document]) -> str | None:
    """The ISO code of the country whose places the hosts are, or None where they do not tell.

    Raises:
        ReconcileError: a source cannot be read in its format.
    """
    names: dict[str, list[str]] = {"zh": [], "en": []}
    for document in documents:
        own = names[document.side]
        for name in _names(format_of(document).read(document)):
            if len(own) >= _ENOUGH:
                break
            if name not in own:
                own.append(name)
    return guess_home(names["zh"], names["en"])


def _names(blocks: Iterable[SourceBlock]) -> Iterator[str]:
    for block, following in pairwise(chain(blocks, (None,))):
        for text in _shown(block, following) if block else ():
            name = _AFTER.sub("", text.strip("〖〗【】 \n\t-–—*|"))
            if 1 < len(name) <= _LONGEST and not _NO_NAME.fullmatch(name):
                yield name


def _shown(block: SourceBlock, following: SourceBlock | None) -> Iterator[str]:
    """Headings, lines over a list, and the names in a table."""
    if isinstance(block, Heading):
        yield block.title.text
    elif isinstance(block, Table):
        for row in block.rows:
            yield from _of_row(row)
    elif isinstance(block, Entry) and isinstance(following, Entry):
        yield from [block.content.text] if following.bullet and not block.bullet else []


def _of_row(row: Row) -> Iterator[str]:
    """The first of two places or more in a row, or the host that its column names."""
    if any(c.column for c in row.cells):
        yield from (c.content.text for c in row.cells if c.column == "host")
    elif not all(c.header for c in row.cells):
        texts = (c.content.text.strip() for c in row.cells)
        places = [t for t in texts if not _NO_NAME.fullmatch(t) and _is_place(t)]
        yield from places[:1] if len(places) > 1 else ()


def _is_place(text: str) -> bool:
    return not (place_name(text).named_country or is_continent(text) or find_dates(text))
