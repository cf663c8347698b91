"""From a request to all that a run is made of: which sources, which rules, which settings."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.errors import ReconcileError
from reconcile.models import Document, Result, Side
from reconcile.overrides import RuleSet, load_rules
from reconcile.pipeline import Progress, RunCache, Settings, run
from reconcile.places.home.base import Scope
from reconcile.project.config import NAME, Columns, Config, read_config
from reconcile.project.files import read_rules
from reconcile.project.request import Request
from reconcile.project.sources import read_documents
from reconcile.sources.document import Layout
from reconcile.sources.formats.columns.meaning import read_map
from reconcile.sources.home_country import home_of

DEFAULT_HOME = "CN"


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that a run is made of, read from the files."""

    config: Config
    documents: Sequence[Document]
    rule_paths: Sequence[str]
    rules: RuleSet
    settings: Settings
    notes: Sequence[str] = ()
    """What the user should know of the sources and settings."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """All files that the run is made of."""
        sources = (p for d in self.documents for p in (d.path, d.path.partition("#")[0]))
        rules = (r.position.path for r in self.rules.rules)
        return tuple(dict.fromkeys((*sources, *self.rule_paths, *rules, NAME)))

    def run(
        self,
        rules: RuleSet | None = None,
        progress: Progress = lambda stage: None,
        cache: RunCache | None = None,
    ) -> Result:
        """A run, with other rules if some are given. Raises as `pipeline.run`."""
        used = self.rules if rules is None else rules
        return run(self.documents, used, self.settings, progress, cache)


def prepare(request: Request) -> Prepared:
    """Read the settings, sources and rules that a request names.

    Raises:
        ReconcileError: for any input that cannot be used.
    """
    config = read_config()
    if request.own_sources:
        config = Config(out=config.out)  # the rest speaks of the default pair
    zh, en, both = _sources(request, config)
    layouts = layouts_of(request, config)
    rule_paths = _rule_paths(request, config)
    notes: list[str] = []
    documents = read_documents(zh, en, layouts, request.pages, notes.append, both)
    rules = load_rules(read_rules(rule_paths))
    home, note = home_for(documents, request.home or config.home)
    notes += [note] if note else []
    settings = Settings(
        as_of=day(request.as_of),
        home=home,
        curated=request.curated,
        scope=scope_named(request.scope or config.scope),
    )
    return Prepared(config, documents, rule_paths, rules, settings, notes)


def home_for(documents: Sequence[Document], stated: str | None) -> tuple[str, str | None]:
    """The home country: as stated, else that of the hosts, else China.

    With it comes what the user should know of it: nothing where it is stated or China.
    """
    if stated is not None:
        return stated, None
    found = home_of(documents)
    if found is None or found == DEFAULT_HOME:
        return DEFAULT_HOME, None
    return found, f"the hosts are taken for places of {found}; --home names another country"


def scope_named(text: str | None) -> Scope | None:
    """What the English list covers, by its name.

    Raises:
        ReconcileError: there is no such scope.
    """
    known: dict[str, Scope] = {"cities": "cities", "all": "all"}
    if text is None or text in known:
        return known.get(text or "")
    raise ReconcileError(f"the scope is cities or all, not {text!r}")


def layouts_of(request: Request, config: Config) -> dict[Side, Layout]:
    """How the files of each side are to be read: the command line's word, then the settings'."""

    def columns(own: Sequence[str], both: Columns, side: Columns) -> Columns:
        given = [pair for text in (*request.maps, *own) for pair in read_map(text)]
        return tuple((dict(both) | dict(side) | dict(given)).items())

    return {
        "zh": Layout(
            request.format_zh or config.format_zh,
            request.encoding_zh or request.encoding or config.encoding_zh or config.encoding,
            columns(request.maps_zh, config.map, config.map_zh),
            request.host_zh or config.host_zh or config.host,
        ),
        "en": Layout(
            request.format_en or config.format_en,
            request.encoding_en or request.encoding or config.encoding_en or config.encoding,
            columns(request.maps_en, config.map, config.map_en),
            request.host_en or config.host_en or config.host,
        ),
    }


def _sources(request: Request, config: Config) -> tuple[Sequence[str], ...]:
    """The Chinese sources, the English ones, and those in both languages."""
    zh, en, both = request.zh, request.en, request.both
    if request.pair:
        if len(request.pair) != 2 or zh or en:
            raise ReconcileError(
                "give the Chinese list and the English list, in this order, "
                "or name any number of files with --zh and --en"
            )
        return request.pair[:1], request.pair[1:], both
    if not request.own_sources:
        zh, en, both = config.zh, config.en, config.both
        if not both and not (zh and en):
            raise ReconcileError(
                "no sources are given and this folder has no reconcile.toml that names any. "
                "Try: reconcile run CHINESE_LIST ENGLISH_LIST"
            )
    return zh, en, both


def _rule_paths(request: Request, config: Config) -> Sequence[str]:
    """Rules named by the user; those of the default pair only where its sources are used."""
    if request.no_rules:
        return ()
    if request.rules:
        return request.rules
    return () if request.own_sources else config.rules


def day(text: str | None) -> str:
    """The day that counts as today, as an ISO date.

    Raises:
        ReconcileError: the text is no such date.
    """
    if text is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise ReconcileError(f"--as-of takes a day such as 2026-11-30, not {text!r}") from None
