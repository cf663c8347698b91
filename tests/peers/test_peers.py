"""How many tables and dates of other readers' tests are read as those read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import mwparserfromhell
import pytest
import yaml
from mwparserfromhell.nodes import Node, Tag

from reconcile.dates import find_dates
from reconcile.models import Document
from reconcile.sources.blocks import SourceBlock, Table
from reconcile.sources.document import read_document
from reconcile.sources.formats.html import rendered
from reconcile.sources.formats.wiki import wikitext

HERE = Path(__file__).parent
Rows = list[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A text, what the peer reads in it, and what we read where we mean to differ, with why."""

    text: str
    read: Rows
    ours: Rows | None = None
    why: str = ""

    @property
    def expected(self) -> Rows:
        """What we are to read."""
        return self.read if self.ours is None else self.ours


def cases(name: str) -> dict[str, Case]:
    """The cases of one peer; numbers and dates stay texts."""
    found = yaml.load((HERE / name).read_text("utf-8"), yaml.BaseLoader)
    return {
        title: Case(title, [case]) if isinstance(case, str) else Case(**{"text": title} | case)
        for title, case in found.items()
    }


def in_html(text: str) -> Rows:
    return rows_of(text, "x.html", rendered.read)


def in_wikitext(text: str) -> Rows:
    return rows_of(text, "x.wiki", wikitext.read)


def rows_of(text: str, name: str, read: Callable[[Document], Iterator[SourceBlock]]) -> Rows:
    """All rows of the tables, their cells parted by bars."""
    tables = (b for b in read(read_document(text.encode(), name, "en")) if isinstance(b, Table))
    return [joined([c.content.text for c in row.cells]) for t in tables for row in t.rows]


def in_dates(text: str) -> Rows:
    return ["/".join(str(d) for d in (f.date, f.until) if d) for f in find_dates(text)]


def joined(cells: list[str]) -> str:
    """One row; blanks count as one, and none at an edge. Empty cells at its end do not count."""
    return " | ".join(" ".join(cell.split()) for cell in cells).rstrip(" |")


# The floor is what has been reached: it may rise, and never fall.
PEERS: dict[str, tuple[Callable[[str], Rows], int]] = {
    "html.yaml": (in_html, 36),
    "wiki.yaml": (in_wikitext, 34),
    "dates.yaml": (in_dates, 65),
}


@pytest.mark.parametrize("name", PEERS)
def test_what_a_peer_reads(name: str) -> None:
    read, floor = PEERS[name]
    known = cases(name)
    found = {title: read(case.text) for title, case in known.items()}
    wrong = {t: found[t] for t, case in known.items() if found[t] != case.expected}
    alike = sum(found[t] == case.read for t, case in known.items())
    print(f"{name}: {alike} of {len(known)} are read as the peer reads them")
    assert wrong == {}
    assert alike >= floor


def test_every_difference_has_a_reason() -> None:
    for name in PEERS:
        for title, case in cases(name).items():
            assert (case.ours is not None) == bool(case.why), title


def test_mwparserfromhell_reads_what_is_said_of_it() -> None:
    known = cases("wiki.yaml")
    found = {title: in_peer(case.text) for title, case in known.items()}
    assert found == {title: case.read for title, case in known.items()}


def in_peer(text: str) -> Rows:
    code = mwparserfromhell.parse(text)
    tables = code.filter_tags(matches=lambda n: n.tag == "table", recursive=False)
    return [row for table in tables for row in rows_in(table)]


def rows_in(table: Tag) -> Rows:
    """The rows of a table of mwparserfromhell; those without a mark of their own are the first."""
    nodes = list(table.contents.nodes)
    loose = [n for n in nodes if is_cell(n)]
    marked = [[c for c in n.contents.nodes if is_cell(c)] for n in nodes if is_tag(n, "tr")]
    return [joined([plain(c) for c in cells]) for cells in [loose, *marked] if cells]


def is_tag(node: Node, *names: str) -> TypeGuard[Tag]:
    return isinstance(node, Tag) and str(node.tag) in names


def is_cell(node: Node) -> TypeGuard[Tag]:
    return is_tag(node, "td", "th")


def plain(cell: Tag) -> str:
    return str(cell.contents.strip_code(normalize=True, collapse=False))
