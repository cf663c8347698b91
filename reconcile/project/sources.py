"""What a run reads: files, the standard input and pages of wikis, each with what is known of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reconcile.errors import ReconcileError
from reconcile.models import Document, Side
from reconcile.project.files import read_bytes
from reconcile.project.wiki.note import page_of_copy
from reconcile.project.wiki.pages import Pages
from reconcile.sources.document import MAX_BYTES, Layout, SourceFile, read_side

Tell = Callable[[str], None]
"""What is done with a sentence that the user should know."""


def read_documents(
    zh: Sequence[str],
    en: Sequence[str],
    layouts: Mapping[Side, Layout],
    pages: Pages,
    tell: Tell = lambda note: None,
    both: Sequence[str] = (),
) -> list[Document]:
    """Read the sources of both sides, Chinese first; `-` is the standard input.

    Those of `both` are read for each side, which has its own columns there. All pages are fetched
    before the first file is read.

    Raises:
        ReconcileError: for any source that cannot be read, and where two are the standard input.
    """
    if [*zh, *en, *both, *both].count("-") > 1:
        raise ReconcileError("only one source of one side can be the standard input (-)")
    for page in pages.fetch([*zh, *en, *both]):
        if page.redirects:
            tell(f"{page.address.name} leads to another page: {page.page.title}")
    documents: list[Document] = []
    sides: tuple[tuple[Side, Sequence[str]], ...] = (("zh", zh), ("en", en))
    for side, paths in sides:
        files = [source_file(path, pages, tell) for path in paths]
        files += [replace(source_file(path, pages), paired=True) for path in both]
        documents += read_side(files, side, layouts.get(side, Layout()))
    for document in documents:
        for note in document.notes:
            tell(note)
    return documents


def source_file(path: str, pages: Pages, tell: Tell = lambda note: None) -> SourceFile:
    """One source as the user named it: a page that was fetched, the standard input, or a file.

    `FILE#SHEET` is one sheet or page of a file.

    Raises:
        ReconcileError: the file cannot be read.
    """
    if found := pages.get(path):
        name = f"{found.address.host}/{found.page.title}"
        return SourceFile(found.address.name, found.text, name, found.page)
    if path == "-":
        return SourceFile("stdin", sys.stdin.buffer.read(MAX_BYTES + 1))
    file, part = _parted(path)
    data = read_bytes(file)
    page, note = page_of_copy(file, data)
    if note:
        tell(note)
    return SourceFile(file, data, page=page, part=part)


def _parted(path: str) -> tuple[str, str | None]:
    """A file and the part of it, where a `#` stands behind the name of a file that is there."""
    pieces = path.split("#")
    for i in range(len(pieces), 0, -1):
        file = "#".join(pieces[:i])
        if _is_file(file):
            return file, "#".join(pieces[i:]) or None
    return path, None


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:  # a name that no system takes
        return False
