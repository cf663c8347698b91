"""`reconcile run`: every report is written, and the summary printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reconcile.cli.console import console, discard_output, progress
from reconcile.cli.options import Showing
from reconcile.cli.output import asked_for, fails, needs_baseline, only_new, read_since, show
from reconcile.models import Result
from reconcile.pipeline import RunCache
from reconcile.project.files import write_all
from reconcile.project.prepare import prepare
from reconcile.project.request import Request
from reconcile.report import OUTPUTS
from reconcile.report.filter import Filter
from reconcile.report.reading import ROWS_SHOWN, render_reading
from reconcile.report.view.baseline import render_baseline
from reconcile.report.view.view import View, build_view


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
    explain_reading: bool = False,
    cache: RunCache | None = None,
) -> int:
    """Run, write every output, print the summary; returns the exit code."""
    chosen = asked_for(showing)
    needs_baseline(baseline, update_baseline, fail_on, showing.new_only)
    quiet = quiet or json_file == "-"
    with progress(quiet) as stage:
        ready = prepare(request)
        if not quiet and sys.stderr is not None:
            for note in ready.notes:
                print(f"note: {note}", file=sys.stderr)
        result = ready.run(progress=stage, cache=cache)
        if sys.stderr is not None:
            for finding in result.findings:
                if finding.systemic and finding.severity == "error" and finding.rule is None:
                    print(f"error: {finding.message}", file=sys.stderr)
        stage("writing the report")
        view = build_view(result, read_since(baseline, update_baseline, result))
        outputs = list(rendered(view.in_language(showing.lang), result, json_file))
        if baseline and update_baseline:
            outputs.append((str(Path(baseline).absolute()), render_baseline(result)))
        written = write_all(out or ready.config.out, outputs, inputs=ready.inputs)
    if showing.new_only:
        chosen = only_new(chosen, view)
    if explain_reading:
        for source in result.sources:
            render_reading(source, ready.settings.home, console(showing.color), ROWS_SHOWN)
    if not quiet:
        _print(view, showing, chosen, written)
    return 1 if fails(view, chosen, fail_on) else 0


def _print(view: View, showing: Showing, chosen: Filter, written: Sequence[str]) -> None:
    try:
        show(view, showing, chosen, written)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):
        # The reader of our output has gone (`reconcile | head`); rich exits then. The reports are
        # written, and the exit code is still the run's.
        discard_output()


def rendered(view: View, result: Result, json_file: str | None) -> Iterator[tuple[str, str]]:
    """Each report as (file name, text); report.json goes to standard output if `-` asks for it."""
    for output in OUTPUTS:
        text = output.render(view, result)
        if json_file is None or output.name != "json":
            yield output.filename, text
        elif json_file == "-":
            sys.stdout.write(text)
        else:
            yield str(Path(json_file).absolute()), text
