"""What of a run is shown, and in which form: the options, and the printing itself."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import rich_click as click

from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    from rich.console import Console

    from reconcile.catalogue import Lang
    from reconcile.models import Finding, Result
    from reconcile.report.filter import Filter
    from reconcile.report.view.baseline import Since
    from reconcile.report.view.entries import Section
    from reconcile.report.view.view import View

LIMIT = 10
"""So many entries a plain run shows."""
_RANK = {"error": 3, "warning": 2, "notice": 1, "info": 0}

_OPTIONS = (
    click.option(
        "--select",
        multiple=True,
        metavar="CODES",
        help="Show only these: codes, their beginnings, names or families, with commas.",
    ),
    click.option("--ignore", multiple=True, metavar="CODES", help="Do not show these."),
    click.option(
        "--where",
        multiple=True,
        metavar="FILTER",
        help="Show only what fits, such as 'section:河北 -severity:info'.",
    ),
    click.option("--new-only", is_flag=True, help="Show only what the baseline has not."),
    click.option(
        "--group-by",
        type=click.Choice(["code", "section", "host", "severity", "origin", "file", "country"]),
        help="Put what is shown under headings.",
    ),
    click.option("--statistics", is_flag=True, help="Show only how many there are of each code."),
    click.option("--limit", type=click.IntRange(0), help="Show so many [10 in a plain run]."),
    click.option(
        "--format",
        "form",
        type=click.Choice(["full", "concise", "jsonl", "sarif", "markdown"]),
        default="full",
        help="How findings are printed [full].",
    ),
    click.option(
        "--lang",
        type=click.Choice(["en", "zh-Hans", "zh-Hant"]),
        default="en",
        help="Language of what is printed, and of the page [en].",
    ),
    click.option("--ascii", "ascii_only", is_flag=True, help="No signs of our own beyond ASCII."),
    click.option("--color/--no-color", default=None, help="Force or forbid colour."),
    click.option("-v", "--verbose", is_flag=True, help="Every piece of evidence for a link."),
)


def showing_options(function: Any) -> Any:
    """The options of a command that shows findings; `Showing.taken_from` reads them."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@dataclass(frozen=True, slots=True)
class Showing:
    """What the user wants to see. None of it changes what is written into the reports."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    new_only: bool = False
    group_by: str | None = None
    statistics: bool = False
    limit: int | None = None
    form: str = "full"
    lang: Lang = "en"
    ascii_only: bool = False
    color: bool | None = None
    verbose: bool = False

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> Showing:
        """Take these options out of those of a command."""
        return cls(**{f.name: options.pop(f.name) for f in fields(cls) if f.name in options})

    def filter(self) -> Filter:
        """What is to be shown, without `--new-only`.

        Raises:
            ReconcileError: a code, field or value is not known, or options exclude each other.
        """
        from reconcile.report.filter import Filter, codes_named, parse_terms

        if self.statistics and self.form in ("sarif", "markdown"):
            raise ReconcileError(f"--statistics does not go with --format {self.form}")
        return Filter(
            codes_named(self.select), codes_named(self.ignore), parse_terms(" ".join(self.where))
        )


def read_since(path: str | None, update: bool, result: Result) -> Since | None:
    """What is new and gone since the baseline in `path`; None where it is about to be made.

    Raises:
        ReconcileError: the file is missing and not to be made, or is no baseline.
    """
    from reconcile.project.files import read_text
    from reconcile.report.view.baseline import read_baseline, since

    if path is None or (update and not os.path.lexists(path)):
        return None
    text = read_text(path, "the baseline")
    return since(path, read_baseline(text, path), result.findings)


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
    from reconcile.report.terminal import render_terminal

    plain = chosen.is_empty and showing.group_by is None
    limit = LIMIT if plain and showing.limit is None else showing.limit
    render_terminal(
        view,
        _console(showing),
        limit=limit,
        ascii_only=showing.ascii_only,
        verbose=showing.verbose,
        outputs=written,
        sections=None if plain else _sections(view, showing, chosen.pick(view)),
    )


def _console(showing: Showing) -> Console:
    from rich.console import Console

    plain = True if showing.color is False else None
    return Console(force_terminal=showing.color, no_color=plain, highlight=False)


def _sections(view: View, showing: Showing, findings: Sequence[Finding]) -> list[Section]:
    """The findings as entries, under the headings asked for."""
    from reconcile.report.facets import grouped
    from reconcile.report.view.entries import Section, build_entries

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
    from reconcile.catalogue import BY_CODE
    from reconcile.report.view import texts
    from reconcile.report.view.captions import country_name, label

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
    from reconcile.report.excerpt import visible
    from reconcile.report.facets import grouped

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
    from reconcile.report.markdown import render_markdown

    print(render_markdown(view, _sections(view, showing, findings), showing.limit), end="")


def _lines(view: View, showing: Showing, findings: Sequence[Finding]) -> None:
    """The forms for programs: one finding after the other, and nothing else on stdout."""
    from reconcile.catalogue import say
    from reconcile.report.facets import grouped
    from reconcile.report.jsonl import render_jsonl
    from reconcile.report.sarif import render_sarif
    from reconcile.report.terminal import render_concise
    from reconcile.report.view import texts

    if showing.group_by:
        groups = grouped(view, findings, showing.group_by)
        findings = [f for _, members in groups for f in members]
    shown = findings[: showing.limit]
    renders: Mapping[str, Any] = {
        "concise": render_concise,
        "jsonl": render_jsonl,
        "sarif": render_sarif,
    }
    print(renders[showing.form](view, shown), end="")
    if hidden := len(findings) - len(shown):
        print(say(texts.FINDINGS_NOT_SHOWN, {"n": hidden}, view.lang), file=sys.stderr)


def only_new(chosen: Filter, view: View) -> Filter:
    """The filter, for what is new since the baseline; where that is just made, nothing is."""
    if view.since is None:
        return replace(chosen, only=frozenset())
    return replace(chosen, only=view.since.new)
