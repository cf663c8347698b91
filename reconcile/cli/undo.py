"""`reconcile undo`: take back the last decisions of `accept` and `review`, byte for byte."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from reconcile import utf8
from reconcile.catalogue import counted
from reconcile.errors import CombinedError, ReconcileError
from reconcile.overrides import load_rules
from reconcile.overrides.wording import joined
from reconcile.project.config import read_config
from reconcile.project.files import read_bytes, replace_all
from reconcile.project.journal import Journal, Step, digest, rendered
from reconcile.project.lock import locked


def undo(count: int, *, dry_run: bool, show: bool) -> None:
    """Take back the last `count` decisions, all or none, or with `show` only list what there is.

    Raises:
        ReconcileError: there are fewer, or a rule file was changed since.
    """
    journal = Journal(read_config().out)
    steps = journal.steps()
    if not steps:
        raise ReconcileError("no decision of accept or review is left to undo")
    if show:
        for n, step in enumerate(reversed(steps), 1):
            print(f"{n:>3}  {step.path}  {', '.join(step.rules)}")
        return
    if count > len(steps):
        raise ReconcileError(f"only {counted(len(steps), 'decision')} can be undone")
    with locked(journal.path, *(Path(s.path) for s in steps)):
        steps = journal.steps()
        texts = _without(steps[-count:])
        if not dry_run:
            _write(texts, journal, steps[:-count])
    for path, (before, after) in texts.items():
        print("\n".join(_diff(path, before, after or "")))
    print(f"\n{'this would be' if dry_run else 'this was'} undone; nothing else has changed")


def _without(steps: Sequence[Step]) -> dict[str, tuple[str, str | None]]:
    """Rule file → its text now, and as it was before the steps; None where there was no file."""
    texts: dict[str, tuple[str, str | None]] = {}
    for step in reversed(steps):
        if not Path(step.path).is_file():
            continue  # it was deleted, and the rules with it
        now, text = texts.get(step.path) or (_read(step.path),) * 2
        before = step.insertion.out_of(text or "")
        if text is None or digest(text) != step.after or before is None:
            if _is_there(step, text or ""):
                raise ReconcileError(_changed(step), path=step.path)
            continue  # it was deleted by hand
        texts[step.path] = now, None if step.new else before
    return texts


def _read(path: str) -> str:
    return utf8.decode(read_bytes(path, "the rule file"), path)


def _is_there(step: Step, text: str) -> bool:
    """Whether a rule of the step is still in the file; if that cannot be read, it may be."""
    try:
        return not {r.id for r in load_rules([(step.path, text)]).rules}.isdisjoint(step.rules)
    except CombinedError:
        return True


def _changed(step: Step) -> str:
    return (
        f"this file was changed since {joined(step.rules)} went in, so it cannot be put back as it "
        "was: delete that by hand, and undo goes on with what was decided before"
    )


def _write(
    texts: dict[str, tuple[str, str | None]], journal: Journal, steps: Sequence[Step]
) -> None:
    """Write all files and the journal, or nothing; a file that was not there before goes."""
    changed = [(Path(path), after) for path, (_, after) in texts.items() if after is not None]
    try:
        list(replace_all([*changed, (journal.path, rendered(steps))]))
        for path, (_, after) in texts.items():
            if after is None:
                Path(path).unlink()
    except OSError as error:
        raise ReconcileError(
            f"this cannot be undone: {error.strerror}", path=error.filename
        ) from None


def _diff(path: str, before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="")
    return list(lines)
