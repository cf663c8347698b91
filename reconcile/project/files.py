"""The only place with file access: reading sources and rules, writing reports atomically."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from reconcile.errors import ReconcileError
from reconcile.models import Document, Side
from reconcile.sources.document import MAX_BYTES, Layout, read_side


def read_bytes(path: str, what: str = "the source") -> bytes:
    """The bytes of a file.

    Raises:
        ReconcileError: it is missing, a folder, unreadable or larger than any source may be.
    """
    file = Path(path)
    try:
        if file.is_dir():
            raise ReconcileError(f"{what} is a folder; name the file in it", path=path)
        if file.is_file() and file.stat().st_size > MAX_BYTES:
            size = file.stat().st_size / 1e6
            raise ReconcileError(
                f"the file has {size:.0f} MB; {what} may have at most {MAX_BYTES / 1e6:.0f} MB. "
                "Is this the right file?",
                path=path,
            )
        with file.open("rb") as stream:  # a device may never end
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReconcileError(f"{what} does not exist{_nearby(file)}", path=path) from None
    except OSError as error:
        raise ReconcileError(f"{what} cannot be read: {error.strerror}", path=path) from None


def _nearby(file: Path) -> str:
    """A hint at the file that may be meant."""
    import difflib

    folder = file.parent
    if not folder.is_dir():
        return f" (there is no folder {folder})"
    names = [p.name for p in folder.iterdir() if p.is_file()]
    close = difflib.get_close_matches(file.name, names, 1, 0.6)
    return f"; is {folder / close[0]} meant?" if close else ""


def read_documents(
    zh: Sequence[str], en: Sequence[str], layouts: Mapping[Side, Layout]
) -> list[Document]:
    """Read the sources of both sides, Chinese first; `-` is the standard input.

    Raises:
        ReconcileError: for any file that cannot be read, and where two are the standard input.
    """
    if [*zh, *en].count("-") > 1:
        raise ReconcileError("only one source can be the standard input (-)")
    documents: list[Document] = []
    sides: tuple[tuple[Side, Sequence[str]], ...] = (("zh", zh), ("en", en))
    for side, paths in sides:
        files = [("stdin" if path == "-" else path, _content(path)) for path in paths]
        documents += read_side(files, side, layouts.get(side, Layout()))
    return documents


def _content(path: str) -> bytes:
    return sys.stdin.buffer.read(MAX_BYTES + 1) if path == "-" else read_bytes(path)


def is_rule_file(path: Path) -> bool:
    """Whether a file of a rule folder holds rules: .yaml or .yml in any case, and not hidden."""
    return path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith(".")


def read_rules(paths: Sequence[str]) -> list[tuple[str, str]]:
    """The rule files that `paths` (files or folders) name, as (path, text), sorted by path."""
    files: list[str] = []
    for path in paths:
        folder = Path(path)
        if folder.is_dir():
            files += [p.as_posix() for p in folder.iterdir() if is_rule_file(p)]
        else:
            files.append(path)
    out = []
    for path in sorted(files):
        data = read_bytes(path, "the rule file")
        try:
            out.append((path, data.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            message = f"this is not UTF-8 (byte {error.start + 1} of the file)"
            raise ReconcileError(message, path=path, line=line) from None
    return out


def write_all(folder: str, outputs: Sequence[tuple[str, str]]) -> list[str]:
    """Write every output or none.

    All texts go to temporary files in the folder first and are renamed when the last one is
    complete, so that a full disk leaves the old reports as they were.

    Args:
        folder: the output folder; made if it is not there.
        outputs: (file name, or a path of its own if absolute or with folders, text).

    Returns:
        The paths written, as given by the user.

    Raises:
        ReconcileError: the folder or a file cannot be written.
    """
    pairs: list[tuple[Path, Path]] = []
    done: list[str] = []
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, text in outputs:
            final = Path(folder) / name
            if final.is_dir():
                raise IsADirectoryError(21, f"{name} is a folder", str(final))
            if final.exists() and not final.is_file():  # a device or pipe, such as /dev/stdout
                final.write_text(text, encoding="utf-8")
                continue
            final = final.resolve()  # what a symbolic link points to is replaced, not the link
            handle, temporary = tempfile.mkstemp(dir=final.parent, prefix=f".{final.name}.")
            pairs.append((Path(temporary), final))
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).chmod(0o666 & ~_umask())
        for temporary_path, final in pairs:
            temporary_path.replace(final)
            done.append(_as_named(folder, final))
    except OSError as error:
        reason = error.strerror or str(error)
        changed = f"already written: {', '.join(done)}" if done else "nothing was changed"
        raise ReconcileError(
            f"the reports cannot be written here: {reason} ({changed}); "
            "name another folder with --out",
            path=folder,
        ) from None
    finally:
        for temporary_path, _ in pairs:
            with contextlib.suppress(OSError):
                temporary_path.unlink(missing_ok=True)
    return done


def _as_named(folder: str, final: Path) -> str:
    """A path as the user would write it: below the folder as it was named."""
    base = Path(folder).resolve()
    return str(Path(folder) / final.relative_to(base)) if base in final.parents else str(final)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
