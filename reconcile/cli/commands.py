"""The commands and their options; each imports what it needs when it runs."""

from __future__ import annotations

from typing import Any

import rich_click as click
from click.exceptions import Exit

from reconcile import __version__
from reconcile.cli.request import Request

click.rich_click.TEXT_MARKUP = "markdown"
click.rich_click.MAX_WIDTH = 100


class _DefaultGroup(click.RichGroup):
    """A group whose default command is `run`: `reconcile` alone and `reconcile --out X` work."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert `run` where no command is named."""
        known = set(self.commands)
        if not args or (args[0] not in known and args[0] not in ("--help", "-h", "--version")):
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of this module, `run` first."""
        return list(self.commands)


@click.group(cls=_DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reconcile")
def reconcile() -> None:
    """Reconcile a Chinese and an English list of the same facts.

    Without a command: `reconcile run`, for the pair that `reconcile.toml` names.
    """


def _source_options(function: Any) -> Any:
    options = (
        click.argument("pair", nargs=-1, metavar="[ZH EN]"),
        click.option("--zh", multiple=True, metavar="FILE", help="A Chinese source (repeatable)."),
        click.option("--en", multiple=True, metavar="FILE", help="An English source (repeatable)."),
        click.option("--home", metavar="CC", help="Country whose cities are the hosts [CN]."),
        click.option("--as-of", metavar="DATE", help="The day that counts as today."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@reconcile.command()
@_source_options
@click.option("--rules", multiple=True, metavar="PATH", help="Rule file or folder (repeatable).")
@click.option("--no-rules", is_flag=True, help="Leave all rules aside.")
@click.option("--out", metavar="DIR", help="Where the reports go [reports].")
@click.option(
    "--json",
    "json_file",
    metavar="FILE",
    help="Write report.json to FILE instead; - for standard output.",
)
@click.option("--format", "form", type=click.Choice(["full", "concise"]), default="full")
@click.option("--limit", type=click.IntRange(0), default=10, help="Findings shown [10].")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="never",
    help="Exit with 1 if there are findings of this severity [never].",
)
@click.option("--ascii", "ascii_only", is_flag=True, help="No characters beyond ASCII of our own.")
@click.option("--color/--no-color", default=None, help="Force or forbid colour.")
@click.option("-q", "--quiet", is_flag=True, help="Write the reports, print nothing.")
def run(
    pair: tuple[str, ...],
    zh: tuple[str, ...],
    en: tuple[str, ...],
    home: str | None,
    as_of: str | None,
    rules: tuple[str, ...],
    no_rules: bool,
    **options: Any,
) -> None:
    """Reconcile two lists: terminal summary, index.html, report.json, reconciled.csv."""
    from reconcile.cli.run import run_pair

    request = Request(pair, zh, en, rules, no_rules, home, as_of)
    raise Exit(run_pair(request, **options))


@reconcile.command("eval")
@click.argument("labels", metavar="LABELS.csv")
@_source_options
@click.option("--report", metavar="FILE", help="Grade this report.json instead of a new run.")
def evaluate(
    labels: str,
    pair: tuple[str, ...],
    zh: tuple[str, ...],
    en: tuple[str, ...],
    home: str | None,
    as_of: str | None,
    report: str | None,
) -> None:
    """Measure the links against graded ones: precision, recall, F1, misses.

    Rules are left aside, and a second figure leaves out every name entry written by hand.
    """
    from reconcile.cli.evaluate import run_evaluation

    run_evaluation(labels, Request(pair, zh, en, (), True, home, as_of), report)


@reconcile.command()
@click.argument("name", metavar="NAME")
@click.option("--country", metavar="CC", help="ISO code of the country the place is in.")
@click.option("--limit", type=click.IntRange(1), default=5, help="Candidates shown [5].")
def name(name: str, country: str | None, limit: int) -> None:
    """Rank candidates for one Chinese name of a place abroad, with the evidence for each."""
    from reconcile.cli.name import show_candidates

    show_candidates(name, country, limit)


@reconcile.command()
@click.argument("paths", nargs=-1, metavar="[RULES]")
def check(paths: tuple[str, ...]) -> None:
    """Check rule files: syntax, keys, types; every error with its line and column."""
    from reconcile.cli.run import check_rules

    check_rules(paths)


@reconcile.command()
@click.argument("code", metavar="CODE")
def explain(code: str) -> None:
    """Say what a code of a finding means, and what to do about it."""
    from reconcile.cli.run import explain_code

    explain_code(code)


@reconcile.command()
@click.argument("what", type=click.Choice(["report", "rules"]))
def schema(what: str) -> None:
    """Print the JSON Schema of report.json or of rule files."""
    import json

    if what == "report":
        from reconcile.report.schema import report_schema

        made = report_schema()
    else:
        from reconcile.overrides.schema import rules_schema

        made = rules_schema()
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
