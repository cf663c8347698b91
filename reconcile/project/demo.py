"""The two small lists of `reconcile run --demo`: those of `examples/`, or of the package."""

from __future__ import annotations

from importlib.resources import as_file, files

_NAMES = ("zh-sister-cities-of-japan.wiki", "en-twin-towns-and-sister-cities-in-japan.wiki")


def demo_pair() -> tuple[str, str]:
    """The paths of a Chinese and an English list."""
    with as_file(files("reconcile")) as package:
        inside = package / "data" / "demo"
        folder = inside if inside.is_dir() else package.parent / "examples"
    zh, en = (str(folder / name) for name in _NAMES)
    return zh, en
