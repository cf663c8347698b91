"""`reconcile diff`: what changed between two reports."""

from __future__ import annotations

from rich.text import Text

from reconcile.cli.console import console
from reconcile.project.files import read_text
from reconcile.report.saved import differences
from reconcile.report.saved.compare import Comparison, compare
from reconcile.report.saved.read import read_report


def show_differences(old: str, new: str, form: str, fail_on: str, color: bool | None) -> int:
    """Compare two `report.json` and print what is new, gone and changed; returns the exit code.

    Raises:
        ReconcileError: one of the files is no report, or one of another version.
    """
    old_report, new_report = (
        read_report(read_text(path, "the report"), path) for path in (old, new)
    )
    comparison = compare(old_report, new_report)
    _print(comparison, form, color)
    return 1 if fail_on == "new" and _has_new(comparison) else 0


def _has_new(comparison: Comparison) -> bool:
    """Whether a finding that is no mere remark is open now and was not before."""
    return any(
        d.new is not None
        and d.new.rule is None
        and d.new.severity != "info"
        and (d.old is None or d.old.rule is not None)
        for d in comparison.of("finding")
    )


def _print(comparison: Comparison, form: str, color: bool | None) -> None:
    if form == "jsonl":
        print(differences.render_jsonl(comparison), end="")
    elif form == "markdown":
        print(differences.render_markdown(comparison), end="")
    elif form == "concise":
        for line in differences.concise_lines(comparison):
            print(line)
    else:
        out = console(color)
        for line, style in differences.full_lines(comparison, max(out.width, 40)):
            out.print(Text(line, style), soft_wrap=True)
