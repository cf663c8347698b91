"""Workbooks: which file is one, which of its sheets is read, and that sheet as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.errors import ReconcileError
from reconcile.models import Sheet
from reconcile.sources.workbooks.archive import Archive
from reconcile.sources.workbooks.book import Book
from reconcile.sources.workbooks.ods import OdsBook
from reconcile.sources.workbooks.sheet import SheetText
from reconcile.sources.workbooks.xls import XlsBook
from reconcile.sources.workbooks.xlsx import XlsxBook
from reconcile.suggest import did_you_mean

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHOWN = 8
# Parts by which a zip is told, and what it is, where that is not read.
_OTHERS = (
    ("xl/workbook.bin", "a binary workbook (.xlsb); save it as XLSX"),
    ("word/document.xml", "a text document; save its table as XLSX or CSV"),
    ("ppt/presentation.xml", "a presentation; save its table as XLSX or CSV"),
    ("index/document.iwa", "a document of Apple's; export it as XLSX or CSV"),
    ("content.xml", "an office document, and no spreadsheet; save its table as ODS or CSV"),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheet that is read, and what the user should know about the choice."""

    name: str
    text: str
    sheet: Sheet
    notes: tuple[str, ...]


def may_be_workbook(data: bytes) -> bool:
    """Whether the first bytes are those of a zip or of an old office document."""
    return data.startswith((_ZIP, _OLD_OFFICE))


def read_workbook(data: bytes, path: str, part: str | None, limit: int) -> Chosen:
    """One sheet of a workbook: the one named, else the first that holds anything.

    Args:
        data: the file's bytes.
        path: the file as the user named it, without the sheet.
        part: the name of the sheet, or its number from 1.
        limit: bytes that are unpacked at most.

    Raises:
        ReconcileError: it is no workbook, or one that is damaged, protected, or too large to be
            a list; there is no such sheet, or nothing in it.
    """
    book = _open(data, path, limit)
    if part is not None:
        found = book.read(_index(book, part, path))
        if not found.has_rows:
            raise ReconcileError(f"the sheet {found.name!r} is empty", path=path)
        return Chosen(found.name, found.text, found.sheet, tuple(_unsolved(found, path)))
    filled = [sheet for sheet in _shown_sheets(book) if sheet.has_rows]
    if not filled:
        raise ReconcileError("this workbook has no sheet with rows", path=path)
    first = filled[0]
    notes = (*_others([s.name for s in filled], path), *_unsolved(first, path))
    return Chosen(first.name, first.text, first.sheet, notes)


def _open(data: bytes, path: str, limit: int) -> Book:
    if data.startswith(_OLD_OFFICE):
        return XlsBook(data, path)
    archive = Archive(data, path, limit)
    if "content.xml" in archive and "mimetype" in archive:
        kind = archive.read("mimetype").decode("ascii", "replace").strip()
        if kind.startswith("application/vnd.oasis.opendocument.spreadsheet"):
            return OdsBook(archive)
    if "[Content_Types].xml" in archive and "xl/workbook.xml" in archive:
        return XlsxBook(archive)
    what = next((what for name, what in _OTHERS if name in archive), None)
    raise ReconcileError(
        f"this is {what or 'a zip archive; unpack it and name the file in it'}", path=path
    )


def _shown_sheets(book: Book) -> Iterator[SheetText]:
    """The sheets that a user of the workbook sees; if there are none, the hidden ones."""
    shown = [i for i, entry in enumerate(book.entries) if not entry.hidden]
    return map(book.read, shown or range(len(book.entries)))


def _index(book: Book, part: str, path: str) -> int:
    """The place of the sheet of this name, or of this number counted from 1."""
    names = [entry.name for entry in book.entries]
    plain = [name.strip().casefold() for name in names]
    if part in names:
        return names.index(part)
    if part.strip().casefold() in plain:
        return plain.index(part.strip().casefold())
    if part.isdecimal() and len(part) < 5 and 1 <= int(part) <= len(names):
        return int(part) - 1
    raise ReconcileError(
        f"this workbook has no sheet {part!r}; it has {_listed(names)}{did_you_mean(part, names)}",
        path=path,
    )


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _others(names: list[str], path: str) -> Iterator[str]:
    if len(names) > 1:
        yield (
            f"{path} has {len(names)} sheets with rows ({_listed(names)}), and {names[0]} is read; "
            f"to read another, name it: {path}#{names[1]}"
        )


def _unsolved(sheet: SheetText, path: str) -> Iterator[str]:
    if sheet.unsolved:
        many = f"{sheet.unsolved:,} formulas have" if sheet.unsolved > 1 else "a formula has"
        yield (
            f"in {path}#{sheet.name} {many} no stored result and counts as empty; open the file in "
            "a spreadsheet program and save it"
        )
