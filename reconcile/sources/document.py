"""From bytes to numbered lines, with a clear refusal of what is no text."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from reconcile import utf8
from reconcile.errors import ReconcileError
from reconcile.models import Document, Side
from reconcile.provenance import PageRevision
from reconcile.scripts import is_han
from reconcile.sources.container import Page, decompress, pages

MAX_BYTES = 50_000_000
"""Larger sources are refused: a list page is four orders of magnitude smaller."""

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""Byte order marks, the codec and its name; UTF-32 first, whose mark begins with UTF-16's."""
_HALF = re.compile("[\ud800-\udfff\0]")


def read_document(data: bytes, path: str, side: Side, name: str | None = None) -> Document:
    """Decode one source that is a single text.

    Args:
        data: the file's bytes.
        path: the file as the user named it.
        side: which language the list is in.
        name: what its id is made of, if not its file name.

    Raises:
        ReconcileError: empty, too large, binary, or not UTF-8 (with the line and byte).
    """
    _check_size(data, path)
    return _document(_decode(data, path), path, side, name or PurePath(path).name, data)


def read_pages(data: bytes, path: str, side: Side, name: str | None = None) -> tuple[Document, ...]:
    """Decode one file, which may be compressed, or an answer of a wiki's API with several pages.

    Each page is a document of its own: `<file>#<title>` where there are several. Its lines are
    those of the page's text.

    Raises:
        ReconcileError: as `read_document`; damaged, an archive, or an answer without a page.
    """
    _check_size(data, path)
    name = name or PurePath(path).name
    text = _decode(decompress(data, path, MAX_BYTES), path)
    found = pages(text, path) or (Page("", text, None),)
    ends = [f"#{page.title}" if len(found) > 1 else "" for page in found]
    return tuple(
        replace(_document(page.text, path + end, side, name + end, data), page=page.revision)
        for page, end in zip(found, ends, strict=True)
    )


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What a source is read from.

    `name` is what its id is made of, if not `path`; `page` the revision of a wiki's page whose
    wikitext it is, where that is known.
    """

    path: str
    data: bytes
    name: str | None = None
    page: PageRevision | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What the user says of the files of one side: their format, and what their columns hold."""

    format: str | None = None
    columns: tuple[tuple[str, str], ...] = ()


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
    names = _distinct([file.name or file.path for file in files])
    documents = [
        replace(
            document,
            format=layout.format or (_WIKITEXT if file.page else None),
            columns=layout.columns,
            page=file.page or document.page,
        )
        for file, name in zip(files, names, strict=True)
        for document in read_pages(file.data, file.path, side, name)
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


def _document(text: str, path: str, side: Side, name: str, data: bytes) -> Document:
    if "\n" not in text:
        text = text.replace("\r", "\n")  # line ends of old Macs
    if not text.strip():
        raise ReconcileError("the file is empty", path=path)
    if half := _HALF.search(text):
        line = text.count("\n", 0, half.start()) + 1
        code = ord(half.group())
        raise ReconcileError(f"U+{code:04X} is no character of a text", path=path, line=line)
    return Document(f"{side}:{name}", side, path, text, hashlib.sha256(data).hexdigest())


def _check_size(data: bytes, path: str) -> None:
    if len(data) > MAX_BYTES:
        raise ReconcileError(
            f"the file has {len(data) / 1e6:.0f} MB; a source may have at most "
            f"{MAX_BYTES / 1e6:.0f} MB. Is this the right file?",
            path=path,
        )


def _decode(data: bytes, path: str) -> str:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                raise ReconcileError(
                    f"this begins as {name} and is damaged at byte {len(mark) + error.start + 1} "
                    "of the file",
                    path=path,
                ) from None
    if b"\0" in data:
        raise _binary(data, path)
    return utf8.decode(data, path).removeprefix(utf8.BYTE_ORDER_MARK)


def _binary(data: bytes, path: str) -> ReconcileError:
    """Why bytes with a NUL are no text."""
    at = data.index(b"\0")
    line = data.count(b"\n", 0, at) + 1
    head = data[:2000]
    if max(head[0::2].count(0), head[1::2].count(0)) > max(3, len(head) / 8):
        return ReconcileError(
            "this seems to be UTF-16 without a byte order mark. Save the file as UTF-8 and run "
            "again",
            path=path,
        )
    return ReconcileError(
        f"this is a binary file, not a text (byte {at + 1} is NUL)", path=path, line=line
    )
