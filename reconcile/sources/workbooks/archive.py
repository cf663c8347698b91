"""The parts of a zipped workbook, read within a limit whatever the zip says of itself."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from reconcile.errors import ReconcileError

_CHUNK = 1 << 16
_MOST_PARTS = 10_000


class Archive:
    """A zip in memory. Not more than `limit` bytes are ever unpacked, all parts together."""

    def __init__(self, data: bytes, path: str, limit: int) -> None:
        """Raises ReconcileError where the zip is damaged, or has very many parts."""
        self.path = path
        self._limit = self._left = limit
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self.damaged(str(error)) from None
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise ReconcileError(
                f"this zip has more than {_MOST_PARTS:,} parts; no workbook has", path=path
            )
        # Some programs write other capitals than they refer to, and Windows' slashes.
        self._names = {_plain(i.filename): i for i in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._names

    def read(self, name: str) -> bytes:
        """A part as a whole. Raises ReconcileError as `chunks`."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece.

        Raises:
            ReconcileError: it is damaged, encrypted, or the limit is reached.
        """
        info = self._names[_plain(name)]
        if info.flag_bits & 1:
            raise ReconcileError("this zip is protected by a password", path=self.path)
        if info.file_size > self._left:
            raise self._too_large()
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise self._too_large()
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise self.damaged(str(error)) from None

    def damaged(self, why: str) -> ReconcileError:
        """The refusal of what is no whole workbook."""
        return ReconcileError(f"this workbook is damaged or cut off ({why})", path=self.path)

    def _too_large(self) -> ReconcileError:
        return ReconcileError(
            f"unpacked, the sheets of this workbook have more than {self._limit / 1e6:.0f} MB, the "
            "most that a source may have. Name one sheet (FILE#SHEET), or save the list alone",
            path=self.path,
        )


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")).lower()
