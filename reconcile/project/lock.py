"""Keeping other processes out of a folder while files in it are read, changed and written."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from reconcile.errors import ReconcileError

_PATIENCE = 10.0
"""Seconds to wait for another process that writes into the same folder."""


@contextlib.contextmanager
def locked(*files: Path) -> Iterator[None]:
    """Keep other processes out of the folders of `files`, which are made if they are not there.

    The lock is on the open folder itself: it leaves no file behind, and ends with the process
    whatever becomes of it. Where the system has no such locks there is none.

    Raises:
        ReconcileError: a folder cannot be used, or stays locked.
    """
    with contextlib.ExitStack() as stack:
        # In one order, so that no two processes wait for each other.
        for folder, file in sorted({f.resolve().parent: f for f in files}.items()):
            stack.enter_context(_locked(folder, str(file)))
        yield


@contextlib.contextmanager
def _locked(folder: Path, path: str) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except ImportError:  # Windows
        yield
        return
    except OSError as error:
        raise ReconcileError(
            f"the folder of this file cannot be used: {error.strerror}", path=path
        ) from None
    try:
        _wait(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, path)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, how: int, path: str) -> None:
    import fcntl

    end = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(handle, how)
        except BlockingIOError:
            if time.monotonic() > end:
                raise ReconcileError(
                    "another process keeps this folder locked: try again", path=path
                ) from None
            time.sleep(0.02)
        except OSError:  # a file system without locks
            return
        else:
            return
