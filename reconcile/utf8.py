"""Bytes of a file as text, or the refusal that names the byte which is no UTF-8."""

from __future__ import annotations

from reconcile.errors import ReconcileError

BYTE_ORDER_MARK = "\ufeff"


def decode(data: bytes, path: str) -> str:
    """The text of a file, with its byte order mark if it has one.

    Raises:
        ReconcileError: it is not UTF-8; with the line and the byte.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    line = data.count(b"\n", 0, at) + 1
    column = at - data.rfind(b"\n", 0, at)
    raise ReconcileError(
        f"this is not UTF-8: byte {column} of the line is 0x{data[at]:02x} "
        f"(byte {at + 1} of the file). Save the file as UTF-8 and run again",
        path=path,
        line=line,
    )
