"""`reconcile run --watch`: run again when a rule or a source is saved, and tell what changed."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import watch as changes_of

from reconcile.catalogue import Lang
from reconcile.cli.run import rendered
from reconcile.errors import ReconcileError
from reconcile.models import Result
from reconcile.pipeline import RunCache
from reconcile.project.config import NAME
from reconcile.project.files import is_rule_file, write_all
from reconcile.project.prepare import Prepared, prepare
from reconcile.project.request import Request
from reconcile.report.changes import changes, print_changes
from reconcile.report.view.view import build_view

_SETTLED = 50
"""Milliseconds without a change after which a file counts as saved: editors write in pieces."""
_LOOK_EVERY = 1000
"""Milliseconds."""


def watch_pair(
    request: Request,
    once: Callable[..., int],
    out: str | None,
    json_file: str | None,
    lang: Lang = "en",
) -> int:
    """Run, then wait for changes until the user stops it; always returns 0.

    Args:
        request: what is run.
        once: makes the first run and prints its summary; takes a `cache`.
        out: the folder of the reports, if the user names one.
        json_file: where report.json goes, if the user says so.
        lang: the language of the page.

    Raises:
        ReconcileError: the first run is not possible.
    """
    if json_file == "-":
        raise ReconcileError("--json - and --watch do not go together: name a file")
    cache = RunCache()
    watched = _Watched(prepare(request))
    try:
        once(cache=cache)
        last, _ = _run(request, cache)
        gc.freeze()  # the tables stay: to look through them for garbage takes longer than a run
        print("watching; stop with Ctrl-C", flush=True)
        while True:
            watched.wait()
            started = time.perf_counter()
            watched.look()
            try:
                new, ready = _run(request, cache)
            except ReconcileError as error:
                print(f"\n{error}\nnothing is done until this is mended", flush=True)
                continue
            print(f"\nafter {time.perf_counter() - started:.2f} s:")
            print_changes(changes(last, new))
            print(end="", flush=True)
            _publish(new, ready, out, json_file, lang)
            watched, last = watched.followed_by(ready), new
    except KeyboardInterrupt:
        print("\nstopped")
    return 0


def _run(request: Request, cache: RunCache) -> tuple[Result, Prepared]:
    ready = prepare(request)
    return ready.run(cache=cache), ready


def _publish(
    result: Result, ready: Prepared, out: str | None, json_file: str | None, lang: Lang
) -> None:
    try:
        view = build_view(result).in_language(lang)
        outputs = list(rendered(view, result, json_file))
        write_all(out or ready.config.out, outputs, inputs=ready.inputs)
    except ReconcileError as error:
        print(error, flush=True)


class _Watched:
    """The files that a run is made of, and how they were when last looked at.

    The system tells of changes at once where it can; that nothing is missed (a save while a run
    is on, a network folder) is seen to by looking at the files once a second.
    """

    def __init__(self, ready: Prepared) -> None:
        sources = [Path(d.path.partition("#")[0]) for d in ready.documents]
        rules = [Path(p) for p in ready.rule_paths]
        self.folders = sorted({p.resolve() for p in rules if p.is_dir()})
        files = (*sources, *(p for p in rules if not p.is_dir()), Path(NAME))
        self.files = sorted({p.resolve() for p in files if p.parent.is_dir()})
        self._changes: Iterator[object] | None = None
        self.look()

    def followed_by(self, ready: Prepared) -> _Watched:
        """What is to be watched after the next run: mostly the same."""
        new = _Watched(ready)
        if (new.files, new.folders) != (self.files, self.folders):
            return new
        return self

    def look(self) -> None:
        """Take note of how the files are now."""
        self._seen = self._state()

    def _state(self) -> list[tuple[str, int, int]]:
        inside = [p for f in self.folders if f.is_dir() for p in f.iterdir() if is_rule_file(p)]
        found = []
        for path in sorted({*self.files, *inside}):
            with contextlib.suppress(OSError):  # gone in this moment
                now = path.stat()
                found.append((str(path), now.st_mtime_ns, now.st_size))
        return found

    def wait(self) -> None:
        """Return when one of the files is not as it was. Raises KeyboardInterrupt on Ctrl-C."""
        if self._changes is None:
            places = sorted({*(p.parent for p in self.files), *self.folders})
            self._changes = changes_of(
                *places,
                watch_filter=None,
                step=_SETTLED,
                rust_timeout=_LOOK_EVERY,
                yield_on_timeout=True,
                recursive=False,
            )
        while self._state() == self._seen:
            next(self._changes)
