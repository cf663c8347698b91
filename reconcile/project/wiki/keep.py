"""Writing copies of pages into a folder, each with its note."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reconcile.errors import ReconcileError
from reconcile.project.files import read_bytes, write_all
from reconcile.project.wiki.note import Note, digest, note_path, read_note
from reconcile.provenance import PageRevision

if TYPE_CHECKING:
    from reconcile.project.wiki.mediawiki import FetchedPage

_LONGEST = 120
"""Bytes of a file's name: some file systems take 143, and endings are added."""
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*#]|^[.\s-]|[.\s]+$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""Names that are devices on Windows, whatever their ending."""


def keep(folder: str, pages: Sequence[FetchedPage]) -> list[str]:
    """Write each page and its note into a folder; all or none.

    A copy of the same page that nobody has changed is replaced, and nothing else: another page of
    this title gets the name of its wiki added.

    Returns:
        The path of each page's text, in their order.

    Raises:
        ReconcileError: a file is in the way, or cannot be written.
    """
    names: dict[tuple[object, ...], str] = {}
    outputs: dict[str, str] = {}
    chosen = []
    for page in pages:
        asked = page.page.revision if page.address.revision is not None else None
        key = (page.page.api, page.page.page_id, asked)
        if key not in names:
            names[key] = name = _name_for(folder, page.page, asked, set(map(str.casefold, outputs)))
            outputs |= {name: page.text, note_path(name): Note.of(page).to_json()}
        chosen.append(names[key])
    write_all(folder, list(outputs.items()), what="the pages")
    return [str(Path(folder) / name) for name in chosen]


def file_name(title: str) -> str:
    """A name for a page's file that every file system takes, without ending."""
    name = _UNSAFE.sub("_", unicodedata.normalize("NFC", title))
    name = "".join(c if c.isprintable() else "_" for c in name)
    if _RESERVED.match(name):
        name = f"_{name}"
    if len(name.encode()) > _LONGEST:
        mark = digest(title.encode())[:8]
        name = f"{name.encode()[: _LONGEST - 9].decode(errors='ignore')}~{mark}"
    return name


def _name_for(folder: str, page: PageRevision, asked: int | None, taken: Collection[str]) -> str:
    """The name for a page in the folder: one that is free, or that of its own older copy.

    A revision that was asked for has its number in the name.
    """
    host = urlsplit(page.api or "").netloc
    revision = "" if asked is None else f"@{asked}"
    for title in (page.title, f"{page.title} ({host})"):
        name = f"{file_name(title)}{revision}.wiki"
        if name.casefold() not in taken and _may_be_written(Path(folder) / name, page):
            return name
    raise ReconcileError(
        "this is there already, and no copy of the page: name another folder with --out",
        path=str(Path(folder) / name),
    )


def _may_be_written(path: Path, page: PageRevision) -> bool:
    """Whether nothing is there, or nothing but an unchanged copy of the same page.

    Raises:
        ReconcileError: a copy of the page is there, and someone has changed it.
    """
    files = (path, Path(note_path(str(path))))
    if any(file.is_symlink() for file in files):
        return False
    if not any(file.exists() for file in files):
        return True
    note = read_note(str(path))
    if note is None or (note.api, note.page_id) != (page.api, page.page_id) or not path.is_file():
        return False
    if note.sha256 != digest(read_bytes(str(path))):
        raise ReconcileError(
            "this copy was changed since it was fetched: move it away, or name another folder "
            "with --out",
            path=str(path),
        )
    return True
