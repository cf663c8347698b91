"""Names that may be hosts, found without knowing the home country: to tell which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from reconcile.dates import find_dates
from reconcile.models import Document
from reconcile.places.countries import is_continent
from reconcile.places.country_in_text import find_country
from reconcile.places.home.guess import guess_home
from reconcile.sources import format_of
from reconcile.sources.blocks import Entry, Heading, Row, SourceBlock, Table

_LONGEST = 40
_ENOUGH = 80
"""Names looked at on each side, the first ones: what stands behind them is not read."""
_AFTER = re.compile(r"\s*(?:[:：].*|[（(].*|(?:的?(?:友好|姐妹|姊妹)城市.*))$", re.DOTALL)
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
        if isinstance(block, Heading):
            shown = [block.title.text]
        elif isinstance(block, Table):
            shown = [name for row in block.rows for name in _of_row(row)]
        elif isinstance(block, Entry) and isinstance(following, Entry):
            shown = [block.content.text] if following.bullet and not block.bullet else []
        else:
            shown = []
        for text in shown:
            name = _AFTER.sub("", text.strip("〖〗【】 \n\t-–—*|"))
            if 1 < len(name) <= _LONGEST and not _NO_NAME.fullmatch(name):
                yield name


def _of_row(row: Row) -> Iterator[str]:
    """The first of two places or more in a row, or the host that its column names."""
    named = [c for c in row.cells if c.column is not None]
    if named:
        yield from (c.content.text for c in named if c.column == "host")
        return
    if all(c.header for c in row.cells):
        return
    texts = [c.content.text.strip() for c in row.cells]
    places = [t for t in texts if not _NO_NAME.fullmatch(t) and _is_place(t)]
    if len(places) > 1:
        yield places[0]


def _is_place(text: str) -> bool:
    return not (find_country(text) or is_continent(text) or find_dates(text))
