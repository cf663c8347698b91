"""`reconcile.toml`: which lists make up the default pair."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from reconcile.cli.files import read_bytes
from reconcile.errors import ReconcileError

NAME = "reconcile.toml"
_KEYS = {"zh", "en", "home", "rules", "out"}


@dataclass(frozen=True, slots=True)
class Config:
    """The default pair; paths are relative to the working directory."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    home: str = "CN"
    rules: tuple[str, ...] = ()
    out: str = "reports"


def read_config() -> Config:
    """`./reconcile.toml`, or a Config without sources where there is none.

    Raises:
        ReconcileError: the file is no TOML, or has keys or types that are not known.
    """
    if not Path(NAME).is_file():
        return Config()
    try:
        text = read_bytes(NAME, "the settings file").decode("utf-8")
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReconcileError(f"this is not valid TOML: {error}", path=NAME) from None
    pair = data.get("pair", {})
    if not isinstance(pair, dict) or set(data) - {"pair"}:
        raise ReconcileError("only the table [pair] is known here", path=NAME)
    for key, value in pair.items():
        if key not in _KEYS:
            known = ", ".join(sorted(_KEYS))
            raise ReconcileError(f"unknown key {key!r} in [pair]; known are {known}", path=NAME)
        _check_type(key, value)
    return Config(
        tuple(pair.get("zh", ())),
        tuple(pair.get("en", ())),
        pair.get("home", "CN"),
        tuple(pair.get("rules", ())),
        pair.get("out", "reports"),
    )


def _check_type(key: str, value: object) -> None:
    if key in ("zh", "en", "rules"):
        if not (isinstance(value, list) and all(isinstance(x, str) for x in value)):
            raise ReconcileError(f"{key} must be a list of file names", path=NAME)
    elif not isinstance(value, str):
        raise ReconcileError(f"{key} must be a text", path=NAME)
