"""The commands and their options.

Each command imports its module when it runs: `reconcile --help` then takes a tenth of the time.
"""

from __future__ import annotations

import functools
import os
import re
from typing import Any

import rich_click as click
from click.exceptions import Exit

from reconcile.cli.options import (
    Showing,
    decision_options,
    reading,
    showing_options,
    source_options,
)
from reconcile.project.request import Request
from reconcile.suggest import did_you_mean
from reconcile.version import __version__

click.rich_click.TEXT_MARKUP = "markdown"
click.rich_click.MAX_WIDTH = 100


class _DefaultGroup(click.RichGroup):
    """A group whose default command is `run`: `reconcile` alone and `reconcile --out X` work."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert `run` where no command is named."""
        if ctx.resilient_parsing and not args:  # a shell completes the first word: a command
            return super().parse_args(ctx, args)
        known = set(self.commands)
        if not args or (args[0] not in known and args[0] not in ("--help", "-h", "--version")):
            self._refuse_misspelt(args[:1])
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def _refuse_misspelt(self, first: list[str]) -> None:
        """Refuse a word that is no command and cannot be a file or page to run on."""
        for word in first:
            if re.fullmatch(r"[A-Za-z][A-Za-z-]*", word) and not os.path.lexists(word):
                hint = did_you_mean(word, self.commands) or "; reconcile --help lists them"
                raise click.UsageError(f"there is no command or file {word!r}{hint}")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of this module, `run` first."""
        return list(self.commands)


@click.group(cls=_DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reconcile")
def reconcile() -> None:
    """Reconcile a Chinese and an English list of the same facts.

    Without a command: `reconcile run`, for the pair that `reconcile.toml` names.
    """


@reconcile.command()
@source_options
@click.option("--rules", multiple=True, metavar="PATH", help="Rule file or folder (repeatable).")
@click.option("--no-rules", is_flag=True, help="Leave all rules aside.")
@click.option("--out", metavar="DIR", help="Where the reports go [reports].")
@click.option(
    "--json",
    "json_file",
    metavar="FILE",
    help="Write report.json to FILE instead; - for standard output.",
)
@click.option("--baseline", metavar="FILE", help="Say what is new and gone since this baseline.")
@click.option("--update-baseline", is_flag=True, help="Then write the baseline anew.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "new", "never"]),
    default="never",
    help="Exit with 1 if such findings are shown, or hidden by --limit [never].",
)
@showing_options
@click.option("-q", "--quiet", is_flag=True, help="Write the reports, print nothing.")
@click.option("--demo", is_flag=True, help="Try it on two small lists that come with it.")
@click.option("--explain-reading", is_flag=True, help="First show what was read, as `read` does.")
@click.option("--watch", is_flag=True, help="Run again when a rule or source is saved.")
def run(
    pair: tuple[str, ...],
    zh: tuple[str, ...],
    en: tuple[str, ...],
    rules: tuple[str, ...],
    no_rules: bool,
    demo: bool,
    watch: bool,
    **options: Any,
) -> None:
    """Reconcile two lists: terminal summary, index.html, report.json, reconciled.csv."""
    from reconcile.cli.run import run_pair

    if demo:
        from reconcile.project.demo import demo_pair

        if pair or zh or en or options["both"]:
            raise click.UsageError("--demo has lists of its own: leave out the others")
        pair = demo_pair()
    request = Request(pair, zh, en, rules, no_rules, **reading(options))
    showing = Showing.taken_from(options)
    once = functools.partial(run_pair, request, showing, **options)
    if watch:
        from reconcile.cli.watch import watch_pair

        raise Exit(watch_pair(request, once, options["out"], options["json_file"], showing.lang))
    raise Exit(once())


@reconcile.command()
@click.argument("files", nargs=-1, metavar="[FILE..]")
@functools.partial(source_options, pair=False)
@click.option("--rows", type=click.IntRange(0), default=10, help="Rows shown of each list [10].")
@click.option("--color/--no-color", default=None, help="Force or forbid colour.")
def read(
    files: tuple[str, ...],
    zh: tuple[str, ...],
    en: tuple[str, ...],
    rows: int,
    color: bool | None,
    **options: Any,
) -> None:
    """Show what is understood of lists: format, columns, hosts, first rows, what is left.

    The language of FILE is told from its text. Exits with 2 where a list holds no rows.
    """
    from reconcile.cli.read import show_reading

    raise Exit(show_reading(Request((), zh, en, **reading(options)), files, rows, color))


@reconcile.command()
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS..")
@click.option("--out", default=".", metavar="FOLDER", help="Where the copies go [this folder].")
def fetch(addresses: tuple[str, ...], out: str) -> None:
    """Keep copies of pages of a wiki, so that a run can be repeated offline.

    ADDRESS is that of a page of any MediaWiki, or `zh:TITLE` for a Wikipedia. Beside each text
    stands a JSON with its revision, by which reports link to the page.
    """
    from reconcile.cli.fetch import fetch_copies

    fetch_copies(addresses, out)


@reconcile.command("init")
@source_options
@click.option("--dry-run", is_flag=True, help="Print what would be written.")
def init(
    pair: tuple[str, ...],
    zh: tuple[str, ...],
    en: tuple[str, ...],
    dry_run: bool,
    **options: Any,
) -> None:
    """Write reconcile.toml and a rule file for the two lists of this folder.

    Which list is Chinese, how each is read and the home country are told from the files. What is
    there already is never overwritten.
    """
    from reconcile.cli.init import run_init

    run_init(Request(pair, zh, en, (), True, **reading(options)), dry_run)


@reconcile.command()
@click.argument("old", metavar="OLD.json")
@click.argument("new", metavar="NEW.json")
@click.option(
    "--format",
    "form",
    type=click.Choice(["full", "concise", "jsonl", "markdown"]),
    default="full",
    help="How changes are printed [full].",
)
@click.option(
    "--fail-on",
    type=click.Choice(["new", "never"]),
    default="never",
    help="Exit with 1 if there are new findings [never].",
)
@click.option("--color/--no-color", default=None, help="Force or forbid colour.")
def diff(old: str, new: str, form: str, fail_on: str, color: bool | None) -> None:
    """Compare two report.json: findings, verdicts and links that are new, gone or changed."""
    from reconcile.cli.diff import show_differences

    raise Exit(show_differences(old, new, form, fail_on, color))


@reconcile.command("eval")
@click.argument("labels", metavar="LABELS.csv")
@source_options
@click.option("--report", metavar="FILE", help="Grade this report.json instead of a new run.")
def evaluate(
    labels: str,
    pair: tuple[str, ...],
    zh: tuple[str, ...],
    en: tuple[str, ...],
    report: str | None,
    **options: Any,
) -> None:
    """Measure the links against graded ones: precision, recall, F1, misses.

    Rules are left aside, and a second figure leaves out every name entry written by hand.
    """
    from reconcile.cli.evaluate import run_evaluation

    request = Request(pair, zh, en, (), True, **reading(options))
    run_evaluation(labels, request, report)


@reconcile.command()
@click.argument("name", metavar="NAME")
@click.option("--country", metavar="CC", help="ISO code of the country the place is in.")
@click.option("--limit", type=click.IntRange(1), default=5, help="Candidates shown [5].")
def name(name: str, country: str | None, limit: int) -> None:
    """Rank candidates for one Chinese name of a place abroad, with the evidence for each."""
    from reconcile.cli.name import show_candidates

    show_candidates(name, country, limit)


@reconcile.command("accept")
@click.argument("key", metavar="ID")
@click.option("--use", type=click.Choice(["zh", "en", "neither"]), help="Which list is right.")
@click.option("--value", metavar="TEXT", help="What is right instead: a date, country, name …")
@click.option("--as", "kind", metavar="KIND", help="The kind of rule: typo, match, no-match …")
@click.option("--ignore", is_flag=True, help="Leave it as it is: known, and no longer put forward.")
@click.option("--because", metavar="TEXT", help="Why; it is written into the rule.")
@decision_options
def accept_finding(
    key: str,
    zh: tuple[str, ...],
    en: tuple[str, ...],
    rules: tuple[str, ...],
    **options: Any,
) -> None:
    """Settle a finding, all of a group, or a link by rules: ID as shown, or its beginning.

    `reconcile explain ID` names the kinds of rules that settle it. What no rule settles is refused,
    unless you `--ignore` it.
    """
    from reconcile.cli.accept import accept

    accept(Request((), zh, en, rules, **reading(options)), key, **options)


@reconcile.command("review")
@click.argument("ids", nargs=-1, metavar="[ID..]")
@click.option("--blind", is_flag=True, help="Hide probabilities and weights.")
@decision_options
def review_questions(
    ids: tuple[str, ...],
    zh: tuple[str, ...],
    en: tuple[str, ...],
    rules: tuple[str, ...],
    **options: Any,
) -> None:
    """Decide open questions one by one in the terminal; each decision becomes a rule."""
    from reconcile.cli.review import review

    review(Request((), zh, en, rules, **reading(options)), ids, **options)


@reconcile.command("undo")
@click.option(
    "-n", "count", type=click.IntRange(1), default=1, metavar="N", help="So many decisions [1]."
)
@click.option("--list", "show", is_flag=True, help="Show what can be undone, the latest first.")
@click.option("--dry-run", is_flag=True, help="Show what would be undone, and write nothing.")
def undo_decisions(count: int, show: bool, dry_run: bool) -> None:
    """Take back the last decisions of accept and review, byte for byte.

    A rule file that was changed since stays as it is.
    """
    from reconcile.cli.undo import undo

    undo(count, dry_run=dry_run, show=show)


@reconcile.command()
@click.argument("paths", nargs=-1, metavar="[RULES]")
@functools.partial(source_options, pair=False)
def check(paths: tuple[str, ...], zh: tuple[str, ...], en: tuple[str, ...], **options: Any) -> None:
    """Check rule files: syntax, contradictions, what is gone, unused or not needed, their tests.

    Exits with 2 if there are errors; with sources (--zh, --en or reconcile.toml) it sees most.
    """
    from reconcile.cli.check import check_rules

    raise Exit(check_rules(Request((), zh, en, **reading(options)), paths))


@reconcile.command()
@click.argument("what", metavar="CODE|NAME|ID")
@click.option("--report", metavar="FILE", help="The report that ids are looked up in.")
@click.option(
    "--lang", type=click.Choice(["en", "zh-Hans", "zh-Hant"]), default="en", help="Language [en]."
)
def explain(what: str, report: str | None, lang: Any) -> None:
    """Say what a code means and what to do, or why an id of a report came out as it did.

    An id is that of a finding, a group, a link, a record or a rule; its beginning is enough.
    """
    from reconcile.cli.explain import explain as explain_it

    explain_it(what, lang, report)


@reconcile.command()
@click.argument("what", type=click.Choice(["report", "rules"]))
def schema(what: str) -> None:
    """Print the JSON Schema of report.json or of rule files."""
    import json

    if what == "report":
        from reconcile.report.contract.schema import report_schema

        made = report_schema()
    else:
        from reconcile.overrides.file.rule_schema import rules_schema

        made = rules_schema()
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
