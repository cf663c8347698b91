"""From the command line's words to a Result: which sources, which rules, which settings."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from reconcile.cli.config import Config, read_config
from reconcile.cli.files import read_documents, read_rules
from reconcile.cli.request import Request
from reconcile.errors import ReconcileError
from reconcile.models import Result


def execute(request: Request, progress: object = None) -> tuple[Result, Config]:
    """Read everything and run the pipeline.

    Raises:
        ReconcileError: for any input that cannot be used.
    """
    from reconcile.overrides import load_rules
    from reconcile.pipeline import Settings, run

    config = read_config()
    zh, en = _sources(request, config)
    rule_paths = _rule_paths(request, config)
    documents = read_documents(zh, en)
    rules = load_rules(read_rules(rule_paths))
    settings = Settings(
        as_of=_day(request.as_of),
        home=request.home or config.home,
        curated=request.curated,
    )
    tell = progress if callable(progress) else lambda stage: None
    return run(documents, rules, settings, tell), config


def _sources(request: Request, config: Config) -> tuple[Sequence[str], Sequence[str]]:
    zh, en = list(request.zh), list(request.en)
    if request.pair:
        if len(request.pair) != 2 or zh or en:
            raise ReconcileError(
                "give the Chinese list and the English list, in this order, "
                "or name any number of files with --zh and --en"
            )
        return [request.pair[0]], [request.pair[1]]
    if not zh and not en:
        zh, en = list(config.zh), list(config.en)
        if not zh or not en:
            raise ReconcileError(
                "no sources are given and this folder has no reconcile.toml that names any. "
                "Try: reconcile run CHINESE_LIST ENGLISH_LIST"
            )
    return zh, en


def _rule_paths(request: Request, config: Config) -> Sequence[str]:
    """Rules named by the user; those of the default pair only where its sources are used."""
    if request.no_rules:
        return ()
    if request.rules:
        return request.rules
    return () if request.own_sources else config.rules


def _day(text: str | None) -> str:
    if text is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise ReconcileError(f"--as-of takes a day such as 2026-11-30, not {text!r}") from None
