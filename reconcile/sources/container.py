"""What a list may be wrapped in: compression, and the JSON in which a wiki's API answers."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reconcile.errors import ReconcileError
from reconcile.provenance import PageRevision
from reconcile.sources.page_revision import of_parsed, of_queried, of_rest

_GZIP, _BZIP2, _ZSTD = b"\x1f\x8b", b"BZh", b"\x28\xb5\x2f\xfd"

_NO_LISTS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"PK\x05\x06", "an empty zip archive"),
    (257, b"ustar", "a tar archive; unpack it and name the file in it"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and name the file in it"),
    (0, b"Rar!\x1a\x07", "a RAR archive; unpack it and name the file in it"),
    (
        0,
        b"\xfd7zXZ\x00",
        "compressed with xz; unpack it (gzip, bzip2 and zstd are read as they are)",
    ),
    (0, b"%PDF-", "a PDF; save its text or its table"),
    (0, b"SQLite format 3\x00", "an SQLite database; export its table as CSV"),
    (0, b"PAR1", "a Parquet file; export it as CSV or JSON"),
)
"""Offset, magic bytes and what they stand for: files that hold lists in a form not read here."""


def decompress(data: bytes, path: str, limit: int) -> bytes:
    """The bytes inside a gzip, bzip2 or zstd file, told by its first bytes; others as they are.

    Not more than `limit` bytes are ever unpacked.

    Raises:
        ReconcileError: damaged, larger than `limit` once unpacked, or an archive.
    """
    if data.startswith((_GZIP, _BZIP2, _ZSTD)):
        data = _unpacked(data, path, limit)
        if len(data) > limit:
            raise ReconcileError(
                f"unpacked, this has more than {limit / 1e6:.0f} MB, the most that a source may "
                "have. Is this the right file?",
                path=path,
            )
        if data.startswith((_GZIP, _BZIP2, _ZSTD)):
            raise ReconcileError("this is compressed twice; unpack it once", path=path)
    for offset, magic, what in _NO_LISTS:
        if data.startswith(magic, offset):
            raise ReconcileError(f"this is {what}", path=path)
    return data


def _unpacked(data: bytes, path: str, limit: int) -> bytes:
    """At most `limit` + 1 of the bytes inside."""
    try:
        if data.startswith(_ZSTD):
            return _unpacked_zstd(data, limit)
        packed = io.BytesIO(data)
        with gzip.open(packed) if data.startswith(_GZIP) else bz2.open(packed) as stream:
            return stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReconcileError(
            f"this compressed file is damaged or cut off ({error})", path=path
        ) from None


def _unpacked_zstd(data: bytes, limit: int) -> bytes:
    """The same of zstd; raises EOFError where the data are damaged or cut off."""
    import zstandard  # hardly any list is packed in it

    reader = zstandard.ZstdDecompressor(max_window_size=2**27)
    try:
        with reader.stream_reader(io.BytesIO(data), read_across_frames=True) as stream:
            inside = stream.read(limit + 1)
        while data and len(inside) <= limit:  # the stream passes over a last frame that is cut off
            frame = zstandard.ZstdDecompressor(max_window_size=2**27).decompressobj()
            frame.decompress(data)
            if not frame.eof:
                raise EOFError("the file ends too early")
            data = frame.unused_data
    except zstandard.ZstdError as error:
        raise EOFError(str(error)) from None
    return inside


class Page(NamedTuple):
    """A page in an answer of a wiki's API, and which revision it is, if the answer says so."""

    title: str
    text: str
    revision: PageRevision | None


def pages(text: str, path: str) -> tuple[Page, ...]:
    """The pages in an answer of a wiki's API; nothing for any other text.

    Understood are `action=parse` (wikitext or HTML), `action=query` with revisions or extracts,
    both in either `formatversion`, and the REST API's `source` or `html` of a page.

    Raises:
        ReconcileError: the wiki answered with an error, or with a page that does not exist.
    """
    if not text.lstrip().startswith("{") or not any(f'"{key}"' in text for key in _ANSWERS):
        return ()
    try:
        data = json.loads(text, parse_int=str)  # numbers are of no use, and may be endless
    except (ValueError, RecursionError):
        return ()  # JSON lines, or no JSON: other formats say what is wrong with it
    return tuple(_pages(data, path)) if isinstance(data, dict) else ()


_ANSWERS = ("parse", "query", "source", "html", "error")


def _pages(data: Mapping[str, Any], path: str) -> Iterator[Page]:
    error, parsed, query = (_object(data.get(key)) for key in ("error", "parse", "query"))
    listed = query.get("pages")
    if "code" in error and not parsed and not query:
        answer = str(error.get("info") or error["code"])
        raise ReconcileError(f"this is no page: the wiki answered {answer!r}", path=path)
    if isinstance(data.get("parse"), dict):
        body = _text(parsed.get("wikitext")) or _text(parsed.get("text"))
        text = _found(body, "", "prop=wikitext", path)
        yield Page(str(parsed.get("title", "")), text, of_parsed(parsed))
    elif isinstance(listed, list | dict):
        for page in listed.values() if isinstance(listed, dict) else listed:
            yield _queried(query, _object(page), path)
    elif "title" in data and (body := _text(data.get("source")) or _text(data.get("html"))):
        yield Page(str(data["title"]), body, of_rest(data))


def _queried(query: Mapping[str, Any], page: Mapping[str, Any], path: str) -> Page:
    title = str(page.get("title", ""))
    if not page or page.get("missing", False) is not False:
        raise ReconcileError(f"the wiki has no page {title!r}", path=path)
    revisions = page.get("revisions")
    revision = _object(revisions[0]) if isinstance(revisions, list) and revisions else {}
    slots = revision.get("slots")
    main = slots.get("main") if isinstance(slots, dict) else revision
    body = _text(main) or _text(page.get("extract"))
    text = _found(body, f" {title!r}", "prop=revisions and rvprop=content", path)
    return Page(title, text, of_queried(query, page))


def _found(body: str | None, page: str, properties: str, path: str) -> str:
    if body is None:
        message = f"this answer of a wiki holds no text of the page{page}: ask for {properties}"
        raise ReconcileError(message, path=path)
    return body


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    """A text, given as such or under `*` or `content`."""
    if isinstance(value, dict):
        value = value.get("*", value.get("content"))
    return value if isinstance(value, str) and value else None
