"""From bytes to numbered lines, with a clear refusal of what is no text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from reconcile.errors import ReconcileError
from reconcile.models import Document, Side
from reconcile.provenance import PageRevision
from reconcile.scripts import is_han
from reconcile.sources.container import Page, decompress, pages
from reconcile.sources.encodings import Decoded, decode
from reconcile.sources.workbooks import may_be_workbook, read_workbook
from reconcile.suggest import did_you_mean
from reconcile.utf8 import BYTE_ORDER_MARK

MAX_BYTES = 50_000_000
"""Larger sources are refused: a list page is four orders of magnitude smaller."""

_HALF = re.compile("[\ud800-\udfff\0]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What a source is read from: bytes, or a text in memory, which has no encoding.

    `name` is what its id is made of, if not `path`; `page` the revision of a wiki's page whose
    wikitext it is, where that is known; `part` the sheet or page of it that is asked for; `paired`
    tells that it is given as a list in both languages.
    """

    path: str
    data: bytes | str
    name: str | None = None
    page: PageRevision | None = None
    part: str | None = None
    paired: bool = False


def read_document(data: bytes, path: str, side: Side, name: str | None = None) -> Document:
    """Decode one source that is a single text.

    Args:
        data: the file's bytes.
        path: the file as the user named it.
        side: which language the list is in.
        name: what its id is made of, if not its file name.

    Raises:
        ReconcileError: empty, too large, binary, or of an encoding that is not certain.
    """
    _check_size(data, path)
    return _document(decode(data, path), path, side, name or PurePath(path).name, data)


def read_pages(
    file: SourceFile, side: Side, name: str | None = None, encoding: str | None = None
) -> tuple[Document, ...]:
    """Read one file, which may be compressed, a workbook, or a wiki's answer with several pages.

    Each page is a document of its own: `<file>#<title>` where there are several, and so is the
    sheet of a workbook. Lines are those of the page's text, or the rows of the sheet.

    Raises:
        ReconcileError: as `read_document` and `read_workbook`; damaged, an archive, or an answer
            without a page; the part that is asked for is not there.
    """
    path, name = file.path, name or PurePath(file.path).name
    if isinstance(file.data, str):
        data = file.data.encode("utf-8", "surrogatepass")
        _check_size(data, path)
        text = Decoded(file.data.removeprefix(BYTE_ORDER_MARK))
    else:
        data = file.data
        _check_size(data, path)
        inside = decompress(data, path, MAX_BYTES)
        if may_be_workbook(inside):
            return (_sheet(inside, file, side, name, data),)
        text = decode(inside, path, encoding)
    found = _part(pages(text.text, path) or (Page("", text.text, None),), file)
    ends = [f"#{page.title}" if file.part or len(found) > 1 else "" for page in found]
    return tuple(
        replace(
            _document(replace(text, text=page.text), path + end, side, name + end, data),
            title=page.title,
            page=page.revision,
        )
        for page, end in zip(found, ends, strict=True)
    )


def _part(found: tuple[Page, ...], file: SourceFile) -> tuple[Page, ...]:
    """The page that is asked for, or all."""
    if file.part is None:
        return found
    if chosen := tuple(page for page in found if page.title == file.part):
        return chosen
    hint = did_you_mean(file.part, [page.title for page in found])
    raise ReconcileError(
        f"this is no workbook, and has no part {file.part!r}{hint}", path=file.path
    )


def _sheet(inside: bytes, file: SourceFile, side: Side, name: str, data: bytes) -> Document:
    found = read_workbook(inside, file.path, file.part, MAX_BYTES)
    end = f"#{found.name}"
    read = _document(Decoded(found.text), file.path + end, side, name + end, data)
    return replace(read, sheet=found.sheet, notes=found.notes)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the user says of the files of one side: format, encoding, what their columns hold.

    `host` is whose partners they list, where they do not say it themselves.
    """

    format: str | None = None
    encoding: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    host: str | None = None


_PLAIN = Layout()
_WIKITEXT = "wikitext"
"""The format of pages that are known to be such."""


def read_side(files: Sequence[SourceFile], side: Side, layout: Layout = _PLAIN) -> list[Document]:
    """The documents in the files of one side.

    Ids are made of file names; where two files have one name, of as much of their paths as tells
    them apart.

    Raises:
        ReconcileError: as `read_pages`; a file is given twice, or holds a page twice.
    """
    paths = list(dict.fromkeys(file.name or file.path for file in files))
    names = dict(zip(paths, _distinct(paths), strict=True))
    documents = [
        replace(
            document,
            format=layout.format or (_WIKITEXT if file.page else None),
            columns=layout.columns,
            host=(layout.host or "").strip() or None,
            page=file.page or document.page,
            paired=file.paired,
        )
        for file in files
        for document in read_pages(file, side, names[file.name or file.path], layout.encoding)
    ]
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise ReconcileError("this is given twice for one side", path=document.path)
        seen.add(document.id)
    return documents


def _distinct(paths: Sequence[str]) -> list[str]:
    """For each path its shortest ending that no other path has."""
    parts = [tuple(p for p in PurePath(path).parts if p != "/") or (path,) for path in paths]
    taken = Counter(p[-n:] for p in parts for n in range(1, len(p) + 1))
    names = []
    for path in parts:
        own = (path[-n:] for n in range(1, len(path) + 1))
        names.append("/".join(next((p for p in own if taken[p] == 1), path)))
    return names


_MARKUP = re.compile(r"<[^<>]*>|\]\([^()\n]*\)")
_JSON_KEY = re.compile(r'"[^"\\\n]*"\s*:')
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def han_share(document: Document) -> float:
    """Share of Han characters among the letters of the first million characters, markup aside."""
    text = document.text[:1_000_000]
    if text.lstrip().startswith(("{", "[")):
        text = _JSON_KEY.sub(" ", text)
        text = _JSON_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
    letters = [c for c in _MARKUP.sub(" ", text) if c.isalpha()]
    return sum(map(is_han, letters)) / max(1, len(letters))


def _document(decoded: Decoded, path: str, side: Side, name: str, data: bytes) -> Document:
    text = decoded.text
    if "\n" not in text:
        text = text.replace("\r", "\n")  # line ends of old Macs
    if not text.strip():
        raise ReconcileError("the file is empty", path=path)
    if half := _HALF.search(text):
        line = text.count("\n", 0, half.start()) + 1
        code = ord(half.group())
        raise ReconcileError(f"U+{code:04X} is no character of a text", path=path, line=line)
    told = f"{path} is read as {decoded.told}; --encoding says otherwise"
    notes = (told,) if decoded.told else ()
    digest = hashlib.sha256(data).hexdigest()
    return Document(f"{side}:{name}", side, path, text, digest, notes=notes)


def _check_size(data: bytes, path: str) -> None:
    if len(data) > MAX_BYTES:
        raise ReconcileError(
            f"the file has {len(data) / 1e6:.0f} MB; a source may have at most "
            f"{MAX_BYTES / 1e6:.0f} MB. Is this the right file?",
            path=path,
        )
