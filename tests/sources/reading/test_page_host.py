"""The host of a page stands in its title, a sentence, a caption, a heading or its file's name."""

from __future__ import annotations

import pytest

from reconcile.models import ParsedSource, Side
from reconcile.places.home import load_home
from reconcile.project.prepare import home_for
from reconcile.sources import SourceFile, parse, read_side
from tests.sources.reading.line_lists import PAGES as LINES
from tests.sources.reading.mixed_pages import PAGES as MIXED
from tests.sources.reading.pages_of_hosts import PAGES, HostPage
from tests.sources.reading.whole_pages import PAGES as WHOLE


def read(file: str, side: Side, text: str) -> tuple[str, ParsedSource]:
    """The home country that a page tells, and the page as it is then read."""
    (document,) = read_side([SourceFile(file, text.encode())], side)
    home, _ = home_for([document], None)
    return home, parse(document, load_home(home))


@pytest.mark.parametrize("page", [*PAGES, *WHOLE, *LINES, *MIXED], ids=lambda page: page.file)
def test_page(page: HostPage) -> None:
    home, source = read(page.file, page.side, page.text)
    rows = [f"{r.host}|{r.name}|{r.country or ''}|{r.date or ''}" for r in source.records]
    assert (home, rows) == (page.home, list(page.rows))
    assert not source.partnerless


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_the_host_stands_where_it_is_said_to(page: HostPage) -> None:
    _, source = read(page.file, page.side, page.text)
    named = [block for block in source.blocks if block.ref.text]
    assert all(block.ref.text.strip("'*") == block.host for block in named)
