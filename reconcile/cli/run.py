"""`reconcile run` and `explain`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.output import Showing, fails, needs_baseline, only_new, read_since, show
from reconcile.project.files import write_all
from reconcile.project.prepare import execute
from reconcile.project.request import Request

if TYPE_CHECKING:
    from reconcile.models import Result
    from reconcile.pipeline import Memory
    from reconcile.report.view.view import View


def run_pair(
    request: Request,
    showing: Showing,
    *,
    out: str | None,
    json_file: str | None,
    baseline: str | None,
    update_baseline: bool,
    fail_on: str,
    quiet: bool,
    memory: Memory | None = None,
) -> int:
    """Run, write every output, print the summary; returns the exit code."""
    from reconcile.report.view.baseline import render_baseline
    from reconcile.report.view.view import build_view

    chosen = showing.filter()
    needs_baseline(baseline, update_baseline, fail_on, showing.new_only)
    with _progress(quiet) as progress:
        result, config = execute(request, progress, partial(_tell, quiet), memory)
        progress("writing the report")
        view = build_view(result, read_since(baseline, update_baseline, result))
        if showing.new_only:
            chosen = only_new(chosen, view)
        folder = out or config.out
        outputs = list(rendered(view.in_language(showing.lang), result, json_file))
        quiet = quiet or json_file == "-"
        if baseline and update_baseline:
            outputs.append((str(Path(baseline).absolute()), render_baseline(result.findings)))
        written = write_all(folder, outputs)
    if not quiet:
        try:
            show(view, showing, chosen, written)
            sys.stdout.flush()
        except (BrokenPipeError, SystemExit):
            # The reader of our output has gone (`reconcile | head`); rich exits then. The
            # reports are written, and the exit code is still the run's.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if fails(view, chosen, fail_on) else 0


def rendered(view: View, result: Result, json_file: str | None) -> Iterator[tuple[str, str]]:
    """Each report as (file name, text); report.json goes to standard output if `-` asks for it."""
    from reconcile.report import OUTPUTS

    for output in OUTPUTS:
        text = output.render(view, result)
        if json_file is None or output.name != "json":
            yield output.filename, text
        elif json_file == "-":
            sys.stdout.write(text)
        else:
            yield str(Path(json_file).absolute()), text


def _tell(quiet: bool, note: str) -> None:
    if not quiet and sys.stderr is not None:
        print(f"note: {note}", file=sys.stderr)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A spinner on stderr that names the stage; nothing where stderr is no terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda stage: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda stage: status.update(stage)
