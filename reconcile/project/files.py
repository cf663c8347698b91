"""The only place with file access: reading files, writing reports atomically."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reconcile import utf8
from reconcile.errors import ReconcileError
from reconcile.sources.document import MAX_BYTES
from reconcile.suggest import did_you_mean

_SCHEMELESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/(?:wiki/|w/|index\.php)")
"""The beginning of an address of a page, as browsers show it."""


_OPEN_ALREADY = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""What a shell names for `<(command)`."""


def read_bytes(path: str, what: str = "the source") -> bytes:
    """The bytes of a file.

    Raises:
        ReconcileError: it is missing, a folder, unreadable or larger than any source may be.
    """
    file = Path(path)
    try:
        if file.is_dir():
            raise ReconcileError(f"{what} is a folder; name the file in it", path=path)
        if file.exists() and not file.is_file() and not path.startswith(_OPEN_ALREADY):
            raise ReconcileError(
                f"{what} is a pipe or device, which may never end: save it as a file, or name -",
                path=path,
            )
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


def read_text(path: str, what: str) -> str:
    """The text of a file, without byte order mark.

    Raises:
        ReconcileError: as `read_bytes`; it is not UTF-8 (with the line and byte).
    """
    return utf8.decode(read_bytes(path, what), path).removeprefix(utf8.BYTE_ORDER_MARK)


def _nearby(file: Path) -> str:
    """A hint at the file that may be meant."""
    folder = file.parent
    if _SCHEMELESS.match(file.as_posix()):
        return f"; did you mean https://{file.as_posix()}?"
    if not folder.is_dir():
        return f" (there is no folder {folder})"
    return did_you_mean(file.name, [p.name for p in folder.iterdir() if p.is_file()])


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
    return [(path, read_text(path, "the rule file")) for path in sorted(files)]


def write_all(
    folder: str,
    outputs: Sequence[tuple[str, str]],
    *,
    inputs: Sequence[str] = (),
    what: str = "the reports",
    advice: str = "; name another folder with --out",
) -> list[str]:
    """Write every output or none; a full disk leaves the old files as they were.

    Args:
        folder: the output folder; made if it is not there.
        outputs: (file name, or a path of its own if absolute or with folders, text).
        inputs: the files that the outputs are made of, which none of them may replace.
        what: the outputs, as an error calls them.
        advice: what an error says of a way out.

    Returns:
        The paths written, as given by the user.

    Raises:
        ReconcileError: the folder or a file cannot be written, or is one of the inputs.
    """
    done: list[str] = []
    files = [(Path(folder) / name, text) for name, text in outputs]
    try:
        for file, _ in files:
            if used := next((i for i in inputs if _is_same(file, Path(i))), None):
                raise ReconcileError(
                    f"{what} would replace this, which is an input: {used}{advice}", path=str(file)
                )
            if file.is_symlink() and not str(file).startswith("/dev/"):
                raise ReconcileError(
                    f"{what} would be written through this link to {file.readlink()}: delete it"
                    f"{advice}",
                    path=str(file),
                )
        Path(folder).mkdir(parents=True, exist_ok=True)
        for final in replace_all(files):
            done.append(_as_named(folder, final))  # noqa: PERF401  # an error names what is done
    except OSError as error:
        reason = error.strerror or str(error)
        changed = f"already written: {', '.join(done)}" if done else "nothing was changed"
        message = f"{what} cannot be written here: {reason} ({changed}){advice}"
        raise ReconcileError(message, path=folder) from None
    return done


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by whatever way."""
    return one.exists() and other.exists() and one.samefile(other)


def replace_all(texts: Sequence[tuple[Path, str]]) -> Iterator[Path]:
    """Give files new texts, every other byte of the disk kept until all of them are complete.

    The texts go to temporary files first, which are then renamed: no reader ever sees half a
    file. A file keeps its permissions; what a symbolic link points to is replaced, not the link.

    Yields:
        The real path of each file, when its new text is in place. A device or pipe, such as
        /dev/stdout, is written to at once.

    Raises:
        OSError: a file cannot be written.
    """
    pairs: list[tuple[Path, Path]] = []
    try:
        for path, text in texts:
            if path.is_dir():
                raise IsADirectoryError(21, f"{path.name} is a folder", str(path))
            if path.exists() and not path.is_file():
                path.write_text(text, encoding="utf-8", errors="backslashreplace")
            else:
                pairs.append((_temporary(path.resolve(), text), path.resolve()))
        for temporary, final in pairs:
            temporary.replace(final)
            yield final
    finally:
        for temporary, _ in pairs:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _temporary(final: Path, text: str) -> Path:
    """A new file beside `final`, with its permissions and the whole of `text`, safely on disk."""
    mode = final.stat().st_mode & 0o777 if final.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=final.parent, prefix=f".{final.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))  # a file's name may be no text
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _as_named(folder: str, final: Path) -> str:
    """A path as the user would write it: below the folder as it was named."""
    base = Path(folder).resolve()
    return str(Path(folder) / final.relative_to(base)) if base in final.parents else str(final)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
