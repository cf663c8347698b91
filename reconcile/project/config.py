"""`reconcile.toml`: which lists make up the default pair, and how they are read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from reconcile.errors import CombinedError, ReconcileError
from reconcile.project.files import read_text
from reconcile.sources.formats.columns.meaning import LONGEST_ROW, column_named, read_map
from reconcile.suggest import did_you_mean

NAME = "reconcile.toml"

Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Config:
    """The default pair: the keys of `[pair]`. Paths are relative to the working directory."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    home: str | None = None
    scope: str | None = None
    rules: tuple[str, ...] = ()
    out: str = "reports"
    host: str | None = None
    host_zh: str | None = None
    host_en: str | None = None
    format_zh: str | None = None
    format_en: str | None = None
    encoding: str | None = None
    encoding_zh: str | None = None
    encoding_en: str | None = None
    map: Columns = ()
    map_zh: Columns = ()
    map_en: Columns = ()


_KEYS = tuple(f.name for f in fields(Config))


def read_config() -> Config:
    """`./reconcile.toml`, or a Config without sources where there is none.

    Raises:
        ReconcileError: the file is no TOML, or has keys or types that are not known.
    """
    if not Path(NAME).is_file():
        return Config()
    text = read_text(NAME, "the settings file")
    values: dict[str, object] = {}
    errors: list[ReconcileError] = []
    for key, value in _pair(text).items():
        try:
            values[key] = _value(key, value)
        except ReconcileError as error:
            errors.append(ReconcileError(error.message, path=NAME, line=_line_of(key, text)))
    if errors:
        raise errors[0] if len(errors) == 1 else CombinedError(tuple(errors))
    return Config(**values)  # type: ignore[arg-type]  # `_value` gives each key its type


def _pair(text: str) -> Mapping[str, object]:
    """The table `[pair]`, which is all that the settings hold."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(error, text) from None
    except ValueError:  # of thousands of digits
        raise ReconcileError("a number in this is too large for settings", path=NAME) from None
    except RecursionError:
        raise ReconcileError("this is nested too deeply for settings", path=NAME) from None
    pair: Mapping[str, object] = content.get("pair", {})
    for name in content:
        if name != "pair" or not isinstance(pair, dict):
            message = "only the table [pair] is known here"
            raise ReconcileError(message, path=NAME, line=_line_of(name, text))
    return pair


def _no_toml(error: tomllib.TOMLDecodeError, text: str) -> ReconcileError:
    """A syntax error with its place, which the parser writes into its sentence."""
    message, _, place = str(error).partition(" (at ")
    match = re.search(r"line (\d+), column (\d+)", place)
    line, column = map(int, match.groups()) if match else (text.count("\n") + 1, None)
    said = message[:1].lower() + message[1:]
    return ReconcileError(f"this is not valid TOML: {said}", path=NAME, line=line, column=column)


def _line_of(key: str, text: str) -> int | None:
    """The line that a key or table stands on."""
    name = re.escape(key)
    at = re.compile(rf"^\s*(?:\[+\s*(?:pair\s*\.\s*)?)?[\"']?{name}[\"']?\s*[\]=.]", re.MULTILINE)
    match = at.search(text)
    return text.count("\n", 0, match.end()) + 1 if match else None


def _value(key: str, value: object) -> object:
    """The value of a key, in the type that `Config` has.

    Raises:
        ReconcileError: the key is not known, or its value is of another type.
    """
    if key not in _KEYS:
        hint = did_you_mean(key, _KEYS) or "."
        raise ReconcileError(f"unknown key {key!r} in [pair]{hint} Known are {', '.join(_KEYS)}")
    if key.startswith("map"):
        return tuple(_columns(value))
    if key in ("zh", "en", "both", "rules"):
        names = [value] if isinstance(value, str) else value
        if not (isinstance(names, list) and all(map(_is_text, names))):
            raise ReconcileError(f"{key} must be a list of file names")
        return tuple(names)
    if not _is_text(value):
        raise ReconcileError(f"{key} must be a text")
    return value


def _is_text(value: object) -> bool:
    """Whether this is a text that may be a name: no name of a file holds a NUL."""
    return isinstance(value, str) and "\0" not in value


def _columns(value: object) -> Iterator[tuple[str, str]]:
    """What `map` says of columns: a table, or a text as on the command line."""
    if isinstance(value, str):
        yield from read_map(value)
    elif isinstance(value, Mapping):
        for name, title in value.items():
            number = type(title) is int and 0 <= title <= LONGEST_ROW
            if not number and not isinstance(title, str):
                raise ReconcileError(f"{name} must be the title or the number of a column")
            yield column_named(name), str(title)
    else:
        raise ReconcileError('a map of columns is a table: {host = "...", partner = "..."}')
