"""The terminal: where lines are drawn in colour, and the spinner that names the stage of a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console


def console(color: bool | None) -> Console:
    """Standard output, with colour where the user forces it or a terminal shows it."""
    plain = True if color is False else None
    return Console(force_terminal=color, no_color=plain, highlight=False)


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A spinner on stderr that names the stage; nothing where stderr is no terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda stage: None
        return
    with Console(stderr=True).status("starting") as status:
        yield lambda stage: status.update(stage)


def discard_output() -> None:
    """Let what is still to be printed, if only at the end of the process, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
