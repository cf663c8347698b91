"""The options that several commands share, and the values that they become."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import rich_click as click

if TYPE_CHECKING:
    from reconcile.catalogue import Lang

_SOURCES = (
    click.option("--zh", multiple=True, metavar="FILE", help="A Chinese source (repeatable)."),
    click.option("--en", multiple=True, metavar="FILE", help="An English source (repeatable)."),
    click.option(
        "--both",
        multiple=True,
        metavar="FILE",
        help="A list in both languages (repeatable): its own pairs of names are checked.",
    ),
    click.option("--host-zh", metavar="NAME", help="Whose partners the Chinese list has."),
    click.option("--host-en", metavar="NAME", help="The same for the English list."),
    click.option("--home", metavar="CC", help="Country whose cities are the hosts (ISO code)."),
    click.option(
        "--scope",
        type=click.Choice(["cities", "all"]),
        help="What the English list covers: cities alone, or provinces as well.",
    ),
    click.option("--format-zh", metavar="NAME", help="Format of the Chinese sources."),
    click.option("--format-en", metavar="NAME", help="Format of the English sources."),
    click.option("--encoding", metavar="NAME", help="Encoding of the files, such as gb18030."),
    click.option("--encoding-zh", metavar="NAME", help="The same for one side."),
    click.option("--encoding-en", metavar="NAME", help="The same for one side."),
    click.option(
        "--map",
        "maps",
        multiple=True,
        metavar="ROLE=COLUMN,..",
        help="What columns of CSV or JSON hold: host=A,partner=B,country=C,date=D.",
    ),
    click.option("--map-zh", "maps_zh", multiple=True, help="The same for one side."),
    click.option("--map-en", "maps_en", multiple=True, help="The same for one side."),
    click.option("--as-of", metavar="DATE", help="The day that counts as today."),
)

_DECISION = (
    click.option("--rules", multiple=True, metavar="FILE", help="The rule file to write into."),
    click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing."),
)


_SHOWING = (
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


def _with(options: tuple[Any, ...], function: Any) -> Any:
    """A command with these options, in this order."""
    for option in reversed(options):
        function = option(function)
    return function


def source_options(function: Any, pair: bool = True) -> Any:
    """The options that say which lists are read and how; with `pair` the two may stand alone."""
    function = _with(_SOURCES, function)
    return click.argument("pair", nargs=-1, metavar="[ZH EN]")(function) if pair else function


def decision_options(function: Any) -> Any:
    """The options of a command that writes rules."""
    return source_options(_with(_DECISION, function), pair=False)


def showing_options(function: Any) -> Any:
    """The options of a command that shows findings; `Showing.taken_from` reads them."""
    return _with(_SHOWING, function)


def reading(options: dict[str, Any]) -> dict[str, Any]:
    """Take the options that say how sources are read out of all options."""
    alike = ("encoding", "encoding_zh", "encoding_en", "maps", "maps_zh", "maps_en")
    own = ("host_zh", "host_en", "format_zh", "format_en")
    names = ("both", "home", "as_of", "scope", *own, *alike)
    return {name: options.pop(name) for name in names}


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
