"""`reconcile run`, `check` and `explain`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.config import read_config
from reconcile.cli.execute import execute
from reconcile.cli.files import read_rules, write_all
from reconcile.cli.request import Request
from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    from reconcile.report.view import View

_RANK = {"error": 3, "warning": 2, "notice": 1, "info": 0}


def run_pair(
    request: Request,
    *,
    out: str | None,
    json_file: str | None,
    form: str,
    limit: int,
    fail_on: str,
    ascii_only: bool,
    color: bool | None,
    quiet: bool,
) -> int:
    """Run, write every output, print the summary; returns the exit code."""
    from reconcile.report import OUTPUTS
    from reconcile.report.view import build_view

    with _progress(quiet) as progress:
        result, config = execute(request, progress)
        progress("writing the report")
        view = build_view(result)
        folder = out or config.out
        outputs = []
        for output in OUTPUTS:
            name = output.filename
            if json_file and output.name == "json":
                if json_file == "-":
                    sys.stdout.write(output.render(view, result))
                    quiet = True
                    continue
                name = str(Path(json_file).absolute())
            outputs.append((name, output.render(view, result)))
        written = write_all(folder, outputs)
    if not quiet:
        try:
            _print(view, form, limit, ascii_only, color, written)
            sys.stdout.flush()
        except (BrokenPipeError, SystemExit):
            # The reader of our output has gone (`reconcile | head`); rich exits then. The
            # reports are written, and the exit code is still the run's.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    worst = max((_RANK[f.severity] for f in result.findings if f.rule is None), default=-1)
    return 1 if fail_on != "never" and worst >= _RANK[fail_on] else 0


def _print(
    view: View,
    form: str,
    limit: int,
    ascii_only: bool,
    color: bool | None,
    written: Sequence[str],
) -> None:
    from rich.console import Console

    from reconcile.report.terminal import render_concise, render_terminal

    if form == "concise":
        print(render_concise(view), end="")
        return
    console = Console(
        force_terminal=color, no_color=True if color is False else None, highlight=False
    )
    render_terminal(view, console, limit=limit, ascii_only=ascii_only, outputs=written)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A spinner on stderr that names the stage; nothing where stderr is no terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda stage: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda stage: status.update(stage)


def check_rules(paths: Sequence[str]) -> None:
    """Load rule files and say that they are fine, or raise what is wrong with them."""
    from reconcile.overrides import load_rules

    chosen = list(paths) or list(read_config().rules)
    if not chosen:
        raise ReconcileError("name a rule file or folder: reconcile check RULES")
    files = read_rules(chosen)
    rules = load_rules(files)
    from reconcile.report.labels import plural

    print(f"{plural(len(rules.rules), 'rule')} in {plural(len(files), 'file')}: no errors")


def explain_code(code: str) -> None:
    """Print the catalogue's entry of a code or name."""
    from reconcile.catalogue import BY_CODE, BY_NAME

    entry = BY_CODE.get(code.upper()) or BY_NAME.get(code.lower())
    if entry is None:
        import difflib

        close = difflib.get_close_matches(code, [*BY_CODE, *BY_NAME], 1)
        hint = f"; is {close[0]} meant?" if close else ""
        raise ReconcileError(f"there is no code or name {code!r}{hint}")
    print(f"{entry.code} {entry.name} ({entry.severity}): {entry.title}\n")
    print(entry.meaning)
    print(f"What to do: {entry.action}")
    if entry.rule_kind:
        print(f"Settled by a rule of the kind: {entry.rule_kind}")
