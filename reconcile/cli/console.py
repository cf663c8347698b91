"""The terminal: where lines are drawn in colour, and the spinner that names the stage of a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from reconcile.visible import harmless


class _Printed:
    """A standard stream on which no text from outside acts.

    What rich draws goes past it, by the name that rich gives to the stream behind.
    """

    def __init__(self, stream: TextIO) -> None:
        self.rich_proxied_file = stream

    def write(self, text: str) -> int:
        """Write `text` with escape codes and the like made visible."""
        return self.rich_proxied_file.write(harmless(text))

    def __getattr__(self, name: str) -> object:
        return getattr(self.rich_proxied_file, name)


class _Terminal(Console):
    """A console whose texts do not act on the terminal, and its own colours do."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """The segments of a text, with escape codes and the like made visible."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=harmless(segment.text))


def prepare_streams() -> None:
    """Make the standard streams ready: UTF-8, open, and with no text from outside acting on them.

    One that was closed at the start leads nowhere: the next file that is opened would take its
    number, and what is printed would go into it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123
            setattr(sys, name, stream)
        if name != "stdin" and not isinstance(stream, _Printed):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            setattr(sys, name, cast(TextIO, _Printed(stream)))


def console(color: bool | None) -> Console:
    """Standard output, with colour where the user forces it or a terminal shows it."""
    plain = True if color is False else None
    return _Terminal(force_terminal=color, no_color=plain, highlight=False)


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
