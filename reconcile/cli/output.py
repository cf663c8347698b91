"""What of a run is shown: filters, headings, limits, and the printing itself."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reconcile.catalogue import BY_CODE, say
from reconcile.cli.console import console
from reconcile.cli.options import Showing
from reconcile.errors import ReconcileError
from reconcile.models import Finding, Result
from reconcile.project.files import read_text
from reconcile.report.facets import grouped
from reconcile.report.filter import Filter, codes_named, parse_terms
from reconcile.report.jsonl import render_jsonl
from reconcile.report.markdown import render_markdown
from reconcile.report.sarif import render_sarif
from reconcile.report.terminal import render_concise, render_terminal
from reconcile.report.view import texts
from reconcile.report.view.baseline import Since, read_baseline, since
from reconcile.report.view.captions import country_name, label
from reconcile.report.view.entries import Section, build_entries
from reconcile.report.view.view import View
from reconcile.visible import visible

LIMIT = 10
"""So many entries a plain run shows."""
_RANK = {"error": 3, "warning": 2, "notice": 1, "info": 0}
_FOR_PROGRAMS: Mapping[str, Callable[[View, Sequence[Finding]], str]] = {
    "concise": render_concise,
    "jsonl": render_jsonl,
    "sarif": render_sarif,
}


def asked_for(showing: Showing) -> Filter:
    """What is to be shown, without `--new-only`.

    Raises:
        ReconcileError: a code, field or value is not known, or options exclude each other.
    """
    if showing.statistics and showing.form in ("sarif", "markdown"):
        raise ReconcileError(f"--statistics does not go with --format {showing.form}")
    return Filter(
        codes_named(showing.select),
        codes_named(showing.ignore),
        parse_terms(" ".join(showing.where)),
    )


def read_since(path: str | None, update: bool, result: Result) -> Since | None:
    """What is new and gone since the baseline in `path`; None where it is about to be made.

    Raises:
        ReconcileError: the file is missing and not to be made, or is no baseline.
    """
    if path is None or (update and not os.path.lexists(path)):
        return None
    text = read_text(path, "the baseline")
    return since(path, read_baseline(text, path), result)


def needs_baseline(path: str | None, update: bool, fail_on: str, new_only: bool) -> None:
    """Refuse options that compare with a baseline where none is named.

    Raises:
        ReconcileError: there is none.
    """
    asked = {
        "--update-baseline": update,
        "--new-only": new_only,
        "--fail-on new": fail_on == "new",
    }
    for option, given in asked.items():
        if given and path is None:
            raise ReconcileError(f"{option} needs to know the baseline: add --baseline FILE")


def fails(view: View, chosen: Filter, fail_on: str) -> bool:
    """Whether a finding that the filter lets pass is as bad as `fail_on` says."""
    if fail_on == "never":
        return False
    found = [f for f in chosen.pick(view) if f.rule is None]
    if fail_on == "new":
        new = view.since.new if view.since else frozenset()
        return any(f.id in new and f.severity != "info" for f in found)
    return any(_RANK[f.severity] >= _RANK[fail_on] for f in found)


def show(view: View, showing: Showing, chosen: Filter, written: Sequence[str]) -> None:
    """Print what the user wants to see; how many a limit hides is said, on stderr if need be."""
    view = view.in_language(showing.lang)
    if showing.statistics:
        _statistics(view, showing, chosen.pick(view))
    elif showing.form == "full":
        _full(view, showing, chosen, written)
    elif showing.form == "markdown":
        _markdown(view, showing, chosen.pick(view))
    else:
        _lines(view, showing, chosen.pick(view))


def _full(view: View, showing: Showing, chosen: Filter, written: Sequence[str]) -> None:

    plain = chosen.is_empty and showing.group_by is None
    limit = LIMIT if plain and showing.limit is None else showing.limit
    render_terminal(
        view,
        console(showing.color),
        limit=limit,
        ascii_only=showing.ascii_only,
        verbose=showing.verbose,
        outputs=written,
        sections=None if plain else _sections(view, showing, chosen.pick(view)),
    )


def _sections(view: View, showing: Showing, findings: Sequence[Finding]) -> list[Section]:
    """The findings as entries, under the headings asked for."""
    groups = (
        grouped(view, findings, showing.group_by) if showing.group_by else [("", tuple(findings))]
    )
    return [
        Section(
            _heading(showing, key) if showing.group_by else "",
            build_entries(members, view.links, view.documents),
        )
        for key, members in groups
    ]


def _heading(showing: Showing, key: str) -> str:
    """What a group has in common, in words."""
    if not key:
        return texts.NONE.said_in(showing.lang)
    if showing.group_by in (None, "code") and key in BY_CODE:
        code = BY_CODE[key]
        return f"{key} {code.name}: {code.title.said_in(showing.lang)}"
    if showing.group_by == "country":
        return f"{key} {country_name(key, showing.lang)}"
    tables = {"severity": texts.SEVERITIES, "origin": texts.ORIGINS}
    table = tables.get(showing.group_by or "")
    return label(table, key, showing.lang) if table else key


def _statistics(view: View, showing: Showing, findings: Sequence[Finding]) -> None:

    rows = grouped(view, findings, showing.group_by or "code")
    rows.sort(key=lambda row: -len(row[1]))
    cells = max((len(f"{len(members):,}") for _, members in rows), default=1)
    for key, members in rows:
        if showing.form == "jsonl":
            row = {showing.group_by or "code": key, "count": len(members)}
            print(json.dumps(row, ensure_ascii=False))
        else:
            print(f"{len(members):>{cells},}  {visible(_heading(showing, key))}")


def _markdown(view: View, showing: Showing, findings: Sequence[Finding]) -> None:

    print(render_markdown(view, _sections(view, showing, findings), showing.limit), end="")


def _lines(view: View, showing: Showing, findings: Sequence[Finding]) -> None:
    """The forms for programs: one finding after the other, and nothing else on stdout."""
    if showing.group_by:
        groups = grouped(view, findings, showing.group_by)
        findings = [f for _, members in groups for f in members]
    shown = findings[: showing.limit]
    print(_FOR_PROGRAMS[showing.form](view, shown), end="")
    if hidden := len(findings) - len(shown):
        print(say(texts.FINDINGS_NOT_SHOWN, {"n": hidden}, view.lang), file=sys.stderr)


def only_new(chosen: Filter, view: View) -> Filter:
    """The filter, for what is new since the baseline; where that is just made, nothing is."""
    if view.since is None:
        return replace(chosen, only=frozenset())
    return replace(chosen, only=view.since.new)
