"""From bytes to numbered lines, with a clear refusal of what is no text."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from reconcile.errors import ReconcileError
from reconcile.models import Document, Side

MAX_BYTES = 50_000_000
"""Larger sources are refused: a list page is four orders of magnitude smaller."""


def read_document(data: bytes, path: str, side: Side) -> Document:
    """Decode one source.

    Args:
        data: the file's bytes.
        path: the file as the user named it.
        side: which language the list is in.

    Raises:
        ReconcileError: empty, too large, binary, or not UTF-8 (with the line and byte).
    """
    if len(data) > MAX_BYTES:
        raise ReconcileError(
            f"the file has {len(data) / 1e6:.0f} MB; a source may have at most "
            f"{MAX_BYTES / 1e6:.0f} MB. Is this the right file?",
            path=path,
        )
    if b"\0" in data[:65536] or b"\0" in data:
        at = data.index(b"\0")
        line = data.count(b"\n", 0, at) + 1
        raise ReconcileError(
            f"this is a binary file, not a text (byte {at + 1} is NUL)", path=path, line=line
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        before = data[:at]
        line = before.count(b"\n") + 1
        column = at - (before.rfind(b"\n") + 1) + 1
        raise ReconcileError(
            f"this is not UTF-8: byte {column} of the line is 0x{data[at]:02x} "
            f"(byte {at + 1} of the file). Save the file as UTF-8 and run again",
            path=path,
            line=line,
        ) from None
    if "\n" not in text:
        text = text.replace("\r", "\n")  # line ends of old Macs
    if not text.strip():
        raise ReconcileError("the file is empty", path=path)
    return Document(
        f"{side}:{PurePath(path).name}", side, path, text, hashlib.sha256(data).hexdigest()
    )
